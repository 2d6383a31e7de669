import RealModule

/// What `FloatingPoint` asks for. Questions are answered by the value; functions that are
/// piecewise constant have tangent 0.
extension Dual: FloatingPoint {
  public typealias Exponent = T.Exponent

  public init(sign: FloatingPointSign, exponent: T.Exponent, significand: Dual) {
    let factor = T(sign: sign, exponent: exponent, significand: 1)
    self.init(
      T(sign: sign, exponent: exponent, significand: significand.value),
      tangent: significand.tangent * factor)
  }
  public init(signOf sign: Dual, magnitudeOf magnitude: Dual) {
    self = magnitude.value.sign == sign.value.sign ? magnitude : -magnitude
  }
  public init(_ value: Int) { self.init(constant: T(value)) }
  public init<Source: BinaryInteger>(_ value: Source) { self.init(constant: T(value)) }

  public static var radix: Int { T.radix }
  public static var nan: Dual { Dual(.nan, tangent: .nan) }
  public static var signalingNaN: Dual { Dual(.signalingNaN, tangent: .nan) }
  public static var infinity: Dual { Dual(constant: .infinity) }
  public static var greatestFiniteMagnitude: Dual { Dual(constant: .greatestFiniteMagnitude) }
  public static var leastNormalMagnitude: Dual { Dual(constant: .leastNormalMagnitude) }
  public static var leastNonzeroMagnitude: Dual { Dual(constant: .leastNonzeroMagnitude) }
  public static var ulpOfOne: Dual { Dual(constant: .ulpOfOne) }
  public static var pi: Dual { Dual(constant: .pi) }

  public var ulp: Dual { Dual(constant: value.ulp) }
  public var sign: FloatingPointSign { value.sign }
  public var exponent: T.Exponent { value.exponent }
  public var significand: Dual {
    guard isFinite, !isZero else { return Dual(value.significand, tangent: tangent) }
    let factor = T(sign: sign, exponent: -exponent, significand: 1)
    return Dual(value.significand, tangent: tangent * factor)
  }

  public var isNormal: Bool { value.isNormal }
  public var isFinite: Bool { value.isFinite }
  public var isZero: Bool { value.isZero }
  public var isSubnormal: Bool { value.isSubnormal }
  public var isInfinite: Bool { value.isInfinite }
  public var isNaN: Bool { value.isNaN }
  public var isSignalingNaN: Bool { value.isSignalingNaN }
  public var isCanonical: Bool { value.isCanonical }
  public var nextUp: Dual { Dual(value.nextUp, tangent: tangent) }

  public func isEqual(to other: Dual) -> Bool { value.isEqual(to: other.value) }
  public func isLess(than other: Dual) -> Bool { value.isLess(than: other.value) }
  public func isLessThanOrEqualTo(_ other: Dual) -> Bool {
    value.isLessThanOrEqualTo(other.value)
  }
  public func isTotallyOrdered(belowOrEqualTo other: Dual) -> Bool {
    value.isTotallyOrdered(belowOrEqualTo: other.value)
  }

  public mutating func round(_ rule: FloatingPointRoundingRule) {
    self = Dual(constant: value.rounded(rule))
  }
  public mutating func formRemainder(dividingBy other: Dual) {
    self = remainder(value.remainder(dividingBy: other.value), dividingBy: other, .toNearestOrEven)
  }
  public mutating func formTruncatingRemainder(dividingBy other: Dual) {
    self = remainder(
      value.truncatingRemainder(dividingBy: other.value), dividingBy: other, .towardZero)
  }

  /// x − n·y, in which n is constant.
  private func remainder(
    _ remainder: T, dividingBy other: Dual, _ rule: FloatingPointRoundingRule
  ) -> Dual {
    let count = ((value - remainder) / other.value).rounded(.toNearestOrEven)
    return Dual(remainder, tangent: tangent - count * other.tangent)
  }

  public mutating func formSquareRoot() { self = Dual.sqrt(self) }
  public mutating func addProduct(_ a: Dual, _ b: Dual) {
    self = Dual(
      value.addingProduct(a.value, b.value),
      tangent: tangent + a.tangent * b.value + a.value * b.tangent)
  }

  public func advanced(by distance: Dual) -> Dual { self + distance }
  public func distance(to other: Dual) -> Dual { other - self }
}
