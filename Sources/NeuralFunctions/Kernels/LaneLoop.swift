/// Runs a kernel over a buffer, a lane's worth at a time.
///
/// The remainder goes through the same kernel, filled up with zeros, so that a result does not
/// depend on where in the buffer its argument stands.
@inline(__always)
func mapLanes<L: Lanes>(
  _ arguments: Span<L.Scalar>, into results: inout MutableSpan<L.Scalar>, _ kernel: (L) -> L
) throws(LengthMismatch) {
  try checkLength(of: "results", results.count, expected: arguments.count)
  arguments.withUnsafeBufferPointer { source in
    results.withUnsafeMutableBufferPointer { destination in
      guard let input = source.baseAddress, let output = destination.baseAddress else { return }
      var start = 0
      while start + L.count <= source.count {
        kernel(L(loading: input + start)).store(to: output + start)
        start += L.count
      }
      if start < source.count {
        let left = source.count - start
        let lanes = kernel(L(loading: input + start, count: left, filling: 0))
        lanes.store(to: output + start, count: left)
      }
    }
  }
}

extension Lanes {
  @inline(__always)
  init(loading source: UnsafePointer<Scalar>) {
    self = UnsafeRawPointer(source).loadUnaligned(as: Self.self)
  }

  /// The first `count` lanes from memory, the others `filler`.
  @inline(__always)
  init(loading source: UnsafePointer<Scalar>, count: Int, filling filler: Scalar) {
    self.init(repeating: filler)
    for lane in 0..<count { self[lane] = source[lane] }
  }

  @inline(__always)
  func store(to destination: UnsafeMutablePointer<Scalar>) {
    UnsafeMutableRawPointer(destination).storeBytes(of: self, as: Self.self)
  }

  /// Writes the first `count` lanes.
  @inline(__always)
  func store(to destination: UnsafeMutablePointer<Scalar>, count: Int) {
    for lane in 0..<count { destination[lane] = self[lane] }
  }
}
