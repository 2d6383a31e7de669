import RealModule

extension Catalogue {
  /// Cross-entropy with a focus on what is not yet learnt.
  static let focalLosses = [CatalogueEntry(Focal.self)]
}

/// Focal loss L(z) = αₜ(1 − pₜ)^γ·(−log pₜ) of a logit, where pₜ is the probability given to the
/// right class.
///
/// With a soft label 0 < y < 1, 1 − pₜ is y·σ(−z) + (1 − y)·σ(z), −log pₜ becomes binary
/// cross-entropy and αₜ is αy + (1 − α)(1 − y), as in torchvision. Value and derivative within
/// 3 ulp for labels 0 and 1, both tails included; for soft labels of their largest term.
public struct Focal: LossFunction, DescribedByType {
  /// How strongly what is already right is played down; 0 leaves cross-entropy.
  public var gamma = 2.0
  /// The weight of the positive class; the negative one has 1 − α.
  public var alpha = 0.25

  public init() {}
  public init(gamma: Double = 2, alpha: Double = 0.25) {
    self.gamma = gamma
    self.alpha = alpha
  }

  public static let description = FunctionDescription(
    identifier: "focal", aliases: ["focal-loss", "sigmoid-focal-loss"], name: "focal loss",
    family: .lossOfLogit, symbol: "L", variable: "z",
    formula: Notation(
      "L(z) = −αₜ(1 − pₜ)^γ log pₜ, pₜ = σ(z) if y = 1, σ(−z) if y = 0",
      ascii: "L(z) = -a_t (1 - p_t)^g log p_t, p_t = s(z) if y = 1, s(-z) if y = 0"),
    derivativeFormula: Notation(
      "L′(z) = ∓αₜ(1 − pₜ)^γ [(1 − pₜ) − γ pₜ log pₜ], − if y = 1, + if y = 0",
      ascii: "L'(z) = -/+ a_t (1 - p_t)^g [(1 - p_t) - g p_t log p_t], - if y = 1, + if y = 0"),
    derivation: [
      DerivationStep(
        "αₜ = α if y = 1, 1 − α if y = 0", ascii: "a_t = alpha if y = 1, 1 - alpha if y = 0"),
      DerivationStep(
        "u = z if y = 1, −z if y = 0;  pₜ = σ(u)",
        ascii: "u = z if y = 1, -z if y = 0;  p_t = s(u)"),
      DerivationStep(
        "∂pₜ/∂u = pₜ(1 − pₜ),  ∂(−log pₜ)/∂u = −(1 − pₜ)",
        ascii: "dp_t/du = p_t (1 - p_t),  d(-log p_t)/du = -(1 - p_t)"),
      DerivationStep(
        "∂L/∂u = αₜ γ (1 − pₜ)^(γ−1) pₜ(1 − pₜ) log pₜ − αₜ(1 − pₜ)^(γ+1)",
        ascii: "dL/du = a_t g (1 - p_t)^(g-1) p_t (1 - p_t) log p_t - a_t (1 - p_t)^(g+1)"),
      DerivationStep(
        "∂L/∂u = −αₜ(1 − pₜ)^γ [(1 − pₜ) − γ pₜ log pₜ]",
        ascii: "dL/du = -a_t (1 - p_t)^g [(1 - p_t) - g p_t log p_t]"),
    ],
    use: "Detectors, where the easy background would otherwise outweigh the rare objects.",
    remarks: [
      "With γ = 0 and α = 0.5 it is half the binary cross-entropy.",
      "Soft labels follow torchvision: pₜ, log pₜ and αₜ are mixed by y.",
    ],
    source: "Lin et al. 2017; torchvision.ops.sigmoid_focal_loss",
    accuracy: "Value and derivative within 3 ulp, with soft labels of the largest term.")

  public static let parameters: [Parameter<Focal>] = [
    Parameter(
      \.gamma,
      ParameterDescription(
        name: "gamma", symbol: Notation("γ", ascii: "g"),
        meaning: "How strongly what is already right is played down.", defaultValue: 2,
        accepted: Interval(0, 100), slider: 0...5, step: 0.5)),
    Parameter(
      \.alpha,
      ParameterDescription(
        name: "alpha", symbol: Notation("α", ascii: "a"),
        meaning: "Weight of the positive class; the negative one has 1 - alpha.",
        defaultValue: 0.25, accepted: .unit, slider: 0...1, step: 0.05)),
  ]

  public var target: TargetDescription { .probability }

  public func shape(target y: Double) -> FunctionShape {
    let weight: Double = weight(y)
    let rises = weight == 0 ? 0 : Double.infinity
    func slope(_ share: Double) -> Double { 0 + weight * share * power(share) }
    let best = y > 0 && y < 1 && weight > 0 ? bestLogit(target: y) : nil
    let least = best.map { value($0, target: y) } ?? 0
    return FunctionShape(
      range: Interval(
        least, weight == 0 ? 0 : .infinity, includesLower: weight == 0 || best != nil),
      limitAtMinusInfinity: Limit(value: y == 0 ? 0 : rises, derivative: 0 - slope(y)),
      limitAtPlusInfinity: Limit(value: y == 1 ? 0 : rises, derivative: slope(1 - y)),
      pointsOfInterest: (inflections(target: y)
        + (best.map { [PointOfInterest(.minimum, x: $0)] } ?? [])).sorted { $0.x < $1.x },
      deadIntervals: weight == 0 ? [.everything] : [])
  }

  /// Where the loss of a soft label is least, by halving; it falls on the left, rises on the
  /// right.
  private func bestLogit(target: Double) -> Double {
    var (low, high) = (-800.0, 800.0)
    while true {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { return high }
      if derivative(middle, target: target) < 0 { low = middle } else { high = middle }
    }
  }

  public func readableValue<T: Real>(_ z: T, target: T) -> T {
    if z.isNaN { return z }
    let (terms, weight) = (FocalTerms(z, target: target), weight(target))
    return weight == 0 ? 0 : weight * power(terms.miss) * terms.crossEntropy
  }

  public func readableDerivative<T: Real>(_ z: T, target: T) -> T {
    if z.isNaN { return z }
    if z.isInfinite { return limitOfDerivative(z, target: target) }
    let (m, gamma) = (FocalTerms(z, target: target), T(exactly: gamma))
    if m.miss == 0 { return 0 }
    return weight(target) * power(m.miss)
      * (gamma * m.missSlope / m.miss * m.crossEntropy + m.crossEntropySlope)
  }

  public func readableSecondDerivative<T: Real>(_ z: T, target: T) -> T {
    if z.isNaN { return z }
    if z.isInfinite { return 0 }
    let (m, gamma) = (FocalTerms(z, target: target), T(exactly: gamma))
    if m.miss == 0 { return 0 }
    let ratio = m.missSlope / m.miss
    let bend = gamma * (gamma - 1) * ratio * ratio + gamma * m.missCurvature / m.miss
    return weight(target) * power(m.miss)
      * (bend * m.crossEntropy + 2 * gamma * ratio * m.crossEntropySlope + m.sigmoidSlope)
  }

  /// αₜ.
  func weight<T: Real>(_ target: T) -> T {
    let alpha = T(exactly: alpha)
    if target == 1 { return alpha }
    return target == 0 ? 1 - alpha : alpha * target + (1 - alpha) * (1 - target)
  }

  func power<T: Real>(_ miss: T) -> T {
    if gamma == 0 { return 1 }
    if gamma == 2 { return miss * miss }
    return miss == 0 ? 0 : .exp(T(exactly: gamma) * .log(miss))
  }

  private func limitOfDerivative<T: Real>(_ z: T, target: T) -> T {
    let share = z < 0 ? target : 1 - target
    let limit = weight(target) * share * power(share)
    return z < 0 ? 0 - limit : limit
  }
}

/// What focal loss is made of at one logit.
struct FocalTerms<T: Real> {
  /// 1 − pₜ and its first two derivatives.
  var miss, missSlope, missCurvature: T
  /// Binary cross-entropy and its derivative; its second is the sigmoid's slope.
  var crossEntropy, crossEntropySlope, sigmoidSlope: T

  init(_ z: T, target: T) {
    let (right, wrong) = (LogisticTerms.sigmoid(z), LogisticTerms.sigmoid(-z))
    sigmoidSlope = LogisticTerms.sigmoidDerivative(z)
    miss = target * wrong + (1 - target) * right
    missSlope = (1 - 2 * target) * sigmoidSlope
    missCurvature = missSlope * (wrong - right)
    crossEntropy = BinaryCrossEntropyOnLogits().value(z, target: target)
    crossEntropySlope = BinaryCrossEntropyOnLogits().derivative(z, target: target)
  }
}
