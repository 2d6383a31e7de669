import TerminalCells
import Testing

@Suite struct CellTests {
  @Test func aBlankShowsByItsBackgroundOrItsLines() {
    for style in [
      Style(), Style(51), Style(0, .bold), Style(nil, .dim), Style(255, [.bold, .dim]),
    ] {
      #expect(!style.showsOnBlanks)
      #expect(Cell(" ", style).isEmpty)
      #expect(!Cell("x", style).isEmpty)
    }
    for style in [
      Style(nil, on: 0), Style(51, on: 255), Style(nil, .underline), Style(3, .reverse),
    ] {
      #expect(style.showsOnBlanks)
      #expect(!Cell(" ", style).isEmpty)
    }
  }

  @Test func whatIsNoBlankIsNotEmpty() {
    #expect(!Cell(Cell.continuation).isEmpty)
    #expect(!Cell("\u{A0}").isEmpty)
    #expect(!Cell(" \u{301}").isEmpty)
  }

  @Test func thePartsOfAStyleAreKeptApart() {
    var style = Style(255, on: 254, [.bold, .underline])
    #expect(style.foreground == 255 && style.background == 254)
    style.foreground = nil
    #expect(style == Style(nil, on: 254, [.bold, .underline]))
    style.attributes = .reverse
    #expect(style == Style(nil, on: 254, .reverse))
    style.background = nil
    #expect(style == Style(nil, .reverse))
  }
}
