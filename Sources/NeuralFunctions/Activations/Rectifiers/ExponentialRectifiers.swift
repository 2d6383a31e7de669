import RealModule

extension Catalogue {
  /// Rectifiers whose left branch is an exponential.
  static let exponentialRectifiers = [
    CatalogueEntry(ELU.self),
    CatalogueEntry(SELU.self),
    CatalogueEntry(CELU.self),
  ]
}

/// The exponential linear unit: x above 0, α(eˣ − 1) below.
///
/// Value within 1.5 ulp, derivative within 1 ulp, for every α.
public struct ELU: ScalarFunction, DescribedByType {
  /// The depth α of the left branch: 0 or more.
  public var alpha = 1.0

  public init() {}
  public init(alpha: Double) { self.alpha = alpha }

  public static let parameters: [Parameter<ELU>] = [
    Parameter(
      \.alpha,
      ParameterDescription(
        name: "alpha", symbol: Notation("α", ascii: "alpha"),
        meaning: "the depth of the left branch", defaultValue: 1, accepted: .nonNegative,
        slider: 0...3, step: 0.05))
  ]

  public static let description = FunctionDescription(
    identifier: "elu", aliases: ["exponential-linear-unit"], name: "ELU", family: .rectified,
    symbol: "elu",
    formula: Notation(
      "elu(x) = x for x > 0, α(eˣ − 1) for x ≤ 0",
      ascii: "elu(x) = x for x > 0, alpha*(e^x - 1) for x <= 0"),
    derivativeFormula: Notation(
      "elu′(x) = 1 for x > 0, αeˣ for x ≤ 0",
      ascii: "elu'(x) = 1 for x > 0, alpha*e^x for x <= 0"),
    derivation: [
      DerivationStep("x > 0: d/dx x = 1", ascii: "x > 0: d/dx x = 1"),
      DerivationStep(
        "x < 0: d/dx α(eˣ − 1) = αeˣ", ascii: "x < 0: d/dx alpha*(e^x - 1) = alpha*e^x"),
    ],
    use: "Hidden layers whose mean activation should stay near zero.",
    remarks: [
      "With α = 1 the derivative is continuous; otherwise it jumps from α to 1 at 0.",
      "The range is open: −α is only approached, though Double reaches it below x = −37.",
    ],
    source: "D.-A. Clevert et al., 2015; torch.nn.ELU", accuracy: Accuracy.fourUlp)

  public var shape: FunctionShape {
    exponentialRectifierShape(depth: alpha, decay: 1, slope: 1)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    x > 0 ? x : T(exactly: alpha) * .expMinusOne(x)
  }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    x > 0 ? 1 : T(exactly: alpha) * .exp(x)
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    x > 0 ? 0 : T(exactly: alpha) * .exp(x)
  }

  public func derivative(_ x: Double) -> Double {
    x > 0 ? 1 : alpha == 1 ? .exp(x) : (ScaledDoubleDouble.exp(x) * alpha).rounded
  }
  public func secondDerivative(_ x: Double) -> Double { x > 0 ? 0 : derivative(x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("elu = x for x > 0", ascii: "elu = x for x > 0", x)
      : SubstitutedFormula(
        "elu = α·(eˣ − 1) for x ≤ 0", ascii: "elu = alpha*(e^x - 1) for x <= 0",
        "\(alpha) × \(Double.expMinusOne(x))", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("elu′ = 1 for x > 0", ascii: "elu' = 1 for x > 0", 1)
      : SubstitutedFormula(
        "elu′ = α·eˣ for x ≤ 0", ascii: "elu' = alpha*e^x for x <= 0",
        "\(alpha) × \(Double.exp(x))", result: derivative(x))
  }
}

/// The scaled exponential linear unit, with the constants that make layers normalize themselves.
///
/// Value within 2 ulp, derivative within 1 ulp.
public struct SELU: ScalarFunction, DescribedByType {
  public init() {}

  /// λ of the paper, to 106 bits.
  static let scale = DoubleDouble(
    high: 0x1.0cfabd6a91132p+0, low: 0x1.6fc7d272f2695p-55)
  /// λ·α of the paper, to 106 bits; the product of the two rounded constants is one ulp lower.
  static let depth = DoubleDouble(
    high: 0x1.c212cc640f031p+0, low: 0x1.05161b045a1fep-56)

  public static let description = FunctionDescription(
    identifier: "selu", aliases: ["scaled-elu"], name: "SELU", family: .rectified,
    symbol: "selu",
    formula: Notation(
      "selu(x) = λx for x > 0, λα(eˣ − 1) for x ≤ 0",
      ascii: "selu(x) = scale*x for x > 0, scale*alpha*(e^x - 1) for x <= 0"),
    derivativeFormula: Notation(
      "selu′(x) = λ for x > 0, λαeˣ for x ≤ 0",
      ascii: "selu'(x) = scale for x > 0, scale*alpha*e^x for x <= 0"),
    derivation: [
      DerivationStep(
        "λ = 1.0507009873554805, α = 1.6732632423543772",
        ascii: "scale = 1.0507009873554805, alpha = 1.6732632423543772"),
      DerivationStep("x > 0: d/dx λx = λ", ascii: "x > 0: d/dx scale*x = scale"),
      DerivationStep(
        "x < 0: d/dx λα(eˣ − 1) = λαeˣ",
        ascii: "x < 0: d/dx scale*alpha*(e^x - 1) = scale*alpha*e^x"),
    ],
    use: "Deep fully connected networks that keep mean 0 and variance 1 by themselves.",
    remarks: [
      "At 0 the derivative is the left one, λα = 1.7580993408473768 correctly rounded; "
        + "PyTorch's product of two rounded constants is one ulp lower.",
      "The range is open: −1.7580993408473768 is only approached.",
    ],
    source: "G. Klambauer et al., 2017; torch.nn.SELU", accuracy: Accuracy.fourUlp)

  public var shape: FunctionShape {
    exponentialRectifierShape(depth: Self.depth.high, decay: 1, slope: Self.scale.high)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    x > 0 ? T(exactly: Self.scale.high) * x : T(exactly: Self.depth.high) * .expMinusOne(x)
  }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    x > 0 ? T(exactly: Self.scale.high) : T(exactly: Self.depth.high) * .exp(x)
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    x > 0 ? 0 : T(exactly: Self.depth.high) * .exp(x)
  }

  public func value(_ x: Double) -> Double {
    let (factor, y) = x > 0 ? (Self.scale, x) : (Self.depth, Double.expMinusOne(x))
    return (factor.low * y).addingProduct(factor.high, y)
  }
  public func derivative(_ x: Double) -> Double {
    x > 0 ? Self.scale.high : (ScaledDoubleDouble.exp(x) * Self.depth).rounded
  }
  public func secondDerivative(_ x: Double) -> Double { x > 0 ? 0 : derivative(x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? SubstitutedFormula(
        "selu = λ·x for x > 0", ascii: "selu = scale*x for x > 0",
        "\(Self.scale.high) × \(x)", result: value(x))
      : SubstitutedFormula(
        "selu = λα·(eˣ − 1) for x ≤ 0", ascii: "selu = scale*alpha*(e^x - 1) for x <= 0",
        "\(Self.depth.high) × \(Double.expMinusOne(x))", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("selu′ = λ for x > 0", ascii: "selu' = scale for x > 0", Self.scale.high)
      : SubstitutedFormula(
        "selu′ = λα·eˣ for x ≤ 0", ascii: "selu' = scale*alpha*e^x for x <= 0",
        "\(Self.depth.high) × \(Double.exp(x))", result: derivative(x))
  }
}

/// The continuously differentiable exponential linear unit: x above 0, α(e^(x/α) − 1) below.
///
/// Value within 1.5 ulp, derivative within 1 ulp, for every α.
public struct CELU: ScalarFunction, DescribedByType {
  /// Depth and decay length α of the left branch: above 0.
  public var alpha = 1.0

  public init() {}
  public init(alpha: Double) { self.alpha = alpha }

  public static let parameters: [Parameter<CELU>] = [
    Parameter(
      \.alpha,
      ParameterDescription(
        name: "alpha", symbol: Notation("α", ascii: "alpha"),
        meaning: "depth and decay length of the left branch", defaultValue: 1,
        accepted: .positive, slider: 0.1...3, step: 0.05))
  ]

  public static let description = FunctionDescription(
    identifier: "celu", aliases: ["continuous-elu"], name: "CELU", family: .rectified,
    symbol: "celu",
    formula: Notation(
      "celu(x) = x for x > 0, α(e^(x/α) − 1) for x ≤ 0",
      ascii: "celu(x) = x for x > 0, alpha*(e^(x/alpha) - 1) for x <= 0"),
    derivativeFormula: Notation(
      "celu′(x) = 1 for x > 0, e^(x/α) for x ≤ 0",
      ascii: "celu'(x) = 1 for x > 0, e^(x/alpha) for x <= 0"),
    derivation: [
      DerivationStep("x > 0: d/dx x = 1", ascii: "x > 0: d/dx x = 1"),
      DerivationStep(
        "x < 0: d/dx α(e^(x/α) − 1) = α·e^(x/α)·1/α",
        ascii: "x < 0: d/dx alpha*(e^(x/alpha) - 1) = alpha*e^(x/alpha)*1/alpha"),
      DerivationStep("= e^(x/α), which is 1 at 0", ascii: "= e^(x/alpha), which is 1 at 0"),
    ],
    use: "An ELU whose derivative is continuous whatever α is.",
    remarks: [
      "The second derivative jumps from 1/α to 0 at 0, where 1/α is used.",
      "The range is open: −α is only approached, though Double reaches it.",
    ],
    source: "J. Barron, 2017; torch.nn.CELU", accuracy: Accuracy.fourUlp)

  public var shape: FunctionShape {
    exponentialRectifierShape(depth: alpha, decay: alpha, slope: 1)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    let alpha = T(exactly: alpha)
    return x > 0 ? x : alpha * .expMinusOne(x / alpha)
  }
  public func readableDerivative<T: Real>(_ x: T) -> T { x > 0 ? 1 : .exp(x / T(exactly: alpha)) }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    x > 0 ? 0 : .exp(x / T(exactly: alpha)) / T(exactly: alpha)
  }

  public func value(_ x: Double) -> Double {
    guard let ratio = ratio(x) else { return readableValue(x) }
    return (ScaledDoubleDouble.expMinusOne(ratio) * alpha).rounded
  }
  public func derivative(_ x: Double) -> Double {
    guard let ratio = ratio(x) else { return readableDerivative(x) }
    return ScaledDoubleDouble.exp(ratio).rounded
  }
  public func secondDerivative(_ x: Double) -> Double {
    guard let ratio = ratio(x) else { return readableSecondDerivative(x) }
    return (ScaledDoubleDouble.exp(ratio) / ScaledDoubleDouble(alpha)).rounded
  }

  /// x/α on the left; nil where the readable formulas are as good.
  private func ratio(_ x: Double) -> ScaledDoubleDouble? {
    guard alpha != 1, x < 0, x.isFinite else { return nil }
    return ScaledDoubleDouble(x) / ScaledDoubleDouble(alpha)
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("celu = x for x > 0", ascii: "celu = x for x > 0", x)
      : SubstitutedFormula(
        "celu = α·(e^(x/α) − 1) for x ≤ 0", ascii: "celu = alpha*(e^(x/alpha) - 1) for x <= 0",
        "\(alpha) × \(Double.expMinusOne(x / alpha))", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? .constant("celu′ = 1 for x > 0", ascii: "celu' = 1 for x > 0", 1)
      : .constant(
        "celu′ = e^(x/α) for x ≤ 0", ascii: "celu' = e^(x/alpha) for x <= 0", derivative(x))
  }
}

/// The shape of slope·x on the right and depth·(e^(x/decay) − 1) on the left.
private func exponentialRectifierShape(
  depth: Double, decay: Double, slope: Double
) -> FunctionShape {
  let left = depth / decay
  let curvature = OneSided(left: left / decay, right: 0, used: left / decay)
  return FunctionShape(
    range: Interval(
      depth == 0 ? 0 : -depth, .infinity, includesLower: depth == 0, includesUpper: false),
    breakpoints: [
      left == slope
        ? .curvatureJump(
          at: 0, value: 0, derivative: slope, secondDerivative: curvature, convention: "PyTorch")
        : .kink(
          at: 0, value: 0, derivative: OneSided(left: left, right: slope, used: left),
          secondDerivative: curvature)
    ],
    limitAtMinusInfinity: Limit(value: depth == 0 ? 0 : -depth, derivative: 0),
    limitAtPlusInfinity: Limit(value: .infinity, derivative: slope),
    pointsOfInterest: depth == 0 ? [] : [PointOfInterest(.zero, x: 0, closedForm: "0")],
    deadIntervals: depth == 0 ? [Interval(-.infinity, 0)] : [], window: -5...5)
}
