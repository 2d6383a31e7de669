import RealModule

extension Catalogue {
  /// Rectifiers with a ceiling or a step.
  static let steppedRectifiers = [
    CatalogueEntry(ReLU6.self),
    CatalogueEntry(Threshold.self),
    CatalogueEntry(Step.self),
  ]
}

/// The rectifier with a ceiling, min(max(x, 0), 6).
///
/// Exact.
public struct ReLU6: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "relu6", aliases: ["relu-6"], name: "ReLU6", family: .rectified,
    symbol: Notation("r₆", ascii: "r6"),
    formula: Notation("r₆(x) = min(max(x, 0), 6)", ascii: "r6(x) = min(max(x, 0), 6)"),
    derivativeFormula: Notation(
      "r₆′(x) = 1 for 0 < x < 6, else 0", ascii: "r6'(x) = 1 for 0 < x < 6, else 0"),
    derivation: [
      DerivationStep("0 < x < 6: d/dx x = 1", ascii: "0 < x < 6: d/dx x = 1"),
      DerivationStep("elsewhere: d/dx 0 = d/dx 6 = 0", ascii: "elsewhere: d/dx 0 = d/dx 6 = 0"),
    ],
    use: "Mobile networks in low precision, where the range must stay small.",
    remarks: ["Both PyTorch and JAX take derivative 0 at 0 and at 6."],
    source: "A. Krizhevsky, 2010; torch.nn.ReLU6", accuracy: Accuracy.exact)

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(0, 6),
      breakpoints: [
        .kink(at: 0, value: 0, derivative: OneSided(left: 0, right: 1, used: 0)),
        .kink(at: 6, value: 6, derivative: OneSided(left: 1, right: 0, used: 0)),
      ],
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: 6, derivative: 0),
      deadIntervals: [Interval(-.infinity, 0), Interval(6, .infinity)], window: -3...9)
  }

  public func readableValue<T: Real>(_ x: T) -> T { x <= 0 ? 0 : x >= 6 ? 6 : x }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    x <= 0 || x >= 6 ? 0 : constant(1, at: x)
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x <= 0
      ? .constant("r₆ = 0 for x ≤ 0", ascii: "r6 = 0 for x <= 0", 0)
      : x >= 6
        ? .constant("r₆ = 6 for x ≥ 6", ascii: "r6 = 6 for x >= 6", 6)
        : .constant("r₆ = x for 0 < x < 6", ascii: "r6 = x for 0 < x < 6", x)
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x <= 0
      ? .constant("r₆′ = 0 for x ≤ 0", ascii: "r6' = 0 for x <= 0", 0)
      : x >= 6
        ? .constant("r₆′ = 0 for x ≥ 6", ascii: "r6' = 0 for x >= 6", 0)
        : .constant("r₆′ = 1 for 0 < x < 6", ascii: "r6' = 1 for 0 < x < 6", 1)
  }
}

/// The threshold: x above θ, a fixed value v up to it.
///
/// Exact.
public struct Threshold: ScalarFunction, DescribedByType {
  /// The threshold θ that x must exceed: any finite number.
  public var theta = 0.0
  /// The value v up to the threshold: any finite number.
  public var fill = 0.0

  public init() {}
  public init(theta: Double = 0, value fill: Double = 0) {
    self.theta = theta
    self.fill = fill
  }

  public static let parameters: [Parameter<Threshold>] = [
    Parameter(
      \.theta,
      ParameterDescription(
        name: "theta", symbol: Notation("θ", ascii: "theta"),
        meaning: "the threshold that x must exceed", defaultValue: 0, accepted: .finite,
        slider: -3...3, step: 0.1)),
    Parameter(
      \.fill,
      ParameterDescription(
        name: "value", symbol: "v", meaning: "the value up to the threshold", defaultValue: 0,
        accepted: .finite, slider: -3...3, step: 0.1)),
  ]

  public static let description = FunctionDescription(
    identifier: "threshold", aliases: ["thresholded-relu"], name: "threshold",
    family: .rectified, symbol: "t",
    formula: Notation(
      "t(x) = x for x > θ, v for x ≤ θ", ascii: "t(x) = x for x > theta, v for x <= theta"),
    derivativeFormula: Notation(
      "t′(x) = 1 for x > θ, 0 for x ≤ θ", ascii: "t'(x) = 1 for x > theta, 0 for x <= theta"),
    derivation: [
      DerivationStep("x > θ: d/dx x = 1", ascii: "x > theta: d/dx x = 1"),
      DerivationStep("x < θ: d/dx v = 0", ascii: "x < theta: d/dx v = 0"),
    ],
    use: "The general form of ReLU: lets through only what exceeds a threshold.",
    remarks: ["With θ = value it is continuous; with both 0 it is ReLU."],
    source: "torch.nn.Threshold", accuracy: Accuracy.exact)

  public var shape: FunctionShape {
    let slopes = OneSided(left: 0, right: 1, used: 0)
    return FunctionShape(
      range: Interval(
        Swift.min(theta, fill), .infinity,
        includesLower: fill <= theta, includesUpper: false),
      breakpoints: [
        theta == fill
          ? .kink(at: theta, value: fill, derivative: slopes)
          : .jump(
            at: theta, value: OneSided(left: fill, right: theta, used: fill), derivative: slopes)
      ],
      limitAtMinusInfinity: Limit(value: fill, derivative: 0),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      pointsOfInterest: theta < 0 && fill != 0
        ? [PointOfInterest(.zero, x: 0, closedForm: "0")] : [],
      deadIntervals: [Interval(-.infinity, theta)], window: -4...4)
  }

  public func readableValue<T: Real>(_ x: T) -> T { x <= T(exactly: theta) ? T(exactly: fill) : x }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    x <= T(exactly: theta) ? 0 : constant(1, at: x)
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > theta
      ? .constant("t = x for x > θ", ascii: "t = x for x > theta", x)
      : .constant("t = v for x ≤ θ", ascii: "t = v for x <= theta", fill)
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > theta
      ? .constant("t′ = 1 for x > θ", ascii: "t' = 1 for x > theta", 1)
      : .constant("t′ = 0 for x ≤ θ", ascii: "t' = 0 for x <= theta", 0)
  }
}

/// The step: 1 above 0, 0 up to it.
///
/// Exact.
public struct Step: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "step", aliases: ["heaviside", "binary-step"], name: "step",
    family: .rectified, symbol: "H",
    formula: Notation(
      "H(x) = 1 for x > 0, 0 for x ≤ 0", ascii: "H(x) = 1 for x > 0, 0 for x <= 0"),
    derivativeFormula: Notation("H′(x) = 0", ascii: "H'(x) = 0"),
    derivation: [
      DerivationStep("x > 0: d/dx 1 = 0", ascii: "x > 0: d/dx 1 = 0"),
      DerivationStep("x < 0: d/dx 0 = 0", ascii: "x < 0: d/dx 0 = 0"),
    ],
    use: "The perceptron of 1958: it decides, but its zero gradient teaches nothing.",
    remarks: ["At 0 the value is 0 and the derivative, which does not exist, is taken as 0."],
    source: "F. Rosenblatt, 1958; torch.heaviside with value 0 at 0", accuracy: Accuracy.exact)

  public var shape: FunctionShape {
    FunctionShape(
      range: .unit,
      breakpoints: [
        .jump(at: 0, value: OneSided(left: 0, right: 1, used: 0), derivative: OneSided(0))
      ],
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: 1, derivative: 0),
      deadIntervals: [.everything], window: -3...3)
  }

  public func readableValue<T: Real>(_ x: T) -> T { x <= 0 ? 0 : constant(1, at: x) }
  public func readableDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("H = 1 for x > 0", ascii: "H = 1 for x > 0", 1)
      : .constant("H = 0 for x ≤ 0", ascii: "H = 0 for x <= 0", 0)
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return .constant("H′ = 0", ascii: "H' = 0", 0)
  }
}
