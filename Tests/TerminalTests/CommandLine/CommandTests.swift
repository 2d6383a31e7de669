import Subprocess
import Testing

/// The subcommands as a shell runs them.
@Suite struct CommandTests {
  @Test func evalPrintsRoundTripDigitsAsCSV() async throws {
    let outcome = try await nabla(
      "eval", "sigmoid", "0", "-1.5", "0x1.8p+1", "inf", "-inf", "nan", "--format", "csv")
    #expect(outcome.status == 0)
    #expect(outcome.lines[0] == "x,value,derivative,second")
    #expect(outcome.lines[1].hasPrefix("0.0,0.5,0.25,"))
    #expect(outcome.lines[2].hasPrefix("-1.5,0.18242552380635632,0.14914645207033286,"))
    #expect(outcome.lines[3].hasPrefix("3.0,"))
    #expect(outcome.lines[4].hasPrefix("inf,1.0,0.0,"))
    #expect(outcome.lines[5].hasPrefix("-inf,0.0,0.0,"))
    #expect(outcome.lines[6] == "nan,nan,nan,nan")
  }

  @Test func evalPrintsJSONWithInfinitiesAsStrings() async throws {
    let outcome = try await nabla("eval", "bce", "0", "0.5", "--target", "1", "--format", "json")
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("{\"x\": 0.0, \"value\": \"inf\", \"derivative\": \"-inf\""))
    #expect(outcome.output.hasPrefix("[\n") && outcome.output.hasSuffix("]\n"))
  }

  @Test func evalReadsStandardInputLineByLine() async throws {
    let outcome = try await nabla(
      "eval", "tanh", "-", "--format", "csv", input: "1\n\n0x1p-1\r\n-inf")
    #expect(outcome.status == 0)
    #expect(outcome.lines.count == 4)
    #expect(outcome.lines[1].hasPrefix("1.0,0.7615941559557649,"))
  }

  @Test func aBadLineIsNamedAndTheRowsBeforeItStay() async throws {
    for (bad, words) in [
      ("2", "outside the domain"), ("x1", "not a number"), ("1e400", "too large"),
    ] {
      let outcome = try await nabla(
        "eval", "bce", "-", "--format", "csv", input: "0.25\n\(bad)\n0.5\n")
      #expect(outcome.status == 1)
      #expect(outcome.lines.count == 2)
      #expect(
        outcome.errors.contains("line 2") && outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  /// A number is worth little without the target and the parameters it was computed with.
  @Test func targetsAndParametersAreSaidThoughTheyAreDefaults() async throws {
    let text = try await nabla("eval", "bce-with-logits", "-50")
    #expect(text.lines[0] == "binary cross-entropy with logits, y = 1.0")
    let csv = try await nabla("eval", "bce-with-logits", "-50", "--format", "csv")
    #expect(csv.lines[0] == "x,value,derivative,second,target")
    #expect(csv.lines[1].hasPrefix("-50.0,50.0,-1.0,") && csv.lines[1].hasSuffix(",1.0"))
    let json = try await nabla("eval", "focal", "0", "--set", "gamma=3", "--format", "json")
    #expect(
      json.output.contains(
        "\"target\": 1.0, \"parameters\": {\"gamma\": 3.0, \"alpha\": 0.25}"))
    let threshold = try await nabla("eval", "threshold", "0.5", "--format", "csv")
    #expect(
      threshold.lines[0]
        == "x,value,derivative,second,parameter_theta,parameter_value")
    let table = try await nabla("table", "leaky-relu")
    #expect(table.lines[0] == "leaky ReLU, α = 0.01" && table.lines[1].contains("lr(x)"))
    #expect(try await nabla("eval", "tanh", "1").lines[0].hasPrefix("x"))
  }

  @Test func namesThatMisleadLeadToWhatTheyMean() async throws {
    for (name, words) in [
      ("CrossEntropyLoss", "--target-class"), ("cross_entropy", "bce-with-logits"),
      ("KLDivLoss", "takes log"), ("NLLLoss", "log-probabilities"),
    ] {
      let outcome = try await nabla("eval", name, "0.5")
      #expect(outcome.status == 2 && outcome.errors.contains(words), "\(outcome.errors)")
    }
  }

  @Test func parametersAndTargetsAreSet() async throws {
    let leaky = try await nabla("eval", "leaky-relu", "-2", "--set", "alpha=0.5", "--format", "csv")
    #expect(leaky.lines[1].hasPrefix("-2.0,-1.0,0.5,"))
    let dashes = try await nabla("eval", "relu", "--", "-1.5")
    #expect(dashes.status == 0, "\(dashes.errors)")
    let hinge = try await nabla("eval", "hinge", "0.5", "--target", "-1", "--format", "csv")
    #expect(hinge.lines[1].hasPrefix("0.5,1.5,1.0,"))
  }

  @Test(arguments: [
    (["eval", "sigmiod", "1"], "did you mean sigmoid?"),
    (["eval", "sigmoid", "one"], "is not a number; accepted: -1.5"),
    (["eval", "sigmoid", "1e400"], "too large"),
    (["eval", "sigmoid", "infinity"], "is not a number"),
    (["eval", "sigmoid"], "no value"),
    (["eval", "sigmoid", "1", "--frmat", "csv"], "--frmat"),
    (["eval", "sigmoid", "1", "--set", "alpha=1"], "no parameter"),
    (["eval", "elu", "1", "--set", "alpha"], "name=value"),
    (["eval", "sigmoid", "1", "--target", "1"], "no target"),
    (["eval", "bce", "0.5", "--target", "2"], "from 0 to 1"),
    (["eval", "softmax", "1"], "vector"),
    (["--function", "nope"], "unknown function"),
    (["--color", "pink"], "--color pink"),
    (["nonsense"], "unknown command 'nonsense'"),
    (["evl", "sigmoid", "1"], "did you mean eval?"),
    (["tanh"], "--function tanh"),
    (["eval", "elu", "1", "--set", "β=1"], "'β'; alpha (or α) can be set"),
    (["eval", "bce", "1", "--set", "q=1"], "y can be set"),
    (["eval", "bce", "1", "--set", "y=1", "--target", "0"], "not by both"),
    (["jacobian", "1,x"], "Number 2"), (["jacobian"], "no logits given"),
    (["jacobian", "1,2", "--set", "t=1"], "temperature (or T) can be set"),
    (["softmax", "1"], "1 number"),
    (["softmax", "1,2", "--file", "f"], "not both"),
  ])
  func wrongUseIsOneSentenceAndStatus2(_ arguments: [String], _ words: String) async throws {
    let result = try await Subprocess.run(
      .path(.init(try Program.path)), arguments: Arguments(arguments),
      output: .string(limit: 65536), error: .string(limit: 65536))
    #expect(result.terminationStatus == .exited(2))
    #expect(result.standardOutput == "")
    #expect(result.standardError.contains(words), "\(result.standardError)")
    #expect(result.standardError.split(separator: "\n").count == 1, "\(result.standardError)")
  }

  @Test func listHasALineForEachFunctionAndEvalKnowsThemAll() async throws {
    let list = try await nabla("list")
    #expect(list.status == 0 && list.lines.count > 50)
    for line in list.lines where !line.contains("of a vector") {
      let name = String(line.prefix { $0 != " " })
      let outcome = try await nabla("eval", name, "0.5")
      #expect(outcome.status == 0, "\(name): \(outcome.errors)")
    }
  }

  @Test func jacobianPrintsKRowsOfKInEveryFormat() async throws {
    let csv = try await nabla("jacobian", "2,1,0.1", "--format", "csv")
    #expect(csv.lines.count == 3)
    let rows = csv.lines.map { $0.split(separator: ",").compactMap { Double($0) } }
    #expect(rows.allSatisfy { $0.count == 3 })
    #expect(abs(rows[0][0] - 0.22471863783296) < 1e-13 && rows[0][1] == rows[1][0])
    let json = try await nabla("jacobian", "-", "--format", "json", input: "[1, 2]")
    #expect(json.output.hasPrefix("[\n  [0.19661193324148") && json.output.hasSuffix("]\n]\n"))
    let logSoftmax = try await nabla(
      "jacobian", "2,1,0.1", "--function", "log-softmax", "--format", "csv")
    #expect(logSoftmax.lines.first?.hasPrefix("0.34099") == true, "\(logSoftmax.output)")
    let warm = try await nabla("jacobian", "2,1,0.1", "--set", "temperature=2", "--format", "csv")
    #expect(warm.lines.first != csv.lines.first)
    #expect(try await nabla("jacobian", "2,1", "--function", "foo").status == 2)
    #expect(try await nabla("jacobian", "2,1", "--set", "temperature=0").status == 2)
    #expect(try await nabla("jacobian", "-1", "-2", "-inf").lines.count == 4)
    #expect(try await nabla("jacobian", "-inf,-inf").status == 1)
  }

  @Test(arguments: [
    "list", "plot relu", "table relu", "probabilities 1,2", "eval relu 1", "jacobian 1,2",
    "table relu --step 1e-9", "--help", "plot --help", "help eval", "--version",
  ])
  func aFullDiskIsToldAtOnceAndNotPassedOver(command: String) async throws {
    for sink in ["> /dev/full", ">&-"] {
      let result = try await Subprocess.run(
        .path("/bin/sh"),
        arguments: ["-c", "timeout 10 \"$0\" \(command) \(sink); echo $? >&2", try Program.path],
        output: .string(limit: 4096), error: .string(limit: 4096))
      let lines = result.standardError.split(separator: "\n")
      #expect(lines.count == 2 && lines.last == "1", "\(command) \(sink): \(lines)")
      #expect(lines.first?.contains("standard output could not be written") == true)
    }
  }

  @Test(arguments: ["plot relu", "table relu --step 1e-9", "list --format json"])
  func aReaderThatHasEnoughEndsThem(command: String) async throws {
    let result = try await Subprocess.run(
      .path("/bin/sh"),
      arguments: ["-c", "timeout 10 \"$0\" \(command) | head -n 1", try Program.path],
      output: .string(limit: 65536), error: .string(limit: 4096))
    #expect(result.terminationStatus == .exited(0))
    #expect(result.standardOutput.split(separator: "\n").count == 1)
    #expect(result.standardError == "")
  }

  @Test func helpAndVersionAnswer() async throws {
    let help = try await nabla("--help")
    #expect(help.status == 0 && help.output.contains("softmax") && help.output.contains("--ascii"))
    let version = try await nabla("--version")
    #expect(version.status == 0 && version.lines.count == 1)
    #expect(try await nabla("eval", "--help").output.contains("--target"))
  }
}
