import NeuralFunctions
import TestSupport
import Testing

@Suite("Bulk interface")
struct BulkInterfaceTests {
  @Test("Results go into memory of the caller, whatever the length", arguments: 0...40)
  func callerOwnedMemory(count: Int) throws {
    let arguments = (0..<count).map { Double($0) / 4 - 5 }
    // One more on either side, to see that nothing else is touched.
    var memory = [Double](repeating: 99, count: count + 2)
    try memory.withUnsafeMutableBufferPointer { memory in
      let middle = UnsafeMutableBufferPointer(rebasing: memory[1..<count + 1])
      var results = MutableSpan(_unsafeElements: middle)
      try Sigmoid().values(of: arguments.span, into: &results)
    }
    #expect(memory.first == 99 && memory.last == 99)
    #expect(Array(memory.dropFirst().dropLast()) == Sigmoid().values(of: arguments))
  }

  @Test("A kernel is reached through an erased type and through generic code")
  func dispatch() throws {
    func throughGenericCode<Function: ScalarFunction>(_ f: Function, _ x: [Double]) -> [Double] {
      f.values(of: x)
    }
    var random = TestRandom(seed: 4)
    let points = random.points(4000)
    let erased: any ScalarFunction = GELU()
    let direct = GELU().values(of: points)
    #expect(erased.values(of: points) == direct)
    #expect(throughGenericCode(GELU(), points) == direct)
    // The scalar code rounds differently somewhere: so these did run the kernel.
    #expect(points.map { GELU().value($0) } != direct)
  }

  @Test("Results of another length are refused by name, and left alone")
  func lengthMismatch() {
    let arguments = [1.0, 2, 3]
    let functions: [any ScalarFunction] = [Sigmoid(), ReLU(), SiLU()]
    for function in functions {
      var results = [7.0, 7]
      let expected = LengthMismatch(argument: "results", expected: 3, found: 2)
      #expect(throws: expected) {
        var span = results.mutableSpan
        try function.values(of: arguments.span, into: &span)
      }
      #expect(throws: expected) {
        var span = results.mutableSpan
        try function.derivatives(of: arguments.span, into: &span)
      }
      #expect(results == [7, 7])
    }
    let mismatch = LengthMismatch(argument: "results", expected: 3, found: 2)
    #expect("\(mismatch)" == "results has length 2; length 3 is needed.")
  }

  @Test("Losses and gradients are those of each prediction by itself")
  func losses() throws {
    let predictions = [0.1, 0.5, 0.9, 1, 0]
    let targets = [0.0, 1, 0.25, 1, 1]
    let loss = BinaryCrossEntropy()
    let values = try loss.values(of: predictions, targets: targets)
    let gradient = try loss.derivatives(of: predictions, targets: targets)
    for index in predictions.indices {
      #expect(values[index] == loss.value(predictions[index], target: targets[index]))
      #expect(gradient[index] == loss.derivative(predictions[index], target: targets[index]))
    }
    let floats = try MeanSquaredError().values(of: [Float(3)], targets: [Float(1)])
    #expect(floats == [4])
    let slopes = try MeanSquaredError().derivatives(of: [Float(3)], targets: [Float(1)])
    #expect(slopes == [4])
  }

  @Test("Targets and results of another length are refused by name")
  func lossLengthMismatch() {
    #expect(throws: LengthMismatch(argument: "targets", expected: 2, found: 1)) {
      _ = try BinaryCrossEntropy().values(of: [0.5, 0.5], targets: [1.0])
    }
    #expect(throws: LengthMismatch(argument: "results", expected: 1, found: 0)) {
      var none: [Double] = []
      var span = none.mutableSpan
      let (predictions, targets) = ([0.5], [1.0])
      try BinaryCrossEntropy().derivatives(
        of: predictions.span, targets: targets.span, into: &span)
    }
  }

  @Test("Slices, buffers and other collections are taken as they are")
  func collections() throws {
    let numbers = (0..<40).map { Double($0) / 4 - 5 }
    let values = Sigmoid().values(of: numbers)
    let f: any ScalarFunction = Sigmoid()
    #expect(f.values(of: numbers[7..<20]) == Array(values[7..<20]))
    #expect(f.values(of: ContiguousArray(numbers)) == values)
    #expect(f.values(of: numbers.lazy.map { $0 }) == values)
    #expect(numbers.withUnsafeBufferPointer { f.values(of: $0) } == values)
    #expect(f.values(of: numbers.span) == values)
    #expect(f.values(of: Array(numbers.reversed()[...])) == values.reversed())
    let slopes = f.derivatives(of: numbers)
    #expect(f.derivatives(of: numbers.dropFirst(3)) == Array(slopes.dropFirst(3)))
    let narrow = numbers.map { Float($0) }
    #expect(f.values(of: narrow[1...]) == Array(f.values(of: narrow).dropFirst()))
    #expect(f.derivatives(of: narrow.span) == f.derivatives(of: narrow))
    let loss: any LossFunction = MeanSquaredError()
    #expect(try loss.values(of: numbers[0..<2], targets: [0, 0]) == [25, 22.5625])
    #expect(try loss.derivatives(of: narrow[0..<2], targets: narrow[1..<3]) == [-0.5, -0.5])
    let both = f.valuesAndDerivatives(of: numbers)
    #expect(both.values == values && both.derivatives == slopes)
    let terms = try loss.valuesAndDerivatives(of: [1, 2], targets: [0, 5])
    #expect(terms.values == [1, 9] && terms.derivatives == [2, -6])
  }

  @Test("Results go over their own arguments", arguments: [0, 1, 511, 512, 513, 1300])
  func inPlace(count: Int) {
    let numbers = (0..<count).map { Double($0) / 97 - 5 }
    let f: any ScalarFunction = GELU()
    var changed = numbers
    f.formValues(of: &changed)
    #expect(changed == f.values(of: numbers))
    changed = numbers
    f.formDerivatives(of: &changed)
    #expect(changed == f.derivatives(of: numbers))
    var narrow = numbers.map { Float($0) }
    f.formValues(of: &narrow)
    #expect(narrow == f.values(of: numbers.map { Float($0) }))
    f.formDerivatives(of: &narrow)
    guard count > 20 else { return }
    changed = numbers
    f.formValues(of: &changed[5..<17])
    #expect(changed[5..<17].elementsEqual(f.values(of: numbers[5..<17])))
    #expect(changed[4] == numbers[4] && changed[17] == numbers[17])
    var scattered = Scattered(numbers: numbers)
    f.formValues(of: &scattered)
    #expect(scattered.elementsEqual(f.values(of: numbers)))
  }

  @Test("Results go into arrays and slices of the caller's, if they fit")
  func intoCollections() throws {
    let numbers = [-1.0, 0, 1, 2]
    let f: any ScalarFunction = Tanh()
    var results = [Double](repeating: 9, count: 6)
    try f.values(of: numbers, into: &results[1..<5])
    #expect(results == [9] + f.values(of: numbers) + [9])
    try f.derivatives(of: numbers[0..<2], into: &results[0..<2])
    #expect(results[1] == 1)
    #expect(throws: LengthMismatch(argument: "results", expected: 4, found: 6)) {
      try f.values(of: numbers, into: &results)
    }
    #expect(results[5] == 9)
    var narrow: [Float] = [0, 0]
    try f.values(of: [0, 1] as [Float], into: &narrow)
    try f.derivatives(of: narrow, into: &narrow)
    #expect(narrow[0] == 1)
    var losses = [0.0, 0]
    try Huber().values(of: [1, 3], targets: [0, 0], into: &losses)
    #expect(losses == [0.5, 2.5])
    try Huber().derivatives(of: losses, targets: [0, 0], into: &losses)
    #expect(losses == [0.5, 1])
    #expect(throws: LengthMismatch(argument: "targets", expected: 2, found: 1)) {
      try Huber().values(of: [1, 3], targets: [0], into: &losses)
    }
  }

  @Test("what is worked out in Float is within half an ulp, as what is by way of Double")
  func narrow() throws {
    let numbers: [Float] = [
      0, -0.0, 1, -1, 0.1, -2.5, 0x1p-149, -0x1p-138, 3.4e38, -3.4e38, 1 + 0x1p-23, 0x1p-30,
      .infinity,
      -.infinity, .nan,
    ]
    func same(_ found: Float, _ exact: Double) -> Bool {
      identical(Double(found), Double(Float(exact)))
    }
    for x in numbers {
      for f in [HardTanh(), HardTanh(min: -0.1, max: 0.3), HardTanh(min: -1e300, max: 1e-30)] {
        #expect(same(f.value(x), f.value(Double(x))), "\(f), \(x)")
      }
      for y in numbers {
        let (square, size) = (MeanSquaredError(), MeanAbsoluteError())
        let (wide, target) = (Double(x), Double(y))
        let about: Comment = "\(x), \(y)"
        #expect(
          same(square.derivative(x, target: y), square.derivative(wide, target: target)), about)
        #expect(same(size.value(x, target: y), size.value(wide, target: target)), about)
        #expect(same(size.derivative(x, target: y), size.derivative(wide, target: target)), about)
      }
    }
  }
}

/// Numbers that do not lie side by side.
private struct Scattered: MutableCollection {
  private var boxes: [[Double]]

  init(numbers: [Double]) { boxes = numbers.map { [$0] } }

  var startIndex: Int { 0 }
  var endIndex: Int { boxes.count }
  func index(after index: Int) -> Int { index + 1 }
  subscript(index: Int) -> Double {
    get { boxes[index][0] }
    set { boxes[index][0] = newValue }
  }
}
