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
  return try weightChecks() + [
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

/// Weights and distributions in slices, and of Float; means beyond the range of their sums.
private func weightChecks() throws -> [Check] {
  let numbers = [9.0, 3, 1, 9]
  let weights = numbers[1..<3]
  let floats = weights.map { Float($0) }
  let mae = MeanAbsoluteError()
  let both = try mae.lossAndGradient(of: [1, 2], targets: [0, 0], weights: weights)
  let narrow = try mae.lossAndGradient(
    of: [1, 2] as [Float], targets: [0, 0], weights: floats[...], reduction: .weightedMean)
  let shares = [9, 0.5, 0.25, 0.25]
  let (p, target) = (shares[1...], [1.0, 0, 0])
  return [
    Check(
      name: "weights in a slice",
      found: try mae.loss(
        of: weights, targets: [0, 0], weights: weights, reduction: .weightedMean),
      expected: 2.5),
    Check(
      name: "weights written out",
      found: try mae.loss(
        of: weights, targets: [0, 0], weights: [1, 3], reduction: .weightedMean),
      expected: 1.5),
    Check("their gradient", both.gradient, [1.5, 0.5]),
    Check(
      "the gradient alone",
      try mae.gradient(of: [1, 2], targets: [0, 0], weights: weights), both.gradient),
    Check("weights of Float in a slice", narrow.loss == 1.25 && narrow.gradient == [0.75, 0.25]),
    Check(
      "the loss alone of Float",
      try mae.loss(of: floats, targets: [0, 0], weights: floats[...], reduction: .sum) == 10),
    Check(
      "the gradient alone of Float",
      try mae.gradient(of: floats, targets: [0, 0], weights: floats[...], reduction: .sum), floats),
    Check(
      name: "a weighted mean whose sum overflows",
      found: try mae.loss(
        of: [1.7e308, 1.7e308], targets: [0, 0], weights: [3, 1], reduction: .weightedMean),
      expected: 1.7e308),
    Check(
      name: "cross-entropy of slices",
      found: try DistributionLoss.crossEntropy(p, target: target[...]),
      expected: 0.6931471805599453),
    Check(
      name: "Kullback–Leibler of slices",
      found: try DistributionLoss.kullbackLeibler(p, target: target[...]),
      expected: 0.6931471805599453),
    Check(
      "their gradient",
      try DistributionLoss.gradient(p, target: target[...]), [-2, 0, 0]),
    Check(
      "cross-entropy of Float",
      try DistributionLoss.crossEntropy(p.map { Float($0) }, target: [1, 0, 0]) == 0.6931472),
    Check(
      "Kullback–Leibler of Float",
      try DistributionLoss.kullbackLeibler(p.map { Float($0) }, target: [0.5, 0.25, 0.25]) == 0),
    Check(
      "its gradient of Float",
      try DistributionLoss.gradient(p.map { Float($0) }, target: [1, 0, 0]), [-2, 0, 0]),
  ]
}
