import TerminalCells

@testable import TerminalIO

/// A terminal that knows what ncurses may send to the usual ones in the sequences of ECMA-48, and traps
/// on anything else.
struct EmulatedTerminal {
  struct Cell: Equatable {
    /// The right half of a wide character is empty.
    var text = " "
    var style = Style()
  }

  let size: Size
  /// Whether the cursor waits in the last column until another character comes.
  let waitsAtTheEnd: Bool
  /// Whether the cursor may move while a style is on.
  let movesInStyle: Bool
  private(set) var rows: [[Cell]]
  private(set) var style = Style()
  /// Private modes that are on, such as another screen, and -25 while the cursor is hidden.
  private(set) var modes: Set<Int> = []
  private var x = 0
  private var y = 0
  /// Where marks are combined.
  private var last = (x: 0, y: 0)

  init(_ size: Size, waitsAtTheEnd: Bool = true, movesInStyle: Bool = true) {
    self.size = size
    self.waitsAtTheEnd = waitsAtTheEnd
    self.movesInStyle = movesInStyle
    rows = []
    scribble()
  }

  /// Something else writes on the screen, in a style that is taken back, and leaves the cursor anywhere.
  mutating func scribble() {
    rows = Array(
      repeating: Array(repeating: Cell(text: "#", style: Style(1)), count: size.width),
      count: size.height)
    (x, y) = (size.width / 2, size.height / 2)
  }

  mutating func take(_ bytes: [UInt8]) {
    var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}": takeSequence(&rest)
      // Back to the usual characters.
      case "\u{0F}": break
      default: write(scalar)
      }
    }
  }

  private mutating func takeSequence(_ rest: inout ArraySlice<Unicode.Scalar>) {
    switch rest.popFirst() {
    case "7", "8", ">", "=": return
    case "(": precondition(rest.popFirst() == "B", "another character set")
    case "[":
      let end = rest.firstIndex { $0.properties.isAlphabetic }!
      let (body, command) = (rest[..<end], rest[end])
      rest = rest[(end + 1)...]
      if body.first == "?" { set(body.dropFirst(), command) } else { obey(command, body) }
    default: preconditionFailure("not a control sequence")
    }
  }

  private mutating func set(_ body: ArraySlice<Unicode.Scalar>, _ command: Unicode.Scalar) {
    for number in Self.numbers(body) {
      let mode = number == 25 ? -25 : number
      // The cursor's mode says that it is shown.
      if (command == "h") != (number == 25) { modes.insert(mode) } else { modes.remove(mode) }
    }
  }

  private static func numbers(_ body: ArraySlice<Unicode.Scalar>) -> [Int] {
    body.split(separator: ";", omittingEmptySubsequences: false)
      .map { Int(String(String.UnicodeScalarView($0))) ?? 0 }
  }

  private mutating func obey(_ command: Unicode.Scalar, _ body: ArraySlice<Unicode.Scalar>) {
    let parameters = Self.numbers(body)
    switch command {
    case "H":
      precondition(movesInStyle || style == Style(), "a style is taken along")
      y = parameters.count == 2 ? parameters[0] - 1 : 0
      x = parameters.count == 2 ? parameters[1] - 1 : 0
      precondition(y < size.height && x < size.width, "the cursor leaves the screen")
    case "G":
      precondition(movesInStyle || style == Style(), "a style is taken along")
      x = max(1, parameters[0]) - 1
      precondition(x < size.width, "the cursor leaves the screen")
    case "J":
      precondition(parameters == [2] || (x, y) == (0, 0), "part of the screen is cleared")
      for y in 0..<size.height { blank(y, from: 0) }
    case "K": blank(y, from: x)
    case "m": set(String(String.UnicodeScalarView(body)))
    // Insertion off, the window's title on a stack.
    case "l", "t": break
    default: preconditionFailure("unknown command \(command)")
    }
  }

  private mutating func set(_ body: String) {
    if body.hasPrefix("38:2::") || body.hasPrefix("48:2::") {
      let parts = body.split(separator: ":").compactMap { UInt8($0) }
      setColor(parts[0], Color(red: parts[2], green: parts[3], blue: parts[4]))
      return
    }
    var rest = body.split(separator: ";", omittingEmptySubsequences: false)
      .map { UInt8($0) ?? 0 }[...]
    while let number = rest.popFirst() {
      switch number {
      case 0, 10: style = number == 0 ? Style() : style
      case 1: style.attributes.insert(.bold)
      case 2: style.attributes.insert(.dim)
      case 4: style.attributes.insert(.underline)
      case 7: style.attributes.insert(.reverse)
      case 30...37: style.foreground = Color(number - 30)
      case 40...47: style.background = Color(number - 40)
      case 90...97: style.foreground = Color(number - 82)
      case 100...107: style.background = Color(number - 92)
      case 39: style.foreground = nil
      case 49: style.background = nil
      case 38, 48: setColor(number, Self.color(&rest))
      default: preconditionFailure("unknown style \(body)")
      }
    }
  }

  private static func color(_ rest: inout ArraySlice<UInt8>) -> Color {
    if rest.popFirst() == 5 { return Color(rest.popFirst()!) }
    return Color(red: rest.popFirst()!, green: rest.popFirst()!, blue: rest.popFirst()!)
  }

  private mutating func setColor(_ number: UInt8, _ color: Color) {
    if number == 38 { style.foreground = color } else { style.background = color }
  }

  private mutating func blank(_ y: Int, from x: Int) {
    precondition(!style.showsOnBlanks, "terminals differ in how they blank in such a style")
    for x in x..<size.width { rows[y][x] = Cell() }
  }

  private mutating func write(_ scalar: Unicode.Scalar) {
    precondition(scalar.value >= 0x20, "a control character")
    if scalar.properties.generalCategory == .nonspacingMark {
      rows[last.y][last.x].text.unicodeScalars.append(scalar)
      return
    }
    let width = TextWidth.columns(of: Character(scalar))
    precondition(x + width <= size.width, "a row overflows")
    split(x)
    split(x + width)
    rows[y][x] = Cell(text: String(scalar), style: style)
    last = (x, y)
    if width == 2 { rows[y][x + 1] = Cell(text: "", style: style) }
    x += width
    if x == size.width && !waitsAtTheEnd { wrap() }
  }

  /// Half of a wide character is none.
  private mutating func split(_ x: Int) {
    guard x < size.width, rows[y][x].text.isEmpty else { return }
    rows[y][x].text = " "
    rows[y][x - 1].text = " "
  }

  private mutating func wrap() {
    x = 0
    y += 1
    guard y == size.height else { return }
    rows.removeFirst()
    rows.append(Array(repeating: Cell(), count: size.width))
    y -= 1
    last.y -= 1
  }
}
