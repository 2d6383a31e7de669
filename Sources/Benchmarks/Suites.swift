@preconcurrency import Benchmark
import NeuralFunctions

/// The functions that are measured: those with kernels, and some that run scalar code.
private let functions: [any ScalarFunction] = [
  Exponential(), Sigmoid(), Tanh(), Softplus(), LogSigmoid(), SiLU(), GELU(), ReLU(), Softsign(),
  TanhGELU(), Mish(), ELU(),
]

private func name(_ function: any ScalarFunction) -> String {
  function.description.identifier
}

let scalarSuite = BenchmarkSuite(name: "scalar", settings: Elements(value: bufferCount)) { suite in
  let arguments = UnsafeMutableBufferPointer<Double>.filled()
  let results = UnsafeMutableBufferPointer<Double>.filled()
  for function in functions {
    suite.benchmark(name(function)) {
      for index in arguments.indices { results[index] = function.value(arguments[index]) }
    }
    suite.benchmark(name(function) + "'") {
      for index in arguments.indices { results[index] = function.derivative(arguments[index]) }
    }
  }
}

let bulkSuite = BenchmarkSuite(name: "bulk", settings: Elements(value: bufferCount)) { suite in
  let arguments = UnsafeMutableBufferPointer<Double>.filled()
  let results = UnsafeMutableBufferPointer<Double>.filled()
  for function in functions {
    suite.benchmark(name(function)) {
      var span = MutableSpan(_unsafeElements: results)
      try function.values(of: Span(_unsafeElements: arguments), into: &span)
    }
    suite.benchmark(name(function) + "'") {
      var span = MutableSpan(_unsafeElements: results)
      try function.derivatives(of: Span(_unsafeElements: arguments), into: &span)
    }
  }
}

let bulkFloatSuite = BenchmarkSuite(
  name: "bulk Float", settings: Elements(value: bufferCount)
) { suite in
  let arguments = UnsafeMutableBufferPointer<Float>.filled()
  let results = UnsafeMutableBufferPointer<Float>.filled()
  for function in functions {
    suite.benchmark(name(function)) {
      var span = MutableSpan(_unsafeElements: results)
      try function.values(of: Span(_unsafeElements: arguments), into: &span)
    }
    suite.benchmark(name(function) + "'") {
      var span = MutableSpan(_unsafeElements: results)
      try function.derivatives(of: Span(_unsafeElements: arguments), into: &span)
    }
  }
}

let lossSuite = BenchmarkSuite(
  name: "bulk loss", settings: Elements(value: bufferCount)
) { suite in
  let predictions = UnsafeMutableBufferPointer<Double>.filled()
  let targets = UnsafeMutableBufferPointer<Double>.filled()
  for index in targets.indices { targets[index] = Double(index % 2) }
  let results = UnsafeMutableBufferPointer<Double>.filled()
  let losses: [any LossFunction] = [MeanSquaredError(), BinaryCrossEntropyOnLogits()]
  for loss in losses {
    let name = loss.description.identifier
    suite.benchmark(name) {
      var span = MutableSpan(_unsafeElements: results)
      try loss.values(
        of: Span(_unsafeElements: predictions), targets: Span(_unsafeElements: targets),
        into: &span)
    }
    suite.benchmark(name + "'") {
      var span = MutableSpan(_unsafeElements: results)
      try loss.derivatives(
        of: Span(_unsafeElements: predictions), targets: Span(_unsafeElements: targets),
        into: &span)
    }
  }
}

let softmaxSuite = BenchmarkSuite(
  name: "softmax", settings: Elements(value: bufferCount)
) { suite in
  let logits = UnsafeMutableBufferPointer<Double>.filled()
  let results = UnsafeMutableBufferPointer<Double>.filled()
  for count in [8, 128, 2048] {
    suite.benchmark("rows of \(count)") {
      var span = MutableSpan(_unsafeElements: results)
      try Softmax().values(ofRows: Span(_unsafeElements: logits), count: count, into: &span)
    }
  }
  let row = Array(logits)
  suite.benchmark("scalar, a row of 2048") {
    for (index, probability) in try Softmax().value(row).enumerated() {
      results[index] = probability
    }
  }
}

/// Steps of training on one row of K logits, beside a dot product of the same length.
let rowSuite = BenchmarkSuite(name: "row", settings: Elements(value: 1024)) { suite in
  let logits = UnsafeMutableBufferPointer<Double>.filled(count: 1024)
  let vector = UnsafeMutableBufferPointer<Double>.filled(count: 1024)
  let results = UnsafeMutableBufferPointer<Double>.filled(count: 1024)
  guard let p = try? Softmax().value(Array(logits)) else { return }
  suite.benchmark("dot product, one sum") {
    var sum = 0.0
    for index in p.indices { sum += p[index] * vector[index] }
    results[0] = sum
  }
  suite.benchmark("dot product, 32 sums") {
    var sums = (SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>(), SIMD8<Double>())
    p.withUnsafeBytes { p in
      let v = UnsafeRawBufferPointer(vector)
      for start in stride(from: 0, to: p.count, by: 256) {
        func product(_ offset: Int) -> SIMD8<Double> {
          p.loadUnaligned(fromByteOffset: start + offset, as: SIMD8<Double>.self)
            * v.loadUnaligned(fromByteOffset: start + offset, as: SIMD8<Double>.self)
        }
        sums.0 += product(0)
        sums.1 += product(64)
        sums.2 += product(128)
        sums.3 += product(192)
      }
    }
    results[0] = (sums.0 + sums.1 + sums.2 + sums.3).sum()
  }
  suite.benchmark("softmax's Jacobian times a vector") {
    var span = MutableSpan(_unsafeElements: results)
    try Jacobian.writeSoftmaxProduct(
      probabilities: p.span, vector: Span(_unsafeElements: vector), into: &span)
  }
  let row = Array(logits)
  let cotangent = Array(vector)
  suite.benchmark("softmax pulled back at logits") {
    results[0] = try Softmax().vectorJacobianProduct(at: row, cotangent)[0]
  }
  suite.benchmark("rows of softmax pulled back") {
    var span = MutableSpan(_unsafeElements: results)
    try Softmax().vectorJacobianProducts(
      atRows: row.span, count: 1024, cotangents: cotangent.span, into: &span)
  }
  suite.benchmark("cross-entropy on logits") {
    results[0] = try CrossEntropyOnLogits(logits: row, targetClass: 3).loss
  }
  suite.benchmark("cross-entropy of a row, gradient") {
    var span = MutableSpan(_unsafeElements: results)
    try SoftmaxCrossEntropy().gradients(
      ofRows: Span(_unsafeElements: UnsafeBufferPointer(logits)), count: 1024,
      targets: .classes([3]), into: &span)
  }
}

let jacobianSuite = BenchmarkSuite(name: "Jacobian") { suite in
  for count in [64, 256, 2048] {
    let size = Elements(value: count * count)
    let logits = Array(UnsafeMutableBufferPointer<Double>.filled(count: count))
    guard let jacobian = try? Softmax().jacobian(at: logits),
      let p = try? Softmax().value(logits)
    else { continue }
    let diagonal = jacobian.diagonal
    let entries = UnsafeMutableBufferPointer<Double>.filled(count: count * count)
    suite.benchmark("dense, K = \(count)", settings: size) {
      var span = MutableSpan(_unsafeElements: entries)
      try Jacobian.write(diagonal: diagonal.span, left: p.span, right: p.span, into: &span)
    }
    suite.benchmark("zeros, K = \(count), for comparison", settings: size) {
      entries.update(repeating: 0)
    }
    suite.benchmark("times a vector, K = \(count)", settings: Elements(value: count)) {
      entries[0] = try jacobian.times(p)[0]
    }
  }
}
