import NeuralFunctions

/// Gated linear units of every kind.
func gatedChecks() throws -> [Check] {
  let numbers = [9, 1.5, -2, 0.25, 1, 9]
  let input = numbers[1..<5]
  func expected(_ gate: some ScalarFunction) -> [Double] {
    [1.5 * gate.value(0.25), -2 * gate.value(1)]
  }
  let custom = GatedLinearUnit(gate: Softplus(beta: 2))
  let gateFirst = GLU(gateHalf: .first)
  let moved = try GLU().jacobianVectorProduct(at: input, [1, 0, 0, 0])
  let rows = try GLU().values(ofRows: input, count: 2)
  let pulled = try GLU().vectorJacobianProducts(atRows: input, count: 2, cotangents: [1, 1][...])
  return [
    Check("GLU of a slice", try GLU().value(input), expected(Sigmoid())),
    Check("GEGLU", near(try GEGLU().value(input), expected(GELU()))),
    Check("ReGLU", try ReGLU().value(input), expected(ReLU())),
    Check("a gate of one's own", near(try custom.value(input), expected(Softplus(beta: 2)))),
    Check(
      name: "the gate first", found: try gateFirst.value(input)[0],
      expected: 0.25 * Sigmoid().value(1.5)),
    Check(name: "moved", found: moved[0], expected: Sigmoid().value(0.25)),
    Check(name: "rows", found: rows[0], expected: 1.5 * Sigmoid().value(-2)),
    Check(name: "rows pulled back", found: pulled[0], expected: Sigmoid().value(-2)),
    Check("in Float", try GLU().value(input.map { Float($0) }).count == 2),
    Check("an odd length refused", refuses: { try GLU().value([1, 2, 3]) }),
    Check("equal by gate", custom == GatedLinearUnit(gate: Softplus(beta: 2))),
  ]
}

private func near(_ found: [Double], _ expected: [Double]) -> Bool {
  zip(found, expected).allSatisfy { ($0 - $1).magnitude <= 6 * $1.magnitude.ulp }
}
