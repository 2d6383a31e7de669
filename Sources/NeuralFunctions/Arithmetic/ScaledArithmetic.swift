import RealModule

/// The arithmetic of numbers in two doubles with an exponent of their own.
///
/// A product of a parameter and an argument may leave the range of `Double`, or fall among the
/// subnormal numbers, where the result that it leads to does not. In this form nothing in between
/// overflows or loses digits; the result is rounded once. Every operation is right to about 100
/// bits.
extension ScaledDoubleDouble {
  /// A finite number, exactly.
  init(_ value: Double) { self.init(DoubleDouble(value)) }

  /// The sum of two doubles, exactly.
  init(_ value: DoubleDouble) {
    self.init(significand: value, exponent: 0)
    normalize()
  }

  static let zero = ScaledDoubleDouble(significand: DoubleDouble(0), exponent: 0)
  static let one = ScaledDoubleDouble(significand: DoubleDouble(1), exponent: 0)

  /// a − b, exactly but for what lies 106 bits below.
  static func difference(_ a: Double, _ b: Double) -> ScaledDoubleDouble {
    let difference = DoubleDouble.sum(a, -b)
    if difference.high.isFinite { return ScaledDoubleDouble(difference) }
    // Only of the largest numbers, where halving is exact.
    var half = ScaledDoubleDouble(DoubleDouble.sum(a / 2, -b / 2))
    half.exponent += 1
    return half
  }

  var isZero: Bool { significand.high == 0 }
  var isNegative: Bool { significand.high < 0 }
  var magnitude: ScaledDoubleDouble { isNegative ? -self : self }

  /// Takes what powers of two the significand holds into the exponent.
  private mutating func normalize() {
    guard !isZero else {
      exponent = 0
      return
    }
    let shift = Int(significand.high.exponent)
    guard significand.high.isFinite, shift != 0 else { return }
    // In two steps, for subnormal numbers need more than one power of two can hold.
    let first = shift / 2
    significand = significand.timesPowerOfTwo(powerOfTwo(-first))
      .timesPowerOfTwo(powerOfTwo(first - shift))
    exponent += shift
  }

  static prefix func - (a: ScaledDoubleDouble) -> ScaledDoubleDouble {
    ScaledDoubleDouble(significand: -a.significand, exponent: a.exponent)
  }

  static func + (a: ScaledDoubleDouble, b: ScaledDoubleDouble) -> ScaledDoubleDouble {
    if a.isZero { return b }
    if b.isZero { return a }
    guard a.exponent >= b.exponent else { return b + a }
    guard a.exponent - b.exponent < 1000 else { return a }
    var sum = ScaledDoubleDouble(
      significand: a.significand
        + b.significand.timesPowerOfTwo(powerOfTwo(b.exponent - a.exponent)),
      exponent: a.exponent)
    sum.normalize()
    return sum
  }

  static func - (a: ScaledDoubleDouble, b: ScaledDoubleDouble) -> ScaledDoubleDouble { a + -b }

  static func * (a: ScaledDoubleDouble, b: ScaledDoubleDouble) -> ScaledDoubleDouble {
    var product = ScaledDoubleDouble(
      significand: a.significand * b.significand, exponent: a.exponent + b.exponent)
    product.normalize()
    return product
  }

  static func * (a: ScaledDoubleDouble, b: DoubleDouble) -> ScaledDoubleDouble {
    a * ScaledDoubleDouble(b)
  }

  static func * (a: ScaledDoubleDouble, b: Double) -> ScaledDoubleDouble {
    a * ScaledDoubleDouble(b)
  }

  static func / (a: ScaledDoubleDouble, b: ScaledDoubleDouble) -> ScaledDoubleDouble {
    var quotient = ScaledDoubleDouble(
      significand: a.significand / b.significand, exponent: a.exponent - b.exponent)
    quotient.normalize()
    return quotient
  }

  /// Half of the number.
  var halved: ScaledDoubleDouble {
    ScaledDoubleDouble(significand: significand, exponent: exponent - 1)
  }

  /// √a for a from 0 up.
  func squareRoot() -> ScaledDoubleDouble {
    let isOdd = exponent & 1 != 0
    return ScaledDoubleDouble(
      significand: (isOdd ? significand.timesPowerOfTwo(2) : significand).squareRoot(),
      exponent: (isOdd ? exponent - 1 : exponent) / 2)
  }

  static func < (a: ScaledDoubleDouble, b: ScaledDoubleDouble) -> Bool { (a - b).isNegative }
}

extension ScaledDoubleDouble {
  /// The number in two doubles for an exponential: beyond ±2000 as ±2000, where that is 0 or ∞.
  var asExponent: DoubleDouble {
    exponent < 12 ? unscaled : DoubleDouble(isNegative ? -2000 : 2000)
  }

  /// eˣ.
  static func exp(_ x: ScaledDoubleDouble) -> ScaledDoubleDouble { exp(x.asExponent) }

  /// eˣ − 1 for x up to 0, to about 2⁻⁶² of its size.
  static func expMinusOne(_ x: ScaledDoubleDouble) -> ScaledDoubleDouble {
    if x.exponent < -70 { return x }
    return ScaledDoubleDouble(
      x.exponent < 6 ? DoubleDouble.expMinusOne(x.unscaled) : DoubleDouble(-1))
  }

  /// log x for x above 0, with an error of about 2⁻⁶² however large it is.
  static func log(_ x: ScaledDoubleDouble) -> DoubleDouble {
    if x.exponent == 0 && x.significand.high < 2 || x.exponent == -1 {
      return .log(onePlus: x.unscaled - 1)
    }
    let guess =
      Double.log(x.significand.high) + Double(x.exponent) * DoubleDouble.ln2.high
    // x·e^−guess = 1 + excess.
    let excess = (x * exp(DoubleDouble(-guess))).unscaled - 1
    return .sum(larger: guess, smaller: excess.rounded - excess.high * excess.high / 2)
  }
}
