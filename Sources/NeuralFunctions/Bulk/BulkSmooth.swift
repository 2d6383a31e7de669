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

// Sharpnesses far from 1 run the scalar code.
extension Softplus {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      guard let scale = ArgumentScale<SIMD8<Double>>(DoubleDouble(beta)) else {
        return try loop(over: arguments, into: &results) { value($0) }
      }
      return try mapLanes(arguments, into: &results) { x in
        LaneKernels.softplus(x, scale, divisor: Double(beta))
      }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.softplus)
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      guard let scale = ArgumentScale<SIMD8<Double>>(DoubleDouble(beta)) else {
        return try loop(over: arguments, into: &results) { derivative($0) }
      }
      return try mapLanes(arguments, into: &results) { x in
        LaneKernels.sigmoid(x, scale)
      }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.sigmoid)
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      guard let scale = ArgumentScale<SIMD16<Float>>(DoubleDouble(beta)) else {
        return try loop(over: arguments, into: &results) { value($0) }
      }
      return try mapLanes(arguments, into: &results) { x in
        LaneKernels.softplus(x, scale, divisor: Float(beta))
      }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.softplus)
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      guard let scale = ArgumentScale<SIMD16<Float>>(DoubleDouble(beta)) else {
        return try loop(over: arguments, into: &results) { derivative($0) }
      }
      return try mapLanes(arguments, into: &results) { x in
        LaneKernels.sigmoid(x, scale)
      }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.sigmoid)
  }
}

// Sharpnesses far from 1 run the scalar code.
extension SiLU {
  public func values(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      guard let scale = ArgumentScale<SIMD8<Double>>(DoubleDouble(beta)) else {
        return try loop(over: arguments, into: &results) { value($0) }
      }
      return try mapLanes(arguments, into: &results) { x in
        LaneKernels.swish(x, scale)
      }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.silu)
  }

  public func values(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      guard let scale = ArgumentScale<SIMD16<Float>>(DoubleDouble(beta)) else {
        return try loop(over: arguments, into: &results) { value($0) }
      }
      return try mapLanes(arguments, into: &results) { x in
        LaneKernels.swish(x, scale)
      }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD16<Float>>.silu)
  }

  public func derivatives(
    of arguments: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      guard let scale = ArgumentScale<SIMD8<Double>>(DoubleDouble(beta)) else {
        return try loop(over: arguments, into: &results) { derivative($0) }
      }
      return try mapLanes(arguments, into: &results) { x in
        LaneKernels.swishDerivative(x, scale)
      }
    }
    try mapLanes(arguments, into: &results, LaneKernels<SIMD8<Double>>.siluDerivative)
  }

  public func derivatives(
    of arguments: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard beta == 1 else {
      guard let scale = ArgumentScale<SIMD16<Float>>(DoubleDouble(beta)) else {
        return try loop(over: arguments, into: &results) { derivative($0) }
      }
      return try mapLanes(arguments, into: &results) { x in
        LaneKernels.swishDerivative(x, scale)
      }
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
