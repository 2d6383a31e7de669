import RealModule

extension Catalogue {
  /// The soft margin, which stands among the losses of a logit.
  static let softMarginLosses = [CatalogueEntry(SoftMargin.self)]

  /// Losses of a margin m = yz that are 0 from a margin of 1 on.
  static let hingeLosses = [CatalogueEntry(Hinge.self), CatalogueEntry(SquaredHinge.self)]
}

/// Soft margin L(z) = log(1 + e⁻ʸᶻ), the smooth hinge: logistic loss with labels ±1.
///
/// Value and derivative within 2 ulp, tails and subnormal results included.
public struct SoftMargin: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "soft-margin", aliases: ["soft-margin-loss", "softmarginloss"],
    name: "soft margin", family: .lossOfLogit, symbol: "L", variable: "z",
    formula: Notation("L(z) = log(1 + e⁻ʸᶻ)", ascii: "L(z) = log(1 + e^(-yz))"),
    derivativeFormula: Notation("L′(z) = −y σ(−yz)", ascii: "L'(z) = -y s(-yz)"),
    derivation: [
      DerivationStep(
        "∂L/∂z = (∂e⁻ʸᶻ/∂z)/(1 + e⁻ʸᶻ)", ascii: "dL/dz = (d e^(-yz)/dz)/(1 + e^(-yz))"),
      DerivationStep("∂L/∂z = −y e⁻ʸᶻ/(1 + e⁻ʸᶻ)", ascii: "dL/dz = -y e^(-yz)/(1 + e^(-yz))"),
      DerivationStep("∂L/∂z = −y σ(−yz)", ascii: "dL/dz = -y s(-yz)"),
    ],
    use: "Binary classifiers whose labels are −1 and 1.",
    remarks: ["It is binary cross-entropy with logits for labels −1 and 1."],
    source: "torch.nn.SoftMarginLoss", accuracy: "Value and derivative within 2 ulp.")

  public var target: TargetDescription { .sign }

  public func shape(target y: Double) -> FunctionShape {
    let atWrong = Limit(value: .infinity, derivative: -y)
    let atRight = Limit(value: 0, derivative: 0)
    return FunctionShape(
      range: Interval(0, .infinity, includesLower: false),
      limitAtMinusInfinity: y > 0 ? atWrong : atRight,
      limitAtPlusInfinity: y > 0 ? atRight : atWrong)
  }

  public func readableValue<T: Real>(_ z: T, target: T) -> T {
    LogisticTerms.softplus(-target * z)
  }

  public func readableDerivative<T: Real>(_ z: T, target: T) -> T {
    -target * LogisticTerms.sigmoid(-target * z)
  }

  public func readableSecondDerivative<T: Real>(_ z: T, target: T) -> T {
    target * target * LogisticTerms.sigmoidDerivative(target * z)
  }

  public func substitutedValue(at z: Double, target y: Double) -> SubstitutedFormula? {
    let result = value(z, target: y)
    guard z.isFinite, !result.isNaN else { return nil }
    let margin = y * z
    return margin < 0
      ? SubstitutedFormula(
        "L = −yz + log(1 + e^(yz))", ascii: "L = -yz + log(1 + e^(yz))",
        "\(-margin) + \(Double.log(onePlus: .exp(margin)))", result: result)
      : SubstitutedFormula(
        Notation("L = log(1 + e⁻ʸᶻ)", ascii: "L = log(1 + e^(-yz))"),
        .logOnePlus(.exp(-margin)), result: result)
  }

  public func substitutedDerivative(at z: Double, target y: Double) -> SubstitutedFormula? {
    let result = derivative(z, target: y)
    guard z.isFinite, !result.isNaN else { return nil }
    let sigmoid: Double = LogisticTerms.sigmoid(-y * z)
    return SubstitutedFormula(
      "L′ = −y σ(−yz)", ascii: "L' = -y s(-yz)", "\(-y) × \(sigmoid)", result: result)
  }
}

/// Hinge L(z) = max(0, 1 − yz), the loss of support vector machines.
///
/// At a margin of 1 the derivative is 0. Within 1 ulp.
public struct Hinge: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "hinge", aliases: ["hinge-loss"], name: "hinge", family: .lossOfMargin,
    symbol: "L", variable: "z",
    formula: Notation("L(z) = max(0, 1 − yz)", ascii: "L(z) = max(0, 1 - yz)"),
    derivativeFormula: Notation(
      "L′(z) = −y if yz < 1, else 0", ascii: "L'(z) = -y if yz < 1, else 0"),
    derivation: [
      DerivationStep("yz < 1:  L = 1 − yz,  ∂L/∂z = −y", ascii: "yz < 1:  L = 1 - yz,  dL/dz = -y"),
      DerivationStep("yz > 1:  L = 0,  ∂L/∂z = 0", ascii: "yz > 1:  L = 0,  dL/dz = 0"),
    ],
    use: "Support vector machines; labels are −1 and 1.",
    remarks: [
      "At a margin yz = 1 the derivative is 0, as PyTorch's clamp has it; optax takes −y/2."
    ],
    source: "Cortes and Vapnik 1995", accuracy: "Value and derivative within 1 ulp.")

  public var target: TargetDescription { .sign }

  public func shape(target y: Double) -> FunctionShape {
    hingeShape(
      target: y, slope: -y,
      breakpoint: Breakpoint(
        x: y, kind: .kink, value: OneSided(0),
        derivative: y > 0
          ? OneSided(left: -y, right: 0, used: 0) : OneSided(left: 0, right: -y, used: 0),
        secondDerivative: OneSided(0), convention: "PyTorch"))
  }

  public func readableValue<T: Real>(_ z: T, target: T) -> T {
    let margin = target * z
    return margin >= 1 ? 0 : 1 - margin
  }

  public func readableDerivative<T: Real>(_ z: T, target: T) -> T {
    let margin = target * z
    if margin.isNaN { return margin }
    return margin >= 1 ? 0 : -target
  }

  public func readableSecondDerivative<T: Real>(_ z: T, target: T) -> T {
    (target * z).isNaN ? .nan : 0
  }

  public func substitutedValue(at z: Double, target y: Double) -> SubstitutedFormula? {
    guard z.isFinite, !(y * z).isNaN else { return nil }
    if y * z >= 1 { return .constant("L = 0, yz ≥ 1", ascii: "L = 0, yz >= 1", 0) }
    return SubstitutedFormula(
      "L = 1 − yz", ascii: "L = 1 - yz", "1 − \(y) × \(z)", result: value(z, target: y))
  }

  public func substitutedDerivative(at z: Double, target y: Double) -> SubstitutedFormula? {
    guard z.isFinite, !(y * z).isNaN else { return nil }
    return y * z >= 1
      ? .constant("L′ = 0, yz ≥ 1", ascii: "L' = 0, yz >= 1", 0)
      : .constant("L′ = −y, yz < 1", ascii: "L' = -y, yz < 1", -y)
  }
}

/// Squared hinge L(z) = max(0, 1 − yz)².
///
/// Within 2 ulp. The second derivative, which jumps at a margin of 1, is 0 there.
public struct SquaredHinge: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "squared-hinge", aliases: ["squared-hinge-loss"], name: "squared hinge",
    family: .lossOfMargin, symbol: "L", variable: "z",
    formula: Notation("L(z) = max(0, 1 − yz)²", ascii: "L(z) = max(0, 1 - yz)^2"),
    derivativeFormula: Notation(
      "L′(z) = −2y·max(0, 1 − yz)", ascii: "L'(z) = -2y*max(0, 1 - yz)"),
    derivation: [
      DerivationStep(
        "yz < 1:  ∂L/∂z = 2(1 − yz)·∂(1 − yz)/∂z", ascii: "yz < 1:  dL/dz = 2(1 - yz)*d(1 - yz)/dz"),
      DerivationStep("yz < 1:  ∂L/∂z = −2y(1 − yz)", ascii: "yz < 1:  dL/dz = -2y(1 - yz)"),
      DerivationStep("yz ≥ 1:  ∂L/∂z = 0", ascii: "yz >= 1:  dL/dz = 0"),
    ],
    use: "Support vector machines that punish large violations more; labels are −1 and 1.",
    source: "keras.losses.SquaredHinge", accuracy: "Value and derivative within 2 ulp.")

  public var target: TargetDescription { .sign }

  public func shape(target y: Double) -> FunctionShape {
    hingeShape(
      target: y, slope: y > 0 ? -.infinity : .infinity,
      breakpoint: Breakpoint(
        x: y, kind: .curvatureJump, value: OneSided(0), derivative: OneSided(0),
        secondDerivative: y > 0
          ? OneSided(left: 2, right: 0, used: 0) : OneSided(left: 0, right: 2, used: 0),
        convention: "the flat side"))
  }

  public func readableValue<T: Real>(_ z: T, target: T) -> T {
    let missing = Hinge().value(z, target: target)
    return missing * missing
  }

  public func readableDerivative<T: Real>(_ z: T, target: T) -> T {
    let missing = Hinge().value(z, target: target)
    return missing == 0 ? 0 : -2 * target * missing
  }

  public func readableSecondDerivative<T: Real>(_ z: T, target: T) -> T {
    let margin = target * z
    if margin.isNaN { return margin }
    return margin >= 1 ? 0 : 2 * target * target
  }

  public func substitutedValue(at z: Double, target y: Double) -> SubstitutedFormula? {
    guard z.isFinite, !(y * z).isNaN else { return nil }
    let missing: Double = Hinge().value(z, target: y)
    return SubstitutedFormula(
      "L = max(0, 1 − yz)²", ascii: "L = max(0, 1 - yz)^2", "\(missing) × \(missing)",
      result: value(z, target: y))
  }

  public func substitutedDerivative(at z: Double, target y: Double) -> SubstitutedFormula? {
    guard z.isFinite, !(y * z).isNaN else { return nil }
    return SubstitutedFormula(
      "L′ = −2y·max(0, 1 − yz)", ascii: "L' = -2y*max(0, 1 - yz)",
      "\(-2 * y) × \(Hinge().value(z, target: y))", result: derivative(z, target: y))
  }
}

/// What the two hinges have in common: 0 beyond the margin, +∞ far on the wrong side.
private func hingeShape(
  target y: Double, slope: Double, breakpoint: Breakpoint
) -> FunctionShape {
  let atWrong = Limit(value: .infinity, derivative: slope)
  let atRight = Limit(value: 0, derivative: 0)
  return FunctionShape(
    range: Interval(0, .infinity), breakpoints: [breakpoint],
    limitAtMinusInfinity: y > 0 ? atWrong : atRight,
    limitAtPlusInfinity: y > 0 ? atRight : atWrong,
    deadIntervals: y > 0 ? [Interval(1, .infinity)] : [Interval(-.infinity, -1)], window: -4...4)
}
