import RealModule

extension Catalogue {
  /// Losses of a count.
  static let countLosses = [
    CatalogueEntry(PoissonOfRate.self), CatalogueEntry(PoissonOfLogRate.self),
  ]
}

/// Negative log-likelihood of a Poisson distribution of rate ŷ, L(ŷ) = ŷ − y log ŷ, without the
/// term log y! that does not depend on ŷ.
///
/// Within 2 ulp of the larger term. At ŷ = 0 the true value: +∞, or 0 for y = 0. NaN below 0.
public struct PoissonOfRate: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "poisson-nll", aliases: ["poisson"],
    name: "Poisson negative log-likelihood", family: .lossOfCount, symbol: "L",
    variable: Notation("ŷ", ascii: "p"),
    formula: Notation("L(ŷ) = ŷ − y log ŷ", ascii: "L(p) = p - y log p"),
    derivativeFormula: Notation("L′(ŷ) = 1 − y/ŷ", ascii: "L'(p) = 1 - y/p"),
    derivation: [
      DerivationStep("L = −log(ŷʸ e^(−ŷ)/y!) − log y!", ascii: "L = -log(p^y e^-p/y!) - log y!"),
      DerivationStep("L = ŷ − y log ŷ", ascii: "L = p - y log p"),
      DerivationStep("∂L/∂ŷ = 1 − y/ŷ", ascii: "dL/dp = 1 - y/p"),
    ],
    use: "Regression of counts from a predicted rate, which is not negative.",
    remarks: [
      "PyTorch, with log_input=False, adds 1e−8 to the rate inside the logarithm; here nothing "
        + "is added, so the value at rate 0 is the true one.",
      "The term log y! does not depend on the prediction and is left out.",
      "Targets that are not whole are accepted, as in PyTorch.",
    ],
    source: "torch.nn.PoissonNLLLoss(log_input=False, eps=0)",
    accuracy: "Value and derivative within 2 ulp, of the larger term where two cancel.")

  public var target: TargetDescription { .count }

  public func shape(target y: Double) -> FunctionShape {
    let reach = y.isFinite && y > 2 ? 2.5 * y : 5
    let domain = Interval(0, .infinity)
    let limit = Limit(value: .infinity, derivative: 1)
    let window = ClosedRange.window(from: 0, to: reach)
    guard y > 0 else {
      return FunctionShape(
        domain: domain, range: domain, limitAtPlusInfinity: limit,
        pointsOfInterest: [PointOfInterest(.zero, x: 0)], window: window)
    }
    return FunctionShape(
      domain: domain, range: Interval(value(y, target: y), .infinity),
      breakpoints: [.pole(atLowerEnd: 0, value: .infinity, derivative: -.infinity)],
      limitAtPlusInfinity: limit,
      pointsOfInterest: [
        PointOfInterest(.minimum, x: y, closedForm: Notation("ŷ = y", ascii: "p = y"))
      ],
      window: window)
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    guard prediction >= 0 else { return .nan }
    if target == 0 || prediction == .infinity { return prediction }
    return prediction - target * .log(prediction)
  }

  /// The two terms, which cancel where they are near each other, in two doubles.
  public func value(_ prediction: Double, target: Double) -> Double {
    guard prediction > 0, prediction.isFinite, target.isFinite else {
      return readableValue(prediction, target: target)
    }
    let logarithm = ScaledDoubleDouble(DoubleDouble.naturalLogarithm(prediction))
    return (ScaledDoubleDouble(prediction) - logarithm * target).rounded
  }

  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    guard prediction >= 0 else { return .nan }
    if target == 0 || prediction == .infinity { return 1 }
    return (prediction - target) / (prediction + 0)
  }

  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    guard prediction >= 0 else { return .nan }
    return target == 0 ? 0 : target / (prediction + 0) / (prediction + 0)
  }

  public func secondDerivative(_ prediction: Double, target: Double) -> Double {
    guard prediction >= 0 else { return .nan }
    return quotient(target, bySquareOf: prediction)
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    let result = value(p, target: y)
    guard p.isFinite, !result.isNaN else { return nil }
    if y == 0 { return .constant("L = ŷ for y = 0", ascii: "L = p for y = 0", p) }
    return SubstitutedFormula(
      "L = ŷ − y log ŷ", ascii: "L = p - y log p", "\(p) − \(y) × log(\(p))", result: result)
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    let result = derivative(p, target: y)
    guard p.isFinite, !result.isNaN else { return nil }
    if y == 0 { return .constant("L′ = 1 for y = 0", ascii: "L' = 1 for y = 0", 1) }
    return SubstitutedFormula(
      "L′ = (ŷ − y)/ŷ", ascii: "L' = (p - y)/p", "(\(p) − \(y)) / \(p)", result: result)
  }
}

/// Negative log-likelihood of a Poisson distribution of rate eᶻ, L(z) = eᶻ − yz, without the
/// term log y!.
///
/// Within 2 ulp of the larger term, tails and subnormal results included.
public struct PoissonOfLogRate: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "poisson-nll-log", aliases: ["poisson-log", "poisson-nll-loss", "poissonnllloss"],
    name: "Poisson negative log-likelihood, log-rate", family: .lossOfCount, symbol: "L",
    variable: "z", formula: Notation("L(z) = eᶻ − yz", ascii: "L(z) = e^z - yz"),
    derivativeFormula: Notation("L′(z) = eᶻ − y", ascii: "L'(z) = e^z - y"),
    derivation: [
      DerivationStep("L = ŷ − y log ŷ, with ŷ = eᶻ", ascii: "L = p - y log p, with p = e^z"),
      DerivationStep("L = eᶻ − yz", ascii: "L = e^z - yz"),
      DerivationStep("∂L/∂z = eᶻ − y", ascii: "dL/dz = e^z - y"),
    ],
    use: "Regression of counts from the logarithm of their rate, which may be any number.",
    remarks: [
      "The term log y! does not depend on the prediction and is left out.",
      "Targets that are not whole are accepted, as in PyTorch.",
    ],
    source: "torch.nn.PoissonNLLLoss(log_input=True)",
    accuracy: "Value and derivative within 2 ulp, of the larger term where two cancel.")

  public var target: TargetDescription { .count }

  public func shape(target y: Double) -> FunctionShape {
    let rising = Limit(value: .infinity, derivative: .infinity)
    guard y > 0, y.isFinite else {
      return FunctionShape(
        range: Interval(0, .infinity, includesLower: false),
        limitAtMinusInfinity: Limit(value: 0, derivative: 0), limitAtPlusInfinity: rising,
        window: -4...3)
    }
    let best = Double.log(y)
    return FunctionShape(
      range: Interval(value(best, target: y), .infinity),
      limitAtMinusInfinity: Limit(value: .infinity, derivative: -y), limitAtPlusInfinity: rising,
      pointsOfInterest: [PointOfInterest(.minimum, x: best, closedForm: "log y")],
      window: .window(from: best < 0 ? best - 4 : -4, to: best > 0 ? best + 2 : 3))
  }

  public func readableValue<T: Real>(_ z: T, target: T) -> T {
    let rate = T.exp(z)
    return target == 0 || rate == .infinity ? rate : rate - target * z
  }

  public func value(_ z: Double, target: Double) -> Double {
    guard z.isFinite, target.isFinite else { return readableValue(z, target: target) }
    let rate = ScaledDoubleDouble.exp(z)
    return (rate - ScaledDoubleDouble(z) * target).rounded
  }

  public func readableDerivative<T: Real>(_ z: T, target: T) -> T {
    .exp(z) - target
  }

  public func derivative(_ z: Double, target: Double) -> Double {
    guard z.isFinite, target.isFinite else { return readableDerivative(z, target: target) }
    return (ScaledDoubleDouble.exp(z) - ScaledDoubleDouble(target)).rounded
  }

  public func readableSecondDerivative<T: Real>(_ z: T, target: T) -> T {
    target.isNaN ? target : .exp(z)
  }

  public func substitutedValue(at z: Double, target y: Double) -> SubstitutedFormula? {
    guard z.isFinite, y.isFinite else { return nil }
    return SubstitutedFormula(
      "L = eᶻ − yz", ascii: "L = e^z - yz", "\(Double.exp(z)) − \(y) × \(z)",
      result: value(z, target: y))
  }

  public func substitutedDerivative(at z: Double, target y: Double) -> SubstitutedFormula? {
    guard z.isFinite, y.isFinite else { return nil }
    return SubstitutedFormula(
      "L′ = eᶻ − y", ascii: "L' = e^z - y", "\(Double.exp(z)) − \(y)",
      result: derivative(z, target: y))
  }
}
