import CNcurses
import TerminalCells

/// What the screen of a terminal can be told, and by which bytes.
struct ScreenCommands {
  /// Puts the cursor somewhere.
  var cursorAddress = CursorAddress.ecma48
  /// Blanks everything; empty where there is no such command.
  var clear: [UInt8] = []
  /// Blanks the rest of a row in the present background; empty where there is no such command.
  var clearRest: [UInt8] = []
  /// Back to no attributes and the terminal's own colours.
  var resetStyle: [UInt8] = []
  /// What turns each attribute on that the terminal has.
  var attributes: [(attribute: Attributes, command: [UInt8])] = []
  /// The attributes that do not go together with colours.
  var attributesWithoutColor: Attributes = []
  var foreground = ColorCommand.none
  var background = ColorCommand.none
  /// Whether the screen scrolls once its very last cell has been written.
  var scrollsAtEnd = false
  /// Whether the style has to be reset before the cursor moves.
  var resetsBeforeMoving = false
}

extension ScreenCommands {
  /// Those of the terminal whose terminfo entry is the present one.
  static func terminfo(colors: ColorDepth) -> ScreenCommands {
    var commands = ScreenCommands()
    commands.cursorAddress = CursorAddress(capability: Terminfo.parameterized("cup") ?? "")
    commands.clear = Terminfo.string("clear") ?? []
    commands.clearRest = Terminfo.string("el") ?? []
    commands.setStyles()
    if colors != .none, let foreground = Terminfo.parameterized("setaf"),
      let background = Terminfo.parameterized("setab")
    {
      let bits = Terminfo.directColorBits(colors: Int(shim_number_capability("colors")))
      commands.foreground = ColorCommand(foreground, count: colors.count, directBits: bits)
      commands.background = ColorCommand(background, count: colors.count, directBits: bits)
    }
    commands.scrollsAtEnd = Terminfo.hasFlag("am") && !Terminfo.hasFlag("xenl")
    commands.resetsBeforeMoving = !Terminfo.hasFlag("msgr")
    return commands
  }

  private mutating func setStyles() {
    let colorsOff = Terminfo.string("op") ?? []
    // On a terminal where an attribute takes a cell of its own, columns would shift.
    let takesCells = shim_number_capability("xmc") > 0
    guard !takesCells, let reset = Terminfo.string("sgr0") else {
      return resetStyle = colorsOff
    }
    // As a control sequence of ECMA-48 it resets colours with the rest.
    let isStandard = String(decoding: reset, as: UTF8.self).contains("\u{1B}[")
    resetStyle = isStandard ? reset : reset + colorsOff
    // With the bits of `ncv`.
    let names: [(String, Attributes, bit: Int32)] = [
      ("bold", .bold, 32), ("dim", .dim, 16), ("smul", .underline, 2), ("rev", .reverse, 4),
    ]
    let withoutColor = max(0, shim_number_capability("ncv"))
    for (name, attribute, bit) in names {
      if let command = Terminfo.string(name) { attributes.append((attribute, command)) }
      if withoutColor & bit != 0 { attributesWithoutColor.insert(attribute) }
    }
  }
}

/// How a terminal is told where to put its cursor.
enum CursorAddress {
  /// As nearly all are: written here, as it is most of what a moving line needs.
  case ecma48
  /// By a capability of its terminfo entry.
  case parameterized(String)

  init(capability: String) {
    let isStandard =
      Terminfo.withoutPadding(Array(capability.utf8))
      == Array("\u{1B}[%i%p1%d;%p2%dH".utf8)
    self = isStandard ? .ecma48 : .parameterized(capability)
  }

  func append(row: Int, column: Int, to bytes: inout [UInt8]) {
    switch self {
    case .ecma48:
      bytes.append(ASCII.escape)
      bytes.append(UInt8(ascii: "["))
      Self.append(row + 1, to: &bytes)
      bytes.append(UInt8(ascii: ";"))
      Self.append(column + 1, to: &bytes)
      bytes.append(UInt8(ascii: "H"))
    case .parameterized(let capability):
      bytes += Terminfo.applied(capability, Int32(row), Int32(column))
    }
  }

  private static func append(_ number: Int, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}

/// How a terminal is told to use a colour.
struct ColorCommand {
  static let none = ColorCommand("", count: 0, directBits: nil)

  private let capability: String
  private let directBits: (red: Int, green: Int, blue: Int)?
  /// By the colour's number; empty until it is asked for.
  private var known: [[UInt8]]

  /// - Parameters:
  ///   - count: how many colours there are.
  ///   - directBits: how the terminal numbers them by their parts, if it does, however few of them
  ///     are asked for.
  init(_ capability: String, count: Int, directBits: (red: Int, green: Int, blue: Int)?) {
    self.capability = capability
    self.directBits = directBits
    known = Array(repeating: [], count: count)
  }

  func has(_ color: Color) -> Bool { Int(color.index) < known.count }

  /// - Precondition: the terminal has the colour.
  mutating func append(_ color: Color, to bytes: inout [UInt8]) {
    let index = Int(color.index)
    if known[index].isEmpty {
      let number =
        directBits.map { Palette.directNumber(of: color.index, bits: $0) } ?? Int32(index)
      known[index] = Terminfo.applied(capability, number)
    }
    bytes += known[index]
  }
}
