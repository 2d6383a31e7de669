import NeuralFunctions
import TestSupport
import Testing

/// Rows in lanes whose least probabilities are 0, subnormal or nearly so, against two doubles.
///
/// 30 logits are worked out in two doubles by what shows single rows, and beside masks, which change
/// nothing, in lanes.
@Suite("Rows of logits with exponentials near 0, and below")
struct DeepRowTests {
  private struct Row: CustomStringConvertible {
    let logits, vector: [Double]
    let temperature: Double
    var masked: [Double] { logits + [Double](repeating: -.infinity, count: 10) }
    var description: String { "T = \(temperature), from \(logits.min()!) to \(logits.max()!)" }
  }

  private static let rows: [Row] = {
    var random = TestRandom(seed: 17)
    return [1, 0.3, 0.01, 4, 1e-30, 1e-100, 1e50].flatMap { temperature in
      [700, 720, 760, 1200].map { spread in
        var logits = (0..<30).map { _ in Double.random(in: 0...spread, using: &random) }
        logits[7] = 0
        logits[21] = spread
        logits = logits.map { $0 * temperature }
        let vector = (0..<30).map { _ in Double.random(in: -1...1, using: &random) }
        return Row(logits: logits, vector: vector, temperature: temperature)
      }
    }
  }()

  private func expect(
    _ found: [Double], _ exact: [Double], within bound: Double, scale: (Int) -> Double = { _ in 0 },
    _ about: String, at location: SourceLocation = #_sourceLocation
  ) {
    for index in exact.indices {
      let error = ulpError(found[index], exact[index], scale: scale(index))
      #expect(
        error <= bound, "\(about), \(index): \(found[index]), not \(exact[index])",
        sourceLocation: location)
    }
  }

  @Test("Probabilities, their logarithms and the smooth maximum of a single row keep their digits")
  func singleCalls() throws {
    for row in Self.rows {
      let (x, masked, t) = (row.logits, row.masked, row.temperature)
      let negated = x.map { -$0 }
      let negatedMasked = negated + [Double](repeating: -.infinity, count: 10)
      expect(
        try Softmax(temperature: t).value(masked), try Softmax(temperature: t).value(x),
        within: 5, "softmax of \(row)")
      expect(
        try Softmin(temperature: t).value(negatedMasked),
        try Softmin(temperature: t).value(negated), within: 5, "softmin of \(row)")
      expect(
        try LogSoftmax(temperature: t).value(masked), try LogSoftmax(temperature: t).value(x),
        within: 2, "log-softmax of \(row)")
      // With the largest logit at 0, too, where all there is may be a sum that is tiny.
      for shift in [0, x.max()!] {
        let smooth = LogSumExp(temperature: t)
        expect(
          [try smooth.value(masked.map { $0 - shift })], [try smooth.value(x.map { $0 - shift })],
          within: 2, "log-sum-exp of \(row)")
      }
    }
  }

  @Test("Unchecked, a long vector that is not accepted gives NaN")
  func notAccepted() {
    for wrong in [Double.infinity, .nan] {
      var x = [Double](repeating: 1, count: 40)
      x[17] = wrong
      for found in [
        Softmax().uncheckedValue(x), Softmin().uncheckedValue(x), LogSoftmax().uncheckedValue(x),
        [LogSumExp().uncheckedValue(x)],
      ] {
        #expect(found.allSatisfy { $0.isNaN })
      }
    }
    let ones = [Double](repeating: 1, count: 40)
    #expect(Softmax(temperature: -1).uncheckedValue(ones).allSatisfy { $0.isNaN })
    #expect(LogSumExp(temperature: 0).uncheckedValue(ones).isNaN)
    let masks = [Double](repeating: -.infinity, count: 40)
    #expect(Softmin().uncheckedValue(masks).allSatisfy { $0.isNaN })
    #expect(LogSoftmax().uncheckedValue(masks).allSatisfy { $0.isNaN })
  }

  @Test("Against one class loss and gradient keep their digits")
  func oneClass() throws {
    for row in Self.rows {
      for target in [0, 7, 21] {
        let exact = try CrossEntropyOnLogits(
          logits: row.logits, targetClass: target, temperature: row.temperature)
        let long = try CrossEntropyOnLogits(
          logits: row.masked, targetClass: target, temperature: row.temperature)
        let batch = try SoftmaxCrossEntropy(temperature: row.temperature).lossAndGradient(
          ofRows: row.logits, count: 30, targets: .classes([target]))
        expect([long.loss, batch.loss], [exact.loss, exact.loss], within: 2, "loss of \(row)")
        expect(long.gradient, exact.gradient, within: 5, "gradient of \(row)")
        expect(batch.gradient, exact.gradient, within: 5, "gradient of \(row)")
        expect(long.probabilities, exact.probabilities, within: 5, "p of \(row)")
      }
    }
  }

  @Test("A weight is multiplied in before what is small is rounded")
  func weights() throws {
    let weights = [Double](repeating: 0x1p20, count: 30)
    for row in Self.rows where row.temperature > 1e-90 {
      let heavy = try SoftmaxCrossEntropy(temperature: row.temperature, classWeights: weights)
        .gradients(ofRows: row.logits, count: 30, targets: .classes([7]))
      // A lower temperature does the same.
      let cold = try CrossEntropyOnLogits(
        logits: row.logits.map { $0 * 0x1p-20 }, targetClass: 7,
        temperature: row.temperature * 0x1p-20)
      expect(heavy, cold.gradient, within: 5, "weighted gradient of \(row)")
    }
  }

  @Test("Against shares of classes the gradient is within its bounds")
  func severalClasses() throws {
    for row in Self.rows {
      var target = [Double](repeating: 0, count: 30)
      (target[7], target[21], target[3]) = (0.25, 0.5, 0.25)
      let exact = try CrossEntropyOnLogits(
        logits: row.logits, targets: target, temperature: row.temperature)
      let long = try CrossEntropyOnLogits(
        logits: row.masked, targets: target + [Double](repeating: 0, count: 10),
        temperature: row.temperature)
      let batch = try SoftmaxCrossEntropy(temperature: row.temperature).lossAndGradient(
        ofRows: row.logits, count: 30, targets: .distributions(target))
      expect([long.loss, batch.loss], [exact.loss, exact.loss], within: 2, "loss of \(row)")
      func scale(_ index: Int) -> Double {
        Swift.max(target[index], exact.probabilities[index]) / row.temperature
      }
      expect(long.gradient, exact.gradient, within: 5, scale: scale, "gradient of \(row)")
      expect(batch.gradient, exact.gradient, within: 5, scale: scale, "gradient of \(row)")
    }
  }

  @Test("Products with Jacobians are within their bounds")
  func products() throws {
    for row in Self.rows {
      for factor in [1, 1e60] where factor / row.temperature <= 1e100 {
        let vector = row.vector.map { $0 * factor }
        for f: any VectorFunction in [
          Softmax(temperature: row.temperature), Softmin(temperature: row.temperature),
          LogSoftmax(temperature: row.temperature),
        ] {
          let isMirrored = f is Softmin
          let logits = isMirrored ? row.logits.map { 0 - $0 } : row.logits
          let masked = logits + [Double](repeating: -.infinity, count: 10)
          let padded = vector + [Double](repeating: 0, count: 10)
          let jacobian = try f.jacobian(at: logits)
          let p = try Softmax(temperature: row.temperature).value(row.logits)
          // Subnormal probabilities are not what is multiplied, so that their terms are at most this.
          func scale(_ index: Int) -> Double {
            let own = f is LogSoftmax ? Swift.max(vector[index].magnitude, p[index] * factor) : 0
            return own / row.temperature
          }
          let moved = try jacobian.times(vector)
          let pulled = try jacobian.transposedTimes(vector)
          for (found, exact) in [
            (try f.jacobianVectorProducts(atRows: logits, count: 30, directions: vector), moved),
            (try f.jacobianVectorProduct(at: masked, padded), moved),
            (try f.vectorJacobianProducts(atRows: logits, count: 30, cotangents: vector), pulled),
            (try f.vectorJacobianProduct(at: masked, padded), pulled),
          ] {
            expect(found, exact, within: 8, scale: scale, "\(f) of \(row) times \(factor)")
          }
        }
      }
    }
  }
}
