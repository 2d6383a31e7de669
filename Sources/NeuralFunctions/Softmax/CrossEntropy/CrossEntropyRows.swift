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
  ) -> ScaledSum? {
    guard weight == 0 || weight > 0x1p-300 && weight < 0x1p300,
      let sums = RowSums(logits, gradient, of: rows), sums.bear(weight / temperature)
    else {
      var weights = [Double](repeating: 0, count: count)
      weights[target] = weight
      return lossInTwoDoubles(logits, weights, wanted: wanted, gradient)
    }
    if wanted != .loss {
      // 1 − p is the others' share, and no difference. From 0, so that it is not −0.
      let own = 0 - weight * sums.share(sums.sumWithout(gradient[target])) / temperature
      writeShares(gradient, times: weight, sums)
      gradient[target] = own
    }
    if wanted == .gradient { return ScaledSum() }
    let loss = sums.loss(logits[target], weight: weight, temperature: temperature)
    if isInRange(loss, totalWeight: weight) || logits[target] == -.infinity {
      return ScaledSum(loss)
    }
    var weights = [Double](repeating: 0, count: count)
    weights[target] = weight
    return lossInTwoDoubles(logits, weights, wanted: .loss, gradient)
  }

  /// The loss against a target of which each class has its share of `weights`.
  @inline(__always)
  func loss(
    _ logits: UnsafePointer<Double>, weights: UnsafePointer<Double>, wanted: Wanted,
    gradient: UnsafeMutablePointer<Double>
  ) -> ScaledSum? {
    let total = DoubleDouble(rows.sum(weights))
    guard total.high == 0 || total.high > 0x1p-300 && total.high < 0x1p300,
      let sums = RowSums(logits, gradient, of: rows), sums.bear(total.high / temperature)
    else {
      let weights = UnsafeBufferPointer(start: weights, count: count)
      return lossInTwoDoubles(logits, Array(weights), wanted: wanted, gradient)
    }
    if wanted != .loss { writeGradient(gradient, weights, total, sums) }
    if wanted == .gradient { return ScaledSum() }
    let loss = rows.loss(logits, weights, sums.maximum, sums.logSum)
    if isInRange(loss, totalWeight: total.high) { return ScaledSum(loss) }
    let all = UnsafeBufferPointer(start: weights, count: count)
    return lossInTwoDoubles(logits, Array(all), wanted: .loss, gradient)
  }

  /// Whether nothing that `loss` is the sum of has overflowed, and none was lost below the range that a
  /// division by the weight would bring back.
  @inline(__always)
  private func isInRange(_ loss: Double, totalWeight: Double) -> Bool {
    loss < .infinity && (loss > 0x1p-900 || totalWeight >= 1 || totalWeight == 0)
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
    _ logits: UnsafePointer<Double>, _ weights: [Double], wanted: Wanted,
    _ gradient: UnsafeMutablePointer<Double>
  ) -> ScaledSum? {
    let logits = Array(UnsafeBufferPointer(start: logits, count: count))
    guard let shifted = ShiftedExponentials(logits, temperature: temperature) else { return nil }
    if wanted != .loss {
      let row = ExactGradientRow(shifted, weights: weights, temperature: temperature)
      for index in 0..<count { gradient[index] = row.gradient(index) }
    }
    return wanted == .gradient
      ? ScaledSum() : shifted.crossEntropy(logits, weights: weights, temperature: temperature)
  }
}

extension ShiftedExponentials {
  /// −Σ wₖ·log pₖ, of which every term may be beyond `Double`. None is negative, so none cancels;
  /// 0·log 0 is 0.
  func crossEntropy(_ logits: [Double], weights: [Double], temperature: Double) -> ScaledSum {
    var sum = ScaledSum()
    let logSum = ScaledDoubleDouble(logSum)
    for (index, weight) in weights.enumerated() where weight != 0 {
      if logits[index] == -.infinity { return ScaledSum(.infinity) }
      let isTop = index == largest && hasTinyOthers
      let rest = isTop ? othersInFull : logSum
      sum.add((depth(index, logits, temperature) + rest) * weight)
    }
    return sum
  }

  /// (m − zᵢ)/T of a class that is not masked.
  private func depth(
    _ index: Int, _ logits: [Double], _ temperature: Double
  ) -> ScaledDoubleDouble {
    let exponent = exponents[index]
    if exponent.high.isFinite { return -ScaledDoubleDouble(exponent) }
    return ScaledDoubleDouble.difference(logits[largest], logits[index])
      / ScaledDoubleDouble(temperature)
  }
}

/// A row's gradient in two doubles throughout.
private struct ExactGradientRow {
  private let probabilities: [DoubleDouble]
  private let complements: [DoubleDouble]
  private let weights: [Double]
  private let totalWeight: DoubleDouble
  private let temperature: Double

  init(_ shifted: ShiftedExponentials, weights: [Double], temperature: Double) {
    probabilities = shifted.probabilities
    complements = shifted.complements
    self.weights = weights
    self.temperature = temperature
    totalWeight = weights.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }
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
