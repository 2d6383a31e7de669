import RealModule

/// log(1 + eˣ) and 1/(1 + e⁻ˣ), which every loss of a logit is made of.
enum LogisticTerms {
  /// log(1 + eˣ); 0 at −∞, +∞ at +∞.
  static func softplus<T: Real>(_ x: T) -> T {
    x > 0 ? x + .log(onePlus: .exp(-x)) : .log(onePlus: .exp(x))
  }

  /// 1/(1 + e⁻ˣ), exponentiating a non-positive number only.
  static func sigmoid<T: Real>(_ x: T) -> T {
    let e = T.exp(x > 0 ? -x : x)
    return x > 0 ? 1 / (1 + e) : e / (1 + e)
  }

  /// σ(x)·σ(−x), the derivative of the sigmoid.
  static func sigmoidDerivative<T: Real>(_ x: T) -> T {
    let e = T.exp(x > 0 ? -x : x)
    return e / (1 + e) / (1 + e)
  }

  /// log(1 + eˣ) to about 2⁻⁶⁰ of its size for any finite x, however small the result.
  static func softplus(_ x: Double) -> ScaledDoubleDouble {
    if x > 0 {
      let e = ScaledDoubleDouble.exp(-x).unscaled
      return ScaledDoubleDouble(x + DoubleDouble.log(onePlus: e))
    }
    let e = ScaledDoubleDouble.exp(x)
    // log(1 + e) = e·(1 − e/2 + …), and e⁻⁴⁵/2 is below 2⁻⁶⁵.
    if x < -45 { return e }
    return ScaledDoubleDouble(DoubleDouble.log(onePlus: e.unscaled))
  }

  /// 1/(1 + e⁻ˣ) to about 2⁻⁶⁰ of its size for any finite x, however small the result.
  static func sigmoid(_ x: Double) -> ScaledDoubleDouble {
    let e = ScaledDoubleDouble.exp(x > 0 ? -x : x)
    let divisor = 1 + e.unscaled
    return x > 0
      ? ScaledDoubleDouble(significand: 1 / divisor, exponent: 0)
      : ScaledDoubleDouble(significand: e.significand / divisor, exponent: e.exponent)
  }
}

extension DoubleDouble {
  /// log x to about 2⁻⁶⁰ of its size, for finite x above 0.
  ///
  /// Near 1 from x − 1, which is exact, so that the digits of a small logarithm are kept; else
  /// one step of Newton's method from the `Double` result.
  static func naturalLogarithm(_ x: Double) -> DoubleDouble {
    if x > 0.5 && x < 2 { return log(onePlus: DoubleDouble.sum(x, -1)) }
    let guess = Double.log(x)
    // x·e^−guess = 1 + excess, with the powers of two set apart.
    let inverse = ScaledDoubleDouble.exp(-guess)
    let power = Double(sign: .plus, exponent: inverse.exponent + Int(x.exponent), significand: 1)
    let excess = (inverse.significand * x.significand).timesPowerOfTwo(power) - 1
    return sum(larger: guess, smaller: excess.rounded - excess.high * excess.high / 2)
  }
}
