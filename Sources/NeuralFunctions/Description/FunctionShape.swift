/// Where a function lives, where it breaks, where it goes, and what is worth pointing at.
public struct FunctionShape: Sendable {
  /// Where the function is defined.
  public var domain: Interval
  /// The mathematical range: ends that are only approached are open, even though Double reaches
  /// them by rounding.
  public var range: Interval
  /// Jumps, kinks, curvature jumps and poles, in ascending order.
  public var breakpoints: [Breakpoint]
  public var limitAtMinusInfinity: Limit?
  public var limitAtPlusInfinity: Limit?
  /// Points with a closed form or a known constant, in ascending order.
  public var pointsOfInterest: [PointOfInterest]
  /// Where the derivative is zero mathematically, not by underflow: the dead stretches.
  public var deadIntervals: [Interval]
  /// How far apart inflections lie where there is no end of them, as on a sine, counted from the first
  /// of the declared ones; nil where the declared ones are all.
  public var inflectionSpacing: Double?
  /// The stretch of x in which the function shows its character.
  public var window: ClosedRange<Double>

  public init(
    domain: Interval = .everything, range: Interval, breakpoints: [Breakpoint] = [],
    limitAtMinusInfinity: Limit? = nil, limitAtPlusInfinity: Limit? = nil,
    pointsOfInterest: [PointOfInterest] = [], deadIntervals: [Interval] = [],
    inflectionSpacing: Double? = nil, window: ClosedRange<Double> = -6...6
  ) {
    self.domain = domain
    self.range = range
    self.breakpoints = breakpoints
    self.limitAtMinusInfinity = limitAtMinusInfinity
    self.limitAtPlusInfinity = limitAtPlusInfinity
    self.pointsOfInterest = pointsOfInterest
    self.deadIntervals = deadIntervals
    self.inflectionSpacing = inflectionSpacing
    self.window = window
  }
}

extension ClosedRange<Double> {
  /// The stretch between two ends, which are held to finite numbers; [−6, 6] where they are NaN or
  /// not in ascending order, as parameters outside their range may leave them.
  static func window(from lower: Double, to upper: Double) -> ClosedRange {
    let largest = Double.greatestFiniteMagnitude
    guard lower < upper else { return -6...6 }
    return Swift.max(lower, -largest)...Swift.min(upper, largest)
  }
}

/// What value and derivative tend to at one end of the real line; NaN where there is no limit.
public struct Limit: Sendable, Hashable {
  public var value: Double
  public var derivative: Double

  public init(value: Double, derivative: Double) {
    self.value = value
    self.derivative = derivative
  }
}

/// A point at which a function or one of its first two derivatives is not continuous.
public struct Breakpoint: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// The value jumps.
    case jump
    /// The value is continuous, the derivative jumps.
    case kink
    /// The derivative is continuous, the second derivative jumps.
    case curvatureJump
    /// The value or a derivative grows without bound.
    case pole
  }

  public var x: Double
  public var kind: Kind
  public var value: OneSided
  public var derivative: OneSided
  public var secondDerivative: OneSided
  /// Whose choice the used derivative is: "PyTorch".
  public var convention: String

  public init(
    x: Double, kind: Kind, value: OneSided, derivative: OneSided, secondDerivative: OneSided,
    convention: String
  ) {
    self.x = x
    self.kind = kind
    self.value = value
    self.derivative = derivative
    self.secondDerivative = secondDerivative
    self.convention = convention
  }
}

/// The limits of a quantity from both sides of a point, and the number used at the point itself.
public struct OneSided: Sendable, Hashable {
  public var left: Double
  public var right: Double
  public var used: Double

  public init(left: Double, right: Double, used: Double) {
    self.left = left
    self.right = right
    self.used = used
  }

  /// A quantity that is continuous there.
  public init(_ value: Double) { self.init(left: value, right: value, used: value) }
}

/// A point worth jumping to.
public struct PointOfInterest: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case zero, minimum, maximum, inflection, steepest
  }

  public var kind: Kind
  public var x: Double
  /// The closed form of `x`, where there is one: "ln 2".
  public var closedForm: Notation?

  public init(_ kind: Kind, x: Double, closedForm: Notation? = nil) {
    self.kind = kind
    self.x = x
    self.closedForm = closedForm
  }
}
