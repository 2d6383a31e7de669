import Testing

@testable import NeuralFunctions

/// The last layer and its loss, fused and step by step, and the losses of whole distributions.
@Suite struct CrossEntropyOnLogitsTests {
  @Test func fusedGradientIsPMinusYAndTheLongWayRoundAgrees() throws {
    for targets in [[0, 1, 0], [0.2, 0.5, 0.3]] as [[Double]] {
      for temperature in [1, 2.5] {
        let loss = try CrossEntropyOnLogits(
          logits: [2, 1, 0.1], targets: targets, temperature: temperature)
        for index in 0..<3 {
          let difference = (loss.probabilities[index] - targets[index]) / temperature
          #expect((loss.gradient[index] - difference).magnitude < 1e-15)
          #expect((loss.chainedGradient[index] - loss.gradient[index]).magnitude < 1e-15)
        }
        #expect(loss.loss >= loss.targetEntropy)
      }
    }
  }

  @Test func gradientIsThatOfTheLoss() throws {
    let logits: [Double] = [0.5, -1, 2, 0]
    let targets = [0.1, 0.2, 0.3, 0.4]
    let loss = try CrossEntropyOnLogits(logits: logits, targets: targets)
    for index in logits.indices {
      let slope = CentralDifference.derivative(
        of: { x in
          var moved = logits
          moved[index] = x
          return CrossEntropyOnLogits(uncheckedLogits: moved, targets: targets).loss
        }, at: logits[index])
      #expect((slope - loss.gradient[index]).magnitude < 1e-9)
    }
  }

  @Test func nothingIsLostWhereTheClassIsAlmostCertain() throws {
    let loss = try CrossEntropyOnLogits(logits: [0, 40], targetClass: 1)
    #expect(loss.loss == 4.2483542552915889e-18)
    #expect(loss.gradient == [4.2483542552915889e-18, -4.2483542552915889e-18])
  }

  @Test func equalLogitsAreAtChance() throws {
    let loss = try CrossEntropyOnLogits(logits: [3, 3, 3, -.infinity], targetClass: 0)
    #expect(loss.lossAtChance == 1.0986122886681098)
    #expect((loss.loss - loss.lossAtChance).magnitude < 1e-15)
    #expect((loss.entropy - loss.lossAtChance).magnitude < 1e-15)
    #expect(loss.targetEntropy == 0)
  }

  @Test func aMaskedTargetIsInfinitelyWrong() throws {
    let loss = try CrossEntropyOnLogits(logits: [0, -.infinity], targetClass: 1)
    #expect(loss.loss == .infinity && loss.gradient == [1, -1])
    #expect(loss.gradientOfProbabilities == [0, -.infinity])
  }

  @Test func whatIsNotAcceptedIsANamedError() {
    #expect(throws: VectorError.classOutOfRange(2, count: 2)) {
      try CrossEntropyOnLogits(logits: [0, 1], targetClass: 2)
    }
    #expect(throws: VectorError.classOutOfRange(-1, count: 2)) {
      try CrossEntropyOnLogits(logits: [0, 1], targetClass: -1)
    }
    #expect(throws: VectorError.lengthMismatch(expected: 2, found: 1)) {
      try CrossEntropyOnLogits(logits: [0, 1], targets: [1])
    }
    #expect(throws: VectorError.probabilityNotAccepted(index: 0, value: -0.5)) {
      try CrossEntropyOnLogits(logits: [0, 1], targets: [-0.5, 1.5])
    }
    #expect(throws: VectorError.notADistribution(sum: 0.75)) {
      try CrossEntropyOnLogits(logits: [0, 1], targets: [0.5, 0.25])
    }
    #expect(throws: VectorError.temperatureNotAccepted(0)) {
      try CrossEntropyOnLogits(logits: [0, 1], targetClass: 0, temperature: 0)
    }
    let strange = CrossEntropyOnLogits(uncheckedLogits: [.nan, 1], targets: [1])
    #expect(strange.loss.isNaN && strange.gradient.allSatisfy { $0.isNaN })
    #expect(strange.chainedGradient.allSatisfy { $0.isNaN })
  }

  @Test func lossesOfDistributionsAreSumsOfTheirTerms() throws {
    let (p, y) = ([0.7, 0.2, 0.1], [0.25, 0.75, 0])
    let (cross, divergence) = (
      try DistributionLoss.crossEntropy(p, target: y),
      try DistributionLoss.kullbackLeibler(p, target: y)
    )
    let terms = zip(p, y).map { CrossEntropyTerm().value($0, target: $1) }
    #expect((cross - terms.reduce(0, +)).magnitude < 1e-15)
    let entropy = try DistributionLoss.crossEntropy(y, target: y)
    #expect((divergence - (cross - entropy)).magnitude < 1e-15)
    #expect(try DistributionLoss.gradient(p, target: y) == [-0.25 / 0.7, -0.75 / 0.2, 0])
    #expect(try DistributionLoss.kullbackLeibler(p, target: p) == 0)
    #expect(try DistributionLoss.crossEntropy([1, 0], target: [0, 1]) == .infinity)
    #expect(try DistributionLoss.crossEntropy([1, 0], target: [1, 0]) == 0)
    #expect(try DistributionLoss.kullbackLeibler([0, 1], target: [0, 1]) == 0)
  }

  @Test func distributionsThatAreNoneAreNamedErrors() {
    #expect(throws: VectorError.empty) { try DistributionLoss.crossEntropy([], target: []) }
    #expect(throws: VectorError.lengthMismatch(expected: 2, found: 1)) {
      try DistributionLoss.crossEntropy([0.5, 0.5], target: [1])
    }
    #expect(throws: VectorError.probabilityNotAccepted(index: 1, value: 1.5)) {
      try DistributionLoss.kullbackLeibler([0, 1.5], target: [0, 1])
    }
    #expect(throws: VectorError.self) { try DistributionLoss.gradient([.nan], target: [1]) }
    #expect(DistributionLoss.uncheckedCrossEntropy([1], target: []).isNaN)
    #expect(DistributionLoss.uncheckedKullbackLeibler([-1], target: [1]).isNaN)
  }
}
