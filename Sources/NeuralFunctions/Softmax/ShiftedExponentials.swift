import RealModule

/// The exponentials e^((zᵢ − m)/T) of logits shifted by their maximum m, and their sum.
///
/// The shift makes the largest exponential exactly 1, so that nothing overflows and the sum is
/// at least 1. Every quantity is carried in two doubles: (zᵢ − m)/T as high + low gives
/// exp(high)·(1 + low), whose error does not grow with the spread of the logits.
struct ShiftedExponentials {
  /// (zᵢ − m)/T, −∞ for a masked logit.
  var exponents: [DoubleDouble] = []
  /// e^exponents.
  var terms: [DoubleDouble] = []
  /// Where the maximum is, the first if there are several.
  var largest: Int
  /// The sum of all terms but the largest, which is 1.
  var others = DoubleDouble(0)

  /// The sum of all terms.
  var sum: DoubleDouble { DoubleDouble(1) + others }

  /// Nil unless `logits` hold no NaN and no +∞, and at least one finite number.
  ///
  /// With `negated`, of the negated logits (−∞ stays a mask).
  init?(_ logits: [Double], temperature: Double, negated: Bool = false) {
    guard let largest = indexOfLargest(logits, negated: negated) else { return nil }
    self.largest = largest
    let maximum = negated ? -logits[largest] : logits[largest]
    exponents.reserveCapacity(logits.count)
    terms.reserveCapacity(logits.count)
    for (index, logit) in logits.enumerated() {
      let exponent =
        logit == -.infinity
        ? DoubleDouble(-.infinity)
        : scaledDifference(negated ? -logit : logit, maximum, over: temperature)
      let term = exponential(exponent)
      exponents.append(exponent)
      terms.append(term)
      if index != largest { others = others + term }
    }
  }

  /// All log pᵢ = (zᵢ − m)/T − log(1 + others).
  var logProbabilities: [Double] {
    let logSum = logSum
    return exponents.map { exponent in
      exponent.high == -.infinity ? -.infinity : (exponent - logSum).rounded
    }
  }

  /// log Σ e^exponents = log(1 + others), to about one ulp.
  var logSum: DoubleDouble {
    let high = Double.log(onePlus: others.high)
    // d log(1 + s) = ds / (1 + s).
    return .sum(larger: high, smaller: others.low / (1 + others.high))
  }
}

/// (x − maximum)/temperature in two doubles, for x ≤ maximum, both finite.
func scaledDifference(_ x: Double, _ maximum: Double, over temperature: Double) -> DoubleDouble {
  var difference = DoubleDouble.sum(x, -maximum)
  var divisor = temperature
  if difference.high.isInfinite {
    // Only near the largest numbers, where halving is exact.
    difference = .sum(x / 2, -maximum / 2)
    divisor = temperature / 2
  }
  if divisor == 1 { return difference }
  let quotient = difference.high / divisor
  guard quotient.isFinite else { return DoubleDouble(quotient) }
  guard difference.high.magnitude > 0x1p900 else { return difference / DoubleDouble(divisor) }
  // The products of a division in two doubles would overflow; powers of two are exact.
  let scale = 0x1p-200
  let scaled =
    DoubleDouble(high: difference.high * scale, low: difference.low * scale)
    / DoubleDouble(divisor)
  return DoubleDouble(high: scaled.high / scale, low: scaled.low / scale)
}

/// e^(high + low) = e^high·(1 + low) for high ≤ 0, to about half an ulp.
private func exponential(_ exponent: DoubleDouble) -> DoubleDouble {
  let high = Double.exp(exponent.high)
  return high == 0 ? DoubleDouble(0) : .sum(larger: high, smaller: high * exponent.low)
}

/// The index of the largest logit (of the smallest, if `negated`), masks left out; nil if there
/// is none, or a NaN or +∞.
private func indexOfLargest(_ logits: [Double], negated: Bool) -> Int? {
  var best: Int?
  for (index, logit) in logits.enumerated() {
    guard logit < .infinity else { return nil }
    guard logit > -.infinity else { continue }
    guard let present = best else {
      best = index
      continue
    }
    if negated ? logit < logits[present] : logit > logits[present] { best = index }
  }
  return best
}
