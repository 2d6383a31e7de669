// Between Double and Float in loops over memory, whatever collection the numbers come from: `map` over
// one whose type is not known here takes twenty times as long.

/// The numbers as `Double`, which holds each exactly.
func doubles(_ numbers: some Collection<Float>) -> [Double] {
  withSpan(of: numbers) { numbers in
    [Double](unsafeUninitializedCapacity: numbers.count) { buffer, initialized in
      for index in numbers.indices {
        buffer.initializeElement(at: index, to: Double(numbers[index]))
      }
      initialized = numbers.count
    }
  }
}

/// The numbers, each rounded to `Float`.
func floats(_ numbers: [Double]) -> [Float] {
  [Float](unsafeUninitializedCapacity: numbers.count) { buffer, initialized in
    for index in numbers.indices {
      buffer.initializeElement(at: index, to: Float(numbers[index]))
    }
    initialized = numbers.count
  }
}
