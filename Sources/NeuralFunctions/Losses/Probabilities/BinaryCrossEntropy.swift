import RealModule

extension Catalogue {
  /// Binary cross-entropy of a probability, unclamped and clamped.
  static let binaryCrossEntropyLosses = [
    CatalogueEntry(BinaryCrossEntropy.self), CatalogueEntry(ClampedBinaryCrossEntropy.self),
  ]
}

/// Binary cross-entropy L(ŷ) = −[y log ŷ + (1 − y) log(1 − ŷ)] of a probability ŷ.
///
/// At ŷ = 0 and 1 the true value: 0 with the right label, +∞ with the wrong one; 0·log 0 is 0.
/// NaN outside [0, 1]. Value and derivative within 3 ulp, soft labels included.
public struct BinaryCrossEntropy: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "bce", aliases: ["binary-cross-entropy", "log-loss"],
    name: "binary cross-entropy", family: .lossOfProbability, symbol: "L",
    variable: Notation("ŷ", ascii: "p"),
    formula: Notation(
      "L(ŷ) = −[y log ŷ + (1 − y) log(1 − ŷ)]", ascii: "L(p) = -[y log p + (1 - y) log(1 - p)]"),
    derivativeFormula: Notation(
      "L′(ŷ) = (1 − y)/(1 − ŷ) − y/ŷ", ascii: "L'(p) = (1 - y)/(1 - p) - y/p"),
    derivation: [
      DerivationStep(
        "L(ŷ) = −[y log ŷ + (1 − y) log(1 − ŷ)]",
        ascii: "L(p) = -[y log p + (1 - y) log(1 - p)]", by: "definition"),
      DerivationStep(
        "∂L/∂ŷ = ∂/∂ŷ −[y log ŷ + (1 − y) log(1 − ŷ)]",
        ascii: "dL/dp = d/dp -[y log p + (1 - y) log(1 - p)]",
        by: Notation("differentiate by ŷ", ascii: "differentiate by p")),
      DerivationStep(
        "∂L/∂ŷ = −[∂/∂ŷ y log ŷ + ∂/∂ŷ (1 − y) log(1 − ŷ)]",
        ascii: "dL/dp = -[d/dp y log p + d/dp (1 - y) log(1 - p)]", by: "sum rule"),
      DerivationStep(
        "∂L/∂ŷ = −[y/ŷ − (1 − y)/(1 − ŷ)]", ascii: "dL/dp = -[y/p - (1 - y)/(1 - p)]",
        by: Notation("(log u)′ = u′/u", ascii: "(log u)' = u'/u")),
      DerivationStep(
        "∂L/∂ŷ = (1 − y)/(1 − ŷ) − y/ŷ", ascii: "dL/dp = (1 - y)/(1 - p) - y/p",
        by: Notation("multiply −1 in", ascii: "multiply -1 in")),
      DerivationStep(
        "∂L/∂ŷ = (ŷ − y)/[ŷ(1 − ŷ)]", ascii: "dL/dp = (p - y)/[p(1 - p)]", by: "common denominator"),
    ],
    use: "Loss of binary classifiers whose output is a probability, such as a sigmoid.",
    remarks: [
      "At 0 and 1 this is the true value, 0 or infinity; PyTorch holds each logarithm at −100 "
        + "or above instead, which is offered here as bce-clamped.",
      "From a logit, bce-with-logits keeps digits that a rounded probability has lost.",
      "With a soft label 0 < y < 1 the least loss is the entropy of y, not 0.",
    ],
    source: "torch.nn.BCELoss, without its clamp",
    accuracy: "Value and derivative within 3 ulp, soft labels included;"
      + " second derivative within 4.")

  public var target: TargetDescription { .probability }

  public func shape(target: Double) -> FunctionShape {
    var breakpoints: [Breakpoint] = []
    if target > 0 {
      breakpoints.append(.pole(atLowerEnd: 0, value: .infinity, derivative: -.infinity))
    }
    if target < 1 {
      breakpoints.append(.pole(atUpperEnd: 1, value: .infinity, derivative: .infinity))
    }
    let least = isProbability(target) ? value(target, target: target) : 0
    return FunctionShape(
      domain: .unit, range: Interval(least, .infinity), breakpoints: breakpoints,
      pointsOfInterest: [
        PointOfInterest(
          least == 0 ? .zero : .minimum, x: target, closedForm: Notation("ŷ = y", ascii: "p = y"))
      ],
      window: 0...1)
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    guard isProbability(prediction) else { return .nan }
    let whenPositive = target == 0 ? 0 : target * .log(prediction)
    let whenNegative = target == 1 ? 0 : (1 - target) * .log(onePlus: -prediction)
    return 0 - whenPositive - whenNegative
  }

  /// Over one denominator, so that ŷ − y near its root is one exact subtraction.
  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    guard isProbability(prediction) else { return .nan }
    // −0 is a probability too, and is to be divided by as 0.
    let p = prediction + 0
    if target == 0 { return 1 / (1 - p) }
    if target == 1 { return -1 / p }
    return (p - target) / (p * (1 - p))
  }

  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    guard isProbability(prediction) else { return .nan }
    let p = prediction + 0
    return (target == 1 ? 0 : (1 - target) / (1 - p) / (1 - p))
      + (target == 0 ? 0 : target / p / p)
  }

  public func secondDerivative(_ prediction: Double, target: Double) -> Double {
    guard isProbability(prediction), isProbability(target) else {
      return readableSecondDerivative(prediction, target: target)
    }
    return quotient(1 - target, bySquareOf: 1 - prediction)
      + quotient(target, bySquareOf: prediction)
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    let result = value(p, target: y)
    if result.isNaN { return nil }
    if y == 1 {
      return SubstitutedFormula("L = −log ŷ", ascii: "L = -log p", "−log(\(p))", result: result)
    }
    if y == 0 {
      return SubstitutedFormula(
        Notation("L = −log(1 − ŷ)", ascii: "L = -log(1 - p)"), .minus(logOnePlus: -p),
        result: result)
    }
    return SubstitutedFormula(
      "L = −(y log ŷ + (1 − y) log(1 − ŷ))", ascii: "L = -(y log p + (1 - y) log(1 - p))",
      "−(\(y) × \(Double.log(p)) + \(1 - y) × \(Double.log(onePlus: -p)))", result: result)
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    let result = derivative(p, target: y)
    if result.isNaN { return nil }
    if y == 1 {
      return SubstitutedFormula("L′ = −1/ŷ", ascii: "L' = -1/p", "−1 / \(p)", result: result)
    }
    if y == 0 {
      return SubstitutedFormula(
        "L′ = 1/(1 − ŷ)", ascii: "L' = 1/(1 - p)", "1 / \(1 - p)", result: result)
    }
    return SubstitutedFormula(
      "L′ = (ŷ − y)/[ŷ(1 − ŷ)]", ascii: "L' = (p - y)/[p(1 - p)]",
      "\(p - y) / (\(p) × \(1 - p))", result: result)
  }

  public func substitutedSteps(at p: Double, target y: Double) -> [SubstitutedFormula?] {
    guard p > 0, p < 1 else { return [] }
    let (loss, slope) = (value(p, target: y), derivative(p, target: y))
    let (whenPositive, whenNegative) = (y / p, (1 - y) / (1 - p))
    let keepsDigits = slope.magnitude > (whenPositive + whenNegative) / 4
    return Self.description.substituted([
      ("−[\(y) × log \(p) + \(1 - y) × log \(1 - p)]", loss), nil, nil,
      keepsDigits ? ("−[\(y)/\(p) − \(1 - y)/\(1 - p)]", slope) : nil,
      keepsDigits ? ("\(1 - y)/\(1 - p) − \(y)/\(p)", slope) : nil,
      ("(\(p - y)) / [\(p) × \(1 - p)]", slope),
    ])
  }
}
