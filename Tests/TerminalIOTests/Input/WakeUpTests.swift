import Testing

@testable import TerminalIO

@Suite struct WakeUpTests {
  private let start = ContinuousClock.now

  @Test func nothingIsWaitedForUnlessItWasAskedFor() {
    var wakeUp = WakeUp()
    #expect(wakeUp.patience(at: start) == nil)
    #expect(wakeUp.take(at: start + .seconds(9)) == nil)
  }

  @Test func aTickComesOnceWithTheTimeThatPassed() {
    var wakeUp = WakeUp()
    wakeUp.ask(after: .milliseconds(40), at: start)
    #expect(wakeUp.patience(at: start + .milliseconds(10)) == 30)
    #expect(wakeUp.take(at: start + .milliseconds(39)) == nil)
    #expect(wakeUp.take(at: start + .milliseconds(55)) == .milliseconds(55))
    #expect(wakeUp.take(at: start + .milliseconds(99)) == nil)
  }

  @Test func ofSeveralTheFirstThatIsDueComes() {
    var wakeUp = WakeUp()
    wakeUp.ask(after: .milliseconds(40), at: start)
    wakeUp.ask(after: .milliseconds(10), at: start)
    wakeUp.ask(after: .milliseconds(90), at: start)
    #expect(wakeUp.patience(at: start) == 10)
  }

  /// No time is lost from beat to beat, however long drawing takes.
  @Test func whatATickAsksForCountsFromTheTick() {
    var wakeUp = WakeUp()
    wakeUp.ask(after: .milliseconds(40), at: start)
    let tick = start + .milliseconds(45)
    #expect(wakeUp.take(at: tick) == .milliseconds(45))
    wakeUp.ask(after: .milliseconds(40), at: tick + .milliseconds(25))
    wakeUp.tickHasPassed()
    #expect(wakeUp.patience(at: tick + .milliseconds(25)) == 15)
    #expect(wakeUp.take(at: tick + .milliseconds(60)) == .milliseconds(60))
    wakeUp.tickHasPassed()
    wakeUp.ask(after: .milliseconds(40), at: tick + .seconds(1))
    #expect(wakeUp.patience(at: tick + .seconds(1)) == 40)
  }

  @Test func noTimePassesWhileTheProcessIsStopped() {
    var wakeUp = WakeUp()
    wakeUp.ask(after: .milliseconds(40), at: start)
    wakeUp.goOn(at: start + .seconds(100))
    #expect(wakeUp.take(at: start + .seconds(100) + .milliseconds(40)) == .milliseconds(40))
  }
}

@Suite struct ClipboardSequenceTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"), ("∇", "4oiH"),
  ])
  func bytesAreWrittenAsTheStandardSays(text: String, encoded: String) {
    let bytes = ClipboardSequence.base64(Array(text.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == encoded)
  }

  @Test func tmuxGetsTheSequenceForItselfAndForTheTerminal() {
    func text(_ isInTmux: Bool) -> String {
      String(
        decoding: ClipboardSequence.bytes(copying: "foo", isInTmux: isInTmux), as: UTF8.self)
    }
    let plain = "\u{1B}]52;c;Zm9v\u{7}"
    #expect(text(false) == plain)
    #expect(text(true) == plain + "\u{1B}Ptmux;\u{1B}" + plain + "\u{1B}\\")
  }
}
