import NeuralFunctions

/// The numbers that `nabla probabilities` prints, each as the library computes it.
struct ProbabilityReadings {
  /// A loss against a target.
  struct Loss {
    let targets: [Double]
    let value: Double
    let atChance: Double
    let gradient: [Double]
  }

  /// Of which variants the cross-entropy on logits is the loss.
  static let haveLoss = ["softmax", "log-softmax"]

  let name: String
  let temperature: Double
  let logits: [Double]
  let probabilities: [Double]
  /// Nil of sparsemax, which is not made of exponentials; so is the entropy.
  let logProbabilities: [Double]?
  let entropy: Double?
  let largestEntropy: Double
  let loss: Loss?

  /// - Parameter logits: checked already, so that whatever is thrown is about the target.
  init(
    _ logits: [Double], of name: String, _ function: any VectorFunction, target: [Double]?
  ) throws(VectorError) {
    self.name = name
    self.logits = logits
    temperature = function.temperature
    // Softmin is softmax of what is negated, but for masks, which stay masks.
    let exponents = name == "softmin" ? logits.map { $0 == -.infinity ? $0 : -$0 } : logits
    let uniform = [Double](repeating: 1 / Double(logits.count), count: logits.count)
    let model = try CrossEntropyOnLogits(
      logits: exponents, targets: target ?? uniform, temperature: temperature)
    let isExponential = name != "sparsemax"
    probabilities = isExponential ? model.probabilities : function.uncheckedValue(logits)
    logProbabilities = isExponential ? model.logProbabilities : nil
    entropy = isExponential ? model.entropy : nil
    largestEntropy = model.lossAtChance
    loss = target.map {
      Loss(
        targets: $0, value: model.loss, atChance: model.lossAtChance, gradient: model.gradient)
    }
  }
}
