import RealModule

extension Catalogue {
  /// The logarithm of the hyperbolic cosine.
  static let logCoshLosses = [CatalogueEntry(LogCosh.self)]
}

/// Log-cosh L(ŷ) = log cosh(ŷ − y): ½d² near the target, |d| − log 2 far from it.
///
/// Value and derivative within 1 ulp, near 0 and in the tails as well.
public struct LogCosh: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "log-cosh", aliases: ["logcosh"], name: "log-cosh", family: .lossOfRealNumber,
    symbol: "L", variable: Notation("ŷ", ascii: "p"),
    formula: Notation("L(ŷ) = log cosh(ŷ − y)", ascii: "L(p) = log cosh(p - y)"),
    derivativeFormula: Notation("L′(ŷ) = tanh(ŷ − y)", ascii: "L'(p) = tanh(p - y)"),
    derivation: [
      DerivationStep(
        "∂L/∂ŷ = (∂/∂ŷ cosh(ŷ − y))/cosh(ŷ − y)", ascii: "dL/dp = (d/dp cosh(p - y))/cosh(p - y)"),
      DerivationStep("∂L/∂ŷ = sinh(ŷ − y)/cosh(ŷ − y)", ascii: "dL/dp = sinh(p - y)/cosh(p - y)"),
      DerivationStep("∂L/∂ŷ = tanh(ŷ − y)", ascii: "dL/dp = tanh(p - y)"),
    ],
    use: "Regression like Huber loss, smooth everywhere.",
    remarks: ["Computed as |d| − log 2 + log(1 + e^(−2|d|)), so it does not overflow at 710."],
    source: "keras.losses.LogCosh", accuracy: "Value and derivative within 1 ulp.")

  public var target: TargetDescription { .realNumber }

  public func shape(target y: Double) -> FunctionShape {
    FunctionShape(
      range: Interval(0, .infinity),
      limitAtMinusInfinity: Limit(value: .infinity, derivative: -1),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      pointsOfInterest: [
        PointOfInterest(.zero, x: y, closedForm: Notation("ŷ = y", ascii: "p = y"))
      ],
      window: window(around: y))
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    let difference = prediction - target
    let size = difference < 0 ? -difference : difference
    if size < 1 {
      let half = T.sinh(difference / 2)
      return .log(onePlus: 2 * half * half)
    }
    return size - .log(2) + .log(onePlus: .exp(-2 * size))
  }

  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    .tanh(prediction - target)
  }

  /// 1/cosh², with a non-positive exponent.
  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    let difference = prediction - target
    let e = T.exp(difference < 0 ? 2 * difference : -2 * difference)
    return 4 * e / (1 + e) / (1 + e)
  }

  public func value(_ prediction: Double, target: Double) -> Double {
    let difference = DoubleDouble.sum(prediction, -target)
    guard difference.high.isFinite else { return readableValue(prediction, target: target) }
    let size = difference.high < 0 ? -difference : difference
    // log cosh d = d²/2 − d⁴/12 + …, and the second term is below 2⁻⁶⁰ of the first.
    if size.high < 0x1p-30 { return (size * 0.5 * size).rounded }
    if size.high > 400 { return (size - .ln2).rounded }
    if size.high > 1 {
      let e = ScaledDoubleDouble.exp(size * -2).unscaled
      return (size - .ln2 + .log(onePlus: e)).rounded
    }
    // cosh d − 1 = (eᵈ − 1)²/2eᵈ.
    let growth = DoubleDouble.expMinusOne(size)
    return DoubleDouble.log(onePlus: growth * growth * 0.5 / (growth + 1)).rounded
  }

  public func derivative(_ prediction: Double, target: Double) -> Double {
    let difference = DoubleDouble.sum(prediction, -target)
    let size = difference.high.magnitude
    guard size < 20 else { return readableDerivative(prediction, target: target) }
    if size < 0x1p-30 { return difference.rounded }
    let growth = DoubleDouble.expMinusOne(difference * 2)
    return (growth / (growth + 2)).rounded
  }

  public func secondDerivative(_ prediction: Double, target: Double) -> Double {
    let difference = DoubleDouble.sum(prediction, -target)
    guard difference.high.magnitude < 1000 else {
      return readableSecondDerivative(prediction, target: target)
    }
    let e = ScaledDoubleDouble.exp(difference * (difference.high < 0 ? 2 : -2))
    let divisor = e.unscaled + 1
    return ScaledDoubleDouble(
      significand: e.significand * 4 / (divisor * divisor), exponent: e.exponent
    ).rounded
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    let (result, size) = (value(p, target: y), (p - y).magnitude)
    let half = Double.sinh(size < 1 ? size / 2 : 0)
    return size < 1
      ? SubstitutedFormula(
        Notation("L = log(1 + 2 sinh²(d/2))", ascii: "L = log(1 + 2 sinh^2(d/2))"),
        .logOnePlus(2 * half * half), result: result)
      : SubstitutedFormula(
        "L = |d| − log 2 + log(1 + e^(−2|d|))", ascii: "L = |d| - log 2 + log(1 + e^(-2|d|))",
        "\(size) − \(Double.log(2)) + \(Double.log(onePlus: .exp(-2 * size)))", result: result)
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    return SubstitutedFormula(
      "L′ = tanh(ŷ − y)", ascii: "L' = tanh(p - y)", "tanh(\(p) − \(y))",
      result: derivative(p, target: y))
  }
}
