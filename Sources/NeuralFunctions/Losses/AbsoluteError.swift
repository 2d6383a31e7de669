import RealModule

extension Catalogue {
  /// The absolute error.
  static let absoluteErrorLosses = [CatalogueEntry(MeanAbsoluteError.self)]

  /// Absolute error with a weight on each side.
  static let quantileLosses = [CatalogueEntry(Pinball.self)]
}

/// Mean absolute error of one prediction, L(ŷ) = |ŷ − y|.
///
/// At ŷ = y the derivative is 0. Within 1 ulp.
public struct MeanAbsoluteError: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "mae", aliases: ["mean-absolute-error", "l1-loss", "l1loss", "l1"],
    name: "mean absolute error", family: .lossOfRealNumber, symbol: "L",
    variable: Notation("ŷ", ascii: "p"),
    formula: Notation("L(ŷ) = |ŷ − y|", ascii: "L(p) = |p - y|"),
    derivativeFormula: Notation("L′(ŷ) = sign(ŷ − y)", ascii: "L'(p) = sign(p - y)"),
    derivation: [
      DerivationStep(
        "L = ŷ − y if ŷ > y, y − ŷ if ŷ < y", ascii: "L = p - y if p > y, y - p if p < y"),
      DerivationStep("∂L/∂ŷ = 1 if ŷ > y, −1 if ŷ < y", ascii: "dL/dp = 1 if p > y, -1 if p < y"),
    ],
    use: "Regression that shall not be drawn by outliers; its best constant is the median.",
    remarks: [
      "At ŷ = y the derivative is 0, as PyTorch has it; JAX's abs gives 1 there.",
      "The mean is over a batch; this is the term of one prediction.",
    ],
    source: "torch.nn.L1Loss", accuracy: "Value and derivative within 1 ulp.")

  public var target: TargetDescription { .realNumber }

  public func shape(target y: Double) -> FunctionShape {
    FunctionShape(
      range: Interval(0, .infinity),
      breakpoints: [
        Breakpoint(
          x: y, kind: .kink, value: OneSided(0),
          derivative: OneSided(left: -1, right: 1, used: 0), secondDerivative: OneSided(0),
          convention: "PyTorch")
      ],
      limitAtMinusInfinity: Limit(value: .infinity, derivative: -1),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      pointsOfInterest: [
        PointOfInterest(.zero, x: y, closedForm: Notation("ŷ = y", ascii: "p = y"))
      ],
      window: window(around: y))
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    let difference = prediction - target
    return difference == 0 ? 0 : difference < 0 ? -difference : difference
  }

  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    let difference = prediction - target
    if difference.isNaN { return difference }
    return difference > 0 ? 1 : difference < 0 ? -1 : 0
  }

  /// In Float throughout: the difference is rounded once, and is 0 at the target alone.
  @_disfavoredOverload
  public func value(_ prediction: Float, target: Float) -> Float {
    readableValue(prediction, target: target)
  }

  @_disfavoredOverload
  public func derivative(_ prediction: Float, target: Float) -> Float {
    readableDerivative(prediction, target: target)
  }

  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    (prediction - target).isNaN ? .nan : 0
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    let result = value(p, target: y)
    return p < y
      ? SubstitutedFormula(
        "L = y − ŷ, ŷ < y", ascii: "L = y - p, p < y", "\(y) − \(p)", result: result)
      : SubstitutedFormula(
        "L = ŷ − y, ŷ ≥ y", ascii: "L = p - y, p >= y", "\(p) − \(y)", result: result)
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    if p < y { return .constant("L′ = −1, ŷ < y", ascii: "L' = -1, p < y", -1) }
    return p > y
      ? .constant("L′ = 1, ŷ > y", ascii: "L' = 1, p > y", 1)
      : .constant("L′ = 0 at ŷ = y", ascii: "L' = 0 at p = y", 0)
  }
}

/// Pinball loss L(ŷ) = q·(y − ŷ) below the target, (1 − q)·(ŷ − y) above: its best constant is
/// the q-quantile.
///
/// At ŷ = y the derivative is 0. Within 2 ulp.
public struct Pinball: LossFunction, DescribedByType {
  /// The quantile q, between 0 and 1.
  public var q = 0.9

  public init() {}
  public init(q: Double) { self.q = q }

  public static let description = FunctionDescription(
    identifier: "pinball", aliases: ["quantile", "quantile-loss"], name: "pinball loss",
    family: .lossOfRealNumber, symbol: "L", variable: Notation("ŷ", ascii: "p"),
    formula: Notation(
      "L(ŷ) = q(y − ŷ) if ŷ < y, (1 − q)(ŷ − y) if ŷ ≥ y",
      ascii: "L(p) = q(y - p) if p < y, (1 - q)(p - y) if p >= y"),
    derivativeFormula: Notation(
      "L′(ŷ) = −q if ŷ < y, 1 − q if ŷ > y, 0 at y",
      ascii: "L'(p) = -q if p < y, 1 - q if p > y, 0 at y"),
    derivation: [
      DerivationStep("ŷ < y:  L = qy − qŷ,  ∂L/∂ŷ = −q", ascii: "p < y:  L = qy - qp,  dL/dp = -q"),
      DerivationStep(
        "ŷ > y:  L = (1 − q)ŷ − (1 − q)y,  ∂L/∂ŷ = 1 − q",
        ascii: "p > y:  L = (1 - q)p - (1 - q)y,  dL/dp = 1 - q"),
    ],
    use: "Quantile regression: forecasts with a stated chance of being too low.",
    remarks: [
      "At ŷ = y the derivative is 0, between −q and 1 − q.", "With q = 0.5 it is half of mae.",
    ],
    source: "Koenker and Bassett 1978", accuracy: "Value and derivative within 2 ulp.")

  public static let parameters: [Parameter<Pinball>] = [
    Parameter(
      \.q,
      ParameterDescription(
        name: "q", symbol: "q", meaning: "The quantile that is predicted.", defaultValue: 0.9,
        accepted: Interval(0, 1, includesLower: false, includesUpper: false), slider: 0.05...0.95,
        step: 0.05))
  ]

  public var target: TargetDescription { .realNumber }

  public func shape(target y: Double) -> FunctionShape {
    FunctionShape(
      range: Interval(0, .infinity),
      breakpoints: [
        Breakpoint(
          x: y, kind: .kink, value: OneSided(0),
          derivative: OneSided(left: -q, right: 1 - q, used: 0), secondDerivative: OneSided(0),
          convention: "between the two sides")
      ],
      limitAtMinusInfinity: Limit(value: .infinity, derivative: -q),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1 - q),
      pointsOfInterest: [
        PointOfInterest(.zero, x: y, closedForm: Notation("ŷ = y", ascii: "p = y"))
      ],
      window: window(around: y))
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    let difference = prediction - target
    if difference == 0 { return 0 }
    return difference < 0 ? T(exactly: q) * -difference : (1 - T(exactly: q)) * difference
  }

  /// A difference may overflow where its product with a small q or 1 − q does not.
  public func value(_ prediction: Double, target: Double) -> Double {
    guard prediction.isFinite, target.isFinite, prediction != target else {
      return readableValue(prediction, target: target)
    }
    let difference = ScaledDoubleDouble.difference(prediction, target)
    let weight = difference.isNegative ? DoubleDouble(-q) : .sum(1, -q)
    return (difference * weight).rounded
  }

  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    let difference = prediction - target
    if difference.isNaN { return difference }
    return difference < 0 ? -T(exactly: q) : difference > 0 ? 1 - T(exactly: q) : 0
  }

  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    (prediction - target).isNaN ? .nan : 0
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    let result = value(p, target: y)
    return p < y
      ? SubstitutedFormula(
        "L = q(y − ŷ)", ascii: "L = q(y - p)", "\(q) × (\(y) − \(p))", result: result)
      : SubstitutedFormula(
        "L = (1 − q)(ŷ − y)", ascii: "L = (1 - q)(p - y)", "\(1 - q) × (\(p) − \(y))",
        result: result)
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    if p < y { return .constant("L′ = −q, ŷ < y", ascii: "L' = -q, p < y", -q) }
    return p > y
      ? SubstitutedFormula(
        "L′ = 1 − q, ŷ > y", ascii: "L' = 1 - q, p > y", "1 − \(q)",
        result: derivative(p, target: y))
      : .constant("L′ = 0 at ŷ = y", ascii: "L' = 0 at p = y", 0)
  }
}
