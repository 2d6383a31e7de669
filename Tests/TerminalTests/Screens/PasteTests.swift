import Glibc
import Testing

/// Pastes and keys that come in pieces, or late, on the real program.
@Suite struct PasteTests {
  private static let begin = "\u{1B}[200~"
  private static let end = "\u{1B}[201~"

  private func softmax(
    _ body: @Sendable (PseudoTerminal) async throws -> Void
  ) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(["softmax", "1,2"])
      try await terminal.waitForStart()
      try await body(terminal)
    }
  }

  @Test func theRestOfAStalledPasteIsNeverRunAsKeys() async throws {
    try await softmax { terminal in
      terminal.type(Self.begin + "7.125, ")
      try await Task.sleep(for: .milliseconds(1300))
      try await terminal.waitFor("waiting for")
      terminal.type("q" + Self.end)
      // As a key it would have ended the program.
      try await terminal.waitFor("'q' is not a number")
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }

  @Test(arguments: ["\u{3}", "\u{1C}"])
  func aStalledPasteIsLeftByTheKeysThatEndPrograms(key: String) async throws {
    try await softmax { terminal in
      terminal.type(Self.begin + "1, 2")
      try await Task.sleep(for: .milliseconds(200))
      terminal.type(key)
      let status = try await terminal.waitForExit(within: .seconds(2))
      #expect(status == .killed(by: key == "\u{3}" ? SIGINT : SIGQUIT))
      terminal.expectRestored()
    }
  }

  @Test func aPasteThatNeverEndsIsRefusedAfterThirtySecondsThoughKeysArePressed() async throws {
    try await softmax { terminal in
      terminal.type(Self.begin + "1, 2")
      for _ in 0..<15 {
        try await Task.sleep(for: .seconds(2))
        terminal.type("j")
      }
      try await terminal.waitFor("within 30 seconds", within: .seconds(4))
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }

  @Test func twoMegabytesAreTakenWithinASecondAndInBoundedMemory() async throws {
    try await Gate.shared.pass(alone: true) {
      let numbers = (0..<4096).map { index in
        String(("\(index % 7)." + String(repeating: "123456789", count: 60)).prefix(500))
      }
      let text = numbers.joined(separator: ",")
      for open in ["", "e", ":x "] {
        let terminal = try PseudoTerminal(["softmax", "1,2"])
        try await terminal.waitForStart()
        terminal.type(open)
        try await terminal.waitUntilIdle()
        let before = terminal.statistics!.ticks
        let enter = open.isEmpty ? "" : "\r"
        try await terminal.typeAll(Array((Self.begin + text + Self.end + enter).utf8))
        try await terminal.waitFor("₄₀₉₅")
        // Processor time, in hundredths: whatever else the machine does meanwhile.
        let taken = terminal.statistics!.ticks - before
        #expect(taken < 100, "\(open): \(taken)")
        #expect(terminal.peakMemory! < 65_536, "\(open): \(terminal.peakMemory!) KiB")
        try await terminal.expectQuits()
      }
    }
  }

  @Test(arguments: ["\u{1B}[C", "\u{1B}OC", "\u{1B}[1;2D"])
  func anArrowAtTwentyMillisecondsAByteIsAnArrow(arrow: String) async throws {
    try await Gate.shared.pass(alone: true) {
      let slow = try PseudoTerminal()
      try await slow.waitForStart()
      var largestGap = Duration.zero
      for byte in arrow.utf8 {
        let sent = ContinuousClock.now
        slow.type([byte])
        try await Task.sleep(for: .milliseconds(20))
        largestGap = max(largestGap, ContinuousClock.now - sent)
      }
      try await slow.waitUntilIdle()
      // On a machine too busy to keep time there is nothing to be seen.
      guard largestGap < .milliseconds(60) else { return try await slow.expectQuits() }
      let quick = try PseudoTerminal()
      try await quick.waitForStart()
      let before = quick.output.count
      quick.type(arrow)
      try await quick.waitUntilIdle()
      #expect(quick.output.count > before && slow.output == quick.output)
      try await slow.expectQuits()
      try await quick.expectQuits()
    }
  }

  @Test func aMouseReportThatIsCutForASecondPressesNoKey() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      terminal.type("\u{1B}[")
      try await Task.sleep(for: .milliseconds(800))
      terminal.type("<0;5;5M")
      try await terminal.waitUntilIdle()
      // ";" and "5" would be keys.
      #expect(!terminal.hasExited)
      try await terminal.expectQuits()
    }
  }

  /// As a terminal sends a paste that does not mark it.
  @Test(arguments: ["7.125,1,2", "7.125 1 2\r", "[7.125, 1, 2]\r", "tensor([7.125, 1.0, 2.0])"])
  func aListThatComesAllAtOnceIsTakenLikeAPaste(text: String) async throws {
    try await softmax { terminal in
      terminal.type(text)
      try await terminal.waitFor("7.125")
      try await terminal.waitFor("x₂")
      try await terminal.expectQuits()
    }
  }

  @Test func aLongUnmarkedPasteIsOneAndChangesNothingElsewhere() async throws {
    try await softmax { terminal in
      let numbers = (0..<400).map { "\($0).5" }
      try await terminal.typeAll(Array(numbers.joined(separator: "\r").utf8))
      try await terminal.waitFor("x₃₉₉")
      try await terminal.expectQuits()
    }
    try await Gate.shared.pass {
      let curves = try PseudoTerminal()
      try await curves.waitForStart()
      curves.type("2,0,2,0.5")
      try await curves.waitFor("Nothing is open to paste into")
      try await curves.expectQuits()
    }
  }

  /// A string that never ends takes what is typed for two seconds at most, and Ctrl-Z never.
  @Test(arguments: ["\u{1B}P", "\u{1B}]", "\u{1B}_", "\u{1B}^", "\u{1B}X"])
  func keysThatPourInDoNotKeepAStringOpen(start: String) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      terminal.type(start)
      let began = ContinuousClock.now
      while !terminal.hasExited, ContinuousClock.now < began + .seconds(4) {
        terminal.type("q")
        try await Task.sleep(for: .milliseconds(50))
        terminal.read()
      }
      #expect(try await terminal.waitForExit(within: .seconds(1)) == .exited(0))
      terminal.expectRestored()
    }
  }

  @Test func theKeypadTypesItsDigits() async throws {
    try await softmax { terminal in
      terminal.type("\r\u{1B}Oq\u{1B}On\u{1B}Ou\u{1B}OM")
      try await terminal.waitFor("1.5")
      try await terminal.expectQuits()
    }
  }

  @Test func aKeyThatIsLetGoIsNotPressed() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      terminal.type("\u{1B}[113;1:3u\u{1B}[99;5:3u")
      try await terminal.waitUntilIdle()
      #expect(!terminal.hasExited)
      terminal.type("\u{1B}[113;1:1u")
      #expect(try await terminal.waitForExit(within: .seconds(2)) == .exited(0))
    }
  }
}
