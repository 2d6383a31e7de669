extension Mish {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.mish)
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.mish)
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.mishDerivative)
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.mishDerivative)
  }
}

extension TanhGELU {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.tanhGELU)
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.tanhGELU)
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.tanhGELUDerivative)
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.tanhGELUDerivative)
  }
}
