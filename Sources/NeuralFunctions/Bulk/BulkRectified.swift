// Depths that leave the range of a Float, or nearly that of a Double, run the scalar code.
extension ELU {
  private var isModerate: Bool { alpha == 0 || alpha > 0x1p-100 && alpha < 0x1p100 }
}

extension ELU {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard isModerate else {
      return try loop(over: arguments, into: &results) { value($0) }
    }
    let depth = Double(alpha)
    try mapLanes(arguments, into: &results) {
      LaneKernels<SIMD8<Double>>.exponentialRectifier($0, depth: depth, slope: 1)
    }
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard isModerate else {
      return try loop(over: arguments, into: &results) { value($0) }
    }
    let depth = Float(alpha)
    try mapLanes(arguments, into: &results) {
      LaneKernels<SIMD16<Float>>.exponentialRectifier($0, depth: depth, slope: 1)
    }
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard isModerate else {
      return try loop(over: arguments, into: &results) { derivative($0) }
    }
    let depth = Double(alpha)
    try mapLanes(arguments, into: &results) {
      LaneKernels<SIMD8<Double>>.exponentialRectifierDerivative($0, depth: depth, slope: 1)
    }
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard isModerate else {
      return try loop(over: arguments, into: &results) { derivative($0) }
    }
    let depth = Float(alpha)
    try mapLanes(arguments, into: &results) {
      LaneKernels<SIMD16<Float>>.exponentialRectifierDerivative($0, depth: depth, slope: 1)
    }
  }
}

extension SELU {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results) {
      LaneKernels<SIMD8<Double>>.exponentialRectifier(
        $0, depth: Double(Self.depth.high), slope: Double(Self.scale.high))
    }
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results) {
      LaneKernels<SIMD16<Float>>.exponentialRectifier(
        $0, depth: Float(Self.depth.high), slope: Float(Self.scale.high))
    }
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results) {
      LaneKernels<SIMD8<Double>>.exponentialRectifierDerivative(
        $0, depth: Double(Self.depth.high), slope: Double(Self.scale.high))
    }
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(arguments, into: &results) {
      LaneKernels<SIMD16<Float>>.exponentialRectifierDerivative(
        $0, depth: Float(Self.depth.high), slope: Float(Self.scale.high))
    }
  }
}

extension CELU {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard let scale = ArgumentScale<SIMD8<Double>>(.quotient(1, alpha)) else {
      return try loop(over: arguments, into: &results) { value($0) }
    }
    try mapLanes(arguments, into: &results) { x in LaneKernels.celu(x, scale, alpha: Double(alpha))
    }
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard let scale = ArgumentScale<SIMD8<Double>>(.quotient(1, alpha)) else {
      return try loop(over: arguments, into: &results) { derivative($0) }
    }
    try mapLanes(arguments, into: &results) { x in LaneKernels.celuDerivative(x, scale) }
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard let scale = ArgumentScale<SIMD16<Float>>(.quotient(1, alpha)) else {
      return try loop(over: arguments, into: &results) { value($0) }
    }
    try mapLanes(arguments, into: &results) { x in LaneKernels.celu(x, scale, alpha: Float(alpha)) }
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard let scale = ArgumentScale<SIMD16<Float>>(.quotient(1, alpha)) else {
      return try loop(over: arguments, into: &results) { derivative($0) }
    }
    try mapLanes(arguments, into: &results) { x in LaneKernels.celuDerivative(x, scale) }
  }
}
