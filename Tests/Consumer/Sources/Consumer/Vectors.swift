import NeuralFunctions

/// Softmax's kin over rows, slices and buffers, and their Jacobians' products.
func vectorChecks() throws -> [Check] {
  let numbers: [Double] = [9, 2, 1, 0, 0, 3, -1, 9]
  let rows = numbers[1..<7]
  let direction = [0.5, -1, 2, 0, 1, 1]
  let floats = rows.map { Float($0) }
  let first = Array(rows.prefix(3))
  let kin: [any VectorFunction] = [Softmax(), Softmin(), LogSoftmax(), Sparsemax()]
  let shared = try kin.flatMap { f in
    let name = f.description.name
    let values = try f.values(ofRows: rows, count: 3)
    let buffered = try numbers.withUnsafeBufferPointer {
      try f.values(ofRows: $0[1..<7], count: 3)
    }
    let one = try f.vectorJacobianProduct(at: rows.prefix(3), direction[..<3])
    let moved = try f.jacobianVectorProduct(at: rows.prefix(3), direction[..<3])
    return [
      Check("\(name) of rows", near(Array(values[..<3]), try f.value(first))),
      Check("\(name) of rows in a buffer", buffered, values),
      Check(
        "\(name) pulled back", near(one, try f.jacobian(at: first).transposedTimes(direction[..<3]))
      ),
      Check("\(name) moved", near(moved, try f.jacobian(at: first).times(direction[..<3]))),
      Check(
        "\(name), rows pulled back",
        near(
          Array(
            try f.vectorJacobianProducts(atRows: rows, count: 3, cotangents: direction)[..<3]), one)
      ),
      Check(
        "\(name), Float pulled back",
        try f.vectorJacobianProduct(at: floats, direction.map { Float($0) }).count == 6),
      Check(
        "\(name), Float rows moved",
        try f.jacobianVectorProducts(
          atRows: floats, count: 3, directions: direction.map { Float($0) }
        ).count == 6),
    ]
  }
  let p = try Softmax().value(first)
  var product = [0.0, 0, 0]
  var span = product.mutableSpan
  try Jacobian.writeSoftmaxProduct(
    probabilities: p.span, vector: Array(direction[..<3]).span, into: &span)
  let smooth = LogSumExp(temperature: 2)
  return shared + [
    Check(
      "softmax's product", near(product, try Softmax().jacobian(at: first).times(direction[..<3]))),
    Check(
      "log-sum-exp of rows", try smooth.values(ofRows: rows, count: 3),
      [try smooth.value(rows.prefix(3)), try smooth.value(rows.suffix(3))]),
    Check("its gradient", try smooth.gradient(at: rows), try Softmax(temperature: 2).value(rows)),
    Check(
      name: "log-sum-exp in Float", found: Double(try smooth.value(floats)),
      expected: Double(Float(try smooth.value(rows)))),
    Check(
      "the naive formula of a slice", NaiveSoftmax(rows).probabilities,
      NaiveSoftmax(Array(rows)).probabilities),
    Check("the naive formula, written out", NaiveSoftmax([0, 0]).probabilities, [0.5, 0.5]),
    Check(
      "a Jacobian at Float",
      try Softmax().jacobian(at: floats).times([1, 0, 0, 0, 0, 0] as [Float]).count == 6),
    Check(
      "its transpose",
      try LogSoftmax().jacobian(at: floats).transposedTimes([1, 0, 0, 0, 0, 0] as [Float]).count
        == 6),
    Check(
      "a support in Float",
      try Sparsemax().support(of: floats) == Sparsemax().support(of: rows)
        && Sparsemax().kinks(at: floats) == Sparsemax().kinks(at: rows)),
    Check("a temperature refused", refuses: { try LogSumExp(temperature: -1).value(first) }),
    Check("+∞ refused", refuses: { try Softmax().value([0, .infinity]) }),
    Check("equal by temperature", Softmax(temperature: 2) == Softmax(temperature: 2)),
  ]
}

private func near(_ found: [Double], _ expected: [Double]) -> Bool {
  found.count == expected.count
    && zip(found, expected).allSatisfy { ($0 - $1).magnitude <= 1e-15 * max($1.magnitude, 1) }
}
