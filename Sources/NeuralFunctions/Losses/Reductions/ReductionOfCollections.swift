// Reductions of whatever holds numbers.

extension LossFunction {
  /// The loss of a batch: of slices, buffers, or any other collections.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func loss(
    of predictions: some Collection<Double>, targets: some Collection<Double>,
    weights: [Double]? = nil, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> Double {
    try loss(
      of: Array(predictions), targets: Array(targets),
      weights: weights, reduction: reduction)
  }

  /// The gradient of a batch's loss: of slices, buffers, or any other collections.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func gradient(
    of predictions: some Collection<Double>, targets: some Collection<Double>,
    weights: [Double]? = nil, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> [Double] {
    try gradient(
      of: Array(predictions), targets: Array(targets),
      weights: weights, reduction: reduction)
  }

  /// The loss of a batch and its gradient: of slices, buffers, or any other collections.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func lossAndGradient(
    of predictions: some Collection<Double>, targets: some Collection<Double>,
    weights: [Double]? = nil, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> (loss: Double, gradient: [Double]) {
    try lossAndGradient(
      of: Array(predictions), targets: Array(targets),
      weights: weights, reduction: reduction)
  }

  /// The loss of a batch, summed in Double and rounded once: of arrays, slices, or
  /// any other collections.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func loss(
    of predictions: some Collection<Float>, targets: some Collection<Float>,
    weights: [Float]? = nil, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> Float {
    Float(
      try loss(
        of: predictions.map(Double.init), targets: targets.map(Double.init),
        weights: weights?.map(Double.init), reduction: reduction))
  }

  /// The gradient of a batch's loss, computed in Double and rounded once: of arrays, slices, or
  /// any other collections.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func gradient(
    of predictions: some Collection<Float>, targets: some Collection<Float>,
    weights: [Float]? = nil, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> [Float] {
    try gradient(
      of: predictions.map(Double.init), targets: targets.map(Double.init),
      weights: weights?.map(Double.init), reduction: reduction
    )
    .map { Float($0) }
  }

  /// The loss of a batch and its gradient, computed in Double and rounded once: of arrays, slices, or
  /// any other collections.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func lossAndGradient(
    of predictions: some Collection<Float>, targets: some Collection<Float>,
    weights: [Float]? = nil, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> (loss: Float, gradient: [Float]) {
    let both = try lossAndGradient(
      of: predictions.map(Double.init), targets: targets.map(Double.init),
      weights: weights?.map(Double.init), reduction: reduction)
    return (Float(both.loss), both.gradient.map { Float($0) })
  }
}
