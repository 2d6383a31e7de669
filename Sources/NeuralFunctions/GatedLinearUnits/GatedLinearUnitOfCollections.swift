// Gated linear units of slices, buffers, arrays of Float, or any other collections.

extension GatedLinearUnit {
  /// The outputs for `input`, of a slice, a buffer, or any other collection.
  ///
  /// - Throws: a ``VectorError`` for an empty vector or one of odd length.
  @_disfavoredOverload
  public func value(_ input: some Collection<Double>) throws(VectorError) -> [Double] {
    try value(Array(input))
  }

  /// Jᵀ·u, of a slice, a buffer, or any other collection.
  ///
  /// - Throws: a ``VectorError``, as for arrays of Double.
  @_disfavoredOverload
  public func vectorJacobianProduct(
    at input: some Collection<Double>, _ cotangent: some Collection<Double>
  ) throws(VectorError) -> [Double] {
    try vectorJacobianProduct(at: Array(input), Array(cotangent))
  }

  /// J·v, of a slice, a buffer, or any other collection.
  ///
  /// - Throws: a ``VectorError``, as for arrays of Double.
  @_disfavoredOverload
  public func jacobianVectorProduct(
    at input: some Collection<Double>, _ direction: some Collection<Double>
  ) throws(VectorError) -> [Double] {
    try jacobianVectorProduct(at: Array(input), Array(direction))
  }

  /// The outputs for every row, of a slice, a buffer, or any other collection.
  ///
  /// - Throws: a ``VectorError``, as for arrays of Double.
  @_disfavoredOverload
  public func values(
    ofRows inputs: some Collection<Double>, count: Int
  ) throws(VectorError) -> [Double] {
    try values(ofRows: Array(inputs), count: count)
  }

  /// For every row of `inputs`, the same row of `cotangents` pulled back, of slices, buffers, or
  /// any other collections.
  ///
  /// - Throws: a ``VectorError``, as for arrays of Double.
  @_disfavoredOverload
  public func vectorJacobianProducts(
    atRows inputs: some Collection<Double>, count: Int, cotangents: some Collection<Double>
  ) throws(VectorError) -> [Double] {
    try vectorJacobianProducts(
      atRows: Array(inputs), count: count, cotangents: Array(cotangents)
    )
  }

  /// The outputs for `input`, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` for an empty vector or one of odd length.
  @_disfavoredOverload
  public func value(_ input: some Collection<Float>) throws(VectorError) -> [Float] {
    floats(try value(doubles(input)))
  }

  /// Jᵀ·u, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError``, as for arrays of Double.
  @_disfavoredOverload
  public func vectorJacobianProduct(
    at input: some Collection<Float>, _ cotangent: some Collection<Float>
  ) throws(VectorError) -> [Float] {
    floats(try vectorJacobianProduct(at: doubles(input), doubles(cotangent)))
  }

  /// J·v, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError``, as for arrays of Double.
  @_disfavoredOverload
  public func jacobianVectorProduct(
    at input: some Collection<Float>, _ direction: some Collection<Float>
  ) throws(VectorError) -> [Float] {
    floats(try jacobianVectorProduct(at: doubles(input), doubles(direction)))
  }

  /// The outputs for every row, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError``, as for arrays of Double.
  @_disfavoredOverload
  public func values(
    ofRows inputs: some Collection<Float>, count: Int
  ) throws(VectorError) -> [Float] {
    floats(try values(ofRows: doubles(inputs), count: count))
  }

  /// For every row of `inputs`, the same row of `cotangents` pulled back, computed in Double and
  /// rounded once.
  ///
  /// - Throws: a ``VectorError``, as for arrays of Double.
  @_disfavoredOverload
  public func vectorJacobianProducts(
    atRows inputs: some Collection<Float>, count: Int, cotangents: some Collection<Float>
  ) throws(VectorError) -> [Float] {
    floats(
      try vectorJacobianProducts(
        atRows: doubles(inputs), count: count, cotangents: doubles(cotangents)))
  }
}
