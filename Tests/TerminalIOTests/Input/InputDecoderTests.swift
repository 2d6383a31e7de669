import TerminalCells
import TestSupport
import Testing
import Widgets

@testable import Explorer
@testable import TerminalIO

/// The events of some bytes that came at once, and of nothing more coming after them.
private func events(_ bytes: [UInt8], keys: KeySequences = KeySequences()) -> [Event] {
  var decoder = InputDecoder(keys: keys)
  var events: [Event] = []
  decoder.decode(bytes, into: &events)
  while decoder.patience() != nil { decoder.timeOut(at: .now + .seconds(60), into: &events) }
  return events
}

private func events(_ text: String) -> [Event] { events(Array(text.utf8)) }

private func keys(_ text: String) -> [Key] {
  events(text).compactMap { if case .key(let key) = $0 { key } else { nil } }
}

@Suite struct InputDecoderTests {
  @Test(arguments: [
    ("a", Key("a")), ("Z", Key("Z")), (" ", Key(" ")), ("~", Key("~")),
    ("\r", Key(.enter)), ("\n", Key(.enter)), ("\t", Key(.tab)),
    ("\u{7F}", Key(.backspace)), ("\u{8}", Key(.backspace)),
    ("\u{1}", .control("a")), ("\u{12}", .control("r")), ("\u{1F}", .control("_")),
    ("\0", Key(.character(" "), .control)), ("\u{1B}", Key(.escape)),
    ("\u{1B}x", Key(.character("x"), .alt)), ("\u{1B}\r", Key(.enter, .alt)),
    ("\u{1B}é", Key(.character("é"), .alt)), ("\u{1B}[", Key(.character("["), .alt)),
    ("\u{1B}O", Key(.character("O"), .alt)), ("\u{1B}P", Key(.character("P"), .alt)),
    ("é", Key("é")), ("∂", Key("∂")), ("漢", Key("漢")), ("👍", Key("👍")),
    ("\u{1B}[A", Key(.up)), ("\u{1B}OA", Key(.up)), ("\u{1B}[1;2B", Key(.down, .shift)),
    ("\u{1B}[1;5C", Key(.right, .control)), ("\u{1B}[1;3D", Key(.left, .alt)),
    ("\u{1B}[1;6D", Key(.left, [.control, .shift])), ("\u{1B}\u{1B}[A", Key(.up, .alt)),
    ("\u{1B}[a", Key(.up, .shift)), ("\u{1B}Oa", Key(.up, .control)),
    ("\u{1B}O5C", Key(.right, .control)),
    ("\u{1B}[H", Key(.home)), ("\u{1B}[1~", Key(.home)), ("\u{1B}[7~", Key(.home)),
    ("\u{1B}[F", Key(.end)), ("\u{1B}[4~", Key(.end)), ("\u{1B}OF", Key(.end)),
    ("\u{1B}[2~", Key(.insert)), ("\u{1B}[3~", Key(.delete)),
    ("\u{1B}[3;5~", Key(.delete, .control)), ("\u{1B}[5~", Key(.pageUp)),
    ("\u{1B}[6~", Key(.pageDown)), ("\u{1B}[Z", Key(.tab, .shift)),
    ("\u{1B}OM", Key(.enter)), ("\u{1B}OP", Key(.function(1))),
    ("\u{1B}[1;2P", Key(.function(1), .shift)), ("\u{1B}[15~", Key(.function(5))),
    ("\u{1B}[24~", Key(.function(12))), ("\u{1B}[97;5u", .control("a")),
    ("\u{1B}[27;5;97~", .control("a")), ("\u{1B}[65;2u", Key("A")),
    // The kitty protocol: pressed, held, with Shift, with locks, with text, from the keypad.
    ("\u{1B}[97;1:1u", Key("a")), ("\u{1B}[97;1:2u", Key("a")), ("\u{1B}[97;2u", Key("A")),
    ("\u{1B}[49:33;2u", Key("!")), ("\u{1B}[97;65u", Key("A")), ("\u{1B}[99;133u", .control("c")),
    ("\u{1B}[97;2;65u", Key("A")), ("\u{1B}[1;1:2A", Key(.up)),
    ("\u{1B}[3;5:1~", Key(.delete, .control)),
    ("\u{1B}[57400u", Key("1")), ("\u{1B}[57412u", Key("-")), ("\u{1B}[57414u", Key(.enter)),
    ("\u{1B}[57419;2u", Key(.up, .shift)), ("\u{1B}[57426u", Key(.delete)),
    ("\u{1B}[97;9u", Key(.character("a"), .alt)),
    ("\u{1B}O5p", Key(.character("0"), .control)), ("\u{1B}OI", Key(.tab)),
  ])
  func decodesOneKey(text: String, key: Key) {
    #expect(keys(text) == [key])
    #expect(events(text).count == 1)
  }

  @Test func theKeypadInApplicationModeTypesWhatStandsOnIt() {
    let sent = "pqrstuvwxymjonklX".map { "\u{1B}O\($0)" }.joined()
    #expect(keys(sent) == "0123456789-*/.+,=".map { Key($0) })
  }

  @Test func theKeypadsDigitsAreNoFunctionKeysOfAnOldTerminal() {
    let vt100 = KeySequences { ["kf5": "\u{1B}Ot", "kf1": "\u{1B}OP"][$0].map { Array($0.utf8) } }
    #expect(
      events(Array("\u{1B}Ot\u{1B}OP".utf8), keys: vt100) == [
        .key(Key("4")), .key(Key(.function(1))),
      ])
  }

  @Test(arguments: [
    "\u{1B}[97;1:3u", "\u{1B}[97;5:3u", "\u{1B}[1;1:3A", "\u{1B}[3;1:3~", "\u{1B}[15;1:3~",
    "\u{1B}[13;1:3u", "\u{1B}[57400;1:3u", "\u{1B}[1;1:3P", "\u{1B}[57441;2u", "\u{1B}[57358;65u",
  ])
  func aKeyLetGoAndAModifierAreNoPresses(report: String) {
    #expect(events(report).isEmpty)
    #expect(events(report + "x") == [.key(Key("x"))])
  }

  @Test func decodesTheSameHoweverTheBytesAreCut() {
    let bytes = Array(
      "a\u{1B}[1;2Aé漢\u{1B}[<0;5;6M\u{1B}[200~1, 2\r\n3\u{1B}[201~\u{1B}OB\u{1B}x".utf8)
    let whole = events(bytes)
    #expect(whole.count == 8)
    for cut in bytes.indices {
      var decoder = InputDecoder()
      var events: [Event] = []
      decoder.decode(bytes[..<cut], into: &events)
      decoder.decode(bytes[cut...], into: &events)
      #expect(events == whole)
    }
  }

  @Test func terminfoGoesBeforeTheCommonGrammar() {
    let linux = KeySequences { $0 == "kf1" ? Array("\u{1B}[[A".utf8) : nil }
    #expect(events(Array("\u{1B}[[A".utf8), keys: linux) == [.key(Key(.function(1)))])
    let vt52 = KeySequences { $0 == "kcuu1" ? Array("\u{1B}A".utf8) : nil }
    #expect(events(Array("\u{1B}A".utf8), keys: vt52) == [.key(Key(.up))])
    let rxvt = KeySequences { $0 == "kHOM" ? Array("\u{1B}[7$".utf8) : nil }
    #expect(events(Array("\u{1B}[7$".utf8), keys: rxvt) == [.key(Key(.home, .shift))])
  }

  @Test func aTerminfoKeyThatIsACharacterStaysOne() {
    let old = KeySequences { $0 == "kcub1" ? [0x08] : nil }
    #expect(events([0x08], keys: old) == [.key(Key(.backspace))])
  }

  @Test(arguments: [
    "\u{1B}[?1;2c", "\u{1B}[12;40R\u{1B}[0n", "\u{1B}[I", "\u{1B}[O", "\u{1B}[99~", "\u{1B}[E",
    "\u{1B}]11;rgb:00/00/00\u{7}", "\u{1B}]11;rgb:00/00/00\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\",
    "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[201~", "\u{1B}[99999999999999999999u",
    "\u{1B}[1;99999999999999999999999999u", "\u{1B}[<0;1M", "\u{1B}[<;;M", "\u{1B}[55296u",
    "\u{1B}[1;2", "\u{1B}[200", "\u{1B}]52;c;YWJj", "\u{1B}[\u{18}", "\u{1B}[1\u{18}",
  ])
  func reportsAndCutOffSequencesTypeNothing(text: String) {
    let typed = events(text).filter {
      if case .key(let key) = $0, case .character = key.code { true } else { false }
    }
    #expect(typed.isEmpty)
    #expect(events(text + "z").last == .key(Key("z")) || !text.hasSuffix("\\"))
  }

  @Test func aSequenceWithoutEndIsDroppedAndTakesNoRoom() {
    var decoder = InputDecoder()
    var events: [Event] = []
    for _ in 0..<10 {
      decoder.decode("\u{1B}[".utf8, into: &events)
      decoder.decode(repeatElement(UInt8(ascii: "1"), count: 1000), into: &events)
    }
    decoder.decode("A".utf8, into: &events)
    #expect(events.isEmpty)
    decoder.decode("b".utf8, into: &events)
    #expect(events == [.key(Key("b"))])
  }

  @Test(arguments: ["[", "[1;", "O", "]11;", "P", "Pq", "X", "^", "_"])
  func controlCEndsWhatHasNoEnd(_ beginning: String) {
    #expect(keys("\u{1B}" + beginning + "\u{3}q") == [.control("c"), Key("q")])
    #expect(keys("\u{1B}" + beginning + "\u{1A}q") == [.control("z"), Key("q")])
  }

  /// Patience counts from the beginning: keys that are pressed meanwhile look like more of it.
  @Test(arguments: ["P", "]", "X", "^", "_", "[1;", "[<0"])
  func whatHasNoEndIsGivenUpThoughKeysPourIn(_ beginning: String) {
    var decoder = InputDecoder()
    var events: [Event] = []
    let start = ContinuousClock.now
    decoder.decode(("\u{1B}" + beginning).utf8, at: start, into: &events)
    for step in 1...120 {
      let now = start + .milliseconds(50 * step)
      #expect(decoder.patience(at: now) ?? 0 <= 5000)
      decoder.decode("1".utf8, at: now, into: &events)
    }
    let kept = beginning.hasPrefix("[") ? 21 : 81
    #expect(events == Array(repeating: .key(Key("1")), count: kept))
  }

  @Test func anEndlessStringStillEnds() {
    let text = "\u{1B}]0;" + String(repeating: "x", count: 10_000)
    #expect(events(text + "\u{1B}\\y") == [.key(Key("y"))])
    #expect(events(text + "\u{7}y") == [.key(Key("y"))])
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC3], [0xE2, 0x88], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF, 0xFE], [0xE0, 0x80, 0xAF], [0xC2, 0x85],
    ] as [[UInt8]])
  func brokenUTF8IsIgnored(bytes: [UInt8]) {
    #expect(events(bytes).isEmpty)
    #expect(events(bytes + Array("ab".utf8)) == [.key(Key("a")), .key(Key("b"))])
  }

  @Test func aCutOffStringGivesWayToTheNextSequence() {
    #expect(events("\u{1B}]0;title\u{1B}[A") == [.key(Key(.up))])
    #expect(events("\u{1B}P\u{1B}x") == [.key(Key(.character("x"), .alt))])
    #expect(events("\u{1B}P1\u{1B}") == [.key(Key(.escape))])
  }

  @Test func aLoneEscapeWaitsOnlyForTheDelay() {
    var decoder = InputDecoder()
    decoder.escapeDelay = 40
    var events: [Event] = []
    #expect(decoder.patience() == nil)
    decoder.decode([0x1B], into: &events)
    #expect(events.isEmpty)
    #expect(decoder.patience() == 40)
    decoder.timeOut(into: &events)
    #expect(events == [.key(Key(.escape))])
    #expect(decoder.patience() == nil)
  }

  @Test func aLoneEscapeIsQuickByItself() {
    var decoder = InputDecoder()
    var events: [Event] = []
    decoder.decode([0x1B], into: &events)
    #expect(decoder.patience()! <= 100)
  }

  @Test(arguments: [
    "\u{1B}[", "\u{1B}O", "\u{1B}]", "\u{1B}P", "\u{1B}[<", "\u{1B}[<0;5", "\u{1B}[M", "\u{1B}[[",
    "\u{1B}]11;rgb:0", "\u{1B}\u{1B}[", "\u{1B}[1;2", "\u{1B}O5",
  ])
  func theRestOfASequenceThatHasBegunIsWaitedForASecond(start: String) {
    var decoder = InputDecoder()
    var events: [Event] = []
    decoder.decode(start.utf8, into: &events)
    #expect(events.isEmpty)
    #expect(decoder.patience()! >= 1000)
  }

  @Test func anArrowThatComesByteByByteIsAnArrow() {
    for arrow in ["\u{1B}[A", "\u{1B}OA", "\u{1B}[1;2A"] {
      var decoder = InputDecoder()
      var events: [Event] = []
      for byte in arrow.utf8 {
        // Nobody gives up within 20 ms, nor where a busy machine makes 50 of them.
        if let patience = decoder.patience() { #expect(patience > 50) }
        decoder.decode([byte], into: &events)
      }
      #expect(events.count == 1)
    }
  }

  @Test func theTerminalsAttributesAreNotedAndTypeNothing() {
    var decoder = InputDecoder()
    var events: [Event] = []
    decoder.decode("\u{1B}[?62;22".utf8, into: &events)
    let before = decoder.takeAttributesReport()
    decoder.decode("c".utf8, into: &events)
    let (after, later) = (decoder.takeAttributesReport(), decoder.takeAttributesReport())
    #expect(!before && after && !later && events.isEmpty)
  }

  @Test func twoEscapesAreTwo() {
    #expect(keys("\u{1B}\u{1B}") == [Key(.escape), Key(.escape)])
    #expect(keys("\u{1B}\u{1B}\u{1B}") == [Key(.escape), Key(.escape), Key(.escape)])
    #expect(keys("\u{1B}\u{1B}x") == [Key(.escape), Key(.character("x"), .alt)])
  }

  @Test func anyBytesAtAllAreTaken() {
    var random = TestRandom(seed: 7)
    for _ in 0..<200 {
      let bytes = (0..<500).map { _ in
        // Mostly what begins and ends sequences.
        let common = Array("\u{1B}[O]P<M;1220~m\u{7}\\".utf8)
        let value = random.next() >> 1
        return value & 1 == 0
          ? UInt8(truncatingIfNeeded: value >> 8)
          : common[Int(value >> 8) % common.count]
      }
      let found = events(bytes)
      #expect(found.count <= bytes.count)
    }
  }
}

@Suite struct BackgroundReportTests {
  @Test(arguments: [
    ("rgb:ffff/ffff/ffff", Appearance.Background.light), ("rgb:0/0/0", .dark),
    ("rgb:fd/f6/e3", .light), ("rgb:1e1e/1e1e/2e2e", .dark), ("rgba:ffff/ffff/ffff/ffff", .light),
  ])
  func anAnswerTellsTheBackground(color: String, background: Appearance.Background) {
    #expect(events("\u{1B}]11;\(color)\u{7}") == [.background(background)])
    #expect(events("\u{1B}]11;\(color)\u{1B}\\x") == [.background(background), .key(Key("x"))])
  }

  @Test(arguments: [
    "11;rgb:ffff/ffff", "11;rgb:fffff/0/0", "11;rgb:xyz/0/0", "11;#ffffff", "10;rgb:f/f/f", "11;",
  ])
  func otherStringsTellNothing(string: String) {
    #expect(events("\u{1B}]\(string)\u{7}").isEmpty)
  }
}
