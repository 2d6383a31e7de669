extension BinaryCrossEntropyOnLogits {
  public func values(
    of predictions: Span<Double>, targets: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(
      predictions, targets, into: &results, LaneKernels<SIMD8<Double>>.logitCrossEntropy)
  }

  public func derivatives(
    of predictions: Span<Double>, targets: Span<Double>, into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try mapLanes(
      predictions, targets, into: &results,
      LaneKernels<SIMD8<Double>>.logitCrossEntropyDerivative)
  }

  public func values(
    of predictions: Span<Float>, targets: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(
      predictions, targets, into: &results, LaneKernels<SIMD16<Float>>.logitCrossEntropy)
  }

  public func derivatives(
    of predictions: Span<Float>, targets: Span<Float>, into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try mapLanes(
      predictions, targets, into: &results,
      LaneKernels<SIMD16<Float>>.logitCrossEntropyDerivative)
  }
}

extension LaneKernels {
  /// y·log(1 + e^−z) + (1 − y)·log(1 + e^z) as |z| times the weight of the wrong class, plus
  /// log(1 + e^−|z|): no term cancels.
  @inline(__always)
  static func logitCrossEntropy(_ z: L, _ y: L) -> L {
    let zero = L(repeating: 0)
    let e = SplitExponential(z.negativeMagnitude.atLeast(-L.Constants.largestExponent)).value
    let wrong = (L(repeating: 1) - y).replacing(with: y, where: z .< zero)
    // Nothing, not NaN, where the class is right and the logit infinite.
    let miss = (wrong * (zero - z.negativeMagnitude)).replacing(with: zero, where: wrong .== zero)
    return miss + logOnePlus(e)
  }

  /// (1 − y)·σ(z) − y·σ(−z), which is σ(z) − y.
  @inline(__always)
  static func logitCrossEntropyDerivative(_ z: L, _ y: L) -> L {
    let one = L(repeating: 1)
    let isNegative = z .< L(repeating: 0)
    let e = SplitExponential(z.negativeMagnitude.atLeast(-L.Constants.largestExponent)).value
    let positive = one.replacing(with: e, where: isNegative)
    let negative = e.replacing(with: one, where: isNegative)
    return ((one - y) * positive - y * negative) / (one + e)
  }
}

/// Runs a kernel of two arguments over two buffers, as `mapLanes` of one does.
@inline(__always)
func mapLanes<L: Lanes>(
  _ predictions: Span<L.Scalar>, _ targets: Span<L.Scalar>,
  into results: inout MutableSpan<L.Scalar>, _ kernel: (L, L) -> L
) throws(LengthMismatch) {
  try checkLength(of: "targets", targets.count, expected: predictions.count)
  try checkLength(of: "results", results.count, expected: predictions.count)
  predictions.withUnsafeBufferPointer { first in
    targets.withUnsafeBufferPointer { second in
      results.withUnsafeMutableBufferPointer { destination in
        guard let x = first.baseAddress, let y = second.baseAddress,
          let output = destination.baseAddress
        else { return }
        var start = 0
        while start + L.count <= first.count {
          kernel(L(loading: x + start), L(loading: y + start)).store(to: output + start)
          start += L.count
        }
        if start < first.count {
          let left = first.count - start
          let lanes = kernel(
            L(loading: x + start, count: left, filling: 0),
            L(loading: y + start, count: left, filling: 0))
          lanes.store(to: output + start, count: left)
        }
      }
    }
  }
}
