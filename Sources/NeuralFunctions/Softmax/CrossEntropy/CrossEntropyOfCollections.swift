// Batches of whatever holds numbers: slices, buffers, arrays of Float.

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
      let batch = try sum(logits, count, targets, .loss)
      return batch.loss.over(batch.divisor(reduction))
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
      let batch = try sum(logits, count, targets, .loss)
      return Float(batch.loss.over(batch.divisor(reduction)))
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
      ofRows: logits.map(Double.init), count: count, targets: targets, reduction: reduction)
    return (Float(both.loss), both.gradient.map { Float($0) })
  }
}
