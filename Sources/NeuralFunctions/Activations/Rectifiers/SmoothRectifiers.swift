import RealModule

extension Catalogue {
  /// Rectifiers without a corner.
  static let smoothRectifiers = [
    CatalogueEntry(Softplus.self),
    CatalogueEntry(Squareplus.self),
  ]
}

/// The softplus log(1 + e^(βx)) / β.
///
/// Value within 2 ulp, derivative within 2.5 ulp; for every β.
public struct Softplus: ScalarFunction, DescribedByType {
  /// How sharp the bend is, β: above 0.
  public var beta = 1.0

  public init() {}
  public init(beta: Double) { self.beta = beta }

  public static let parameters: [Parameter<Softplus>] = [
    Parameter(
      \.beta,
      ParameterDescription(
        name: "beta", symbol: Notation("β", ascii: "beta"), meaning: "how sharp the bend is",
        defaultValue: 1, accepted: .positive, slider: 0.1...10, step: 0.1))
  ]

  public static let description = FunctionDescription(
    identifier: "softplus", aliases: ["soft-plus", "smooth-relu"], name: "softplus",
    family: .smooth, symbol: "softplus",
    formula: Notation(
      "softplus(x) = log(1 + e^(βx)) / β", ascii: "softplus(x) = log(1 + e^(beta*x)) / beta"),
    derivativeFormula: Notation(
      "softplus′(x) = σ(βx)", ascii: "softplus'(x) = s(beta*x)"),
    derivation: [
      DerivationStep(
        "d/dx log(1 + e^(βx)) / β = 1/β · βe^(βx) / (1 + e^(βx))",
        ascii: "d/dx log(1 + e^(beta*x)) / beta = 1/beta * beta*e^(beta*x) / (1 + e^(beta*x))"),
      DerivationStep("= 1 / (1 + e^(−βx))", ascii: "= 1 / (1 + e^(-beta*x))"),
      DerivationStep("= σ(βx)", ascii: "= s(beta*x)"),
    ],
    use: "Outputs that must be positive, such as a variance or a rate; a ReLU without corner.",
    remarks: [
      "No threshold is used: PyTorch returns x above βx = 20, here all digits are kept."
    ],
    source: "C. Dugas et al., 2001; torch.nn.Softplus", accuracy: Accuracy.fourUlp)

  public var shape: FunctionShape {
    FunctionShape(
      range: .positive,
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1))
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    let beta = T(exactly: beta)
    return x < 0
      ? .log(onePlus: .exp(beta * x)) / beta : x + .log(onePlus: .exp(-beta * x)) / beta
  }
  public func readableDerivative<T: Real>(_ x: T) -> T { Sigmoid().value(T(exactly: beta) * x) }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    T(exactly: beta) * Sigmoid().derivative(T(exactly: beta) * x)
  }

  public func value(_ x: Double) -> Double {
    guard beta != 1, x.isFinite else { return readableValue(x) }
    let sharpness = ScaledDoubleDouble(beta)
    let e = ScaledDoubleDouble.exp(-(sharpness * x).magnitude)
    // Below 2⁻⁷⁰, log(1 + e) is e, and must not lose its digits by leaving its scale.
    let excess =
      e.exponent < -70 ? e : ScaledDoubleDouble(DoubleDouble.log(onePlus: e.unscaled))
    return x < 0
      ? (excess / sharpness).rounded : (ScaledDoubleDouble(x) + excess / sharpness).rounded
  }
  public func derivative(_ x: Double) -> Double {
    beta == 1 ? Sigmoid().value(x) : LogisticPair(DoubleDouble(beta), times: x).positive.rounded
  }
  public func secondDerivative(_ x: Double) -> Double {
    (LogisticPair(DoubleDouble(beta), times: x).product * beta).rounded
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let excess = Double.log(onePlus: .exp(x < 0 ? beta * x : -beta * x))
    return x < 0
      ? SubstitutedFormula(
        "softplus = log(1 + e^(βx)) / β", ascii: "softplus = log(1 + e^(beta*x)) / beta",
        "\(excess) / \(beta)", result: value(x))
      : SubstitutedFormula(
        "softplus = x + log(1 + e^(−βx)) / β",
        ascii: "softplus = x + log(1 + e^(-beta*x)) / beta", "\(x) + \(excess) / \(beta)",
        result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let e = Double.exp(x < 0 ? beta * x : -beta * x)
    return x < 0
      ? SubstitutedFormula(
        "softplus′ = e^(βx) / (1 + e^(βx))", ascii: "softplus' = e^(beta*x) / (1 + e^(beta*x))",
        "\(e) / (1 + \(e))", result: derivative(x))
      : SubstitutedFormula(
        "softplus′ = 1 / (1 + e^(−βx))", ascii: "softplus' = 1 / (1 + e^(-beta*x))",
        "1 / (1 + \(e))", result: derivative(x))
  }
}

/// Squareplus (x + √(x² + b)) / 2: a softplus of plain arithmetic.
///
/// On the left the sum is written as the quotient b/2 / (√(x² + b) − x), which does not cancel.
/// Value and derivative within 1.5 ulp.
public struct Squareplus: ScalarFunction, DescribedByType {
  /// The width b of the bend: above 0.
  public var b = 4.0

  public init() {}
  public init(b: Double) { self.b = b }

  public static let parameters: [Parameter<Squareplus>] = [
    Parameter(
      \.b,
      ParameterDescription(
        name: "b", symbol: "b", meaning: "the width of the bend", defaultValue: 4,
        accepted: .positive, slider: 0.1...10, step: 0.1))
  ]

  public static let description = FunctionDescription(
    identifier: "squareplus", aliases: ["square-plus"], name: "squareplus", family: .smooth,
    symbol: "sqp",
    formula: Notation("sqp(x) = (x + √(x² + b)) / 2", ascii: "sqp(x) = (x + sqrt(x^2 + b)) / 2"),
    derivativeFormula: Notation(
      "sqp′(x) = (1 + x/√(x² + b)) / 2", ascii: "sqp'(x) = (1 + x/sqrt(x^2 + b)) / 2"),
    derivation: [
      DerivationStep(
        "d/dx √(x² + b) = 2x / (2√(x² + b))",
        ascii: "d/dx sqrt(x^2 + b) = 2x / (2 sqrt(x^2 + b))"),
      DerivationStep(
        "sqp′(x) = (1 + x/√(x² + b)) / 2", ascii: "sqp'(x) = (1 + x/sqrt(x^2 + b)) / 2"),
    ],
    use: "A softplus that needs no exponential and no logarithm.",
    remarks: ["The left tail fades as b/(4|x|), not exponentially."],
    source: "J. Barron, 2021; jax.nn.squareplus", accuracy: Accuracy.fourUlp)

  public var shape: FunctionShape {
    FunctionShape(
      range: .positive,
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1))
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    if x.isInfinite { return x < 0 ? 0 : x }
    let r = T.hypot(x, .sqrt(T(exactly: b)))
    return x < 0 ? T(exactly: b) / 4 / (r / 2 - x / 2) : r / 2 + x / 2
  }

  public func readableDerivative<T: Real>(_ x: T) -> T {
    if x.isInfinite { return x < 0 ? 0 : 1 }
    let r = T.hypot(x, .sqrt(T(exactly: b)))
    let shortfall = T(exactly: b) / 4 / r / (r / 2 + (x < 0 ? -x : x) / 2)
    return x < 0 ? shortfall : 1 - shortfall
  }

  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    if x.isInfinite { return 0 }
    let r = T.hypot(x, .sqrt(T(exactly: b)))
    return T(exactly: b) / 2 / r / r / r
  }

  public func value(_ x: Double) -> Double {
    guard let root = root(at: x) else { return readableValue(x) }
    let x = ScaledDoubleDouble(x)
    return x.isNegative ? (halfOfB / (root - x)).rounded : (root + x).halved.rounded
  }

  public func derivative(_ x: Double) -> Double {
    guard let root = root(at: x) else { return readableDerivative(x) }
    let shortfall = halfOfB / (root * (root + ScaledDoubleDouble(x).magnitude))
    return x < 0 ? shortfall.rounded : (.one - shortfall).rounded
  }

  public func secondDerivative(_ x: Double) -> Double {
    guard let root = root(at: x) else { return readableSecondDerivative(x) }
    return (halfOfB / (root * root * root)).rounded
  }

  private var halfOfB: ScaledDoubleDouble { ScaledDoubleDouble(b).halved }

  /// √(x² + b) to 100 bits.
  private func root(at x: Double) -> ScaledDoubleDouble? {
    guard x.isFinite else { return nil }
    let x = ScaledDoubleDouble(x)
    return (x * x + ScaledDoubleDouble(b)).squareRoot()
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    let r = Double.hypot(x, b.squareRoot())
    guard x.isFinite, r.isFinite else { return nil }
    return x < 0
      ? SubstitutedFormula(
        "sqp = b / 2 / (r − x), r = √(x² + b)", ascii: "sqp = b / 2 / (r - x), r = sqrt(x^2 + b)",
        "\(b) / 2 / (\(r) − \(x))", result: value(x))
      : SubstitutedFormula(
        "sqp = (x + r) / 2, r = √(x² + b)", ascii: "sqp = (x + r) / 2, r = sqrt(x^2 + b)",
        "(\(x) + \(r)) / 2", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    let r = Double.hypot(x, b.squareRoot())
    guard x.isFinite, r.isFinite else { return nil }
    return x < 0
      ? SubstitutedFormula(
        "sqp′ = b / 2 / r / (r − x), r = √(x² + b)",
        ascii: "sqp' = b / 2 / r / (r - x), r = sqrt(x^2 + b)",
        "\(b) / 2 / \(r) / (\(r) − \(x))", result: derivative(x))
      : SubstitutedFormula(
        "sqp′ = (1 + x / r) / 2, r = √(x² + b)",
        ascii: "sqp' = (1 + x / r) / 2, r = sqrt(x^2 + b)", "(1 + \(x) / \(r)) / 2",
        result: derivative(x))
  }
}
