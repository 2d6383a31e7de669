import Glibc
import Subprocess
import Testing

/// The command line itself: order, conflicts, names, and how long it takes.
@Suite struct CommandLineTests {
  private static let commands = [
    "explore", "softmax", "list", "plot", "table", "eval", "probabilities", "jacobian",
  ]

  private func expectRefusal(
    _ outcome: Outcome, _ words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(outcome.status == 2 && outcome.output == "", sourceLocation: sourceLocation)
    #expect(
      outcome.errors.contains(words), "\(outcome.errors)", sourceLocation: sourceLocation)
    #expect(
      outcome.errors.split(separator: "\n").count == 1 && outcome.errors.count < 520,
      "\(outcome.errors)", sourceLocation: sourceLocation)
  }

  @Test func timeGrowsWithTheArgumentsAndNotWithTheirSquare() async throws {
    try await Gate.shared.pass(alone: true) {
      let values = (0..<20_000).map { "\(Double($0) / 16 - 500)" }
      let start = ContinuousClock.now
      let outcome = try await nabla(["eval", "tanh"] + values + ["--format", "csv"])
      let taken = ContinuousClock.now - start
      #expect(outcome.status == 0 && outcome.rows.count == 20_000)
      #expect(zip(outcome.rows, values).allSatisfy { Double($0[0]) == Double($1) })
      // It was nine seconds; alone it is a fraction of one.
      #expect(taken < .seconds(1.5), "\(taken)")
      let vector = try await nabla(["probabilities"] + values.prefix(4096) + ["--format", "csv"])
      #expect(vector.rows.count == 4096)
    }
  }

  @Test(arguments: [
    ["eval", "relu", "1", "-2", "inf", "--format", "csv"],
    ["eval", "--format", "csv", "relu", "1", "-2", "inf"],
    ["--format", "csv", "eval", "relu", "1", "-2", "inf"],
    ["--format=csv", "eval", "relu", "1", "-2", "inf"],
    ["eval", "relu", "--format", "csv", "1", "--", "-2", "inf"],
    ["eval", "-2", "relu", "--format=csv", "inf"],
  ])
  func valuesAndOptionsStandInAnyOrder(arguments: [String]) async throws {
    let outcome = try await nabla(arguments)
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.lines.contains("inf,inf,1.0,0.0"), "\(outcome.output)")
    #expect(outcome.rows.contains { $0[0] == "-2.0" })
  }

  @Test(arguments: [
    (["--set", "alpha=0.5", "eval", "leaky-relu", "-2", "--format", "csv"], "-2.0,-1.0,0.5,0.0"),
    (["--target", "-1", "eval", "hinge", "0.5", "--format", "csv"], "0.5,1.5,1.0,0.0"),
    (["--target-class", "0", "probabilities", "0,0", "--format", "csv"], "0,0.0,0.5"),
    (["-h", "eval"], "USAGE: nabla eval"), (["--help", "jacobian"], "USAGE: nabla jacobian"),
  ])
  func optionsInFrontOfACommandAreItsOwn(arguments: [String], words: String) async throws {
    let outcome = try await nabla(arguments)
    #expect(outcome.status == 0 && outcome.output.contains(words), "\(outcome)")
  }

  @Test(arguments: [
    (
      ["--light", "eval", "relu", "1"],
      "--light is an option of explore, softmax, plot and frame, not of eval"
    ),
    (["eval", "relu", "1", "--dark"], "--dark is an option of"),
    (["--color", "eval", "relu", "1"], "--color needs a value, as in '--color auto'; 'eval'"),
    (["--set", "table", "relu"], "--set needs a value"), (["--format", "list"], "--format needs"),
    (["--function", "eval", "relu"], "--function needs a value"),
    (["--qqqqqq"], "unknown option '--qqqqqq'; 'nabla help explore'"),
    (["list", "--frmat", "csv"], "unknown option '--frmat'; did you mean --format?"),
    (["eval", "relu", "1", "--5"], "unknown option '--5'"),
    (["softmax", "1,2", "--format", "csv"], "--format is an option of"),
    (["--format", "csv"], "--format is an option of"), (["list", "--target", "1"], "--target is"),
    (["--function", "relu", "eval", "relu", "1"], "--function is an option of"),
    (["--wth", "silu", "eval", "relu", "1"], "--wth"), (["eval", "relu", "1", "--wth"], "--wth"),
    (["--ascii", "nonsense"], "unknown command 'nonsense'"),
    (["--ascii", "gelu"], "--function gelu"),
    (["help", "foo"], "unknown command 'foo'"), (["help", "evl"], "did you mean eval?"),
    (["help", "gelu"], "'gelu' is a function"), (["help", "eval", "foo"], "'foo' is one too many"),
    (["--light", "--dark"], "cannot be combined"),
    (["softmax", "1,2", "--dark", "--light"], "cannot be combined"),
    (["plot", "relu", "--light", "--dark"], "cannot be combined"),
    (["plot", "relu", "--ascii", "--markers", "braille"], "cannot be combined"),
    (["eval", "elu", "1", "--set", "alpha=1", "--set", "α=2"], "alpha is set twice"),
    (["jacobian", "1,2", "--set", "T=1", "--set", "temperature=1"], "temperature is set twice"),
    (["probabilities", "1,2", "--target", "1,0", "--target-class", "0"], "not by both"),
  ])
  func whatContradictsOrBelongsElsewhereIsSaid(arguments: [String], words: String) async throws {
    expectRefusal(try await nabla(arguments), words)
  }

  @Test func helpIsForCommandsAndForHelp() async throws {
    for command in Self.commands {
      let outcome = try await nabla("help", command)
      #expect(outcome.status == 0 && outcome.output.contains("USAGE: nabla \(command)"))
    }
    #expect(try await nabla("help").status == 0)
    #expect(try await nabla("help", "help").status == 0)
  }

  /// The program knows of each option whose it is, and whether a value follows: what help says.
  @Test func everyOptionIsKnownToBelongWhereItsHelpIs() async throws {
    var owners: [String: [String]] = [:]
    var taking: Set<String> = []
    for command in Self.commands {
      for line in try await nabla("help", command).lines where line.hasPrefix("  --") {
        let words = line.split(separator: " ")
        owners[String(words[0]), default: []].append(command)
        if words.count > 1 && words[1].hasPrefix("<") { taking.insert(String(words[0])) }
      }
    }
    owners["--version"] = nil
    #expect(owners.count > 15)
    for (option, commands) in owners {
      for command in Self.commands where !commands.contains(command) {
        let outcome = try await nabla(command, option, "x")
        #expect(
          outcome.status == 2 && outcome.errors.contains("\(option) is an option of"),
          "\(command) \(option): \(outcome.errors)")
        for owner in commands { #expect(outcome.errors.contains(owner)) }
      }
      // A value that follows is not taken for a word of its own.
      let command = commands[0]
      let outcome = try await nabla(option, "nonsense", command)
      #expect(
        outcome.errors.contains("unknown command 'nonsense'") != taking.contains(option),
        "\(option): \(outcome.errors)")
    }
  }

  // MARK: Names

  private static let long = String(repeating: "nabla", count: 4000)

  @Test(arguments: [
    ["eval", long, "1"], ["eval", "relu", long], [long], ["--" + long], ["--color", long],
    ["eval", "elu", "1", "--set", long + "=1"], ["eval", "elu", "1", "--set", "alpha=" + long],
    ["softmax", "--file", "/" + long], ["plot", "relu", "--x", long], ["help", long],
    ["table", "relu", "--from", long], ["probabilities", "1,2", "--target", long],
    ["jacobian", long], ["plot", "relu", "--size", long], ["eval", "relu", "1", "--format", long],
    ["eval", "relu", "1", "--with", long], ["eval", "relu", "1", "-" + long],
    ["jacobian", "1,2", "--function", long], ["plot", "relu", "--markers", long],
  ])
  func namesInErrorsAreBounded(arguments: [String]) async throws {
    let outcome = try await nabla(arguments)
    #expect(outcome.status != 0 && outcome.output == "")
    #expect(outcome.errors.count < 520, "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test(arguments: [
    "\u{202E}x", "x\u{2066}y", "a\u{200F}b", "\u{61C}", "\u{FEFF}z", "a\u{2028}b", "\u{E000}",
    "\u{9B}2J", "\u{1B}[31m",
  ])
  func namesInErrorsSteerNothing(name: String) async throws {
    for arguments in [
      ["eval", name, "1"], ["eval", "relu", name], [name], ["--" + name], ["--color", name],
      ["softmax", "--file", "/" + name], ["eval", "elu", "1", "--set", name], ["help", name],
      ["jacobian", "1,2", "--function", name], ["plot", "relu", "--x", name],
      ["eval", "relu", "1", "--format", name], ["eval", "relu", "1", "--with", name],
    ] {
      let errors = try await nabla(arguments).errors
      let odd = errors.unicodeScalars.filter {
        switch $0.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse: $0 != "\n"
        default: false
        }
      }
      #expect(odd.isEmpty && !errors.isEmpty, "\(arguments): \(errors.debugDescription)")
    }
  }

  @Test func aFileWhoseNameIsNotUTF8IsOpened() async throws {
    let folder = try Program.temporaryFolder()
    defer { Program.removeFolder(folder) }
    for name in ["lo\\377gits", "\\303", "\\364\\217\\274\\200", "é\\200漢"] {
      let result = try await Subprocess.run(
        .path("/bin/sh"),
        arguments: [
          "-c",
          "f=$(printf '\(name)'); echo 1,2 > \"$f\"; \"$0\" probabilities --file \"$f\" --format csv;"
            + " \"$0\" probabilities --file=\"$f\" --format csv; rm \"$f\";"
            + " \"$0\" probabilities --file \"$f\"", try Program.path,
        ], workingDirectory: .init(folder), output: .string(limit: 4096),
        error: .string(limit: 4096))
      #expect(result.standardOutput.split(separator: "\n").count == 6, "\(name)")
      #expect(result.standardError.split(separator: "\n").count == 1)
      #expect(result.standardError.contains("could not be opened: No such file"))
    }
  }

  /// A byte that is part of no character is shown as its number, and nothing far from it suggested.
  @Test func namesThatAreNoUTF8AreShownByTheirBytes() async throws {
    for (words, sentence) in [
      ("'--@'", "unknown option '--\\xff'; 'nabla help"), ("@ 1", "unknown command '\\xff'"),
      ("eval @@ 1", "unknown function '\\xff\\xff'; 'nabla list'"),
      ("eval relu 1@", "'1\\xff' is not"),
      ("eval elu 1 --set @=1", "no parameter '\\xff'"), ("softmax --file /@", "/\\xff could not"),
      ("plot relu --size @", "--size \\xff:"), ("eval relu 1 --format @", "\\xff"),
      ("eval relu 1 --with elu,@", "\\xff"), ("help @", "\\xff"), ("--color @", "--color \\xff:"),
    ] {
      let result = try await Subprocess.run(
        .path("/bin/sh"),
        arguments: [
          "-c",
          "b=$(printf '\\377'); \"$0\" "
            + words.replacing("'", with: "").replacing("@", with: "\"$b\""), try Program.path,
        ],
        environment: .inherit.updating(["LC_ALL": "C.UTF-8", "TERM": "xterm"]),
        output: .string(limit: 4096), error: .string(limit: 4096))
      #expect(result.standardError.contains(sentence), "\(words): \(result.standardError)")
      #expect(!result.standardError.contains("Did you mean"))
      #expect(!result.standardError.unicodeScalars.contains { $0.value >= 0x10FF80 })
    }
  }

  @Test(arguments: [
    ["eval", "bce", "1e400"], ["table", "tanh", "--from", "1e400"],
    ["table", "tanh", "--to=-1e400"], ["table", "tanh", "--step", "1e400"],
    ["plot", "tanh", "--x", "0:1e400"], ["plot", "tanh", "--y=-1e400:0"],
    ["plot", "tanh", "--at", "1e400"], ["eval", "elu", "1", "--set", "alpha=1e400"],
    ["eval", "mse", "1", "--target", "1e400"], ["probabilities", "1,1e400"],
    ["probabilities", "1,2", "--target", "1e400,0"], ["jacobian", "1,2", "--set", "T=1e400"],
    ["softmax", "1e400,1"],
  ])
  func whereAnInfinityIsRefusedItIsNotAdvised(arguments: [String]) async throws {
    let outcome = try await nabla(arguments)
    expectRefusal(outcome, "too large")
    #expect(!outcome.errors.contains("inf"), "\(outcome.errors)")
  }

  @Test func whereItIsAcceptedItIsAdvised() async throws {
    #expect(try await nabla("eval", "relu", "--", "-1e400").errors.contains("write -inf"))
    for name in ["tanh", "relu", "mse"] {
      let advised = try await nabla("eval", name, "1e400").errors.contains("write inf")
      #expect(advised == (try await nabla("eval", name, "inf").status == 0), "\(name)")
    }
    expectRefusal(try await nabla("jacobian", "0,-1e400"), "write -inf for a mask")
    let line = try await nabla("eval", "bce", "-", input: "1e400\n")
    #expect(line.status == 1 && !line.errors.contains("inf") && line.errors.contains("line 1"))
  }
}
