import RealModule

extension Catalogue {
  /// The terms of the losses of a distribution over classes.
  static let classProbabilityLosses = [
    CatalogueEntry(CrossEntropyTerm.self), CatalogueEntry(KullbackLeiblerTerm.self),
  ]
}

/// One class's part −y log ŷ of the cross-entropy L = −Σ yₖ log ŷₖ.
///
/// 0 everywhere for y = 0; +∞ at ŷ = 0 otherwise. NaN outside [0, 1]. Within 2 ulp. The sum over
/// classes is `DistributionLoss.crossEntropy(_:target:)`, of ``DistributionLoss``.
public struct CrossEntropyTerm: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "cross-entropy-term", aliases: ["cross-entropy-of-probability"],
    name: "cross-entropy",
    family: .lossOfProbability, symbol: "L", variable: Notation("ŷ", ascii: "p"),
    formula: Notation("L(ŷ) = −y log ŷ", ascii: "L(p) = -y log p"),
    derivativeFormula: Notation("L′(ŷ) = −y/ŷ", ascii: "L'(p) = -y/p"),
    derivation: [
      DerivationStep("L = −[Σₖ yₖ log ŷₖ]", ascii: "L = -[sum_k y_k log p_k]", by: "definition"),
      DerivationStep(
        "∂L/∂ŷᵢ = ∂/∂ŷᵢ −[Σₖ yₖ log ŷₖ]", ascii: "dL/dp_i = d/dp_i -[sum_k y_k log p_k]",
        by: Notation("differentiate by ŷᵢ", ascii: "differentiate by p_i")),
      DerivationStep(
        "∂L/∂ŷᵢ = −[∂/∂ŷᵢ yᵢ log ŷᵢ]", ascii: "dL/dp_i = -[d/dp_i y_i log p_i]",
        by: Notation("only k = i has ŷᵢ in it", ascii: "only k = i has p_i in it")),
      DerivationStep(
        "∂L/∂ŷᵢ = −yᵢ/ŷᵢ", ascii: "dL/dp_i = -y_i/p_i",
        by: Notation("(log u)′ = u′/u", ascii: "(log u)' = u'/u")),
    ],
    use: "Loss of classifiers of more than two classes; this is the term of one class.",
    remarks: [
      "The loss sums this term over all classes; the derivative is the same in the sum.",
      "After softmax the gradient with respect to the logits is p − y.",
      "0 log 0 counts as 0, so a class with y = 0 contributes nothing.",
    ],
    source: "torch.nn.CrossEntropyLoss, torch.nn.NLLLoss",
    accuracy: "Value and derivative within 2 ulp.")

  public var target: TargetDescription { .probability }

  public func shape(target: Double) -> FunctionShape {
    guard target > 0 else {
      return FunctionShape(
        domain: .unit, range: Interval(0, 0), deadIntervals: [.unit], window: 0...1)
    }
    return FunctionShape(
      domain: .unit, range: Interval(0, .infinity),
      breakpoints: [.pole(atLowerEnd: 0, value: .infinity, derivative: -.infinity)],
      pointsOfInterest: [PointOfInterest(.zero, x: 1)], window: 0...1)
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    guard isProbability(prediction) else { return .nan }
    return target == 0 ? 0 : 0 - target * .log(prediction)
  }

  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    guard isProbability(prediction) else { return .nan }
    return target == 0 ? 0 : -target / (prediction + 0)
  }

  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    guard isProbability(prediction) else { return .nan }
    return target == 0 ? 0 : target / (prediction + 0) / (prediction + 0)
  }

  public func secondDerivative(_ prediction: Double, target: Double) -> Double {
    guard isProbability(prediction) else { return .nan }
    return quotient(target, bySquareOf: prediction)
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    let result = value(p, target: y)
    if result.isNaN { return nil }
    if y == 0 { return .constant("L = 0 for y = 0", ascii: "L = 0 for y = 0", 0) }
    return SubstitutedFormula(
      "L = −y log ŷ", ascii: "L = -y log p", "−\(y) × log(\(p))", result: result)
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    let result = derivative(p, target: y)
    if result.isNaN { return nil }
    if y == 0 { return .constant("L′ = 0 for y = 0", ascii: "L' = 0 for y = 0", 0) }
    return SubstitutedFormula("L′ = −y/ŷ", ascii: "L' = -y/p", "−\(y) / \(p)", result: result)
  }

  public func substitutedSteps(at p: Double, target y: Double) -> [SubstitutedFormula?] {
    guard p > 0 else { return [] }
    return Self.description.substituted([nil, nil, nil, ("−\(y)/\(p)", derivative(p, target: y))])
  }
}

/// One class's part y log(y/ŷ) of the Kullback–Leibler divergence Σ yₖ log(yₖ/ŷₖ).
///
/// 0 everywhere for y = 0; +∞ at ŷ = 0 otherwise. A single term may be negative, the sum over
/// classes is not. NaN outside [0, 1]. Within 2 ulp, next to ŷ = y as well.
public struct KullbackLeiblerTerm: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "kl", aliases: ["kl-divergence", "relative-entropy"],
    name: "KL divergence", family: .lossOfProbability, symbol: "L",
    variable: Notation("ŷ", ascii: "p"),
    formula: Notation("L(ŷ) = y log(y/ŷ)", ascii: "L(p) = y log(y/p)"),
    derivativeFormula: Notation("L′(ŷ) = −y/ŷ", ascii: "L'(p) = -y/p"),
    derivation: [
      DerivationStep("L = Σₖ yₖ log(yₖ/ŷₖ)", ascii: "L = sum_k y_k log(y_k/p_k)"),
      DerivationStep(
        "L = Σₖ yₖ log yₖ − Σₖ yₖ log ŷₖ", ascii: "L = sum_k y_k log y_k - sum_k y_k log p_k"),
      DerivationStep("∂L/∂ŷᵢ = 0 − yᵢ/ŷᵢ", ascii: "dL/dp_i = 0 - y_i/p_i"),
    ],
    use: "Distance of a predicted from a wanted distribution: distillation, variational methods.",
    remarks: [
      "The divergence sums this term over all classes; a single term is negative where ŷ > y, "
        + "the sum never is.",
      "It is cross-entropy less the entropy of the target, so both have one gradient.",
      "PyTorch's KLDivLoss takes log ŷ.",
    ],
    source: "Kullback and Leibler 1951; torch.nn.KLDivLoss",
    accuracy: "Value and derivative within 2 ulp, next to ŷ = y as well.")

  public var target: TargetDescription { .probability }

  public func shape(target y: Double) -> FunctionShape {
    guard y > 0 else {
      return FunctionShape(
        domain: .unit, range: Interval(0, 0), deadIntervals: [.unit], window: 0...1)
    }
    return FunctionShape(
      domain: .unit, range: Interval(value(1, target: y), .infinity),
      breakpoints: [.pole(atLowerEnd: 0, value: .infinity, derivative: -.infinity)],
      pointsOfInterest: [
        PointOfInterest(.zero, x: y, closedForm: Notation("ŷ = y", ascii: "p = y"))
      ],
      window: 0...1)
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    guard isProbability(prediction) else { return .nan }
    if target == 0 { return 0 }
    if prediction == 0 {
      return stated(at: prediction, .infinity, slope: -.infinity, curvature: .infinity)
    }
    return target * .log(target / prediction)
  }

  public func value(_ prediction: Double, target: Double) -> Double {
    guard isProbability(prediction), target > 0, target.isFinite else {
      return readableValue(prediction, target: target)
    }
    if prediction == 0 { return .infinity }
    return target * logarithmOfRatio(target, prediction).rounded
  }

  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    CrossEntropyTerm().derivative(prediction, target: target)
  }

  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    CrossEntropyTerm().secondDerivative(prediction, target: target)
  }

  public func secondDerivative(_ prediction: Double, target: Double) -> Double {
    CrossEntropyTerm().secondDerivative(prediction, target: target)
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    let result = value(p, target: y)
    if result.isNaN { return nil }
    if y == 0 { return .constant("L = 0 for y = 0", ascii: "L = 0 for y = 0", 0) }
    if p > y / 2 && p < 2 * y {
      return SubstitutedFormula(
        Notation("L = y log(1 + (y − ŷ)/ŷ)", ascii: "L = y log(1 + (y - p)/p)"),
        "\(y) × " + .logOnePlus((y - p) / p), result: result)
    }
    return SubstitutedFormula(
      "L = y log(y/ŷ)", ascii: "L = y log(y/p)", "\(y) × log(\(y) / \(p))", result: result)
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    CrossEntropyTerm().substitutedDerivative(at: p, target: y)
  }
}

/// y/x² for y and x from 0 up, whose first quotient may be subnormal where the second is not; 0 for
/// y = 0.
func quotient(_ y: Double, bySquareOf x: Double) -> Double {
  guard y > 0, x > 0, y.isFinite, x.isFinite else { return y == 0 ? 0 : y / (x + 0) / (x + 0) }
  let x = ScaledDoubleDouble(x)
  return (ScaledDoubleDouble(y) / (x * x)).rounded
}

/// log(a/b) to about 2⁻⁶⁰ of its size, for finite a and b above 0.
///
/// Where a is near b their difference is exact, and the logarithm of 1 + (a − b)/b is taken.
func logarithmOfRatio(_ a: Double, _ b: Double) -> DoubleDouble {
  // Tiny numbers are made larger first, so that no digit of the quotient underflows.
  if b < 0x1p-900 && a < 0x1p-600 { return logarithmOfRatio(a * 0x1p300, b * 0x1p300) }
  if a > b / 2 && a < 2 * b { return .log(onePlus: DoubleDouble.quotient(a - b, b)) }
  return DoubleDouble.naturalLogarithm(a) - .naturalLogarithm(b)
}
