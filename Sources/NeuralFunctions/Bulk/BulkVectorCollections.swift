// Matrices that are slices, buffers, arrays of Float, or any other collections.

extension VectorFunction {
  /// The outputs for every row of a matrix of rows of `count` numbers.
  ///
  /// - Throws: a ``VectorError``, as the protocol ``BulkVectorFunction`` says.
  @_disfavoredOverload
  public func values(
    ofRows logits: some Collection<Double>, count: Int
  ) throws(VectorError) -> [Double] {
    try withSpan(of: logits) { logits throws(VectorError) in
      try collectedOrThrow(logits.count) { results throws(VectorError) in
        try values(ofRows: logits, count: count, into: &results)
      }
    }
  }

  /// For every row of `logits`, the Jacobian there times the same row of `directions`.
  ///
  /// - Throws: a ``VectorError``, as the protocol ``BulkVectorFunction`` says.
  @_disfavoredOverload
  public func jacobianVectorProducts(
    atRows logits: some Collection<Double>, count: Int, directions: some Collection<Double>
  ) throws(VectorError) -> [Double] {
    try withSpans(of: logits, directions) { logits, directions throws(VectorError) in
      try collectedOrThrow(logits.count) { results throws(VectorError) in
        try jacobianVectorProducts(
          atRows: logits, count: count, directions: directions, into: &results)
      }
    }
  }

  /// For every row of `logits`, the same row of `cotangents` times the Jacobian there.
  ///
  /// - Throws: a ``VectorError``, as the protocol ``BulkVectorFunction`` says.
  @_disfavoredOverload
  public func vectorJacobianProducts(
    atRows logits: some Collection<Double>, count: Int, cotangents: some Collection<Double>
  ) throws(VectorError) -> [Double] {
    try withSpans(of: logits, cotangents) { logits, cotangents throws(VectorError) in
      try collectedOrThrow(logits.count) { results throws(VectorError) in
        try vectorJacobianProducts(
          atRows: logits, count: count, cotangents: cotangents, into: &results)
      }
    }
  }

  /// The outputs for every row of a matrix of rows of `count` numbers.
  ///
  /// - Throws: a ``VectorError``, as the protocol ``BulkVectorFunction`` says.
  @_disfavoredOverload
  public func values(
    ofRows logits: some Collection<Float>, count: Int
  ) throws(VectorError) -> [Float] {
    try withSpan(of: logits) { logits throws(VectorError) in
      try collectedOrThrow(logits.count) { results throws(VectorError) in
        try values(ofRows: logits, count: count, into: &results)
      }
    }
  }

  /// For every row of `logits`, the Jacobian there times the same row of `directions`.
  ///
  /// - Throws: a ``VectorError``, as the protocol ``BulkVectorFunction`` says.
  @_disfavoredOverload
  public func jacobianVectorProducts(
    atRows logits: some Collection<Float>, count: Int, directions: some Collection<Float>
  ) throws(VectorError) -> [Float] {
    try withSpans(of: logits, directions) { logits, directions throws(VectorError) in
      try collectedOrThrow(logits.count) { results throws(VectorError) in
        try jacobianVectorProducts(
          atRows: logits, count: count, directions: directions, into: &results)
      }
    }
  }

  /// For every row of `logits`, the same row of `cotangents` times the Jacobian there.
  ///
  /// - Throws: a ``VectorError``, as the protocol ``BulkVectorFunction`` says.
  @_disfavoredOverload
  public func vectorJacobianProducts(
    atRows logits: some Collection<Float>, count: Int, cotangents: some Collection<Float>
  ) throws(VectorError) -> [Float] {
    try withSpans(of: logits, cotangents) { logits, cotangents throws(VectorError) in
      try collectedOrThrow(logits.count) { results throws(VectorError) in
        try vectorJacobianProducts(
          atRows: logits, count: count, cotangents: cotangents, into: &results)
      }
    }
  }
}
