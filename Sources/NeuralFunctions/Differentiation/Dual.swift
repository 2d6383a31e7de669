import RealModule

/// A dual number value + tangent·ε with ε² = 0: forward-mode differentiation.
///
/// A function written over `Real`, run at `Dual(x, tangent: 1)`, gives its value and its
/// derivative at x, through whatever branches its own code takes there. Duals nest:
/// `Dual<Dual<Double>>` carries a second derivative.
///
/// Comparisons and questions such as `isNaN` look at the value alone, so that a dual number takes
/// the branch that its value would take. Equality is among them: two duals with equal values
/// are equal whatever their tangents.
public struct Dual<T: Real>: Sendable where T: Sendable {
  public var value: T
  public var tangent: T

  /// NaN has no derivative: its tangent is NaN, whatever is given.
  public init(_ value: T, tangent: T) {
    self.value = value
    self.tangent = value.isNaN ? .nan : tangent
  }

  /// A constant: its tangent is 0.
  public init(constant value: T) { self.init(value, tangent: 0) }

  /// The variable with respect to which is differentiated: its tangent is 1.
  public init(variable value: T) { self.init(value, tangent: 1) }

  /// The chain rule: `value` is f at this number's value, `slope` is f′ there.
  ///
  /// A constant stays a constant even where the slope is infinite.
  func chain(_ value: T, slope: @autoclosure () -> T) -> Dual {
    tangent == 0 && isConstant ? Dual(constant: value) : Dual(value, tangent: slope() * tangent)
  }

  /// This number's part in the tangent of a product or quotient: none from a constant, even where
  /// the other factor is infinite.
  func tangentTimes(_ factor: T) -> T {
    tangent == 0 && isConstant ? 0 : tangent * factor
  }

  /// Whether every tangent, those of nested duals included, is zero.
  private var isConstant: Bool { allZero(tangent) }
}

/// Whether a number and, for a dual, all its tangents are zero.
private func allZero<T: Real>(_ number: T) -> Bool {
  guard number == 0 else { return false }
  return (number as? any TangentCarrying)?.hasZeroTangent ?? true
}

private protocol TangentCarrying {
  var hasZeroTangent: Bool { get }
}

extension Dual: TangentCarrying {
  fileprivate var hasZeroTangent: Bool { allZero(tangent) && allZero(value) }
}

extension Dual: Hashable {
  public static func == (a: Dual, b: Dual) -> Bool { a.value == b.value }
  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

extension Dual: Comparable {
  public static func < (a: Dual, b: Dual) -> Bool { a.value < b.value }
}

extension Dual: AdditiveArithmetic, SignedNumeric {
  public static var zero: Dual { Dual(constant: 0) }

  public init(integerLiteral value: Int) { self.init(constant: T(value)) }
  public init?<Source: BinaryInteger>(exactly source: Source) {
    guard let value = T(exactly: source) else { return nil }
    self.init(constant: value)
  }

  public static func + (a: Dual, b: Dual) -> Dual {
    Dual(a.value + b.value, tangent: a.tangent + b.tangent)
  }
  public static func - (a: Dual, b: Dual) -> Dual {
    Dual(a.value - b.value, tangent: a.tangent - b.tangent)
  }
  public static func * (a: Dual, b: Dual) -> Dual {
    Dual(a.value * b.value, tangent: a.tangentTimes(b.value) + b.tangentTimes(a.value))
  }
  public static func / (a: Dual, b: Dual) -> Dual {
    let quotient = a.value / b.value
    return Dual(quotient, tangent: (a.tangent - b.tangentTimes(quotient)) / b.value)
  }
  public static func += (a: inout Dual, b: Dual) { a = a + b }
  public static func -= (a: inout Dual, b: Dual) { a = a - b }
  public static func *= (a: inout Dual, b: Dual) { a = a * b }
  public static func /= (a: inout Dual, b: Dual) { a = a / b }

  public static prefix func - (a: Dual) -> Dual { Dual(-a.value, tangent: -a.tangent) }
  public mutating func negate() { self = -self }
  public var magnitude: Dual { value < 0 || (value == 0 && value.sign == .minus) ? -self : self }
}

/// A literal is a constant: `0.5 * x`.
extension Dual: ExpressibleByFloatLiteral {
  public init(floatLiteral value: Double) { self.init(constant: T(exactly: value)) }
}

extension Dual where T == Double {
  // Beside the generic ones, for numbers that are written without a point.

  /// A constant: its tangent is 0.
  public init(constant value: Double) { self.init(value, tangent: 0) }

  /// The variable with respect to which is differentiated: its tangent is 1.
  public init(variable value: Double) { self.init(value, tangent: 1) }
}

extension Dual: CustomStringConvertible {
  public var description: String { "\(value) + \(tangent)ε" }
}

/// A number beside a dual is a constant, whatever its type and however deep the dual: `a * x` with
/// an `a` that is a Double. Not preferred, so that a literal stays a dual's own.
extension Dual {
  private init<Number: BinaryFloatingPoint>(ofNumber number: Number) {
    self.init(constant: T(exactly: Double(number)))
  }

  @_disfavoredOverload
  public static func + <Number: BinaryFloatingPoint>(a: Number, b: Dual) -> Dual {
    Dual(ofNumber: a) + b
  }
  @_disfavoredOverload
  public static func + <Number: BinaryFloatingPoint>(a: Dual, b: Number) -> Dual {
    a + Dual(ofNumber: b)
  }
  @_disfavoredOverload
  public static func - <Number: BinaryFloatingPoint>(a: Number, b: Dual) -> Dual {
    Dual(ofNumber: a) - b
  }
  @_disfavoredOverload
  public static func - <Number: BinaryFloatingPoint>(a: Dual, b: Number) -> Dual {
    a - Dual(ofNumber: b)
  }
  @_disfavoredOverload
  public static func * <Number: BinaryFloatingPoint>(a: Number, b: Dual) -> Dual {
    Dual(ofNumber: a) * b
  }
  @_disfavoredOverload
  public static func * <Number: BinaryFloatingPoint>(a: Dual, b: Number) -> Dual {
    a * Dual(ofNumber: b)
  }
  @_disfavoredOverload
  public static func / <Number: BinaryFloatingPoint>(a: Number, b: Dual) -> Dual {
    Dual(ofNumber: a) / b
  }
  @_disfavoredOverload
  public static func / <Number: BinaryFloatingPoint>(a: Dual, b: Number) -> Dual {
    a / Dual(ofNumber: b)
  }
}
