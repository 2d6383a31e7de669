import RealModule

/// The accurate overloads of focal loss for `Double`.
extension Focal {
  public func value(_ z: Double, target: Double) -> Double {
    guard z.isFinite, isProbability(target) else { return readableValue(z, target: target) }
    let weight: Double = weight(target)
    if let terms = HardTerms(z, target: target, gamma: gamma) {
      return (terms.power * terms.crossEntropy * DoubleDouble(weight)).rounded
    }
    let terms = SoftTerms(z, target: target)
    return (weight * power(terms.miss) * terms.crossEntropy).rounded
  }

  public func derivative(_ z: Double, target: Double) -> Double {
    guard z.isFinite, isProbability(target) else {
      return readableDerivative(z, target: target)
    }
    let (z, weight): (Double, Double) = (bounded(z), weight(target))
    if let terms = HardTerms(z, target: target, gamma: gamma) {
      let slope = terms.hit * terms.crossEntropy * DoubleDouble(gamma) + terms.miss
      return (terms.power * slope * DoubleDouble(target == 1 ? -weight : weight)).rounded
    }
    let terms = SoftTerms(z, target: target)
    let missSlope = terms.missSlope.timesPowerOfTwo(1 / terms.scale)
    let slope = gamma * missSlope / terms.miss * terms.crossEntropy + terms.crossEntropySlope
    return (weight * power(terms.miss) * slope).rounded
  }

  public func secondDerivative(_ z: Double, target: Double) -> Double {
    guard z.isFinite, isProbability(target) else {
      return readableSecondDerivative(z, target: target)
    }
    let (z, weight): (Double, Double) = (bounded(z), weight(target))
    if let t = HardTerms(z, target: target, gamma: gamma) {
      // d/du of −qᵞ(γ p s + q), with q′ = −pq, p′ = pq, s′ = −q.
      let bend =
        t.hit * t.crossEntropy * DoubleDouble(gamma * gamma)
        + t.miss * DoubleDouble(2 * gamma + 1)
        + t.miss * t.crossEntropy * DoubleDouble(-gamma)
      return (t.power * t.hit * bend * DoubleDouble(weight)).rounded
    }
    let t = SoftTerms(z, target: target)
    let ratio = t.missSlope / t.miss
    let square = ratio * ratio.timesPowerOfTwo(1 / t.scale)
    let bend = gamma * (gamma - 1) * square + gamma * t.missCurvature / t.miss
    let sum = bend * t.crossEntropy + 2 * gamma * ratio * t.crossEntropySlope + t.sigmoidSlope
    return (weight * power(t.miss) * sum).rounded / t.scale
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

  /// A logit so far out that the derivatives have their limits, but no product overflows.
  private func bounded(_ z: Double) -> Double { z > 1e6 ? 1e6 : z < -1e6 ? -1e6 : z }

  private func power(_ miss: DoubleDouble) -> DoubleDouble {
    gamma == 2 ? miss * miss : DoubleDouble(.pow(miss.rounded, gamma))
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
    if gamma == 2 {
      power = miss * miss
    } else {
      let logarithm: ScaledDoubleDouble = LogisticTerms.softplus(u)
      power = .exp(-gamma * logarithm.unscaled)
    }
  }
}

/// What focal loss is made of for a soft label, in two doubles.
///
/// The slopes of the sigmoid vanish in the tails; there they are carried `scale` times as large.
private struct SoftTerms {
  var scale: Double
  var miss, missSlope, missCurvature: DoubleDouble
  var crossEntropy, crossEntropySlope, sigmoidSlope: DoubleDouble

  init(_ z: Double, target y: Double) {
    let (right, wrong): (ScaledDoubleDouble, ScaledDoubleDouble) =
      (LogisticTerms.sigmoid(z), LogisticTerms.sigmoid(-z))
    let (whenPositive, whenNegative): (ScaledDoubleDouble, ScaledDoubleDouble) =
      (LogisticTerms.softplus(-z), LogisticTerms.softplus(z))
    let (p, q, rest) = (right.unscaled, wrong.unscaled, DoubleDouble.sum(1, -y))
    scale = z > 300 || z < -300 ? 0x1p600 : 1
    sigmoidSlope = (right * wrong * DoubleDouble(scale)).unscaled
    miss = y * q + rest * p
    missSlope = DoubleDouble.sum(1, -2 * y) * sigmoidSlope
    missCurvature = missSlope * (q - p)
    crossEntropy = y * whenPositive.unscaled + rest * whenNegative.unscaled
    crossEntropySlope = rest * p - y * q
  }
}

extension ScaledDoubleDouble {
  /// The sum, with the power of two of the larger exponent.
  static func + (a: ScaledDoubleDouble, b: ScaledDoubleDouble) -> ScaledDoubleDouble {
    guard a.exponent >= b.exponent else { return b + a }
    let shift = Double(sign: .plus, exponent: b.exponent - a.exponent, significand: 1)
    return ScaledDoubleDouble(
      significand: a.significand + b.significand.timesPowerOfTwo(shift), exponent: a.exponent)
  }
}
