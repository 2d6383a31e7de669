/// A real number as the unevaluated sum of two doubles, about 106 bits of significand.
///
/// The scalar functions carry an argument or a factor in this form where one rounding to
/// `Double` would already cost more than the error they promise. `high` is the sum rounded to
/// `Double`; `low` is what that rounding left over. Infinities and NaN are not carried: callers
/// deal with them first.
///
/// Source: T. J. Dekker, "A floating-point technique for extending the available precision",
/// Numerische Mathematik 18, 1971.
struct DoubleDouble: Sendable, Hashable {
  var high: Double
  var low: Double

  /// The pair as given, which must already be normalized: `high + low == high`.
  init(high: Double, low: Double) {
    self.high = high
    self.low = low
  }

  init(_ value: Double) { self.init(high: value, low: 0) }

  /// The nearest `Double`.
  var rounded: Double { high + low }

  /// a + b, exactly.
  static func sum(_ a: Double, _ b: Double) -> DoubleDouble {
    let s = a + b
    let t = s - a
    return DoubleDouble(high: s, low: (a - (s - t)) + (b - t))
  }

  /// a + b, exactly, where |a| ≥ |b| or a = 0.
  static func sum(larger a: Double, smaller b: Double) -> DoubleDouble {
    let s = a + b
    return DoubleDouble(high: s, low: b - (s - a))
  }

  /// a·b, exactly unless the product's last bits fall below the smallest subnormal number.
  ///
  /// The fused operation is right with and without hardware for it; without, it is slow.
  static func product(_ a: Double, _ b: Double) -> DoubleDouble {
    let p = a * b
    return DoubleDouble(high: p, low: (-p).addingProduct(a, b))
  }

  static func square(_ a: Double) -> DoubleDouble { product(a, a) }

  /// a / b to 106 bits.
  static func quotient(_ a: Double, _ b: Double) -> DoubleDouble {
    let q = a / b
    return sum(larger: q, smaller: a.addingProduct(-q, b) / b)
  }
}

extension DoubleDouble {
  static prefix func - (a: DoubleDouble) -> DoubleDouble {
    DoubleDouble(high: -a.high, low: -a.low)
  }

  static func + (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let s = sum(a.high, b.high)
    let t = sum(a.low, b.low)
    let u = sum(larger: s.high, smaller: s.low + t.high)
    return sum(larger: u.high, smaller: u.low + t.low)
  }

  static func + (a: DoubleDouble, b: Double) -> DoubleDouble {
    let s = sum(a.high, b)
    return sum(larger: s.high, smaller: s.low + a.low)
  }

  static func + (a: Double, b: DoubleDouble) -> DoubleDouble { b + a }
  static func - (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble { a + -b }
  static func - (a: DoubleDouble, b: Double) -> DoubleDouble { a + -b }
  static func - (a: Double, b: DoubleDouble) -> DoubleDouble { -b + a }

  static func * (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let p = product(a.high, b.high)
    return sum(larger: p.high, smaller: p.low + (a.high * b.low + a.low * b.high))
  }

  static func * (a: DoubleDouble, b: Double) -> DoubleDouble {
    let p = product(a.high, b)
    return sum(larger: p.high, smaller: p.low + a.low * b)
  }

  static func * (a: Double, b: DoubleDouble) -> DoubleDouble { b * a }

  static func / (a: DoubleDouble, b: DoubleDouble) -> DoubleDouble {
    let q = a.high / b.high
    let remainder = a - b * q
    return sum(larger: q, smaller: remainder.rounded / b.high)
  }

  static func / (a: DoubleDouble, b: Double) -> DoubleDouble { a / DoubleDouble(b) }
  static func / (a: Double, b: DoubleDouble) -> DoubleDouble { DoubleDouble(a) / b }

  /// √a to about 100 bits; 0 at 0, NaN below.
  func squareRoot() -> DoubleDouble {
    guard high > 0 else { return DoubleDouble(high.squareRoot()) }
    let root = high.squareRoot()
    let remainder = self - DoubleDouble.square(root)
    return DoubleDouble.sum(larger: root, smaller: remainder.rounded / (2 * root))
  }

  /// The number times a power of two that both parts stand without rounding.
  func timesPowerOfTwo(_ factor: Double) -> DoubleDouble {
    DoubleDouble(high: high * factor, low: low * factor)
  }
}
