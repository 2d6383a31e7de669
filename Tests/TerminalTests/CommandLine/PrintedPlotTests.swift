import Subprocess
import Testing

/// `nabla plot` as a shell runs it.
@Suite struct PrintedPlotTests {
  private static let escape: Character = "\u{1B}"

  @Test func aPipeGetsAPictureOfTheSizeAskedForWithoutColours() async throws {
    let usual = try await nabla("plot", "sigmoid")
    #expect(usual.status == 0 && usual.errors == "")
    #expect(usual.lines.count == 24 && Self.fill(usual.lines, 80))
    #expect(usual.lines[0].contains("sigmoid  σ(x) = 1 / (1 + e⁻ˣ)"))
    #expect(!usual.output.contains(Self.escape))
    let small = try await nabla("plot", "relu", "--size", "40x10")
    #expect(small.lines.count == 10 && Self.fill(small.lines, 40))
  }

  /// Blanks at the ends of lines are not printed, so that only the longest is as wide as asked for, but
  /// for the column that labels may need.
  private static func fill(_ lines: [some StringProtocol], _ width: Int) -> Bool {
    let widest = lines.map(\.count).max() ?? 0
    return (width - 1...width).contains(widest)
  }

  @Test func coloursAreForTerminalsUnlessAskedFor() async throws {
    let plain = try await nabla("plot", "relu").output
    let forced = try await nabla("plot", "relu", "--color", "always")
    #expect(forced.output.contains("\u{1B}[0;1;38;5;51m"))
    // No colour is left on at the end of a line.
    for line in forced.lines {
      #expect(line.split(separator: Self.escape).last?.hasPrefix("[0m") == true, "\(line)")
    }
    let noColor = try await nabla(
      "plot", "relu", "--color", "8", environment: ["NO_COLOR": "1", "TERM": "dumb"])
    #expect(noColor.output.contains("\u{1B}[0;1;36m") && !noColor.output.contains("38;5"))
    #expect(try await nabla("plot", "relu", environment: ["TERM": "nonsense"]).output == plain)
  }

  @Test func aTerminalGetsItsWidthAndItsColours() async throws {
    try await Gate.shared.pass {
      for (noColor, isColored) in [(nil, true), ("1", false)] as [(String?, Bool)] {
        let terminal = try PseudoTerminal(
          ["plot", "relu"], columns: 50, rows: 14, environment: ["NO_COLOR": noColor])
        #expect(try await terminal.waitForExit() == .exited(0))
        let text = String(decoding: terminal.output, as: UTF8.self)
        #expect(text.contains(Self.escape) == isColored)
        // One row is left for the prompt.
        #expect(text.split(separator: "\r\n").count == 13)
        if !isColored {
          #expect(Self.fill(text.split(separator: "\r\n"), 50), "\(text)")
        }
      }
    }
  }

  @Test func markersFollowTheLocaleAndTheOptions() async throws {
    let locale = try await nabla("plot", "tanh", environment: ["LC_ALL": "C"])
    let asked = try await nabla("plot", "tanh", "--ascii")
    #expect(locale.output == asked.output && asked.output.utf8.allSatisfy { $0 < 0x80 })
    #expect(try await nabla("plot", "tanh", "--markers", "ascii").output == asked.output)
    #expect(try await nabla("plot", "tanh", "--markers", "blocks").output.contains("▄"))
    #expect(try await nabla("plot", "tanh", environment: ["TERM": "linux"]).output.contains("▄"))
  }

  @Test func windowSettingsAndDerivativesAreDrawn() async throws {
    let outcome = try await nabla(
      "plot", "leaky-relu", "--set", "α=0.2", "--x", "-1:1", "--y", "-0.5:1.5", "--derivatives",
      "2")
    #expect(outcome.lines[0].contains("α = 0.2"))
    #expect(outcome.lines[1].contains("lr″"))
    #expect(outcome.lines[23].contains("−1.0") && outcome.lines[23].contains("1.0"))
    #expect(outcome.output.contains("1.50┤") && outcome.output.contains("−0.50┤"))
    let bce = try await nabla("plot", "bce", "--target", "0.3")
    #expect(bce.lines[0].contains("y = 0.3"))
    let marked = try await nabla("plot", "tanh", "--at", "-1.5", "--health")
    #expect(marked.output.contains("┊") && marked.lines[1].contains("saturated"))
    let compared = try await nabla("plot", "gelu", "silu", "--derivatives", "0")
    #expect(compared.lines[0].contains("1 SiLU"))
  }

  @Test(arguments: [
    ["--size", "80"], ["--size", "0x0"], ["--size", "80x24x3"], ["--size", "99999x24"],
    ["--x", "3"], ["--x", "3:-3"], ["--x", "-1:inf"], ["--x", "a:b"], ["--y", "1:1"],
    ["--derivatives", "3"], ["--derivatives", "-1"], ["--markers", "dots"], ["--color", "pink"],
    ["--set", "beta=1"], ["--target", "1"], ["gelu", "silu", "elu", "selu", "celu"], ["--nope"],
    ["--at", "9"], ["--at", "nan"], ["--at", "x"], ["nope"], ["softmax"],
  ])
  func wrongUseIsOneSentence(_ arguments: [String]) async throws {
    let outcome = try await nabla(["plot", "relu"] + arguments)
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(outcome.errors.split(separator: "\n").count == 1, "\(outcome.errors)")
    #expect(outcome.errors.hasPrefix("nabla: "))
  }

  @Test func aWindowOutsideTheDomainIsRefused() async throws {
    for window in ["2:3", "-1:0"] {
      let outcome = try await nabla("plot", "bce", "--x", window)
      #expect(outcome.status == 2 && outcome.errors.contains("a number from 0 to 1 is accepted"))
    }
    #expect(try await nabla("plot", "bce", "--x", "-1:2").status == 0)
    let cursor = try await nabla("plot", "bce", "--x", "-1:2", "--at", "1.5")
    #expect(cursor.status == 2 && cursor.errors.contains("a number from 0 to 1 is accepted"))
  }
}
