import RealModule

/// Binary cross-entropy with each logarithm held at −100 or above, as PyTorch does:
/// L(ŷ) = −[y max(log ŷ, −100) + (1 − y) max(log(1 − ŷ), −100)].
///
/// Finite everywhere on [0, 1]; the derivative of a held logarithm is 0. NaN outside [0, 1].
/// Value and derivative within 3 ulp.
public struct ClampedBinaryCrossEntropy: LossFunction, DescribedByType {
  public init() {}

  public static let description = FunctionDescription(
    identifier: "bce-clamped", aliases: ["clamped-binary-cross-entropy", "bceloss"],
    name: "clamped binary cross-entropy", family: .lossOfProbability, symbol: "L",
    variable: Notation("ŷ", ascii: "p"),
    formula: Notation(
      "L(ŷ) = −[y max(log ŷ, −100) + (1 − y) max(log(1 − ŷ), −100)]",
      ascii: "L(p) = -[y max(log p, -100) + (1 - y) max(log(1 - p), -100)]"),
    derivativeFormula: Notation(
      "L′(ŷ) = (1 − y)/(1 − ŷ) − y/ŷ, without a term whose logarithm is held",
      ascii: "L'(p) = (1 - y)/(1 - p) - y/p, without a term whose logarithm is held"),
    derivation: [
      DerivationStep(
        "log ŷ > −100:  ∂/∂ŷ max(log ŷ, −100) = 1/ŷ",
        ascii: "log p > -100:  d/dp max(log p, -100) = 1/p"),
      DerivationStep(
        "log ŷ < −100:  ∂/∂ŷ max(log ŷ, −100) = 0",
        ascii: "log p < -100:  d/dp max(log p, -100) = 0"),
    ],
    use: "What PyTorch's BCELoss returns, finite even for a wrong label at 0 or 1.",
    remarks: [
      "The derivative is that of the clamped value: 0 where a logarithm is held.",
      "The kinks lie at e⁻¹⁰⁰ = 3.7e−44 and 1 − e⁻¹⁰⁰, which rounds to 1; at a kink the side "
        + "that is held is used.",
      "PyTorch's own gradient is another: (ŷ − y)/max(ŷ(1 − ŷ), 1e−12), which at ŷ = 0, y = 1 "
        + "is about −1e12.",
    ],
    source: "torch.nn.BCELoss", accuracy: "Value and derivative within 3 ulp.")

  public var target: TargetDescription { .probability }

  /// e⁻¹⁰⁰, below which the logarithm is held at −100.
  private static let seam = 0x1.a8c1f14e2af5dp-145

  public func shape(target: Double) -> FunctionShape {
    let y = isProbability(target) ? target : 0
    var breakpoints: [Breakpoint] = []
    if y > 0 { breakpoints.append(kink(at: Self.seam, target: y)) }
    if y < 1 { breakpoints.append(kink(at: 1, target: y)) }
    let least = value(y, target: y)
    return FunctionShape(
      domain: .unit, range: Interval(least, 100 * (y > 1 - y ? y : 1 - y)),
      breakpoints: breakpoints,
      pointsOfInterest: [
        PointOfInterest(
          least == 0 ? .zero : .minimum, x: y, closedForm: Notation("ŷ = y", ascii: "p = y"))
      ],
      deadIntervals: y == 1 ? [Interval(0, Self.seam)] : [],
      window: 0...1)
  }

  /// Where a logarithm begins to be held: at e⁻¹⁰⁰ that of ŷ, on whose left it is, and at 1 − e⁻¹⁰⁰,
  /// which is 1 in Double, that of 1 − ŷ.
  private func kink(at x: Double, target y: Double) -> Breakpoint {
    let isLower = x == Self.seam
    let value = value(x, target: y)
    let held = (
      slope: derivative(x, target: y), curvature: secondDerivative(x, target: y)
    )
    let (e, weight) = (Self.seam, isLower ? -y : 1 - y)
    let free = (
      slope: held.slope + weight / e, curvature: held.curvature + weight.magnitude / (e * e)
    )
    func sides(free: Double, held: Double) -> OneSided {
      OneSided(left: isLower ? held : free, right: isLower ? free : held, used: held)
    }
    return Breakpoint(
      x: x, kind: .kink, value: OneSided(value),
      derivative: sides(free: free.slope, held: held.slope),
      secondDerivative: sides(free: free.curvature, held: held.curvature),
      convention: "the side on which the logarithm is held")
  }

  public func readableValue<T: Real>(_ prediction: T, target: T) -> T {
    guard isProbability(prediction) else { return .nan }
    let whenPositive = prediction > T(exactly: Self.seam) ? T.log(prediction) : -100
    let whenNegative = prediction == 1 ? -100 : T.log(onePlus: -prediction)
    return 0 - target * whenPositive - (1 - target) * whenNegative
  }

  public func readableDerivative<T: Real>(_ prediction: T, target: T) -> T {
    guard isProbability(prediction) else { return .nan }
    let isHeldBelow = !(prediction > T(exactly: Self.seam))
    let isHeldAbove = prediction == 1
    if !isHeldBelow && !isHeldAbove {
      return BinaryCrossEntropy().derivative(prediction, target: target)
    }
    return isHeldBelow ? (1 - target) / (1 - prediction) : -target / prediction
  }

  public func readableSecondDerivative<T: Real>(_ prediction: T, target: T) -> T {
    guard isProbability(prediction) else { return .nan }
    let isHeldBelow = !(prediction > T(exactly: Self.seam))
    let isHeldAbove = prediction == 1
    if !isHeldBelow && !isHeldAbove {
      return BinaryCrossEntropy().secondDerivative(prediction, target: target)
    }
    return isHeldBelow
      ? (1 - target) / ((1 - prediction) * (1 - prediction)) : target / (prediction * prediction)
  }

  public func substitutedValue(at p: Double, target y: Double) -> SubstitutedFormula? {
    let result = value(p, target: y)
    if result.isNaN { return nil }
    func held(_ logarithm: Double) -> Double { logarithm > -100 ? logarithm : -100 }
    return SubstitutedFormula(
      "L = −(y max(log ŷ, −100) + (1 − y) max(log(1 − ŷ), −100))",
      ascii: "L = -(y max(log p, -100) + (1 - y) max(log(1 - p), -100))",
      "−(\(y) × \(held(.log(p))) + \(1 - y) × \(held(.log(onePlus: -p))))", result: result)
  }

  public func substitutedDerivative(at p: Double, target y: Double) -> SubstitutedFormula? {
    if p > Self.seam && p < 1 {
      return BinaryCrossEntropy().substitutedDerivative(at: p, target: y)
    }
    let result = derivative(p, target: y)
    if result.isNaN { return nil }
    return p < 0.5
      ? SubstitutedFormula(
        "L′ = (1 − y)/(1 − ŷ)", ascii: "L' = (1 - y)/(1 - p)", "\(1 - y) / \(1 - p)",
        result: result)
      : SubstitutedFormula("L′ = −y/ŷ", ascii: "L' = -y/p", "−\(y) / \(p)", result: result)
  }
}
