import RealModule

/// Of the exponentials e^((zᵢ − m)/T) of a row, in lanes: what losses, gradients and products need.
///
/// The sum leaves out one exponential that is 1, so that 1 − p keeps its digits where p is nearly
/// 1; it carries its rounding errors along. ``ShiftedExponentials`` is the same in two doubles
/// throughout, for what ``init(_:_:of:)`` does not take.
struct RowSums {
  /// The largest logit m.
  let maximum: Double
  /// The sum of all exponentials but one that is 1.
  let others: DoubleDouble
  /// 1 + `others`, and its reciprocal.
  let sum: DoubleDouble
  let reciprocal: DoubleDouble
  /// Whether an exponential, though not of a mask, may be so small that digits are lost when it is
  /// multiplied by a large number.
  let isDeep: Bool

  /// Writes the exponentials of a row.
  ///
  /// Nil where the row is not accepted, or its numbers, or the temperature, are extreme.
  @inline(__always)
  init?(
    _ input: UnsafePointer<Double>, _ terms: UnsafeMutablePointer<Double>,
    of rows: SoftmaxRows<SIMD8<Double>>
  ) {
    let temperature = rows.temperature
    guard temperature > 0x1p-300, temperature < 0x1p300 else { return nil }
    let (smallest, maximum) = rows.extremes(input)
    let deepest = (smallest - maximum) / temperature
    guard maximum.isFinite, deepest > -.infinity else { return nil }
    guard let others = rows.writeExponentials(input, terms, except: maximum) else { return nil }
    self.maximum = maximum
    self.others = others
    isDeep = deepest < -650
    sum = others + 1
    reciprocal = 1 / sum
  }

  /// log Σ e^((zᵢ − m)/T)
  var logSum: DoubleDouble {
    // d log(1 + s) = ds / (1 + s).
    .sum(larger: .log(onePlus: others.high), smaller: others.low / sum.high)
  }

  /// −log p times `weight` of the class with this logit, from two terms neither of which is
  /// negative.
  func loss(_ logit: Double, weight: Double, temperature: Double) -> Double {
    if weight == 0 { return 0 }
    if logit == -.infinity { return .infinity }
    let depth = scaledDifference(logit, maximum, over: temperature)
    return ((logSum - depth) * weight).rounded
  }

  /// number/sum, rounded last.
  @inline(__always)
  func share(_ number: SIMD8<Double>) -> SIMD8<Double> {
    let low = number * SIMD8(repeating: reciprocal.low)
    return SIMD8.multiplyAdd(number, SIMD8(repeating: reciprocal.high), low)
  }

  /// The same of a single number, with the same roundings.
  func share(_ number: Double) -> Double { share(SIMD8(repeating: number))[0] }

  /// The sum of all exponentials but `term`, which is one of them.
  func sumWithout(_ term: Double) -> Double { (sum - term).rounded }
}

extension SoftmaxRows where L == SIMD8<Double> {
  /// The smallest number that is not a mask, and the largest; a NaN is passed over.
  @inline(__always)
  fileprivate func extremes(
    _ input: UnsafePointer<Double>
  ) -> (smallest: Double, largest: Double) {
    let mask = L(repeating: -.infinity)
    var smallest = L(repeating: .infinity)
    var largest = mask
    forEachChunk { start, length in
      let lanes = load(input, start, length, filling: -.infinity)
      largest = largest.replacing(with: lanes, where: largest .< lanes)
      let shown = lanes.replacing(with: smallest, where: lanes .== mask)
      smallest = smallest.replacing(with: shown, where: shown .< smallest)
    }
    return (smallest.min(), largest.max())
  }

  /// Writes e^((z − maximum)/T), and returns the sum of all but one of those that are 1; nil if
  /// there was a NaN.
  @inline(__always)
  fileprivate func writeExponentials(
    _ input: UnsafePointer<Double>, _ terms: UnsafeMutablePointer<Double>, except maximum: Double
  ) -> DoubleDouble? {
    let (zero, one, top) = (L(repeating: 0), L(repeating: 1), L(repeating: maximum))
    var (sum, errors, tops) = (zero, zero, zero)
    forEachChunk { start, length in
      let logits = load(input, start, length, filling: -.infinity)
      let (high, low) = exponent(logits, maximum)
      let exponentials = SplitExponential(high, low: low).value
      store(exponentials, terms, start, length)
      let isTop = logits .== top
      tops = tops + zero.replacing(with: one, where: isTop)
      let others = exponentials.replacing(with: zero, where: isTop)
      (sum, errors) = addWithError(sum, others, errors)
    }
    let total = compensated(sum, errors) + (tops.sum() - 1)
    return total.high.isFinite ? total : nil
  }

  /// Σ wᵢ·(m − zᵢ)/T, of terms none of which is negative, and Σ wᵢ: +∞ if a mask has a weight.
  @inline(__always)
  func weightedDepth(
    _ input: UnsafePointer<Double>, _ weights: UnsafePointer<Double>, below maximum: Double
  ) -> DoubleDouble {
    let zero = L(repeating: 0)
    var (sum, errors) = (zero, zero)
    var largest = zero
    forEachChunk { start, length in
      let logits = load(input, start, length, filling: maximum)
      let weights = load(weights, start, length, filling: 0)
      let (high, low) = exponentInFull(logits, maximum)
      let product = zero - L.multiplyAdd(weights, high, weights * low)
      let terms = product.replacing(with: zero, where: weights .== zero)
      largest = largest.replacing(with: terms, where: largest .< terms)
      (sum, errors) = addWithError(sum, terms, errors)
    }
    return largest.max() == .infinity ? DoubleDouble(.infinity) : compensated(sum, errors)
  }

  /// The sum of a row, its rounding errors carried along.
  @inline(__always)
  func sum(_ input: UnsafePointer<Double>) -> DoubleDouble {
    var (sum, errors) = (L(repeating: 0), L(repeating: 0))
    forEachChunk { start, length in
      (sum, errors) = addWithError(sum, load(input, start, length, filling: 0), errors)
    }
    return compensated(sum, errors)
  }

  private func compensated(_ sum: L, _ errors: L) -> DoubleDouble {
    var total = DoubleDouble(0)
    for lane in 0..<L.count { total = total + .sum(sum[lane], errors[lane]) }
    return total
  }
}
