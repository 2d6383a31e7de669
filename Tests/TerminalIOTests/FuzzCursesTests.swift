import TerminalCells
import TestSupport
import Testing

@testable import Explorer
@testable import TerminalIO

/// Random frames one after the other, through ncurses: whatever was on the screen, it shows the last,
/// cell by cell as if it had been written whole.
extension SharedState.CursesScreenTests {
  private static let types = [
    "xterm", "xterm-256color", "xterm-direct", "screen", "screen-256color", "tmux-256color", "rxvt",
    "rxvt-unicode-256color", "linux", "putty", "konsole", "vt100", "vt220", "ansi", "cygwin",
    "st-256color", "vte",
  ]
  private static let styles = [
    Style(), Style(51), Style(214, .bold), Style(nil, .reverse), Style(3, on: 17), Style(nil, .dim),
    Style(nil, .underline), Style(nil, on: 236, .bold), Style(1, .bold), Style(nil, .bold),
    Style(2, on: 4), Style(2, on: 5, .reverse), Style(12), Style(nil, on: 9),
    Style(Color(red: 1, green: 2, blue: 3), on: Color(red: 250, green: 128, blue: 0)),
  ]
  private static let texts: [Character] = [
    " ", " ", " ", "a", "⠤", "│", "漢", "👍", "e\u{301}", "\u{1B}",
  ]

  @Test(arguments: types)
  func theScreenShowsTheLastFrame(type: String) throws {
    for seed in 0..<12 { try run(type, nil, UInt64(seed)) }
  }

  @Test(arguments: ["xterm", "xterm-256color", "tmux-256color"])
  func componentsAreToldBesideThePalette(type: String) throws {
    for seed in 0..<12 { try run(type, .direct, UInt64(seed)) }
  }

  @Test(arguments: [ColorDepth.none, .eight, .sixteen])
  func fewerColorsThanThereAre(depth: ColorDepth) throws {
    for seed in 0..<8 { try run("xterm-256color", depth, UInt64(seed)) }
  }

  private func run(_ type: String, _ depth: ColorDepth?, _ seed: UInt64) throws {
    let name = type.utf8.reduce(0) { (31 &* $0 as UInt64) &+ UInt64($1) }
    var random = TestRandom(seed: seed &+ name)
    var size = Self.randomSize(&random)
    var harness = try CursesHarness(type, size: size, colors: depth)
    defer { harness.screen.close() }
    harness.enter()
    #expect(harness.terminal.rows.joined().allSatisfy { $0 == EmulatedTerminal.Cell() })
    var frame = Frame(size)
    for step in 0..<40 {
      change(&frame, &random)
      switch Int.random(in: 0..<16, using: &random) {
      case 0:
        harness.terminal.scribble()
        harness.screen.invalidate()
      case 1:
        // Another program has the terminal for a while.
        harness.screen.leave()
        harness.terminal.scribble()
        harness.enter()
      case 2:
        size = Self.randomSize(&random)
        harness.screen.resize(to: size)
        harness.terminal = EmulatedTerminal(
          size, waitsAtTheEnd: harness.terminal.waitsAtTheEnd,
          movesInStyle: harness.terminal.movesInStyle)
        frame = Frame(size)
        change(&frame, &random)
      default: break
      }
      harness.show(frame)
      let place = "\(type), seed \(seed), step \(step)"
      #expect(harness.pieces <= 1, "\(place): in more than one piece")
      #expect(harness.terminal.style == Style(), "\(place): a style is left on")
      guard expect(harness, shows: frame, place) else { return }
    }
  }

  private static func randomSize(_ random: inout TestRandom) -> Size {
    Size(width: .random(in: 1...30, using: &random), height: .random(in: 1...8, using: &random))
  }

  private func change(_ frame: inout Frame, _ random: inout TestRandom) {
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let style = Self.styles.randomElement(using: &random)!
      let x = Int.random(in: 0..<frame.size.width, using: &random)
      let y = Int.random(in: 0..<frame.size.height, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0:
        let count = Int.random(in: 1...9, using: &random)
        let text = (0..<count).map { _ in Self.texts.randomElement(using: &random)! }
        frame.write(String(text), x: x, y: y, style)
      case 1: frame.fill(Rect(x: x, y: y, width: 9, height: 2), with: Cell(" ", style))
      // Halves of wide characters are left behind.
      case 2: frame[x, y] = Cell(Self.texts.randomElement(using: &random)!, style)
      case 3: takeTurns(style, Self.styles.randomElement(using: &random)!, in: &frame, &random)
      default: frame.restyle(Rect(x: x, y: y, width: 5, height: 1)) { $0 = style }
      }
    }
  }

  /// Two styles by turns along each row, too far apart to be written together.
  private func takeTurns(
    _ style: Style, _ other: Style, in frame: inout Frame, _ random: inout TestRandom
  ) {
    for y in 0..<frame.size.height {
      for (turn, x) in stride(from: 0, to: frame.size.width, by: 8).enumerated() {
        let text = Self.texts.randomElement(using: &random)!
        frame[x, y] = Cell(text, turn % 2 == 0 ? style : other)
      }
    }
  }

  /// - Returns: whether it does.
  private func expect(_ harness: CursesHarness, shows frame: Frame, _ place: String) -> Bool {
    let isCut = harness.description.scrollsAtEnd
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width {
        if isCut && y == frame.size.height - 1 && x >= frame.size.width - 2 { continue }
        let cell = frame[x, y]
        let shown = harness.terminal.rows[y][x]
        let isWhole = frame[x + 1, y].isContinuation && x + 1 < frame.size.width
        let width = TextWidth.columns(of: cell.character)
        if cell.isContinuation && x > 0 && shown.text.isEmpty { continue }
        let expected =
          cell.isContinuation || width < 1 || width == 2 && !isWhole
          ? " " : String(cell.character)
        let style = harness.shown(cell.style)
        let isEmpty = expected == " " && !style.showsOnBlanks
        let isRight = isEmpty ? !shown.style.showsOnBlanks : shown.style == style
        guard shown.text == expected && isRight else {
          Issue.record("\(place): \(shown) at \(x), \(y), not \(expected) in \(style)")
          return false
        }
      }
    }
    return true
  }
}
