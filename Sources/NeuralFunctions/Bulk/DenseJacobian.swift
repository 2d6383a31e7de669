extension Jacobian {
  /// Writes a dense Jacobian, a diagonal and the product of two vectors, row after row: entry
  /// (i, i) is `diagonal`[i], entry (i, j) is −`left`[i]·`right`[j].
  ///
  /// It allocates nothing and runs about as fast as memory can be written. A zero off the
  /// diagonal is +0.
  ///
  /// - Throws: ``LengthMismatch`` unless the vectors are of one length K and `entries` of K²,
  ///   before anything is written.
  public static func write(
    diagonal: Span<Double>, left: Span<Double>, right: Span<Double>,
    into entries: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try writeDense(diagonal, left, right, into: &entries)
  }

  /// Writes a dense Jacobian, a diagonal and the product of two vectors, row after row.
  public static func write(
    diagonal: Span<Float>, left: Span<Float>, right: Span<Float>,
    into entries: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try writeDense(diagonal, left, right, into: &entries)
  }
}

@inline(__always)
private func writeDense<Number: FloatingPoint>(
  _ diagonal: Span<Number>, _ left: Span<Number>, _ right: Span<Number>,
  into entries: inout MutableSpan<Number>
) throws(LengthMismatch) {
  let count = diagonal.count
  try checkLength(of: "left", left.count, expected: count)
  try checkLength(of: "right", right.count, expected: count)
  try checkLength(of: "entries", entries.count, expected: count * count)
  entries.withUnsafeMutableBufferPointer { entries in
    right.withUnsafeBufferPointer { right in
      guard let factors = right.baseAddress, var row = entries.baseAddress else { return }
      for index in 0..<count {
        let factor = left[index]
        for column in 0..<count { row[column] = 0 - factor * factors[column] }
        row[index] = diagonal[index]
        row += count
      }
    }
  }
}
