import RealModule

/// The accurate overloads of focal loss for `Double`.
extension Focal {
  public func value(_ z: Double, target: Double) -> Double {
    guard z.isFinite, isProbability(target) else { return generically(z, target: target).value }
    let weight: Double = weight(target)
    if let terms = HardTerms(z, target: target, gamma: gamma) {
      return (terms.power * terms.crossEntropy * DoubleDouble(weight)).rounded
    }
    let terms = SoftTerms(z, target: target)
    return (weight * power(terms.miss) * terms.crossEntropy).rounded
  }

  public func derivative(_ z: Double, target: Double) -> Double {
    guard z.isFinite, isProbability(target) else {
      return generically(z, target: target).derivative
    }
    let weight: Double = weight(target)
    if let terms = HardTerms(z, target: target, gamma: gamma) {
      let slope = terms.hit * terms.crossEntropy * DoubleDouble(gamma) + terms.miss
      return (terms.power * slope * DoubleDouble(target == 1 ? -weight : weight)).rounded
    }
    let terms = SoftTerms(z, target: target)
    let slope = gamma * terms.missSlope / terms.miss * terms.crossEntropy + terms.crossEntropySlope
    return (weight * power(terms.miss) * slope).rounded
  }

  public func secondDerivative(_ z: Double, target: Double) -> Double {
    guard z.isFinite, isProbability(target) else {
      return generically(z, target: target).secondDerivative
    }
    let weight: Double = weight(target)
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
    let bend = gamma * (gamma - 1) * ratio * ratio + gamma * t.missCurvature / t.miss
    let sum = bend * t.crossEntropy + 2 * gamma * ratio * t.crossEntropySlope + t.sigmoidSlope
    return (weight * power(t.miss) * sum).rounded
  }

  public func substitutedValue(at z: Double, target y: Double) -> SubstitutedFormula? {
    guard y == 0 || y == 1 else {
      let terms = SoftTerms(z, target: y)
      return SubstitutedFormula(
        Notation("L = αₜ(1 − pₜ)^γ · BCE", ascii: "L = a_t (1 - p_t)^g * BCE"),
        "\(weight(y)) × \(terms.miss.rounded)^\(gamma) × \(terms.crossEntropy.rounded)",
        result: value(z, target: y))
    }
    let u = y == 1 ? z : -z
    let (miss, crossEntropy): (Double, Double) =
      (LogisticTerms.sigmoid(-u), LogisticTerms.softplus(-u))
    return SubstitutedFormula(
      Notation("L = αₜ(1 − pₜ)^γ · (−log pₜ)", ascii: "L = a_t (1 - p_t)^g * (-log p_t)"),
      "\(weight(y)) × \(miss)^\(gamma) × \(crossEntropy)", result: value(z, target: y))
  }

  public func substitutedDerivative(at z: Double, target y: Double) -> SubstitutedFormula? {
    guard y == 0 || y == 1 else { return nil }
    let u = y == 1 ? z : -z
    let (miss, hit, crossEntropy): (Double, Double, Double) =
      (LogisticTerms.sigmoid(-u), LogisticTerms.sigmoid(u), LogisticTerms.softplus(-u))
    let weight: Double = weight(y)
    return SubstitutedFormula(
      Notation(
        (y == 1 ? "L′ = −" : "L′ = ") + "αₜ(1 − pₜ)^γ [(1 − pₜ) + γ pₜ (−log pₜ)]",
        ascii: (y == 1 ? "L' = -" : "L' = ") + "a_t (1 - p_t)^g [(1 - p_t) + g p_t (-log p_t)]"),
      "\(y == 1 ? -weight : weight) × \(miss)^\(gamma) × [\(miss) + \(gamma) × \(hit) × \(crossEntropy)]",
      result: derivative(z, target: y))
  }

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
private struct SoftTerms {
  var miss, missSlope, missCurvature: DoubleDouble
  var crossEntropy, crossEntropySlope, sigmoidSlope: DoubleDouble

  init(_ z: Double, target y: Double) {
    let (right, wrong): (ScaledDoubleDouble, ScaledDoubleDouble) =
      (LogisticTerms.sigmoid(z), LogisticTerms.sigmoid(-z))
    let (whenPositive, whenNegative): (ScaledDoubleDouble, ScaledDoubleDouble) =
      (LogisticTerms.softplus(-z), LogisticTerms.softplus(z))
    let (p, q, rest) = (right.unscaled, wrong.unscaled, DoubleDouble.sum(1, -y))
    sigmoidSlope = p * q
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
