import TerminalCells

/// A terminal that knows what ``ScreenWriter`` may send in the sequences of ECMA-48, and traps on
/// anything else.
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

  /// Something else writes on the screen.
  mutating func scribble() {
    rows = Array(
      repeating: Array(repeating: Cell(text: "#", style: Style(1)), count: size.width),
      count: size.height)
  }

  mutating func take(_ bytes: [UInt8]) {
    var rest = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "\u{1B}" {
        precondition(rest.popFirst() == "[", "not a control sequence")
        let end = rest.firstIndex { $0.properties.isAlphabetic }!
        let parameters = rest[..<end].split(separator: ";", omittingEmptySubsequences: false)
          .map { Int(String(String.UnicodeScalarView($0))) ?? 0 }
        obey(rest[end], parameters)
        rest = rest[(end + 1)...]
      } else {
        write(scalar)
      }
    }
  }

  private mutating func obey(_ command: Unicode.Scalar, _ parameters: [Int]) {
    switch command {
    case "H":
      precondition(movesInStyle || style == Style(), "a style is taken along")
      y = parameters.count == 2 ? parameters[0] - 1 : 0
      x = parameters.count == 2 ? parameters[1] - 1 : 0
      precondition(y < size.height && x < size.width, "the cursor leaves the screen")
    case "J": for y in 0..<size.height { blank(y, from: 0) }
    case "K": blank(y, from: x)
    case "m": set(parameters)
    default: preconditionFailure("unknown command \(command)")
    }
  }

  private mutating func set(_ parameters: [Int]) {
    switch (parameters[0], parameters.count) {
    case (0, 1): style = Style()
    case (1, 1): style.attributes.insert(.bold)
    case (2, 1): style.attributes.insert(.dim)
    case (4, 1): style.attributes.insert(.underline)
    case (7, 1): style.attributes.insert(.reverse)
    case (38, 3): style.foreground = Color(UInt8(parameters[2]))
    case (48, 3): style.background = Color(UInt8(parameters[2]))
    default: preconditionFailure("unknown style \(parameters)")
    }
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
