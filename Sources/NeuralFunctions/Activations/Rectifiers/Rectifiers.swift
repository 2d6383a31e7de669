import RealModule

extension Catalogue {
  /// Rectifiers of two straight pieces.
  static let straightRectifiers = [
    CatalogueEntry(ReLU.self),
    CatalogueEntry(LeakyReLU.self),
    CatalogueEntry(PReLU.self),
  ]
}

/// The rectified linear unit max(0, x).
///
/// Exact.
public struct ReLU: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "relu", aliases: ["rectifier", "rectified-linear"], name: "ReLU",
    family: .rectified, symbol: "r",
    formula: Notation(
      "r(x) = x for x > 0, 0 for x ≤ 0", ascii: "r(x) = x for x > 0, 0 for x <= 0"),
    derivativeFormula: Notation(
      "r′(x) = 1 for x > 0, 0 for x ≤ 0", ascii: "r'(x) = 1 for x > 0, 0 for x <= 0"),
    derivation: [
      DerivationStep(
        "r(x) = { x, x > 0;  0, x < 0 }", ascii: "r(x) = { x, x > 0;  0, x < 0 }", by: "definition"),
      DerivationStep(
        "x > 0: r′(x) = d/dx x = 1", ascii: "x > 0: r'(x) = d/dx x = 1",
        by: Notation("x′ = 1", ascii: "x' = 1")),
      DerivationStep(
        "x < 0: r′(x) = d/dx 0 = 0", ascii: "x < 0: r'(x) = d/dx 0 = 0",
        by: "a constant's derivative is 0"),
      DerivationStep(
        "r′(x) = { 1, x > 0;  0, x < 0 }", ascii: "r'(x) = { 1, x > 0;  0, x < 0 }",
        by: "both cases"),
      DerivationStep(
        "x = 0: r′ is undefined; 0 is used", ascii: "x = 0: r' is undefined; 0 is used",
        by: "convention, as in PyTorch"),
    ],
    use: "Hidden layers: the usual first choice in feed-forward and convolutional networks.",
    remarks: ["Formally the derivative at 0 is undefined; in practice it is often set to 0."],
    source: "V. Nair and G. Hinton, 2010; torch.nn.ReLU", accuracy: Accuracy.exact)

  public var shape: FunctionShape {
    FunctionShape(
      range: .nonNegative,
      breakpoints: [.kink(at: 0, value: 0, derivative: OneSided(left: 0, right: 1, used: 0))],
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      deadIntervals: [Interval(-.infinity, 0)], window: -4...4)
  }

  public func readableValue<T: Real>(_ x: T) -> T { x <= 0 ? 0 : x }
  public func readableDerivative<T: Real>(_ x: T) -> T { x <= 0 ? 0 : constant(1, at: x) }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("r = x for x > 0", ascii: "r = x for x > 0", x)
      : .constant("r = 0 for x ≤ 0", ascii: "r = 0 for x <= 0", 0)
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("r′ = 1 for x > 0", ascii: "r' = 1 for x > 0", 1)
      : .constant("r′ = 0 for x ≤ 0", ascii: "r' = 0 for x <= 0", 0)
  }

  public func substitutedSteps(at x: Double) -> [SubstitutedFormula?] {
    let (value, slope) = (value(x), derivative(x))
    return Self.description.substituted([
      ("\(value)", value), x > 0 ? ("\(slope)", slope) : nil, x < 0 ? ("\(slope)", slope) : nil,
      x != 0 ? ("\(slope)", slope) : nil, x == 0 ? ("\(slope)", slope) : nil,
    ])
  }
}

/// The leaky rectifier: x above 0, αx below.
///
/// Value correctly rounded, derivative exact.
public struct LeakyReLU: ScalarFunction, DescribedByType {
  /// The slope α on the left: any finite number.
  public var alpha = 0.01

  public init() {}
  public init(alpha: Double) { self.alpha = alpha }

  public static let parameters: [Parameter<LeakyReLU>] = [
    Parameter(
      \.alpha,
      ParameterDescription(
        name: "alpha", symbol: Notation("α", ascii: "alpha"),
        meaning: "the slope on the left", defaultValue: 0.01, accepted: .finite,
        slider: 0...1, step: 0.01))
  ]

  public static let description = FunctionDescription(
    identifier: "leaky-relu", aliases: ["leakyrelu", "lrelu"], name: "leaky ReLU",
    family: .rectified, symbol: "lr",
    formula: Notation(
      "lr(x) = x for x > 0, αx for x ≤ 0", ascii: "lr(x) = x for x > 0, alpha*x for x <= 0"),
    derivativeFormula: Notation(
      "lr′(x) = 1 for x > 0, α for x ≤ 0", ascii: "lr'(x) = 1 for x > 0, alpha for x <= 0"),
    derivation: [
      DerivationStep("x > 0: d/dx x = 1", ascii: "x > 0: d/dx x = 1"),
      DerivationStep("x < 0: d/dx αx = α", ascii: "x < 0: d/dx alpha*x = alpha"),
    ],
    use: "Hidden layers, where a ReLU would die: a little gradient passes on the left.",
    remarks: ["At 0 PyTorch takes derivative α, JAX 1."],
    source: "A. Maas et al., 2013; torch.nn.LeakyReLU", accuracy: Accuracy.oneRounding)

  private var pieces: TwoSlopes { TwoSlopes(left: alpha) }

  public var shape: FunctionShape { pieces.shape }
  public func readableValue<T: Real>(_ x: T) -> T { pieces.value(x) }
  public func readableDerivative<T: Real>(_ x: T) -> T { pieces.derivative(x) }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("lr = x for x > 0", ascii: "lr = x for x > 0", x)
      : SubstitutedFormula(
        "lr = α·x for x ≤ 0", ascii: "lr = alpha*x for x <= 0", "\(alpha) × \(x)",
        result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("lr′ = 1 for x > 0", ascii: "lr' = 1 for x > 0", 1)
      : .constant("lr′ = α for x ≤ 0", ascii: "lr' = alpha for x <= 0", alpha)
  }
}

/// The parametric rectifier: a leaky rectifier whose slope a is learned.
///
/// Value correctly rounded, derivative exact.
public struct PReLU: ScalarFunction, DescribedByType {
  /// The learned slope a on the left: any finite number.
  public var a = 0.25

  public init() {}
  public init(a: Double) { self.a = a }

  public static let parameters: [Parameter<PReLU>] = [
    Parameter(
      \.a,
      ParameterDescription(
        name: "a", symbol: "a", meaning: "the learned slope on the left", defaultValue: 0.25,
        accepted: .finite, slider: -1...1, step: 0.05))
  ]

  public static let description = FunctionDescription(
    identifier: "prelu", aliases: ["parametric-relu"], name: "PReLU", family: .rectified,
    symbol: "pr",
    formula: Notation(
      "pr(x) = x for x > 0, a·x for x ≤ 0", ascii: "pr(x) = x for x > 0, a*x for x <= 0"),
    derivativeFormula: Notation(
      "pr′(x) = 1 for x > 0, a for x ≤ 0", ascii: "pr'(x) = 1 for x > 0, a for x <= 0"),
    derivation: [
      DerivationStep("x > 0: d/dx x = 1", ascii: "x > 0: d/dx x = 1"),
      DerivationStep("x < 0: d/dx a·x = a", ascii: "x < 0: d/dx a*x = a"),
    ],
    use: "Deep convolutional networks that learn the slope together with the weights.",
    remarks: [
      "At 0 PyTorch takes derivative a.",
      "The derivative with respect to a, by which it is learned, is min(x, 0).",
    ],
    source: "K. He et al., 2015; torch.nn.PReLU", accuracy: Accuracy.oneRounding)

  private var pieces: TwoSlopes { TwoSlopes(left: a) }

  public var shape: FunctionShape { pieces.shape }
  public func readableValue<T: Real>(_ x: T) -> T { pieces.value(x) }
  public func readableDerivative<T: Real>(_ x: T) -> T { pieces.derivative(x) }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("pr = x for x > 0", ascii: "pr = x for x > 0", x)
      : SubstitutedFormula(
        "pr = a·x for x ≤ 0", ascii: "pr = a*x for x <= 0", "\(a) × \(x)", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("pr′ = 1 for x > 0", ascii: "pr' = 1 for x > 0", 1)
      : .constant("pr′ = a for x ≤ 0", ascii: "pr' = a for x <= 0", a)
  }
}

/// The line through 0 with slope 1 on the right and another on the left.
private struct TwoSlopes {
  var left: Double

  func value<T: Real>(_ x: T) -> T {
    // A slope of 0 times -∞ would be NaN.
    x > 0 ? x : left == 0 ? constant(0, at: x) : T(exactly: left) * x
  }

  func derivative<T: Real>(_ x: T) -> T { x > 0 ? 1 : constant(T(exactly: left), at: x) }

  var shape: FunctionShape {
    FunctionShape(
      range: left > 0 ? .finite : .nonNegative,
      breakpoints: left == 1
        ? [] : [.kink(at: 0, value: 0, derivative: OneSided(left: left, right: 1, used: left))],
      limitAtMinusInfinity: Limit(
        value: left == 0 ? 0 : -left * .infinity, derivative: left),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      pointsOfInterest: left == 0 ? [] : [PointOfInterest(.zero, x: 0, closedForm: "0")],
      deadIntervals: left == 0 ? [Interval(-.infinity, 0)] : [], window: -4...4)
  }
}
