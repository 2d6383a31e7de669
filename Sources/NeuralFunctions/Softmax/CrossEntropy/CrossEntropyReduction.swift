extension SoftmaxCrossEntropy {
  /// The sum of a batch's losses, and what it may be divided by.
  private struct Batch {
    var loss = ScaledSum()
    var count = 0
    var weight = ScaledSum()

    func divisor(_ reduction: Reduction) -> ScaledSum {
      reduction.divisor(count: count, weight: weight)
    }
  }

  /// The loss of the batch.
  @inline(__always)
  func reducedLoss<Number: BinaryFloatingPoint>(
    _ logits: Span<Number>, _ count: Int, _ targets: Targets, _ reduction: Reduction
  ) throws(VectorError) -> Double {
    // Large weights are taken as they are, beside which small ones might vanish.
    let power = Swift.min(weightPower(targets, count), 0)
    let batch = try withClassWeights(timesPowerOfTwo: -power).sum(logits, count, targets, .loss)
    return quotient(batch, reduction, power)
  }

  /// The loss of the batch; writes its gradient.
  func reducedLoss(
    _ logits: Span<Double>, _ count: Int, _ targets: Targets, _ reduction: Reduction,
    gradient: UnsafeMutableBufferPointer<Double>
  ) throws(VectorError) -> Double {
    let power = weightPower(targets, count)
    let batch = try withClassWeights(timesPowerOfTwo: -power)
      .sum(logits, count, targets, power == 0 ? .both : .gradient, gradients: gradient.baseAddress)
    let divisor = batch.divisor(reduction)
    if power == 0 {
      // 0 stays 0, even where nothing counts.
      let number = divisor.rounded
      if number != 1 {
        for index in gradient.indices where gradient[index] != 0 { gradient[index] /= number }
      }
    } else {
      let own = reduction == .weightedMean ? 0 : power
      for index in gradient.indices where gradient[index] != 0 {
        gradient[index] = divisor.quotient(of: gradient[index], power: own)
      }
    }
    return power == 0
      ? quotient(batch, reduction, 0) : try reducedLoss(logits, count, targets, reduction)
  }

  /// The reduced loss of a batch whose class weights were taken times 2^−power, which the weighted mean
  /// does not depend on.
  private func quotient(_ batch: Batch, _ reduction: Reduction, _ power: Int) -> Double {
    var loss = batch.loss
    if reduction != .weightedMean { loss.multiply(byPowerOfTwo: power) }
    return loss.over(batch.divisor(reduction))
  }

  /// Adds up the losses of the rows that count, and what these weigh.
  @inline(__always)
  private func sum<Number: BinaryFloatingPoint>(
    _ logits: Span<Number>, _ count: Int, _ targets: Targets, _ wanted: CrossEntropyRows.Wanted,
    gradients: UnsafeMutablePointer<Double>? = nil
  ) throws(VectorError) -> Batch {
    var batch = Batch()
    try forEachRow(logits, count, targets, wanted, gradients: gradients) { index, row in
      guard let row else { return }
      batch.loss += row.loss
      batch.weight += row.weight
      batch.count += 1
    }
    return batch
  }
}

// Class weights near the ends of the range, whose products with losses lie beyond it.
extension SoftmaxCrossEntropy {
  /// The exponent of the largest class weight that a target meets, if there are weights that are very
  /// large or small; else 0.
  private func weightPower(_ targets: Targets, _ count: Int) -> Int {
    guard let weights = classWeights, weights.count == count,
      weights.contains(where: { $0 != 0 && !($0 > 0x1p-300 && $0 < 0x1p300) })
    else { return 0 }
    let largest: Double
    switch targets {
    case .classes(let classes) where labelSmoothing == 0:
      largest = classes.reduce(0) { largest, index in
        weights.indices.contains(index) && index != ignoredClass
          ? Swift.max(largest, weights[index]) : largest
      }
    case .distributions(let all) where labelSmoothing == 0:
      largest = all.indices.reduce(0) { largest, index in
        all[index] > 0 ? Swift.max(largest, weights[index % count]) : largest
      }
    default: largest = weights.reduce(0) { Swift.max($0, $1) }
    }
    return largest > 0 && largest.isFinite ? Int(largest.exponent) : 0
  }

  private func withClassWeights(timesPowerOfTwo power: Int) -> SoftmaxCrossEntropy {
    guard power != 0, let classWeights else { return self }
    var scaled = self
    // In two steps, for subnormal numbers need more than one power of two can hold.
    let (first, second) = (powerOfTwo(power / 2), powerOfTwo(power - power / 2))
    // What overflows is the weight of a class that no target meets.
    scaled.classWeights = classWeights.map {
      Swift.min($0 * first * second, .greatestFiniteMagnitude)
    }
    return scaled
  }
}
