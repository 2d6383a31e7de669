import NeuralFunctions
import Testing

/// Results that are ordinary, or subnormal with digits, though what they are made of is not.
@Suite("Factors out of range where the result is not")
struct ExtremeScaleTests {
  /// `count` times the least number: literals of such draw warnings.
  private func subnormal(_ count: UInt64) -> Double { Double(bitPattern: count) }

  @Test("sine″ keeps the digits of a subnormal angle")
  func sine() {
    let cases: [(omega: Double, x: Double, exact: Double)] = [
      (29.7, subnormal(0x7e8), -subnormal(0x3291884)),
      (1000.3, subnormal(1), -subnormal(0x3ba886ae)),
    ]
    for (omega, x, exact) in cases {
      #expect(Sine(omega: omega).secondDerivative(x) == exact, "ω = \(omega)")
    }
  }

  @Test("a smooth maximum near 0 has the digits that the temperature brings back")
  func logSumExp() throws {
    #expect(try LogSumExp(temperature: 100).value([0, -74000]) == subnormal(0x211e))
    #expect(try LogSumExp(temperature: 1e10).value([0, -7.6e12]) == subnormal(0x6d3))
    #expect(try LogSumExp(temperature: 1e300).value([0, -1.4e303]) == subnormal(0x6fd89a6b15184))
  }

  @Test("a subnormal probability over a small temperature")
  func product() throws {
    let p = [1, Double.leastNonzeroMagnitude]
    var results = [0.0, 0]
    var span = results.mutableSpan
    try Jacobian.writeSoftmaxProduct(
      probabilities: p.span, vector: [0, 0.9577].span, temperature: 0.001, into: &span)
    let exact = subnormal(0x3be)
    #expect((results[1] - exact).magnitude <= 4 * exact.ulp)
  }

  @Test("softmax's product in Float at temperatures that a Float does not hold")
  func floatProduct() throws {
    func product(_ p: [Float], _ v: [Float], _ temperature: Double) throws -> [Float] {
      var results = p
      var span = results.mutableSpan
      try Jacobian.writeSoftmaxProduct(
        probabilities: p.span, vector: v.span, temperature: temperature, into: &span)
      return results
    }
    #expect(try product([1, 0], [1, 0], 1e-50) == [0, 0])
    #expect(try product([0.5, 0.5], [0x1p100, 0], 0x1p200) == [0x1p-102, -0x1p-102])
    #expect(try product([0.5, 0.5], [0x1p-140, 0], 0x1p-200) == [0x1p58, -0x1p58])
  }

  @Test("an entry of a Jacobian whose probabilities are out of range")
  func jacobian() throws {
    let cold = try Softmax(temperature: 1e-100).jacobian(at: [0, -9e-98])
    // −e^−900·10^100
    let exact = -0x1.b3b97e0acc049p-967
    #expect((cold[0, 1] - exact).magnitude <= 3 * exact.ulp)
    #expect((cold[1, 1] + exact).magnitude <= 3 * exact.ulp)
    let pulled = try Softmax(temperature: 1e-100).vectorJacobianProduct(at: [0, -9e-98], [0, 1])
    #expect((pulled[0] - exact).magnitude <= 3 * exact.ulp)
    let large = try Softmax().vectorJacobianProduct(at: [0, -900], [0, 1e100])
    #expect((large[0] - exact).magnitude <= 1e-3 * exact.magnitude)
  }

  @Test("a mean is finite where the sum is not")
  func mean() throws {
    let loss = MeanAbsoluteError()
    #expect(try loss.loss(of: [1.7e308, 1.7e308], targets: [0, 0]) == 1.7e308)
    #expect(try loss.loss(of: [1.7e308, 1.7e308], targets: [0, 0], reduction: .sum) == .infinity)
    #expect(
      try loss.loss(of: [1.7e308, 1.7e308], targets: [0, 0], weights: [1, 1]) == 1.7e308)
    #expect(try loss.loss(of: [.infinity, 0], targets: [0, 0]) == .infinity)
    let rows = try SoftmaxCrossEntropy().loss(
      ofRows: [0, 1.7e308, 0, 1.7e308], count: 2, targets: .classes([0, 0]))
    #expect(rows == 1.7e308)
  }

  @Test("a weighted mean is finite where sums and products are not")
  func weightedMean() throws {
    let loss = MeanAbsoluteError()
    func both(
      _ predictions: [Double], _ weights: [Double], _ reduction: Reduction = .weightedMean
    ) throws -> [Double] {
      let zeros = predictions.map { _ in 0.0 }
      let both = try loss.lossAndGradient(
        of: predictions, targets: zeros, weights: weights, reduction: reduction)
      let alone = try loss.loss(
        of: predictions, targets: zeros, weights: weights, reduction: reduction)
      #expect(identical(alone, both.loss))
      return [both.loss] + both.gradient
    }
    #expect(try both([1.7e308, 1.7e308], [3, 1]) == [1.7e308, 0.75, 0.25])
    #expect(try both([2, 6], [0x1p1023, 0x1p1023]) == [4, 0.5, 0.5])
    #expect(try both([0x1p-1000, 0x1p-1000], [0x1p-1000, 0x1p-1000]) == [0x1p-1000, 0.5, 0.5])
    #expect(try both([0x1p1023, 2], [0x1p9, 0x1p9], .mean) == [.infinity, 0x1p8, 0x1p8])
    #expect(try both([0x1p1023, 0x1p1022], [1.5, 1], .mean) == [0x1p1023, 0.75, 0.5])
    #expect(try both([0x1p1023, -1], [0x1p-1074, 0x1p-1074], .sum)[0] == 0x1p-51)
    // Products of which one is over, and one below, the range.
    #expect(try both([0x1p1000, 0x1p-1000], [0x1p1000, 0x1p-1000]) == [0x1p1000, 1, 0])
    #expect(try both([0x1p-1000, 0x1p1000], [0x1p-1000, 0x1p1000]) == [0x1p1000, 0, 1])
    #expect(try both([0x1p-600, 0x1p-1000], [0x1p-400, 0x1p-1000]) == [0x1p-600, 1, 0x1p-600])
    #expect(try both([2, 2, 2], [0x1p1023, 0x1p1023, -0x1p1023])[0] == 2)
    #expect(try both([.infinity, 1], [1, 0x1p1023])[0] == .infinity)
    #expect(try both([.infinity, 1], [0, 1])[0].isNaN)
    #expect(try both([2, 1], [.nan, 1]).allSatisfy { $0.isNaN })
    let square = try MeanSquaredError().gradient(
      of: [0x1p500, 0x1p500], targets: [0, 0], weights: [0x1p600, 0x1p600],
      reduction: .weightedMean)
    #expect(square == [0x1p500, 0x1p500])
    let narrow = try loss.lossAndGradient(
      of: [3e38, 3e38] as [Float], targets: [0, 0], weights: [3, 1], reduction: .weightedMean)
    #expect(narrow.loss == 3e38 && narrow.gradient == [0.75, 0.25])
  }

  @Test("class weights of any size make the mean that their ratios make")
  func classWeights() throws {
    let logits = [5, -3, 1, 40.0, 2, 2]
    let targets: [SoftmaxCrossEntropy.Targets] = [
      .classes([0, 1, 1]), .classes([1, 1, 1]), .distributions([0.5, 0.5, 0, 1, 0.25, 0.75]),
    ]
    for (scale, second) in [
      (0x1p1023, 1.5), (0x1p1000, 1), (0x1p-1022, 1.5), (0x1p-1060, 1), (0x1p-1022, 0x1p-40),
    ] {
      for smoothing in [0, 0.1] {
        let large = SoftmaxCrossEntropy(
          labelSmoothing: smoothing, classWeights: [scale, scale * second])
        let plain = SoftmaxCrossEntropy(labelSmoothing: smoothing, classWeights: [1, second])
        for targets in targets {
          for reduction in Reduction.allCases {
            let found = try large.lossAndGradient(
              ofRows: logits, count: 2, targets: targets, reduction: reduction)
            let exact = try plain.lossAndGradient(
              ofRows: logits, count: 2, targets: targets, reduction: reduction)
            let factor = reduction == .weightedMean ? 1 : scale
            let about = "\(scale), \(second), \(smoothing), \(reduction), \(targets)"
            func near(_ found: Double, _ exact: Double) -> Bool {
              agree(found, exact * factor, relative: 4e-15, absolute: 0x1p-1073)
            }
            #expect(near(found.loss, exact.loss), "\(about)")
            for (found, exact) in zip(found.gradient, exact.gradient) {
              #expect(near(found, exact), "\(about)")
            }
            #expect(
              try large.loss(ofRows: logits, count: 2, targets: targets, reduction: reduction)
                == found.loss)
          }
        }
      }
    }
    // A weight that no target meets has no say.
    let unmet = try SoftmaxCrossEntropy(classWeights: [1.7e308, 1e-300]).lossAndGradient(
      ofRows: logits, count: 2, targets: .classes([1, 1, 1]))
    let alone = try SoftmaxCrossEntropy().lossAndGradient(
      ofRows: logits, count: 2, targets: .classes([1, 1, 1]))
    #expect(agree(unmet.loss, alone.loss, relative: 4e-15))
    for (found, exact) in zip(unmet.gradient, alone.gradient) {
      #expect(agree(found, exact, relative: 4e-15))
    }
    let narrow = try SoftmaxCrossEntropy(classWeights: [1.7e308, 1.7e308]).loss(
      ofRows: [5, -3] as [Float], count: 2, targets: .classes([1]))
    #expect(narrow == Float(8.000335406372896))
  }

  @Test("f″ of huber and smooth L1 at joints that are rounded, through duals as stated")
  func joints() {
    for y in [0.3, -0.3, 0.1, 1e10, 7.7, 0] {
      for width in [2, 0.7, 1, 1e-3] {
        for x in [y + width, y - width] {
          let target = Dual(constant: y)
          let (huber, smooth) = (Huber(delta: width), SmoothL1(beta: width))
          let once = (
            huber.derivative(Dual(variable: x), target: target),
            smooth.derivative(Dual(variable: x), target: target)
          )
          #expect(once.0.value == huber.derivative(x, target: y))
          #expect(once.0.tangent == huber.secondDerivative(x, target: y), "\(x), \(y)")
          #expect(once.1.value == smooth.derivative(x, target: y))
          #expect(once.1.tangent == smooth.secondDerivative(x, target: y), "\(x), \(y)")
          let twice = Dual(Dual(variable: x), tangent: Dual(constant: 1))
          let nested = Dual(constant: target)
          let values = (
            huber.value(twice, target: nested), smooth.value(twice, target: nested)
          )
          #expect(values.0.tangent.tangent == huber.secondDerivative(x, target: y))
          #expect(values.1.tangent.tangent == smooth.secondDerivative(x, target: y))
          #expect(values.0.value.value == huber.value(x, target: y))
          #expect(values.1.value.value == smooth.value(x, target: y))
        }
      }
    }
  }
}
