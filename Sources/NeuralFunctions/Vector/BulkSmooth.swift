extension Exponential {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.exponential)
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.exponential)
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.exponential)
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.exponential)
  }
}

// Other sharpnesses than 1 run the scalar code.
extension Softplus {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      return try loop(over: arguments, into: &results) { value($0) }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.softplus)
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      return try loop(over: arguments, into: &results) { derivative($0) }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.sigmoid)
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      return try loop(over: arguments, into: &results) { value($0) }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.softplus)
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      return try loop(over: arguments, into: &results) { derivative($0) }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.sigmoid)
  }
}

// Other sharpnesses than 1 run the scalar code.
extension SiLU {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      return try loop(over: arguments, into: &results) { value($0) }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.silu)
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      return try loop(over: arguments, into: &results) { value($0) }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.silu)
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      return try loop(over: arguments, into: &results) { derivative($0) }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.siluDerivative)
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      return try loop(over: arguments, into: &results) { derivative($0) }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.siluDerivative)
  }
}

extension GELU {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.gelu)
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.gelu)
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.geluDerivative)
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.geluDerivative)
  }
}
