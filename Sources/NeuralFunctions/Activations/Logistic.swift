import RealModule

extension Catalogue {
  /// The logistic sigmoid, the same centred on zero, and its logarithm.
  static let logisticActivations = [
    CatalogueEntry(Sigmoid.self),
    CatalogueEntry(Tanh.self),
    CatalogueEntry(LogSigmoid.self),
  ]
}

/// The logistic sigmoid σ(x) = 1 / (1 + e⁻ˣ).
///
/// Only the exponential of a non-positive number is formed, so nothing overflows and the left
/// tail keeps its digits down to the subnormal numbers. Value within 2.5 ulp, derivative within 1 ulp.
public struct Sigmoid: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "sigmoid", aliases: ["logistic", "expit"], name: "sigmoid", family: .sigmoidal,
    symbol: Notation("σ", ascii: "s"),
    formula: Notation("σ(x) = 1 / (1 + e⁻ˣ)", ascii: "s(x) = 1 / (1 + e^-x)"),
    derivativeFormula: Notation("σ′(x) = σ(x)·[1 − σ(x)]", ascii: "s'(x) = s(x)*[1 - s(x)]"),
    derivation: [
      DerivationStep("σ(x) = 1 / (1 + e⁻ˣ)", ascii: "s(x) = 1 / (1 + e^-x)", by: "definition"),
      DerivationStep(
        "σ′(x) = d/dx (1 + e⁻ˣ)⁻¹", ascii: "s'(x) = d/dx (1 + e^-x)^-1",
        by: Notation("1/u = u⁻¹", ascii: "1/u = u^-1")),
      DerivationStep(
        "= −(1 + e⁻ˣ)⁻² · d/dx (1 + e⁻ˣ)", ascii: "= -(1 + e^-x)^-2 * d/dx (1 + e^-x)",
        by: "power and chain rule"),
      DerivationStep(
        "= −(1 + e⁻ˣ)⁻² · d/dx e⁻ˣ", ascii: "= -(1 + e^-x)^-2 * d/dx e^-x",
        by: Notation("sum rule: 1′ = 0", ascii: "sum rule: 1' = 0")),
      DerivationStep(
        "= −(1 + e⁻ˣ)⁻² · e⁻ˣ · d/dx (−x)", ascii: "= -(1 + e^-x)^-2 * e^-x * d/dx (-x)",
        by: Notation("chain rule: (eᵘ)′ = eᵘ·u′", ascii: "chain rule: (e^u)' = e^u*u'")),
      DerivationStep(
        "= (1 + e⁻ˣ)⁻² · e⁻ˣ", ascii: "= (1 + e^-x)^-2 * e^-x",
        by: Notation("(−x)′ = −1", ascii: "(-x)' = -1")),
      DerivationStep(
        "= e⁻ˣ / (1 + e⁻ˣ)²", ascii: "= e^-x / (1 + e^-x)^2",
        by: Notation("u⁻² = 1/u²", ascii: "u^-2 = 1/u^2")),
      DerivationStep(
        "= 1/(1 + e⁻ˣ) · e⁻ˣ/(1 + e⁻ˣ)", ascii: "= 1/(1 + e^-x) * e^-x/(1 + e^-x)",
        by: "one fraction as two"),
      DerivationStep(
        "= 1/(1 + e⁻ˣ) · (1 + e⁻ˣ − 1)/(1 + e⁻ˣ)",
        ascii: "= 1/(1 + e^-x) * (1 + e^-x - 1)/(1 + e^-x)",
        by: Notation("e⁻ˣ = (1 + e⁻ˣ) − 1", ascii: "e^-x = (1 + e^-x) - 1")),
      DerivationStep(
        "= 1/(1 + e⁻ˣ) · [(1 + e⁻ˣ)/(1 + e⁻ˣ) − 1/(1 + e⁻ˣ)]",
        ascii: "= 1/(1 + e^-x) * [(1 + e^-x)/(1 + e^-x) - 1/(1 + e^-x)]", by: "one fraction as two"),
      DerivationStep(
        "= 1/(1 + e⁻ˣ) · [1 − 1/(1 + e⁻ˣ)]", ascii: "= 1/(1 + e^-x) * [1 - 1/(1 + e^-x)]",
        by: "u/u = 1"),
      DerivationStep(
        "= σ(x)·[1 − σ(x)]", ascii: "= s(x)*[1 - s(x)]",
        by: Notation("definition of σ", ascii: "definition of s")),
    ],
    use: "Output layers of binary classifiers; gates of LSTM and GRU cells.",
    remarks: [
      "The range is open: 0 and 1 are only approached, though Double rounds to 1 above x = 37.",
      "1 − σ(x) = σ(−x), which keeps its digits where the difference would not.",
    ],
    source: "P.-F. Verhulst, 1845; torch.nn.Sigmoid", accuracy: Accuracy.fourUlp)

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(0, 1, includesLower: false, includesUpper: false),
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: 1, derivative: 0),
      pointsOfInterest: [
        PointOfInterest(.inflection, x: 0, closedForm: "0"),
        PointOfInterest(.steepest, x: 0, closedForm: "0"),
      ])
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    let e = T.exp(x < 0 ? x : -x)
    return x < 0 ? e / (1 + e) : 1 / (1 + e)
  }

  public func readableDerivative<T: Real>(_ x: T) -> T {
    let e = T.exp(x < 0 ? x : -x)
    return e / (1 + e) / (1 + e)
  }

  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    -derivative(x) * T.tanh(x / 2)
  }

  public func derivative(_ x: Double) -> Double { LogisticPair(x).product.rounded }

  public func secondDerivative(_ x: Double) -> Double { -derivative(x) * Double.tanh(x / 2) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let e = Double.exp(x < 0 ? x : -x)
    return x < 0
      ? SubstitutedFormula(
        "σ = eˣ / (1 + eˣ)", ascii: "s = e^x / (1 + e^x)", "\(e) / (1 + \(e))", result: value(x))
      : SubstitutedFormula(
        "σ = 1 / (1 + e⁻ˣ)", ascii: "s = 1 / (1 + e^-x)", "1 / (1 + \(e))", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    // Where one of the two is 1 as a Double, the other alone tells.
    if value(x) == 1 {
      let rest = value(-x)
      return SubstitutedFormula(
        "σ′ = σ(−x) − σ(−x)·σ(−x)", ascii: "s' = s(-x) - s(-x)*s(-x)",
        "\(rest) − \(rest) × \(rest)", result: derivative(x))
    }
    if value(-x) == 1 {
      let rest = value(x)
      return SubstitutedFormula(
        "σ′ = σ(x) − σ(x)·σ(x)", ascii: "s' = s(x) - s(x)*s(x)",
        "\(rest) − \(rest) × \(rest)", result: derivative(x))
    }
    return SubstitutedFormula(
      "σ′ = σ(x)·σ(−x)", ascii: "s' = s(x)*s(-x)", "\(value(x)) × \(value(-x))",
      result: derivative(x))
  }
}

/// The hyperbolic tangent tanh x = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ).
///
/// The derivative is 4e/(1 + e)² with e = e^−2|x|, which keeps the digits that 1 − tanh² x loses.
/// Value as the system's `tanh` (2.2 ulp in glibc), derivative within 1 ulp.
public struct Tanh: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "tanh", aliases: ["hyperbolic-tangent"], name: "tanh", family: .sigmoidal,
    symbol: "tanh",
    formula: Notation(
      "tanh(x) = (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)", ascii: "tanh(x) = (e^x - e^-x) / (e^x + e^-x)"),
    derivativeFormula: Notation("tanh′(x) = 1 − tanh²(x)", ascii: "tanh'(x) = 1 - tanh^2(x)"),
    derivation: [
      DerivationStep(
        "tanh(x) = sinh(x) / cosh(x)", ascii: "tanh(x) = sinh(x) / cosh(x)", by: "definition"),
      DerivationStep(
        "= (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)", ascii: "= (e^x - e^-x) / (e^x + e^-x)",
        by: Notation("sinh and cosh by eˣ", ascii: "sinh and cosh by e^x")),
      DerivationStep(
        "tanh′(x) = {[d/dx (eˣ − e⁻ˣ)]·(eˣ + e⁻ˣ) − (eˣ − e⁻ˣ)·[d/dx (eˣ + e⁻ˣ)]} / (eˣ + e⁻ˣ)²",
        ascii: "tanh'(x) = {[d/dx (e^x - e^-x)]*(e^x + e^-x) - "
          + "(e^x - e^-x)*[d/dx (e^x + e^-x)]} / (e^x + e^-x)^2", by: "quotient rule"),
      DerivationStep(
        "= [(eˣ + e⁻ˣ)² − (eˣ − e⁻ˣ)²] / (eˣ + e⁻ˣ)²",
        ascii: "= [(e^x + e^-x)^2 - (e^x - e^-x)^2] / (e^x + e^-x)^2",
        by: Notation("(eˣ)′ = eˣ, (e⁻ˣ)′ = −e⁻ˣ", ascii: "(e^x)' = e^x, (e^-x)' = -e^-x")),
      DerivationStep(
        "= 1 − (eˣ − e⁻ˣ)² / (eˣ + e⁻ˣ)²", ascii: "= 1 - (e^x - e^-x)^2 / (e^x + e^-x)^2",
        by: "one fraction as two, u/u = 1"),
      DerivationStep("= 1 − tanh²(x)", ascii: "= 1 - tanh^2(x)", by: "definition of tanh"),
    ],
    use: "Hidden layers, above all of recurrent networks: like the sigmoid, but centred on zero.",
    remarks: [
      "The range is open: −1 and 1 are only approached, though Double rounds to them above "
        + "|x| = 19."
    ],
    source: "torch.nn.Tanh", accuracy: Accuracy.fourUlp)

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(-1, 1, includesLower: false, includesUpper: false),
      limitAtMinusInfinity: Limit(value: -1, derivative: 0),
      limitAtPlusInfinity: Limit(value: 1, derivative: 0),
      pointsOfInterest: [
        PointOfInterest(.zero, x: 0, closedForm: "0"),
        PointOfInterest(.inflection, x: 0, closedForm: "0"),
        PointOfInterest(.steepest, x: 0, closedForm: "0"),
      ],
      window: -4...4)
  }

  public func readableValue<T: Real>(_ x: T) -> T { .tanh(x) }

  public func readableDerivative<T: Real>(_ x: T) -> T {
    let e = T.exp(x < 0 ? 2 * x : -2 * x)
    return 4 * e / (1 + e) / (1 + e)
  }

  public func readableSecondDerivative<T: Real>(_ x: T) -> T { -2 * T.tanh(x) * derivative(x) }

  public func derivative(_ x: Double) -> Double { (LogisticPair(2 * x).product * 4).rounded }
  public func secondDerivative(_ x: Double) -> Double { -2 * Double.tanh(x) * derivative(x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let size = x < 0 ? -x : x
    let numerator = -Double.expMinusOne(-2 * size)
    let denominator = 1 + Double.exp(-2 * size)
    return x < 0
      ? SubstitutedFormula(
        "tanh x = (e²ˣ − 1) / (e²ˣ + 1)", ascii: "tanh x = (e^2x - 1) / (e^2x + 1)",
        "\(-numerator) / \(denominator)", result: value(x))
      : SubstitutedFormula(
        "tanh x = (1 − e⁻²ˣ) / (1 + e⁻²ˣ)", ascii: "tanh x = (1 - e^-2x) / (1 + e^-2x)",
        "\(numerator) / \(denominator)", result: value(x))
  }

  /// 1 − tanh² where little cancels, 4e/(1 + e)² farther out.
  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    if x >= -1 && x <= 1 {
      let t = value(x)
      return SubstitutedFormula(
        "tanh′ = 1 − tanh x · tanh x", ascii: "tanh' = 1 - tanh x * tanh x",
        "1 − \(t) × \(t)", result: derivative(x))
    }
    let e = Double.exp(x < 0 ? 2 * x : -2 * x)
    return SubstitutedFormula(
      "tanh′ = 4e / (1 + e) / (1 + e), e = e^(−2|x|)",
      ascii: "tanh' = 4e / (1 + e) / (1 + e), e = e^(-2|x|)",
      "4 × \(e) / (1 + \(e)) / (1 + \(e))", result: derivative(x))
  }
}

/// The logarithm of the sigmoid, log σ(x) = −log(1 + e⁻ˣ).
///
/// Value within 2 ulp, derivative within 2.5 ulp, from log(1 + e) with e = e^−|x|.
public struct LogSigmoid: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "log-sigmoid", aliases: ["logsigmoid"], name: "log-sigmoid", family: .sigmoidal,
    symbol: Notation("log σ", ascii: "log s"),
    formula: Notation("log σ(x) = −log(1 + e⁻ˣ)", ascii: "log s(x) = -log(1 + e^-x)"),
    derivativeFormula: Notation("(log σ)′(x) = 1 − σ(x)", ascii: "(log s)'(x) = 1 - s(x)"),
    derivation: [
      DerivationStep("log σ(x) = −log(1 + e⁻ˣ)", ascii: "log s(x) = -log(1 + e^-x)"),
      DerivationStep(
        "(log σ)′(x) = −1/(1 + e⁻ˣ) · d/dx (1 + e⁻ˣ)",
        ascii: "(log s)'(x) = -1/(1 + e^-x) * d/dx (1 + e^-x)"),
      DerivationStep("= e⁻ˣ / (1 + e⁻ˣ)", ascii: "= e^-x / (1 + e^-x)"),
      DerivationStep("= 1 − σ(x) = σ(−x)", ascii: "= 1 - s(x) = s(-x)"),
    ],
    use: "Log-likelihood of a binary classifier, straight from its logit.",
    remarks: ["The range is open: 0 is only approached, though Double rounds to 0 above x = 745."],
    source: "torch.nn.LogSigmoid", accuracy: Accuracy.fourUlp)

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(-.infinity, 0, includesLower: false, includesUpper: false),
      limitAtMinusInfinity: Limit(value: -.infinity, derivative: 1),
      limitAtPlusInfinity: Limit(value: 0, derivative: 0))
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    x < 0 ? x - .log(onePlus: .exp(x)) : -.log(onePlus: .exp(-x))
  }

  public func readableDerivative<T: Real>(_ x: T) -> T { Sigmoid().value(-x) }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { -Sigmoid().derivative(x) }
  public func secondDerivative(_ x: Double) -> Double { -Sigmoid().derivative(x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let excess = Double.log(onePlus: .exp(x < 0 ? x : -x))
    return x < 0
      ? SubstitutedFormula(
        "log σ = x − log(1 + eˣ)", ascii: "log s = x - log(1 + e^x)", "\(x) − \(excess)",
        result: value(x))
      : SubstitutedFormula(
        "log σ = −log(1 + e⁻ˣ)", ascii: "log s = -log(1 + e^-x)", "\(-excess)", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let e = Double.exp(x < 0 ? x : -x)
    return x < 0
      ? SubstitutedFormula(
        "(log σ)′ = 1 / (1 + eˣ)", ascii: "(log s)' = 1 / (1 + e^x)", "1 / (1 + \(e))",
        result: derivative(x))
      : SubstitutedFormula(
        "(log σ)′ = e⁻ˣ / (1 + e⁻ˣ)", ascii: "(log s)' = e^-x / (1 + e^-x)",
        "\(e) / (1 + \(e))", result: derivative(x))
  }
}
