// Values and derivatives written over their own arguments.

extension ScalarFunction {
  /// Replaces each number by the value there.
  ///
  /// The results are those that would be written elsewhere.
  public func formValues(of numbers: inout MutableSpan<Double>) {
    replaceInChunks(&numbers) { source, results throws(LengthMismatch) in
      try values(of: source, into: &results)
    }
  }

  /// Replaces each number by the derivative there.
  public func formDerivatives(of numbers: inout MutableSpan<Double>) {
    replaceInChunks(&numbers) { source, results throws(LengthMismatch) in
      try derivatives(of: source, into: &results)
    }
  }

  /// Replaces each number by the value there.
  public func formValues(of numbers: inout MutableSpan<Float>) {
    replaceInChunks(&numbers) { source, results throws(LengthMismatch) in
      try values(of: source, into: &results)
    }
  }

  /// Replaces each number by the derivative there.
  public func formDerivatives(of numbers: inout MutableSpan<Float>) {
    replaceInChunks(&numbers) { source, results throws(LengthMismatch) in
      try derivatives(of: source, into: &results)
    }
  }

  /// Replaces each number by the value there: `Sigmoid().formValues(of: &activations)`, and with
  /// `&activations[0..<n]` a part of an array.
  public func formValues<Numbers: MutableCollection<Double>>(of numbers: inout Numbers) {
    withMutableSpan(of: &numbers) { formValues(of: &$0) }
  }

  /// Replaces each number by the derivative there.
  public func formDerivatives<Numbers: MutableCollection<Double>>(of numbers: inout Numbers) {
    withMutableSpan(of: &numbers) { formDerivatives(of: &$0) }
  }

  /// Replaces each number by the value there.
  public func formValues<Numbers: MutableCollection<Float>>(of numbers: inout Numbers) {
    withMutableSpan(of: &numbers) { formValues(of: &$0) }
  }

  /// Replaces each number by the derivative there.
  public func formDerivatives<Numbers: MutableCollection<Float>>(of numbers: inout Numbers) {
    withMutableSpan(of: &numbers) { formDerivatives(of: &$0) }
  }
}

/// Copies a chunk of the numbers, which stays in the processor's nearest memory, and has its results
/// written over it. Nothing is allocated on the heap.
private func replaceInChunks<Number>(
  _ numbers: inout MutableSpan<Number>,
  _ write: (Span<Number>, inout MutableSpan<Number>) throws(LengthMismatch) -> Void
) {
  let longest = Swift.min(numbers.count, 512)
  guard longest > 0 else { return }
  numbers.withUnsafeMutableBufferPointer { numbers in
    withUnsafeTemporaryAllocation(of: Number.self, capacity: longest) { chunk in
      for start in stride(from: 0, to: numbers.count, by: longest) {
        let part = UnsafeMutableBufferPointer(rebasing: numbers[start...].prefix(longest))
        _ = chunk.initialize(from: part)
        let source = UnsafeBufferPointer(rebasing: chunk[0..<part.count])
        var results = part.mutableSpan
        // The lengths are equal, so there is no error to hand on.
        try? write(source.span, &results)
      }
    }
  }
}

/// Has `body` work on the collection's own memory, or on a copy of what does not lie side by side.
func withMutableSpan<Numbers: MutableCollection, Failure: Error>(
  of numbers: inout Numbers,
  _ body: (inout MutableSpan<Numbers.Element>) throws(Failure) -> Void
) throws(Failure) {
  let done = numbers.withContiguousMutableStorageIfAvailable { buffer in
    // A typed error does not pass through, so it is carried as a value.
    Result { () throws(Failure) in
      var span = buffer.mutableSpan
      try body(&span)
    }
  }
  if let done { return try done.get() }
  var copy = Array(numbers)
  var span = copy.mutableSpan
  try body(&span)
  for (index, number) in zip(numbers.indices, copy) { numbers[index] = number }
}
