import RealModule

extension Catalogue {
  /// Sigmoidal functions whose tails fade as a power of x.
  static let slowSigmoids = [
    CatalogueEntry(Softsign.self),
    CatalogueEntry(Arctan.self),
  ]
}

/// The softsign x / (1 + |x|).
///
/// Value within 1.5 ulp, derivative within 1 ulp.
public struct Softsign: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "softsign", aliases: ["soft-sign"], name: "softsign", family: .sigmoidal,
    symbol: "softsign",
    formula: Notation("softsign(x) = x / (1 + |x|)", ascii: "softsign(x) = x / (1 + |x|)"),
    derivativeFormula: Notation(
      "softsign′(x) = 1 / (1 + |x|)²", ascii: "softsign'(x) = 1 / (1 + |x|)^2"),
    derivation: [
      DerivationStep(
        "x > 0: [x / (1 + x)]′ = [(1 + x) − x] / (1 + x)²",
        ascii: "x > 0: [x / (1 + x)]' = [(1 + x) - x] / (1 + x)^2"),
      DerivationStep("= 1 / (1 + |x|)²", ascii: "= 1 / (1 + |x|)^2"),
      DerivationStep(
        "x < 0: [x / (1 − x)]′ = [(1 − x) + x] / (1 − x)²",
        ascii: "x < 0: [x / (1 - x)]' = [(1 - x) + x] / (1 - x)^2"),
      DerivationStep("= 1 / (1 + |x|)²", ascii: "= 1 / (1 + |x|)^2"),
    ],
    use: "A cheap stand-in for tanh whose tails fade as 1/x.",
    remarks: [
      "The second derivative jumps from 2 to −2 at 0, where 0 is used.",
      "The range is open: −1 and 1 are only approached, though Double rounds to them.",
    ],
    source: "J. Bergstra et al., 2009; torch.nn.Softsign", accuracy: Accuracy.fourUlp)

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(-1, 1, includesLower: false, includesUpper: false),
      breakpoints: [
        .curvatureJump(
          at: 0, value: 0, derivative: 1,
          secondDerivative: OneSided(left: 2, right: -2, used: 0),
          convention: "the mean of both sides")
      ],
      limitAtMinusInfinity: Limit(value: -1, derivative: 0),
      limitAtPlusInfinity: Limit(value: 1, derivative: 0),
      pointsOfInterest: [
        PointOfInterest(.zero, x: 0, closedForm: "0"),
        PointOfInterest(.inflection, x: 0, closedForm: "0"),
        PointOfInterest(.steepest, x: 0, closedForm: "0"),
      ],
      window: -10...10)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    // With the curvature stated there, and not that of one side.
    if carriesTangents(T.self) && x == 0 { return x }
    if x.isInfinite { return x < 0 ? -1 : 1 }
    return x / (1 + (x < 0 ? -x : x))
  }

  public func readableDerivative<T: Real>(_ x: T) -> T {
    if x == 0 { return stated(at: x, 1, slope: 0) }
    if x.isInfinite { return 0 }
    let r = 1 / (1 + (x < 0 ? -x : x))
    return r * r
  }

  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    if x == 0 || x.isInfinite { return 0 }
    let r = 1 / (1 + (x < 0 ? -x : x))
    return (x < 0 ? 2 : -2) * (r * r * r)
  }

  public func derivative(_ x: Double) -> Double {
    guard x.isFinite else { return constant(0, at: x) }
    let r = 1 / DoubleDouble.sum(1, x < 0 ? -x : x)
    return (r * r).rounded
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return SubstitutedFormula(
      "softsign = x / (1 + |x|)", ascii: "softsign = x / (1 + |x|)",
      "\(x) / (1 + \(x < 0 ? -x : x))", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let size = x < 0 ? -x : x
    return SubstitutedFormula(
      "softsign′ = 1 / (1 + |x|) / (1 + |x|)", ascii: "softsign' = 1 / (1 + |x|) / (1 + |x|)",
      "1 / (1 + \(size)) / (1 + \(size))", result: derivative(x))
  }
}

/// The arc tangent.
///
/// Value as the system's `atan` (below 1 ulp), derivative 1 ulp.
public struct Arctan: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "arctan", aliases: ["atan", "arc-tangent"], name: "arctan", family: .sigmoidal,
    symbol: "arctan",
    formula: Notation(
      "arctan(x) = ∫₀ˣ dt / (1 + t²)", ascii: "arctan(x) = integral_0^x dt / (1 + t^2)"),
    derivativeFormula: Notation("arctan′(x) = 1 / (1 + x²)", ascii: "arctan'(x) = 1 / (1 + x^2)"),
    derivation: [
      DerivationStep("y = arctan(x),  tan(y) = x", ascii: "y = arctan(x),  tan(y) = x"),
      DerivationStep("(1 + tan²(y))·y′ = 1", ascii: "(1 + tan^2(y))*y' = 1"),
      DerivationStep("y′ = 1 / (1 + x²)", ascii: "y' = 1 / (1 + x^2)"),
    ],
    use: "Hidden layers where saturation must be slow; surrogate gradients of spiking networks.",
    remarks: ["The tails fall as 1/x, not exponentially: the gradient fades slowly."],
    source: "torch.atan", accuracy: Accuracy.oneUlp)

  public var shape: FunctionShape {
    let quarterTurn = Double.pi / 2
    return FunctionShape(
      range: Interval(-quarterTurn, quarterTurn, includesLower: false, includesUpper: false),
      limitAtMinusInfinity: Limit(value: -quarterTurn, derivative: 0),
      limitAtPlusInfinity: Limit(value: quarterTurn, derivative: 0),
      pointsOfInterest: [
        PointOfInterest(.zero, x: 0, closedForm: "0"),
        PointOfInterest(.inflection, x: 0, closedForm: "0"),
        PointOfInterest(.steepest, x: 0, closedForm: "0"),
      ])
  }

  public func readableValue<T: Real>(_ x: T) -> T { .atan(x) }

  public func readableDerivative<T: Real>(_ x: T) -> T {
    guard x < -1 || x > 1 else { return 1 / (1 + x * x) }
    let r = 1 / x
    return r * r / (1 + r * r)
  }

  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    guard x < -1 || x > 1 else { return -2 * x / ((1 + x * x) * (1 + x * x)) }
    let r = 1 / x
    return -2 * r * (r * r) / ((1 + r * r) * (1 + r * r))
  }

  public func derivative(_ x: Double) -> Double {
    guard x > -1e100 && x < 1e100 else {
      // Here 1 + x² is x² in 106 bits.
      return x.isFinite
        ? (DoubleDouble.quotient(1, x) * DoubleDouble.quotient(1, x)).rounded : constant(0, at: x)
    }
    return (1 / (DoubleDouble.square(x) + 1)).rounded
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return SubstitutedFormula(
      "arctan x", ascii: "arctan x", "arctan(\(x))", result: value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x >= -1 && x <= 1
      ? SubstitutedFormula(
        "arctan′ = 1 / (1 + x·x)", ascii: "arctan' = 1 / (1 + x*x)",
        "1 / (1 + \(x) × \(x))", result: derivative(x))
      : SubstitutedFormula(
        "arctan′ = 1 / x / (x + 1/x)", ascii: "arctan' = 1 / x / (x + 1/x)",
        "1 / \(x) / (\(x) + \(1 / x))", result: derivative(x))
  }
}
