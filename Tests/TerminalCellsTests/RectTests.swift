import TerminalCells
import Testing

@Suite("A rectangle")
struct RectTests {
  private let rect = Rect(x: 2, y: 3, width: 10, height: 6)

  @Test func isSplitWithoutLosingOrGainingCells() {
    for count in [-1, 0, 1, 5, 6, 10, 11, 100] {
      let (top, below) = rect.splitTop(count)
      #expect(top.height == min(max(count, 0), 6) && top.height + below.height == 6)
      #expect(top.y == 3 && below.y == top.maxY && below.maxY == 9 && below.width == 10)
      let (above, bottom) = rect.splitBottom(count)
      #expect(bottom.height == top.height && above.maxY == bottom.y && bottom.maxY == 9)
      let (left, beside) = rect.splitLeft(count)
      #expect(left.width == min(max(count, 0), 10) && left.width + beside.width == 10)
      #expect(left.x == 2 && beside.x == left.maxX && beside.maxX == 12 && beside.height == 6)
      let (before, right) = rect.splitRight(count)
      #expect(right.width == left.width && before.maxX == right.x && right.maxX == 12)
    }
  }

  @Test func hasNoNegativeSize() {
    #expect(Rect(x: 0, y: 0, width: -3, height: -1).size == Size(width: 0, height: 0))
    #expect(Size(width: -1, height: 2) == Size(width: 0, height: 2))
    #expect(rect.inset(by: 4).isEmpty && rect.inset(by: 100).isEmpty)
  }

  @Test func isInsetOnAllSides() {
    #expect(rect.inset(by: 1) == Rect(x: 3, y: 4, width: 8, height: 4))
    #expect(
      rect.inset(horizontally: 2, vertically: 0) == Rect(x: 4, y: 3, width: 6, height: 6))
  }

  @Test func containsItsCellsAndNoOthers() {
    #expect(rect.contains(x: 2, y: 3) && rect.contains(x: 11, y: 8))
    #expect(!rect.contains(x: 12, y: 8) && !rect.contains(x: 11, y: 9))
    #expect(!rect.contains(x: 1, y: 3) && !Rect(Size(width: 0, height: 0)).contains(x: 0, y: 0))
  }

  @Test func meetsAnotherInTheirCommonCells() {
    let other = Rect(x: 8, y: 0, width: 10, height: 5)
    let common = rect.intersection(other)
    for x in 0..<20 {
      for y in 0..<12 {
        #expect(
          common.contains(x: x, y: y) == (rect.contains(x: x, y: y) && other.contains(x: x, y: y)))
      }
    }
    #expect(rect.intersection(Rect(x: 50, y: 50, width: 1, height: 1)).isEmpty)
  }
}

@Suite("The width of text")
struct TextWidthTests {
  @Test func isOneColumnForWhatNablaDraws() {
    for character in "aZ0~─│┤┬└⠀⣿●○▀█▏−∇σ∂²₀ˣ′″·…" {
      #expect(TextWidth.columns(of: character) == 1, "\(character)")
    }
  }

  @Test func isTwoForWideCharactersAndNoneForControls() {
    #expect(TextWidth.columns(of: "漢字") == 4)
    #expect(TextWidth.columns(of: "가") == 2 && TextWidth.columns(of: "😀") == 2)
    #expect(TextWidth.columns(of: "\u{7}\u{9}\u{7F}\u{85}") == 0)
    #expect(TextWidth.columns(of: "\u{200B}") == 0)
    #expect(TextWidth.columns(of: "e\u{301}") == 1 && TextWidth.columns(of: "") == 0)
  }
}
