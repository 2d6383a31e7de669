// Batches of whatever holds numbers: slices, buffers, arrays of Float.

extension SoftmaxCrossEntropy {
  /// With class weights in a slice, a buffer, or any other collection.
  @_disfavoredOverload
  public init(
    temperature: Double = 1, labelSmoothing: Double = 0,
    classWeights: some Collection<Double>, ignoredClass: Int? = nil
  ) {
    self.init(
      temperature: temperature, labelSmoothing: labelSmoothing, classWeights: Array(classWeights),
      ignoredClass: ignoredClass)
  }

  /// With class weights of Float.
  @_disfavoredOverload
  public init(
    temperature: Double = 1, labelSmoothing: Double = 0,
    classWeights: some Collection<Float>, ignoredClass: Int? = nil
  ) {
    self.init(
      temperature: temperature, labelSmoothing: labelSmoothing, classWeights: doubles(classWeights),
      ignoredClass: ignoredClass)
  }
}

extension SoftmaxCrossEntropy.Targets {
  /// A class for each row, from slices, buffers, or any other collections, of integers of any type:
  /// labels are often stored as `UInt8`, or `Int64`. What `Int` does not hold is no class.
  @_disfavoredOverload
  @inlinable
  public static func classes(_ classes: some Collection<some BinaryInteger>) -> Self {
    let numbers: [Int] = classes.map { Int(clamping: $0) }
    return .classes(numbers)
  }

  /// A distribution for each row, one after another, from a slice, a buffer, or any other collection.
  @_disfavoredOverload
  public static func distributions(_ shares: some Collection<Double>) -> Self {
    let numbers: [Double] = Array(shares)
    return .distributions(numbers)
  }

  /// A distribution for each row, one after another, of Float.
  @_disfavoredOverload
  public static func distributions(_ shares: some Collection<Float>) -> Self {
    .distributions(doubles(shares))
  }
}

extension SoftmaxCrossEntropy {
  /// The loss of each row.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func losses(
    ofRows logits: some Collection<Double>, count: Int, targets: Targets
  ) throws(VectorError) -> [Double] {
    try withSpan(of: logits) { logits throws(VectorError) in
      try collectedOrThrow(rowCount(logits.count, count)) { results throws(VectorError) in
        try losses(ofRows: logits, count: count, targets: targets, into: &results)
      }
    }
  }

  /// The gradient of each row's loss.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func gradients(
    ofRows logits: some Collection<Double>, count: Int, targets: Targets
  ) throws(VectorError) -> [Double] {
    try withSpan(of: logits) { logits throws(VectorError) in
      try collectedOrThrow(logits.count) { results throws(VectorError) in
        try gradients(ofRows: logits, count: count, targets: targets, into: &results)
      }
    }
  }

  /// The loss of the batch.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func loss(
    ofRows logits: some Collection<Double>, count: Int, targets: Targets,
    reduction: Reduction = .weightedMean
  ) throws(VectorError) -> Double {
    try withSpan(of: logits) { logits throws(VectorError) in
      try reducedLoss(logits, count, targets, reduction)
    }
  }

  /// The loss of the batch and its gradient.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func lossAndGradient(
    ofRows logits: some Collection<Double>, count: Int, targets: Targets,
    reduction: Reduction = .weightedMean
  ) throws(VectorError) -> (loss: Double, gradient: [Double]) {
    try lossAndGradient(
      ofRows: Array(logits), count: count, targets: targets, reduction: reduction)
  }

  /// The loss of each row, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func losses(
    ofRows logits: some Collection<Float>, count: Int, targets: Targets
  ) throws(VectorError) -> [Float] {
    try withSpan(of: logits) { logits throws(VectorError) in
      try collectedOrThrow(rowCount(logits.count, count)) { results throws(VectorError) in
        try losses(ofRows: logits, count: count, targets: targets, into: &results)
      }
    }
  }

  /// The gradient of each row's loss, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func gradients(
    ofRows logits: some Collection<Float>, count: Int, targets: Targets
  ) throws(VectorError) -> [Float] {
    try withSpan(of: logits) { logits throws(VectorError) in
      try collectedOrThrow(logits.count) { results throws(VectorError) in
        try gradients(ofRows: logits, count: count, targets: targets, into: &results)
      }
    }
  }

  /// The loss of the batch, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func loss(
    ofRows logits: some Collection<Float>, count: Int, targets: Targets,
    reduction: Reduction = .weightedMean
  ) throws(VectorError) -> Float {
    try withSpan(of: logits) { logits throws(VectorError) in
      Float(try reducedLoss(logits, count, targets, reduction))
    }
  }

  /// The loss of the batch and its gradient, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func lossAndGradient(
    ofRows logits: some Collection<Float>, count: Int, targets: Targets,
    reduction: Reduction = .weightedMean
  ) throws(VectorError) -> (loss: Float, gradient: [Float]) {
    let both = try lossAndGradient(
      ofRows: doubles(logits), count: count, targets: targets, reduction: reduction)
    return (Float(both.loss), floats(both.gradient))
  }
}
