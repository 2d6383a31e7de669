/// A vector function over the rows of a matrix, written into memory that the caller owns.
///
/// A matrix is its rows one after another, each of `count` numbers. What the checked interface of
/// ``VectorFunction`` refuses is refused here, with the index into the whole matrix; what is written
/// into then holds nothing of use. Products with the Jacobians of softmax, softmin and log-softmax
/// are within 6 ulp of the larger of the terms that they are the sum of; of all but log-softmax's
/// transpose these are terms of the vector less its component at the largest probability, which
/// leaves the product as it is. That holds at temperatures from 1e−100 up, of vectors whose numbers over
/// the temperature are within 1e100. `Jacobian.times(_:)` keeps the digits of what cancels. `Float` is
/// computed in `Double` and rounded once, unless there is a kernel for it, which says so.
public protocol BulkVectorFunction: Sendable {
  /// Writes the outputs for every row of `logits` into the same row of `results`.
  ///
  /// - Throws: a ``VectorError`` for rows of length 0, buffers whose lengths do not fit, NaN, +∞,
  ///   or a row that is all −∞.
  func values(
    ofRows logits: Span<Double>, count: Int, into results: inout MutableSpan<Double>
  ) throws(VectorError)

  /// Writes, for every row of `logits`, the Jacobian there times the same row of `directions`. O(K)
  /// a row.
  ///
  /// - Throws: a ``VectorError``, as for values.
  func jacobianVectorProducts(
    atRows logits: Span<Double>, count: Int, directions: Span<Double>,
    into results: inout MutableSpan<Double>
  ) throws(VectorError)

  /// Writes, for every row of `logits`, the same row of `cotangents` times the Jacobian there: a
  /// batch of gradients pulled back to the logits. O(K) a row.
  ///
  /// - Throws: a ``VectorError``, as for values.
  func vectorJacobianProducts(
    atRows logits: Span<Double>, count: Int, cotangents: Span<Double>,
    into results: inout MutableSpan<Double>
  ) throws(VectorError)

  func values(
    ofRows logits: Span<Float>, count: Int, into results: inout MutableSpan<Float>
  ) throws(VectorError)

  func jacobianVectorProducts(
    atRows logits: Span<Float>, count: Int, directions: Span<Float>,
    into results: inout MutableSpan<Float>
  ) throws(VectorError)

  func vectorJacobianProducts(
    atRows logits: Span<Float>, count: Int, cotangents: Span<Float>,
    into results: inout MutableSpan<Float>
  ) throws(VectorError)
}

extension VectorFunction {
  public func values(
    ofRows logits: Span<Double>, count: Int, into results: inout MutableSpan<Double>
  ) throws(VectorError) {
    try writeRows(logits, count, beside: logits, into: &results) { row, _ in uncheckedValue(row) }
  }

  public func jacobianVectorProducts(
    atRows logits: Span<Double>, count: Int, directions: Span<Double>,
    into results: inout MutableSpan<Double>
  ) throws(VectorError) {
    try writeProducts(
      logits, count, with: directions, isTransposed: false, into: &results)
  }

  public func vectorJacobianProducts(
    atRows logits: Span<Double>, count: Int, cotangents: Span<Double>,
    into results: inout MutableSpan<Double>
  ) throws(VectorError) {
    try writeProducts(
      logits, count, with: cotangents, isTransposed: true, into: &results)
  }

  public func values(
    ofRows logits: Span<Float>, count: Int, into results: inout MutableSpan<Float>
  ) throws(VectorError) {
    try writeRows(logits, count, beside: logits, into: &results) { row, _ in uncheckedValue(row) }
  }

  public func jacobianVectorProducts(
    atRows logits: Span<Float>, count: Int, directions: Span<Float>,
    into results: inout MutableSpan<Float>
  ) throws(VectorError) {
    try writeProducts(
      logits, count, with: directions, isTransposed: false, into: &results)
  }

  public func vectorJacobianProducts(
    atRows logits: Span<Float>, count: Int, cotangents: Span<Float>,
    into results: inout MutableSpan<Float>
  ) throws(VectorError) {
    try writeProducts(
      logits, count, with: cotangents, isTransposed: true, into: &results)
  }

  /// Writes the products of the Jacobian at every row, or of its transpose, with the same row of
  /// `vectors`.
  @inline(__always)
  private func writeProducts<Number: BinaryFloatingPoint>(
    _ logits: Span<Number>, _ count: Int, with vectors: Span<Number>, isTransposed: Bool,
    into results: inout MutableSpan<Number>
  ) throws(VectorError) {
    let lanes = JacobianLanes(of: self, count: count)
    try writeRows(logits, count, beside: vectors, into: &results) { row, vector in
      if let product = lanes?.product(row, vector, isTransposed: isTransposed) { return product }
      let jacobian = uncheckedJacobian(at: row)
      return isTransposed
        ? jacobian.uncheckedTransposedTimes(vector) : jacobian.uncheckedTimes(vector)
    }
  }

  /// Writes what `function` makes of every row, and of the same row of a matrix beside it.
  @inline(__always)
  private func writeRows<Number: BinaryFloatingPoint>(
    _ logits: Span<Number>, _ count: Int, beside other: Span<Number>,
    into results: inout MutableSpan<Number>,
    _ function: (_ row: [Double], _ other: [Double]) -> [Double]
  ) throws(VectorError) {
    try checkTemperature(temperature)
    try checkRows(logits.count, count: count)
    try checkLength(of: results.count, expected: logits.count)
    try checkLength(of: other.count, expected: logits.count)
    for start in stride(from: 0, to: logits.count, by: count) {
      let row = numbers(logits, start, count)
      try checkLogits(row, firstIndex: start)
      let outputs = function(row, numbers(other, start, count))
      for (index, output) in outputs.enumerated() { results[start + index] = Number(output) }
    }
  }
}

extension VectorFunction {
  /// The outputs for every row of a matrix of rows of `count` numbers.
  ///
  /// - Throws: a ``VectorError``, as the protocol ``BulkVectorFunction`` says.
  public func values(ofRows logits: [Double], count: Int) throws(VectorError) -> [Double] {
    try collectedOrThrow(logits.count) { results throws(VectorError) in
      try values(ofRows: logits.span, count: count, into: &results)
    }
  }

  /// For every row of `logits`, the Jacobian there times the same row of `directions`.
  ///
  /// - Throws: a ``VectorError``, as the protocol ``BulkVectorFunction`` says.
  public func jacobianVectorProducts(
    atRows logits: [Double], count: Int, directions: [Double]
  ) throws(VectorError) -> [Double] {
    try collectedOrThrow(logits.count) { results throws(VectorError) in
      try jacobianVectorProducts(
        atRows: logits.span, count: count, directions: directions.span, into: &results)
    }
  }

  /// For every row of `logits`, the same row of `cotangents` times the Jacobian there.
  ///
  /// - Throws: a ``VectorError``, as the protocol ``BulkVectorFunction`` says.
  public func vectorJacobianProducts(
    atRows logits: [Double], count: Int, cotangents: [Double]
  ) throws(VectorError) -> [Double] {
    try collectedOrThrow(logits.count) { results throws(VectorError) in
      try vectorJacobianProducts(
        atRows: logits.span, count: count, cotangents: cotangents.span, into: &results)
    }
  }
}

/// Refuses rows of no length, and a matrix that is not whole rows.
func checkRows(_ total: Int, count: Int) throws(VectorError) {
  guard count > 0 else { throw .rowLengthNotAccepted(count) }
  guard total.isMultiple(of: count) else { throw .unevenRows(total: total, count: count) }
}

func checkLength(of found: Int, expected: Int) throws(VectorError) {
  guard found == expected else { throw .lengthMismatch(expected: expected, found: found) }
}

/// `count` numbers from `start` on, as `Double`.
func numbers<Number: BinaryFloatingPoint>(
  _ span: Span<Number>, _ start: Int, _ count: Int
) -> [Double] {
  [Double](unsafeUninitializedCapacity: count) { buffer, initialized in
    for index in 0..<count { buffer.initializeElement(at: index, to: Double(span[start + index])) }
    initialized = count
  }
}
