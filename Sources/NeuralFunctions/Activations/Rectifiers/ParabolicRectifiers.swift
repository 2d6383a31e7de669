import RealModule

extension Catalogue {
  /// Rectifiers that begin as a parabola.
  static let parabolicRectifiers = [
    CatalogueEntry(SquaredReLU.self),
    CatalogueEntry(SparsePlus.self),
  ]
}

/// The squared rectifier max(0, x)².
///
/// Value correctly rounded, derivative exact.
public struct SquaredReLU: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "squared-relu", aliases: ["relu-squared", "relu2"], name: "squared ReLU",
    family: .rectified, symbol: Notation("r²", ascii: "r2"),
    formula: Notation(
      "r²(x) = x² for x > 0, 0 for x ≤ 0", ascii: "r2(x) = x^2 for x > 0, 0 for x <= 0"),
    derivativeFormula: Notation(
      "(r²)′(x) = 2x for x > 0, 0 for x ≤ 0", ascii: "r2'(x) = 2x for x > 0, 0 for x <= 0"),
    derivation: [
      DerivationStep("x > 0: d/dx x² = 2x", ascii: "x > 0: d/dx x^2 = 2x"),
      DerivationStep("x < 0: d/dx 0 = 0", ascii: "x < 0: d/dx 0 = 0"),
    ],
    use: "Feed-forward blocks of transformers (Primer), where it makes activations sparse.",
    remarks: ["The second derivative jumps from 0 to 2 at 0, where 0 is used."],
    source: "D. So et al., 2021; jax.nn.relu squared", accuracy: Accuracy.oneRounding)

  public var shape: FunctionShape {
    FunctionShape(
      range: .nonNegative,
      breakpoints: [
        .curvatureJump(
          at: 0, value: 0, derivative: 0,
          secondDerivative: OneSided(left: 0, right: 2, used: 0), convention: "PyTorch")
      ],
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: .infinity),
      deadIntervals: [Interval(-.infinity, 0)], window: -3...3)
  }

  public func readableValue<T: Real>(_ x: T) -> T { x <= 0 ? 0 : x * x }
  public func readableDerivative<T: Real>(_ x: T) -> T { x <= 0 ? 0 : 2 * x }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T { x <= 0 ? 0 : constant(2, at: x) }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? SubstitutedFormula(
        "r² = x·x for x > 0", ascii: "r2 = x*x for x > 0", "\(x) × \(x)", result: value(x))
      : .constant("r² = 0 for x ≤ 0", ascii: "r2 = 0 for x <= 0", 0)
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return x > 0
      ? SubstitutedFormula(
        "(r²)′ = 2·x for x > 0", ascii: "r2' = 2*x for x > 0", "2 × \(x)", result: derivative(x))
      : .constant("(r²)′ = 0 for x ≤ 0", ascii: "r2' = 0 for x <= 0", 0)
  }
}

/// Sparse plus: 0 up to −1, (x + 1)²/4 between, x from 1 up.
///
/// Value within 1 ulp, derivative correctly rounded.
public struct SparsePlus: ScalarFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "sparse-plus", aliases: ["sparseplus"], name: "sparse plus",
    family: .rectified, symbol: Notation("s⁺", ascii: "sp"),
    formula: Notation(
      "s⁺(x) = 0 for x ≤ −1, (x + 1)²/4 for |x| < 1, x for x ≥ 1",
      ascii: "sp(x) = 0 for x <= -1, (x + 1)^2/4 for |x| < 1, x for x >= 1"),
    derivativeFormula: Notation(
      "s⁺′(x) = min(max((x + 1)/2, 0), 1)", ascii: "sp'(x) = min(max((x + 1)/2, 0), 1)"),
    derivation: [
      DerivationStep(
        "|x| < 1: d/dx (x + 1)²/4 = (x + 1)/2", ascii: "|x| < 1: d/dx (x + 1)^2/4 = (x + 1)/2"),
      DerivationStep("x < −1: d/dx 0 = 0", ascii: "x < -1: d/dx 0 = 0"),
      DerivationStep("x > 1: d/dx x = 1", ascii: "x > 1: d/dx x = 1"),
    ],
    use: "A softplus that is exactly 0 and exactly x outside a middle stretch.",
    remarks: [
      "It is the integral of the sparse sigmoid.",
      "The second derivative is ½ inside (−1, 1) and 0 outside; at −1 and 1, 0 is used.",
    ],
    source: "A. Martins and R. Astudillo, 2016; jax.nn.sparse_plus", accuracy: Accuracy.oneUlp)

  public var shape: FunctionShape {
    FunctionShape(
      range: .nonNegative,
      breakpoints: [
        .curvatureJump(
          at: -1, value: 0, derivative: 0,
          secondDerivative: OneSided(left: 0, right: 0.5, used: 0), convention: "JAX"),
        .curvatureJump(
          at: 1, value: 1, derivative: 1,
          secondDerivative: OneSided(left: 0.5, right: 0, used: 0), convention: "JAX"),
      ],
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: 1),
      deadIntervals: [Interval(-.infinity, -1)], window: -3...3)
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    x <= -1 ? 0 : x >= 1 ? x : (x + 1) * (x + 1) / 4
  }

  public func readableDerivative<T: Real>(_ x: T) -> T { x <= -1 ? 0 : x >= 1 ? 1 : (x + 1) / 2 }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    x <= -1 || x >= 1 ? 0 : constant(1 / 2, at: x)
  }

  public func value(_ x: Double) -> Double {
    guard x > -1 && x < 1 else { return x <= -1 ? 0 : x }
    let base = DoubleDouble.sum(1, x)
    return (base * base).rounded / 4
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return switch x {
    case ...(-1): .constant("s⁺ = 0 for x ≤ −1", ascii: "sp = 0 for x <= -1", 0)
    case 1...: .constant("s⁺ = x for x ≥ 1", ascii: "sp = x for x >= 1", x)
    default:
      SubstitutedFormula(
        "s⁺ = (x + 1)·(x + 1) / 4", ascii: "sp = (x + 1)*(x + 1) / 4",
        "(\(x) + 1) × (\(x) + 1) / 4", result: value(x))
    }
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return switch x {
    case ...(-1): .constant("s⁺′ = 0 for x ≤ −1", ascii: "sp' = 0 for x <= -1", 0)
    case 1...: .constant("s⁺′ = 1 for x ≥ 1", ascii: "sp' = 1 for x >= 1", 1)
    default:
      SubstitutedFormula(
        "s⁺′ = (x + 1) / 2", ascii: "sp' = (x + 1) / 2", "(\(x) + 1) / 2",
        result: derivative(x))
    }
  }
}
