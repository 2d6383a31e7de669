import RealModule

/// Cross-entropy L = −Σ yₖ log pₖ of p = softmax(x/T) against a target y, with every step of its
/// gradient: a classifier's last layer and its loss at one point.
///
/// Fused, the chain ∂L/∂x = Jᵀ·∂L/∂p collapses to (p − y)/T. The loss is within 2 ulp, an
/// entry of the gradient within 3 ulp (of the larger of p and y, where a soft target is near p), a
/// probability within 3, its logarithm within 2. Up to ``shortRow`` classes every step is in two
/// doubles; more are worked out several at a time, and there the gradient and the probabilities
/// are within 4 ulp. All this holds for logits of any spread, and of the gradient at temperatures from
/// 1e−100 up.
public struct CrossEntropyOnLogits: Sendable {
  public let logits: [Double]
  /// y: 1 at the class and 0 elsewhere, or a distribution.
  public let targets: [Double]
  public let temperature: Double
  /// p = softmax(x/T).
  public let probabilities: [Double]
  /// L = −Σ yₖ log pₖ, in nats, where 0·log 0 is 0; +∞ if a masked class has a target above 0.
  public let loss: Double
  /// ∂L/∂x = (p − y)/T; at the target class of a one-hot y it is −(sum of the others)/T.
  public let gradient: [Double]

  private let normalizer: LongRow?

  /// log p, worked out anew each time that it is asked for.
  public var logProbabilities: [Double] {
    let found =
      loss.isNaN
      ? nil
      : CrossEntropySteps.logProbabilities(logits, temperature: temperature, normalizer)
    return found ?? [Double](repeating: .nan, count: logits.count)
  }

  /// ∂p/∂x, made anew, in O(K), each time that it is asked for.
  public var jacobian: Jacobian {
    Softmax(temperature: temperature).uncheckedJacobian(at: logits)
  }

  /// The entropy −Σ pₖ log pₖ of p, in nats, where 0·log 0 is 0; worked out anew, in O(K), each
  /// time that it is asked for, as what follows is.
  public var entropy: Double {
    guard !loss.isNaN else { return .nan }
    return ShiftedExponentials(logits, temperature: temperature)?.entropy ?? .nan
  }

  /// The entropy of the target: the least loss that any p can reach.
  public var targetEntropy: Double {
    loss.isNaN
      ? .nan : negativeSum(targets, targets.map { $0 == 0 || $0 == 1 ? 0 : .log($0) })
  }

  /// ln K, the loss at chance: of equal probabilities for the K classes that are not masked.
  public var lossAtChance: Double {
    loss.isNaN ? .nan : .log(Double(logits.count { $0 > -.infinity }))
  }

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
    guard logits.indices.contains(targetClass) else {
      try checkLogits(logits)
      throw .classOutOfRange(targetClass, count: logits.count)
    }
    var targets = [Double](repeating: 0, count: logits.count)
    targets[targetClass] = 1
    self.init(logits, targets, targetClass: targetClass, temperature: temperature)
    if loss.isNaN { try checkLogits(logits) }
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
    self.init(logits, targets, targetClass: nil, temperature: temperature)
  }

  private init(
    _ logits: [Double], _ targets: [Double], targetClass: Int?, temperature: Double
  ) {
    self.logits = logits
    self.targets = targets
    self.temperature = temperature
    let steps =
      targets.count == logits.count
      ? CrossEntropySteps(logits, targets, targetClass: targetClass, temperature: temperature)
      : nil
    let nothing = steps == nil ? [Double](repeating: .nan, count: logits.count) : []
    probabilities = steps?.probabilities ?? nothing
    gradient = steps?.gradient ?? nothing
    loss = steps?.loss ?? .nan
    normalizer = steps?.normalizer
  }

  /// The number of classes up to which every step is in two doubles, here and in the functions of a
  /// single vector of logits; more are worked out several at a time.
  public static let shortRow = 32

  /// How far from 1 the sum of the targets may be: the rounding of numbers printed to three digits.
  public static let sumTolerance = 1e-3
}

/// Refuses numbers outside [0, 1], and a sum that is not 1 within the tolerance.
func checkDistribution(
  _ probabilities: some Collection<Double>, firstIndex: Int = 0
) throws(VectorError) {
  guard !probabilities.isEmpty else { throw .empty }
  var total = ScaledSum()
  for (index, probability) in probabilities.enumerated() {
    guard probability >= 0, probability <= 1 else {
      throw .probabilityNotAccepted(index: firstIndex + index, value: probability)
    }
    total += probability
  }
  let sum = total.rounded
  guard (sum - 1).magnitude <= CrossEntropyOnLogits.sumTolerance else {
    throw .notADistribution(sum: sum)
  }
}
