import Explorer
import Testing

@testable import TerminalIO

@Suite struct PasteTests {
  private let limit = 1000

  private func paste(_ body: [UInt8]) -> (events: [Event], wasCut: Bool) {
    var decoder = InputDecoder()
    decoder.pasteLimit = limit
    var events: [Event] = []
    decoder.decode("\u{1B}[200~".utf8, into: &events)
    decoder.decode(body, into: &events)
    decoder.decode("\u{1B}[201~".utf8, into: &events)
    return (events, decoder.lastPasteWasCut)
  }

  @Test func isOneEventWithUniformLineEnds() {
    #expect(paste(Array("1, 2\r\n3\r4\n\t5 é".utf8)).events == [.paste("1, 2\n3\n4\n\t5 é")])
    #expect(paste([]).events == [.paste("")])
  }

  @Test func keepsControlCharactersOut() {
    let body = Array("a\u{3}b\u{1A}c\u{1B}[31md\u{7F}e\u{9B}f\0g".utf8)
    #expect(paste(body).events == [.paste("abc[31mdefg")])
  }

  @Test func whatLooksLikeTheEndButIsNotBelongsToIt() {
    #expect(paste(Array("x\u{1B}[201\u{1B}[20y".utf8)).events == [.paste("x[201[20y")])
    #expect(paste(Array("\u{1B}\u{1B}\u{1B}".utf8)).events == [.paste("")])
  }

  @Test func brokenUTF8IsReplaced() {
    #expect(paste([0x61, 0xFF, 0x62]).events == [.paste("a\u{FFFD}b")])
  }

  @Test func isCutAtItsLimitAndSaysSo() {
    let whole = paste(Array(repeating: UInt8(ascii: "1"), count: limit))
    #expect(whole.wasCut == false)
    #expect(whole.events == [.paste(String(repeating: "1", count: limit))])
    // Two bytes a character, one byte off: the limit falls into the middle of one.
    let body = Array(("a" + String(repeating: "é", count: limit)).utf8)
    let cut = paste(body)
    #expect(cut.wasCut)
    #expect(
      cut.events == [.paste("a" + String(repeating: "é", count: limit / 2 - 1))])
  }

  @Test func aPasteAfterACutOneIsWholeAgain() {
    var decoder = InputDecoder()
    decoder.pasteLimit = limit
    var events: [Event] = []
    let long = String(repeating: "x", count: limit + 1)
    decoder.decode("\u{1B}[200~\(long)\u{1B}[201~".utf8, into: &events)
    #expect(decoder.lastPasteWasCut)
    decoder.decode("\u{1B}[200~y\u{1B}[201~".utf8, into: &events)
    #expect(!decoder.lastPasteWasCut)
    #expect(events.last == .paste("y"))
  }

  @Test func endsByItselfWhenItsEndNeverComes() {
    var decoder = InputDecoder()
    var events: [Event] = []
    decoder.decode("\u{1B}[200~1 2 3".utf8, into: &events)
    #expect(events.isEmpty)
    #expect(decoder.patience == 1000)
    decoder.timeOut(into: &events)
    #expect(events == [.paste("1 2 3")])
    decoder.decode("\u{1B}[201~q".utf8, into: &events)
    #expect(events == [.paste("1 2 3"), .key(Key("q"))])
  }
}
