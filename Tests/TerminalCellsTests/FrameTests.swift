import TerminalCells
import Testing

@Suite("A frame")
struct FrameTests {
  @Test func clipsWhatIsWrittenOutside() {
    var frame = Frame(Size(width: 4, height: 2))
    frame.write("abcdef", x: 2, y: 0)
    frame.write("xyz", x: -1, y: 1)
    frame.write("no", x: 0, y: 2)
    frame.write("no", x: 0, y: -1)
    #expect(
      frame.picture == """
          ab
        yz
        """)
  }

  @Test func readsBlankOutside() {
    var frame = Frame(Size(width: 1, height: 1))
    frame[0, 0] = Cell("a")
    frame[1, 0] = Cell("b")
    frame[0, -1] = Cell("c")
    #expect(frame[0, 0] == Cell("a"))
    #expect(frame[1, 0] == .blank && frame[0, -1] == .blank && frame[.max, .min] == .blank)
    #expect(frame.text(row: 1) == "" && frame.text(row: -1) == "")
  }

  @Test func limitsTextToAWidth() {
    var frame = Frame(Size(width: 10, height: 1))
    let end = frame.write("abcdef", x: 1, y: 0, limit: 3)
    #expect(frame.picture == " abc" && end == 4)
    #expect(frame.write("x", x: 5, y: 0, limit: 0) == 5)
    #expect(frame.write("x", x: 5, y: 0, limit: -3) == 5)
    #expect(frame.picture == " abc")
  }

  @Test func givesWideCharactersTwoCells() {
    var frame = Frame(Size(width: 5, height: 1))
    let end = frame.write("a漢b", x: 0, y: 0)
    #expect(end == 4)
    #expect(frame[1, 0].character == "漢" && frame[2, 0].character == Cell.continuation)
    #expect(frame[3, 0].character == "b")
    #expect(frame.picture == "a漢b")
  }

  @Test func leavesOutAWideCharacterOfWhichOnlyHalfFits() {
    var frame = Frame(Size(width: 2, height: 1))
    #expect(frame.write("a漢", x: 0, y: 0) == 1)
    #expect(frame.picture == "a")
  }

  @Test func skipsControlCharacters() {
    var frame = Frame(Size(width: 5, height: 1))
    #expect(frame.write("a\u{1B}[\tb\n", x: 0, y: 0) == 3)
    #expect(frame.picture == "a[b")
  }

  @Test func keepsMarksWithTheirLetter() {
    var frame = Frame(Size(width: 5, height: 1))
    #expect(frame.write("e\u{301}x̄", x: 0, y: 0) == 2)
    #expect(frame[0, 0].character == "e\u{301}")
  }

  @Test func fillsAndRestylesOnlyItsPartOfARectangle() {
    var frame = Frame(Size(width: 3, height: 3))
    frame.fill(Rect(x: 1, y: 1, width: 9, height: 9), with: Cell("#", Style(1)))
    frame.restyle(Rect(x: -5, y: 2, width: 7, height: 5)) { $0.background = 4 }
    #expect(
      frame.picture == """

         ##
         ##
        """)
    #expect(frame[1, 2].style == Style(1, on: 4) && frame[2, 2].style == Style(1))
    #expect(frame[0, 2] == Cell(" ", Style(on: 4)))
    frame.fill(Rect(x: 7, y: 7, width: 2, height: 2), with: Cell("!"))
    #expect(!frame.picture.contains("!"))
  }

  @Test func mayHaveNoCells() {
    for size in [Size(width: 0, height: 0), Size(width: 0, height: 3), Size(width: 3, height: -1)] {
      var frame = Frame(size)
      frame.write("text", x: 0, y: 0)
      frame.fill(frame.bounds, with: Cell("#"))
      frame.restyle(Rect(x: 0, y: 0, width: 5, height: 5)) { $0.attributes = .bold }
      #expect(frame.cells.isEmpty)
      #expect(frame.picture.allSatisfy { $0 == "\n" })
    }
  }
}
