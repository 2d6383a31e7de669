/// Values and derivatives over whole buffers, written into memory that the caller owns.
///
/// Every ``ScalarFunction`` has these. Most run their scalar code in a loop, specialised for the
/// function; the exponential family has SIMD kernels instead, which are within 4 ulp over the
/// whole range (the scalar code is often closer; near a derivative's root it is 4 ulp of the larger
/// term) and follow the same conventions at ±∞ and NaN. The sign of a zero result may differ. A result
/// depends on its argument alone, never on its place in the buffer.
public protocol BulkFunction: Sendable {
  /// Writes the value at each of `arguments` into the same place of `results`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch)

  /// Writes the derivative at each of `arguments` into the same place of `results`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch)

  func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch)

  func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch)
}

extension ScalarFunction {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try loop(over: arguments, into: &results) { value($0) }
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try loop(over: arguments, into: &results) { derivative($0) }
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try loop(over: arguments, into: &results) { value($0) }
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try loop(over: arguments, into: &results) { derivative($0) }
  }
}

/// The scalar function at each element, one after another.
@inline(__always)
func loop<Number>(
  over arguments: Span<Number>, into results: inout MutableSpan<Number>,
  _ function: (Number) -> Number
) throws(LengthMismatch) {
  try checkLength(of: "results", results.count, expected: arguments.count)
  for index in arguments.indices { results[index] = function(arguments[index]) }
}
