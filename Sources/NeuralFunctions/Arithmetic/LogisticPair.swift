/// The logistic function at v and at −v, which sum to 1, with all the digits of the smaller.
///
/// Of the exponentials only that of −|v| is formed, so nothing overflows; σ(−v) is never had as
/// 1 − σ(v), so nothing cancels. About 2⁻⁶⁰ of their size is the error of all members.
struct LogisticPair: Sendable {
  private let isNegative: Bool
  private let e: ScaledDoubleDouble
  private let onePlusE: DoubleDouble

  /// For any v, infinite ones with a low part of 0; beyond |v| = 2000 the smaller member is 0.
  init(_ v: DoubleDouble) {
    isNegative = v.high < 0
    e = ScaledDoubleDouble.exp(isNegative ? v : -v)
    onePlusE = 1 + e.unscaled
  }

  init(_ v: Double) { self.init(DoubleDouble(v)) }

  /// The pair at v = factor·x, whose product is not rounded.
  init(_ factor: DoubleDouble, times x: Double) {
    let rounded = factor.high * x
    self.init(rounded > -2000 && rounded < 2000 ? factor * x : DoubleDouble(rounded))
  }

  private var smaller: ScaledDoubleDouble { e * (1 / onePlusE) }
  private var larger: ScaledDoubleDouble {
    ScaledDoubleDouble(significand: 1 / onePlusE, exponent: 0)
  }

  /// σ(v)
  var positive: ScaledDoubleDouble { isNegative ? smaller : larger }
  /// σ(−v)
  var negative: ScaledDoubleDouble { isNegative ? larger : smaller }
  /// σ(v)·σ(−v), which is σ′(v).
  var product: ScaledDoubleDouble { e * (1 / (onePlusE * onePlusE)) }
  /// σ(v) − σ(−v), which is tanh(v/2).
  var difference: DoubleDouble {
    let size = (1 - e.unscaled) / onePlusE
    return isNegative ? -size : size
  }
}
