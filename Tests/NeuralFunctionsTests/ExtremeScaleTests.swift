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
