import RealModule

extension Catalogue {
  /// Sigmoidal functions of straight pieces.
  static let hardSigmoids = [
    CatalogueEntry(HardSigmoid.self),
    CatalogueEntry(HardTanh.self),
    CatalogueEntry(SparseSigmoid.self),
  ]
}

/// The hard sigmoid: (x + 3)/6 held between 0 and 1.
///
/// Value within 1 ulp, derivative correctly rounded.
public struct HardSigmoid: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "hard-sigmoid", aliases: ["hardsigmoid"], name: "hard sigmoid",
    family: .sigmoidal, symbol: Notation("hσ", ascii: "hs"),
    formula: Notation(
      "hσ(x) = min(max((x + 3)/6, 0), 1)", ascii: "hs(x) = min(max((x + 3)/6, 0), 1)"),
    derivativeFormula: Notation(
      "hσ′(x) = 1/6 for |x| < 3, else 0", ascii: "hs'(x) = 1/6 for |x| < 3, else 0"),
    derivation: [
      DerivationStep("|x| < 3: [(x + 3)/6]′ = 1/6", ascii: "|x| < 3: [(x + 3)/6]' = 1/6"),
      DerivationStep("|x| > 3: 0′ = 1′ = 0", ascii: "|x| > 3: 0' = 1' = 0"),
    ],
    use: "Gates of small networks on small machines (MobileNetV3), without an exponential.",
    remarks: ["Keras before version 3 takes slope 0.2 and corners at −2.5 and 2.5 instead."],
    source: "A. Howard et al., 2019; torch.nn.Hardsigmoid", accuracy: Accuracy.oneUlp)

  public var shape: FunctionShape {
    let slope = 1.0 / 6
    return FunctionShape(
      range: .unit,
      breakpoints: [
        .kink(at: -3, value: 0, derivative: OneSided(left: 0, right: slope, used: 0)),
        .kink(at: 3, value: 1, derivative: OneSided(left: slope, right: 0, used: 0)),
      ],
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: 1, derivative: 0),
      deadIntervals: [Interval(-.infinity, -3), Interval(3, .infinity)])
  }

  public func readableValue<T: Real>(_ x: T) -> T { x <= -3 ? 0 : x >= 3 ? 1 : (x + 3) / 6 }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    x <= -3 || x >= 3 ? 0 : constant(1 / 6, at: x)
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return switch x {
    case ...(-3): .constant("hσ = 0 for x ≤ −3", ascii: "hs = 0 for x <= -3", 0)
    case 3...: .constant("hσ = 1 for x ≥ 3", ascii: "hs = 1 for x >= 3", 1)
    default:
      SubstitutedFormula(
        "hσ = (x + 3) / 6", ascii: "hs = (x + 3) / 6", "(\(x) + 3) / 6", result: value(x))
    }
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x <= -3 || x >= 3
      ? .constant("hσ′ = 0 for |x| ≥ 3", ascii: "hs' = 0 for |x| >= 3", 0)
      : SubstitutedFormula(
        "hσ′ = 1/6 for |x| < 3", ascii: "hs' = 1/6 for |x| < 3", "1 / 6", result: derivative(x))
  }
}

/// The hard hyperbolic tangent: x held between a minimum and a maximum.
///
/// Exact.
public struct HardTanh: ScalarFunction, DescribedByType {
  /// The lowest value: finite, below `max`.
  public var min = -1.0
  /// The highest value: finite, above `min`.
  public var max = 1.0

  public init() {}
  public init(min: Double = -1, max: Double = 1) {
    self.min = min
    self.max = max
  }

  public static let parameters: [Parameter<HardTanh>] = [
    Parameter(
      \.min,
      ParameterDescription(
        name: "min", symbol: "min", meaning: "the lowest value", defaultValue: -1,
        accepted: .finite, slider: -3...0, step: 0.1)),
    Parameter(
      \.max,
      ParameterDescription(
        name: "max", symbol: "max", meaning: "the highest value", defaultValue: 1,
        accepted: .finite, slider: 0...3, step: 0.1)),
  ]

  public var parameterConflict: FunctionError? {
    min < max
      ? nil
      : .parametersInConflict(
        "min = \(decimal(min)) is not below max = \(decimal(max)); min < max is accepted.")
  }

  public static let description = FunctionDescription(
    identifier: "hardtanh", aliases: ["hard-tanh", "clip"], name: "hard tanh",
    family: .sigmoidal, symbol: "hardtanh",
    formula: "hardtanh(x) = min(max(x, min), max)",
    derivativeFormula: Notation(
      "hardtanh′(x) = 1 for min < x < max, else 0",
      ascii: "hardtanh'(x) = 1 for min < x < max, else 0"),
    derivation: [
      DerivationStep("min < x < max: x′ = 1", ascii: "min < x < max: x' = 1"),
      DerivationStep("elsewhere: min′ = max′ = 0", ascii: "elsewhere: min' = max' = 0"),
    ],
    use: "Binarized and quantized networks; a tanh of straight pieces.",
    remarks: ["At both corners PyTorch takes derivative 0, JAX 1."],
    source: "R. Collobert, 2004; torch.nn.Hardtanh", accuracy: Accuracy.exact)

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(min, max),
      breakpoints: [
        .kink(at: min, value: min, derivative: OneSided(left: 0, right: 1, used: 0)),
        .kink(at: max, value: max, derivative: OneSided(left: 1, right: 0, used: 0)),
      ],
      limitAtMinusInfinity: Limit(value: min, derivative: 0),
      limitAtPlusInfinity: Limit(value: max, derivative: 0),
      pointsOfInterest: min < 0 && max > 0
        ? [PointOfInterest(.zero, x: 0, closedForm: "0")] : [],
      deadIntervals: [Interval(-.infinity, min), Interval(max, .infinity)],
      window: -3...3)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    let (lowest, highest) = (T(exactly: min), T(exactly: max))
    return x <= lowest ? lowest : x >= highest ? highest : x
  }

  /// In Float throughout: the number itself, or a bound as Float rounds it.
  @_disfavoredOverload
  public func value(_ x: Float) -> Float {
    let (lowest, highest) = (Float(min), Float(max))
    return x <= lowest ? lowest : x >= highest ? highest : x
  }

  public func readableDerivative<T: Real>(_ x: T) -> T {
    x <= T(exactly: min) || x >= T(exactly: max) ? 0 : constant(1, at: x)
  }

  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    if x <= min {
      return .constant("hardtanh = min for x ≤ min", ascii: "hardtanh = min for x <= min", min)
    }
    return x >= max
      ? .constant("hardtanh = max for x ≥ max", ascii: "hardtanh = max for x >= max", max)
      : .constant(
        "hardtanh = x for min < x < max", ascii: "hardtanh = x for min < x < max", x)
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    if x <= min {
      return .constant("hardtanh′ = 0 for x ≤ min", ascii: "hardtanh' = 0 for x <= min", 0)
    }
    return x >= max
      ? .constant("hardtanh′ = 0 for x ≥ max", ascii: "hardtanh' = 0 for x >= max", 0)
      : .constant(
        "hardtanh′ = 1 for min < x < max", ascii: "hardtanh' = 1 for min < x < max", 1)
  }
}

/// The sparse sigmoid: (x + 1)/2 held between 0 and 1.
///
/// Value correctly rounded, derivative exact.
public struct SparseSigmoid: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "sparse-sigmoid", aliases: ["sparsesigmoid"], name: "sparse sigmoid",
    family: .sigmoidal, symbol: Notation("sσ", ascii: "ss"),
    formula: Notation(
      "sσ(x) = min(max((x + 1)/2, 0), 1)", ascii: "ss(x) = min(max((x + 1)/2, 0), 1)"),
    derivativeFormula: Notation(
      "sσ′(x) = ½ for |x| < 1, 0 for |x| > 1", ascii: "ss'(x) = 1/2 for |x| < 1, 0 for |x| > 1"),
    derivation: [
      DerivationStep("|x| < 1: [(x + 1)/2]′ = ½", ascii: "|x| < 1: [(x + 1)/2]' = 1/2"),
      DerivationStep("|x| > 1: 0′ = 1′ = 0", ascii: "|x| > 1: 0' = 1' = 0"),
    ],
    use: "The two-class case of sparsemax; probabilities that can be exactly 0 or 1.",
    remarks: ["It is the derivative of sparse plus.", "At −1 and 1 JAX takes derivative ¼."],
    source: "A. Martins and R. Astudillo, 2016; jax.nn.sparse_sigmoid",
    accuracy: Accuracy.oneRounding)

  public var shape: FunctionShape {
    FunctionShape(
      range: .unit,
      breakpoints: [
        .kink(
          at: -1, value: 0, derivative: OneSided(left: 0, right: 0.5, used: 0.25),
          convention: "JAX"),
        .kink(
          at: 1, value: 1, derivative: OneSided(left: 0.5, right: 0, used: 0.25),
          convention: "JAX"),
      ],
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: 1, derivative: 0),
      deadIntervals: [
        Interval(-.infinity, -1, includesUpper: false),
        Interval(1, .infinity, includesLower: false),
      ],
      window: -3...3)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    if x == -1 || x == 1 { return stated(at: x, x < 0 ? 0 : 1, slope: 0.25) }
    return x < -1 ? 0 : x > 1 ? 1 : (x + 1) / 2
  }

  public func readableDerivative<T: Real>(_ x: T) -> T {
    let size = x < 0 ? -x : x
    return size > 1 ? 0 : size == 1 ? 1 / 4 : constant(1 / 2, at: x)
  }

  public func readableSecondDerivative<T: Real>(_ x: T) -> T { constant(0, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return switch x {
    case ...(-1): .constant("sσ = 0 for x ≤ −1", ascii: "ss = 0 for x <= -1", 0)
    case 1...: .constant("sσ = 1 for x ≥ 1", ascii: "ss = 1 for x >= 1", 1)
    default:
      SubstitutedFormula(
        "sσ = (x + 1) / 2", ascii: "ss = (x + 1) / 2", "(\(x) + 1) / 2", result: value(x))
    }
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let slope = derivative(x)
    return slope == 0
      ? .constant("sσ′ = 0 for |x| > 1", ascii: "ss' = 0 for |x| > 1", slope)
      : slope == 0.25
        ? .constant("sσ′ = ¼ at |x| = 1", ascii: "ss' = 1/4 at |x| = 1", slope)
        : .constant("sσ′ = ½ for |x| < 1", ascii: "ss' = 1/2 for |x| < 1", slope)
  }
}
