extension SoftmaxCrossEntropy {
  /// A row's loss, what it counts for in a weighted mean, and its gradient.
  struct Row {
    let loss: ScaledSum
    let weight: ScaledSum
    let gradient: UnsafeBufferPointer<Double>
  }

  func rowCount(_ total: Int, _ count: Int) throws(VectorError) -> Int {
    try checkRows(total, count: count)
    return total / count
  }

  /// Checks everything and calls `body` for each row, with nil for one that is ignored.
  ///
  /// Gradients are written into `gradients`, if given, row after row; else those of one row take
  /// the place of another's.
  @inline(__always)
  func forEachRow<Number: BinaryFloatingPoint>(
    _ logits: Span<Number>, _ count: Int, _ targets: Targets, _ wanted: CrossEntropyRows.Wanted,
    gradients: UnsafeMutablePointer<Double>? = nil, _ body: (_ index: Int, Row?) -> Void
  ) throws(VectorError) {
    let rows = try rowCount(logits.count, count)
    try checkSettings()
    if let classWeights { try checkLength(of: classWeights.count, expected: count) }
    switch targets {
    case .classes(let classes): try checkLength(of: classes.count, expected: rows)
    case .distributions(let all): try checkLength(of: all.count, expected: logits.count)
    }
    if rows == 0 { return }
    let kernel = CrossEntropyRows(count: count, temperature: temperature)
    let memory = RowMemory(count: count)
    for row in 0..<rows {
      let gradient = gradients.map { $0 + row * count } ?? memory.gradient
      try logits.withUnsafeBufferPointer { all throws(VectorError) in
        let logits = memory.doubles(all, row)
        let loss: ScaledSum?
        let weight: ScaledSum
        switch try target(ofRow: row, logits, memory, targets) {
        case .ignored:
          try checkRow(logits, row, count)
          if wanted != .loss { gradient.update(repeating: 0, count: count) }
          return body(row, nil)
        case .oneClass(let target, let its):
          weight = ScaledSum(its)
          loss = kernel.loss(
            logits, class: target, weight: its, wanted: wanted, gradient: gradient)
        case .severalClasses(let its):
          weight = its
          loss = kernel.loss(logits, weights: memory.weights, wanted: wanted, gradient: gradient)
        }
        guard let loss else { return try checkRow(logits, row, count) }
        let numbers = UnsafeBufferPointer(start: gradient, count: count)
        body(row, Row(loss: loss, weight: weight, gradient: numbers))
      }
    }
  }

  private func checkRow(
    _ logits: UnsafePointer<Double>, _ row: Int, _ count: Int
  ) throws(VectorError) {
    let numbers = Array(UnsafeBufferPointer(start: logits, count: count))
    try checkLogits(numbers, firstIndex: row * count)
  }

  /// Refuses a temperature, a smoothing or weights outside their range.
  func checkSettings() throws(VectorError) {
    try checkTemperature(temperature)
    guard labelSmoothing >= 0, labelSmoothing <= 1 else {
      throw .smoothingNotAccepted(labelSmoothing)
    }
    for (index, weight) in (classWeights ?? []).enumerated() {
      guard weight >= 0, weight.isFinite else {
        throw .weightNotAccepted(index: index, value: weight)
      }
    }
  }

  /// A row's target, checked. Its weight is what the row counts for in a weighted mean.
  fileprivate enum RowTarget {
    case ignored
    case oneClass(Int, weight: Double)
    /// Whose share of each class is in the memory's weights.
    case severalClasses(weight: ScaledSum)
  }

  private func target(
    ofRow row: Int, _ logits: UnsafePointer<Double>, _ memory: RowMemory, _ targets: Targets
  ) throws(VectorError) -> RowTarget {
    let count = memory.count
    switch targets {
    case .classes(let classes):
      let wanted = classes[row]
      if wanted == ignoredClass { return .ignored }
      guard wanted >= 0, wanted < count else {
        try checkRow(logits, row, count)
        throw .targetClassOutOfRange(wanted, row: row, count: count)
      }
      let weight = classWeights?[wanted] ?? 1
      if labelSmoothing == 0 { return .oneClass(wanted, weight: weight) }
      let weights = memory.weights
      weights.update(repeating: 0, count: count)
      weights[wanted] = 1
      smooth(weights, count)
      return .severalClasses(weight: ScaledSum(weight))
    case .distributions(let all):
      let target = all[row * count..<(row + 1) * count]
      do { try checkDistribution(target, firstIndex: row * count) } catch {
        try checkRow(logits, row, count)
        throw error
      }
      let weights = memory.weights
      for (index, share) in target.enumerated() { weights[index] = share }
      var weight = ScaledSum(classWeights == nil ? 1 : 0)
      for (share, its) in zip(target, classWeights ?? []) { weight.add(share, times: its) }
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

/// The memory that the rows of a batch are worked out in, one after another, as far as it is needed.
private final class RowMemory {
  let count: Int
  private lazy var logits: UnsafeMutablePointer<Double> = allocate()
  /// The weight of each class in the target.
  private(set) lazy var weights: UnsafeMutablePointer<Double> = allocate()
  /// Exponentials, and then the gradient.
  private(set) lazy var gradient: UnsafeMutablePointer<Double> = allocate()
  private var allocated: [UnsafeMutablePointer<Double>] = []

  init(count: Int) { self.count = count }

  deinit {
    for memory in allocated { memory.deallocate() }
  }

  private func allocate() -> UnsafeMutablePointer<Double> {
    let memory = UnsafeMutablePointer<Double>.allocate(capacity: count)
    allocated.append(memory)
    return memory
  }

  /// The numbers of a row: where they are, if they are doubles already.
  @inline(__always)
  func doubles<Number: BinaryFloatingPoint>(
    _ all: UnsafeBufferPointer<Number>, _ row: Int
  ) -> UnsafePointer<Double> {
    let start = all.baseAddress! + row * count
    if Number.self == Double.self {
      return UnsafeRawPointer(start).assumingMemoryBound(to: Double.self)
    }
    let doubles = logits
    for index in 0..<count { doubles[index] = Double(start[index]) }
    return UnsafePointer(doubles)
  }
}
