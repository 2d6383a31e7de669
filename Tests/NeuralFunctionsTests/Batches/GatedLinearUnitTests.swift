import NeuralFunctions
import TestSupport
import Testing

@Suite("Gated linear units")
struct GatedLinearUnitTests {
  private let input = [1.5, -2, 0.25, 3]
  private let cotangent = [1.0, -0.5]
  private let direction = [0.5, 1, -1, 2]

  /// Compared as each unit is called by its own name.
  private func check<Gate: ScalarFunction>(_ unit: GatedLinearUnit<Gate>) throws {
    let isSecond = unit.gateHalf == .second
    let (a, b) = isSecond ? ([1.5, -2], [0.25, 3]) : ([0.25, 3], [1.5, -2])
    let (va, vb) = isSecond ? ([0.5, 1], [-1.0, 2]) : ([-1.0, 2], [0.5, 1])
    let (g, slope) = (b.map { unit.gate.value($0) }, b.map { unit.gate.derivative($0) })
    func near(_ found: [Double], _ expected: [Double]) {
      #expect(found.count == expected.count)
      for (found, expected) in zip(found, expected) {
        #expect(agree(found, expected, relative: 1e-14), "\(Gate.self)")
      }
    }
    near(try unit.value(input), [a[0] * g[0], a[1] * g[1]])
    let through = [cotangent[0] * g[0], cotangent[1] * g[1]]
    let gating = [cotangent[0] * a[0] * slope[0], cotangent[1] * a[1] * slope[1]]
    near(
      try unit.vectorJacobianProduct(at: input, cotangent),
      isSecond ? through + gating : gating + through)
    near(
      try unit.jacobianVectorProduct(at: input, direction),
      [0, 1].map { va[$0] * g[$0] + a[$0] * slope[$0] * vb[$0] })
    near(
      try unit.values(ofRows: input + input, count: 4),
      try unit.value(input) + unit.value(input))
    near(
      try unit.vectorJacobianProducts(
        atRows: input + input, count: 4, cotangents: cotangent + cotangent),
      try unit.vectorJacobianProduct(at: input, cotangent)
        + unit.vectorJacobianProduct(at: input, cotangent))
    let narrow = input.map { Float($0) }
    #expect(try unit.value(narrow) == unit.value(input).map { Float($0) })
    #expect(
      try unit.vectorJacobianProduct(at: narrow, cotangent.map { Float($0) })
        == unit.vectorJacobianProduct(at: input, cotangent).map { Float($0) })
  }

  @Test("multiply one half by the gate of the other, and differentiate so")
  func units() throws {
    try check(GLU())
    try check(GEGLU())
    try check(SwiGLU())
    try check(ReGLU())
    try check(SwiGLU(gateHalf: .first))
    try check(GatedLinearUnit(gate: SiLU(beta: 2)))
  }

  @Test("keep PyTorch's order: the second half gates")
  func order() throws {
    #expect(try GLU().value([4, 0]) == [2])
    #expect(try GLU(gateHalf: .first).value([0, 4]) == [2])
    #expect(try ReGLU().value([3, 5, -1, 2]) == [0, 10])
  }

  @Test("overflow only where the result does")
  func overflow() throws {
    let pulled = try GLU().vectorJacobianProduct(at: [1e200, -700], [1e200])
    #expect(pulled[1].isFinite && pulled[1] > 0)
  }

  @Test("write into memory at hand what arrays bring, in both orders", arguments: [2, 6, 40])
  func memoryAtHand(count: Int) throws {
    var random = TestRandom(seed: UInt64(count))
    func draw(_ count: Int) -> [Double] {
      (0..<count).map { _ in Double.random(in: -4...4, using: &random) }
    }
    let (inputs, cotangents) = (draw(3 * count), draw(3 * count / 2))
    for unit in [SwiGLU(), SwiGLU(gateHalf: .first)] {
      var values = [Double](repeating: .nan, count: cotangents.count)
      var pulled = [Double](repeating: .nan, count: inputs.count)
      var valueSpan = values.mutableSpan
      var pulledSpan = pulled.mutableSpan
      try unit.values(ofRows: inputs.span, count: count, into: &valueSpan)
      try unit.vectorJacobianProducts(
        atRows: inputs.span, count: count, cotangents: cotangents.span, into: &pulledSpan)
      for row in 0..<3 {
        let (start, half) = (row * count, row * count / 2)
        let input = Array(inputs[start..<start + count])
        let cotangent = Array(cotangents[half..<half + count / 2])
        #expect(try Array(values[half..<half + count / 2]) == unit.value(input))
        #expect(
          try Array(pulled[start..<start + count])
            == unit.vectorJacobianProduct(at: input, cotangent))
      }
      let narrow = inputs.map { Float($0) }
      var narrowValues = [Float](repeating: .nan, count: cotangents.count)
      var narrowSpan = narrowValues.mutableSpan
      try unit.values(ofRows: narrow.span, count: count, into: &narrowSpan)
      let exact = try unit.values(ofRows: narrow.map { Double($0) }, count: count)
      for (found, exact) in zip(narrowValues, exact) {
        #expect(floatUlpError(found, exact: exact) <= 5)
      }
    }
    var short = [0.0]
    #expect(throws: VectorError.lengthMismatch(expected: 2, found: 1)) {
      var span = short.mutableSpan
      try SwiGLU().values(ofRows: [1, 2, 3, 4].span, count: 2, into: &span)
    }
  }

  @Test("refuse what is not two halves")
  func refusals() {
    #expect(throws: VectorError.oddLength(3)) { try GLU().value([1, 2, 3]) }
    #expect(throws: VectorError.empty) { try GLU().value([] as [Double]) }
    #expect(throws: VectorError.lengthMismatch(expected: 1, found: 2)) {
      try GLU().vectorJacobianProduct(at: [1, 2], [1, 2])
    }
    #expect(throws: VectorError.oddLength(1)) { try GLU().values(ofRows: [1, 2], count: 1) }
    #expect(throws: VectorError.lengthMismatch(expected: 2, found: 1)) {
      try GLU().vectorJacobianProducts(atRows: [1, 2, 3, 4], count: 2, cotangents: [1])
    }
  }

  @Test("are equal and stored by gate and order")
  func equality() {
    #expect(SwiGLU() == GatedLinearUnit(gate: SiLU()))
    #expect(SwiGLU() != SwiGLU(gateHalf: .first))
  }
}
