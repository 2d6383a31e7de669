import TestSupport
import Testing

@testable import NeuralFunctions

/// Cross-entropy and products with Jacobians, in lanes, against two doubles.
@Suite("Kernels of rows of logits")
struct RowKernelTests {
  /// Softmax of a row, and its logarithm, to about 18 digits.
  private struct Exact {
    let p, others, logarithms: [DoubleDouble]

    init(_ logits: [Double], temperature: Double) {
      let largest = logits.indices.max { logits[$0] < logits[$1] }!
      let exponents = logits.map { scaledDifference($0, logits[largest], over: temperature) }
      let terms = exponents.map { ScaledDoubleDouble.exp($0).unscaled }
      func sum(without left: Int) -> DoubleDouble {
        terms.indices.reduce(DoubleDouble(0)) { $1 == left ? $0 : $0 + terms[$1] }
      }
      let rest = sum(without: largest)
      let total = rest + 1
      let logSum = DoubleDouble.log(onePlus: rest)
      p = terms.map { $0 / total }
      others = terms.indices.map { sum(without: $0) / total }
      logarithms = exponents.map { $0 - logSum }
    }
  }

  private struct Case: CustomStringConvertible {
    let logits, vector: [Double]
    let temperature: Double
    var description: String { "\(logits.count) logits, T = \(temperature)" }
  }

  /// Flat rows, peaked ones and ones between, whose exponentials are above 1e−260; rows far from 0,
  /// on both sides of where the kernels take another way, with two numbers that are the largest.
  private static let cases: [Case] = {
    var random = TestRandom(seed: 16)
    let far = [9, 40].flatMap { count in
      [1, 0.3, 2.5].flatMap { temperature in
        [1e4, -0.9 * 0x1p18, 1.1 * 0x1p18, -1e12].map { offset in
          var row = (0..<count).map { _ in
            (Double.random(in: -20...20, using: &random) + offset) * temperature
          }
          row[count - 1] = row.max()!
          let vector = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
          return Case(logits: row, vector: vector, temperature: temperature)
        }
      }
    }
    return far
      + [1, 2, 3, 8, 9, 33, 40, 150].flatMap { count in
        [1, 0.3, 2.5, 1e-3, 1e9].flatMap { temperature in
          [0.01, 3, 30, 250].map { spread in
            var row = (0..<count).map { _ in
              Double.random(in: -spread...spread, using: &random) * temperature
            }
            if spread == 3 { row[count / 2] += 40 * temperature }
            let vector = (0..<count).map { _ in Double.random(in: 0...1, using: &random) }
            return Case(logits: row, vector: vector, temperature: temperature)
          }
        }
      }
  }()

  private func expect(
    _ found: Double, _ exact: DoubleDouble, within bound: Double, scale: Double = 0,
    _ about: String, at location: SourceLocation = #_sourceLocation
  ) {
    let rounded = exact.rounded
    let residual = ((exact - rounded).rounded / rounded.ulp)
    let error = ulpError(found, rounded, residual: residual, scale: scale)
    #expect(error <= bound, "\(about): \(found), not \(rounded)", sourceLocation: location)
  }

  @Test("Against one class the loss is within 2 ulp, the gradient within 4")
  func oneClass() throws {
    for row in Self.cases {
      let (count, temperature) = (row.logits.count, row.temperature)
      let exact = Exact(row.logits, temperature: temperature)
      for target in Set([0, count / 2, count - 1]) {
        let one = try CrossEntropyOnLogits(
          logits: row.logits, targetClass: target, temperature: temperature)
        let batch = SoftmaxCrossEntropy(temperature: temperature)
        let targets = SoftmaxCrossEntropy.Targets.classes([target])
        let loss = try batch.losses(ofRows: row.logits, count: count, targets: targets)[0]
        let gradient = try batch.gradients(ofRows: row.logits, count: count, targets: targets)
        for loss in [loss, one.loss] {
          expect(loss, -exact.logarithms[target], within: 2, "loss of \(row)")
        }
        for index in row.logits.indices {
          let slope = index == target ? -exact.others[index] : exact.p[index]
          for found in [gradient[index], one.gradient[index]] {
            expect(found, slope / temperature, within: 4, "gradient of \(row)")
          }
          expect(one.probabilities[index], exact.p[index], within: 4, "p of \(row)")
          expect(
            one.logProbabilities[index], exact.logarithms[index], within: 2, "log p of \(row)")
        }
      }
    }
  }

  @Test("Against shares of classes the bounds are those of the larger term")
  func severalClasses() throws {
    for row in Self.cases {
      let (count, temperature) = (row.logits.count, row.temperature)
      let exact = Exact(row.logits, temperature: temperature)
      let sum = row.vector.reduce(0, +)
      // Near p too, where the gradient cancels.
      let near = exact.p.map { $0.rounded }
      for target in [row.vector.map { $0 / sum }, near] {
        let one = try CrossEntropyOnLogits(
          logits: row.logits, targets: target, temperature: temperature)
        let weights = row.vector.map { 4 * $0 + 0.5 }
        let batch = SoftmaxCrossEntropy(temperature: temperature, classWeights: weights)
        let both = try batch.lossAndGradient(
          ofRows: row.logits, count: count, targets: .distributions(target), reduction: .sum)
        let weighted = zip(target, weights).map { $0 * $1 }
        let total = weighted.reduce(DoubleDouble(0)) { $0 + $1 }
        func loss(_ weights: [Double]) -> DoubleDouble {
          zip(weights, exact.logarithms).reduce(DoubleDouble(0)) { $0 - $1.0 * $1.1 }
        }
        expect(one.loss, loss(target), within: 2, "loss of \(row)")
        expect(both.loss, loss(weighted), within: 2, "weighted loss of \(row)")
        for index in row.logits.indices {
          let larger = Swift.max(exact.p[index].rounded, target[index]) / temperature
          expect(
            one.gradient[index], (exact.p[index] - target[index]) / temperature, within: 4,
            scale: larger, "gradient of \(row)")
          let own = exact.p[index] * (total - weighted[index]) / temperature
          let others = exact.others[index] * weighted[index] / temperature
          expect(
            both.gradient[index], own - others, within: 4,
            scale: Swift.max(own.rounded, others.rounded), "weighted gradient of \(row)")
        }
      }
    }
  }

  @Test("Masks, however many, change nothing, and neither do numbers of any size")
  func masksAndExtremes() throws {
    let masks = [Double](repeating: -.infinity, count: 37)
    let rows: [[Double]] = [
      [2, 1, 0.1], [40, 0, 0], [1e308, -1e308, 0], [0, -740, -745], [3, 3, 3],
      [0, 1e-300, -1e-300],
    ]
    for row in rows {
      for temperature in [1, 0.1, 0x1p-1030, 1e308] {
        for target in 0..<3 {
          let short = try CrossEntropyOnLogits(
            logits: row, targetClass: target, temperature: temperature)
          let long = try CrossEntropyOnLogits(
            logits: row + masks, targetClass: target, temperature: temperature)
          let batch = try SoftmaxCrossEntropy(temperature: temperature).lossAndGradient(
            ofRows: row + masks, count: 40, targets: .classes([target]))
          for loss in [long.loss, batch.loss] {
            #expect(ulpError(loss, short.loss) <= 3, "\(row), T = \(temperature)")
          }
          for index in row.indices {
            for found in [long.gradient[index], batch.gradient[index]] {
              #expect(ulpError(found, short.gradient[index]) <= 4, "\(row), T = \(temperature)")
            }
          }
          #expect(long.gradient.dropFirst(3).allSatisfy { identical($0, 0) })
          #expect(batch.gradient.dropFirst(3).allSatisfy { identical($0, 0) })
          #expect(long.logProbabilities.last == -.infinity && long.probabilities.last == 0)
        }
      }
    }
    let wanted = try CrossEntropyOnLogits(logits: [1, 2] + masks, targetClass: 10)
    #expect(wanted.loss == .infinity && wanted.gradient[10] == -1)
    let shared = try CrossEntropyOnLogits(
      logits: [1, 2] + masks, targets: [0.5, 0] + masks.indices.map { $0 == 0 ? 0.5 : 0 })
    #expect(shared.loss == .infinity && shared.gradient[2] == -0.5)
    for refused in [Double.nan, .infinity] {
      #expect(throws: VectorError.self) {
        try CrossEntropyOnLogits(logits: [1, refused] + masks, targetClass: 0)
      }
      let strange = CrossEntropyOnLogits(
        uncheckedLogits: [1, refused] + masks, targets: [1, 0] + masks.map { _ in 0 })
      #expect(strange.loss.isNaN && strange.gradient.allSatisfy { $0.isNaN })
    }
    #expect(throws: VectorError.allMasked) {
      try CrossEntropyOnLogits(logits: masks, targetClass: 0)
    }
  }

  @Test("Heavy and light weights neither overflow nor lose digits")
  func weights() throws {
    for (row, weight) in [([0.0, -700, -720], 1e300), ([0, -700, -720], 1e-300), ([1, 0, 2], 0)] {
      let batch = SoftmaxCrossEntropy(classWeights: [weight, weight, weight])
      let plain = try CrossEntropyOnLogits(logits: row, targetClass: 1)
      let both = try batch.lossAndGradient(
        ofRows: row, count: 3, targets: .classes([1]), reduction: .sum)
      #expect(agree(both.loss, plain.loss * weight, relative: 1e-15))
      for (found, slope) in zip(both.gradient, plain.gradient) where slope.magnitude > 1e-300 {
        #expect(agree(found, slope * weight, relative: 1e-15, absolute: 0x1p-1073))
      }
    }
  }

  @Test("Products with Jacobians are within 6 ulp of their terms")
  func products() throws {
    for row in Self.cases {
      let (logits, count) = (row.logits, row.logits.count)
      let exact = Exact(logits, temperature: row.temperature)
      let anchor = logits.indices.max { logits[$0] < logits[$1] }!
      let vector = row.vector.map { $0 - 0.5 }
      let differences = vector.map { DoubleDouble.sum($0, -vector[anchor]) }
      func mean(_ numbers: [DoubleDouble]) -> DoubleDouble {
        zip(exact.p, numbers).reduce(DoubleDouble(0)) { $0 + $1.0 * $1.1 }
      }
      let (center, size) = (mean(differences), mean(differences.map { $0.high < 0 ? -$0 : $0 }))
      func check(_ f: any VectorFunction, _ logits: [Double], isTransposed: Bool) throws {
        let found =
          isTransposed
          ? try f.vectorJacobianProducts(atRows: logits, count: count, cotangents: vector)
          : try f.jacobianVectorProducts(atRows: logits, count: count, directions: vector)
        for index in logits.indices {
          let factor =
            (f is LogSoftmax ? DoubleDouble(1) : exact.p[index])
            / (f is Softmin ? -row.temperature : row.temperature)
          let scale = Swift.max(differences[index].high.magnitude, size.high)
          expect(
            found[index], factor * (differences[index] - center), within: 6,
            scale: (factor * scale).high.magnitude, "\(f) of \(row)")
        }
      }
      for isTransposed in [false, true] {
        try check(Softmax(temperature: row.temperature), logits, isTransposed: isTransposed)
        try check(
          Softmin(temperature: row.temperature), logits.map { -$0 }, isTransposed: isTransposed)
      }
      let logarithm = LogSoftmax(temperature: row.temperature)
      try check(logarithm, logits, isTransposed: false)
      let sum = vector.reduce(DoubleDouble(0)) { $0 + $1 }
      let back = try logarithm.vectorJacobianProducts(
        atRows: logits, count: count, cotangents: vector)
      for index in logits.indices {
        let term = exact.p[index] * sum / row.temperature
        let own = vector[index] / row.temperature
        expect(
          back[index], own - term, within: 6,
          scale: Swift.max(own.magnitude, term.high.magnitude), "log p of \(row)")
      }
    }
  }
}
