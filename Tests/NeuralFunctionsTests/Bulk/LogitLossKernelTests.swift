import NeuralFunctions
import RealModule
import TestSupport
import Testing

@Suite("Kernels of a loss of logits, and of softmax's product")
struct LogitLossKernelTests {
  private let loss = BinaryCrossEntropyOnLogits()

  @Test("The loss's kernel agrees with scalar code", arguments: [0, 1, 0.3, 0.999, 0x1p-1074])
  func agreesWithScalarCode(target: Double) throws {
    var random = TestRandom(seed: 5)
    let ends: [Double] = [.infinity, -.infinity, .nan, 0, -0.0, 745, -745, 1e308, -1e308]
    let logits = random.points(997) + ends
    let targets = [Double](repeating: target, count: logits.count)
    let values = try loss.values(of: logits, targets: targets)
    let slopes = try loss.derivatives(of: logits, targets: targets)
    let isSoft = target > 0 && target < 1
    for (index, z) in logits.enumerated() {
      #expect(ulpError(values[index], loss.value(z, target: target)) <= 4, "at \(z)")
      let exact = loss.derivative(z, target: target)
      let scale = isSoft ? Swift.max(target, Sigmoid().value(z)) : 0
      #expect(ulpError(slopes[index], exact, scale: scale) <= 4, "slope at \(z)")
    }
  }

  @Test("In Float it is within 4 ulp of Double", arguments: [0, 1, 0.25] as [Float])
  func inFloat(target: Float) throws {
    var random = TestRandom(seed: 6)
    let logits = random.points(997).map { Float($0 / 7) }
    let targets = [Float](repeating: target, count: logits.count)
    let values = try loss.values(of: logits, targets: targets)
    let slopes = try loss.derivatives(of: logits, targets: targets)
    for (index, z) in logits.enumerated() {
      let (x, y) = (Double(z), Double(target))
      #expect(floatUlpError(values[index], exact: loss.value(x, target: y)) <= 4, "at \(z)")
      let scale = target == 0.25 ? Swift.max(target, Float(Sigmoid().value(x))) : 0
      let exact = loss.derivative(x, target: y)
      #expect(floatUlpError(slopes[index], exact: exact, scale: scale) <= 4, "slope at \(z)")
    }
  }

  @Test("The product of probabilities and a vector is that of the Jacobian", arguments: [1, 0.5])
  func softmaxProduct(temperature: Double) throws {
    var random = TestRandom(seed: 7)
    for count in [1, 2, 7, 8, 9, 33, 1024, 1500] {
      let logits = (0..<count).map { _ in Double.random(in: -8...8, using: &random) }
      let vector = (0..<count).map { _ in Double.random(in: -1...3, using: &random) }
      let softmax = Softmax(temperature: temperature)
      let p = try softmax.value(logits)
      let exact = try softmax.jacobian(at: logits).times(vector)
      var results = vector
      var span = results.mutableSpan
      try Jacobian.writeSoftmaxProduct(
        probabilities: p.span, vector: vector.span, temperature: temperature, into: &span)
      let mean = zip(p, vector).reduce(0) { $0 + $1.0 * $1.1.magnitude }
      for index in 0..<count {
        let scale = p[index] * Swift.max(vector[index].magnitude, mean) / temperature
        #expect(ulpError(results[index], exact[index], scale: scale) <= 4)
      }
      var floats = vector.map { Float($0) }
      let (same, single) = (floats, p.map { Float($0) })
      var floatSpan = floats.mutableSpan
      try Jacobian.writeSoftmaxProduct(
        probabilities: single.span, vector: same.span, temperature: temperature,
        into: &floatSpan)
      for index in 0..<count {
        let size = p[index] * 3 / temperature
        #expect((Double(floats[index]) - exact[index]).magnitude <= size * 0x1p-20)
      }
    }
  }

  @Test("Buffers of different lengths are refused before anything is written")
  func lengths() {
    let (p, vector) = ([0.5, 0.5], [1.0, 2, 3])
    var results = [7.0, 7]
    let refusal = refusal(p, vector, &results)
    #expect(refusal == LengthMismatch(argument: "vector", expected: 2, found: 3))
    #expect(results == [7, 7])
  }

  private func refusal(
    _ p: [Double], _ vector: [Double], _ results: inout [Double]
  ) -> LengthMismatch? {
    var span = results.mutableSpan
    do {
      try Jacobian.writeSoftmaxProduct(probabilities: p.span, vector: vector.span, into: &span)
      return nil
    } catch { return error }
  }

  @Test("Products and entries made from subnormal probabilities keep their digits")
  func subnormalProbabilities() throws {
    // e^−740 has two digits as a Double; times 2·10³⁰⁰ it is an ordinary number.
    let jacobian = try Softmax().jacobian(at: [0, -740])
    let expected = Double.exp(-740 + .log(2e300))
    for product in [
      try jacobian.times([1e300, -1e300]), try jacobian.transposedTimes([1e300, -1e300]),
    ] {
      #expect(agree(product[1], -expected, relative: 1e-12))
      #expect(agree(product[0], expected, relative: 1e-12))
    }
    // ∂(log p₁)/∂x₁ = 1 − p₁ and ∂(log p₀)/∂x₁ = −p₁.
    let logarithms = try LogSoftmax().jacobian(at: [0, -740]).transposedTimes([1e300, 0])
    #expect(agree(logarithms[1], -expected / 2, relative: 1e-12))
    #expect(agree(logarithms[0], expected / 2, relative: 1e-12))
    let cold = try Softmax(temperature: 0x1p-10).jacobian(at: [0, -740 * 0x1p-10])
    let entry = Double.exp(-740 + .log(1024))
    #expect(agree(cold[1, 0], -entry, relative: 1e-12))
    #expect(agree(cold[1, 1], entry, relative: 1e-12))
  }
}
