// In memory of the caller's: nothing is allocated. The gate's calls are given what is of one length, and
// so have no error to hand on.
extension GatedLinearUnit {
  /// Writes the outputs for every row of a matrix of rows of `count` numbers, `count` even, one row
  /// half as long after another.
  ///
  /// - Throws: a ``VectorError`` for rows of length 0 or odd, a matrix that is not whole rows, or
  ///   results that are not half as many, before anything is written.
  public func values(
    ofRows inputs: Span<Double>, count: Int, into results: inout MutableSpan<Double>
  ) throws(VectorError) {
    try checkUnits(inputs.count, count, halves: results.count)
    for row in stride(from: 0, to: inputs.count, by: count) {
      let (through, gating) = halves(row, count)
      results.withPart(row / 2..<row / 2 + count / 2) { own in
        _ = try? gate.values(of: inputs.extracting(gating), into: &own)
        for index in own.indices { own[index] *= inputs[through.lowerBound + index] }
      }
    }
  }

  /// For every row of `inputs`, writes the same row of `cotangents`, half as long, pulled back.
  ///
  /// - Throws: a ``VectorError`` for rows of length 0 or odd, or lengths that do not fit, before
  ///   anything is written.
  public func vectorJacobianProducts(
    atRows inputs: Span<Double>, count: Int, cotangents: Span<Double>,
    into results: inout MutableSpan<Double>
  ) throws(VectorError) {
    try checkUnits(inputs.count, count, halves: cotangents.count)
    try checkLength(of: results.count, expected: inputs.count)
    for row in stride(from: 0, to: inputs.count, by: count) {
      let (through, gating) = halves(row, count)
      let upstream = cotangents.extracting(row / 2..<row / 2 + count / 2)
      let gateInputs = inputs.extracting(gating)
      results.withPart(through) { values in
        _ = try? gate.values(of: gateInputs, into: &values)
        for index in values.indices { values[index] *= upstream[index] }
      }
      results.withPart(gating) { slopes in
        _ = try? gate.derivatives(of: gateInputs, into: &slopes)
        for index in slopes.indices {
          slopes[index] = product(
            upstream[index], inputs[through.lowerBound + index], slopes[index])
        }
      }
    }
  }

  /// Writes the outputs for every row of a matrix of rows of `count` numbers, `count` even, one row
  /// half as long after another, with the gate's kernels for Float.
  ///
  /// - Throws: a ``VectorError`` for rows of length 0 or odd, a matrix that is not whole rows, or
  ///   results that are not half as many, before anything is written.
  public func values(
    ofRows inputs: Span<Float>, count: Int, into results: inout MutableSpan<Float>
  ) throws(VectorError) {
    try checkUnits(inputs.count, count, halves: results.count)
    for row in stride(from: 0, to: inputs.count, by: count) {
      let (through, gating) = halves(row, count)
      results.withPart(row / 2..<row / 2 + count / 2) { own in
        _ = try? gate.values(of: inputs.extracting(gating), into: &own)
        for index in own.indices { own[index] *= inputs[through.lowerBound + index] }
      }
    }
  }

  /// For every row of `inputs`, writes the same row of `cotangents`, half as long, pulled back, with the gate's kernels for Float.
  ///
  /// - Throws: a ``VectorError`` for rows of length 0 or odd, or lengths that do not fit, before
  ///   anything is written.
  public func vectorJacobianProducts(
    atRows inputs: Span<Float>, count: Int, cotangents: Span<Float>,
    into results: inout MutableSpan<Float>
  ) throws(VectorError) {
    try checkUnits(inputs.count, count, halves: cotangents.count)
    try checkLength(of: results.count, expected: inputs.count)
    for row in stride(from: 0, to: inputs.count, by: count) {
      let (through, gating) = halves(row, count)
      let upstream = cotangents.extracting(row / 2..<row / 2 + count / 2)
      let gateInputs = inputs.extracting(gating)
      results.withPart(through) { values in
        _ = try? gate.values(of: gateInputs, into: &values)
        for index in values.indices { values[index] *= upstream[index] }
      }
      results.withPart(gating) { slopes in
        _ = try? gate.derivatives(of: gateInputs, into: &slopes)
        for index in slopes.indices {
          slopes[index] = product(
            upstream[index], inputs[through.lowerBound + index], slopes[index])
        }
      }
    }
  }

  /// The places of the half that goes through, and of the half that gates, of the row from `start`.
  private func halves(_ start: Int, _ count: Int) -> (through: Range<Int>, gating: Range<Int>) {
    let middle = start + count / 2
    let (first, second) = (start..<middle, middle..<start + count)
    return gateHalf == .second ? (first, second) : (second, first)
  }

  private func checkUnits(
    _ total: Int, _ count: Int, halves: Int
  ) throws(VectorError) {
    try checkRows(total, count: count)
    guard count.isMultiple(of: 2) else { throw .oddLength(count) }
    try checkLength(of: halves, expected: total / 2)
  }
}

extension MutableSpan where Element: BitwiseCopyable {
  /// Gives the elements at `places` to `body`, as memory of their own.
  fileprivate mutating func withPart(
    _ places: Range<Int>, _ body: (inout MutableSpan<Element>) -> Void
  ) {
    withUnsafeMutableBufferPointer { buffer in
      var part = buffer.extracting(places).mutableSpan
      body(&part)
    }
  }
}
