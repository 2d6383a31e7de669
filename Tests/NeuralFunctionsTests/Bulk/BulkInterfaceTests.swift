import NeuralFunctions
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
    var random = SplitMix(seed: 4)
    let points = random.points(4000)
    let erased: any ScalarFunction = GELU()
    let direct = GELU().values(of: points)
    #expect(erased.values(of: points) == direct)
    #expect(throughGenericCode(GELU(), points) == direct)
    // The scalar code rounds differently somewhere: so these did run the kernel.
    #expect(points.map { GELU().value($0) } != direct)
  }

  @Test("Parameters other than the kernel's are honoured")
  func parameters() {
    var silu = SiLU()
    silu.beta = 2
    var softplus = Softplus()
    softplus.beta = 3
    let points = [-4.0, -1, 0, 0.5, 7]
    #expect(silu.values(of: points) == points.map { silu.value($0) })
    #expect(softplus.values(of: points) == points.map { softplus.value($0) })
    #expect(softplus.derivatives(of: points) == points.map { softplus.derivative($0) })
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
}
