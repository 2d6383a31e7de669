import RealModule

extension Catalogue {
  /// Square near the target, absolute error farther out.
  static let huberLosses = [CatalogueEntry(Huber.self), CatalogueEntry(SmoothL1.self)]
}

/// Huber loss of d = ŷ − y: ½d² up to |d| = δ, δ(|d| − ½δ) beyond.
///
/// Within 3 ulp. The second derivative, which jumps at |d| = δ, is 1 there.
public struct Huber: LossFunction, DescribedByType {
  /// Where the parabola gives way to the straight line; above 0.
  public var delta = 1.0

  public init() {}
  public init(delta: Double) { self.delta = delta }

  public static let description = FunctionDescription(
    identifier: "huber", aliases: ["huber-loss", "huberloss"], name: "Huber loss",
    family: .lossOfRealNumber, symbol: "L", variable: Notation("ŷ", ascii: "p"),
    formula: Notation(
      "L(ŷ) = ½d² if |d| ≤ δ, δ(|d| − ½δ) else, d = ŷ − y",
      ascii: "L(p) = 1/2 d^2 if |d| <= D, D(|d| - D/2) else, d = p - y"),
    derivativeFormula: Notation(
      "L′(ŷ) = d if |d| ≤ δ, δ sign(d) else", ascii: "L'(p) = d if |d| <= D, D sign(d) else"),
    derivation: [
      DerivationStep(
        "|d| ≤ δ:  L = ½d²,  ∂L/∂ŷ = d·∂d/∂ŷ = d",
        ascii: "|d| <= D:  L = 1/2 d^2,  dL/dp = d*(dd/dp) = d"),
      DerivationStep(
        "|d| > δ:  L = δ|d| − ½δ²,  ∂L/∂ŷ = δ sign(d)",
        ascii: "|d| > D:  L = D|d| - 1/2 D^2,  dL/dp = D sign(d)"),
    ],
    use: "Regression that is smooth near the target and not drawn by outliers.",
    remarks: [
      "With a factor ½ on the square, unlike mse.",
      "It is δ times smooth L1 with β = δ.",
    ],
    source: "Huber 1964; torch.nn.HuberLoss", accuracy: "Value and derivative within 3 ulp.")

  public static let parameters: [Parameter<Huber>] = [
    Parameter(
      \.delta,
      ParameterDescription(
        name: "delta", symbol: Notation("δ", ascii: "D"),
        meaning: "Where the parabola gives way to the straight line.", defaultValue: 1,
        accepted: .positive, slider: 0.1...4, step: 0.1))
  ]

  public var target: TargetDescription { .realNumber }

  public func shape(target y: Double) -> FunctionShape {
    jointShape(
      target: y, at: delta, slope: delta, value: delta / 2 * delta, curvature: 1, usedCurvature: 1)
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    let (difference, delta) = (prediction - target, T(exactly: delta))
    let size = difference < 0 ? -difference : difference
    if size <= delta { return difference / 2 * difference }
    let outside = delta * (size - delta / 2)
    guard carriesTangents(T.self), isJoint(prediction, target, delta) else { return outside }
    // Where the joint is rounded outwards, the parabola's curvature.
    let step = difference - withoutTangents(difference)
    return outside + step * step / 2
  }

  /// A difference may overflow where its product with a small δ does not.
  public func value(_ prediction: Double, target: Double) -> Double {
    guard prediction.isFinite, target.isFinite, (prediction - target).isInfinite else {
      return readableValue(prediction, target: target)
    }
    let size = ScaledDoubleDouble.difference(prediction, target).magnitude
    return ((size - ScaledDoubleDouble(delta).halved) * delta).rounded
  }

  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    let (difference, delta) = (prediction - target, T(exactly: delta))
    if difference.isNaN { return difference }
    if difference >= -delta && difference <= delta { return difference }
    let outside = difference < 0 ? -delta : delta
    guard carriesTangents(T.self), isJoint(prediction, target, delta) else { return outside }
    return outside + (difference - withoutTangents(difference))
  }

  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    let (difference, delta) = (prediction - target, T(exactly: delta))
    if difference.isNaN { return difference }
    if isJoint(prediction, target, delta) { return 1 }
    return difference <= delta && difference >= -delta ? 1 : 0
  }

  /// Decided by the exact difference; y ± δ, rounded, count as the joints.
  public func secondDerivative(_ prediction: Double, target: Double) -> Double {
    let size = exactDistance(prediction, target)
    if size.high.isNaN { return .nan }
    if isJoint(prediction, target, delta) { return 1 }
    return size.high < delta || (size.high == delta && size.low <= 0) ? 1 : 0
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    let (result, difference) = (value(p, target: y), p - y)
    return difference.magnitude <= delta
      ? SubstitutedFormula(
        "L = d²/2, d = ŷ − y", ascii: "L = d^2/2, d = p - y",
        "\(difference) × \(difference) / 2", result: result)
      : SubstitutedFormula(
        "L = δ(|d| − δ/2)", ascii: "L = D(|d| - D/2)",
        "\(delta) × (\(difference.magnitude) − \(delta / 2))", result: result)
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    let difference = p - y
    if difference > delta { return .constant("L′ = δ", ascii: "L' = D", delta) }
    if difference < -delta { return .constant("L′ = −δ", ascii: "L' = -D", -delta) }
    return SubstitutedFormula(
      "L′ = ŷ − y", ascii: "L' = p - y", "\(p) − \(y)", result: derivative(p, target: y))
  }
}

/// Smooth L1 of d = ŷ − y: d²/2β below |d| = β, |d| − ½β from there on.
///
/// With β = 0 it is |d|. Within 3 ulp. The second derivative, which jumps at |d| = β, is 0 there.
public struct SmoothL1: LossFunction, DescribedByType {
  /// Where the parabola gives way to the straight line; 0 leaves |d|.
  public var beta = 1.0

  public init() {}
  public init(beta: Double) { self.beta = beta }

  public static let description = FunctionDescription(
    identifier: "smooth-l1", aliases: ["smooth-l1-loss", "smoothl1loss"], name: "smooth L1",
    family: .lossOfRealNumber, symbol: "L", variable: Notation("ŷ", ascii: "p"),
    formula: Notation(
      "L(ŷ) = d²/2β if |d| < β, |d| − ½β else, d = ŷ − y",
      ascii: "L(p) = d^2/(2b) if |d| < b, |d| - b/2 else, d = p - y"),
    derivativeFormula: Notation(
      "L′(ŷ) = d/β if |d| < β, sign(d) else", ascii: "L'(p) = d/b if |d| < b, sign(d) else"),
    derivation: [
      DerivationStep(
        "|d| < β:  L = d²/2β,  ∂L/∂ŷ = d/β", ascii: "|d| < b:  L = d^2/(2b),  dL/dp = d/b"),
      DerivationStep(
        "|d| ≥ β:  L = |d| − ½β,  ∂L/∂ŷ = sign(d)",
        ascii: "|d| >= b:  L = |d| - b/2,  dL/dp = sign(d)"),
    ],
    use: "Box regression of detectors.",
    remarks: [
      "Huber loss divided by its δ, so the slope far out is 1 whatever β is.",
      "With β = 0 it is mae, and the derivative at ŷ = y is 0.",
    ],
    source: "Girshick 2015; torch.nn.SmoothL1Loss", accuracy: "Value and derivative within 3 ulp.")

  public static let parameters: [Parameter<SmoothL1>] = [
    Parameter(
      \.beta,
      ParameterDescription(
        name: "beta", symbol: Notation("β", ascii: "b"),
        meaning: "Where the parabola gives way to the straight line.", defaultValue: 1,
        accepted: .nonNegative, slider: 0...4, step: 0.1))
  ]

  public var target: TargetDescription { .realNumber }

  public func shape(target y: Double) -> FunctionShape {
    guard beta > 0 else { return MeanAbsoluteError().shape(target: y) }
    return jointShape(
      target: y, at: beta, slope: 1, value: beta / 2, curvature: 1 / beta, usedCurvature: 0)
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    let (difference, beta) = (prediction - target, T(exactly: beta))
    if beta == 0 && difference == 0 { return 0 }
    let size = difference < 0 ? -difference : difference
    if !(size < beta) { return size - beta / 2 }
    let inside = difference / beta * (difference / 2)
    guard carriesTangents(T.self), isJoint(prediction, target, beta) else { return inside }
    // Where the joint is rounded inwards, without the parabola's curvature.
    let step = difference - withoutTangents(difference)
    return inside - step * step / (2 * beta)
  }

  /// The two terms may overflow where their difference does not.
  public func value(_ prediction: Double, target: Double) -> Double {
    guard prediction.isFinite, target.isFinite, (prediction - target).isInfinite else {
      return readableValue(prediction, target: target)
    }
    let size = ScaledDoubleDouble.difference(prediction, target).magnitude
    return (size - ScaledDoubleDouble(beta).halved).rounded
  }

  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    let (difference, beta) = (prediction - target, T(exactly: beta))
    if difference.isNaN { return difference }
    if beta == 0 && difference == 0 { return 0 }
    if difference >= beta { return 1 }
    if difference <= -beta { return -1 }
    let isFlat = carriesTangents(T.self) && isJoint(prediction, target, beta)
    return isFlat ? withoutTangents(difference / beta) : difference / beta
  }

  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    let (difference, beta) = (prediction - target, T(exactly: beta))
    if difference.isNaN { return difference }
    if isJoint(prediction, target, beta) { return 0 }
    return difference < beta && difference > -beta ? 1 / beta : 0
  }

  /// Decided by the exact difference; y ± β, rounded, count as the joints.
  public func secondDerivative(_ prediction: Double, target: Double) -> Double {
    let size = exactDistance(prediction, target)
    if size.high.isNaN { return .nan }
    if isJoint(prediction, target, beta) { return 0 }
    return size.high < beta || (size.high == beta && size.low < 0) ? 1 / beta : 0
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    let (result, difference) = (value(p, target: y), p - y)
    return difference.magnitude < beta
      ? SubstitutedFormula(
        "L = d²/2β, d = ŷ − y", ascii: "L = d^2/(2b), d = p - y",
        "\(difference) × \(difference) / (2 × \(beta))", result: result)
      : SubstitutedFormula(
        "L = |d| − β/2", ascii: "L = |d| - b/2", "\(difference.magnitude) − \(beta / 2)",
        result: result)
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    let (result, difference) = (derivative(p, target: y), p - y)
    return difference.magnitude < beta
      ? SubstitutedFormula(
        "L′ = d/β, d = ŷ − y", ascii: "L' = d/b, d = p - y", "\(difference) / \(beta)",
        result: result)
      : .constant("L′ = sign(ŷ − y)", ascii: "L' = sign(p - y)", result)
  }
}

/// Whether the prediction is the double beside target + distance or target − distance, and these
/// are not the target itself.
private func isJoint<T: Real>(_ prediction: T, _ target: T, _ distance: T) -> Bool {
  prediction != target
    && (prediction == target + distance || prediction == target - distance)
}

/// |prediction − target| without rounding; NaN or infinite as the rounded difference is.
private func exactDistance(_ prediction: Double, _ target: Double) -> DoubleDouble {
  let difference = DoubleDouble.sum(prediction, -target)
  return difference.high < 0 ? -difference : difference
}

/// A parabola about the target, joined at ±`distance` to lines of the given slope.
private func jointShape(
  target y: Double, at distance: Double, slope: Double, value: Double, curvature: Double,
  usedCurvature: Double
) -> FunctionShape {
  func joint(_ side: Double) -> Breakpoint {
    Breakpoint(
      x: y + side * distance, kind: .curvatureJump, value: OneSided(value),
      derivative: OneSided(side * slope),
      secondDerivative: OneSided(
        left: side < 0 ? 0 : curvature, right: side < 0 ? curvature : 0, used: usedCurvature),
      convention: "PyTorch")
  }
  return FunctionShape(
    range: Interval(0, .infinity), breakpoints: [joint(-1), joint(1)],
    limitAtMinusInfinity: Limit(value: .infinity, derivative: -slope),
    limitAtPlusInfinity: Limit(value: .infinity, derivative: slope),
    pointsOfInterest: [
      PointOfInterest(.zero, x: y, closedForm: Notation("ŷ = y", ascii: "p = y"))
    ],
    window: window(around: y))
}
