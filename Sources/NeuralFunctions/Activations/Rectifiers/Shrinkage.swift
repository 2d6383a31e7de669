import RealModule

extension Catalogue {
  /// Functions that pull toward zero.
  static let shrinkageActivations = [
    CatalogueEntry(Tanhshrink.self),
    CatalogueEntry(Softshrink.self),
    CatalogueEntry(Hardshrink.self),
  ]
}

/// What tanh leaves: x − tanh x.
///
/// Near 0, where the difference would cancel, a series. Value within 3 ulp, derivative within 1 ulp.
public struct Tanhshrink: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "tanhshrink", aliases: ["tanh-shrink"], name: "tanhshrink",
    family: .shrinkage, symbol: "tshrink",
    formula: Notation("tshrink(x) = x − tanh(x)", ascii: "tshrink(x) = x - tanh(x)"),
    derivativeFormula: Notation("tshrink′(x) = tanh²(x)", ascii: "tshrink'(x) = tanh^2(x)"),
    derivation: [
      DerivationStep("tshrink′(x) = 1 − tanh′(x)", ascii: "tshrink'(x) = 1 - tanh'(x)"),
      DerivationStep("= 1 − [1 − tanh²(x)] = tanh²(x)", ascii: "= 1 - [1 - tanh^2(x)] = tanh^2(x)"),
    ],
    use: "Sparse coding: small inputs are all but removed, large ones keep their size less 1.",
    remarks: ["Near 0 it is x³/3; x − tanh(x) in Double would lose every digit there."],
    source: "torch.nn.Tanhshrink", accuracy: Accuracy.fourUlp)

  public var shape: FunctionShape {
    FunctionShape(
      range: .finite,
      limitAtMinusInfinity: Limit(value: -.infinity, derivative: 1),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      pointsOfInterest: [
        PointOfInterest(.zero, x: 0, closedForm: "0"),
        PointOfInterest(.inflection, x: 0, closedForm: "0"),
      ],
      window: -4...4)
  }

  public func readableValue<T: Real>(_ x: T) -> T { x - .tanh(x) }
  public func readableDerivative<T: Real>(_ x: T) -> T { .tanh(x) * .tanh(x) }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { 2 * .tanh(x) * Tanh().derivative(x) }

  public func value(_ x: Double) -> Double {
    if x > -0.5 && x < 0.5 { return series(x) }
    guard x > -1e18 && x < 1e18 else { return x }
    return (x - preciseTanh(x)).rounded
  }

  public func derivative(_ x: Double) -> Double {
    let tanh = preciseTanh(x)
    return (tanh * tanh).rounded
  }

  public func secondDerivative(_ x: Double) -> Double {
    2 * Double.tanh(x) * Tanh().derivative(x)
  }

  /// tanh x to 56 bits and more.
  private func preciseTanh(_ x: Double) -> DoubleDouble {
    x > -0.5 && x < 0.5
      ? DoubleDouble.sum(larger: x, smaller: -series(x)) : LogisticPair(2 * x).difference
  }

  /// x − tanh x for |x| < 0.5: x³/3 − 2x⁵/15 + 17x⁷/315 − …
  private func series(_ x: Double) -> Double {
    let square = x * x
    var sum = 0.0
    for coefficient in Self.seriesCoefficients { sum = sum * square + coefficient }
    return square * sum * x
  }

  private static let seriesCoefficients: [Double] = [
    -7.054636946400968e-08, 1.7406618963571648e-07, -4.294911078273806e-07,
    1.0597268320104654e-06, -2.6147711512907546e-06, 6.451689215655431e-06,
    -1.5918905069328964e-05, 3.927832388331683e-05, -9.691537956929451e-05,
    0.00023912911424355248, -0.000590027440945586, 0.0014558343870513183, -0.003592128036572481,
    0.008863235529902197, -0.021869488536155203, 0.05396825396825397, -0.13333333333333333,
    0.3333333333333333,
  ]

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > -0.5 && x < 0.5
      ? SubstitutedFormula(
        "tshrink = x·x·x·(1/3 − 2x²/15 + …)", ascii: "tshrink = x*x*x*(1/3 - 2x^2/15 + ...)",
        "\(x) × \(x) × \(x) × \(ratioToCube(x))", result: value(x))
      : SubstitutedFormula(
        "tshrink = x − tanh x", ascii: "tshrink = x - tanh x", "\(x) − \(Double.tanh(x))",
        result: value(x))
  }

  private func ratioToCube(_ x: Double) -> Double {
    let square = x * x
    return Self.seriesCoefficients.reduce(0) { $0 * square + $1 }
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let t = Double.tanh(x)
    return SubstitutedFormula(
      "tshrink′ = tanh x · tanh x", ascii: "tshrink' = tanh x * tanh x", "\(t) × \(t)",
      result: derivative(x))
  }
}

/// The soft shrinkage: x pulled toward 0 by λ, and 0 within λ of it.
///
/// Value correctly rounded, derivative exact.
public struct Softshrink: ScalarFunction, DescribedByType {
  /// Half the width λ of the dead stretch: 0 or more.
  public var lambda = 0.5

  public init() {}
  public init(lambda: Double) { self.lambda = lambda }

  public static let parameters: [Parameter<Softshrink>] = [
    Parameter(\.lambda, shrinkageParameter)
  ]

  public static let description = FunctionDescription(
    identifier: "softshrink", aliases: ["soft-shrink", "soft-threshold"], name: "softshrink",
    family: .shrinkage, symbol: "sshrink",
    formula: Notation(
      "sshrink(x) = x − λ for x > λ, x + λ for x < −λ, else 0",
      ascii: "sshrink(x) = x - lambda for x > lambda, x + lambda for x < -lambda, else 0"),
    derivativeFormula: Notation(
      "sshrink′(x) = 1 for |x| > λ, else 0", ascii: "sshrink'(x) = 1 for |x| > lambda, else 0"),
    derivation: [
      DerivationStep("|x| > λ: d/dx (x ∓ λ) = 1", ascii: "|x| > lambda: d/dx (x -+ lambda) = 1"),
      DerivationStep("|x| < λ: d/dx 0 = 0", ascii: "|x| < lambda: d/dx 0 = 0"),
    ],
    use: "The proximal step of an L1 penalty: sparse coding and denoising.",
    remarks: ["At −λ and λ PyTorch takes derivative 0."],
    source: "D. Donoho, 1995; torch.nn.Softshrink", accuracy: Accuracy.oneRounding)

  public var shape: FunctionShape {
    FunctionShape(
      range: .finite,
      breakpoints: lambda == 0
        ? [.kink(at: 0, value: 0, derivative: OneSided(left: 1, right: 1, used: 0))]
        : [
          .kink(at: -lambda, value: 0, derivative: OneSided(left: 1, right: 0, used: 0)),
          .kink(at: lambda, value: 0, derivative: OneSided(left: 0, right: 1, used: 0)),
        ],
      limitAtMinusInfinity: Limit(value: -.infinity, derivative: 1),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      deadIntervals: [Interval(-lambda, lambda)], window: -3...3)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    let lambda = T(exactly: lambda)
    // 0·x is 0 with the sign of x, and NaN for NaN.
    return x > lambda ? x - lambda : x < -lambda ? x + lambda : 0 * x
  }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    x > T(exactly: lambda) || x < T(exactly: -lambda) ? 1 : constant(0, at: x)
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    if x > lambda {
      return SubstitutedFormula(
        "sshrink = x − λ for x > λ", ascii: "sshrink = x - lambda for x > lambda",
        "\(x) − \(lambda)", result: value(x))
    }
    return x < -lambda
      ? SubstitutedFormula(
        "sshrink = x + λ for x < −λ", ascii: "sshrink = x + lambda for x < -lambda",
        "\(x) + \(lambda)", result: value(x))
      : .constant("sshrink = 0 for |x| ≤ λ", ascii: "sshrink = 0 for |x| <= lambda", 0)
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > lambda || x < -lambda
      ? .constant("sshrink′ = 1 for |x| > λ", ascii: "sshrink' = 1 for |x| > lambda", 1)
      : .constant("sshrink′ = 0 for |x| ≤ λ", ascii: "sshrink' = 0 for |x| <= lambda", 0)
  }
}

/// The hard shrinkage: x farther than λ from 0, and 0 within.
///
/// Exact.
public struct Hardshrink: ScalarFunction, DescribedByType {
  /// Half the width λ of the dead stretch: 0 or more.
  public var lambda = 0.5

  public init() {}
  public init(lambda: Double) { self.lambda = lambda }

  public static let parameters: [Parameter<Hardshrink>] = [
    Parameter(\.lambda, shrinkageParameter)
  ]

  public static let description = FunctionDescription(
    identifier: "hardshrink", aliases: ["hard-shrink", "hard-threshold"], name: "hardshrink",
    family: .shrinkage, symbol: "hshrink",
    formula: Notation(
      "hshrink(x) = x for |x| > λ, else 0", ascii: "hshrink(x) = x for |x| > lambda, else 0"),
    derivativeFormula: Notation(
      "hshrink′(x) = 1 for |x| > λ, else 0", ascii: "hshrink'(x) = 1 for |x| > lambda, else 0"),
    derivation: [
      DerivationStep("|x| > λ: d/dx x = 1", ascii: "|x| > lambda: d/dx x = 1"),
      DerivationStep("|x| < λ: d/dx 0 = 0", ascii: "|x| < lambda: d/dx 0 = 0"),
    ],
    use: "The proximal step of an L0 penalty: keep or drop, without pulling.",
    remarks: ["The value jumps at −λ and λ, where it and the derivative are 0."],
    source: "D. Donoho, 1994; torch.nn.Hardshrink", accuracy: Accuracy.exact)

  public var shape: FunctionShape {
    FunctionShape(
      range: .finite,
      breakpoints: lambda == 0
        ? [.kink(at: 0, value: 0, derivative: OneSided(left: 1, right: 1, used: 0))]
        : [
          .jump(
            at: -lambda, value: OneSided(left: -lambda, right: 0, used: 0),
            derivative: OneSided(left: 1, right: 0, used: 0)),
          .jump(
            at: lambda, value: OneSided(left: 0, right: lambda, used: 0),
            derivative: OneSided(left: 0, right: 1, used: 0)),
        ],
      limitAtMinusInfinity: Limit(value: -.infinity, derivative: 1),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      deadIntervals: [Interval(-lambda, lambda)], window: -3...3)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    x > T(exactly: lambda) || x < T(exactly: -lambda) ? x : 0 * x
  }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    x > T(exactly: lambda) || x < T(exactly: -lambda) ? 1 : constant(0, at: x)
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > lambda || x < -lambda
      ? .constant("hshrink = x for |x| > λ", ascii: "hshrink = x for |x| > lambda", x)
      : .constant("hshrink = 0 for |x| ≤ λ", ascii: "hshrink = 0 for |x| <= lambda", 0)
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > lambda || x < -lambda
      ? .constant("hshrink′ = 1 for |x| > λ", ascii: "hshrink' = 1 for |x| > lambda", 1)
      : .constant("hshrink′ = 0 for |x| ≤ λ", ascii: "hshrink' = 0 for |x| <= lambda", 0)
  }
}

/// λ of both shrinkages.
private let shrinkageParameter = ParameterDescription(
  name: "lambda", symbol: Notation("λ", ascii: "lambda"),
  meaning: "the half-width of the stretch set to zero", defaultValue: 0.5,
  accepted: .nonNegative, slider: 0...2, step: 0.05)
