import RealModule

extension Catalogue {
  /// Mish, a unit gated by a tanh of its softplus.
  static let mishUnits = [CatalogueEntry(Mish.self)]
}

/// Mish, x·tanh(softplus(x)).
///
/// With n = eˣ(eˣ + 2) the gate is n/(n + 2), from exponentials of −|x| only. Value and
/// derivative within 1 ulp, the derivative near its root within 1 ulp of its larger term.
public struct Mish: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "mish", name: "Mish", family: .smooth, symbol: "mish",
    formula: Notation(
      "mish(x) = x·tanh(log(1 + eˣ))", ascii: "mish(x) = x*tanh(log(1 + e^x))"),
    derivativeFormula: Notation(
      "mish′(x) = t + x·(1 − t²)·σ(x), t = tanh(log(1 + eˣ))",
      ascii: "mish'(x) = t + x*(1 - t^2)*s(x), t = tanh(log(1 + e^x))"),
    derivation: [
      DerivationStep("t = tanh(log(1 + eˣ))", ascii: "t = tanh(log(1 + e^x))"),
      DerivationStep("mish′(x) = t + x·t′", ascii: "mish'(x) = t + x*t'"),
      DerivationStep("t′ = (1 − t²)·d/dx log(1 + eˣ)", ascii: "t' = (1 - t^2) * d/dx log(1 + e^x)"),
      DerivationStep("= (1 − t²)·σ(x)", ascii: "= (1 - t^2)*s(x)"),
      DerivationStep("mish′(x) = t + x·(1 − t²)·σ(x)", ascii: "mish'(x) = t + x*(1 - t^2)*s(x)"),
    ],
    use: "Object detectors (YOLOv4) and other convolutional networks.",
    remarks: ["The minimum, −0.3088 at x = −1.1924, has no closed form."],
    source: "D. Misra, 2019; torch.nn.Mish", accuracy: Accuracy.gated)

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(-0.30884341301725043, .infinity, includesUpper: false),
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      pointsOfInterest: [
        PointOfInterest(.inflection, x: -2.256376396360793),
        PointOfInterest(.minimum, x: -1.1924312145154952),
        PointOfInterest(.zero, x: 0, closedForm: "0"),
        PointOfInterest(.inflection, x: 1.4905711794854284),
        PointOfInterest(.steepest, x: 1.4905711794854284),
      ])
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    if x.isInfinite { return x < 0 ? -.zero : x }
    return x * .tanh(Softplus().value(x))
  }

  public func readableDerivative<T: Real>(_ x: T) -> T {
    if x.isInfinite { return x < 0 ? -.zero : 1 }
    let softplus = Softplus().value(x)
    return .tanh(softplus) + x * Tanh().derivative(softplus) * Sigmoid().value(x)
  }

  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    if x.isInfinite { return 0 }
    let (softplus, sigmoid) = (Softplus().value(x), Sigmoid().value(x))
    let steepness = Tanh().derivative(softplus) * sigmoid
    // The rest may overflow where the gate is shut, or open, for good.
    if steepness == 0 { return 0 }
    return steepness
      * (2 + x * (Sigmoid().value(-x) - 2 * .tanh(softplus) * sigmoid))
  }

  public func value(_ x: Double) -> Double {
    guard let gate = MishGate(x) else { return x < 0 ? -0.0 : x }
    return (gate.opening * x).rounded
  }

  public func derivative(_ x: Double) -> Double {
    guard let gate = MishGate(x) else { return x < 0 ? -0.0 : constant(1, at: x) }
    return gate.derivative.rounded
  }

  public func secondDerivative(_ x: Double) -> Double {
    guard let gate = MishGate(x) else { return constant(0, at: x) }
    return gate.secondDerivative.rounded
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let opening = MishGate(x)?.opening.rounded ?? (x < 0 ? 0 : 1)
    return SubstitutedFormula(
      "mish = x·t, t = tanh(log(1 + eˣ))", ascii: "mish = x*t, t = tanh(log(1 + e^x))",
      "\(x) × \(opening)", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    guard let gate = MishGate(x) else {
      return .constant("mish′ = t, far out", ascii: "mish' = t, far out", x < 0 ? 0 : 1)
    }
    return SubstitutedFormula(
      "mish′ = t + x·(1 − t²)·σ(x), t = tanh(log(1 + eˣ))",
      ascii: "mish' = t + x*(1 - t^2)*s(x), t = tanh(log(1 + e^x))",
      "\(gate.opening.rounded) + \(x) × \(gate.sechSquared.rounded) × \(gate.sigmoid.rounded)",
      result: derivative(x))
  }
}

/// Mish's gate and its derivatives from g = e^−|x|, in two doubles.
///
/// On the left, where eˣ = g, the gate is g(g + 2)/D with D = g(g + 2) + 2; on the right, where
/// eˣ = 1/g, it is (1 + 2g)/D with D = 1 + 2g + 2g².
private struct MishGate {
  let x: Double
  private let scaled: ScaledDoubleDouble
  private let g: DoubleDouble
  private let denominator: DoubleDouble

  /// Nil far out, where the gate is shut or open for good, and at NaN.
  init?(_ x: Double) {
    guard x > -1500 && x < 1500 else { return nil }
    self.x = x
    scaled = .exp(x < 0 ? x : -x)
    g = scaled.unscaled
    denominator = x < 0 ? g * (g + 2) + 2 : 1 + g * (1 + g) * 2
  }

  /// t = tanh(softplus(x))
  var opening: ScaledDoubleDouble {
    x < 0
      ? scaled * ((g + 2) / denominator)
      : ScaledDoubleDouble(significand: (1 + g * 2) / denominator, exponent: 0)
  }

  /// 1 − t²
  var sechSquared: DoubleDouble {
    let ratio = (1 + g) * (x < 0 ? DoubleDouble(1) : g) / denominator
    return ratio * ratio * 4
  }

  /// σ(x), without its scale on the left: there it is g·this.
  private var sigmoidFactor: DoubleDouble { 1 / (1 + g) }

  var sigmoid: ScaledDoubleDouble {
    x < 0
      ? scaled * sigmoidFactor : ScaledDoubleDouble(significand: sigmoidFactor, exponent: 0)
  }

  /// t + x(1 − t²)σ
  var derivative: ScaledDoubleDouble {
    let gain = sechSquared * sigmoidFactor * x
    return x < 0
      ? scaled * ((g + 2) / denominator + gain)
      : ScaledDoubleDouble(significand: opening.significand + gain, exponent: 0)
  }

  /// (1 − t²)σ·[2 + x(σ(−x) − 2tσ)]
  var secondDerivative: ScaledDoubleDouble {
    let (sigma, complement) =
      x < 0 ? (g * sigmoidFactor, sigmoidFactor) : (sigmoidFactor, g * sigmoidFactor)
    let bracket = 2 + (complement - opening.unscaled * sigma * 2) * x
    // On the right the factor g² of 1 − t² is taken out in its scale.
    let ratio = (1 + g) / denominator
    let factor = ratio * ratio * 4 * sigmoidFactor * bracket
    return x < 0 ? scaled * factor : scaled * (factor * g)
  }
}
