import TerminalCells
import Testing

@testable import TerminalIO

@Suite("The style of a blank") struct BlankStyleTests {
  private let quiet = Style(245)
  private let loud = Style(51, .bold)

  /// The styles in which a row is drawn: `q` and `l` show something in the quiet and the loud style,
  /// `r` and `b` are blanks that are reversed or have a background, ` ` is a plain blank.
  private func styles(_ row: String) -> [Style] {
    let cells = row.map { character in
      switch character {
      case "q": Cell("─", quiet)
      case "l": Cell("⠤", loud)
      case "r": Cell(" ", Style(nil, .reverse))
      case "b": Cell(" ", Style(nil, on: 17))
      default: Cell(" ")
      }
    }
    return cells.withUnsafeBufferPointer { line in
      line.indices.map { BlankStyle.style(at: $0, in: line) }
    }
  }

  @Test func isThatOfWhatStandsBeforeANarrowGap() {
    #expect(styles("q l") == [quiet, quiet, loud])
    let widest = BlankStyle.widestGap
    let row = "l" + String(repeating: " ", count: widest) + "q"
    #expect(styles(row) == Array(repeating: loud, count: widest + 1) + [quiet])
  }

  @Test func isItsOwnInAWideGapAndAtTheEndsOfARow() {
    let own = Style()
    let wider = BlankStyle.widestGap + 1
    let row = "l" + String(repeating: " ", count: wider) + "q"
    #expect(styles(row) == [loud] + Array(repeating: own, count: wider) + [quiet])
    #expect(styles("  l  ") == [own, own, loud, own, own])
    #expect(styles("") == [])
  }

  @Test func isItsOwnWhereItIsToBeSeen() {
    let reversed = Style(nil, .reverse)
    let filled = Style(nil, on: 17)
    #expect(styles("lrq") == [loud, reversed, quiet])
    #expect(styles("lbq") == [loud, filled, quiet])
    #expect(styles("b q") == [filled, Style(), quiet])
    #expect(styles("r q") == [reversed, Style(), quiet])
  }
}
