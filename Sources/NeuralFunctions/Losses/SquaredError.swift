import RealModule

extension Catalogue {
  /// The squared error.
  static let squaredErrorLosses = [CatalogueEntry(MeanSquaredError.self)]

  /// The likelihood that squared error comes from.
  static let gaussianLosses = [CatalogueEntry(GaussianNegativeLogLikelihood.self)]
}

/// Mean squared error of one prediction, L(ŷ) = (y − ŷ)², without a factor ½.
///
/// Within 2 ulp; +∞ where the square overflows.
public struct MeanSquaredError: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "mse", aliases: ["mean-squared-error", "mse-loss", "mseloss", "l2"],
    name: "mean squared error", family: .lossOfRealNumber, symbol: "L",
    variable: Notation("ŷ", ascii: "p"),
    formula: Notation("L(ŷ) = (y − ŷ)²", ascii: "L(p) = (y - p)^2"),
    derivativeFormula: Notation("L′(ŷ) = 2(ŷ − y)", ascii: "L'(p) = 2(p - y)"),
    derivation: [
      DerivationStep("L(ŷ) = (y − ŷ)²", ascii: "L(p) = (y - p)^2", by: "definition"),
      DerivationStep(
        "∂L/∂ŷ = ∂/∂ŷ (y − ŷ)²", ascii: "dL/dp = d/dp (y - p)^2",
        by: Notation("differentiate by ŷ", ascii: "differentiate by p")),
      DerivationStep(
        "∂L/∂ŷ = 2(y − ŷ) ∂/∂ŷ (y − ŷ)", ascii: "dL/dp = 2(y - p) d/dp (y - p)",
        by: "power and chain rule"),
      DerivationStep(
        "∂L/∂ŷ = 2(ŷ − y)", ascii: "dL/dp = 2(p - y)",
        by: Notation("∂/∂ŷ (y − ŷ) = −1", ascii: "d/dp (y - p) = -1")),
      DerivationStep("∂L/∂ŷ ∝ ŷ − y", ascii: "dL/dp ~ p - y", by: "up to the factor 2"),
    ],
    use: "Regression, where the desired output is a real number.",
    remarks: [
      "With the convention ½(y − ŷ)² the loss is half of this and the gradient is ŷ − y; "
        + "here, as in PyTorch and Keras, there is no factor ½.",
      "The mean is over a batch; this is the term of one prediction.",
    ],
    source: "torch.nn.MSELoss", accuracy: "Value and derivative within 2 ulp.")

  public var target: TargetDescription { .realNumber }

  public func shape(target y: Double) -> FunctionShape {
    FunctionShape(
      range: Interval(0, .infinity),
      limitAtMinusInfinity: Limit(value: .infinity, derivative: -.infinity),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: .infinity),
      pointsOfInterest: [
        PointOfInterest(.zero, x: y, closedForm: Notation("ŷ = y", ascii: "p = y"))
      ],
      window: window(around: y))
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    let difference = target - prediction
    return difference * difference
  }

  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    2 * (prediction - target)
  }

  /// In Float throughout: the difference is rounded once, and doubled exactly.
  @_disfavoredOverload
  public func derivative(_ prediction: Float, target: Float) -> Float {
    readableDerivative(prediction, target: target)
  }

  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    (prediction - target).isNaN ? .nan : 2
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    return SubstitutedFormula(
      "L = (y − ŷ)²", ascii: "L = (y - p)^2", "\(y - p) × \(y - p)", result: value(p, target: y))
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    return SubstitutedFormula(
      "L′ = 2(ŷ − y)", ascii: "L' = 2(p - y)", "2 × (\(p) − \(y))",
      result: derivative(p, target: y))
  }

  public func substitutedSteps(at p: Double, target y: Double) -> [SubstitutedFormula?] {
    let (loss, slope) = (value(p, target: y), derivative(p, target: y))
    return Self.description.substituted([
      ("(\(y - p))²", loss), nil, nil, ("2 × (\(p - y))", slope), nil,
    ])
  }
}

/// Negative log-likelihood of a Gaussian of known variance v,
/// L(ŷ) = ½[log v + (y − ŷ)²/v], without the constant ½ log 2π.
///
/// Within 2 ulp; at a root, where its two terms cancel, the value is within 2⁻⁶⁰ of either.
public struct GaussianNegativeLogLikelihood: LossFunction, DescribedByType {
  /// The variance v, above 0.
  public var variance = 0.25

  public init() {}
  public init(variance: Double) { self.variance = variance }

  public static let description = FunctionDescription(
    identifier: "gaussian-nll", aliases: ["gaussian-nll-loss", "gaussiannllloss"],
    name: "Gaussian negative log-likelihood", family: .lossOfRealNumber, symbol: "L",
    variable: Notation("ŷ", ascii: "p"),
    formula: Notation(
      "L(ŷ) = ½[log v + (y − ŷ)²/v]", ascii: "L(p) = 1/2 [log v + (y - p)^2/v]"),
    derivativeFormula: Notation("L′(ŷ) = (ŷ − y)/v", ascii: "L'(p) = (p - y)/v"),
    derivation: [
      DerivationStep(
        "L = −log[e^(−(y − ŷ)²/2v)/√v]", ascii: "L = -log[e^(-(y - p)^2/2v)/sqrt(v)]"),
      DerivationStep("L = ½ log v + (y − ŷ)²/2v", ascii: "L = 1/2 log v + (y - p)^2/2v"),
      DerivationStep("∂L/∂ŷ = 2(ŷ − y)/2v", ascii: "dL/dp = 2(p - y)/2v"),
      DerivationStep("∂L/∂ŷ = (ŷ − y)/v", ascii: "dL/dp = (p - y)/v"),
    ],
    use: "Regression with a variance that is known or predicted beside the mean.",
    remarks: [
      "The constant ½ log 2π is left out, as PyTorch does by default.",
      "PyTorch raises the variance to at least 1e−6; here it is taken as it is.",
    ],
    source: "Nix and Weigend 1994; torch.nn.GaussianNLLLoss",
    accuracy: "Value and derivative within 2 ulp; at a root, where two terms cancel, the value is"
      + " within 2⁻⁶⁰ of either.")

  public static let parameters: [Parameter<GaussianNegativeLogLikelihood>] = [
    Parameter(
      \.variance,
      ParameterDescription(
        name: "variance", symbol: "v", meaning: "The variance of the target.", defaultValue: 0.25,
        accepted: .positive, slider: 0.05...4, step: 0.05))
  ]

  public var target: TargetDescription { .realNumber }

  public func shape(target y: Double) -> FunctionShape {
    var points = [
      PointOfInterest(.minimum, x: y, closedForm: Notation("ŷ = y", ascii: "p = y"))
    ]
    if variance < 1 {
      let distance = Double.sqrt(-variance * .log(variance))
      points = [
        PointOfInterest(
          .zero, x: y - distance,
          closedForm: Notation("y − √(−v log v)", ascii: "y - sqrt(-v log v)")),
        points[0],
        PointOfInterest(
          .zero, x: y + distance,
          closedForm: Notation("y + √(−v log v)", ascii: "y + sqrt(-v log v)")),
      ]
    }
    return FunctionShape(
      range: Interval(.log(variance) / 2, .infinity),
      limitAtMinusInfinity: Limit(value: .infinity, derivative: -.infinity),
      limitAtPlusInfinity: Limit(value: .infinity, derivative: .infinity),
      pointsOfInterest: points, window: window(around: y, radius: 2))
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    let difference = target - prediction
    let variance = T(exactly: variance)
    // Halved before it is squared, so that it overflows only where the loss does.
    return .log(variance) / 2 + difference / variance * (difference / 2)
  }

  /// The logarithm and the square, which cancel near a root, in two doubles.
  public func value(_ prediction: Double, target: Double) -> Double {
    guard prediction.isFinite, target.isFinite, variance > 0, variance.isFinite else {
      return readableValue(prediction, target: target)
    }
    let difference = ScaledDoubleDouble.difference(prediction, target)
    let square = difference * difference / ScaledDoubleDouble(variance)
    let logarithm = ScaledDoubleDouble(DoubleDouble.naturalLogarithm(variance))
    return (square + logarithm).halved.rounded
  }

  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    (prediction - target) / T(exactly: variance)
  }

  public func derivative(_ prediction: Double, target: Double) -> Double {
    guard prediction.isFinite, target.isFinite, variance > 0, variance.isFinite else {
      return readableDerivative(prediction, target: target)
    }
    return (ScaledDoubleDouble.difference(prediction, target) / ScaledDoubleDouble(variance))
      .rounded
  }

  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    (prediction - target).isNaN ? .nan : 1 / T(exactly: variance)
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    return SubstitutedFormula(
      "L = [log v + (y − ŷ)²/v]/2", ascii: "L = [log v + (y - p)^2/v]/2",
      "(\(Double.log(variance)) + \(y - p) × \(y - p) / \(variance)) / 2",
      result: value(p, target: y))
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    guard p.isFinite, y.isFinite else { return nil }
    return SubstitutedFormula(
      "L′ = (ŷ − y)/v", ascii: "L' = (p - y)/v", "(\(p) − \(y)) / \(variance)",
      result: derivative(p, target: y))
  }
}
