import NeuralFunctions

/// Losses of batches, with what is refused of them.
func lossChecks() throws -> [Check] {
  let (p, y) = ([9, 1, 3, -0.5], [9, 0, 1, 1.0])
  let (predictions, targets) = (p[1...], y[1...])
  let floats = predictions.map { Float($0) }
  let floatTargets = targets.map { Float($0) }
  let huber = Huber()
  let each = zip(predictions, targets).map { huber.value($0, target: $1) }
  let slopes = zip(predictions, targets).map { huber.derivative($0, target: $1) }
  let both = try huber.lossAndGradient(of: predictions, targets: targets, reduction: .sum)
  let pairs = try huber.valuesAndDerivatives(of: predictions, targets: targets)
  var written = [0.0, 0, 0]
  try huber.values(of: predictions, targets: targets, into: &written)
  let onLogits = BinaryCrossEntropyOnLogits()
  let logitLosses = try onLogits.values(of: predictions, targets: targets)
  let buffered = try p.withUnsafeBufferPointer {
    try huber.loss(of: $0[1...], targets: targets, reduction: .sum)
  }
  return [
    Check("losses of a slice", try huber.values(of: predictions, targets: targets), each),
    Check("losses into an array", written, each),
    Check(
      "losses of spans",
      try huber.values(of: Array(predictions).span, targets: Array(targets).span),
      each),
    Check("losses and derivatives", pairs.values + pairs.derivatives, each + slopes),
    Check(name: "their sum", found: both.loss, expected: each.reduce(0, +)),
    Check(name: "their sum, of a buffer", found: buffered, expected: each.reduce(0, +)),
    Check("its gradient", both.gradient, slopes),
    Check(
      "gradient(of:)", try huber.gradient(of: predictions, targets: targets, reduction: .sum),
      slopes),
    Check(
      "gradient of Float",
      try huber.gradient(of: floats[...], targets: floatTargets[...], reduction: .sum),
      slopes.map { Float($0) }),
    Check(
      name: "a mean of Float",
      found: Double(try huber.loss(of: floats[...], targets: floatTargets[...])),
      expected: Double(Float(each.reduce(0, +) / 3))),
    Check(
      name: "a mean whose sum overflows",
      found: try MeanAbsoluteError().loss(of: [1.7e308, 1.7e308], targets: [0, 0]),
      expected: 1.7e308),
    Check(
      name: "BCE with logits in bulk", found: logitLosses[0],
      expected: onLogits.value(1, target: 0)),
    Check(
      name: "a loss evaluated", found: try huber.evaluate(3, target: 1).derivative, expected: 1),
    Check(
      name: "huber″ at its joint", found: huber.secondDerivative(1.3, target: 0.3), expected: 1),
    Check("a target refused", refuses: { try BinaryCrossEntropy().evaluate(0.5, target: 2) }),
    Check("another length refused", refuses: { try huber.loss(of: p, targets: targets) }),
    Check(
      "a loss is equal to its like",
      LossAtTarget(huber, target: 1) == LossAtTarget(huber, target: 1)),
  ]
}
