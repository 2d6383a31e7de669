@preconcurrency import Benchmark

/// How many numbers one run of a benchmark writes.
struct Elements: BenchmarkSetting {
  var value: Int
}

/// A buffer that fits the first cache, so that arithmetic is measured and not memory.
let bufferCount = 2048

extension UnsafeMutableBufferPointer where Element: BinaryFloatingPoint {
  /// A buffer that lives as long as the program, filled with numbers from −10 to 10 in turn.
  static func filled(count: Int = bufferCount) -> Self {
    let buffer = Self.allocate(capacity: count)
    for index in 0..<count {
      buffer.initializeElement(at: index, to: Element(index * 37 % 2001) / 100 - 10)
    }
    return buffer
  }

}
