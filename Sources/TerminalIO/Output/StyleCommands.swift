import TerminalCells

/// How a terminal is told in which style to draw.
struct StyleCommands {
  /// Back to no attributes and the terminal's own colours.
  var reset: [UInt8] = []
  /// What turns each attribute on that the terminal has.
  var attributes: [(attribute: Attributes, command: [UInt8])] = []
  /// The attributes that do not go together with colours.
  var attributesWithoutColor: Attributes = []
  var foreground = ColorCommand.none
  var background = ColorCommand.none
}

extension StyleCommands {
  /// Those of the terminal that terminfo has been asked for.
  static func terminfo(colors: ColorDepth) -> StyleCommands {
    var commands = StyleCommands()
    commands.reset = terminfoReset
    // Without a way back, and where an attribute takes a cell of its own, there are none.
    if Terminfo.string("sgr0") != nil && Terminfo.number("xmc") <= 0 { commands.addAttributes() }
    if colors != .none, let foreground = Terminfo.capability("setaf"),
      let background = Terminfo.capability("setab")
    {
      let bits = Terminfo.directColorBits(colors: Terminfo.number("colors"))
      commands.foreground = ColorCommand(foreground, count: colors.count, directBits: bits)
      commands.background = ColorCommand(background, count: colors.count, directBits: bits)
    }
    return commands
  }

  /// Whether the terminal can be told colours, and to leave them again.
  static var terminfoHasColors: Bool {
    Terminfo.capability("setaf") != nil && Terminfo.capability("setab") != nil
      && (resetsColorsToo || Terminfo.string("op") != nil)
  }

  private static var terminfoReset: [UInt8] {
    let attributesOff = Terminfo.string("sgr0") ?? []
    return resetsColorsToo ? attributesOff : attributesOff + (Terminfo.string("op") ?? [])
  }

  /// `ESC [ m` resets colours with the attributes; where these are left otherwise, `op` is for that.
  private static var resetsColorsToo: Bool {
    guard let bytes = Terminfo.string("sgr0") else { return false }
    return bytes.indices.contains {
      bytes[$0...].starts(with: [ASCII.escape, UInt8(ascii: "[")])
    }
  }

  private mutating func addAttributes() {
    // With the bits of `ncv`, which tells what colours cannot go with.
    let names: [(String, Attributes, bit: Int)] = [
      ("bold", .bold, 32), ("dim", .dim, 16), ("smul", .underline, 2), ("rev", .reverse, 4),
    ]
    let withoutColor = max(0, Terminfo.number("ncv"))
    for (name, attribute, bit) in names {
      if let command = Terminfo.string(name) { attributes.append((attribute, command)) }
      if withoutColor & bit != 0 { attributesWithoutColor.insert(attribute) }
    }
  }
}

/// How a terminal is told to use a colour.
struct ColorCommand {
  static let none = ColorCommand(Terminfo.Capability(""), count: 0, directBits: nil)

  private let capability: Terminfo.Capability
  private let directBits: (red: Int, green: Int, blue: Int)?
  /// By the colour's number; empty until it is asked for.
  private var known: [[UInt8]]

  /// - Parameters:
  ///   - count: how many colours there are.
  ///   - directBits: how the terminal numbers them by their parts, if it does, however few of them
  ///     are asked for.
  init(
    _ capability: Terminfo.Capability, count: Int,
    directBits: (red: Int, green: Int, blue: Int)?
  ) {
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
      known[index] = capability.applied(to: number)
    }
    bytes += known[index]
  }
}
