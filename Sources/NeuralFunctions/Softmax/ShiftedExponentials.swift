import RealModule

/// The exponentials e^((zᵢ − m)/T) of logits shifted by their maximum m, and their sum.
///
/// The shift makes the largest exponential exactly 1, so that nothing overflows and the sum is
/// at least 1. Every quantity is carried in two doubles: (zᵢ − m)/T as high + low gives
/// exp(high)·(1 + low), whose error does not grow with the spread of the logits.
///
/// Terms, their sum and probabilities are held ``scale`` times as large, so that those which are
/// subnormal, or nearly so, have all their digits when they are multiplied on.
struct ShiftedExponentials {
  /// A power of two: dividing by it is exact where the result is not subnormal.
  static let scale = 0x1p400

  /// (zᵢ − m)/T, −∞ for a masked logit.
  var exponents: [DoubleDouble] = []
  /// scale·e^exponents.
  var terms: [DoubleDouble] = []
  /// Where the maximum is, the first if there are several.
  var largest: Int
  /// The sum of all terms but the largest, which is scale.
  var others = DoubleDouble(0)

  /// The sum of all terms.
  var sum: DoubleDouble { DoubleDouble(Self.scale) + others }

  /// Nil unless `logits` hold no NaN and no +∞, and at least one finite number, and the temperature is
  /// finite and above 0.
  ///
  /// With `negated`, of the negated logits (−∞ stays a mask).
  init?(_ logits: [Double], temperature: Double, negated: Bool = false) {
    guard temperature > 0, temperature.isFinite,
      let largest = indexOfLargest(logits, negated: negated)
    else { return nil }
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

  /// number/temperature of a number that is scale^power times as large, rounded once.
  static func descaled(
    _ number: DoubleDouble, power: Int = 1, exponent: Int = 0, over temperature: Double
  ) -> Double {
    guard temperature > 0, temperature.isFinite else { return number.rounded / temperature }
    return ScaledDoubleDouble(
      significand: DoubleDouble(number.rounded / temperature.significand),
      exponent: exponent - power * Int(scale.exponent) - Int(temperature.exponent)
    ).rounded
  }

  /// Whether log(1 + others) is others, to all digits.
  var hasTinyOthers: Bool { others.high < 0x1p-70 * Self.scale }

  /// The sum of all exponentials but the largest, however small they are.
  var othersInFull: ScaledDoubleDouble {
    var sum = ScaledDoubleDouble.zero
    for index in exponents.indices where index != largest && exponents[index].high > -2000 {
      sum = sum + ScaledDoubleDouble.exp(exponents[index])
    }
    return sum
  }

  /// log Σ e^exponents = log(1 + others), to about one ulp.
  var logSum: DoubleDouble {
    let rest = (high: others.high / Self.scale, low: others.low / Self.scale)
    // d log(1 + s) = ds / (1 + s).
    return .sum(larger: .log(onePlus: rest.high), smaller: rest.low / (1 + rest.high))
  }
}

extension ShiftedExponentials {
  /// −Σ pₖ log pₖ = log Σ + Σ pₖ·(m − zₖ)/T: no term is negative, so none cancels.
  var entropy: Double {
    var weighted = DoubleDouble(0)
    for (exponent, term) in zip(exponents, terms) where term.high > 0 {
      weighted = weighted - term * exponent
    }
    return (logSum + weighted / sum).rounded
  }
}

/// (x − maximum)/temperature in two doubles, for x ≤ maximum, both finite.
func scaledDifference(_ x: Double, _ maximum: Double, over temperature: Double) -> DoubleDouble {
  let difference = DoubleDouble.sum(x, -maximum)
  let size = -difference.high
  if temperature == 1 && size < .infinity || size == 0 { return difference }
  let isModerate = temperature > 0x1p-400 && temperature < 0x1p400
  if isModerate && size > 0x1p-400 && size < 0x1p400 {
    return difference / DoubleDouble(temperature)
  }
  let quotient = ScaledDoubleDouble.difference(x, maximum) / ScaledDoubleDouble(temperature)
  return quotient.exponent < 1000 ? quotient.unscaled : DoubleDouble(quotient.rounded)
}

/// scale·e^(high + low) = scale·e^high·(1 + low) for high ≤ 0, to about half an ulp.
private func exponential(_ exponent: DoubleDouble) -> DoubleDouble {
  let scale = ShiftedExponentials.scale
  if exponent.high < -600 {
    return (ScaledDoubleDouble.exp(exponent) * scale).unscaled
  }
  let high = Double.exp(exponent.high) * scale
  return .sum(larger: high, smaller: high * exponent.low)
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
