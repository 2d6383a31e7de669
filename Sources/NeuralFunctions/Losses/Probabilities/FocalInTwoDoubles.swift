import RealModule

/// The accurate overloads of focal loss for `Double`.
extension Focal {
  public func value(_ z: Double, target: Double) -> Double {
    guard z.isFinite, isProbability(target) else { return readableValue(z, target: target) }
    if let terms = HardTerms(z, target: target, gamma: gamma) {
      return (terms.power * terms.crossEntropy * weight(target)).rounded
    }
    let terms = SoftTerms(z, target: target)
    return (weight(target) * power(terms.miss) * terms.crossEntropy).rounded
  }

  public func derivative(_ z: Double, target: Double) -> Double {
    guard z.isFinite, isProbability(target) else {
      return readableDerivative(z, target: target)
    }
    let z = bounded(z)
    if let terms = HardTerms(z, target: target, gamma: gamma) {
      let slope = terms.hit * terms.crossEntropy * gamma + terms.miss
      let product = terms.power * slope * weight(target)
      return (target == 1 ? -product : product).rounded
    }
    let t = SoftTerms(z, target: target)
    let slope = t.missSlope / t.miss * t.crossEntropy * gamma + t.crossEntropySlope
    return (weight(target) * power(t.miss) * slope).rounded
  }

  public func secondDerivative(_ z: Double, target: Double) -> Double {
    guard z.isFinite, isProbability(target) else {
      return readableSecondDerivative(z, target: target)
    }
    let (z, gamma) = (bounded(z), ScaledDoubleDouble(gamma))
    if let t = HardTerms(z, target: target, gamma: self.gamma) {
      // d/du of −qᵞ(γ p s + q), with q′ = −pq, p′ = pq, s′ = −q.
      let bend =
        t.hit * t.crossEntropy * gamma * gamma + t.miss * (gamma * 2 + .one)
        - t.miss * t.crossEntropy * gamma
      return (t.power * t.hit * bend * weight(target)).rounded
    }
    let t = SoftTerms(z, target: target)
    let ratio = t.missSlope / t.miss
    let bend = ratio * ratio * gamma * (gamma - .one) + t.missCurvature / t.miss * gamma
    let sum = bend * t.crossEntropy + ratio * t.crossEntropySlope * gamma * 2 + t.sigmoidSlope
    return (weight(target) * power(t.miss) * sum).rounded
  }

  public func substitutedValue(at z: Double, target y: Double) -> SubstitutedFormula? {
    let result = value(z, target: y)
    guard z.isFinite, !result.isNaN else { return nil }
    let terms = FocalTerms(z, target: y)
    return SubstitutedFormula(
      y == 0 || y == 1
        ? Notation("L = αₜ·(1 − pₜ)^γ·(−log pₜ)", ascii: "L = a_t*(1 - p_t)^g*(-log p_t)")
        : Notation("L = αₜ·(1 − pₜ)^γ·BCE", ascii: "L = a_t*(1 - p_t)^g*BCE"),
      "\(weight(y)) × \(power(terms.miss)) × \(terms.crossEntropy)", result: result)
  }

  public func substitutedDerivative(at z: Double, target y: Double) -> SubstitutedFormula? {
    let result = derivative(z, target: y)
    guard z.isFinite, !result.isNaN else { return nil }
    let (terms, weight): (FocalTerms<Double>, Double) = (FocalTerms(z, target: y), weight(y))
    guard y == 0 || y == 1 else {
      return SubstitutedFormula(
        "L′ = αₜ·(1 − pₜ)^γ·[σ(z) − y + γ·(1 − pₜ)′/(1 − pₜ)·BCE]",
        ascii: "L' = a_t*(1 - p_t)^g*[s(z) - y + g*(1 - p_t)'/(1 - p_t)*BCE]",
        """
        \(weight) × \(power(terms.miss)) × (\(terms.crossEntropySlope) + \
        \(gamma) × \(terms.missSlope) / \(terms.miss) × \(terms.crossEntropy))
        """, result: result)
    }
    let hit: Double = LogisticTerms.sigmoid(y == 1 ? z : -z)
    return SubstitutedFormula(
      y == 1
        ? Notation(
          "L′ = −αₜ·(1 − pₜ)^γ·[(1 − pₜ) + γ·pₜ·(−log pₜ)]",
          ascii: "L' = -a_t*(1 - p_t)^g*[(1 - p_t) + g*p_t*(-log p_t)]")
        : Notation(
          "L′ = αₜ·(1 − pₜ)^γ·[(1 − pₜ) + γ·pₜ·(−log pₜ)]",
          ascii: "L' = a_t*(1 - p_t)^g*[(1 - p_t) + g*p_t*(-log p_t)]"),
      """
      \(y == 1 ? -weight : weight) × \(power(terms.miss)) × \
      (\(terms.miss) + \(gamma) × \(hit) × \(terms.crossEntropy))
      """, result: result)
  }

  /// A logit so far out that the derivatives have their limits.
  private func bounded(_ z: Double) -> Double { z > 1e6 ? 1e6 : z < -1e6 ? -1e6 : z }

  /// αₜ = αy + (1 − α)(1 − y)
  private func weight(_ target: Double) -> ScaledDoubleDouble {
    ScaledDoubleDouble(alpha) * target
      + ScaledDoubleDouble(DoubleDouble.sum(1, -alpha)) * DoubleDouble.sum(1, -target)
  }

  private func power(_ miss: ScaledDoubleDouble) -> ScaledDoubleDouble {
    if gamma == 0 || miss.isZero { return gamma == 0 ? .one : .zero }
    return gamma == 2 ? miss * miss : .exp(ScaledDoubleDouble.log(miss) * gamma)
  }
}

/// What focal loss is made of for a label of 0 or 1: no term cancels, all keep their digits
/// however small they are.
private struct HardTerms {
  /// pₜ, 1 − pₜ and (1 − pₜ)^γ.
  var hit, miss, power: ScaledDoubleDouble
  /// −log pₜ.
  var crossEntropy: ScaledDoubleDouble

  /// Nil for other labels.
  init?(_ z: Double, target: Double, gamma: Double) {
    guard target == 0 || target == 1 else { return nil }
    let u = target == 1 ? z : -z
    hit = LogisticTerms.sigmoid(u)
    miss = LogisticTerms.sigmoid(-u)
    crossEntropy = LogisticTerms.softplus(-u)
    // From its logarithm, which has digits that a 1 − pₜ beside 1 has not.
    power = gamma == 2 ? miss * miss : .exp(-(LogisticTerms.softplus(u) * gamma))
  }
}

/// What focal loss is made of for a soft label.
private struct SoftTerms {
  var miss, missSlope, missCurvature: ScaledDoubleDouble
  var crossEntropy, crossEntropySlope, sigmoidSlope: ScaledDoubleDouble

  init(_ z: Double, target y: Double) {
    let (p, q): (ScaledDoubleDouble, ScaledDoubleDouble) =
      (LogisticTerms.sigmoid(z), LogisticTerms.sigmoid(-z))
    let (whenPositive, whenNegative): (ScaledDoubleDouble, ScaledDoubleDouble) =
      (LogisticTerms.softplus(-z), LogisticTerms.softplus(z))
    let rest = DoubleDouble.sum(1, -y)
    sigmoidSlope = p * q
    miss = q * y + p * rest
    missSlope = sigmoidSlope * DoubleDouble.sum(1, -2 * y)
    missCurvature = missSlope * (q - p)
    crossEntropy = whenPositive * y + whenNegative * rest
    crossEntropySlope = p * rest - q * y
  }
}
