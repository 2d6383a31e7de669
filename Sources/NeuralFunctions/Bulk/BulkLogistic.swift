extension Sigmoid {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.sigmoid)
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.sigmoidDerivative)
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.sigmoid)
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.sigmoidDerivative)
  }
}

extension Tanh {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.tanh)
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.tanhDerivative)
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.tanh)
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.tanhDerivative)
  }
}

extension LogSigmoid {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.logSigmoid)
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.logSigmoidDerivative)
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.logSigmoid)
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.logSigmoidDerivative)
  }
}
