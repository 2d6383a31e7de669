import RealModule

/// Cross-entropy L = −Σ yₖ log pₖ of p = softmax(x/T) against a target y, with every step of its
/// gradient: a classifier's last layer and its loss at one point.
///
/// Fused, the chain ∂L/∂x = Jᵀ·∂L/∂p collapses to (p − y)/T. The loss is within 2 ulp, an entry
/// of the gradient within 3 ulp (of the larger of p and y, where a soft target is near p).
public struct CrossEntropyOnLogits: Sendable {
  /// y: 1 at the class and 0 elsewhere, or a distribution.
  public let targets: [Double]
  public let temperature: Double
  /// p = softmax(x/T).
  public let probabilities: [Double]
  /// log p.
  public let logProbabilities: [Double]
  /// L = −Σ yₖ log pₖ, in nats, where 0·log 0 is 0; +∞ if a masked class has a target above 0.
  public let loss: Double
  /// ∂L/∂x = (p − y)/T; at the target class of a one-hot y it is −(sum of the others)/T.
  public let gradient: [Double]
  /// ∂p/∂x.
  public let jacobian: Jacobian
  /// The entropy −Σ pₖ log pₖ of p, in nats, where 0·log 0 is 0.
  public let entropy: Double
  /// The entropy of the target: the least loss that any p can reach.
  public let targetEntropy: Double
  /// ln K, the loss at chance: of equal probabilities for the K classes that are not masked.
  public let lossAtChance: Double

  /// The first step back, ∂L/∂pₖ = −yₖ/pₖ; 0 where yₖ is 0.
  public var gradientOfProbabilities: [Double] {
    zip(targets, probabilities).map { target, probability in
      target == 0 ? 0 : -target / probability
    }
  }

  /// The second step back, Jᵀ·∂L/∂p, computed as it stands: ``gradient`` by the long way round.
  ///
  /// Where a probability underflows, −y/p overflows and this is not finite; the fused form is.
  public var chainedGradient: [Double] {
    jacobian.uncheckedTransposedTimes(gradientOfProbabilities)
  }

  /// Of `logits` against one class.
  ///
  /// - Throws: a ``VectorError`` for what is wrong with logits, class or temperature.
  public init(
    logits: [Double], targetClass: Int, temperature: Double = 1
  ) throws(VectorError) {
    try checkTemperature(temperature)
    try checkLogits(logits)
    guard logits.indices.contains(targetClass) else {
      throw .classOutOfRange(targetClass, count: logits.count)
    }
    var targets = [Double](repeating: 0, count: logits.count)
    targets[targetClass] = 1
    self.init(uncheckedLogits: logits, targets: targets, temperature: temperature)
  }

  /// Of `logits` against a distribution: numbers from 0 to 1 whose sum is 1 within
  /// ``sumTolerance``.
  ///
  /// - Throws: a ``VectorError`` for what is wrong with logits, targets or temperature.
  public init(
    logits: [Double], targets: [Double], temperature: Double = 1
  ) throws(VectorError) {
    try checkTemperature(temperature)
    try checkLogits(logits)
    guard targets.count == logits.count else {
      throw .lengthMismatch(expected: logits.count, found: targets.count)
    }
    try checkDistribution(targets)
    self.init(uncheckedLogits: logits, targets: targets, temperature: temperature)
  }

  /// Of logits that hold no NaN or +∞ and at least one finite number, and of as many targets
  /// that form a distribution. Where that is not so, every number of the result is NaN.
  public init(uncheckedLogits logits: [Double], targets: [Double], temperature: Double = 1) {
    self.targets = targets
    self.temperature = temperature
    guard targets.count == logits.count,
      let shifted = ShiftedExponentials(logits, temperature: temperature)
    else {
      let nothing = [Double](repeating: .nan, count: logits.count)
      (probabilities, logProbabilities, gradient) = (nothing, nothing, nothing)
      (loss, entropy, targetEntropy, lossAtChance) = (.nan, .nan, .nan, .nan)
      jacobian = .undefined(.softmax, count: logits.count, temperature: temperature)
      return
    }
    let pairs = shifted.probabilities
    let complements = shifted.complements
    let logProbabilities = shifted.logProbabilities
    self.logProbabilities = logProbabilities
    probabilities = pairs.map { $0.rounded / ShiftedExponentials.scale }
    jacobian = shifted.jacobian(
      .softmax, temperature: temperature, probabilities: pairs, complements: complements)
    loss = negativeSum(targets, logProbabilities)
    gradient = targets.indices.map { index in
      let target = targets[index]
      // Near 1 both are written from 1 down, so that p − 1 is the others and not a difference.
      let difference =
        target > 0.5
        ? DoubleDouble.sum(1, -target).timesPowerOfTwo(ShiftedExponentials.scale)
          - complements[index]
        : pairs[index] - DoubleDouble(target * ShiftedExponentials.scale)
      return ShiftedExponentials.descaled(difference, over: temperature)
    }
    entropy = shifted.entropy
    targetEntropy = negativeSum(targets, targets.map { $0 == 0 || $0 == 1 ? 0 : .log($0) })
    lossAtChance = .log(Double(logits.count { $0 > -.infinity }))
  }

  /// How far from 1 the sum of the targets may be: the rounding of numbers printed to three digits.
  public static let sumTolerance = 1e-3
}

extension ShiftedExponentials {
  /// −Σ pₖ log pₖ = log Σ + Σ pₖ·(m − zₖ)/T: no term is negative, so none cancels.
  var entropy: Double {
    var weighted = DoubleDouble(0)
    for (exponent, term) in zip(exponents, terms) where term.high > 0 {
      weighted = weighted - term * exponent
    }
    return (logSum + weighted / sum).rounded
  }
}

/// −Σ wₖ·lₖ with 0·(−∞) = 0, in two doubles.
private func negativeSum(_ weights: [Double], _ logarithms: [Double]) -> Double {
  var sum = DoubleDouble(0)
  for (weight, logarithm) in zip(weights, logarithms) where weight != 0 {
    if logarithm == -.infinity { return .infinity }
    sum = sum - DoubleDouble.product(weight, logarithm)
  }
  // From 0 up, so that a loss of 0 is not −0.
  return 0 + sum.rounded
}

/// Refuses numbers outside [0, 1], and a sum that is not 1 within the tolerance.
func checkDistribution(_ probabilities: [Double], firstIndex: Int = 0) throws(VectorError) {
  guard !probabilities.isEmpty else { throw .empty }
  for (index, probability) in probabilities.enumerated() {
    guard probability >= 0, probability <= 1 else {
      throw .probabilityNotAccepted(index: firstIndex + index, value: probability)
    }
  }
  let sum = probabilities.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }.rounded
  guard (sum - 1).magnitude <= CrossEntropyOnLogits.sumTolerance else {
    throw .notADistribution(sum: sum)
  }
}
