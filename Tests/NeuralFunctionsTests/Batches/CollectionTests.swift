import NeuralFunctions
import Testing

/// That what takes an array takes a slice, a buffer, and numbers that do not lie side by side.
@Suite("Slices, buffers and other collections")
struct CollectionTests {
  private let numbers = [9, 2, 1, 0.5, -1, 3, 0.25, 9]
  private let others = [9, 1, 0.5, 0, 2, -1, 4, 9]
  private var floats: [Float] { numbers.map { Float($0) } }
  private var otherFloats: [Float] { others.map { Float($0) } }
  private let targets = SoftmaxCrossEntropy.Targets.classes([0, 2])

  /// The six numbers in the middle, as a slice whose indices do not start from 0.
  private var slice: ArraySlice<Double> { numbers[1..<7] }
  private var array: [Double] { Array(slice) }
  private var floatSlice: ArraySlice<Float> { floats[1..<7] }
  private var floatArray: [Float] { Array(floatSlice) }

  private func same(
    _ call: (AnyCollection<Double>) throws -> [Double], _ expected: [Double],
    at location: SourceLocation = #_sourceLocation
  ) throws {
    let scattered = try call(AnyCollection(numbers.lazy.filter { $0 != 9 }))
    let inSlice = try call(AnyCollection(slice))
    let inBuffer = try numbers.withUnsafeBufferPointer { try call(AnyCollection($0[1..<7])) }
    for found in [scattered, inSlice, inBuffer] {
      #expect(found == expected, sourceLocation: location)
    }
  }

  @Test("softmax and its kin")
  func vectors() throws {
    for f: any VectorFunction in [Softmax(), Softmin(), LogSoftmax(), Sparsemax()] {
      let v = Array(others[1..<7])
      try same({ try f.value($0) }, f.value(array))
      try same({ try f.values(ofRows: $0, count: 3) }, f.values(ofRows: array, count: 3))
      try same({ try f.jacobian(at: $0).diagonal }, f.jacobian(at: array).diagonal)
      try same(
        { try f.jacobianVectorProduct(at: $0, others[1..<7]) },
        f.jacobianVectorProduct(at: array, v))
      try same(
        { try f.vectorJacobianProduct(at: $0, others[1..<7]) },
        f.vectorJacobianProduct(at: array, v))
      try same(
        { try f.jacobianVectorProducts(atRows: $0, count: 2, directions: others[1..<7]) },
        f.jacobianVectorProducts(atRows: array, count: 2, directions: v))
      try same(
        { try f.vectorJacobianProducts(atRows: $0, count: 2, cotangents: others[1..<7]) },
        f.vectorJacobianProducts(atRows: array, count: 2, cotangents: v))
      try same({ try f.jacobian(at: array).times($0) }, f.jacobian(at: array).times(array))
      try same(
        { try f.jacobian(at: array).transposedTimes($0) },
        f.jacobian(at: array).transposedTimes(array))
      #expect(try f.kinks(at: slice) == f.kinks(at: array))
      #expect(try f.value(floatSlice) == f.value(floatArray))
      #expect(
        try f.values(ofRows: floatSlice, count: 3) == f.values(ofRows: floatArray, count: 3))
      #expect(
        try f.vectorJacobianProduct(at: floatSlice, otherFloats[1..<7])
          == f.vectorJacobianProduct(at: floatArray, Array(otherFloats[1..<7])))
    }
    #expect(try Sparsemax().support(of: slice) == Sparsemax().support(of: array))
  }

  @Test("log-sum-exp")
  func logSumExp() throws {
    let f = LogSumExp(temperature: 2)
    try same({ [try f.value($0)] }, [f.value(array)])
    try same({ try f.gradient(at: $0) }, f.gradient(at: array))
    try same({ try f.values(ofRows: $0, count: 2) }, f.values(ofRows: array, count: 2))
    #expect(try f.value(floatSlice) == f.value(floatArray))
    #expect(try f.values(ofRows: floatSlice, count: 2).count == 3)
  }

  @Test("cross-entropy")
  func crossEntropy() throws {
    let f = SoftmaxCrossEntropy(labelSmoothing: 0.1)
    try same(
      { try f.losses(ofRows: $0, count: 3, targets: targets) },
      f.losses(ofRows: array, count: 3, targets: targets))
    try same(
      { try f.gradients(ofRows: $0, count: 3, targets: targets) },
      f.gradients(ofRows: array, count: 3, targets: targets))
    let both = try f.lossAndGradient(ofRows: array, count: 3, targets: targets)
    try same(
      { try f.lossAndGradient(ofRows: $0, count: 3, targets: targets).gradient }, both.gradient)
    try same({ [try f.loss(ofRows: $0, count: 3, targets: targets)] }, [both.loss])
    let narrow = try f.loss(ofRows: floatArray, count: 3, targets: targets)
    #expect(narrow == Float(both.loss))
    #expect(try f.loss(ofRows: floatSlice, count: 3, targets: targets, reduction: .mean) == narrow)
    #expect(
      try f.lossAndGradient(ofRows: floatSlice, count: 3, targets: targets).gradient
        == both.gradient.map { Float($0) })
    try same(
      { try CrossEntropyOnLogits(logits: $0, targetClass: 2).gradient },
      CrossEntropyOnLogits(logits: array, targetClass: 2).gradient)
    try same(
      { try CrossEntropyOnLogits(logits: $0, targets: [0, 0, 1, 0, 0, 0][...]).gradient },
      CrossEntropyOnLogits(logits: array, targetClass: 2).gradient)
  }

  @Test("losses of a batch")
  func losses() throws {
    let f = Huber()
    let y = Array(others[1..<7])
    let both = try f.lossAndGradient(of: array, targets: y)
    try same({ [try f.loss(of: $0, targets: others[1..<7])] }, [both.loss])
    try same({ try f.gradient(of: $0, targets: others[1..<7]) }, both.gradient)
    try same({ try f.lossAndGradient(of: $0, targets: others[1..<7]).gradient }, both.gradient)
    let pairs = try f.valuesAndDerivatives(of: array, targets: y)
    try same({ try f.valuesAndDerivatives(of: $0, targets: others[1..<7]).values }, pairs.values)
    #expect(
      try f.loss(of: floatSlice, targets: otherFloats[1..<7], reduction: .sum)
        == f.loss(of: floatArray, targets: Array(otherFloats[1..<7]), reduction: .sum))
    #expect(
      try f.valuesAndDerivatives(of: floatSlice, targets: otherFloats[1..<7]).derivatives
        == f.derivatives(of: floatSlice, targets: otherFloats[1..<7]))
    #expect(throws: LengthMismatch.self) { try f.loss(of: slice, targets: others[1..<4]) }
  }

  @Test("weights of a batch")
  func weights() throws {
    let f = Huber()
    let y = Array(others[1..<7])
    let w = [9, 1, 2, 0.5, 4, 1, 3, 9]
    let weights = Array(w[1..<7])
    let both = try f.lossAndGradient(
      of: array, targets: y, weights: weights, reduction: .weightedMean)
    for part in [AnyCollection(w[1..<7]), AnyCollection(weights.lazy.map { $0 })] {
      try same(
        { [try f.loss(of: $0, targets: y, weights: part, reduction: .weightedMean)] }, [both.loss])
      try same(
        { try f.gradient(of: $0, targets: y, weights: part, reduction: .weightedMean) },
        both.gradient)
      let found = try f.lossAndGradient(
        of: array, targets: y, weights: part, reduction: .weightedMean)
      #expect(found.loss == both.loss && found.gradient == both.gradient)
    }
    let narrow = w.map { Float($0) }
    let floatTargets = Array(otherFloats[1..<7])
    let narrowBoth = try f.lossAndGradient(
      of: floatArray, targets: floatTargets, weights: Array(narrow[1..<7]))
    let narrowSlice = try f.lossAndGradient(
      of: floatSlice, targets: floatTargets, weights: narrow[1..<7])
    #expect(narrowSlice.gradient == narrowBoth.gradient)
    #expect(
      try f.loss(of: floatArray, targets: floatTargets, weights: narrow[1..<7]) == narrowBoth.loss)
    #expect(
      try f.gradient(of: floatArray, targets: floatTargets, weights: narrow[1..<7])
        == narrowBoth.gradient)
    #expect(
      try f.loss(of: slice, targets: y, weights: nil) == f.loss(of: slice, targets: y))
    #expect(
      try f.loss(of: slice, targets: y, weights: [1, 2, 0.5, 4, 1, 3])
        == f.loss(of: array, targets: y, weights: weights))
    #expect(try f.loss(of: [1, 3], targets: [0, 0], weights: [2, 1]) == 1.75)
    #expect(throws: LengthMismatch(argument: "weights", expected: 6, found: 2)) {
      try f.loss(of: array, targets: y, weights: w[1..<3])
    }
  }

  @Test("targets, class weights and distributions")
  func targetsOfRows() throws {
    let shares = [9, 0.25, 0.75, 0, 0, 0.5, 0.5, 9]
    let (part, all) = (shares[1..<7], Array(shares[1..<7]))
    let labels = [9, 0, 2, 9]
    #expect(SoftmaxCrossEntropy.Targets.classes(labels[1..<3]) == targets)
    #expect(SoftmaxCrossEntropy.Targets.classes([0, 2] as [UInt8]) == targets)
    #expect(SoftmaxCrossEntropy.Targets.classes([0, UInt64.max]) == .classes([0, Int.max]))
    #expect(SoftmaxCrossEntropy.Targets.distributions(part) == .distributions(all))
    #expect(
      SoftmaxCrossEntropy.Targets.distributions(part.map { Float($0) }) == .distributions(all))
    let settings = SoftmaxCrossEntropy(classWeights: [1, 0.5])
    let weights = [9, 1, 0.5]
    #expect(SoftmaxCrossEntropy(classWeights: weights[1...]) == settings)
    #expect(SoftmaxCrossEntropy(classWeights: [1, 0.5] as [Float]) == settings)
    let (p, y) = (Array(all[..<3]), Array(all[3...]))
    let (pSlice, ySlice) = (shares[1..<4], shares[1..<4])
    #expect(
      try DistributionLoss.crossEntropy(pSlice, target: ySlice)
        == DistributionLoss.crossEntropy(p, target: p))
    #expect(
      try DistributionLoss.kullbackLeibler(shares[4..<7], target: shares[4..<7])
        == DistributionLoss.kullbackLeibler(y, target: y))
    #expect(
      try DistributionLoss.gradient(pSlice, target: ySlice)
        == DistributionLoss.gradient(p, target: p))
    let floats = p.map { Float($0) }
    #expect(
      try DistributionLoss.crossEntropy(floats, target: floats[...])
        == Float(DistributionLoss.crossEntropy(p, target: p)))
    #expect(try DistributionLoss.kullbackLeibler(floats, target: floats) == 0)
    #expect(try DistributionLoss.gradient(floats, target: floats) == [-1, -1, 0])
    #expect(try DistributionLoss.crossEntropy([1, 0], target: [1, 0]) == 0)
    #expect(NaiveSoftmax(pSlice).sum == NaiveSoftmax(p).sum)
    #expect(NaiveSoftmax(floats[1...]).probabilities.count == 2)
    #expect(NaiveSoftmax([0, 0]).probabilities == [0.5, 0.5])
  }

  @Test("activations and gated units")
  func activations() throws {
    try same({ GELU().valuesAndDerivatives(of: $0).derivatives }, GELU().derivatives(of: array))
    #expect(GELU().valuesAndDerivatives(of: floatSlice).values == GELU().values(of: floatArray))
    let f = SwiGLU()
    try same({ try f.value($0) }, f.value(array))
    try same({ try f.values(ofRows: $0, count: 2) }, f.values(ofRows: array, count: 2))
    try same(
      { try f.jacobianVectorProduct(at: $0, others[1..<7]) },
      f.jacobianVectorProduct(at: array, Array(others[1..<7])))
    try same(
      { try f.vectorJacobianProduct(at: $0, others[1..<4]) },
      f.vectorJacobianProduct(at: array, Array(others[1..<4])))
    try same(
      { try f.vectorJacobianProducts(atRows: $0, count: 2, cotangents: others[1..<4]) },
      f.vectorJacobianProducts(atRows: array, count: 2, cotangents: Array(others[1..<4])))
    #expect(try f.value(floatSlice) == f.value(floatArray))
  }
}
