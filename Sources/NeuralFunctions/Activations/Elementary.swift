import RealModule

extension Catalogue {
  /// The identity and plain exponentials.
  static let elementaryActivations = [
    CatalogueEntry(Identity.self),
    CatalogueEntry(Exponential.self),
    CatalogueEntry(Gaussian.self),
  ]
}

/// The identity.
///
/// Exact.
public struct Identity: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "identity", aliases: ["linear", "id"], name: "identity", family: .other,
    symbol: "id", formula: "id(x) = x",
    derivativeFormula: Notation("id′(x) = 1", ascii: "id'(x) = 1"),
    derivation: [
      DerivationStep("d/dx x = lim [(x + h) − x]/h", ascii: "d/dx x = lim [(x + h) - x]/h"),
      DerivationStep("= lim h/h = 1", ascii: "= lim h/h = 1"),
    ],
    use: "Output layers of regression models; skip connections.",
    remarks: ["Layers with nothing but the identity between them collapse into one."],
    source: "torch.nn.Identity", accuracy: Accuracy.exact)

  public var shape: FunctionShape {
    FunctionShape(
      range: .finite,
      limitAtMinusInfinity: Limit(value: -.infinity, derivative: 1),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      pointsOfInterest: [PointOfInterest(.zero, x: 0, closedForm: "0")], window: -3...3)
  }

  public func readableValue<T: Real>(_ x: T) -> T { x }
  public func readableDerivative<T: Real>(_ x: T) -> T { constant(1, at: x) }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return .constant("id = x", ascii: "id = x", x)
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return .constant("id′ = 1", ascii: "id' = 1", 1)
  }
}

/// The exponential eˣ.
///
/// As the system's `exp`: below 1 ulp.
public struct Exponential: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "exponential", aliases: ["exp"], name: "exponential", family: .other,
    symbol: "exp", formula: Notation("exp(x) = eˣ", ascii: "exp(x) = e^x"),
    derivativeFormula: Notation("exp′(x) = eˣ", ascii: "exp'(x) = e^x"),
    derivation: [
      DerivationStep("eˣ = Σ xⁿ/n!", ascii: "e^x = sum x^n/n!"),
      DerivationStep(
        "d/dx eˣ = Σ n·xⁿ⁻¹/n! = Σ xⁿ⁻¹/(n − 1)!",
        ascii: "d/dx e^x = sum n*x^(n-1)/n! = sum x^(n-1)/(n - 1)!"),
      DerivationStep("= eˣ", ascii: "= e^x"),
    ],
    use: "Outputs that must be positive, such as a rate in Poisson regression.",
    remarks: ["In Double it overflows to infinity above x = 709.78."],
    source: "torch.exp; keras.activations.exponential", accuracy: Accuracy.oneUlp)

  public var shape: FunctionShape {
    FunctionShape(
      range: .positive,
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: .infinity), window: -4...3)
  }

  public func readableValue<T: Real>(_ x: T) -> T { .exp(x) }
  public func readableDerivative<T: Real>(_ x: T) -> T { .exp(x) }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { .exp(x) }
  public func valueAndDerivative(_ x: Double) -> (value: Double, derivative: Double) {
    let power = value(x)
    return (power, power)
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return SubstitutedFormula("exp = eˣ", ascii: "exp = e^x", "exp(\(x))", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return SubstitutedFormula("exp′ = eˣ", ascii: "exp' = e^x", "exp(\(x))", result: value(x))
  }
}

/// The Gaussian bump e^(−x²).
///
/// The square is exact, so the tails keep their digits. Value and derivative within 1 ulp.
public struct Gaussian: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "gaussian", aliases: ["gauss", "rbf"], name: "Gaussian", family: .other,
    symbol: "g", formula: Notation("g(x) = e^(−x²)", ascii: "g(x) = e^(-x^2)"),
    derivativeFormula: Notation("g′(x) = −2x·e^(−x²)", ascii: "g'(x) = -2x*e^(-x^2)"),
    derivation: [
      DerivationStep("g′(x) = e^(−x²)·d/dx (−x²)", ascii: "g'(x) = e^(-x^2) * d/dx (-x^2)"),
      DerivationStep("= −2x·e^(−x²)", ascii: "= -2x*e^(-x^2)"),
    ],
    use: "Radial basis function networks: a unit that answers to inputs near its centre.",
    remarks: ["The maximum 1 is reached at 0; 0 is only approached, though Double reaches it."],
    source: "D. Broomhead and D. Lowe, 1988", accuracy: Accuracy.oneUlp)

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(0, 1, includesLower: false),
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: 0, derivative: 0),
      pointsOfInterest: [
        PointOfInterest(
          .inflection, x: -0.7071067811865476, closedForm: Notation("−1/√2", ascii: "-1/sqrt 2")),
        PointOfInterest(
          .steepest, x: -0.7071067811865476, closedForm: Notation("−1/√2", ascii: "-1/sqrt 2")),
        PointOfInterest(.maximum, x: 0, closedForm: "0"),
        PointOfInterest(
          .inflection, x: 0.7071067811865476, closedForm: Notation("1/√2", ascii: "1/sqrt 2")),
        PointOfInterest(
          .steepest, x: 0.7071067811865476, closedForm: Notation("1/√2", ascii: "1/sqrt 2")),
      ],
      window: -3...3)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    if x.isInfinite { return 0 }
    return .exp(-x * x)
  }

  public func readableDerivative<T: Real>(_ x: T) -> T {
    if x.isInfinite { return 0 }
    return -2 * (x * .exp(-x * x))
  }

  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    if x.isInfinite { return 0 }
    let g = T.exp(-x * x)
    return 4 * (x * g) * x - 2 * g
  }

  public func value(_ x: Double) -> Double {
    bump(x)?.rounded ?? constant(0, at: x)
  }
  public func derivative(_ x: Double) -> Double {
    bump(x).map { ($0 * (-2 * x)).rounded } ?? constant(0, at: x)
  }
  public func secondDerivative(_ x: Double) -> Double {
    let factor = DoubleDouble.square(x) * 4 - 2
    return bump(x).map { ($0 * factor).rounded } ?? constant(0, at: x)
  }

  /// e^(−x²); nil where it is smaller than any number, and at NaN.
  private func bump(_ x: Double) -> ScaledDoubleDouble? {
    x > -30 && x < 30 ? .exp(-DoubleDouble.square(x)) : nil
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return SubstitutedFormula(
      "g = exp(−x·x)", ascii: "g = exp(-x*x)", "exp(−\(x < 0 ? -x : x) × \(x < 0 ? -x : x))",
      result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return SubstitutedFormula(
      "g′ = −2·x·g(x)", ascii: "g' = -2*x*g(x)", "−2 × \(x) × \(value(x))",
      result: derivative(x))
  }
}
