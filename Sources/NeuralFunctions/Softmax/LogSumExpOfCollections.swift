// The smooth maximum of whatever holds numbers: slices, buffers, arrays of Float.

extension LogSumExp {
  /// The smooth maximum of `logits`: a slice, a buffer, or any other collection.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func value(_ logits: some Collection<Double>) throws(VectorError) -> Double {
    try value(Array(logits))
  }

  /// The gradient with respect to `logits`: a slice, a buffer, or any other collection.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func gradient(at logits: some Collection<Double>) throws(VectorError) -> [Double] {
    try Softmax(temperature: temperature).value(logits)
  }

  /// The smooth maximum of every row.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func values(
    ofRows logits: some Collection<Double>, count: Int
  ) throws(VectorError) -> [Double] {
    try checkRows(logits.count, count: count)
    return try withSpan(of: logits) { logits throws(VectorError) in
      try collectedOrThrow(logits.count / count) { results throws(VectorError) in
        try values(ofRows: logits, count: count, into: &results)
      }
    }
  }

  /// The smooth maximum of `logits`, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func value(_ logits: some Collection<Float>) throws(VectorError) -> Float {
    Float(try value(doubles(logits)))
  }

  /// The gradient with respect to `logits`, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  @_disfavoredOverload
  public func gradient(at logits: some Collection<Float>) throws(VectorError) -> [Float] {
    try Softmax(temperature: temperature).value(logits)
  }

  /// The smooth maximum of every row, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  @_disfavoredOverload
  public func values(
    ofRows logits: some Collection<Float>, count: Int
  ) throws(VectorError) -> [Float] {
    try checkRows(logits.count, count: count)
    return try withSpan(of: logits) { logits throws(VectorError) in
      try collectedOrThrow(logits.count / count) { results throws(VectorError) in
        try values(ofRows: logits, count: count, into: &results)
      }
    }
  }
}
