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

  /// A row's loss, what it counts for in a weighted mean, and its gradient.
  struct Row {
    let loss: Double
    let weight: Double
    let gradient: UnsafeBufferPointer<Double>
  }

  /// Adds up the losses of the rows that count, and hands each on.
  @inline(__always)
  func sum<Number: BinaryFloatingPoint>(
    _ logits: Span<Number>, _ count: Int, _ targets: Targets, wantsGradient: Bool,
    _ visit: (_ index: Int, Row) -> Void
  ) throws(VectorError) -> Batch {
    var batch = Batch()
    try forEachRow(logits, count, targets, wantsGradient: wantsGradient) { index, row in
      guard let row else { return }
      batch.loss += row.loss
      batch.weight += row.weight
      batch.count += 1
      visit(index, row)
    }
    return batch
  }

  func rowCount(_ total: Int, _ count: Int) throws(VectorError) -> Int {
    try checkRows(total, count: count)
    return total / count
  }

  /// Checks everything and calls `body` for each row, with nil for one that is ignored.
  @inline(__always)
  func forEachRow<Number: BinaryFloatingPoint>(
    _ logits: Span<Number>, _ count: Int, _ targets: Targets, wantsGradient: Bool,
    _ body: (_ index: Int, Row?) -> Void
  ) throws(VectorError) {
    let rows = try rowCount(logits.count, count)
    try checkSettings(count: count)
    switch targets {
    case .classes(let classes): try checkLength(of: classes.count, expected: rows)
    case .distributions(let all): try checkLength(of: all.count, expected: logits.count)
    }
    if rows == 0 { return }
    let kernel = CrossEntropyRows(count: count, temperature: temperature)
    let scratch = Scratch(count: count)
    for row in 0..<rows {
      for index in 0..<count { scratch.logits[index] = Double(logits[row * count + index]) }
      let target = try target(ofRow: row, scratch, targets)
      let (logits, gradient) = (UnsafePointer(scratch.logits), scratch.gradient)
      let loss: Double?
      let weight: Double
      switch target {
      case .ignored:
        try scratch.checkLogits(row)
        body(row, nil)
        continue
      case .oneClass(let wanted, let its):
        weight = its
        loss = kernel.loss(
          logits, class: wanted, weight: its, wantsGradient: wantsGradient, gradient: gradient)
      case .severalClasses(let its):
        weight = its
        loss = kernel.loss(
          logits, weights: scratch.weights, wantsGradient: wantsGradient, gradient: gradient)
      }
      guard let loss else {
        try scratch.checkLogits(row)
        continue
      }
      let numbers = UnsafeBufferPointer(start: gradient, count: count)
      body(row, Row(loss: loss, weight: weight, gradient: numbers))
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

  /// A row's target, checked. Its weight is what the row counts for in a weighted mean.
  fileprivate enum RowTarget {
    case ignored
    case oneClass(Int, weight: Double)
    /// Whose share of each class is in the scratch's weights.
    case severalClasses(weight: Double)
  }

  private func target(
    ofRow row: Int, _ scratch: Scratch, _ targets: Targets
  ) throws(VectorError) -> RowTarget {
    let (count, weights) = (scratch.count, scratch.weights)
    switch targets {
    case .classes(let classes):
      let wanted = classes[row]
      if wanted == ignoredClass { return .ignored }
      guard wanted >= 0, wanted < count else {
        try scratch.checkLogits(row)
        throw .targetClassOutOfRange(wanted, row: row, count: count)
      }
      let weight = classWeights?[wanted] ?? 1
      if labelSmoothing == 0 { return .oneClass(wanted, weight: weight) }
      weights.update(repeating: 0, count: count)
      weights[wanted] = 1
      smooth(weights, count)
      return .severalClasses(weight: weight)
    case .distributions(let all):
      let target = all[row * count..<(row + 1) * count]
      do { try checkDistribution(target, firstIndex: row * count) } catch {
        try scratch.checkLogits(row)
        throw error
      }
      for (index, share) in target.enumerated() { weights[index] = share }
      let weight = classWeights.map { zip(target, $0).reduce(0) { $0 + $1.0 * $1.1 } } ?? 1
      smooth(weights, count)
      return .severalClasses(weight: weight)
    }
  }

  /// wₖ·[(1 − ε)·yₖ + ε/K]
  private func smooth(_ target: UnsafeMutablePointer<Double>, _ count: Int) {
    if labelSmoothing != 0 {
      let share = labelSmoothing / Double(count)
      for index in 0..<count { target[index] = (1 - labelSmoothing) * target[index] + share }
    }
    guard let classWeights else { return }
    for index in 0..<count { target[index] *= classWeights[index] }
  }
}

/// The memory that the rows of a batch are worked out in, one after another.
private final class Scratch {
  let count: Int
  let logits: UnsafeMutablePointer<Double>
  /// The weight of each class in the target.
  let weights: UnsafeMutablePointer<Double>
  /// Exponentials, and then the gradient.
  let gradient: UnsafeMutablePointer<Double>

  init(count: Int) {
    self.count = count
    logits = .allocate(capacity: count)
    weights = .allocate(capacity: count)
    gradient = .allocate(capacity: count)
  }

  deinit {
    logits.deallocate()
    weights.deallocate()
    gradient.deallocate()
  }

  func checkLogits(_ row: Int) throws(VectorError) {
    let numbers = Array(UnsafeBufferPointer(start: logits, count: count))
    try NeuralFunctions.checkLogits(numbers, firstIndex: row * count)
  }
}
