import NeuralFunctions

/// Cross-entropy of softmax: batches, in both widths, and a single row with its steps.
func crossEntropyChecks() throws -> [Check] {
  let numbers = [9, 2, 1, 0.1, 0, 3, -1, 9]
  let rows = numbers[1..<7]
  let floats = rows.map { Float($0) }
  let targets = SoftmaxCrossEntropy.Targets.classes([0, 2])
  let f = SoftmaxCrossEntropy(labelSmoothing: 0.1)
  let losses = try f.losses(ofRows: rows, count: 3, targets: targets)
  let both = try f.lossAndGradient(ofRows: rows, count: 3, targets: targets)
  let buffered = try numbers.withUnsafeBufferPointer {
    try f.losses(ofRows: $0[1..<7], count: 3, targets: targets)
  }
  let steps = try CrossEntropyOnLogits(logits: rows.prefix(3), targetClass: 0)
  let plain = try SoftmaxCrossEntropy().losses(
    ofRows: rows.prefix(3), count: 3, targets: .classes([0]))
  let shares: [Double] = [9, 1, 0, 0, 0, 0, 1]
  let labels: [UInt8] = [9, 0, 2]
  let heavy = SoftmaxCrossEntropy(classWeights: [1.7e308, 1.7e308, 1.7e308])
  let narrowSteps = try CrossEntropyOnLogits(logits: floats[..<3], targetClass: 0)
  let narrowShares = try CrossEntropyOnLogits(
    logits: floats[..<3], targets: [1, 0, 0] as [Float])
  return [
    Check("targets in a slice, of bytes", .classes(labels[1...]) == targets),
    Check(
      "shares in a slice",
      try f.losses(ofRows: rows, count: 3, targets: .distributions(shares[1...])), losses),
    Check(
      "shares of Float",
      try f.losses(ofRows: rows, count: 3, targets: .distributions(shares[1...].map { Float($0) })),
      losses),
    Check(
      "class weights in a slice",
      SoftmaxCrossEntropy(classWeights: numbers[1..<4])
        == SoftmaxCrossEntropy(classWeights: [2, 1, 0.1])),
    Check(
      "class weights of Float",
      SoftmaxCrossEntropy(classWeights: [2, 1, 0.5] as [Float])
        == SoftmaxCrossEntropy(classWeights: [2, 1, 0.5])),
    Check(
      name: "a mean whose sum overflows",
      found: try heavy.loss(ofRows: rows, count: 3, targets: targets),
      expected: try SoftmaxCrossEntropy().loss(ofRows: rows, count: 3, targets: targets)),
    Check("steps of Float", narrowSteps.gradient, narrowShares.gradient),
    Check("losses of a buffer", buffered, losses),
    Check(name: "a mean", found: both.loss, expected: (losses[0] + losses[1]) / 2),
    Check(
      name: "the loss alone", found: try f.loss(ofRows: rows, count: 3, targets: targets),
      expected: both.loss),
    Check(
      name: "a sum",
      found: try f.loss(ofRows: rows, count: 3, targets: targets, reduction: .sum),
      expected: losses[0] + losses[1]),
    Check(
      "losses in Float", try f.losses(ofRows: floats, count: 3, targets: targets).count == 2),
    Check(
      "gradients in Float", try f.gradients(ofRows: floats, count: 3, targets: targets).count == 6),
    Check(
      "the loss alone in Float",
      try f.loss(ofRows: floats, count: 3, targets: targets)
        == (try f.lossAndGradient(ofRows: floats, count: 3, targets: targets).loss)),
    Check(name: "the steps' loss", found: steps.loss, expected: plain[0]),
    Check(name: "the steps' p", found: steps.probabilities[0], expected: 0.6590011388859679),
    Check(
      name: "the steps' gradient", found: steps.gradient[0], expected: 0.6590011388859679 - 1),
    Check("a class refused", refuses: { try CrossEntropyOnLogits(logits: rows, targetClass: 6) }),
    Check(
      "a smoothing refused",
      refuses: {
        try SoftmaxCrossEntropy(labelSmoothing: 2).loss(ofRows: rows, count: 3, targets: targets)
      }),
    Check("equal by settings", f == SoftmaxCrossEntropy(labelSmoothing: 0.1)),
  ]
}
