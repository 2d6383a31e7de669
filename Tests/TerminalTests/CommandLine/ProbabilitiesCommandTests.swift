import Subprocess
import Testing

/// `nabla probabilities` as a shell runs it.
@Suite struct ProbabilitiesCommandTests {
  private func column(_ index: Int, _ outcome: Outcome) -> [Double] {
    outcome.rows.compactMap { Double($0[index]) }
  }

  @Test func probabilitiesAndTheirLogarithms() async throws {
    let csv = try await nabla("probabilities", "2,1,0.1", "--format", "csv")
    #expect(csv.lines[0] == "class,logit,probability,log_probability")
    #expect(csv.lines[1] == "0,2.0,0.6590011388859679,-0.41703001627783354")
    #expect(csv.lines.count == 4)
    let far = try await nabla("probabilities", "0", "-800", "--format", "csv")
    #expect(far.lines[2] == "1,-800.0,0.0,-800.0")
  }

  @Test func aTargetAddsLossAndGradient() async throws {
    let hard = try await nabla(
      "probabilities", "2,1,0.1", "--target-class", "1", "--format", "csv")
    #expect(hard.lines[0].hasSuffix(",target,gradient,loss"))
    let (p, gradient) = (column(2, hard), column(5, hard))
    #expect(gradient[0] == p[0] && gradient[2] == p[2] && gradient[1] < 0)
    #expect(column(6, hard) == [Double](repeating: -column(3, hard)[1], count: 3))
    let soft = try await nabla(
      "probabilities", "2,1,0.1", "--target", "0,1,0", "--format", "csv")
    #expect(soft.output == hard.output)
    let text = try await nabla("probabilities", "2,1,0.1", "--target-class", "1")
    #expect(text.lines[0] == "softmax, T = 1.0" && text.lines[1].hasSuffix("p − y"))
    #expect(text.output.contains("loss 1.4170300162778335 nats, at chance 1.0986122886681098"))
  }

  @Test func jsonIsOneObject() async throws {
    let json = try await nabla(
      "probabilities", "-", "--format", "json", "--target-class", "0", input: "[1, -inf]")
    #expect(
      json.output
        == "{\"function\": \"softmax\", \"temperature\": 1.0, \"logits\": [1.0, \"-inf\"], "
        + "\"probabilities\": [1.0, 0.0], \"logProbabilities\": [0.0, \"-inf\"], "
        + "\"entropy\": 0.0, \"target\": [1.0, 0.0], \"loss\": 0.0, \"lossAtChance\": 0.0, "
        + "\"gradient\": [0.0, 0.0]}\n")
  }

  @Test func variantsAndTemperature() async throws {
    let softmax = try await nabla("probabilities", "1,2", "--set", "T=2", "--format", "csv")
    let halved = try await nabla("probabilities", "0.5,1", "--format", "csv")
    #expect(column(2, softmax) == column(2, halved))
    let softmin = try await nabla(
      "probabilities", "1,2,-inf", "--function", "softmin", "--format", "csv")
    let negated = try await nabla("probabilities", "-1,-2,-inf", "--format", "csv")
    for index in 2...3 { #expect(column(index, softmin) == column(index, negated)) }
    let sparse = try await nabla(
      "probabilities", "3,1", "--function", "sparsemax", "--format", "csv")
    #expect(sparse.lines[1] == "0,3.0,1.0," && sparse.lines[2] == "1,1.0,0.0,")
  }

  @Test func logitsComeFromAFileToo() async throws {
    for command in ["probabilities", "jacobian"] {
      let folder = try Program.temporaryFolder()
      defer { Program.removeFolder(folder) }
      try Program.write("2\n1\n0.1\n", to: folder + "/logits")
      let file = try await nabla(command, "--file", folder + "/logits")
      #expect(try await nabla(command, "2,1,0.1").output == file.output && file.status == 0)
    }
  }

  @Test(arguments: [
    ([], "no logits"), (["1,x"], "Number 2"), (["1,2", "--target-class", "2"], "from 0 to 1"),
    (["1,2", "--target-class", "x"], "counted from 0"), (["1,2", "--target", "1"], "length 2"),
    (["1,2", "--target", "0.5,0.6"], "sum of 1"), (["1,2", "--target", "1,inf"], "probability 1"),
    (["1,2", "--target", "1,0", "--target-class", "0"], "not by both"),
    (["1,2", "--function", "softmin", "--target-class", "0"], "softmax and log-softmax"),
    (["1,2", "--set", "S=2"], "temperature (or T)"), (["1,2", "--set", "T=0"], "above 0"),
    (["1,2", "--file", "x"], "not both"), (["1,2", "--nope"], "--nope"),
  ])
  func wrongUseIsOneSentence(_ arguments: [String], _ words: String) async throws {
    let outcome = try await nabla(["probabilities"] + arguments)
    #expect(outcome.status == 2 && outcome.output == "")
    #expect(outcome.errors.contains(words), "\(outcome.errors)")
    #expect(outcome.errors.split(separator: "\n").count == 1)
  }

  @Test func masksAloneAreRefused() async throws {
    let outcome = try await nabla("probabilities", "-inf,-inf")
    #expect(outcome.status == 1 && outcome.errors.contains("masked"))
  }
}
