import NeuralFunctions
import Testing

@Suite("Cross-entropy whose terms lie beyond Double, or below")
struct HugeLossTests {
  private typealias Targets = SoftmaxCrossEntropy.Targets

  /// The loss by each way to ask for it, which are to agree.
  private func loss(
    _ settings: SoftmaxCrossEntropy, _ rows: [Double], count: Int = 2, _ targets: Targets,
    _ reduction: Reduction = .weightedMean
  ) throws -> Double {
    let alone = try settings.loss(
      ofRows: rows, count: count, targets: targets, reduction: reduction)
    let both = try settings.lossAndGradient(
      ofRows: rows, count: count, targets: targets, reduction: reduction)
    let slice = try settings.loss(
      ofRows: rows[...], count: count, targets: targets, reduction: reduction)
    #expect(identical(alone, both.loss) && identical(alone, slice))
    #expect(both.gradient.allSatisfy { !$0.isNaN })
    return alone
  }

  private func weighted(_ weights: [Double], temperature: Double = 1) -> SoftmaxCrossEntropy {
    SoftmaxCrossEntropy(temperature: temperature, classWeights: weights)
  }

  private let far = [0, 1.7e308, 1.7e308, 0]

  @Test("a weighted mean is that of numbers, however large their products with weights are")
  func weightedMeans() throws {
    #expect(try loss(weighted([1, 2]), far, .classes([0, 1])) == 1.7e308)
    #expect(
      try loss(weighted([1e10, 1e10]), [0, 1e300, 1e300, 0], .classes([0, 1])) == 1e300)
    #expect(try loss(weighted([1, 2], temperature: 1e-5), [1e303, 0], .classes([1])) == 1e308)
    #expect(try loss(weighted([1e300, 1e-300]), far, .classes([1, 1])) == 8.5e307)
    #expect(try loss(weighted([1, 2]), [1.7e308, 0], .distributions([0, 1])) == 1.7e308)
    let smooth = SoftmaxCrossEntropy(labelSmoothing: 0.5, classWeights: [2, 2])
    #expect(
      agree(try loss(smooth, [1.7e308, 0], .classes([1])), 1.275e308, relative: 1e-15))
    // Rows in lanes.
    var long = [Double](repeating: 0, count: 80)
    (long[0], long[45]) = (1.7e308, 1.7e308)
    let twos = weighted([Double](repeating: 2, count: 40))
    #expect(try loss(twos, long, count: 40, .classes([3, 7])) == 1.7e308)
  }

  @Test("the other reductions, and the loss of each row, are infinite only where they lie there")
  func otherReductions() throws {
    let settings = weighted([1, 2])
    let targets = Targets.classes([1])
    #expect(
      try settings.losses(ofRows: [1.7e308, 0], count: 2, targets: targets) == [.infinity])
    #expect(try loss(settings, [1.7e308, 0], targets, .mean) == .infinity)
    #expect(try loss(settings, [1.7e308, 0], targets, .sum) == .infinity)
    // One row at 2·1.7e308 and three at nothing.
    let four = [1.7e308, 0, 5e4, 0, 5e4, 0, 5e4, 0]
    let mean = try loss(settings, four, .classes([1, 0, 0, 0]), .mean)
    #expect(mean == 0.85e308)
    let halves = weighted([0.25, 0.25])
    let apart = [1.7e308, -1.7e308]
    #expect(try loss(halves, apart, targets, .sum) == 0.85e308)
    #expect(try halves.losses(ofRows: apart, count: 2, targets: targets) == [0.85e308])
    #expect(
      try loss(SoftmaxCrossEntropy(), apart + [0, -5], .classes([1, 0]), .mean) == 1.7e308)
    let masked = [0, -Double.infinity]
    #expect(try loss(settings, masked, targets) == .infinity)
    #expect(try loss(settings, masked, .classes([0])) == 0)
  }

  @Test("a large weight hides no small one, a small one no small loss")
  func small() throws {
    let mixed = weighted([1e300, 1e-300])
    #expect(
      agree(
        try loss(mixed, [1e308, 0, 1e308, 0], .classes([0, 1])), 1e-292, relative: 1e-14))
    // e^−800 by itself is 0.
    let tiny = try loss(weighted([1e300, 1]), [0, -800], .classes([0]), .sum)
    #expect(agree(tiny, 3.667874584177687e-48, relative: 1e-14))
    let below = try loss(weighted([1e-80, 1e-80]), [0, -552], .classes([0]))
    #expect(agree(below, 1.8597132674765122e-240, relative: 1e-14))
  }

  @Test("Float is that of Double, rounded")
  func narrow() throws {
    let rows: [Float] = [0, 3e38, 3e38, 0]
    let settings = weighted([1, 2])
    let targets = Targets.classes([0, 1])
    #expect(try settings.loss(ofRows: rows, count: 2, targets: targets) == Float(3e38))
    #expect(
      try settings.losses(ofRows: rows, count: 2, targets: targets) == [Float(3e38), .infinity])
    let both = try settings.lossAndGradient(ofRows: rows, count: 2, targets: targets)
    #expect(both.loss == Float(3e38) && both.gradient.allSatisfy { $0.isFinite })
  }

  @Test("a single row against a distribution is finite where its terms are not")
  func singleRow() throws {
    for count in [2, 40] {
      var logits = [Double](repeating: 0, count: count)
      var targets = logits
      (logits[0], logits[1]) = (1.7e308, -1.7e308)
      (targets[0], targets[1]) = (0.5, 0.5)
      #expect(try CrossEntropyOnLogits(logits: logits, targets: targets).loss == 1.7e308)
      logits[1] = -.infinity
      #expect(try CrossEntropyOnLogits(logits: logits, targets: targets).loss == .infinity)
    }
  }
}
