// Results written into an array, a slice or a buffer of the caller's.

extension ScalarFunction {
  /// Writes the value at each of `arguments` into the same place of `results`:
  /// `try Sigmoid().values(of: logits, into: &activations)`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  public func values<Arguments: Collection<Double>, Results: MutableCollection<Double>>(
    of arguments: Arguments, into results: inout Results
  ) throws(LengthMismatch) {
    try write(arguments, &results) { source, results throws(LengthMismatch) in
      try values(of: source, into: &results)
    }
  }

  /// Writes the derivative at each of `arguments` into the same place of `results`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  public func derivatives<Arguments: Collection<Double>, Results: MutableCollection<Double>>(
    of arguments: Arguments, into results: inout Results
  ) throws(LengthMismatch) {
    try write(arguments, &results) { source, results throws(LengthMismatch) in
      try derivatives(of: source, into: &results)
    }
  }

  /// Writes the value at each of `arguments` into the same place of `results`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  public func values<Arguments: Collection<Float>, Results: MutableCollection<Float>>(
    of arguments: Arguments, into results: inout Results
  ) throws(LengthMismatch) {
    try write(arguments, &results) { source, results throws(LengthMismatch) in
      try values(of: source, into: &results)
    }
  }

  /// Writes the derivative at each of `arguments` into the same place of `results`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  public func derivatives<Arguments: Collection<Float>, Results: MutableCollection<Float>>(
    of arguments: Arguments, into results: inout Results
  ) throws(LengthMismatch) {
    try write(arguments, &results) { source, results throws(LengthMismatch) in
      try derivatives(of: source, into: &results)
    }
  }

  /// The value and the derivative at each of `arguments`.
  public func valuesAndDerivatives(
    of arguments: [Double]
  ) -> (values: [Double], derivatives: [Double]) {
    (values(of: arguments), derivatives(of: arguments))
  }

  /// The value and the derivative at each of `arguments`: a slice, a buffer, or any other
  /// collection.
  @_disfavoredOverload
  public func valuesAndDerivatives(
    of arguments: some Collection<Double>
  ) -> (values: [Double], derivatives: [Double]) {
    (values(of: arguments), derivatives(of: arguments))
  }

  /// The value and the derivative at each of `arguments`: an array, a slice, a buffer, or any other
  /// collection.
  @_disfavoredOverload
  public func valuesAndDerivatives(
    of arguments: some Collection<Float>
  ) -> (values: [Float], derivatives: [Float]) {
    (values(of: arguments), derivatives(of: arguments))
  }
}

extension LossFunction {
  /// Writes the loss of each of `predictions` against its target into `results`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  public func values<
    Predictions: Collection<Double>, Targets: Collection<Double>,
    Results: MutableCollection<Double>
  >(
    of predictions: Predictions, targets: Targets, into results: inout Results
  ) throws(LengthMismatch) {
    try write(predictions, targets, &results) { source, targets, results throws(LengthMismatch) in
      try values(of: source, targets: targets, into: &results)
    }
  }

  /// Writes the derivative with respect to each of `predictions` into `results`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  public func derivatives<
    Predictions: Collection<Double>, Targets: Collection<Double>,
    Results: MutableCollection<Double>
  >(
    of predictions: Predictions, targets: Targets, into results: inout Results
  ) throws(LengthMismatch) {
    try write(predictions, targets, &results) { source, targets, results throws(LengthMismatch) in
      try derivatives(of: source, targets: targets, into: &results)
    }
  }

  /// Writes the loss of each of `predictions` against its target into `results`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  public func values<
    Predictions: Collection<Float>, Targets: Collection<Float>, Results: MutableCollection<Float>
  >(
    of predictions: Predictions, targets: Targets, into results: inout Results
  ) throws(LengthMismatch) {
    try write(predictions, targets, &results) { source, targets, results throws(LengthMismatch) in
      try values(of: source, targets: targets, into: &results)
    }
  }

  /// Writes the derivative with respect to each of `predictions` into `results`.
  ///
  /// - Throws: ``LengthMismatch``, before anything is written.
  public func derivatives<
    Predictions: Collection<Float>, Targets: Collection<Float>, Results: MutableCollection<Float>
  >(
    of predictions: Predictions, targets: Targets, into results: inout Results
  ) throws(LengthMismatch) {
    try write(predictions, targets, &results) { source, targets, results throws(LengthMismatch) in
      try derivatives(of: source, targets: targets, into: &results)
    }
  }

  /// The loss of each of `predictions` against its target, and its derivative.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  public func valuesAndDerivatives(
    of predictions: [Double], targets: [Double]
  ) throws(LengthMismatch) -> (values: [Double], derivatives: [Double]) {
    (
      try values(of: predictions, targets: targets),
      try derivatives(of: predictions, targets: targets)
    )
  }

  /// The loss of each of `predictions` against its target, and its derivative, from slices,
  /// buffers, or any other collections.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  @_disfavoredOverload
  public func valuesAndDerivatives(
    of predictions: some Collection<Double>, targets: some Collection<Double>
  ) throws(LengthMismatch) -> (values: [Double], derivatives: [Double]) {
    (
      try values(of: predictions, targets: targets),
      try derivatives(of: predictions, targets: targets)
    )
  }

  /// The loss of each of `predictions` against its target, and its derivative.
  ///
  /// - Throws: ``LengthMismatch`` unless there are as many targets as predictions.
  @_disfavoredOverload
  public func valuesAndDerivatives(
    of predictions: some Collection<Float>, targets: some Collection<Float>
  ) throws(LengthMismatch) -> (values: [Float], derivatives: [Float]) {
    (
      try values(of: predictions, targets: targets),
      try derivatives(of: predictions, targets: targets)
    )
  }
}

private func write<Source: Collection, Results: MutableCollection>(
  _ source: Source, _ results: inout Results,
  _ body: (Span<Source.Element>, inout MutableSpan<Results.Element>) throws(LengthMismatch) -> Void
) throws(LengthMismatch) {
  try withSpan(of: source) { source throws(LengthMismatch) in
    try withMutableSpan(of: &results) { results throws(LengthMismatch) in
      try body(source, &results)
    }
  }
}

private func write<A: Collection, B: Collection, Results: MutableCollection>(
  _ a: A, _ b: B, _ results: inout Results,
  _ body: (
    Span<A.Element>, Span<B.Element>, inout MutableSpan<Results.Element>
  ) throws(LengthMismatch) -> Void
) throws(LengthMismatch) {
  try withSpan(of: a) { a throws(LengthMismatch) in
    try withSpan(of: b) { b throws(LengthMismatch) in
      try withMutableSpan(of: &results) { results throws(LengthMismatch) in
        try body(a, b, &results)
      }
    }
  }
}
