import Glibc
import TestSupport
import Testing

@Suite struct StormTests {
  @Test func sizesOfAllKinds() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      var random = TestRandom(seed: 3)
      var sizes = [(1, 1), (500, 200), (1, 200), (500, 1), (2, 2), (80, 24)]
      for _ in 0..<60 {
        sizes.append((.random(in: 1...500, using: &random), .random(in: 1...200, using: &random)))
      }
      for (columns, rows) in sizes + [(65535, 65535), (80, 24)] {
        terminal.resize(columns: columns, rows: rows)
        terminal.type("\u{1B}[C")
        terminal.read()
        if Bool.random(using: &random) { try await terminal.waitUntilIdle() }
      }
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }

  @Test(arguments: [1, 2, 3, 4])
  func keysAtRandom(seed: UInt64) async throws {
    try await Gate.shared.pass {
      var random = TestRandom(seed: seed)
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      for _ in 0..<40 where !terminal.hasExited {
        try await terminal.typeAll(KeyStorm.keys(100, using: &random))
      }
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }

  @Test func bytesAtRandom() async throws {
    try await Gate.shared.pass {
      var random = TestRandom(seed: 5)
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      for _ in 0..<50 where !terminal.hasExited {
        // All bytes but q and those that end or stop the program.
        let bytes = (0..<1000).map { _ in UInt8.random(in: 0...255, using: &random) }
          .filter { ![0x03, 0x1A, 0x1C, UInt8(ascii: "q")].contains($0) }
        try await terminal.typeAll(bytes)
      }
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }

  @Test(arguments: [
    "\u{1B}[", "\u{1B}[1;", "\u{1B}O", "\u{1B}]0;title", "\u{1B}P", "\u{1B}[<0;1", "\u{1B}[M",
    "\u{1B}\u{1B}", "\u{1B}[99999999999999999999;99999999999999999999A",
    "\u{1B}[<0;99999999999999999999;1M", "\u{1B}[<65;0;0M\u{1B}[<-1;-1;-1M",
  ])
  func cutOffSequencesEnd(sequence: String) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      terminal.type(sequence)
      // Nothing is waited for any more.
      try await terminal.waitUntilIdle()
      try await terminal.expectQuits()
    }
  }

  @Test func brokenUTF8() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      let broken: [[UInt8]] = [
        [0xC3], [0x80, 0xBF], [0xE2, 0x88], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF],
        [0xC3, 0x28], [0xF0, 0x9F, 0x91], [0xC2, 0x9B],
      ]
      for bytes in broken {
        terminal.type(bytes)
        try await terminal.waitUntilIdle()
      }
      try await terminal.expectQuits()
    }
  }

  @Test func megabytesOfPaste() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      let numbers = Array(String(repeating: "1.25, -3e7\r\n", count: 250_000).utf8)
      try await terminal.typeAll(Array("\u{1B}[200~".utf8) + numbers + Array("\u{1B}[201~".utf8))
      try await terminal.waitUntilIdle()
      // As text without brackets, without an end, and with a key of the terminal inside.
      try await terminal.typeAll(Array(repeating: UInt8(ascii: "1"), count: 1 << 20))
      try await terminal.typeAll(Array("\u{1B}[200~\u{3}\u{1A}\u{1C}\u{1B}[31m".utf8))
      try await terminal.waitFor("waiting for")
      terminal.type("\u{1B}[201~")
      try await terminal.waitUntilIdle()
      #expect(!terminal.hasExited)
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }

  /// Longer than the second after which a signal would no longer be waited for.
  @Test func aTerminalThatStopsReadingForSecondsAndComesBack() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(columns: 200, rows: 60)
      try await terminal.waitForStart()
      try await terminal.holdUpInWriting()
      terminal.type("\u{1B}[C\u{1B}[C")
      try await Task.sleep(for: .milliseconds(1500))
      #expect(!terminal.hasExited && terminal.isWriting)
      let held = terminal.statistics?.ticks
      try await terminal.waitUntilIdle()
      #expect(held != nil)
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }

  @Test func aHundredThousandKeysOfAllKinds() async throws {
    try await Gate.shared.pass {
      var random = TestRandom(seed: 6)
      let terminal = try PseudoTerminal(columns: 120, rows: 40)
      try await terminal.waitForStart()
      for round in 0..<100 where !terminal.hasExited {
        var bytes: [UInt8] = []
        for _ in 0..<10 {
          bytes += KeyStorm.keys(90, using: &random)
          bytes += KeyStorm.rubbish(10, using: &random)
        }
        try await terminal.typeAll(bytes)
        if round % 20 == 19 {
          terminal.resize(
            columns: .random(in: 1...300, using: &random),
            rows: .random(in: 1...100, using: &random))
        }
      }
      // Of a paste that may have begun the end would be waited for.
      terminal.type("\u{1B}[201~")
      try await terminal.waitUntilIdle()
      let memory = try #require(terminal.peakMemory)
      #expect(memory < 64 * 1024, "KiB")
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }
}
