/// A loss and its gradient over whole buffers, written into memory that the caller owns.
///
/// Every ``LossFunction`` has these, its scalar code in a loop specialised for the loss. What is
/// written is the loss of each prediction by itself; a sum or a mean is the caller's to take, and
/// the derivatives are then the gradient of the sum.
public protocol BulkLoss: Sendable {
  /// Writes the loss of each of `predictions` against its target into `results`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  func values(
    of predictions: Span<Double>, targets: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch)

  /// Writes the derivative with respect to each of `predictions` into `results`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  func derivatives(
    of predictions: Span<Double>, targets: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch)

  func values(
    of predictions: Span<Float>, targets: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch)

  func derivatives(
    of predictions: Span<Float>, targets: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch)
}

extension LossFunction {
  public func values(
    of predictions: Span<Double>, targets: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try loop(over: predictions, targets, into: &results) { value($0, target: $1) }
  }

  public func derivatives(
    of predictions: Span<Double>, targets: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try loop(over: predictions, targets, into: &results) { derivative($0, target: $1) }
  }

  public func values(
    of predictions: Span<Float>, targets: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try loop(over: predictions, targets, into: &results) { value($0, target: $1) }
  }

  public func derivatives(
    of predictions: Span<Float>, targets: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try loop(over: predictions, targets, into: &results) { derivative($0, target: $1) }
  }
}

/// The scalar loss at each pair of elements, one after another.
@inline(__always)
private func loop<Number>(
  over predictions: Span<Number>, _ targets: Span<Number>,
  into results: inout MutableSpan<Number>, _ loss: (Number, Number) -> Number
) throws(LengthMismatch) {
  try checkLength(of: "targets", targets.count, expected: predictions.count)
  try checkLength(of: "results", results.count, expected: predictions.count)
  for index in predictions.indices {
    results[index] = loss(predictions[index], targets[index])
  }
}
