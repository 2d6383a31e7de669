import RealModule

/// What the two ways to work out ``CrossEntropyOnLogits`` bring.
struct CrossEntropySteps {
  let probabilities: [Double]
  let gradient: [Double]
  let loss: Double
  /// Where the steps were not worked out in two doubles.
  var normalizer: LongRow?

  /// Nil unless `logits` hold no NaN and no +∞, and at least one finite number. If the target is
  /// one class, to say so saves a search.
  init?(_ logits: [Double], _ targets: [Double], targetClass: Int?, temperature: Double) {
    if logits.count > CrossEntropyOnLogits.shortRow,
      let steps = Self(inLanes: logits, targets, targetClass, temperature: temperature)
    {
      self = steps
    } else if let steps = Self(inTwoDoubles: logits, targets, temperature: temperature) {
      self = steps
    } else {
      return nil
    }
  }

  private init?(inTwoDoubles logits: [Double], _ targets: [Double], temperature: Double) {
    guard let shifted = ShiftedExponentials(logits, temperature: temperature) else { return nil }
    let pairs = shifted.probabilities
    let complements = shifted.complements
    probabilities = pairs.map { $0.rounded / ShiftedExponentials.scale }
    loss = Self.loss(negativeSum(targets, shifted.logProbabilities), logits, targets, temperature)
    gradient = targets.indices.map { index in
      let target = targets[index]
      // Near 1 both are written from 1 down, so that p − 1 is the others and not a difference.
      let difference =
        target > 0.5
        ? DoubleDouble.sum(1, -target).timesPowerOfTwo(ShiftedExponentials.scale)
          - complements[index]
        : pairs[index] - DoubleDouble(target * ShiftedExponentials.scale)
      return ShiftedExponentials.descaled(difference, over: temperature)
    }
  }

  /// Nil, too, where the numbers are extreme.
  private init?(
    inLanes logits: [Double], _ targets: [Double], _ targetClass: Int?, temperature: Double
  ) {
    let count = logits.count
    let rows = SoftmaxRows<SIMD8<Double>>(count: count, temperature: temperature)
    var sums: RowSums?
    var probabilities = filled(count) { terms in
      logits.withUnsafeBufferPointer { sums = RowSums($0.baseAddress!, terms, of: rows) }
    }
    guard let sums, sums.bear(1 / temperature) else { return nil }
    // p − y is written from 1 down at these, so that it is the others and not a difference.
    func correction(_ index: Int) -> Double {
      ((1 - targets[index]) - sums.share(sums.sumWithout(probabilities[index]))) / temperature
    }
    let logSum = sums.logSum
    normalizer = LongRow(sums, temperature: temperature)
    var gradient: [Double]
    if let targetClass {
      loss = sums.loss(logits[targetClass], weight: 1, temperature: temperature)
      let own = correction(targetClass)
      gradient = rows.writeShares(&probabilities, sums, minus: nil)
      gradient[targetClass] = own
    } else {
      let found = logits.withUnsafeBufferPointer { logits in
        targets.withUnsafeBufferPointer { targets in
          rows.loss(logits.baseAddress!, targets.baseAddress!, sums.maximum, logSum)
        }
      }
      loss = Self.loss(found, logits, targets, temperature)
      let corrections = targets.indices.filter { targets[$0] > 0.5 }.map { ($0, correction($0)) }
      gradient = rows.writeShares(&probabilities, sums, minus: targets)
      for (index, own) in corrections { gradient[index] = own }
    }
    self.probabilities = probabilities
    self.gradient = gradient
  }

  /// The loss as it was found, unless a term of it was beyond the range.
  private static func loss(
    _ found: Double, _ logits: [Double], _ targets: [Double], _ temperature: Double
  ) -> Double {
    if found.isFinite { return found }
    return ShiftedExponentials(logits, temperature: temperature)?
      .crossEntropy(logits, weights: targets, temperature: temperature).rounded ?? .nan
  }

  /// log p, in lanes where the steps were.
  static func logProbabilities(
    _ logits: [Double], temperature: Double, _ normalizer: LongRow?
  ) -> [Double]? {
    normalizer?.logProbabilities(logits)
      ?? ShiftedExponentials(logits, temperature: temperature)?.logProbabilities
  }
}

/// An array that `write` fills.
func filled(
  _ count: Int, _ write: (UnsafeMutablePointer<Double>) -> Void
) -> [Double] {
  [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
    write(buffer.baseAddress!)
    initialized = count
  }
}

extension SoftmaxRows where L == SIMD8<Double> {
  /// Exponentials become probabilities p, and (p − y)/T is made beside them.
  @inline(__always)
  fileprivate func writeShares(
    _ terms: inout [Double], _ sums: RowSums, minus targets: [Double]?
  ) -> [Double] {
    let divisor = L(repeating: temperature)
    return filled(count) { gradient in
      terms.withUnsafeMutableBufferPointer { terms in
        let terms = terms.baseAddress!
        func write(_ difference: (_ p: L, _ start: Int, _ length: Int, _ divisor: L?) -> L) {
          forEachChunk { start, length in
            let term = load(terms, start, length, filling: 0)
            let p = sums.share(term)
            store(p, terms, start, length)
            if sums.isDeep {
              // p may have lost digits, which would show over a small temperature.
              let share = sums.share(term / divisor)
              store(difference(share, start, length, divisor), gradient, start, length)
            } else {
              let difference = difference(p, start, length, nil)
              store(temperature == 1 ? difference : difference / divisor, gradient, start, length)
            }
          }
        }
        guard let targets else { return write { p, _, _, _ in p } }
        targets.withUnsafeBufferPointer { targets in
          write { p, start, length, divisor in
            let target = load(targets.baseAddress!, start, length, filling: 0)
            return p - (divisor.map { target / $0 } ?? target)
          }
        }
      }
    }
  }

  /// Σ yₖ·(log Σ − (zₖ − m)/T), of terms none of which is negative.
  @inline(__always)
  func loss(
    _ logits: UnsafePointer<Double>, _ weights: UnsafePointer<Double>, _ maximum: Double,
    _ logSum: DoubleDouble
  ) -> Double {
    let depth = weightedDepth(logits, weights, below: maximum)
    return depth.high == .infinity
      ? .infinity : (logSum * DoubleDouble(sum(weights)) + depth).rounded
  }
}

/// −Σ wₖ·lₖ with 0·(−∞) = 0, in two doubles.
func negativeSum(_ weights: [Double], _ logarithms: [Double]) -> Double {
  var sum = DoubleDouble(0)
  for (weight, logarithm) in zip(weights, logarithms) where weight != 0 {
    if logarithm == -.infinity { return .infinity }
    sum = sum - DoubleDouble.product(weight, logarithm)
  }
  // From 0 up, so that a loss of 0 is not −0.
  return 0 + sum.rounded
}
