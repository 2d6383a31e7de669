import RealModule

extension DoubleDouble {
  /// ln 2 and 1/√(2π) to 106 bits.
  static let ln2 = DoubleDouble(high: 0x1.62e42fefa39efp-1, low: 0x1.abc9e3b39803fp-56)

  /// eˣ − 1 for |x| ≤ 0.35, to about 2⁻⁶³ of its size.
  ///
  /// The first three terms of the series are carried in two doubles, the rest, which weighs less
  /// than 2⁻¹⁰ of the sum, in one.
  fileprivate static func shortExpMinusOne(_ x: DoubleDouble) -> DoubleDouble {
    var tail = 0.0
    for coefficient in inverseFactorials { tail = tail * x.high + coefficient }
    let third = sixth + DoubleDouble.product(x.high, tail)
    let second = third * x + 0.5
    let first = second * x + 1
    return first * x
  }

  private static let sixth = DoubleDouble(high: 0x1.5555555555555p-3, low: 0x1.5555555555555p-57)

  /// 1/17!, …, 1/4!
  private static let inverseFactorials: [Double] = [
    1 / 355_687_428_096_000, 1 / 20_922_789_888_000, 1 / 1_307_674_368_000, 1 / 87_178_291_200,
    1 / 6_227_020_800, 1 / 479_001_600, 1 / 39_916_800, 1 / 3_628_800, 1 / 362_880, 1 / 40_320,
    1 / 5040, 1 / 720, 1 / 120, 1 / 24,
  ]

  /// eˣ − 1 to about 2⁻⁶² of its size; x below 700.
  static func expMinusOne(_ x: DoubleDouble) -> DoubleDouble {
    guard x.high < -0.34 || x.high > 0.34 else { return shortExpMinusOne(x) }
    return ScaledDoubleDouble.exp(x).unscaled - 1
  }

  /// log(1 + x) to about 2⁻⁶⁰ of its size; x above −1, at most 2¹⁰⁰⁰.
  ///
  /// One step of Newton's method from the `Double` result.
  static func log(onePlus x: DoubleDouble) -> DoubleDouble {
    let guess = Double.log(onePlus: x.high)
    if guess > 690 {
      // Here 1 + x is x in 106 bits; a factor of 2⁵¹² is taken out so that exp does not overflow.
      return ln2 * 512 + log(onePlus: x.timesPowerOfTwo(0x1p-512) - 1)
    }
    let excess = expMinusOne(DoubleDouble(guess)) - x
    return sum(larger: guess, smaller: -(excess.rounded / (1 + x).high))
  }
}

/// significand · 2^exponent: a number whose size `Double` may not hold, but whose digits it does.
///
/// Exponentials in a tail keep all their digits in this form until the result is rounded, once,
/// even if it comes out subnormal.
struct ScaledDoubleDouble: Sendable, Hashable {
  var significand: DoubleDouble
  var exponent: Int

  /// eˣ to about 2⁻⁶² of its size, for any x; |x| above 2000 counts as 2000.
  static func exp(_ x: DoubleDouble) -> ScaledDoubleDouble {
    if x.high.isNaN { return ScaledDoubleDouble(significand: x, exponent: 0) }
    guard x.high > -2000 else { return exp(DoubleDouble(-1999)) }
    guard x.high < 2000 else { return exp(DoubleDouble(1999)) }
    let k = (x.high * 0x1.71547652b82fep+0).rounded(.toNearestOrEven)
    // k times the first two parts of ln 2 is exact: they have 41 bits each.
    let leading = DoubleDouble.sum(x.high - k * 0x1.62e42fefa4000p-1, k * 0x1.8432a1b0e2000p-43)
    let rest = leading + (x.low + k * 0x1.8cff81a12a17ep-85)
    return ScaledDoubleDouble(
      significand: DoubleDouble.shortExpMinusOne(rest) + 1, exponent: Int(k))
  }

  static func exp(_ x: Double) -> ScaledDoubleDouble { exp(DoubleDouble(x)) }

  /// The number in two doubles; what is smaller than 2⁻⁹⁰⁰ loses digits, what is larger than
  /// `Double` holds is infinite.
  var unscaled: DoubleDouble {
    let step = exponent / 2
    let (a, b) = (powerOfTwo(step), powerOfTwo(exponent - step))
    return significand.timesPowerOfTwo(a).timesPowerOfTwo(b)
  }

  /// The nearest `Double`, subnormal results included, but for a second rounding of at most half
  /// a unit in the last place there.
  var rounded: Double {
    let step = exponent / 2
    return significand.rounded * powerOfTwo(step) * powerOfTwo(exponent - step)
  }
}

/// 2ⁿ; 0 or ∞ where that is too small or too large.
func powerOfTwo(_ n: Int) -> Double {
  Double(sign: .plus, exponent: n, significand: 1)
}
