// Between Double and Float in loops over memory, whatever collection the numbers come from: `map` over
// one whose type is not known here takes twenty times as long, and what checks each index twice.

/// The numbers as `Double`, which holds each exactly.
func doubles(_ numbers: some Collection<Float>) -> [Double] {
  withSpan(of: numbers) { numbers in
    numbers.withUnsafeBufferPointer { numbers in converted(numbers) { Double($0) } }
  }
}

/// The numbers, each rounded to `Float`.
func floats(_ numbers: [Double]) -> [Float] {
  numbers.withUnsafeBufferPointer { numbers in converted(numbers) { Float($0) } }
}

@inline(__always)
private func converted<A, B>(_ numbers: UnsafeBufferPointer<A>, _ convert: (A) -> B) -> [B] {
  [B](unsafeUninitializedCapacity: numbers.count) { buffer, initialized in
    initialized = numbers.count
    guard let from = numbers.baseAddress, let to = buffer.baseAddress else { return }
    for index in 0..<numbers.count { (to + index).initialize(to: convert(from[index])) }
  }
}
