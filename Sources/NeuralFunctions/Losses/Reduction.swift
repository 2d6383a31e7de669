/// How the losses of a batch become one number.
///
/// Whatever the reduction, what has a weight enters the sum times its weight.
public enum Reduction: String, Sendable, Hashable, Codable, CaseIterable {
  /// Their sum.
  case sum
  /// Their sum over how many they are: the mean of PyTorch's losses of one prediction and of Keras.
  case mean
  /// Their sum over the sum of their weights: the mean of PyTorch's cross-entropy. Without weights
  /// it is ``mean``.
  case weightedMean

  /// What the sum is divided by: NaN where that is nothing, and so is the mean.
  func divisor(count: Int, weight: Double) -> Double {
    switch self {
    case .sum: 1
    case .mean: count == 0 ? .nan : Double(count)
    case .weightedMean: weight == 0 ? .nan : weight
    }
  }
}

/// A sum that carries its rounding errors along (Neumaier's), so that long ones lose nothing.
struct CompensatedSum {
  private var total = 0.0
  private var errors = 0.0

  static func += (sum: inout CompensatedSum, number: Double) {
    let next = sum.total + number
    // Of the two the larger keeps its digits.
    let error =
      sum.total.magnitude >= number.magnitude
      ? (sum.total - next) + number : (number - next) + sum.total
    sum.total = next
    if next.isFinite { sum.errors += error }
  }

  var rounded: Double { total.isFinite ? total + errors : total }
}

extension LossFunction {
  /// The loss of a batch: the sum or mean of the losses of each prediction against its target.
  ///
  /// `weights` multiply the losses; 1 where they are left out, and any number is accepted. A mean of
  /// nothing is NaN, and so is one over weights whose sum is 0.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  public func loss(
    of predictions: [Double], targets: [Double], weights: [Double]? = nil,
    reduction: Reduction = .mean
  ) throws(LengthMismatch) -> Double {
    let losses = try values(of: predictions, targets: targets)
    let divisor = try divisor(predictions.count, weights, reduction)
    return weightedSum(losses, weights) / divisor
  }

  /// The gradient of a batch's loss with respect to the predictions.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  public func gradient(
    of predictions: [Double], targets: [Double], weights: [Double]? = nil,
    reduction: Reduction = .mean
  ) throws(LengthMismatch) -> [Double] {
    var slopes = try derivatives(of: predictions, targets: targets)
    let divisor = try divisor(predictions.count, weights, reduction)
    for index in slopes.indices {
      if let weights { slopes[index] *= weights[index] }
      slopes[index] /= divisor
    }
    return slopes
  }

  /// The loss of a batch and its gradient.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  public func lossAndGradient(
    of predictions: [Double], targets: [Double], weights: [Double]? = nil,
    reduction: Reduction = .mean
  ) throws(LengthMismatch) -> (loss: Double, gradient: [Double]) {
    (
      try loss(of: predictions, targets: targets, weights: weights, reduction: reduction),
      try gradient(of: predictions, targets: targets, weights: weights, reduction: reduction)
    )
  }

  /// The loss of a batch, summed in Double and rounded once.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func loss(
    of predictions: [Float], targets: [Float], weights: [Float]? = nil,
    reduction: Reduction = .mean
  ) throws(LengthMismatch) -> Float {
    Float(
      try loss(
        of: predictions.map(Double.init), targets: targets.map(Double.init),
        weights: weights?.map(Double.init), reduction: reduction))
  }

  /// The gradient of a batch's loss, computed in Double and rounded once.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func gradient(
    of predictions: [Float], targets: [Float], weights: [Float]? = nil,
    reduction: Reduction = .mean
  ) throws(LengthMismatch) -> [Float] {
    try gradient(
      of: predictions.map(Double.init), targets: targets.map(Double.init),
      weights: weights?.map(Double.init), reduction: reduction
    ).map { Float($0) }
  }

  /// The loss of a batch and its gradient, computed in Double and rounded once.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func lossAndGradient(
    of predictions: [Float], targets: [Float], weights: [Float]? = nil,
    reduction: Reduction = .mean
  ) throws(LengthMismatch) -> (loss: Float, gradient: [Float]) {
    let both = try lossAndGradient(
      of: predictions.map(Double.init), targets: targets.map(Double.init),
      weights: weights?.map(Double.init), reduction: reduction)
    return (Float(both.loss), both.gradient.map { Float($0) })
  }

  private func divisor(
    _ count: Int, _ weights: [Double]?, _ reduction: Reduction
  ) throws(LengthMismatch) -> Double {
    guard let weights else { return reduction.divisor(count: count, weight: Double(count)) }
    try checkLength(of: "weights", weights.count, expected: count)
    var sum = CompensatedSum()
    for weight in weights { sum += weight }
    return reduction.divisor(count: count, weight: sum.rounded)
  }

  private func weightedSum(_ losses: [Double], _ weights: [Double]?) -> Double {
    var sum = CompensatedSum()
    for index in losses.indices { sum += losses[index] * (weights?[index] ?? 1) }
    return sum.rounded
  }
}
