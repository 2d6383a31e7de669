extension FloatingPoint {
  /// `constant` in any floating-point type, dual numbers included: exact where the type has the
  /// digits, rounded once where it has fewer.
  @inlinable
  public init(exactly constant: Double) {
    if let same = constant as? Self {
      self = same
    } else if let type = Self.self as? any BinaryFloatingPoint.Type,
      let rounded = type.init(constant) as? Self
    {
      self = rounded
    } else if let type = Self.self as? any WrapsNumber.Type,
      let wrapped = type.init(wrapping: constant) as? Self
    {
      // As the number inside rounds it: Float16 could not hold the integer below.
      self = wrapped
    } else if constant.isNaN {
      self = .nan
    } else if constant.isInfinite {
      self = constant < 0 ? -.infinity : .infinity
    } else if constant == 0 {
      self = constant.sign == .minus ? -Self.zero : .zero
    } else {
      // 53 bits as an integer, then a power of two.
      let significand = Int64(constant.significand * 0x1p52)
      self = Self(
        sign: constant.sign, exponent: Exponent(constant.exponent - 52),
        significand: Self(significand))
    }
  }
}

/// A number that carries another, which a constant is converted to: a ``Dual``.
@usableFromInline
protocol WrapsNumber {
  init(wrapping constant: Double)
}

extension Dual: WrapsNumber {
  @usableFromInline
  init(wrapping constant: Double) { self.init(constant: T(exactly: constant)) }
}
