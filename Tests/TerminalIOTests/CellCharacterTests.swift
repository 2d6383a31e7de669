import TerminalCells
import Testing

@testable import TerminalIO

extension SharedState {
  @Suite struct CellCharacterTests {
    init() throws { try #require(SharedState.takesUTF8) }

    private func text(
      _ character: Character, columns: Int = 1, isUTF8: Bool = true
    ) -> String {
      let converted = CellCharacter(Cell(character), columns: columns, isUTF8: isUTF8)
      let isWide = isUTF8 && columns == 2 && TextWidth.columns(of: character) == 2
      #expect(converted.columns == (isWide ? 2 : 1))
      var text = String.UnicodeScalarView()
      for value in [converted.base, converted.mark, converted.otherMark] where value != 0 {
        text.append(Unicode.Scalar(UInt32(value))!)
      }
      return String(text)
    }

    @Test(arguments: ["a", "é", "∂", "⣿", "│", "e\u{301}"] as [Character])
    func narrowCharactersGoThrough(character: Character) {
      #expect(text(character) == String(character))
    }

    @Test func wideCharactersTakeTwoColumnsOrNone() {
      #expect(text("漢", columns: 2) == "漢")
      // Half covered by something else, or cut off at the edge.
      #expect(text("漢", columns: 1) == " ")
      // Narrow where the frame has kept two columns for it.
      #expect(text("x", columns: 2) == "x")
      #expect(text("é", columns: 2) == "é")
      #expect(text("\u{1B}", columns: 2) == " ")
      #expect(text("\u{9B}", columns: 2) == "?")
    }

    @Test(
      arguments: ["\u{1B}", "\0", "\n", "\r\n", "\u{7F}", "\u{9B}", "\u{85}", "\u{200B}"]
        as [Character])
    func whatIsNotVisibleIsBlank(character: Character) {
      #expect(text(character) == " ")
    }

    @Test func outsideUTF8EverythingButASCIIIsAQuestionMark() {
      for character in "é∂⣿漢👍\u{A0}" {
        #expect(text(character, isUTF8: false) == "?")
      }
      #expect(text("e\u{301}", isUTF8: false) == "e")
      #expect(text("x", isUTF8: false) == "x")
    }

    @Test func manyMarksAreCutToWhatACellHolds() {
      let stacked = Character("e" + String(repeating: "\u{301}", count: 100))
      #expect(text(stacked).unicodeScalars.count == Cell.mostScalars)
    }

    @Test func whatWouldChangeOrJoinThePictureIsLeftOut() {
      // A text arrow that asks to be a picture, and two pictures joined into one.
      #expect(text("↔\u{FE0F}") == "↔")
      #expect(text("👩\u{200D}💻", columns: 2) == "👩")
      #expect(text("👩\u{1F3FD}", columns: 2) == "👩")
    }
  }
}
