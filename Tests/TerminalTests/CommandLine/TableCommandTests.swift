import Subprocess
import Testing

/// `nabla table`, and what tables and `nabla eval` say at kinks, as a shell runs them.
@Suite struct TableCommandTests {
  @Test func everyFunctionHasATableOfItsWindow() async throws {
    for line in try await nabla("list").lines where !line.contains("of a vector") {
      let name = String(line.prefix { $0 != " " })
      let outcome = try await nabla("table", name, "--format", "csv")
      #expect(outcome.status == 0, "\(name): \(outcome.errors)")
      #expect(outcome.lines.first?.hasPrefix("x,value,derivative,second") == true)
      #expect((16...42).contains(outcome.rows.count), "\(name): \(outcome.rows.count)")
      for row in outcome.rows { #expect(row[0].count <= 5 && row[0] != "-0.0", "\(name): \(row)") }
    }
  }

  @Test func stepsAndPointsAreExact() async throws {
    let steps = try await nabla(
      "table", "tanh", "--from", "-0.3", "--to", "0.3", "--step", "0.1", "--format", "csv")
    #expect(steps.rows.map { $0[0] } == ["-0.3", "-0.2", "-0.1", "0.0", "0.1", "0.2", "0.3"])
    let points = try await nabla(
      "table", "tanh", "--from", "0", "--to", "1", "--points", "11", "--format", "csv")
    #expect(points.rows.map { String($0[0]) } == (0...10).map { "\(Double($0) / 10)" })
  }

  @Test func aTableIsWhatEvalPrints() async throws {
    for format in ["text", "csv", "json"] {
      let table = try await nabla(
        "table", "elu", "--from", "-1", "--to", "1", "--points", "3", "--set", "alpha=2",
        "--format", format)
      let eval = try await nabla(
        "eval", "elu", "-1", "0", "1", "--set", "α=2", "--format", format)
      #expect(table.output == eval.output && table.status == 0)
    }
  }

  @Test func columnsAreAsWideAsTheyNeedToBeAndDigitsStandBelowDigits() async throws {
    let lines = try await nabla("table", "sigmoid").lines
    #expect(lines.allSatisfy { $0.count <= 80 }, "\(lines)")
    let few = try await nabla("eval", "identity", "-1", "2")
    #expect(few.lines[0] == " x     id(x)  id′(x)  id″(x)")
    #expect(few.lines[1] == "-1.0  -1.0    1.0     0.0")
    #expect(few.lines[2] == " 2.0   2.0    1.0     0.0")
    let piped = try await nabla("eval", "identity", "-", input: "-1\n2\n")
    #expect(
      piped.lines.map { $0.split(separator: " ") } == few.lines.map { $0.split(separator: " ") })
  }

  @Test func aRangeOutsideTheDomainIsRefusedBeforeItsRows() async throws {
    let outcome = try await nabla("table", "bce", "--to", "2")
    #expect(outcome.status == 1 && outcome.output == "")
    #expect(
      outcome.errors == "nabla: ŷ = 2 is outside the domain; a number from 0 to 1 is accepted.\n")
  }

  @Test(arguments: [
    (["--from", "10"], "--to 10 or above"), (["--to", "-10"], "--from -10 or below"),
    (["--from", "x"], "not a number"), (["--to", "inf"], "finite"), (["--step", "0"], "above 0"),
    (["--step", "-1"], "above 0"), (["--step", "1e-300"], "larger"),
    (["--points", "1"], "from 2 to"), (["--points", "2.5"], "from 2 to"),
    (["--points", "2", "--step", "1"], "not by both"), (["3"], "3"), (["--nope"], "--nope"),
  ])
  func wrongUseIsOneSentence(_ arguments: [String], _ words: String) async throws {
    let outcome = try await nabla(["table", "sigmoid"] + arguments)
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  // MARK: What is said beside the numbers

  @Test func aKinkIsToldWithBothSidesAndWhoseConventionItIs() async throws {
    let text = try await nabla("eval", "relu", "-1", "0", "1")
    #expect(text.lines.count == 4)
    #expect(
      text.lines[2].hasSuffix("a kink: slope 0.0 left, 1.0 right, 0.0 used (PyTorch)"))
    #expect(!text.lines[1].contains("kink") && !text.lines[3].contains("kink"))
    let csv = try await nabla("eval", "relu", "0", "--format", "csv")
    #expect(csv.output == "x,value,derivative,second\n0.0,0.0,0.0,0.0\n")
    let json = try await nabla("eval", "relu", "0", "1", "--format", "json")
    #expect(
      json.lines[1].contains(
        "\"breakpoint\": {\"kind\": \"kink\", \"value\": {\"left\": 0.0, \"right\": 0.0, "
          + "\"used\": 0.0}, \"derivative\": {\"left\": 0.0, \"right\": 1.0, \"used\": 0.0}"))
    #expect(!json.lines[2].contains("breakpoint"))
    let pole = try await nabla("eval", "bce", "0", "--format", "json")
    #expect(pole.output.contains("\"left\": null, \"right\": \"-inf\", \"used\": \"-inf\""))
  }

  @Test func theArgumentHasItsOwnLetter() async throws {
    let unicode = try await nabla("eval", "bce", "0.5")
    #expect(unicode.lines[0].hasSuffix(", y = 1.0"))
    #expect(unicode.lines[1].split(separator: " ") == ["ŷ", "L(ŷ)", "L′(ŷ)", "L″(ŷ)"])
    let ascii = try await nabla("eval", "bce", "0.5", environment: ["LC_ALL": "C"])
    #expect(ascii.lines[1].split(separator: " ") == ["p", "L(p)", "L'(p)", "L''(p)"])
    #expect(try await nabla("eval", "bce", "2").errors.hasPrefix("nabla: ŷ = 2 is outside"))
  }

  @Test func aParameterIsSetByItsLetterToo() async throws {
    let byName = try await nabla("eval", "focal", "1", "--set", "gamma=3", "--set", "y=0")
    for letter in ["γ=3", "g=3", "GAMMA=3"] {
      let outcome = try await nabla("eval", "focal", "1", "--set", letter, "--target", "0")
      #expect(outcome.output == byName.output && outcome.status == 0, "\(outcome.errors)")
    }
  }
}
