import Subprocess
import TerminalCells
import TestSupport
import Testing

/// What the options for looks, and what a terminal says of itself, make of every byte that is sent.
@Suite struct LooksTests {
  private static let matrix = ["softmax", "1,2,0.5,-1,3,2.5,0,-0.5"]

  /// The colours by red, green and blue that have been asked for.
  private func components(in terminal: PseudoTerminal) -> Int {
    terminal.read()
    let text = String(decoding: terminal.output, as: UTF8.self)
    return text.ranges(of: "48;2;").count + text.ranges(of: "38;2;").count
  }

  @Test(
    arguments: [
      (["COLORTERM": "truecolor"], [], true), (["COLORTERM": "24bit"], [], true), ([:], [], false),
      ([:], ["--color", "direct"], true), (["COLORTERM": "truecolor"], ["--color", "256"], false),
      (["COLORTERM": "truecolor", "NO_COLOR": "1"], [], false),
      // GNU screen only hands on what the terminal around it said.
      (["COLORTERM": "truecolor", "STY": "7.tty", "TERM": "screen-256color"], [], false),
    ] as [([String: String?], [String], Bool)])
  func aRampIsSmoothWhereTheTerminalHasAllColours(
    environment: [String: String?], options: [String], isSmooth: Bool
  ) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(
        Self.matrix + options, columns: 120, rows: 40, environment: environment)
      try await terminal.waitForStart()
      let count = components(in: terminal)
      #expect(isSmooth ? count > 20 : count == 0)
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }

  @Test(arguments: [[], matrix])
  func nothingAmbiguousLeavesWhereThatIsNotWanted(arguments: [String]) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(arguments + ["--narrow"], columns: 120, rows: 40)
      try await terminal.waitForStart()
      var random = TestRandom(seed: 12)
      for _ in 0..<20 {
        terminal.type(KeyStorm.keys(40, using: &random))
        try await terminal.waitUntilIdle()
      }
      _ = try await terminal.quit()
      let sent = String(decoding: terminal.output, as: UTF8.self).unicodeScalars
      #expect(sent.contains { !$0.isASCII })
      #expect(Set(sent.filter(AmbiguousWidth.contains)) == [])
    }
  }

  @Test func printedPlotsAreNarrowToo() async throws {
    let plot = try await nabla("plot", "gelu", "--narrow", "--derivatives", "2", "--health")
    #expect(plot.status == 0 && plot.output.unicodeScalars.contains { !$0.isASCII })
    #expect(Set(plot.output.unicodeScalars.filter(AmbiguousWidth.contains)) == [])
    #expect(plot.lines.allSatisfy { $0.count <= 80 } && plot.lines.contains { $0.count >= 79 })
  }
}
