import Glibc
import Subprocess
import Testing

/// `nabla frame` and `nabla --run`: states as lines, without and with a terminal.
@Suite struct FrameCommandTests {
  private static let lines = "relu; x -3 3; at 0; health on"

  @Test func aFrameIsWhatTheExplorerShows() async throws {
    let frame = try await nabla("frame", "--run", Self.lines, "--size", "80x24")
    #expect(frame.status == 0)
    #expect(frame.output.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
    #expect(frame.output.contains("ReLU  r(x)"))
    #expect(frame.output.contains("Dead (|r′| = 0) for x ≤ 0."))
    #expect(!frame.output.contains("\u{1B}"))
    try await Gate.shared.pass {
      let shown = try PseudoTerminal(["--run", Self.lines])
      try await shown.waitFor("Dead (|r′| = 0) for x ≤ 0.")
      shown.type("q")
      _ = try await shown.waitForExit()
    }
  }

  @Test func theScriptOfAFrameLeadsToTheSameFrame() async throws {
    let keys = "l l <Down> g w <Tab> <Down> ] <Right>"
    let script = try await nabla("frame", "--keys", keys, "--format", "script").output
    let first = try await nabla("frame", "--keys", keys)
    let second = try await nabla("frame", "--run", "-", input: script)
    #expect(script.hasPrefix("nabla 1\n"))
    #expect(second.status == 0 && first.output == second.output)
    let again = try await nabla("frame", "--run", "-", "--format", "script", input: script)
    #expect(again.output == script)
  }

  @Test func saveWritesItsFileAndTildeIsTheHomeFolder() async throws {
    let home = try Program.temporaryFolder()
    defer { Program.removeFolder(home) }
    func frame(_ lines: String) async throws -> Outcome {
      try await nabla("frame", "--run", lines, environment: ["HOME": home])
    }
    let saved = try await frame("relu; x -3 3; save ~/demo.nabla")
    #expect(saved.status == 0 && saved.output.contains("Written to ~/demo.nabla."))
    let again = try await nabla(
      "frame", "--run", "@~/demo.nabla", "--format", "script", environment: ["HOME": home])
    #expect(again.output == "nabla 1\nfunction relu\nx -3 3\n")
    let refused = try await frame("save ~/demo.nabla")
    #expect(refused.status == 1 && refused.output.isEmpty)
    #expect(refused.errors.contains("~/demo.nabla already exists"))
    let typed = try await nabla(
      "frame", "--keys", ":\"save ~/typed.nabla\"<Enter>", environment: ["HOME": home])
    #expect(typed.output.contains("Written to ~/typed.nabla."))
  }

  @Test func whatAScriptAsksOfTheWorldIsDoneAtOnce() async throws {
    let home = try Program.temporaryFolder()
    defer { Program.removeFolder(home) }
    try await Gate.shared.pass {
      let shown = try PseudoTerminal(["--run", "relu; save \(home)/demo.nabla"])
      try await shown.waitFor("Written to")
      shown.type("q")
      _ = try await shown.waitForExit()
      let quitting = try PseudoTerminal(["--run", "relu; quit"])
      _ = try await quitting.waitForExit()
      quitting.expectRestored()
    }
  }

  @Test func readingsAreJSON() async throws {
    let readings = try await nabla("frame", "--run", Self.lines, "--format", "readings").output
    #expect(readings.contains("\"kind\": \"kink\"") && readings.contains("\"slope-right\": 1"))
  }

  @Test func coloursComeWithAnsi() async throws {
    let frame = try await nabla("frame", "--format", "ansi")
    #expect(frame.output.contains("\u{1B}[0;"))
    let plain = try await nabla("frame", "--format", "ansi", "--color", "never")
    #expect(!plain.output.contains("\u{1B}"))
  }

  @Test(arguments: [
    (["frame", "--run", "relu\nnonsense 3"], "Line 2"), (["frame", "--keys", "<Foo>"], "<Foo>"),
    (["frame", "--size", "0x5"], "0x5"), (["frame", "--run", "@/no/such"], "/no/such"),
    (["--run", "x 3 -3"], "--run"), (["--run", "relu", "--resume"], "--resume"),
  ])
  func whatIsRefusedIsNamed(arguments: [String], name: String) async throws {
    let outcome = try await nabla(arguments)
    #expect(outcome.status != 0 && outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("nabla: ") && outcome.errors.contains(name))
  }
}
