// Vectors that are slices, buffers, arrays of Float, or any other collections.

extension VectorFunction {
  /// The outputs for `logits`, from slices, buffers, or any other collections.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func value(_ logits: some Collection<Double>) throws(VectorError) -> [Double] {
    try value(Array(logits))
  }

  /// The Jacobian at `logits`, a slice, a buffer, or any other collection.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func jacobian(at logits: some Collection<Double>) throws(VectorError) -> Jacobian {
    try jacobian(at: Array(logits))
  }

  /// The indices of logits that stand on a kink.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func kinks(at logits: some Collection<Double>) throws(VectorError) -> [Int] {
    try kinks(at: Array(logits))
  }

  /// The Jacobian times `direction`, from slices, buffers, or any other collections.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func jacobianVectorProduct(
    at logits: some Collection<Double>, _ direction: some Collection<Double>
  ) throws(VectorError) -> [Double] {
    try jacobianVectorProduct(at: Array(logits), Array(direction))
  }

  /// `cotangent` times the Jacobian, from slices, buffers, or any other collections.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func vectorJacobianProduct(
    at logits: some Collection<Double>, _ cotangent: some Collection<Double>
  ) throws(VectorError) -> [Double] {
    try vectorJacobianProduct(at: Array(logits), Array(cotangent))
  }

  /// The outputs for `logits`, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func value(_ logits: some Collection<Float>) throws(VectorError) -> [Float] {
    try value(logits.map(Double.init)).map { Float($0) }
  }

  /// The Jacobian times `direction`, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func jacobianVectorProduct(
    at logits: some Collection<Float>, _ direction: some Collection<Float>
  ) throws(VectorError) -> [Float] {
    try jacobianVectorProduct(at: logits.map(Double.init), direction.map(Double.init))
      .map { Float($0) }
  }

  /// `cotangent` times the Jacobian, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func vectorJacobianProduct(
    at logits: some Collection<Float>, _ cotangent: some Collection<Float>
  ) throws(VectorError) -> [Float] {
    try vectorJacobianProduct(at: logits.map(Double.init), cotangent.map(Double.init))
      .map { Float($0) }
  }
}

extension Jacobian {
  /// J·v of a slice, a buffer, or any other collection.
  ///
  /// - Throws: ``VectorError/lengthMismatch(expected:found:)``.
  @_disfavoredOverload
  public func times(_ direction: some Collection<Double>) throws(VectorError) -> [Double] {
    try times(Array(direction))
  }

  /// Jᵀ·u of a slice, a buffer, or any other collection.
  ///
  /// - Throws: ``VectorError/lengthMismatch(expected:found:)``.
  @_disfavoredOverload
  public func transposedTimes(
    _ cotangent: some Collection<Double>
  ) throws(VectorError) -> [Double] {
    try transposedTimes(Array(cotangent))
  }
}

extension Sparsemax {
  /// The indices whose probability is above 0, of a slice, a buffer, or any other collection.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func support(of logits: some Collection<Double>) throws(VectorError) -> [Int] {
    try support(of: Array(logits))
  }
}

extension CrossEntropyOnLogits {
  /// Of logits in a slice, a buffer, or any other collection, against one class.
  ///
  /// - Throws: a ``VectorError`` for what is wrong with logits, class or temperature.
  @_disfavoredOverload
  public init(
    logits: some Collection<Double>, targetClass: Int, temperature: Double = 1
  ) throws(VectorError) {
    try self.init(logits: Array(logits), targetClass: targetClass, temperature: temperature)
  }

  /// Of logits in a slice, a buffer, or any other collection, against a distribution.
  ///
  /// - Throws: a ``VectorError`` for what is wrong with logits, targets or temperature.
  @_disfavoredOverload
  public init(
    logits: some Collection<Double>, targets: some Collection<Double>, temperature: Double = 1
  ) throws(VectorError) {
    try self.init(logits: Array(logits), targets: Array(targets), temperature: temperature)
  }
}
