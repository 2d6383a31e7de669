import RealModule

extension Catalogue {
  /// Losses of a single logit that weigh the two classes differently.
  static let weightedLogitLosses = [CatalogueEntry(WeightedBinaryCrossEntropyOnLogits.self)]
}

/// Binary cross-entropy of the sigmoid of a logit with a weight w on the positive class,
/// L(z) = wy·log(1 + e⁻ᶻ) + (1 − y)·log(1 + eᶻ): PyTorch's `pos_weight`.
///
/// Value within 2 ulp, derivative within 1 ulp, with soft labels of its larger term. At ±∞ the
/// limit: 0 with the right label, +∞ with the wrong one.
public struct WeightedBinaryCrossEntropyOnLogits: LossFunction, DescribedByType {
  /// The weight w of the positive class: above 0.
  public var positiveWeight = 2.0

  public init() {}
  public init(positiveWeight: Double) { self.positiveWeight = positiveWeight }

  public static let parameters: [Parameter<WeightedBinaryCrossEntropyOnLogits>] = [
    Parameter(
      \.positiveWeight,
      ParameterDescription(
        name: "weight", symbol: "w", meaning: "the weight of the positive class",
        defaultValue: 2, accepted: .positive, slider: 0.1...10, step: 0.1))
  ]

  public static let description = FunctionDescription(
    identifier: "weighted-bce-with-logits",
    aliases: ["bce-with-logits-pos-weight", "weighted-cross-entropy-with-logits"],
    name: "weighted BCE with logits", family: .lossOfLogit, symbol: "L",
    variable: "z",
    formula: Notation(
      "L(z) = wy log(1 + e⁻ᶻ) + (1 − y) log(1 + eᶻ)",
      ascii: "L(z) = wy log(1 + e^-z) + (1 - y) log(1 + e^z)"),
    derivativeFormula: Notation(
      "L′(z) = (1 − y)·σ(z) − wy·σ(−z)", ascii: "L'(z) = (1 - y)*s(z) - wy*s(-z)"),
    derivation: [
      DerivationStep(
        "L = −[wy log σ(z) + (1 − y) log(1 − σ(z))]",
        ascii: "L = -[wy log s(z) + (1 - y) log(1 - s(z))]"),
      DerivationStep("d/dz log σ(z) = σ(−z)", ascii: "d/dz log s(z) = s(-z)"),
      DerivationStep("d/dz log(1 − σ(z)) = −σ(z)", ascii: "d/dz log(1 - s(z)) = -s(z)"),
      DerivationStep("∂L/∂z = (1 − y)·σ(z) − wy·σ(−z)", ascii: "dL/dz = (1 - y)*s(z) - wy*s(-z)"),
      DerivationStep("w = 1:  ∂L/∂z = σ(z) − y", ascii: "w = 1:  dL/dz = s(z) - y"),
    ],
    use: "Binary classifiers whose positive class is rare: w is then negatives over positives.",
    remarks: [
      "With w = 1 it is bce-with-logits.",
      "With a soft label 0 < y < 1 the least loss lies at z = log(wy/(1 − y)).",
    ],
    source: "torch.nn.BCEWithLogitsLoss(pos_weight)",
    accuracy: "Value within 2 ulp, derivative within 1 ulp, with soft labels of its larger term.")

  public var target: TargetDescription { .probability }

  public func shape(target y: Double) -> FunctionShape {
    let pull = positiveWeight * y
    let limits = (
      Limit(value: y == 0 ? 0 : .infinity, derivative: 0 - pull),
      Limit(value: y == 1 ? 0 : .infinity, derivative: 1 - y)
    )
    guard y > 0 && y < 1 else {
      return FunctionShape(
        range: Interval(0, .infinity, includesLower: false),
        limitAtMinusInfinity: limits.0, limitAtPlusInfinity: limits.1)
    }
    let best = Double.log(positiveWeight) + logarithmOfRatio(y, 1 - y).rounded
    return FunctionShape(
      range: Interval(value(best, target: y), .infinity),
      limitAtMinusInfinity: limits.0, limitAtPlusInfinity: limits.1,
      pointsOfInterest: [PointOfInterest(.minimum, x: best, closedForm: "log(wy/(1 - y))")])
  }

  public func readableValue<T: Real>(_ z: T, target: T) -> T {
    if z.isNaN { return z }
    return (target == 0 ? 0 : T(exactly: positiveWeight) * target * LogisticTerms.softplus(-z))
      + (target == 1 ? 0 : (1 - target) * LogisticTerms.softplus(z))
  }

  public func readableDerivative<T: Real>(_ z: T, target: T) -> T {
    if target == 0 { return LogisticTerms.sigmoid(z) }
    let pull = T(exactly: positiveWeight) * target * LogisticTerms.sigmoid(-z)
    return target == 1 ? -pull : (1 - target) * LogisticTerms.sigmoid(z) - pull
  }

  public func readableSecondDerivative<T: Real>(_ z: T, target: T) -> T {
    (1 - target + T(exactly: positiveWeight) * target) * LogisticTerms.sigmoidDerivative(z)
  }

  public func value(_ z: Double, target y: Double) -> Double {
    let estimate = readableValue(z, target: y)
    guard z.isFinite, estimate.isFinite, let weight = weight(y) else { return estimate }
    let whenPositive: ScaledDoubleDouble = LogisticTerms.softplus(-z) * weight
    if y == 1 { return whenPositive.rounded }
    let whenNegative: ScaledDoubleDouble = LogisticTerms.softplus(z) * DoubleDouble.sum(1, -y)
    return (whenPositive + whenNegative).rounded
  }

  /// Both terms in two doubles, so that their difference keeps its digits.
  public func derivative(_ z: Double, target y: Double) -> Double {
    guard z.isFinite, let weight = weight(y) else { return readableDerivative(z, target: y) }
    let pull: ScaledDoubleDouble = LogisticTerms.sigmoid(-z) * weight
    if y == 1 { return -pull.rounded }
    let push: ScaledDoubleDouble = LogisticTerms.sigmoid(z) * DoubleDouble.sum(1, -y)
    return (push - pull).rounded
  }

  /// A large weight may bring back what is subnormal without it.
  public func secondDerivative(_ z: Double, target y: Double) -> Double {
    guard z.isFinite, let weight = weight(y) else {
      return readableSecondDerivative(z, target: y)
    }
    return (LogisticPair(z).product * (weight + ScaledDoubleDouble(DoubleDouble.sum(1, -y))))
      .rounded
  }

  /// w·y, whose powers of two stand apart, lest it be subnormal; nil where there is none.
  private func weight(_ y: Double) -> ScaledDoubleDouble? {
    if y == 0 { return .zero }
    let w = positiveWeight
    guard w.isFinite, w > 0, y > 0, y <= 1 else { return nil }
    return ScaledDoubleDouble(
      significand: .product(w.significand, y.significand),
      exponent: Int(w.exponent + y.exponent))
  }

  public func substitutedValue(at z: Double, target y: Double) -> SubstitutedFormula? {
    let result = value(z, target: y)
    guard z.isFinite, !result.isNaN else { return nil }
    let (whenPositive, whenNegative): (Double, Double) =
      (LogisticTerms.softplus(-z), LogisticTerms.softplus(z))
    switch y {
    case 0:
      return .constant("L = log(1 + eᶻ)", ascii: "L = log(1 + e^z)", result)
    case 1:
      return SubstitutedFormula(
        "L = w log(1 + e⁻ᶻ)", ascii: "L = w log(1 + e^-z)",
        "\(positiveWeight) × \(whenPositive)", result: result)
    default:
      return SubstitutedFormula(
        "L = wy log(1 + e⁻ᶻ) + (1 − y) log(1 + eᶻ)",
        ascii: "L = wy log(1 + e^-z) + (1 - y) log(1 + e^z)",
        "\(positiveWeight) × \(y) × \(whenPositive) + \(1 - y) × \(whenNegative)",
        result: result)
    }
  }

  public func substitutedDerivative(at z: Double, target y: Double) -> SubstitutedFormula? {
    let result = derivative(z, target: y)
    guard z.isFinite, !result.isNaN else { return nil }
    let (open, closed): (Double, Double) = (LogisticTerms.sigmoid(z), LogisticTerms.sigmoid(-z))
    switch y {
    case 0:
      return .constant("L′ = σ(z)", ascii: "L' = s(z)", result)
    case 1:
      return SubstitutedFormula(
        "L′ = −w·σ(−z)", ascii: "L' = -w*s(-z)", "−\(positiveWeight) × \(closed)",
        result: result)
    default:
      return SubstitutedFormula(
        "L′ = (1 − y)·σ(z) − wy·σ(−z)", ascii: "L' = (1 - y)*s(z) - wy*s(-z)",
        "\(1 - y) × \(open) − \(positiveWeight) × \(y) × \(closed)", result: result)
    }
  }
}
