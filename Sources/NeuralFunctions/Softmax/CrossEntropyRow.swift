/// A row of logits against its target, in which class k weighs vₖ: L = −Σ vₖ·log pₖ.
struct CrossEntropyRow {
  private let probabilities: [DoubleDouble]
  private let complements: [DoubleDouble]
  private let logProbabilities: [Double]
  private let weights: [Double]
  private let totalWeight: DoubleDouble
  private let temperature: Double
  /// What the row counts for in a weighted mean.
  let weight: Double

  /// Nil unless `logits` hold no NaN and no +∞, and at least one finite number.
  init?(_ logits: [Double], weights: [Double], weight: Double, temperature: Double) {
    guard let shifted = ShiftedExponentials(logits, temperature: temperature) else { return nil }
    let unit = 1 / ShiftedExponentials.scale
    probabilities = shifted.probabilities.map { $0.timesPowerOfTwo(unit) }
    complements = shifted.complements.map { $0.timesPowerOfTwo(unit) }
    logProbabilities = shifted.logProbabilities
    self.weights = weights
    self.weight = weight
    self.temperature = temperature
    totalWeight = weights.reduce(DoubleDouble(0)) { $0 + DoubleDouble($1) }
  }

  /// No term is negative, so none cancels; 0·log 0 is 0.
  var loss: Double {
    var sum = CompensatedSum()
    for (weight, logarithm) in zip(weights, logProbabilities) where weight != 0 {
      sum += -weight * logarithm
    }
    return sum.rounded + 0
  }

  /// ∂L/∂x(index). Both p and 1 − p are at hand, so that only what truly cancels does.
  func gradient(_ index: Int) -> Double {
    let weight = weights[index]
    let others = totalWeight - weight
    let difference =
      weight == 0
      ? probabilities[index] * others
      : probabilities[index] * others - complements[index] * weight
    return difference.rounded / temperature
  }
}

extension SoftmaxCrossEntropy {
  /// The sum of a batch's losses, and what it may be divided by.
  struct Batch {
    var loss = CompensatedSum()
    var count = 0
    var weight = CompensatedSum()

    func divisor(_ reduction: Reduction) -> Double {
      reduction.divisor(count: count, weight: weight.rounded)
    }
  }

  /// Adds up the losses of the rows that count, and hands each on.
  func sum<Number: BinaryFloatingPoint>(
    _ logits: Span<Number>, _ count: Int, _ targets: Targets,
    _ visit: (_ row: Int, CrossEntropyRow) -> Void
  ) throws(VectorError) -> Batch {
    var batch = Batch()
    try forEachRow(logits, count, targets) { row, crossEntropy in
      guard let crossEntropy else { return }
      batch.loss += crossEntropy.loss
      batch.weight += crossEntropy.weight
      batch.count += 1
      visit(row, crossEntropy)
    }
    return batch
  }

  func rowCount(_ total: Int, _ count: Int) throws(VectorError) -> Int {
    try checkRows(total, count: count)
    return total / count
  }

  /// Checks everything and calls `body` for each row, with nil for one that is ignored.
  func forEachRow<Number: BinaryFloatingPoint>(
    _ logits: Span<Number>, _ count: Int, _ targets: Targets,
    _ body: (_ row: Int, CrossEntropyRow?) -> Void
  ) throws(VectorError) {
    let rows = try rowCount(logits.count, count)
    try checkSettings(count: count)
    switch targets {
    case .classes(let classes): try checkLength(of: classes.count, expected: rows)
    case .distributions(let all): try checkLength(of: all.count, expected: logits.count)
    }
    for row in 0..<rows {
      let numbers = numbers(logits, row * count, count)
      try checkLogits(numbers, firstIndex: row * count)
      guard let target = try target(ofRow: row, count, targets) else {
        body(row, nil)
        continue
      }
      let crossEntropy = CrossEntropyRow(
        numbers, weights: smoothed(target), weight: weight(of: target), temperature: temperature)
      if let crossEntropy { body(row, crossEntropy) }
    }
  }

  private func checkSettings(count: Int) throws(VectorError) {
    try checkTemperature(temperature)
    guard labelSmoothing >= 0, labelSmoothing <= 1 else {
      throw .smoothingNotAccepted(labelSmoothing)
    }
    guard let classWeights else { return }
    try checkLength(of: classWeights.count, expected: count)
    for (index, weight) in classWeights.enumerated() {
      guard weight >= 0, weight.isFinite else {
        throw .weightNotAccepted(index: index, value: weight)
      }
    }
  }

  /// The distribution that is a row's target, checked; nil if the row is ignored.
  private func target(
    ofRow row: Int, _ count: Int, _ targets: Targets
  ) throws(VectorError) -> [Double]? {
    switch targets {
    case .classes(let classes):
      let wanted = classes[row]
      if wanted == ignoredClass { return nil }
      guard wanted >= 0, wanted < count else {
        throw .targetClassOutOfRange(wanted, row: row, count: count)
      }
      var target = [Double](repeating: 0, count: count)
      target[wanted] = 1
      return target
    case .distributions(let all):
      let target = Array(all[row * count..<(row + 1) * count])
      try checkDistribution(target, firstIndex: row * count)
      return target
    }
  }

  /// wₖ·[(1 − ε)·yₖ + ε/K]
  private func smoothed(_ target: [Double]) -> [Double] {
    let share = labelSmoothing / Double(target.count)
    return target.indices.map { index in
      let smoothed =
        labelSmoothing == 0 ? target[index] : (1 - labelSmoothing) * target[index] + share
      return smoothed * (classWeights?[index] ?? 1)
    }
  }

  private func weight(of target: [Double]) -> Double {
    guard let classWeights else { return 1 }
    return zip(target, classWeights).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
