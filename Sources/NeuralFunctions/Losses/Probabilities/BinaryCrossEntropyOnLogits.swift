import RealModule

extension Catalogue {
  /// Losses of a single logit.
  static let logitLosses = [CatalogueEntry(BinaryCrossEntropyOnLogits.self)]
}

/// Binary cross-entropy of the sigmoid of a logit, L(z) = y·log(1 + e⁻ᶻ) + (1 − y)·log(1 + eᶻ).
///
/// Value within 3 ulp, derivative σ(z) − y within 2 ulp of the larger of σ(z) and y. At ±∞ the
/// limit: 0 with the right label, +∞ with the wrong one.
public struct BinaryCrossEntropyOnLogits: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "bce-with-logits",
    aliases: [
      "bce-logits", "bcewithlogitsloss", "binary-cross-entropy-with-logits", "logistic-loss",
      "sigmoid-cross-entropy-with-logits", "sigmoid-binary-cross-entropy",
    ],
    name: "binary cross-entropy with logits", family: .lossOfLogit, symbol: "L", variable: "z",
    formula: Notation(
      "L(z) = y log(1 + e⁻ᶻ) + (1 − y) log(1 + eᶻ)",
      ascii: "L(z) = y log(1 + e^-z) + (1 - y) log(1 + e^z)"),
    derivativeFormula: Notation("L′(z) = σ(z) − y", ascii: "L'(z) = s(z) - y"),
    derivation: [
      DerivationStep(
        "L = −[y log σ(z) + (1 − y) log(1 − σ(z))]",
        ascii: "L = -[y log s(z) + (1 - y) log(1 - s(z))]"),
      DerivationStep(
        "∂L/∂z = ∂L/∂ŷ · ∂ŷ/∂z, with ŷ = σ(z)", ascii: "dL/dz = dL/dp * dp/dz, with p = s(z)"),
      DerivationStep(
        "∂L/∂z = (ŷ − y)/[ŷ(1 − ŷ)] · ŷ(1 − ŷ)", ascii: "dL/dz = (p - y)/[p(1 - p)] * p(1 - p)"),
      DerivationStep("∂L/∂z = σ(z) − y", ascii: "dL/dz = s(z) - y"),
    ],
    use: "Loss of binary classifiers, fused with the sigmoid so that no digits are lost.",
    remarks: [
      "Sigmoid and cross-entropy are fused: the gradient does not vanish where a wrong sigmoid "
        + "saturates.",
      "With a soft label 0 < y < 1 the least loss is the entropy of y, at z = log(y/(1 − y)).",
    ],
    source: "torch.nn.BCEWithLogitsLoss",
    accuracy: "Value within 3 ulp, derivative within 2,"
      + " with soft labels of the larger of σ(z) and y.")

  public var target: TargetDescription { .probability }

  public func shape(target y: Double) -> FunctionShape {
    let limits = (
      Limit(value: y == 0 ? 0 : .infinity, derivative: 0 - y),
      Limit(value: y == 1 ? 0 : .infinity, derivative: 1 - y)
    )
    guard y > 0 && y < 1 else {
      return FunctionShape(
        range: Interval(0, .infinity, includesLower: false),
        limitAtMinusInfinity: limits.0, limitAtPlusInfinity: limits.1)
    }
    let logit = logarithmOfRatio(y, 1 - y).rounded
    return FunctionShape(
      range: Interval(value(logit, target: y), .infinity),
      limitAtMinusInfinity: limits.0, limitAtPlusInfinity: limits.1,
      pointsOfInterest: [PointOfInterest(.minimum, x: logit, closedForm: "log(y/(1 - y))")])
  }

  public func readableValue<T: Real>(_ z: T, target: T) -> T {
    if z.isNaN { return z }
    return (target == 0 ? 0 : target * LogisticTerms.softplus(-z))
      + (target == 1 ? 0 : (1 - target) * LogisticTerms.softplus(z))
  }

  public func readableDerivative<T: Real>(_ z: T, target: T) -> T {
    if target == 0 { return LogisticTerms.sigmoid(z) }
    if target == 1 { return -LogisticTerms.sigmoid(-z) }
    return (1 - target) * LogisticTerms.sigmoid(z) - target * LogisticTerms.sigmoid(-z)
  }

  /// The sigmoid in two doubles, so that the difference to a soft label near it keeps its digits.
  public func derivative(_ z: Double, target: Double) -> Double {
    guard z.isFinite, target != 0, target != 1 else {
      return readableDerivative(z, target: target)
    }
    return z > 0
      ? (DoubleDouble.sum(1, -target) - LogisticTerms.sigmoid(-z).unscaled).rounded
      : (LogisticTerms.sigmoid(z).unscaled - target).rounded
  }

  public func readableSecondDerivative<T: Real>(_ z: T, target: T) -> T {
    target.isNaN ? target : LogisticTerms.sigmoidDerivative(z)
  }

  public func substitutedValue(at z: Double, target y: Double) -> SubstitutedFormula? {
    let result = value(z, target: y)
    guard z.isFinite, !result.isNaN else { return nil }
    switch (y, z > 0) {
    case (1, true):
      return SubstitutedFormula(
        Notation("L = log(1 + e⁻ᶻ)", ascii: "L = log(1 + e^-z)"), .logOnePlus(.exp(-z)),
        result: result)
    case (1, false):
      return SubstitutedFormula(
        "L = −z + log(1 + eᶻ)", ascii: "L = -z + log(1 + e^z)",
        "\(-z) + \(Double.log(onePlus: .exp(z)))", result: result)
    case (0, true):
      return SubstitutedFormula(
        "L = z + log(1 + e⁻ᶻ)", ascii: "L = z + log(1 + e^-z)",
        "\(z) + \(Double.log(onePlus: .exp(-z)))", result: result)
    case (0, false):
      return SubstitutedFormula(
        Notation("L = log(1 + eᶻ)", ascii: "L = log(1 + e^z)"), .logOnePlus(.exp(z)),
        result: result)
    default:
      let (whenPositive, whenNegative): (Double, Double) =
        (LogisticTerms.softplus(-z), LogisticTerms.softplus(z))
      return SubstitutedFormula(
        "L = y log(1 + e⁻ᶻ) + (1 − y) log(1 + eᶻ)",
        ascii: "L = y log(1 + e^-z) + (1 - y) log(1 + e^z)",
        "\(y) × \(whenPositive) + \(1 - y) × \(whenNegative)", result: result)
    }
  }

  public func substitutedDerivative(at z: Double, target y: Double) -> SubstitutedFormula? {
    let result = derivative(z, target: y)
    guard z.isFinite, !result.isNaN else { return nil }
    let e = Double.exp(z > 0 ? -z : z)
    let (right, wrong): (Double, Double) = (LogisticTerms.sigmoid(z), LogisticTerms.sigmoid(-z))
    switch (y, z > 0) {
    case (1, true):
      return SubstitutedFormula(
        "L′ = −σ(−z)", ascii: "L' = -s(-z)", "−\(e) / (1 + \(e))", result: result)
    case (1, false):
      return SubstitutedFormula(
        "L′ = −σ(−z)", ascii: "L' = -s(-z)", "−1 / (1 + \(e))", result: result)
    case (_, true) where y != 0:
      return SubstitutedFormula(
        "L′ = (1 − y) − σ(−z)", ascii: "L' = (1 - y) - s(-z)", "\(1 - y) − \(wrong)",
        result: result)
    default:
      return SubstitutedFormula(
        "L′ = σ(z) − y", ascii: "L' = s(z) - y", "\(right) − \(y)", result: result)
    }
  }
}
