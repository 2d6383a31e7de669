import RealModule

extension Catalogue {
  /// Functions that hold their output within a bound that is set.
  static let cappingActivations = [CatalogueEntry(SoftCap.self)]
}

/// The soft cap c·tanh(x/c): the identity near 0, held smoothly between −c and c.
///
/// The quotient x/c is carried in two doubles, so that the derivative keeps its digits far out.
/// Value and derivative within 1 ulp for every c.
public struct SoftCap: ScalarFunction, DescribedByType {
  /// The bound c: above 0.
  public var c = 30.0

  public init() {}
  public init(c: Double) { self.c = c }

  public static let parameters: [Parameter<SoftCap>] = [
    Parameter(
      \.c,
      ParameterDescription(
        name: "c", symbol: "c", meaning: "the bound that is only approached", defaultValue: 30,
        accepted: .positive, slider: 1...60, step: 1))
  ]

  public static let description = FunctionDescription(
    identifier: "soft-cap", aliases: ["softcap", "soft-capping", "logit-softcap"],
    name: "soft cap", family: .sigmoidal, symbol: "cap",
    formula: Notation("cap(x) = c·tanh(x/c)", ascii: "cap(x) = c*tanh(x/c)"),
    derivativeFormula: Notation("cap′(x) = 1 − tanh²(x/c)", ascii: "cap'(x) = 1 - tanh^2(x/c)"),
    derivation: [
      DerivationStep(
        "cap′(x) = c·tanh′(x/c)·d/dx x/c", ascii: "cap'(x) = c*tanh'(x/c) * d/dx x/c"),
      DerivationStep("= c·[1 − tanh²(x/c)]·1/c", ascii: "= c*[1 - tanh^2(x/c)]*1/c"),
      DerivationStep("= 1 − tanh²(x/c)", ascii: "= 1 - tanh^2(x/c)"),
    ],
    use: "Attention scores (c = 50) and final logits (c = 30) of Gemma 2, kept from growing.",
    remarks: [
      "The range is open: −c and c are only approached, though Double rounds to them above "
        + "|x| = 19c.",
      "With c = 1 it is tanh.",
    ],
    source: "I. Bello et al., 2016; Gemma 2 technical report, 2024", accuracy: Accuracy.oneUlp)

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(-c, c, includesLower: false, includesUpper: false),
      limitAtMinusInfinity: Limit(value: -c, derivative: 0),
      limitAtPlusInfinity: Limit(value: c, derivative: 0),
      pointsOfInterest: [
        PointOfInterest(.zero, x: 0, closedForm: "0"),
        PointOfInterest(.inflection, x: 0, closedForm: "0"),
        PointOfInterest(.steepest, x: 0, closedForm: "0"),
      ],
      window: .window(from: -3 * c, to: 3 * c))
  }

  public func readableValue<T: Real>(_ x: T) -> T {
    T(exactly: c) * .tanh(x / T(exactly: c))
  }
  public func readableDerivative<T: Real>(_ x: T) -> T {
    Tanh().derivative(x / T(exactly: c))
  }
  public func readableSecondDerivative<T: Real>(_ x: T) -> T {
    Tanh().secondDerivative(x / T(exactly: c)) / T(exactly: c)
  }

  public func value(_ x: Double) -> Double {
    guard let ratio = ratio(x) else { return limit(x, near: x, far: x < 0 ? -c : c) }
    return (tanh(ratio) * c).rounded
  }

  public func derivative(_ x: Double) -> Double {
    guard let ratio = ratio(x) else { return limit(x, near: 1, far: 0) }
    return (LogisticPair(ratio * 2).product * 4).rounded
  }

  public func secondDerivative(_ x: Double) -> Double {
    guard let ratio = ratio(x) else {
      let square = ScaledDoubleDouble(c) * c
      let near = c > 0 && x.isFinite ? (ScaledDoubleDouble(x) * -2 / square).rounded : .nan
      return limit(x, near: near, far: x < 0 ? 0 : -0.0)
    }
    let slope = LogisticPair(ratio * 2).product
    // The power of two of c apart: 1/c may overflow where this does not.
    return ScaledDoubleDouble(
      significand: slope.significand * tanh(ratio) * -8 / c.significand,
      exponent: slope.exponent - Int(c.exponent)
    ).rounded
  }

  /// x/c in two doubles; nil where it is so small that the function is the identity, or so large
  /// that it is c, and where c is no bound.
  private func ratio(_ x: Double) -> DoubleDouble? {
    let rounded = x / c
    guard rounded.magnitude > 0x1p-27, rounded.magnitude < 2000, c > 0, c.isFinite else {
      return nil
    }
    return (ScaledDoubleDouble(x) / ScaledDoubleDouble(c)).unscaled
  }

  private func limit(_ x: Double, near: Double, far: Double) -> Double {
    guard c > 0, !x.isNaN else { return .nan }
    return (x / c).magnitude < 1 ? near : far
  }

  /// tanh v from e^(−2|v|) − 1, which keeps its digits near 0.
  private func tanh(_ v: DoubleDouble) -> DoubleDouble {
    let isNegative = v.high < 0
    let fall = DoubleDouble.expMinusOne(v * (isNegative ? 2 : -2))
    let size = -fall / (2 + fall)
    return isNegative ? -size : size
  }

  public func substitutedValue(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    return SubstitutedFormula(
      "cap = c·tanh(x/c)", ascii: "cap = c*tanh(x/c)", "\(c) × tanh(\(x) / \(c))",
      result: value(x))
  }

  /// 1 − tanh² where little cancels, 4e/(1 + e)² farther out.
  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    guard x.isFinite else { return nil }
    let ratio = x / c
    if ratio.magnitude <= 1 {
      let t = Double.tanh(ratio)
      return SubstitutedFormula(
        "cap′ = 1 − tanh(x/c)·tanh(x/c)", ascii: "cap' = 1 - tanh(x/c)*tanh(x/c)",
        "1 − \(t) × \(t)", result: derivative(x))
    }
    let e = Double.exp(ratio < 0 ? 2 * ratio : -2 * ratio)
    return SubstitutedFormula(
      "cap′ = 4e / (1 + e) / (1 + e), e = e^(−2|x|/c)",
      ascii: "cap' = 4e / (1 + e) / (1 + e), e = e^(-2|x|/c)",
      "4 × \(e) / (1 + \(e)) / (1 + \(e))", result: derivative(x))
  }
}
