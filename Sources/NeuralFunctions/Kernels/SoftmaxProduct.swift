extension Jacobian {
  /// Writes p∘(v − p·v)/T: the product of softmax's Jacobian, from either side, with a vector.
  ///
  /// For a training step, which has the probabilities at hand: the gradient with respect to the
  /// outputs becomes that with respect to the logits. It allocates nothing, and takes about as
  /// long as two dot products. Within 4 ulp of the larger of pᵢ|vᵢ| and pᵢ·Σpₖ|vₖ|, which may
  /// cancel; `times(_:)` keeps the digits of what is left.
  ///
  /// - Throws: ``LengthMismatch`` unless all are of one length, before anything is written.
  public static func writeSoftmaxProduct(
    probabilities: Span<Double>, vector: Span<Double>, temperature: Double = 1,
    into results: inout MutableSpan<Double>
  ) throws(LengthMismatch) {
    try SoftmaxProduct<SIMD8<Double>>.write(
      probabilities, vector, temperature: temperature, into: &results)
  }

  /// Writes p∘(v − p·v)/T: the product of softmax's Jacobian, from either side, with a vector.
  public static func writeSoftmaxProduct(
    probabilities: Span<Float>, vector: Span<Float>, temperature: Double = 1,
    into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    guard temperature > 0x1p-60 && temperature < 0x1p60 else {
      return try writeInDouble(probabilities, vector, temperature, into: &results)
    }
    try SoftmaxProduct<SIMD16<Float>>.write(
      probabilities, vector, temperature: temperature, into: &results)
  }
}

extension Jacobian {
  /// By way of Double, for a temperature that a Float may not hold.
  private static func writeInDouble(
    _ probabilities: Span<Float>, _ vector: Span<Float>, _ temperature: Double,
    into results: inout MutableSpan<Float>
  ) throws(LengthMismatch) {
    try checkLength(of: "vector", vector.count, expected: probabilities.count)
    try checkLength(of: "results", results.count, expected: probabilities.count)
    let (p, v) = (
      numbers(probabilities, 0, probabilities.count), numbers(vector, 0, vector.count)
    )
    let exact = try collectedOrThrow(p.count) { exact throws(LengthMismatch) in
      try writeSoftmaxProduct(
        probabilities: p.span, vector: v.span, temperature: temperature, into: &exact)
    }
    for index in exact.indices { results[index] = Float(exact[index]) }
  }
}

/// p∘(v − p·v)/T in two passes.
private enum SoftmaxProduct<L: Lanes> {
  @inline(__always)
  static func write(
    _ probabilities: Span<L.Scalar>, _ vector: Span<L.Scalar>, temperature: Double,
    into results: inout MutableSpan<L.Scalar>
  ) throws(LengthMismatch) {
    try checkLength(of: "vector", vector.count, expected: probabilities.count)
    try checkLength(of: "results", results.count, expected: probabilities.count)
    let mean = vector.withUnsafeBufferPointer { vector in
      probabilities.withUnsafeBufferPointer { dotProduct($0, vector) }
    }
    let shift = L(repeating: mean)
    let scalar = L.Scalar(temperature)
    let divisor = L(repeating: scalar)
    if scalar < 1 && (1 / scalar).isFinite {
      // First what grows: a product that is subnormal would be rounded and then enlarged.
      return try mapLanes(probabilities, vector, into: &results) { p, v in
        (p / divisor) * (v - shift)
      }
    }
    try mapLanes(probabilities, vector, into: &results) { p, v in
      let product = p * (v - shift)
      return temperature == 1 ? product : product / divisor
    }
  }

  /// Σ pₖvₖ in four sums side by side, each emptied before it has grown long.
  @inline(__always)
  private static func dotProduct(
    _ p: UnsafeBufferPointer<L.Scalar>, _ v: UnsafeBufferPointer<L.Scalar>
  ) -> L.Scalar {
    guard let p0 = p.baseAddress, let v0 = v.baseAddress else { return 0 }
    let zero = L(repeating: 0)
    var total = zero
    var start = 0
    let stride = 4 * L.count
    while start + stride <= p.count {
      var (a, b, c, d) = (zero, zero, zero, zero)
      let end = Swift.min(start + 16 * stride, p.count / stride * stride)
      while start < end {
        let (x, y) = (p0 + start, v0 + start)
        a = L.multiplyAdd(L(loading: x), L(loading: y), a)
        b = L.multiplyAdd(L(loading: x + L.count), L(loading: y + L.count), b)
        c = L.multiplyAdd(L(loading: x + 2 * L.count), L(loading: y + 2 * L.count), c)
        d = L.multiplyAdd(L(loading: x + 3 * L.count), L(loading: y + 3 * L.count), d)
        start += stride
      }
      total = total + ((a + b) + (c + d))
    }
    while start < p.count {
      let length = Swift.min(L.count, p.count - start)
      let x = L(loading: p0 + start, count: length, filling: 0)
      total = L.multiplyAdd(x, L(loading: v0 + start, count: length, filling: 0), total)
      start += length
    }
    var sum = total[0]
    for lane in 1..<L.count { sum += total[lane] }
    return sum
  }
}
