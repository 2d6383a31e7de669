// Bulk calls for whatever holds numbers: arrays, slices, buffers, lazy sequences, spans.
//
// What is no preferred overload is there for collections of another type than an array of Double,
// so that a literal is one.

extension ScalarFunction {
  /// The value at each of `arguments`.
  public func values(of arguments: [Double]) -> [Double] { values(of: arguments.span) }

  /// The derivative at each of `arguments`.
  public func derivatives(of arguments: [Double]) -> [Double] { derivatives(of: arguments.span) }

  /// The value at each of `arguments`: a slice, a buffer, or any other collection.
  @_disfavoredOverload
  public func values<Numbers: Collection<Double>>(of arguments: Numbers) -> [Double] {
    withSpan(of: arguments) { values(of: $0) }
  }

  /// The derivative at each of `arguments`: a slice, a buffer, or any other collection.
  @_disfavoredOverload
  public func derivatives<Numbers: Collection<Double>>(of arguments: Numbers) -> [Double] {
    withSpan(of: arguments) { derivatives(of: $0) }
  }

  /// The value at each of `arguments`: an array, a slice, a buffer, or any other collection.
  @_disfavoredOverload
  public func values<Numbers: Collection<Float>>(of arguments: Numbers) -> [Float] {
    withSpan(of: arguments) { values(of: $0) }
  }

  /// The derivative at each of `arguments`: an array, a slice, a buffer, or any other collection.
  @_disfavoredOverload
  public func derivatives<Numbers: Collection<Float>>(of arguments: Numbers) -> [Float] {
    withSpan(of: arguments) { derivatives(of: $0) }
  }

  /// The value at each of `arguments`.
  public func values(of arguments: Span<Double>) -> [Double] {
    collected(arguments.count) { results throws(LengthMismatch) in
      try values(of: arguments, into: &results)
    }
  }

  /// The derivative at each of `arguments`.
  public func derivatives(of arguments: Span<Double>) -> [Double] {
    collected(arguments.count) { results throws(LengthMismatch) in
      try derivatives(of: arguments, into: &results)
    }
  }

  /// The value at each of `arguments`.
  public func values(of arguments: Span<Float>) -> [Float] {
    collected(arguments.count) { results throws(LengthMismatch) in
      try values(of: arguments, into: &results)
    }
  }

  /// The derivative at each of `arguments`.
  public func derivatives(of arguments: Span<Float>) -> [Float] {
    collected(arguments.count) { results throws(LengthMismatch) in
      try derivatives(of: arguments, into: &results)
    }
  }
}

extension LossFunction {
  /// The loss of each of `predictions` against its target.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  public func values(
    of predictions: [Double], targets: [Double]
  ) throws(LengthMismatch) -> [Double] {
    try values(of: predictions.span, targets: targets.span)
  }

  /// The derivative with respect to each of `predictions`.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  public func derivatives(
    of predictions: [Double], targets: [Double]
  ) throws(LengthMismatch) -> [Double] {
    try derivatives(of: predictions.span, targets: targets.span)
  }

  /// The loss of each of `predictions` against its target, from slices, buffers, or any other
  /// collections.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  @_disfavoredOverload
  public func values<Predictions: Collection<Double>, Targets: Collection<Double>>(
    of predictions: Predictions, targets: Targets
  ) throws(LengthMismatch) -> [Double] {
    try withSpans(of: predictions, targets) { predictions, targets throws(LengthMismatch) in
      try values(of: predictions, targets: targets)
    }
  }

  /// The derivative with respect to each of `predictions`, from slices, buffers, or any other
  /// collections.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  @_disfavoredOverload
  public func derivatives<Predictions: Collection<Double>, Targets: Collection<Double>>(
    of predictions: Predictions, targets: Targets
  ) throws(LengthMismatch) -> [Double] {
    try withSpans(of: predictions, targets) { predictions, targets throws(LengthMismatch) in
      try derivatives(of: predictions, targets: targets)
    }
  }

  /// The loss of each of `predictions` against its target.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  @_disfavoredOverload
  public func values<Predictions: Collection<Float>, Targets: Collection<Float>>(
    of predictions: Predictions, targets: Targets
  ) throws(LengthMismatch) -> [Float] {
    try withSpans(of: predictions, targets) { predictions, targets throws(LengthMismatch) in
      try values(of: predictions, targets: targets)
    }
  }

  /// The derivative with respect to each of `predictions`.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  @_disfavoredOverload
  public func derivatives<Predictions: Collection<Float>, Targets: Collection<Float>>(
    of predictions: Predictions, targets: Targets
  ) throws(LengthMismatch) -> [Float] {
    try withSpans(of: predictions, targets) { predictions, targets throws(LengthMismatch) in
      try derivatives(of: predictions, targets: targets)
    }
  }

  /// The loss of each of `predictions` against its target.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  public func values(
    of predictions: Span<Double>, targets: Span<Double>
  ) throws(LengthMismatch) -> [Double] {
    try collectedOrThrow(predictions.count) { results throws(LengthMismatch) in
      try values(of: predictions, targets: targets, into: &results)
    }
  }

  /// The derivative with respect to each of `predictions`.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  public func derivatives(
    of predictions: Span<Double>, targets: Span<Double>
  ) throws(LengthMismatch) -> [Double] {
    try collectedOrThrow(predictions.count) { results throws(LengthMismatch) in
      try derivatives(of: predictions, targets: targets, into: &results)
    }
  }

  /// The loss of each of `predictions` against its target.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  public func values(
    of predictions: Span<Float>, targets: Span<Float>
  ) throws(LengthMismatch) -> [Float] {
    try collectedOrThrow(predictions.count) { results throws(LengthMismatch) in
      try values(of: predictions, targets: targets, into: &results)
    }
  }

  /// The derivative with respect to each of `predictions`.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  public func derivatives(
    of predictions: Span<Float>, targets: Span<Float>
  ) throws(LengthMismatch) -> [Float] {
    try collectedOrThrow(predictions.count) { results throws(LengthMismatch) in
      try derivatives(of: predictions, targets: targets, into: &results)
    }
  }
}

/// What `write` writes into a new array of `count` zeros.
func collectedOrThrow<Number: ExpressibleByIntegerLiteral, Failure: Error>(
  _ count: Int, _ write: (inout MutableSpan<Number>) throws(Failure) -> Void
) throws(Failure) -> [Number] {
  var results = [Number](repeating: 0, count: count)
  var span = results.mutableSpan
  try write(&span)
  return results
}

/// What `write`, which is given the right length and so has no error to hand on, writes into a new
/// array.
private func collected<Number: ExpressibleByIntegerLiteral>(
  _ count: Int, _ write: (inout MutableSpan<Number>) throws(LengthMismatch) -> Void
) -> [Number] {
  (try? collectedOrThrow(count, write)) ?? []
}

/// Calls `body` with the numbers of a collection, in place if they lie side by side.
func withSpan<Numbers: Collection, Result, Failure: Error>(
  of numbers: Numbers, _ body: (Span<Numbers.Element>) throws(Failure) -> Result
) throws(Failure) -> Result {
  let inPlace = numbers.withContiguousStorageIfAvailable { buffer in
    // A typed error does not pass through, so it is carried as a value.
    Swift.Result<Result, Failure> { () throws(Failure) in try body(buffer.span) }
  }
  if let inPlace { return try inPlace.get() }
  return try body(Array(numbers).span)
}

func withSpans<A: Collection, B: Collection, Result, Failure: Error>(
  of a: A, _ b: B, _ body: (Span<A.Element>, Span<B.Element>) throws(Failure) -> Result
) throws(Failure) -> Result {
  try withSpan(of: a) { a throws(Failure) in
    try withSpan(of: b) { b throws(Failure) in try body(a, b) }
  }
}
