import TerminalCells
import Testing

@testable import TerminalIO

@Suite struct PasteTests {
  private let limit = 1000

  private func paste(_ body: [UInt8]) -> [Event] {
    var decoder = InputDecoder()
    decoder.pasteLimit = limit
    var events: [Event] = []
    decoder.decode("\u{1B}[200~".utf8, into: &events)
    decoder.decode(body, into: &events)
    decoder.decode("\u{1B}[201~".utf8, into: &events)
    return events
  }

  @Test func isOneEventWithUniformLineEnds() {
    #expect(paste(Array("1, 2\r\n3\r4\n\t5 é".utf8)) == [.paste("1, 2\n3\n4\n\t5 é")])
    #expect(paste([]) == [.paste("")])
  }

  /// What was on either side of one is not joined.
  @Test func marksControlCharacters() {
    let body = Array("a\u{3}b\u{1A}c\u{1B}[31md\u{7F}e\u{9B}f\0g".utf8)
    #expect(paste(body) == [.paste("a�b�c�[31md�e�f�g")])
  }

  @Test func whatLooksLikeTheEndButIsNotBelongsToIt() {
    #expect(paste(Array("x\u{1B}[201\u{1B}[20y".utf8)) == [.paste("x�[201�[20y")])
    #expect(paste(Array("\u{1B}\u{1B}\u{1B}".utf8)) == [.paste("���")])
  }

  @Test func brokenUTF8IsReplaced() {
    #expect(paste([0x61, 0xFF, 0x62]) == [.paste("a\u{FFFD}b")])
  }

  @Test func controlCharactersOfTwoBytesAreMarkedHoweverTheyStand() {
    #expect(paste(Array("a\u{85}\u{9B}é\u{A0}".utf8)) == [.paste("a\n�é\u{A0}")])
    #expect(paste([0xC2]) == [.paste("\u{FFFD}")])
    #expect(paste([0xC2, 0x0D, 0x0A, 0x31]) == [.paste("\u{FFFD}\n1")])
  }

  @Test func isTakenWholeUpToItsLimitAndRefusedWholeBeyond() {
    #expect(
      paste(Array(repeating: UInt8(ascii: "1"), count: limit))
        == [.paste(String(repeating: "1", count: limit))])
    #expect(
      paste(Array(repeating: UInt8(ascii: "1"), count: limit + 1))
        == [.pasteRefused(.tooLong(bytes: limit + 1, limit: limit))])
    #expect(
      paste(Array(repeating: UInt8(ascii: "1"), count: 50 * limit))
        == [.pasteRefused(.tooLong(bytes: 50 * limit, limit: limit))])
  }

  @Test func aPasteAfterARefusedOneIsTaken() {
    var decoder = InputDecoder()
    decoder.pasteLimit = limit
    var events: [Event] = []
    let long = String(repeating: "x", count: limit + 1)
    decoder.decode("\u{1B}[200~\(long)\u{1B}[201~\u{1B}[200~y\u{1B}[201~q".utf8, into: &events)
    #expect(events.suffix(2) == [.paste("y"), .key(Key("q"))])
  }
}

/// A paste whose end is late, or never comes.
@Suite struct StalledPasteTests {
  /// A decoder into which a paste has begun to come, and the time when it did.
  private struct Bench {
    var decoder = InputDecoder()
    var events: [Event] = []
    let start = ContinuousClock.now

    init(_ text: String = "1, 2, 3") { self.init(sending: "\u{1B}[200~" + text) }

    init(sending text: String) { type(text, after: 0) }

    /// Bytes that come so many seconds after the start; before them, whatever time brings.
    mutating func type(_ text: String, after seconds: Double) {
      wait(until: seconds)
      decoder.decode(text.utf8, at: start + .seconds(seconds), into: &events)
    }

    /// As the event loop does: asks how long to wait, and says when that is over.
    mutating func wait(until seconds: Double) {
      var now = start
      while let patience = decoder.patience(at: now),
        now + .milliseconds(patience) < start + .seconds(seconds)
      {
        now += .milliseconds(patience)
        decoder.timeOut(at: now, into: &events)
      }
    }
  }

  @Test(arguments: [1.3, 20, 29.9]) func itsRestIsNeverTakenForKeys(seconds: Double) {
    var bench = Bench("1, 2")
    bench.type(", 3q\u{1B}[201~", after: seconds)
    #expect(bench.events == [.pasteStalled, .paste("1, 2, 3q")])
    bench.type("q", after: seconds + 0.1)
    #expect(bench.events.last == .key(Key("q")))
  }

  @Test(arguments: [0.9, 1.3, 4.9])
  func whereverItIsCutItIsText(seconds: Double) {
    let whole = "\u{1B}[200~1, q, 3\u{1B}[201~"
    for cut in 2..<whole.utf8.count {
      let (first, rest) = (whole.prefix(cut), whole.dropFirst(cut))
      // Two bytes may be a key with Alt.
      if cut == 2 && seconds > 1 { continue }
      var bench = Bench(sending: String(first))
      bench.type(String(rest), after: seconds)
      #expect(bench.events.filter { $0 != .pasteStalled } == [.paste("1, q, 3")], "cut at \(cut)")
    }
  }

  @Test func whatIsSlowButGoesOnIsWaitedForAsLongAsItGoesOn() {
    var bench = Bench("")
    for piece in 1...20 {
      bench.type(String(repeating: "1 ", count: 100), after: 10 * Double(piece))
    }
    bench.type("\u{1B}[201~", after: 210)
    #expect(bench.events.last == .paste(String(repeating: "1 ", count: 2000)))
  }

  @Test func afterThirtySecondsItIsRefusedAndKeysAreKeysAgain() {
    var silent = Bench()
    silent.wait(until: 31)
    #expect(silent.events == [.pasteStalled, .pasteRefused(.unfinished)])
    silent.type("q", after: 32)
    #expect(silent.events.last == .key(Key("q")))

    var typing = Bench()
    for second in 1...35 { typing.type("j", after: Double(second)) }
    let refusals = typing.events.filter { $0 == .pasteRefused(.unfinished) }
    #expect(refusals.count == 1)
    #expect(typing.events.filter { $0 == .key(Key("j")) }.count == 6)
    #expect(!typing.events.contains { if case .paste = $0 { true } else { false } })
  }

  @Test func whatComesOfItLaterStillIsNoKeys() {
    var bench = Bench()
    bench.type(", 4, 5, 6, 7, 8, 9, 10, 11, q", after: 40)
    bench.type("12, 13, 14, 15, 16\u{1B}[201~q", after: 40.5)
    #expect(
      bench.events == [.pasteStalled, .pasteRefused(.unfinished), .key(Key("q"))])
    bench.type("qqqqqqqqqqqqqqqqqqqqqqqq", after: 41)
    #expect(bench.events.filter { $0 == .key(Key("q")) }.count == 25)
  }

  @Test func aShortRestWithTheEndMarkIsNoKeysEither() {
    var bench = Bench()
    bench.type("q\u{1B}[201~", after: 40)
    bench.type("j", after: 40.1)
    #expect(bench.events == [.pasteStalled, .pasteRefused(.unfinished), .key(Key("j"))])
  }

  @Test func whatIsLeftOverWithoutAnEndIsWaitedForASecond() {
    var bench = Bench()
    bench.type("qqqqqqqqqqqqqqqqqqqqqqqqqqqq", after: 40)
    bench.type("j", after: 42)
    #expect(bench.events == [.pasteStalled, .pasteRefused(.unfinished), .key(Key("j"))])
  }

  @Test(arguments: [("\u{3}", "c"), ("\u{1C}", "\\")])
  func theKeysThatEndTheProgramAlwaysWork(byte: String, name: Character) {
    for seconds in [0.01, 5.0, 29.0] {
      var bench = Bench()
      bench.type(byte, after: seconds)
      bench.wait(until: seconds + 0.2)
      #expect(bench.events.contains(.key(.control(Key(name)))), "\(seconds)")
    }
    var held = Bench()
    for press in 1...3 { held.type(byte, after: 2 + 0.03 * Double(press)) }
    #expect(held.events.contains(.key(.control(Key(name)))))
  }

  @Test func theSameCharactersInsideATextAreNoKeys() {
    var bench = Bench("a\u{3}b\u{3}")
    bench.type("c\u{1C}", after: 0.01)
    bench.type("d\u{1B}[201~", after: 0.02)
    #expect(bench.events == [.paste("a�b�c�d")])
  }
}

/// Lists of numbers that come all at once on a terminal that does not mark pastes.
@Suite struct BurstTests {
  private func events(_ pieces: [(text: String, after: Int)]) -> [Event] {
    var decoder = InputDecoder()
    var events: [Event] = []
    let start = ContinuousClock.now
    for (text, after) in pieces {
      let now = start + .milliseconds(after)
      while let patience = decoder.patience(at: start), start + .milliseconds(patience) < now,
        decoder.isTakingText
      {
        decoder.timeOut(at: now, into: &events)
      }
      decoder.decode(text.utf8, at: now, into: &events)
    }
    while decoder.patience() != nil { decoder.timeOut(at: .now + .seconds(60), into: &events) }
    return events
  }

  @Test(arguments: [
    "1,2,3", "1 2 3", "-1.5;2", "1\n2\n3\n", "+1\t2e5", "−1, −inf, 2", ".5 .25", "[1, 2]", "(1,2)",
    "tensor([1., 2.], dtype=torch.float16)", "np.array([1, 2])", "x = [1, 2]", "1e-3,inf,nan,4",
    "0x1p3,5", "nan,1,2", "inf, 1", "-0x1.8p+1 0X2P3",
  ])
  func aListIsABurst(text: String) {
    #expect(events([(text, 0)]) == [.burst(text)])
    #expect(events([(text.replacing("\n", with: "\r"), 0)]) == [.burst(text)])
  }

  @Test(arguments: [
    "jjjjj", "1 2", "12345", "+++++", ":x 1 2", "2lllll", "hhhh1", "q1,2,3", ", , , ,", "1,2,3q",
    "\u{1B}[C\u{1B}[C", "-----", "jj[[1", "tttt[",
  ])
  func keysAreKeys(text: String) {
    #expect(
      events([(text, 0)]).allSatisfy { if case .key = $0 { true } else { false } }, "\(text)")
  }

  @Test func whatFollowsAtOnceBelongsToItAndWhatIsNoTextEndsIt() {
    #expect(events([("1,2,3", 0), (",4,q", 20), ("5", 40)]) == [.burst("1,2,3,4,q5")])
    #expect(events([("1,2,3", 0), ("q", 200)]) == [.burst("1,2,3"), .key(Key("q"))])
    #expect(
      events([("1,2,3", 0), ("4\u{3}q", 10)])
        == [.burst("1,2,34"), .key(.control("c")), .key(Key("q"))])
    #expect(events([("1,2,3", 0), ("\u{1B}[A", 10)]) == [.burst("1,2,3"), .key(Key(.up))])
  }

  @Test func aMarkedPasteIsOneAsBefore() {
    #expect(events([("\u{1B}[200~1,2,3\u{1B}[201~", 0)]) == [.paste("1,2,3")])
    #expect(events([("\u{1B}[200~", 0), ("1,2,3\u{1B}[201~", 10)]) == [.paste("1,2,3")])
  }

  @Test func itIsBounded() {
    var decoder = InputDecoder()
    decoder.pasteLimit = 100
    var events: [Event] = []
    for _ in 0..<10 { decoder.decode(String(repeating: "1 ", count: 50).utf8, into: &events) }
    decoder.decode([3], into: &events)
    #expect(events.first == .pasteRefused(.tooLong(bytes: 1000, limit: 100)))
  }
}
