// Reductions of whatever holds numbers: slices, buffers, arrays of Float. Those with `weights:` of the
// same type as an array's are there so that these can be left out, or be nil.

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
      of: Array(predictions), targets: Array(targets), weights: weights, reduction: reduction)
  }

  /// The loss of a batch, with weights in a slice, a buffer, or any other collection.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func loss<Weights: Collection<Double>>(
    of predictions: some Collection<Double>, targets: some Collection<Double>,
    weights: Weights?, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> Double {
    try loss(
      of: Array(predictions), targets: Array(targets), weights: weights.map { Array($0) },
      reduction: reduction)
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
      of: Array(predictions), targets: Array(targets), weights: weights, reduction: reduction)
  }

  /// The gradient of a batch's loss, with weights in a slice, a buffer, or any other collection.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func gradient<Weights: Collection<Double>>(
    of predictions: some Collection<Double>, targets: some Collection<Double>,
    weights: Weights?, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> [Double] {
    try gradient(
      of: Array(predictions), targets: Array(targets), weights: weights.map { Array($0) },
      reduction: reduction)
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
      of: Array(predictions), targets: Array(targets), weights: weights, reduction: reduction)
  }

  /// The loss of a batch and its gradient, with weights in a slice, a buffer,
  /// or any other collection.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func lossAndGradient<Weights: Collection<Double>>(
    of predictions: some Collection<Double>, targets: some Collection<Double>,
    weights: Weights?, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> (loss: Double, gradient: [Double]) {
    try lossAndGradient(
      of: Array(predictions), targets: Array(targets), weights: weights.map { Array($0) },
      reduction: reduction)
  }

  /// The loss of a batch, computed in Double and rounded once: of arrays, slices, or
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
        of: doubles(predictions), targets: doubles(targets), weights: weights.map { doubles($0) },
        reduction: reduction))
  }

  /// The loss of a batch, computed in Double and rounded once, with weights in a slice, a buffer,
  /// or any other collection.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func loss<Weights: Collection<Float>>(
    of predictions: some Collection<Float>, targets: some Collection<Float>,
    weights: Weights?, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> Float {
    Float(
      try loss(
        of: doubles(predictions), targets: doubles(targets), weights: weights.map { doubles($0) },
        reduction: reduction))
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
    floats(
      try gradient(
        of: doubles(predictions), targets: doubles(targets), weights: weights.map { doubles($0) },
        reduction: reduction))
  }

  /// The gradient of a batch's loss, computed in Double and rounded once, with weights in a slice, a buffer,
  /// or any other collection.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func gradient<Weights: Collection<Float>>(
    of predictions: some Collection<Float>, targets: some Collection<Float>,
    weights: Weights?, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> [Float] {
    floats(
      try gradient(
        of: doubles(predictions), targets: doubles(targets), weights: weights.map { doubles($0) },
        reduction: reduction))
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
      of: doubles(predictions), targets: doubles(targets), weights: weights.map { doubles($0) },
      reduction: reduction)
    return (Float(both.loss), floats(both.gradient))
  }

  /// The loss of a batch and its gradient, computed in Double and rounded once, with weights in a slice, a buffer,
  /// or any other collection.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets, and weights, as predictions.
  @_disfavoredOverload
  public func lossAndGradient<Weights: Collection<Float>>(
    of predictions: some Collection<Float>, targets: some Collection<Float>,
    weights: Weights?, reduction: Reduction = .mean
  ) throws(LengthMismatch) -> (loss: Float, gradient: [Float]) {
    let both = try lossAndGradient(
      of: doubles(predictions), targets: doubles(targets), weights: weights.map { doubles($0) },
      reduction: reduction)
    return (Float(both.loss), floats(both.gradient))
  }
}
