import TerminalCells
import Testing
import Widgets

/// What an act has to say is never cut.
@Suite struct MessageTests {
  /// All that the rows of a frame say, with single blanks.
  private func text(_ bench: Workbench, rows: Range<Int>) -> String {
    rows.map { bench.view.text(row: $0) }.joined(separator: " ")
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: [40, 60, 80, 200])
  func aMessageTakesAsManyRowsAsItNeeds(width: Int) throws {
    let bench = try Workbench.forTests(width: width).playing(": \"amplitud; slop\" <Enter> <Esc> Q")
    #expect(text(bench, rows: 20..<23).contains("Q does nothing here; ? lists the keys."))
    let shared = try Workbench.forTests(width: width)
      .running("note \"one two three four five six seven eight nine ten\"; slope on; at 0.5")
      .playing("<C-s>")
    let line = shared.commandLine.split(separator: " ").joined(separator: " ")
    #expect(text(shared, rows: 0..<24).contains(line), "\(shared.view.picture)")
    #expect(shared.view.text(row: 23).contains("? help"), "the hints stay")
  }

  @Test func aRefusalAboveTheLineOfAFieldIsWholeAndTheFieldIsSeen() throws {
    let bench = try Workbench.forTests(width: 40).playing(
      ": \"slope on; amplitude 3; x 3\" <Enter>")
    let refusal = "Command 3 ('x 3'): x accepts a finite number for upper, as in x -3 3."
    #expect(bench.status.text == refusal)
    #expect(text(bench, rows: 20..<24).contains(refusal))
    #expect(text(bench, rows: 20..<24).contains("slope on; amplitude 3; x 3"))
  }

  @Test func aLongerOneOpensAPageThatScrolls() throws {
    let words = (1...300).map { "w\($0)" }.joined(separator: " ")
    var bench = try Workbench.forTests().running("note \"\(words)\"").playing("<C-s>")
    #expect(bench.isHelpOpen && bench.view.picture.contains("Message"))
    #expect(bench.script.count == 1, "a message is no part of the state")
    var seen = ""
    for _ in 0..<5 {
      seen += text(bench, rows: 1..<22)
      try bench.play("<PgDn>")
    }
    for word in ["w1 ", "w100", "w299"] { #expect(seen.contains(word)) }
    try bench.play("x")
    #expect(!bench.isHelpOpen && bench.status == bench.screen.status)
  }

  @Test func aWordLongerThanTheWindowIsBroken() throws {
    let word = String(repeating: "abcdefghij", count: 12)
    let bench = try Workbench.forTests(width: 50).running("note \(word)").playing("<C-s>")
    let shown = (15..<23).map { bench.view.text(row: $0).filter { !$0.isWhitespace } }.joined()
    #expect(shown.contains(word))
  }

  @Test func aNewSizeFoldsAMessageAnew() throws {
    var bench = try Workbench.forTests(width: 200).running("note \"a b c d e f g\"; slope on")
      .playing("<C-s>")
    _ = bench.update(.resize(Size(width: 40, height: 24)))
    #expect(
      text(bench, rows: 18..<23).contains("slope on; note \"a b c d e f g\"'")
        || text(bench, rows: 18..<23).contains("a b c d e f g"))
  }

  @Test func reservedKeysSayWhatForAndOthersThatTheyDoNothing() throws {
    for (key, purpose) in ReservedKeys.all {
      var bench = Workbench.forTests()
      _ = bench.update(.key(key))
      #expect(bench.status.kind == .refusal && bench.status.text.contains(purpose))
    }
    #expect(
      try Workbench.forTests().playing("<F6>").status
        == .refusal("F6 does nothing here; ? lists the keys."))
  }
}
