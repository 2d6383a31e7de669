import RealModule

extension Catalogue {
  /// The logistic sigmoid and its kin.
  static let logisticActivations = [
    CatalogueEntry(Sigmoid.self)
  ]
}

/// The logistic sigmoid σ(x) = 1 / (1 + e⁻ˣ).
public struct Sigmoid: ScalarFunction {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "sigmoid", aliases: ["logistic", "expit"], name: "sigmoid", family: .sigmoidal,
    symbol: Notation("σ", ascii: "s"),
    formula: Notation("σ(x) = 1 / (1 + e⁻ˣ)", ascii: "s(x) = 1 / (1 + e^-x)"),
    derivativeFormula: Notation("σ′(x) = σ(x)·[1 − σ(x)]", ascii: "s'(x) = s(x)*[1 - s(x)]"),
    use: "Output layer of binary classifiers; gates of LSTM and GRU cells.",
    source: "Verhulst 1845; torch.nn.Sigmoid", accuracy: "4 ulp")

  public var shape: FunctionShape {
    FunctionShape(
      range: Interval(0, 1, includesLower: false, includesUpper: false),
      limitAtMinusInfinity: Limit(value: 0, derivative: 0),
      limitAtPlusInfinity: Limit(value: 1, derivative: 0),
      pointsOfInterest: [PointOfInterest(.inflection, x: 0)])
  }

  public func value<T: Real>(_ x: T) -> T {
    let e = T.exp(x < 0 ? x : -x)
    return x < 0 ? e / (1 + e) : 1 / (1 + e)
  }

  public func derivative<T: Real>(_ x: T) -> T {
    let e = T.exp(x < 0 ? x : -x)
    return e / (1 + e) / (1 + e)
  }

  public func secondDerivative<T: Real>(_ x: T) -> T {
    derivative(x) * (value(-x) - value(x))
  }

  public func substitutedDerivative(at x: Double) -> SubstitutedFormula? {
    SubstitutedFormula(
      "σ′ = σ(x)·σ(−x)", ascii: "s' = s(x)*s(-x)", "\(value(x)) × \(value(-x))",
      result: derivative(x))
  }
}
