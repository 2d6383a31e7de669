import Testing

@testable import NeuralFunctions

/// What the catalogue says of the losses.
@Suite struct LossCatalogueTests {
  static let identifiers = [
    "bce", "cross-entropy-term", "kl", "bce-with-logits", "focal", "soft-margin", "mse", "mae",
    "huber", "smooth-l1", "log-cosh", "pinball", "gaussian-nll", "poisson-nll", "poisson-nll-log",
    "hinge", "squared-hinge",
  ]

  @Test func everyLossIsListedOnce() {
    let present = LossMeasure.losses.map(\.id)
    #expect(Set(present).count == present.count)
    #expect(present.filter(Self.identifiers.contains) == Self.identifiers)
  }

  @Test func parametersAndTargetsHaveTheirDefaults() throws {
    let parameters: [String: [String: Double]] = [
      "huber": ["delta": 1], "smooth-l1": ["beta": 1], "pinball": ["q": 0.9],
      "focal": ["gamma": 2, "alpha": 0.25], "gaussian-nll": ["variance": 0.25],
    ]
    for entry in LossMeasure.losses {
      let present = Dictionary(
        uniqueKeysWithValues: entry.parameters.map { ($0.name, $0.defaultValue) })
      if let expected = parameters[entry.id] { #expect(present == expected, "\(entry.id)") }
      let target = try #require(entry.target)
      let isReal = entry.description.family == .lossOfRealNumber
      #expect(target.defaultValue == (isReal ? 0 : 1), "\(entry.id)")
      #expect(target.accepts(target.defaultValue))
      for parameter in entry.parameters {
        #expect(parameter.accepted.contains(parameter.slider.lowerBound), "\(entry.id)")
        #expect(parameter.accepted.contains(parameter.slider.upperBound), "\(entry.id)")
      }
    }
  }

  @Test func aWrongTargetIsAnErrorThatSaysWhatIsAccepted() throws {
    for (name, wrong) in [
      ("bce", 1.5), ("focal", -0.1), ("hinge", 0), ("mse", .infinity), ("poisson-nll", -1),
      ("kl", .nan),
    ] as [(String, Double)] {
      let entry = try #require(Catalogue.entry(named: name))
      #expect(throws: FunctionError.self, "\(name)") { try entry.function(target: wrong) }
    }
    let hinge = try #require(Catalogue.entry(named: "hinge"))
    let error = #expect(throws: FunctionError.self) { try hinge.function(target: 0.5) }
    #expect(error?.description == "the target must be -1 or 1 (got 0.5).")
  }

  @Test func everyLossIsDescribedInFull() {
    for entry in LossMeasure.losses {
      let description = entry.description
      #expect(description.use.hasSuffix("."), "\(entry.id)")
      #expect(description.remarks.allSatisfy { $0.hasSuffix(".") }, "\(entry.id)")
      #expect(!description.source.isEmpty && !description.accuracy.isEmpty, "\(entry.id)")
      for notation in [description.formula, description.derivativeFormula, description.symbol]
        + description.derivation.map(\.notation)
      {
        #expect(notation.ascii.allSatisfy { $0.isASCII }, "\(entry.id): \(notation.ascii)")
      }
    }
    for (name, steps) in [("bce", 5), ("cross-entropy-term", 4), ("mse", 5)] {
      #expect(Catalogue.entry(named: name)?.description.derivation.count ?? 0 >= steps)
    }
  }

  @Test func formulasWithNumbersEndInTheValueItself() {
    for (name, target, function) in LossConventionTests.everyFunction {
      for x in [0.25, 0.7, 0.9] {
        let value = function.substitutedValue(at: x)
        let derivative = function.substitutedDerivative(at: x)
        let about = "\(name), target \(target), at \(x)"
        #expect(value?.result == function.value(x), "\(about)")
        #expect(derivative?.result == function.derivative(x), "\(about)")
        #expect(value?.formula.ascii.allSatisfy { $0.isASCII } == true, "\(about)")
        #expect(derivative?.formula.ascii.allSatisfy { $0.isASCII } == true, "\(about)")
      }
    }
  }

  @Test func shapesOfStrangeTargetsDoNotTrap() {
    let tiny = Double.leastNonzeroMagnitude
    for loss in LossMeasure.losses.compactMap(\.defaultLoss) {
      for target in [Double.nan, .infinity, -.infinity, 1e308, -1e308, tiny, 0.5, 7] {
        let function = Self.unchecked(loss, target: target)
        #expect(function.shape.window.lowerBound <= function.shape.window.upperBound)
        for x in [Double.nan, .infinity, -.infinity, 0, 1, 1e308, tiny] {
          _ = (function.value(x), function.derivative(x), function.secondDerivative(x))
          _ = (function.substitutedValue(at: x), function.substitutedDerivative(at: x))
        }
      }
    }
  }

  private static func unchecked(
    _ loss: some LossFunction, target: Double
  ) -> any ScalarFunction {
    LossAtTarget(loss, target: target)
  }
}
