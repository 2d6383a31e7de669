import RealModule

extension Catalogue {
  /// The Gaussian error linear unit and its approximation.
  static let gaussianUnits = [
    CatalogueEntry(GELU.self),
    CatalogueEntry(TanhGELU.self),
  ]
}

/// The Gaussian error linear unit x·Φ(x), Φ being the normal distribution function.
///
/// In the left tail x·Φ(x) is x times density times Mills' ratio, the square in the density exact.
/// Value and derivative within 1 ulp, the derivative near its root within 1 ulp of its larger
/// term.
public struct GELU: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "gelu", aliases: ["gelu-erf", "gelu-none"], name: "GELU", family: .smooth,
    symbol: "gelu",
    formula: Notation(
      "gelu(x) = x·Φ(x) = x·[1 + erf(x/√2)]/2",
      ascii: "gelu(x) = x*Phi(x) = x*[1 + erf(x/sqrt 2)]/2"),
    derivativeFormula: Notation(
      "gelu′(x) = Φ(x) + x·φ(x)", ascii: "gelu'(x) = Phi(x) + x*phi(x)"),
    derivation: [
      DerivationStep(
        "Φ′(x) = φ(x) = e^(−x²/2) / √(2π)",
        ascii: "Phi'(x) = phi(x) = e^(-x^2/2) / sqrt(2 pi)"),
      DerivationStep("gelu′(x) = x′·Φ(x) + x·Φ′(x)", ascii: "gelu'(x) = x'*Phi(x) + x*Phi'(x)"),
      DerivationStep("= Φ(x) + x·φ(x)", ascii: "= Phi(x) + x*phi(x)"),
    ],
    use: "Feed-forward blocks of transformers, from BERT and GPT on.",
    remarks: [
      "The left tail keeps all its digits down to the subnormal numbers at x = −38.6.",
      "The minimum, −0.1700 at x = −0.7518, has no closed form.",
    ],
    source: "D. Hendrycks and K. Gimpel, 2016; torch.nn.GELU", accuracy: Accuracy.gated)

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(-0.16997120747990366, .infinity, includesUpper: false),
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      pointsOfInterest: [
        PointOfInterest(
          .inflection, x: -1.4142135623730951, closedForm: Notation("−√2", ascii: "-sqrt 2")),
        PointOfInterest(.minimum, x: -0.7517915246935645),
        PointOfInterest(.zero, x: 0, closedForm: "0"),
        PointOfInterest(
          .inflection, x: 1.4142135623730951, closedForm: Notation("√2", ascii: "sqrt 2")),
        PointOfInterest(
          .steepest, x: 1.4142135623730951, closedForm: Notation("√2", ascii: "sqrt 2")),
      ],
      window: -4...4)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    if x.isInfinite { return x < 0 ? -.zero : x }
    return x * (.erfc(-x / .sqrt(2)) / 2)
  }

  public func readableDerivative<T: Real>(_ x: T) -> T {
    if x.isInfinite { return x < 0 ? -.zero : 1 }
    return .erfc(-x / .sqrt(2)) / 2 + x * density(x)
  }

  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    if x.isInfinite { return 0 }
    return 2 * density(x) - x * density(x) * x
  }

  private func density<T: Real>(_ x: T) -> T { .exp(-x * x / 2) / .sqrt(2 * .pi) }

  public func value(_ x: Double) -> Double {
    guard x > -40 && x < 40 else { return x < 0 ? -0.0 : x }
    return (StandardNormal.cumulative(x) * x).rounded
  }

  public func derivative(_ x: Double) -> Double {
    guard x > -40 && x < 40 else { return x < 0 ? -0.0 : constant(1, at: x) }
    let density = StandardNormal.density(x)
    guard x < -0.5 || x > 0.5 else {
      return (StandardNormal.cumulative(x).significand + (density * x).unscaled).rounded
    }
    // Φ = φ·ratio on the left, 1 − φ·ratio on the right.
    return x < 0
      ? (density * (StandardNormal.millsRatio(-x) + x)).rounded
      : (1 + (density * (x - StandardNormal.millsRatio(x))).unscaled).rounded
  }

  public func secondDerivative(_ x: Double) -> Double {
    guard x > -40 && x < 40 else { return constant(0, at: x) }
    return (StandardNormal.density(x) * (2 - DoubleDouble.square(x))).rounded
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let probability = StandardNormal.cumulative(x).rounded
    return SubstitutedFormula(
      "gelu = x·Φ(x)", ascii: "gelu = x*Phi(x)", "\(x) × \(probability)", result: value(x))
  }

  /// Φ + xφ, or in the left tail, where those cancel, φ·(x + Φ/φ).
  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let density = StandardNormal.density(x).rounded
    return x < -2
      ? SubstitutedFormula(
        "gelu′ = φ(x)·(x + Φ(x)/φ(x))", ascii: "gelu' = phi(x)*(x + Phi(x)/phi(x))",
        "\(density) × (\(x) + \(StandardNormal.millsRatio(-x).rounded))", result: derivative(x))
      : SubstitutedFormula(
        "gelu′ = Φ(x) + x·φ(x)", ascii: "gelu' = Phi(x) + x*phi(x)",
        "\(StandardNormal.cumulative(x).rounded) + \(x) × \(density)", result: derivative(x))
  }
}

/// GELU's approximation with tanh: x·[1 + tanh u]/2 = x·σ(2u), u = √(2/π)·(x + 0.044715 x³).
///
/// 0.044715 is the decimal number, not the double next to it: in the tail the difference would
/// cost 250 ulp. Value and derivative within 1 ulp, the derivative near its root within 1 ulp of
/// its larger term.
public struct TanhGELU: ScalarFunction, DescribedByType {
  public init() {}

  /// 2√(2/π), and that times 0.044715, to 106 bits.
  private static let linear = DoubleDouble(
    high: 0x1.9884533d43651p+0, low: -0x1.cbc0d30ebfd15p-54)
  private static let cubic = DoubleDouble(
    high: 0x1.2444f2a4d8b4bp-4, low: -0x1.6c843a29d1c70p-61)

  public static let description = FunctionDescription(
    identifier: "gelu-tanh", aliases: ["tanh-gelu", "gelu-new", "approximate-gelu"],
    name: "GELU (tanh form)", family: .smooth, symbol: Notation("geluₜ", ascii: "gelu_t"),
    formula: Notation(
      "geluₜ(x) = x·[1 + tanh u]/2, u = √(2/π)·(x + 0.044715x³)",
      ascii: "gelu_t(x) = x*[1 + tanh u]/2, u = sqrt(2/pi)*(x + 0.044715 x^3)"),
    derivativeFormula: Notation(
      "geluₜ′(x) = σ(2u)·[1 + 2xu′·σ(−2u)]", ascii: "gelu_t'(x) = s(2u)*[1 + 2x*u'*s(-2u)]"),
    derivation: [
      DerivationStep("[1 + tanh u]/2 = σ(2u)", ascii: "[1 + tanh u]/2 = s(2u)"),
      DerivationStep(
        "geluₜ′(x) = σ(2u) + x·σ′(2u)·2u′", ascii: "gelu_t'(x) = s(2u) + x*s'(2u)*2u'"),
      DerivationStep(
        "u′ = √(2/π)·(1 + 3·0.044715x²)", ascii: "u' = sqrt(2/pi)*(1 + 3*0.044715 x^2)"),
      DerivationStep("= σ(2u)·[1 + 2xu′·σ(−2u)]", ascii: "= s(2u)*[1 + 2x*u'*s(-2u)]"),
    ],
    use: "GELU as GPT-2 and many JAX models compute it.",
    remarks: ["It differs from GELU by at most 0.0005; the minimum is −0.1700 at x = −0.7525."],
    source: "D. Hendrycks and K. Gimpel, 2016; torch.nn.GELU(approximate='tanh')",
    accuracy: Accuracy.gated)

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(-0.17004075057125406, .infinity, includesUpper: false),
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      pointsOfInterest: [
        PointOfInterest(.inflection, x: -1.4185040087908283),
        PointOfInterest(.minimum, x: -0.7524614220710163),
        PointOfInterest(.zero, x: 0, closedForm: "0"),
        PointOfInterest(.inflection, x: 1.4185040087908283),
        PointOfInterest(.steepest, x: 1.4185040087908283),
      ],
      window: -4...4)
  }

  private func gate<T: Real>(_ x: T) -> Gate<T> {
    let (linear, cubic) = (T(exactly: Self.linear.high), T(exactly: Self.cubic.high))
    return Gate(
      x: x, argument: x * (linear + cubic * x * x), slope: linear + 3 * cubic * x * x,
      curvature: 6 * cubic * x)
  }

  public func readableValue<T: Real>(_ x: T) -> T { gate(x).value }
  public func readableDerivative<T: Real>(_ x: T) -> T { gate(x).derivative }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { gate(x).secondDerivative }

  private func gate(_ x: Double) -> PreciseGate? {
    guard x > -30 && x < 30 else { return nil }
    let square = DoubleDouble.square(x)
    return PreciseGate(
      x: x, argument: (Self.linear + Self.cubic * square) * x,
      slope: Self.linear + Self.cubic * square * 3, curvature: Self.cubic * (6 * x))
  }

  public func value(_ x: Double) -> Double { gate(x)?.value ?? (x < 0 ? -0.0 : x) }
  public func derivative(_ x: Double) -> Double {
    gate(x)?.derivative ?? (x < 0 ? -0.0 : constant(1, at: x))
  }
  public func secondDerivative(_ x: Double) -> Double {
    gate(x)?.secondDerivative ?? constant(0, at: x)
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let open = gate(x)?.open ?? (x < 0 ? 0 : 1)
    return SubstitutedFormula(
      "geluₜ = x·σ(2u)", ascii: "gelu_t = x*s(2u)", "\(x) × \(open)", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    guard let gate: PreciseGate = gate(x) else {
      return .constant("geluₜ′ = σ(2u), far out", ascii: "gelu_t' = s(2u), far out", x < 0 ? 0 : 1)
    }
    return SubstitutedFormula(
      "geluₜ′ = σ(2u)·(1 + 2xu′·σ(−2u))", ascii: "gelu_t' = s(2u)*(1 + 2x*u'*s(-2u))",
      "\(gate.open) × (1 + \(x * gate.slope.rounded) × \(gate.closed))", result: derivative(x))
  }
}
