import Subprocess
import TerminalCells
import Testing

/// Where characters may take two columns, or only ASCII can be shown, nothing that is printed holds
/// others, whichever command prints it.
@Suite struct NarrowPrintingTests {
  private static let commands: [[String]] = [
    ["list"], ["list", "--format", "csv"], ["list", "--format", "json"],
    ["eval", "sigmoid", "-1", "0", "2"], ["eval", "relu", "0", "--format", "json"],
    ["eval", "elu", "-1", "--format", "csv"], ["eval", "focal", "0.5"],
    ["eval", "relu", "0", "--with", "silu", "--with", "elu,α=2"],
    ["eval", "gelu", "0", "--with", "gelu-tanh", "--format", "csv"],
    ["eval", "gelu", "0", "--with", "gelu-tanh", "--format", "json"],
    ["table", "step"], ["table", "hardshrink", "--format", "json"],
    ["table", "bce", "--with", "mse"],
    ["probabilities", "1,2,-inf", "--target-class", "0"],
    ["probabilities", "1,2", "--set", "T=2", "--target", "1,0", "--format", "json"],
    ["probabilities", "1,2", "--format", "csv"], ["jacobian", "1,2"],
    ["jacobian", "1,2", "--function", "log-softmax"], ["jacobian", "1,2", "--format", "json"],
    ["plot", "sigmoid"], ["plot", "gelu", "silu", "--at", "1", "--health"],
    ["plot", "tanh", "--markers", "blocks"], ["plot", "relu", "--color", "always"],
    // Help and version.
    ["--help"], ["--version"], ["help"], ["help", "plot"], ["list", "--help"], ["eval", "--help"],
    ["table", "--help"], ["probabilities", "--help"], ["jacobian", "--help"],
    ["softmax", "--help"], ["frame", "--help"], ["frame", "--run", "relu; at 0"],
    ["plot", "--help"], ["explore", "--help"],
  ]

  /// With what users themselves may have typed.
  private static let refusals: [[String]] = [
    ["eval", "σ×", "1"], ["eval", "relu", "1×10"], ["eval", "elu", "1", "--set", "∂=1"],
    ["eval", "mse", "1", "--target", "½"], ["eval", "relu", "1", "--format", "σ"],
    ["eval", "relu", "1", "--with", "elu,β=1"], ["eval", "relu", "1", "--σ"],
    ["eval", "crossentropy", "1"], ["eval", "relu", "1e400"], ["eval", "bce", "7"], ["σ"], ["--σ"],
    ["table", "relu", "--from", "→"], ["table", "relu", "--points", "°"],
    ["list", "--format", "é"],
    ["jacobian", "1,×"], ["jacobian", "[1,2"], ["jacobian", "1,2", "--set", "T=∞"],
    ["probabilities", "1,2", "--target-class", "①"], ["probabilities", "1,2", "--function", "Ω"],
    ["softmax", "1,±"], ["softmax", "--file", "/▲"], ["plot", "relu", "--x", "−1…1"],
    ["plot", "relu", "--size", "8×2"], ["plot", "relu", "--markers", "█"], ["help", "…"],
    ["plot", "relu", "--color", "★"], ["eval", String(repeating: "σ", count: 900), "1"],
    ["softmax", "1,2"], ["explore"], [],
  ]

  private func printed(_ arguments: [String], _ option: String, isFirst: Bool) async throws
    -> Outcome
  {
    try await nabla(isFirst ? [option] + arguments : arguments + [option])
  }

  @Test(arguments: [false, true]) func noCommandPrintsAnAmbiguousCharacter(isFirst: Bool)
    async throws
  {
    for arguments in Self.commands {
      let outcome = try await printed(arguments, "--narrow", isFirst: isFirst)
      #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(arguments): \(outcome.errors)")
      expectNarrow(outcome, arguments)
    }
    for arguments in Self.refusals {
      let outcome = try await printed(arguments, "--narrow", isFirst: isFirst)
      #expect(outcome.status != 0 && outcome.errors.hasPrefix("nabla: "), "\(arguments)")
      #expect(!outcome.errors.contains("no option '--narrow'"), "\(outcome.errors)")
      expectNarrow(outcome, arguments)
    }
  }

  private func expectNarrow(_ outcome: Outcome, _ arguments: [String]) {
    let wide = Set((outcome.output + outcome.errors).unicodeScalars.filter(AmbiguousWidth.contains))
    #expect(wide.isEmpty, "\(arguments): \(wide)")
  }

  @Test func noCommandPrintsMoreThanASCIIWhereThatIsAskedFor() async throws {
    for arguments in Self.commands + Self.refusals where !arguments.contains("--markers") {
      let outcome = try await printed(arguments, "--ascii", isFirst: false)
      #expect(
        (outcome.output + outcome.errors).utf8.allSatisfy { $0 < 0x80 },
        "\(arguments): \(outcome)")
      #expect(!outcome.errors.contains("no option '--ascii'"))
    }
  }

  @Test func nothingElseIsLost() async throws {
    let (full, narrow) = (try await nabla("list"), try await nabla("list", "--narrow"))
    #expect(full.lines.count == narrow.lines.count && full.output.contains("σ(x)"))
    #expect(narrow.lines[0].hasSuffix("s(x) = 1 / (1 + e^-x)"))
    #expect(try await nabla("list", "--format", "json", "--narrow").output.contains("\\u03c3(x)"))
    // Braille is narrow, and stays.
    let plot = try await nabla("plot", "tanh", "--narrow")
    #expect(plot.output.unicodeScalars.contains { (0x2801...0x28FF).contains($0.value) })
    // After -- it is a value, and is none.
    #expect(try await nabla("eval", "σ", "--", "--narrow").errors.contains("σ"))
  }
}
