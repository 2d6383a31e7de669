import Glibc
import TerminalCells
import Testing

@testable import TerminalIO

@Suite struct StartTests {
  @Test func paddingIsTakenOutOfCapabilities() {
    func stripped(_ text: String) -> String {
      String(decoding: Terminfo.withoutPadding(Array(text.utf8)), as: UTF8.self)
    }
    #expect(stripped("\u{1B}[H\u{1B}[J$<50/>") == "\u{1B}[H\u{1B}[J")
    #expect(stripped("a$<2*>b$<5>c") == "abc")
    #expect(stripped("a$b<c>") == "a$b<c>")
    #expect(stripped("$<5") == "$<5")
  }

  @Test func nonsensicalSizesAreBounded() {
    #expect(Size.bounded(width: 80, height: 24) == Size(width: 80, height: 24))
    #expect(Size.bounded(width: 1, height: 1) == Size(width: 1, height: 1))
    #expect(Size.bounded(width: 65535, height: 65535) == Size(width: 1024, height: 512))
    #expect(Size.bounded(width: 0, height: -1) == Size(width: 80, height: 24))
  }

  @Test(arguments: ["en_US.UTF-8", "C.utf8", "de_DE.UTF-8@euro", "xx.UTF8"])
  func knowsTheNamesOfUTF8(name: String) { #expect(TerminalLocale.namesUTF8(name)) }

  @Test(arguments: ["C", "POSIX", "en_US", "en_US.ISO-8859-1", ""])
  func knowsTheNamesOfOtherCodesets(name: String) { #expect(!TerminalLocale.namesUTF8(name)) }

  @Test func aNameFromTheEnvironmentIsShownHarmlessly() {
    #expect(TerminalError.printable("x\u{1B}[31m\n") == "x?[31m?")
    #expect(TerminalError.printable(String(repeating: "x", count: 1000)).count == 40)
  }

  @Test func everyErrorIsOneLine() {
    let errors: [TerminalError] = [
      .inputIsNotATerminal, .outputIsNotATerminal, .noControllingTerminal, .terminalTypeIsNotSet,
      .terminalTypeIsUnknown("x"), .terminalTypeIsUnknown("xterm-256color"),
      .terminalIsTooPlain("dumb"), .sessionIsRunning,
      .systemRefused("a pipe"),
    ]
    let sentences = Set(errors.map(\.description))
    #expect(sentences.count == errors.count)
    for sentence in sentences { #expect(!sentence.contains("\n") && sentence.count < 90) }
  }
}
