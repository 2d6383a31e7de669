// Losses of distributions that are slices, buffers, arrays of Float, or any other collections.

extension DistributionLoss {
  /// Cross-entropy of slices, buffers, or any other collections.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public static func crossEntropy(
    _ prediction: some Collection<Double>, target: some Collection<Double>
  ) throws(VectorError) -> Double {
    try crossEntropy(Array(prediction), target: Array(target))
  }

  /// ∂L/∂ŷ of slices, buffers, or any other collections.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public static func gradient(
    _ prediction: some Collection<Double>, target: some Collection<Double>
  ) throws(VectorError) -> [Double] {
    try gradient(Array(prediction), target: Array(target))
  }

  /// The Kullback–Leibler divergence of slices, buffers, or any other collections.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public static func kullbackLeibler(
    _ prediction: some Collection<Double>, target: some Collection<Double>
  ) throws(VectorError) -> Double {
    try kullbackLeibler(Array(prediction), target: Array(target))
  }

  /// Cross-entropy, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public static func crossEntropy(
    _ prediction: some Collection<Float>, target: some Collection<Float>
  ) throws(VectorError) -> Float {
    Float(try crossEntropy(doubles(prediction), target: doubles(target)))
  }

  /// ∂L/∂ŷ, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public static func gradient(
    _ prediction: some Collection<Float>, target: some Collection<Float>
  ) throws(VectorError) -> [Float] {
    floats(try gradient(doubles(prediction), target: doubles(target)))
  }

  /// The Kullback–Leibler divergence, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public static func kullbackLeibler(
    _ prediction: some Collection<Float>, target: some Collection<Float>
  ) throws(VectorError) -> Float {
    Float(try kullbackLeibler(doubles(prediction), target: doubles(target)))
  }
}
