/// How the losses of a batch become one number.
///
/// Whatever the reduction, what has a weight enters the sum times its weight. A mean is finite wherever
/// it lies within the range of Double, though the sum, or a product with a weight, does not.
public enum Reduction: String, Sendable, Hashable, Codable, CaseIterable {
  /// Their sum.
  case sum
  /// Their sum over how many they are: the mean of PyTorch's losses of one prediction and of Keras.
  case mean
  /// Their sum over the sum of their weights: the mean of PyTorch's cross-entropy. Without weights
  /// it is ``mean``.
  case weightedMean

  /// What the sum is divided by: NaN where that is nothing, and so is the mean.
  func divisor(count: Int, weight: ScaledSum) -> ScaledSum {
    switch self {
    case .sum: ScaledSum(1)
    case .mean: ScaledSum(count == 0 ? .nan : Double(count))
    case .weightedMean: weight.isZero ? ScaledSum(.nan) : weight
    }
  }
}

extension LossFunction {
  /// The loss of a batch: the sum or mean of the losses of each prediction against its target.
  ///
  /// `weights` multiply the losses; 1 where they are left out, and any number is accepted. A mean of
  /// nothing is NaN, and so is one over weights whose sum is 0. A weight of 0 hides no loss that is NaN
  /// or infinite: the product is NaN, as in PyTorch.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  public func loss(
    of predictions: [Double], targets: [Double], weights: [Double]? = nil,
    reduction: Reduction = .mean
  ) throws(LengthMismatch) -> Double {
    let losses = try values(of: predictions, targets: targets)
    let divisor = try divisor(predictions.count, weights, reduction)
    return weightedSum(losses, weights).over(divisor)
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
    if let weights {
      for index in slopes.indices {
        slopes[index] = divisor.quotient(of: slopes[index], times: weights[index])
      }
    } else {
      let number = divisor.rounded
      for index in slopes.indices { slopes[index] /= number }
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

  private func divisor(
    _ count: Int, _ weights: [Double]?, _ reduction: Reduction
  ) throws(LengthMismatch) -> ScaledSum {
    guard let weights else {
      return reduction.divisor(count: count, weight: ScaledSum(Double(count)))
    }
    try checkLength(of: "weights", weights.count, expected: count)
    var sum = ScaledSum()
    for weight in weights { sum += weight }
    return reduction.divisor(count: count, weight: sum)
  }

  private func weightedSum(_ losses: [Double], _ weights: [Double]?) -> ScaledSum {
    var sum = ScaledSum()
    if let weights {
      for index in losses.indices { sum.add(losses[index], times: weights[index]) }
    } else {
      for loss in losses { sum += loss }
    }
    return sum
  }
}
