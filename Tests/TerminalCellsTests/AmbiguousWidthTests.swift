import Testing

@testable import TerminalCells

@Suite struct AmbiguousWidthTests {
  @Test func theClassIsThatOfUnicodesTable() {
    for scalar in "σ′×∞∂∇●─│╭←→▀▌▏▒█²·…≤é\u{301}\u{E000}".unicodeScalars {
      #expect(AmbiguousWidth.contains(scalar), "\(scalar)")
    }
    for scalar in "aẽ−░⣿▐▸▘漢⁻ᵢ‒\u{10FFFF}".unicodeScalars {
      #expect(!AmbiguousWidth.contains(scalar), "\(scalar)")
    }
  }

  @Test func marksCountToo() {
    #expect(AmbiguousWidth.contains(Cell("x\u{301}")) && AmbiguousWidth.contains(Cell("σ")))
    #expect(!AmbiguousWidth.contains(Cell("x")) && !AmbiguousWidth.contains(Cell("⣿")))
  }
}
