import Glibc
import TerminalCells
import Testing

@testable import TerminalIO

/// As curses would take them: under a UTF-8 locale, whose widths count.
@Suite struct CCharacterTests {
  init() { setlocale(LC_CTYPE, "C.UTF-8") }

  private func encoded(
    _ character: Character, columns: Int = 1, isUTF8: Bool = true
  ) -> (text: String, columns: Int) {
    var text = [wchar_t](repeating: 0, count: CCharacter.most + 1)
    let taken = CCharacter.encode(Cell(character), columns: columns, isUTF8: isUTF8, into: &text)
    var string = ""
    for value in text.prefix(while: { $0 != 0 }) {
      string.unicodeScalars.append(Unicode.Scalar(UInt32(value)) ?? "?")
    }
    return (string, taken)
  }

  @Test(arguments: ["a", "é", "∂", "⣿", "│", "e\u{301}"] as [Character])
  func narrowCharactersGoThrough(character: Character) {
    #expect(encoded(character) == (String(character), 1))
  }

  @Test func wideCharactersTakeTwoColumnsOrNone() {
    #expect(encoded("漢", columns: 2) == ("漢", 2))
    // Half covered by something else, or cut off at the edge.
    #expect(encoded("漢", columns: 1) == (" ", 1))
  }

  @Test(
    arguments: ["\u{1B}", "\0", "\n", "\r\n", "\u{7F}", "\u{9B}", "\u{85}", "\u{200B}"]
      as [Character])
  func whatIsNotVisibleIsBlank(character: Character) {
    #expect(encoded(character) == (" ", 1))
  }

  @Test func outsideUTF8EverythingButASCIIIsAQuestionMark() {
    for character in "é∂⣿漢👍\u{A0}" {
      #expect(encoded(character, isUTF8: false) == ("?", 1))
    }
    #expect(encoded("e\u{301}", isUTF8: false).text == "e")
    #expect(encoded("x", isUTF8: false) == ("x", 1))
  }

  @Test func manyMarksAreCutToWhatACellHolds() {
    let stacked = Character("e" + String(repeating: "\u{301}", count: 100))
    #expect(encoded(stacked).text.unicodeScalars.count == Cell.mostScalars)
  }
}
