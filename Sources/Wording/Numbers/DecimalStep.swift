import Glibc

/// A step of 1, 2 or 5 times a power of ten, whose multiples are exact decimals.
///
/// A cursor that moves by such steps lands on ticks and on kinks: the third step of 0.1 is 0.3,
/// not 0.30000000000000004.
package struct DecimalStep: Sendable, Hashable {
  private let factor: Int
  private let exponent: Int

  /// The largest step that is not above `length`, a finite number above zero.
  package init(notAbove length: Double) {
    let usable = length.isFinite && length > 0 ? length : 1
    var exponent = Int(log10(usable).rounded(.down))
    // The logarithm may be off by one at a power of ten.
    if Self.decimal(1, exponent) > usable { exponent -= 1 }
    factor = [5, 2].first { Self.decimal($0, exponent) <= usable } ?? 1
    self.exponent = exponent
  }

  package var length: Double { Self.decimal(factor, exponent) }

  /// The multiple nearest to `x`.
  package func nearest(to x: Double) -> Double {
    let quotient = (x / length).rounded()
    guard quotient.magnitude < 0x1p52, let multiple = Int(exactly: quotient) else { return x }
    return Self.decimal(multiple * factor, exponent)
  }

  /// The multiple that lies `steps` steps from `x`: the first step leads to the next multiple.
  package func advance(_ x: Double, by steps: Int) -> Double {
    let quotient = x / length
    let nearest = quotient.rounded()
    // Within a millionth of a step counts as standing on it.
    let isOnStep = (quotient - nearest).magnitude < 1e-6
    let start = isOnStep ? nearest : (steps > 0 ? quotient.rounded(.down) : quotient.rounded(.up))
    // Past 2⁵² steps from zero the multiples are no longer told apart.
    guard start.magnitude < 0x1p52, let multiple = Int(exactly: start + Double(steps)) else {
      return x + Double(steps) * length
    }
    return Self.decimal(multiple * factor, exponent)
  }

  private static func decimal(_ significand: Int, _ exponent: Int) -> Double {
    DecimalNumber(significand: significand, exponent: exponent).value
  }
}

/// `value` moved by a number of steps, in decimal: 0.1 + 0.2 is 0.3.
package func nudged(_ value: Double, by steps: Int, of step: Double) -> Double {
  let moved = value + Double(steps) * step
  // Sums of short decimals are short decimals: what lies within rounding of one is meant to be it.
  let rounded = (moved / step).rounded() * step
  let isOnStep = ((value / step).rounded() * step - value).magnitude <= 4 * value.ulp
  let candidate = Double(NumberText.fixed(isOnStep ? rounded : moved, decimals: 12)) ?? moved
  return (candidate - moved).magnitude <= 8 * max(moved.ulp, value.ulp) ? candidate : moved
}
