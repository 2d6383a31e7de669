import TerminalCells
import Testing

@testable import Explorer
@testable import TerminalIO

/// Random frames one after the other: whatever was on the screen, it shows the last.
extension SharedState.ScreenWriterTests {
  private static let styles = [
    Style(), Style(51), Style(214, .bold), Style(nil, .reverse), Style(3, on: 17), Style(nil, .dim),
    Style(nil, .underline), Style(nil, on: 236, .bold),
  ]
  private static let texts: [Character] = [
    " ", " ", " ", "a", "⠤", "│", "漢", "👍", "e\u{301}", "\u{1B}",
  ]

  @Test(arguments: 0..<60)
  func theScreenShowsTheLastFrame(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var commands = ScreenCommands.ecma48
    if seed % 4 == 1 { commands.clearRest = [] }
    if seed % 8 == 2 { commands.clear = [] }
    commands.scrollsAtEnd = seed % 4 == 3
    commands.resetsBeforeMoving = seed % 5 == 0
    let size = Size(
      width: .random(in: 1...30, using: &random), height: .random(in: 1...8, using: &random))
    var writer = ScreenWriter(commands, isUTF8: true)
    var terminal = EmulatedTerminal(
      size, waitsAtTheEnd: !commands.scrollsAtEnd, movesInStyle: !commands.resetsBeforeMoving)
    var frame = Frame(size)
    for _ in 0..<60 {
      change(&frame, &random)
      if Int.random(in: 0..<20, using: &random) == 0 {
        terminal.scribble()
        writer.invalidate()
      }
      writer.show(frame, on: size) { terminal.take(Array($0)) }
      #expect(terminal.style == Style(), "seed \(seed)")
      expect(terminal, shows: frame, exceptTheLast: commands.scrollsAtEnd, seed)
    }
  }

  private func change(_ frame: inout Frame, _ random: inout SplitMix64) {
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      let style = Self.styles.randomElement(using: &random)!
      let x = Int.random(in: 0..<frame.size.width, using: &random)
      let y = Int.random(in: 0..<frame.size.height, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        let count = Int.random(in: 1...9, using: &random)
        let text = (0..<count).map { _ in Self.texts.randomElement(using: &random)! }
        frame.write(String(text), x: x, y: y, style)
      case 1: frame.fill(Rect(x: x, y: y, width: 9, height: 2), with: Cell(" ", style))
      // Halves of wide characters are left behind.
      case 2: frame[x, y] = Cell(Self.texts.randomElement(using: &random)!, style)
      default: frame.restyle(Rect(x: x, y: y, width: 5, height: 1)) { $0 = style }
      }
    }
  }

  private func expect(
    _ terminal: EmulatedTerminal, shows frame: Frame, exceptTheLast: Bool, _ seed: UInt64
  ) {
    for y in 0..<frame.size.height {
      for x in 0..<frame.size.width {
        if exceptTheLast && y == frame.size.height - 1 && x >= frame.size.width - 2 { continue }
        let cell = frame[x, y]
        let shown = terminal.rows[y][x]
        let isWhole = frame[x + 1, y].isContinuation && x + 1 < frame.size.width
        let width = TextWidth.columns(of: cell.character)
        let isRightHalf = cell.isContinuation && x > 0 && shown.text.isEmpty
        let expected =
          cell.isContinuation || width < 1 || width == 2 && !isWhole
          ? " " : String(cell.character)
        if isRightHalf { continue }
        guard shown.text == expected else {
          Issue.record("seed \(seed): \(shown.text) at \(x), \(y), not \(expected)")
          return
        }
        let isEmpty = expected == " " && !cell.style.showsOnBlanks
        guard isEmpty ? !shown.style.showsOnBlanks : shown.style == cell.style else {
          Issue.record("seed \(seed): \(shown.style) at \(x), \(y), not \(cell.style)")
          return
        }
      }
    }
  }
}
