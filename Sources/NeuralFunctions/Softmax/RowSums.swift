import RealModule

/// Of the exponentials e^((zᵢ − m)/T) of a row, in lanes: what losses, gradients and products need.
///
/// All may be scaled by one number, which no share of theirs depends on: those of a deep row, in which
/// some are nearly 0, are held 2⁴⁰⁰ times as large, so that these have all their digits when they are
/// multiplied by what a small temperature, or a large weight, makes of them. The sum leaves out one that
/// is the largest, so that 1 − p keeps its digits where p is nearly 1; it carries its rounding errors
/// along. ``ShiftedExponentials`` is the same in two doubles throughout, for what ``init(_:_:of:)``
/// does not take.
struct RowSums {
  /// The largest logit m.
  let maximum: Double
  /// The largest exponential as it was written.
  let top: Double
  /// The sum of all exponentials but one that is the largest.
  let others: DoubleDouble
  private let temperature: Double
  private let level: LevelRow<SIMD8<Double>>?
  /// The reciprocal of the sum of all.
  private let reciprocal: Reciprocal<SIMD8<Double>>
  /// Whether an exponential, though not of a mask, may be so small that a share of it, rounded, has lost
  /// digits: it is then to be multiplied first, and rounded last.
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
    guard maximum.isFinite else { return nil }
    level = LevelRow(temperature, from: smallest, to: maximum)
    if let level {
      rows.writeExponentials(input, terms, level)
      isDeep = false
    } else {
      let deepest = (rows.smallestShown(input) - maximum) / temperature
      guard deepest > -.infinity else { return nil }
      isDeep = deepest < -650
      if isDeep {
        rows.writeDeepExponentials(input, terms, shiftedBy: maximum)
      } else {
        rows.writeExponentials(input, terms, shiftedBy: maximum)
      }
    }
    let largest = rows.index(of: maximum, input)
    top = terms[largest]
    terms[largest] = 0
    let (high, low) = rows.pairwiseSum(terms)
    terms[largest] = top
    guard high.isFinite else { return nil }
    self.maximum = maximum
    self.temperature = temperature
    others = DoubleDouble(high: high, low: low)
    let sum = others + top
    reciprocal = Reciprocal(sum.high, sum.low)
  }

  /// The sum of the others over the largest, if the logarithm of 1 plus it is it itself, to all digits.
  var tinyOthers: ScaledDoubleDouble? {
    others.high < 0x1p-70 * top ? ScaledDoubleDouble(others) / ScaledDoubleDouble(top) : nil
  }

  /// Whether exponentials may be multiplied by numbers as large as this one: neither overflows the
  /// product, nor does what it makes of an exponential that is held as 0 count.
  func bear(_ factor: Double) -> Bool { !isDeep || factor < 0x1p340 }

  /// log Σ e^((zᵢ − m)/T)
  var logSum: DoubleDouble {
    let rest =
      isDeep
      ? others.timesPowerOfTwo(1 / Self.deepScale)
      : level.map { others / $0.exponential(of: maximum, temperature) } ?? others
    // d log(1 + s) = ds / (1 + s).
    return .sum(larger: .log(onePlus: rest.high), smaller: rest.low / (1 + rest.high))
  }

  /// −log p times `weight` of the class with this logit, from two terms neither of which is
  /// negative.
  func loss(_ logit: Double, weight: Double, temperature: Double) -> Double {
    if weight == 0 { return 0 }
    if logit == -.infinity { return .infinity }
    if isDeep && logit == maximum && others.high < 0x1p-70 * top {
      // The logarithm of 1 + s is s, which may be too small by itself.
      return (others * weight).rounded / top
    }
    let depth = scaledDifference(logit, maximum, over: temperature)
    return ((logSum - depth) * weight).rounded
  }

  /// number/sum, rounded last.
  @inline(__always)
  func share(_ number: SIMD8<Double>) -> SIMD8<Double> { reciprocal.times(number) }

  /// The same of a single number, with the same roundings.
  func share(_ number: Double) -> Double { share(SIMD8(repeating: number))[0] }

  /// The sum of all exponentials but `term`, which is one of them.
  func sumWithout(_ term: Double) -> Double { (others + (top - term)).rounded }

  /// The same of several.
  @inline(__always)
  func sumWithout(_ terms: SIMD8<Double>) -> SIMD8<Double> {
    // Exact at the largest, and elsewhere not small.
    let rest = SIMD8(repeating: top) - terms
    return rest + SIMD8(repeating: others.high) + SIMD8(repeating: others.low)
  }
}

extension LevelRow where L == SIMD8<Double> {
  /// e^(z/T)·2^−origin, to about 2⁻⁶² of its size.
  fileprivate func exponential(of z: Double, _ temperature: Double) -> DoubleDouble {
    let exponent = temperature == 1 ? DoubleDouble(z) : .quotient(z, temperature)
    return .expMinusOne(exponent - .ln2 * origin) + 1
  }
}

extension RowSums {
  /// What the exponentials of a deep row are held times.
  static let deepScale = 0x1p400
}

extension SoftmaxRows where L == SIMD8<Double> {
  /// Writes e^((z − maximum)/T), times ``RowSums/deepScale``.
  @inline(__always)
  fileprivate func writeDeepExponentials(
    _ input: UnsafePointer<Double>, _ output: UnsafeMutablePointer<Double>,
    shiftedBy maximum: Double
  ) {
    // Where that is 0.
    let deepest = -1030.0
    let scale = L(repeating: Double(RowSums.deepScale.exponent))
    forEachChunk { start, length in
      let logits = load(input, start, length, filling: -.infinity)
      let (high, low) = exponentInFull(logits, maximum, downTo: deepest)
      let split = SplitExponential(high.atLeast(deepest), low: low)
      store(
        split.scale(split.significand, exponent: split.exponent + scale), output, start, length)
    }
  }

  /// The smallest number that is not a mask.
  @inline(__always)
  fileprivate func smallestShown(_ input: UnsafePointer<Double>) -> Double {
    let mask = L(repeating: -.infinity)
    var smallest = L(repeating: .infinity)
    forEachChunk { start, length in
      let lanes = load(input, start, length, filling: -.infinity)
      let shown = lanes.replacing(with: smallest, where: lanes .== mask)
      smallest = smallest.replacing(with: shown, where: shown .< smallest)
    }
    return smallest.min()
  }

  /// The first place at which a row holds the number, which it does.
  @inline(__always)
  fileprivate func index(of number: Double, _ input: UnsafePointer<Double>) -> Int {
    let wanted = L(repeating: number)
    var start = 0
    while start + L.count <= count, !any(L(loading: input + start) .== wanted) {
      start += L.count
    }
    while start < count - 1, input[start] != number { start += 1 }
    return start
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
    return largest.max() == .infinity ? DoubleDouble(.infinity) : DoubleDouble(total(sum, errors))
  }
}

extension DoubleDouble {
  init(_ parts: (high: Double, low: Double)) { self.init(high: parts.high, low: parts.low) }
}
