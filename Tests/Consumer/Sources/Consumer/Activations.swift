import NeuralFunctions

/// Functions over slices, buffers and spans, in place, and by name.
func activationChecks() throws -> [Check] {
  let numbers = [9, -1, 0.5, 2, 9]
  let slice = numbers[1..<4]
  let floats: [Float] = [-1, 0.5, 2]
  let expected = [-1, 0.5, 2].map { GELU().value($0) }
  let slopes = [-1, 0.5, 2].map { GELU().derivative($0) }
  let buffered = numbers.withUnsafeBufferPointer { GELU().values(of: $0[1..<4]) }
  let both = GELU().valuesAndDerivatives(of: slice)
  let narrow = GELU().valuesAndDerivatives(of: floats[...])

  var memory = Array(slice)
  GELU().formDerivatives(of: &memory)
  var results = [0.0, 0, 0]
  try GELU().derivatives(of: slice, into: &results)
  var span = results.mutableSpan
  try GELU().values(of: memory.span, into: &span)

  let evaluation = try LeakyReLU(alpha: 0.5).evaluate(-2)
  let kernels: [any ScalarFunction] = [Mish(), TanhGELU(), ELU(alpha: 2)]
  let kernelChecks = kernels.flatMap { f in
    [
      Check("\(f.description.name) in bulk", close(f.values(of: slice), slice.map { f.value($0) })),
      Check(
        "\(f.description.name)′ in bulk",
        close(f.derivatives(of: slice), slice.map { f.derivative($0) })),
    ]
  }
  var anything: any ScalarFunction = SoftCap()
  try anything.setParameters(["c": 50])
  let byName = try Catalogue.entry(named: "soft-cap")?.function(parameters: ["c": 50])
  return kernelChecks + [
    Check("a slice", close(GELU().values(of: slice), expected)),
    Check("a buffer", close(buffered, expected)),
    Check(
      "value and derivative of a slice", close(both.values + both.derivatives, expected + slopes)),
    Check(
      "the same of Float", narrow.values.count == 3 && narrow.derivatives[1] == Float(slopes[1])),
    Check("derivatives in place, then values there", close(memory, slopes)),
    Check(name: "evaluate, value", found: evaluation.value, expected: -1),
    Check(name: "evaluate, derivative", found: evaluation.derivative, expected: 0.5),
    Check("a conflict refused", refuses: { try HardTanh(min: 2).evaluate(0) }),
    Check("equal by parameters", Focal(gamma: 2.5) == Focal(gamma: 2.5, alpha: 0.25)),
    Check("different by parameters", CELU(alpha: 2) != CELU()),
    Check("described at run time", anything.description.identifier == "soft-cap"),
    Check("parameters at run time", anything.parameters.map(\.name) == ["c"]),
    Check(name: "soft cap by name", found: byName?.value(1e9) ?? .nan, expected: 50),
  ]
}

/// Whether kernels are within 5 units of the scalar code: 4 of theirs, and 1 of its.
private func close(_ found: [Double], _ expected: [Double]) -> Bool {
  found.count == expected.count
    && zip(found, expected).allSatisfy { ($0 - $1).magnitude <= 5 * max($1.magnitude, 0.125).ulp }
}
