/// A row of logits against its target, in which class k weighs vₖ: the loss L = −Σ vₖ·log pₖ and
/// its gradient.
///
/// In lanes where the numbers allow, else in two doubles throughout.
struct CrossEntropyRows {
  /// What a caller asks for, of a loss and its gradient.
  enum Wanted {
    case loss, gradient, both
  }

  private let rows: SoftmaxRows<SIMD8<Double>>
  private var count: Int { rows.count }
  private var temperature: Double { rows.temperature }

  init(count: Int, temperature: Double) {
    rows = SoftmaxRows(count: count, temperature: temperature)
  }

  /// The loss against one class, which weighs `weight`; writes the gradient into `gradient`. What is
  /// not wanted is something else.
  ///
  /// Nil unless the logits hold no NaN and no +∞, and at least one finite number.
  @inline(__always)
  func loss(
    _ logits: UnsafePointer<Double>, class target: Int, weight: Double, wanted: Wanted,
    gradient: UnsafeMutablePointer<Double>
  ) -> Double? {
    guard weight == 0 || weight > 0x1p-300 && weight < 0x1p300,
      let sums = RowSums(logits, gradient, of: rows), sums.bear(weight / temperature)
    else {
      var weights = [Double](repeating: 0, count: count)
      weights[target] = weight
      return lossInTwoDoubles(logits, weights, gradient)
    }
    if wanted != .loss {
      // 1 − p is the others' share, and no difference. From 0, so that it is not −0.
      let own = 0 - weight * sums.share(sums.sumWithout(gradient[target])) / temperature
      writeShares(gradient, times: weight, sums)
      gradient[target] = own
    }
    if wanted == .gradient { return 0 }
    return sums.loss(logits[target], weight: weight, temperature: temperature)
  }

  /// The loss against a target of which each class has its share of `weights`.
  @inline(__always)
  func loss(
    _ logits: UnsafePointer<Double>, weights: UnsafePointer<Double>, wanted: Wanted,
    gradient: UnsafeMutablePointer<Double>
  ) -> Double? {
    let total = DoubleDouble(rows.sum(weights))
    guard total.high == 0 || total.high > 0x1p-300 && total.high < 0x1p300,
      let sums = RowSums(logits, gradient, of: rows), sums.bear(total.high / temperature)
    else {
      let weights = UnsafeBufferPointer(start: weights, count: count)
      return lossInTwoDoubles(logits, Array(weights), gradient)
    }
    if wanted != .loss { writeGradient(gradient, weights, total, sums) }
    if wanted == .gradient { return 0 }
    return rows.loss(logits, weights, sums.maximum, sums.logSum)
  }

  /// Exponentials become weight·p/T.
  @inline(__always)
  private func writeShares(
    _ terms: UnsafeMutablePointer<Double>, times weight: Double, _ sums: RowSums
  ) {
    let factor = SIMD8<Double>(repeating: weight)
    let divisor = SIMD8<Double>(repeating: temperature)
    let isPlain = weight == 1 && temperature == 1
    if sums.isDeep {
      return rows.forEachChunk { start, length in
        let term = rows.load(terms, start, length, filling: 0)
        rows.store(sums.share(term * factor / divisor), terms, start, length)
      }
    }
    rows.forEachChunk { start, length in
      let shares = sums.share(rows.load(terms, start, length, filling: 0))
      rows.store(isPlain ? shares : shares * factor / divisor, terms, start, length)
    }
  }

  /// Exponentials become [pⱼ·Σₖ≠ⱼ vₖ − (1 − pⱼ)·vⱼ]/T: both p and 1 − p are at hand, so that only
  /// what truly cancels does.
  @inline(__always)
  private func writeGradient(
    _ terms: UnsafeMutablePointer<Double>, _ weights: UnsafePointer<Double>,
    _ total: DoubleDouble, _ sums: RowSums
  ) {
    typealias L = SIMD8<Double>
    let (total, totalLow) = (L(repeating: total.high), L(repeating: total.low))
    let divisor = L(repeating: temperature)
    rows.forEachChunk { start, length in
      let term = rows.load(terms, start, length, filling: 0)
      let weight = rows.load(weights, start, length, filling: 0)
      let otherWeights = (total - weight) + totalLow
      let own = sums.sumWithout(term) * weight
      let both = L.multiplyAdd(term, otherWeights, L(repeating: 0) - own)
      let share = temperature == 1 ? sums.share(both) : sums.share(both / divisor)
      rows.store(share, terms, start, length)
    }
  }

  private func lossInTwoDoubles(
    _ logits: UnsafePointer<Double>, _ weights: [Double], _ gradient: UnsafeMutablePointer<Double>
  ) -> Double? {
    let logits = Array(UnsafeBufferPointer(start: logits, count: count))
    guard let row = ExactCrossEntropyRow(logits, weights: weights, temperature: temperature)
    else { return nil }
    for index in 0..<count { gradient[index] = row.gradient(index) }
    return row.loss
  }
}

/// The same row in two doubles throughout.
private struct ExactCrossEntropyRow {
  private let probabilities: [DoubleDouble]
  private let complements: [DoubleDouble]
  private let logProbabilities: [Double]
  private let weights: [Double]
  private let totalWeight: DoubleDouble
  private let temperature: Double

  init?(_ logits: [Double], weights: [Double], temperature: Double) {
    guard let shifted = ShiftedExponentials(logits, temperature: temperature) else { return nil }
    probabilities = shifted.probabilities
    complements = shifted.complements
    logProbabilities = shifted.logProbabilities
    self.weights = weights
    self.temperature = temperature
    totalWeight = weights.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }
  }

  /// No term is negative, so none cancels; 0·log 0 is 0.
  var loss: Double {
    var sum = ScaledSum()
    for (weight, logarithm) in zip(weights, logProbabilities) where weight != 0 {
      sum += -weight * logarithm
    }
    return sum.rounded + 0
  }

  /// ∂L/∂x(index), from numbers that are held larger, by less where the weights are large.
  func gradient(_ index: Int) -> Double {
    let excess =
      totalWeight.high > 0x1p500 ? Swift.min(Int(totalWeight.high.exponent) - 500, 600) : 0
    let unit = powerOfTwo(-excess)
    let weight = weights[index]
    let own = probabilities[index].timesPowerOfTwo(unit) * (totalWeight - weight)
    let difference =
      weight == 0 ? own : own - complements[index].timesPowerOfTwo(unit) * weight
    return ShiftedExponentials.descaled(difference, exponent: excess, over: temperature)
  }
}
