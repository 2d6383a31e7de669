import Testing

@testable import NeuralFunctions

/// What all vector functions of the catalogue have in common.
@Suite struct VectorFunctionTests {
  static let points: [[Double]] = [
    [0], [2, 1, 0.1], [0, 40], [1e308, -1e308, 0], [-1000, -1001, -1002], [0.3, -.infinity, 0.1],
    [5, 5, 5, 5], [3, -1, 0.5, 0.25, -2], [-.infinity, 7],
  ]

  @Test func catalogueListsTheFamily() throws {
    #expect(
      Catalogue.vectorFunctions.map(\.id) == ["softmax", "log-softmax", "softmin", "sparsemax"])
    for entry in Catalogue.vectorFunctions {
      #expect(entry.parameters.map(\.name) == ["temperature"])
      #expect(entry.description.family == .vector)
      for notation in [entry.description.formula, entry.description.derivativeFormula]
        + entry.description.derivation.map(\.notation)
      {
        #expect(notation.ascii.allSatisfy { $0.isASCII }, "\(notation.ascii)")
      }
    }
    #expect(Catalogue.vectorFunction(named: "log_softmax")?.id == "log-softmax")
    let softmax = try #require(Catalogue.vectorFunction(named: "softmax"))
    #expect(try softmax.function(parameters: ["temperature": 2]).temperature == 2)
    #expect(throws: FunctionError.self) { try softmax.function(parameters: ["temperature": 0]) }
    #expect(throws: FunctionError.self) { try softmax.function(parameters: ["beta": 1]) }
  }

  @Test func whatIsNotAcceptedIsANamedError() {
    for function in Catalogue.vectorFunctions.map(\.defaultFunction) {
      #expect(throws: VectorError.empty) { try function.value([] as [Double]) }
      #expect(throws: VectorError.notAccepted(index: 1, value: .infinity)) {
        try function.value([0, Double.infinity])
      }
      #expect(throws: VectorError.self) { try function.jacobian(at: [0, Double.nan]) }
      #expect(throws: VectorError.allMasked) { try function.value([-Double.infinity, -.infinity]) }
      #expect(throws: VectorError.lengthMismatch(expected: 2, found: 3)) {
        try function.jacobian(at: [0, 1]).times([1, 2, 3])
      }
      var hot = function
      for temperature in [0, -1, .nan, .infinity] as [Double] {
        hot.temperature = temperature
        #expect(throws: VectorError.self) { try hot.value([0.0, 1]) }
      }
    }
    #expect(
      VectorError.notAccepted(index: 1, value: .infinity).description
        == "entry 1 is inf; a finite number or -inf, which masks, is accepted.")
  }

  @Test func uncheckedCallsGiveNotANumberInsteadOfTrapping() {
    for function in Catalogue.vectorFunctions.map(\.defaultFunction) {
      for logits in [[0, .infinity], [.nan, 1], [-.infinity, -.infinity]] as [[Double]] {
        #expect(function.uncheckedValue(logits).allSatisfy { $0.isNaN })
        #expect(function.uncheckedJacobian(at: logits).dense().allSatisfy { $0.isNaN })
      }
      #expect(function.uncheckedValue([]).isEmpty)
      #expect(function.uncheckedJacobian(at: []).dense().isEmpty)
      #expect(function.uncheckedJacobian(at: []).largestEntry == nil)
      #expect(function.uncheckedJacobian(at: [0, 1]).uncheckedTimes([1]).allSatisfy { $0.isNaN })
    }
  }

  @Test func probabilitiesSumToOneAndMasksHaveNone() throws {
    for entry in Catalogue.vectorFunctions where entry.outputsAreProbabilities {
      for logits in Self.points {
        let values = try entry.defaultFunction.value(logits)
        #expect((values.reduce(0, +) - 1).magnitude < 1e-15 * Double(values.count), "\(entry.id)")
        for (value, logit) in zip(values, logits) {
          #expect(value >= 0)
          if logit == -.infinity { #expect(value == 0) }
        }
      }
    }
  }

  @Test func addingTheSameToEveryLogitChangesNothing() throws {
    for function in Catalogue.vectorFunctions.map(\.defaultFunction) {
      let plain = try function.value([2, 1, 0.125] as [Double])
      #expect(try function.value([1026, 1025, 1024.125] as [Double]) == plain)
    }
  }

  @Test func temperatureDividesTheLogits() throws {
    for entry in Catalogue.vectorFunctions {
      let logits: [Double] = [2, 1, -0.5]
      let hot = try entry.function(parameters: ["temperature": 4])
      let plain = entry.defaultFunction
      #expect(try hot.value(logits) == plain.value(logits.map { $0 / 4 }))
      let (a, b) = (try hot.jacobian(at: logits), try plain.jacobian(at: logits.map { $0 / 4 }))
      #expect(a.dense() == b.dense().map { $0 / 4 })
    }
  }

  @Test func accurateValuesAgreeWithTheReadableFormula() throws {
    for function in Catalogue.vectorFunctions.map(\.defaultFunction) {
      for logits in [[2, 1, 0.1], [-3, 4, 0, 1.5], [0.25]] as [[Double]] {
        let readable: [Double] = function.readableValue(logits)
        for (a, b) in zip(try function.value(logits), readable) {
          #expect((a - b).magnitude < 1e-14 * (1 + a.magnitude))
        }
        let narrow = try function.value(logits.map { Float($0) })
        for (a, b) in zip(narrow, readable) { #expect((a - Float(b)).magnitude < 1e-6) }
      }
    }
  }

  @Test func naiveFormulaOverflowsWhereItsNumberTypeDoes() {
    #expect(NaiveSoftmax<Double>([709, 0]).isFinite)
    #expect(NaiveSoftmax<Double>([710, 0]).exponentials[0] == .infinity)
    #expect(NaiveSoftmax<Double>([710, 0]).probabilities[0].isNaN)
    #expect(NaiveSoftmax<Double>([710, 0]).probabilities[1] == 0)
    #expect(NaiveSoftmax<Float>([88, 0]).isFinite && !NaiveSoftmax<Float>([89, 0]).isFinite)
    #expect(NaiveSoftmax<Double>([-1000, -1001]).probabilities.allSatisfy { $0.isNaN })
    #expect(Softmax().uncheckedValue([710, 0])[0] == 1)
    #if !((os(macOS) || targetEnvironment(macCatalyst)) && arch(x86_64))
      #expect(NaiveSoftmax<Float16>([11, 0]).isFinite && !NaiveSoftmax<Float16>([12, 0]).isFinite)
      #expect(Softmax().readableValue([12, 0] as [Float16])[0] == 1)
    #endif
  }

  @Test(
    "unchecked, a temperature that is not finite and above 0 gives NaN",
    arguments: [
      0, -1, -Double.infinity, .infinity, .nan,
    ])
  func uncheckedTemperature(temperature: Double) {
    for count in [3, 40] {
      let logits = (0..<count).map { Double($0) }
      for entry in Catalogue.vectorFunctions {
        var f = entry.defaultFunction
        f.temperature = temperature
        let (values, entries) = (f.uncheckedValue(logits), f.uncheckedJacobian(at: logits).dense())
        #expect((values + entries).allSatisfy { $0.isNaN }, "\(entry.id)")
        let kinks = f.uncheckedKinks(at: logits)
        #expect(kinks.isEmpty)
      }
      #expect(LogSumExp(temperature: temperature).uncheckedValue(logits).isNaN)
      let steps = CrossEntropyOnLogits(
        uncheckedLogits: logits, targets: logits.map { $0 == 1 ? 1 : 0 }, temperature: temperature)
      #expect(steps.loss.isNaN && steps.entropy.isNaN && steps.lossAtChance.isNaN)
      #expect((steps.probabilities + steps.gradient).allSatisfy { $0.isNaN })
      #expect(steps.logProbabilities.allSatisfy { $0.isNaN })
    }
  }

  @Test(.timeLimit(.minutes(1)))
  func theSupportOfALongVectorIsFoundInTimeThatGrowsAsItsLength() throws {
    // Ten minutes, were it worked out anew for each logit.
    let logits = (0..<100_000).map { Double($0 % 1000) / 1e4 }
    let probabilities = try Sparsemax().value(logits)
    let support = probabilities.indices.filter { probabilities[$0] > 0 }
    #expect(try Sparsemax().support(of: logits) == support)
    #expect(try Sparsemax().support(of: logits.map { Float($0) }).count == support.count)
    #expect(!support.isEmpty && support.count < logits.count)
  }

  @Test func kinksAreThoseOfSparsemaxAtTheEdgeOfItsSupport() throws {
    #expect(try Sparsemax().kinks(at: [2, 1, 0.1]) == [1])
    #expect(try Sparsemax().kinks(at: [2, 1.0000000000000002, 0.1]) == [])
    #expect(try Sparsemax().kinks(at: [0, 0, -0.5, -0.5, -.infinity]) == [2, 3])
    var warm = Sparsemax()
    warm.temperature = 2
    #expect(try warm.kinks(at: [2, 1, 0]) == [])
    #expect(try warm.kinks(at: [4, 2, 0.1]) == [1])
    #expect(try Softmax().kinks(at: [2, 1, 0.1]) == [])
    #expect(throws: VectorError.empty) { try Sparsemax().kinks(at: []) }
  }
}
