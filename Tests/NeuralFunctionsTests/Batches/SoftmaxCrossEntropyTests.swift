import NeuralFunctions
import RealModule
import Testing

@Suite("Softmax cross-entropy of batches")
struct SoftmaxCrossEntropyTests {
  private let logits = [2.0, 1, 0.1, -1, 0, 3, 0.5, 0.5, 0.5]
  private let classes = SoftmaxCrossEntropy.Targets.classes([0, 1, 2])

  private static let settings = [
    SoftmaxCrossEntropy(), SoftmaxCrossEntropy(temperature: 2),
    SoftmaxCrossEntropy(labelSmoothing: 0.1), SoftmaxCrossEntropy(classWeights: [1, 2, 0.5]),
    SoftmaxCrossEntropy(temperature: 0.5, labelSmoothing: 0.3, classWeights: [0, 2, 0.25]),
    SoftmaxCrossEntropy(labelSmoothing: 1),
  ]

  /// The definition, as PyTorch's documentation gives it, in any number type.
  private func defined<T: Real>(
    _ row: [T], _ target: [Double], _ settings: SoftmaxCrossEntropy
  ) -> T {
    let logProbabilities = LogSoftmax(temperature: settings.temperature).readableValue(row)
    var loss: T = 0
    for (index, logProbability) in logProbabilities.enumerated() {
      let smoothed =
        (1 - settings.labelSmoothing) * target[index]
        + settings.labelSmoothing / Double(row.count)
      loss -= T(exactly: smoothed * (settings.classWeights?[index] ?? 1)) * logProbability
    }
    return loss
  }

  @Test("losses and gradients are those of the definition", arguments: settings)
  func definition(settings: SoftmaxCrossEntropy) throws {
    let distributions = [1.0, 0, 0, 0.25, 0.5, 0.25, 0, 1, 0]
    let targets: [(SoftmaxCrossEntropy.Targets, [Double])] = [
      (classes, [1, 0, 0, 0, 1, 0, 0, 0, 1]), (.distributions(distributions), distributions),
    ]
    for (targets, full) in targets {
      let losses = try settings.losses(ofRows: logits, count: 3, targets: targets)
      let gradients = try settings.gradients(ofRows: logits, count: 3, targets: targets)
      #expect(losses.count == 3 && gradients.count == 9)
      for row in 0..<3 {
        let (x, y) = (Array(logits[3 * row..<3 * row + 3]), Array(full[3 * row..<3 * row + 3]))
        #expect(agree(losses[row], defined(x, y, settings), relative: 1e-14))
        for index in 0..<3 {
          let duals = x.enumerated().map { Dual($1, tangent: $0 == index ? 1 : 0) }
          let slope = defined(duals, y, settings).tangent
          #expect(agree(gradients[3 * row + index], slope, relative: 1e-13, absolute: 1e-15))
        }
      }
    }
  }

  @Test("a single row is that of CrossEntropyOnLogits, digits in the tail included")
  func singleRow() throws {
    let settings = SoftmaxCrossEntropy()
    for (row, target) in [([2, 1, 0.1], 0), ([40, 0, 0], 0), ([0, 800, -800], 2)] {
      let one = try CrossEntropyOnLogits(logits: row, targetClass: target)
      let targets = SoftmaxCrossEntropy.Targets.classes([target])
      #expect(
        try ulpError(settings.losses(ofRows: row, count: 3, targets: targets)[0], one.loss) <= 2)
      let gradient = try settings.gradients(ofRows: row, count: 3, targets: targets)
      for (found, expected) in zip(gradient, one.gradient) {
        #expect(ulpError(found, expected) <= 2)
      }
    }
  }

  @Test("reductions divide by one, by the rows that count, or by their weights")
  func reductions() throws {
    let settings = SoftmaxCrossEntropy(classWeights: [1, 2, 0.5], ignoredClass: -100)
    let targets = SoftmaxCrossEntropy.Targets.classes([0, -100, 2])
    let losses = try settings.losses(ofRows: logits, count: 3, targets: targets)
    let gradients = try settings.gradients(ofRows: logits, count: 3, targets: targets)
    #expect(losses[1] == 0 && Array(gradients[3..<6]) == [0, 0, 0])
    let sum = losses[0] + losses[2]
    for (reduction, divisor) in [(Reduction.sum, 1.0), (.mean, 2), (.weightedMean, 1.5)] {
      let both = try settings.lossAndGradient(
        ofRows: logits, count: 3, targets: targets, reduction: reduction)
      #expect(agree(both.loss, sum / divisor, relative: 1e-15))
      #expect(both.gradient == gradients.map { $0 / divisor })
      #expect(
        try settings.loss(ofRows: logits, count: 3, targets: targets, reduction: reduction)
          == both.loss)
    }
    let nothing = try settings.lossAndGradient(
      ofRows: logits, count: 3, targets: .classes([-100, -100, -100]))
    #expect(nothing.loss.isNaN && nothing.gradient.allSatisfy { $0 == 0 })
    let narrow = try settings.lossAndGradient(
      ofRows: logits.map { Float($0) }, count: 3, targets: targets)
    let wide = try settings.lossAndGradient(
      ofRows: logits.map { Double(Float($0)) }, count: 3, targets: targets)
    #expect(narrow.loss == Float(wide.loss) && narrow.gradient == wide.gradient.map { Float($0) })
    let rows = try settings.losses(
      ofRows: logits.map { Float($0) }, count: 3, targets: targets)
    #expect(rows[1] == 0 && rows[0] == Float(losses[0]))
  }

  @Test("a masked class costs nothing, or everything if the target wants it")
  func masks() throws {
    let row: [Double] = [1, -.infinity, 0]
    func loss(_ settings: SoftmaxCrossEntropy, _ target: Int) throws -> Double {
      try settings.losses(ofRows: row, count: 3, targets: .classes([target]))[0]
    }
    #expect(agree(try loss(SoftmaxCrossEntropy(), 0), 0.31326168751822286, relative: 1e-15))
    #expect(try loss(SoftmaxCrossEntropy(), 1) == .infinity)
    #expect(try loss(SoftmaxCrossEntropy(labelSmoothing: 0.1), 0) == .infinity)
    let gradient = try SoftmaxCrossEntropy().gradients(
      ofRows: row, count: 3, targets: .classes([0]))
    #expect(gradient[1] == 0 && gradient[0] == -gradient[2])
  }

  @Test("what is not accepted is named")
  func refusals() throws {
    func refuse(
      _ error: VectorError, _ settings: SoftmaxCrossEntropy, _ logits: [Double] = [1, 2],
      _ targets: SoftmaxCrossEntropy.Targets = .classes([0])
    ) {
      #expect(throws: error) { try settings.losses(ofRows: logits, count: 2, targets: targets) }
      #expect(throws: error) {
        try settings.lossAndGradient(ofRows: logits, count: 2, targets: targets)
      }
    }
    refuse(.temperatureNotAccepted(-1), SoftmaxCrossEntropy(temperature: -1))
    refuse(.smoothingNotAccepted(1.5), SoftmaxCrossEntropy(labelSmoothing: 1.5))
    refuse(.lengthMismatch(expected: 2, found: 1), SoftmaxCrossEntropy(classWeights: [1]))
    refuse(
      .weightNotAccepted(index: 1, value: -1), SoftmaxCrossEntropy(classWeights: [1, -1]))
    refuse(
      .targetClassOutOfRange(2, row: 1, count: 2), SoftmaxCrossEntropy(), [1, 2, 3, 4],
      .classes([0, 2]))
    refuse(
      .targetClassOutOfRange(-1, row: 0, count: 2), SoftmaxCrossEntropy(ignoredClass: -100),
      [1, 2], .classes([-1]))
    refuse(
      .lengthMismatch(expected: 1, found: 2), SoftmaxCrossEntropy(), [1, 2], .classes([0, 1]))
    refuse(
      .notAccepted(index: 3, value: .infinity), SoftmaxCrossEntropy(), [1, 2, 3, .infinity],
      .classes([0, 1]))
    refuse(.notADistribution(sum: 0.5), SoftmaxCrossEntropy(), [1, 2], .distributions([0.5, 0]))
    refuse(
      .probabilityNotAccepted(index: 2, value: 2), SoftmaxCrossEntropy(), [1, 2, 3, 4],
      .distributions([0.5, 0.5, 2, -1]))
    #expect(throws: VectorError.rowLengthNotAccepted(0)) {
      try SoftmaxCrossEntropy().losses(ofRows: [1.0], count: 0, targets: .classes([]))
    }
    let message = "the target of row 1 must be a class from 0 to 1 (got 2)."
    #expect("\(VectorError.targetClassOutOfRange(2, row: 1, count: 2))" == message)
    let uneven = "3 numbers are not whole rows of 2; a multiple of 2 is needed."
    #expect("\(VectorError.unevenRows(total: 3, count: 2))" == uneven)
  }
}

@Suite("Losses of a batch")
struct ReductionTests {
  private let predictions = [0.5, -1, 4]
  private let targets = [0.0, 1, 4]

  @Test("are summed or averaged, with weights or without")
  func reductions() throws {
    let loss: any LossFunction = MeanSquaredError()
    #expect(try loss.loss(of: predictions, targets: targets, reduction: .sum) == 4.25)
    #expect(try loss.loss(of: predictions, targets: targets) == 4.25 / 3)
    let weights = [2.0, 1, 5]
    let weighted: [(Reduction, Double)] = [(.sum, 1), (.mean, 3), (.weightedMean, 8)]
    for (reduction, divisor) in weighted {
      let both = try loss.lossAndGradient(
        of: predictions, targets: targets, weights: weights, reduction: reduction)
      #expect(both.loss == 4.5 / divisor)
      #expect(both.gradient == [2 / divisor, -4 / divisor, 0])
    }
    #expect(try loss.loss(of: [1, 2], targets: [0, 0], reduction: .sum) == 5)
    #expect(try loss.loss(of: [1, 2] as [Float], targets: [0, 0]) == 2.5)
    #expect(try loss.gradient(of: [1, 2] as [Float], targets: [0, 0]) == [1, 2])
  }

  @Test("lose nothing in a long sum, and pass infinities on")
  func sums() throws {
    let tiny = [Double](repeating: 1e-8, count: 10_000)
    let loss = MeanAbsoluteError()
    let zeros = [Double](repeating: 0, count: 10_001)
    #expect(try loss.loss(of: [1e8] + tiny, targets: zeros, reduction: .sum) == 100_000_000.0001)
    #expect(try loss.loss(of: [.infinity, 1], targets: [0, 0]) == .infinity)
    #expect(try loss.loss(of: [], targets: []).isNaN)
    let cancelling = try loss.lossAndGradient(
      of: [1, 2], targets: [0, 0], weights: [-1, 1], reduction: .weightedMean)
    #expect(cancelling.loss.isNaN && cancelling.gradient.allSatisfy { $0.isNaN })
    let narrow = try loss.lossAndGradient(of: [1, 2] as [Float], targets: [0, 0])
    #expect(narrow.loss == 1.5 && narrow.gradient == [0.5, 0.5])
    #expect(try loss.loss(of: [], targets: [], reduction: .sum) == 0)
  }

  @Test("refuse other lengths by name")
  func lengths() {
    #expect(throws: LengthMismatch(argument: "weights", expected: 3, found: 1)) {
      try MeanSquaredError().loss(of: predictions, targets: targets, weights: [1])
    }
    #expect(throws: LengthMismatch(argument: "targets", expected: 3, found: 2)) {
      try MeanSquaredError().gradient(of: predictions, targets: [1, 2])
    }
  }
}
