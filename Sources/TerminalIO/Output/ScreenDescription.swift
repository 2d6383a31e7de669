import TerminalCells

/// What ncurses is told of a terminal: of its description in the database, what a screen takes.
///
/// All else is left out, so that ncurses neither weighs it nor uses what differs between terminals of
/// one name: movements relative to a cursor of which only the terminal knows whether it has wrapped,
/// scrolling, insertion, erasing in a background, delays that are for terminals of another age.
struct ScreenDescription {
  /// A string, by its place in a compiled description.
  enum Text: Int, CaseIterable {
    case clear = 5
    case clearRest = 6
    case clearBelow = 7
    case columnAddress = 8
    case cursorAddress = 10
    case hideCursor = 13
    case showCursor = 16
    case bold = 27
    case enterScreen = 28
    case dim = 30
    case reverse = 34
    case underline = 36
    case reset = 39
    case leaveScreen = 40
    case leaveInsertMode = 42
    case resetColors = 297
    case foreground = 359
    case background = 360
  }

  /// The terminal's type, by which ncurses asks for the description.
  var name: String
  var size = Size(width: 80, height: 24)
  var texts: [(text: Text, bytes: [UInt8])] = []
  /// Whether the screen scrolls once its very last cell has been written.
  var scrollsAtEnd = false
  /// Whether the cursor may move while a style is on.
  var movesInStyle = true
  /// Whether one colour can be left without the other, by ECMA-48's sequences.
  var leavesColorsApart = false
  /// How colours are asked for.
  var colors = ColorNumbering.none
  /// The attributes that the terminal has.
  var attributes: Attributes = []
  /// Those of them that do not go together with colours.
  var attributesWithoutColor: Attributes = []
}

extension ScreenDescription {
  /// That of the terminal that terminfo has been asked for.
  ///
  /// - Precondition: it can place its cursor.
  static func terminfo(name: String, size: Size, colors: ColorDepth) -> ScreenDescription {
    var description = ScreenDescription(name: name, size: size)
    description.add(.cursorAddress, "cup")
    description.add(.columnAddress, "hpa")
    description.add(.clearRest, "el")
    let clear = Terminfo.clear
    if clear.isEmpty { description.add(.clearBelow, "ed") }
    description.add(.clear, clear)
    for (text, name) in [
      (.enterScreen, "smcup"), (.leaveScreen, "rmcup"), (.hideCursor, "civis"),
      (.showCursor, "cnorm"), (.leaveInsertMode, "rmir"),
    ] as [(Text, String)] {
      description.add(text, name)
    }
    description.scrollsAtEnd = Terminfo.hasFlag("am") && !Terminfo.hasFlag("xenl")
    description.movesInStyle = Terminfo.hasFlag("msgr")
    description.addAttributes()
    if colors != .none { description.addColors(colors) }
    return description
  }

  private mutating func add(_ text: Text, _ bytes: [UInt8]) {
    if !bytes.isEmpty { texts.append((text, bytes)) }
  }

  private mutating func add(_ text: Text, _ name: String) {
    add(text, Terminfo.string(name) ?? [])
  }

  private mutating func addAttributes() {
    // Without a way back, and where an attribute takes a cell of its own, there are none.
    guard let reset = Terminfo.string("sgr0"), Terminfo.number("xmc") <= 0 else { return }
    add(.reset, Self.shortReset(reset))
    // With the bits of `ncv`, which tells what colours cannot go with.
    let known: [(String, Text, Attributes, bit: Int)] = [
      ("bold", .bold, .bold, 32), ("dim", .dim, .dim, 16), ("smul", .underline, .underline, 2),
      ("rev", .reverse, .reverse, 4),
    ]
    let withoutColor = max(0, Terminfo.number("ncv"))
    for (name, text, attribute, bit) in known {
      guard let command = Terminfo.string(name), !command.isEmpty else { continue }
      add(text, command)
      attributes.insert(attribute)
      if withoutColor & bit != 0 { attributesWithoutColor.insert(attribute) }
    }
  }

  private mutating func addColors(_ depth: ColorDepth) {
    guard let foreground = Terminfo.string("setaf"), let background = Terminfo.string("setab")
    else { return }
    colors = .terminfo(depth: depth)
    if colors.isOurs {
      add(.foreground, ColorNumbering.foreground)
      add(.background, ColorNumbering.background)
    } else {
      add(.foreground, colors.command(foreground))
      add(.background, colors.command(background))
    }
    let resetColors = Terminfo.string("op") ?? Terminfo.string("sgr0") ?? []
    // What leaves both by ECMA-48's sequences leaves one by its half.
    leavesColorsApart =
      colors.isOurs || Terminfo.hasFlag("AX") || resetColors == Array("\u{1B}[39;49m".utf8)
    add(.resetColors, resetColors)
  }

  /// What leaves all attributes without other character sets, of which none is ever entered.
  private static func shortReset(_ reset: [UInt8]) -> [UInt8] {
    let plain = ["\u{1B}[m", "\u{1B}[0m"].map { Array($0.utf8) }
    let isPart = reset.indices.contains { start in
      plain.contains { reset[start...].starts(with: $0) }
    }
    return isPart ? plain[0] : reset
  }
}
