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
    floats(try value(doubles(logits)))
  }

  /// The Jacobian at `logits`, in Double.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func jacobian(at logits: some Collection<Float>) throws(VectorError) -> Jacobian {
    try jacobian(at: doubles(logits))
  }

  /// The indices of logits that stand on a kink.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func kinks(at logits: some Collection<Float>) throws(VectorError) -> [Int] {
    try kinks(at: doubles(logits))
  }

  /// The Jacobian times `direction`, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func jacobianVectorProduct(
    at logits: some Collection<Float>, _ direction: some Collection<Float>
  ) throws(VectorError) -> [Float] {
    floats(try jacobianVectorProduct(at: doubles(logits), doubles(direction)))
  }

  /// `cotangent` times the Jacobian, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func vectorJacobianProduct(
    at logits: some Collection<Float>, _ cotangent: some Collection<Float>
  ) throws(VectorError) -> [Float] {
    floats(try vectorJacobianProduct(at: doubles(logits), doubles(cotangent)))
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

  /// J·v, computed in Double and rounded once.
  ///
  /// - Throws: ``VectorError/lengthMismatch(expected:found:)``.
  @_disfavoredOverload
  public func times(_ direction: some Collection<Float>) throws(VectorError) -> [Float] {
    floats(try times(doubles(direction)))
  }

  /// Jᵀ·u, computed in Double and rounded once.
  ///
  /// - Throws: ``VectorError/lengthMismatch(expected:found:)``.
  @_disfavoredOverload
  public func transposedTimes(_ cotangent: some Collection<Float>) throws(VectorError) -> [Float] {
    floats(try transposedTimes(doubles(cotangent)))
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

  /// The indices whose probability is above 0, of logits of Float.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func support(of logits: some Collection<Float>) throws(VectorError) -> [Int] {
    try support(of: doubles(logits))
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

  /// Of logits of Float against one class, in Double.
  ///
  /// - Throws: a ``VectorError`` for what is wrong with logits, class or temperature.
  @_disfavoredOverload
  public init(
    logits: some Collection<Float>, targetClass: Int, temperature: Double = 1
  ) throws(VectorError) {
    try self.init(logits: doubles(logits), targetClass: targetClass, temperature: temperature)
  }

  /// Of logits of Float against a distribution, in Double.
  ///
  /// - Throws: a ``VectorError`` for what is wrong with logits, targets or temperature.
  @_disfavoredOverload
  public init(
    logits: some Collection<Float>, targets: some Collection<Float>, temperature: Double = 1
  ) throws(VectorError) {
    try self.init(logits: doubles(logits), targets: doubles(targets), temperature: temperature)
  }
}
