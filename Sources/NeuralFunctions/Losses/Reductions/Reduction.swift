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
  /// What the sum is held times: less than 1 once it has outgrown `Double`.
  private var unit = 1.0

  static func += (sum: inout CompensatedSum, number: Double) { sum.add(number * sum.unit) }

  private mutating func add(_ number: Double) {
    let next = total + number
    if next.isInfinite && total.isFinite && number.isFinite {
      let step = 0x1p-100
      (total, errors, unit) = (total * step, errors * step, unit * step)
      return add(number * step)
    }
    // Of the two the larger keeps its digits.
    let error =
      total.magnitude >= number.magnitude ? (total - next) + number : (number - next) + total
    total = next
    if next.isFinite { errors += error }
  }

  var rounded: Double { over(1) }

  /// The sum over `divisor`, which may be finite where the sum is not.
  func over(_ divisor: Double) -> Double {
    (total.isFinite ? total + errors : total) / divisor / unit
  }
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

  private func divisor(
    _ count: Int, _ weights: [Double]?, _ reduction: Reduction
  ) throws(LengthMismatch) -> Double {
    guard let weights else { return reduction.divisor(count: count, weight: Double(count)) }
    try checkLength(of: "weights", weights.count, expected: count)
    var sum = CompensatedSum()
    for weight in weights { sum += weight }
    return reduction.divisor(count: count, weight: sum.rounded)
  }

  private func weightedSum(_ losses: [Double], _ weights: [Double]?) -> CompensatedSum {
    var sum = CompensatedSum()
    for index in losses.indices { sum += losses[index] * (weights?[index] ?? 1) }
    return sum
  }
}
