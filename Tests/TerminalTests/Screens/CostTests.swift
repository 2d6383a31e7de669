import Glibc
import TestSupport
import Testing

/// What the program costs while nothing happens, and how long it keeps one waiting.
@Suite struct CostTests {
  @Test func idleItDoesNothingAtAll() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      let before = (terminal.sleeps, terminal.statistics?.ticks)
      try #require(before.0 != nil && before.1 != nil)
      try await Task.sleep(for: .seconds(1))
      #expect(!terminal.read(), "bytes were sent")
      #expect(terminal.sleeps == before.0, "it woke up")
      #expect(terminal.statistics?.ticks == before.1, "it used the processor")
      try await terminal.expectQuits()
    }
  }

  @Test func memoryIsBounded() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(columns: 200, rows: 60)
      try await terminal.waitForStart()
      func storm() async throws -> Int {
        var random = TestRandom(seed: 9)
        for step in 0..<20 {
          terminal.resize(columns: 150 + step, rows: 50)
          try await terminal.typeAll(KeyStorm.keys(200, using: &random))
        }
        try await terminal.waitUntilIdle()
        return try #require(terminal.peakMemory)
      }
      let once = try await storm()
      _ = try await storm()
      let thrice = try await storm()
      #expect(once < 64 * 1024, "KiB")
      #expect(thrice - once < 8 * 1024, "KiB more, from \(once)")
      try await terminal.expectQuits()
    }
  }

  @Test func startsAndEndsAtOnce() async throws {
    try await Gate.shared.pass(alone: true) {
      var starts: [Duration] = []
      var ends: [Duration] = []
      for _ in 0..<5 {
        let begin = ContinuousClock.now
        let terminal = try PseudoTerminal()
        try await terminal.waitFor("nabla")
        starts.append(ContinuousClock.now - begin)
        try await terminal.waitUntilIdle()
        let quit = ContinuousClock.now
        terminal.type("q")
        #expect(try await terminal.waitForExit() == .exited(0))
        ends.append(ContinuousClock.now - quit)
      }
      // The best of them: the machine may have had something else to do.
      #expect(starts.min()! < .milliseconds(200))
      #expect(ends.min()! < .milliseconds(100))
    }
  }

  @Test func aMegabytePastedTakesLittleMemory() async throws {
    try await Gate.shared.pass {
      for opening in ["", ":", "/", "2", "2:"] {
        let terminal = try PseudoTerminal()
        try await terminal.waitForStart()
        terminal.type(opening)
        let paste = "\u{1B}[200~" + String(repeating: "1, 2 ", count: 200_000) + "\u{1B}[201~"
        try await terminal.typeAll(Array(paste.utf8))
        try await terminal.waitUntilIdle()
        #expect(try #require(terminal.peakMemory) < 30 * 1024, "KiB, after '\(opening)'")
        terminal.type("\u{1B}")
        try await terminal.waitUntilIdle()
        try await terminal.expectQuits()
      }
    }
  }

  @Test func aFloodOfKeysIsShownAsItComesAndSoonOver() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      // Most of them move the window.
      var rest = Array(repeating: UInt8(ascii: "l"), count: 300_000)[...]
      var reads = 0
      let begin = ContinuousClock.now
      while !rest.isEmpty && ContinuousClock.now - begin < .seconds(20) {
        let taken = terminal.type(Array(rest.prefix(4096)))
        rest = rest.dropFirst(taken)
        if terminal.read() { reads += 1 }
        if taken == 0 { try await Task.sleep(for: .milliseconds(1)) }
      }
      try await terminal.waitUntilIdle()
      #expect(try #require(terminal.statistics).ticks < 300)
      #expect(reads >= 3)
      try await terminal.expectQuits()
    }
  }

  /// As a paste on a terminal that does not mark it.
  @Test(arguments: ["oo\r", "/", ":", "2e", "2:x ", "2\r"])
  func aFloodIntoAFieldIsSoonOver(opening: String) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(["--function", "leaky-relu"])
      try await terminal.waitForStart()
      try await terminal.typeAll(Array((opening + String(repeating: "1", count: 80_000)).utf8))
      try await terminal.waitUntilIdle()
      // Hundredths of a second of its own: the machine may be busy.
      #expect(try #require(terminal.statistics).ticks < 300)
      try await terminal.typeAll([0x1B])
      try await terminal.waitUntilIdle()
      try await terminal.expectQuits()
    }
  }

  @Test func aHeldKeyDoesNotLag() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      // A frame for each of them would take far longer.
      try await terminal.typeAll(Array(String(repeating: "\u{1B}[C\u{1B}[D", count: 5000).utf8))
      let begin = ContinuousClock.now
      try await terminal.expectQuits()
      #expect(ContinuousClock.now - begin < .seconds(2))
    }
  }
}
