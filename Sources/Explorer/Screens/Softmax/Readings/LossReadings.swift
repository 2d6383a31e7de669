import NeuralFunctions

/// Cross-entropy of softmax(x/T) against the target, with every step of its gradient.
struct LossReadings: Sendable {
  let loss: CrossEntropyOnLogits
  /// −y/p.
  let gradientOfProbabilities: [Double]
  /// Jᵀ·(−y/p), the long way round.
  let chained: [Double]
  /// What s(1 − s) alone would give: the diagonal times −y/p.
  let diagonalOnly: [Double]

  /// The steps of the derivation: −y/p, Jᵀ·, cancellation, p − y.
  static let lastStep = 3

  init(_ vector: SoftmaxState.Vector) {
    loss = CrossEntropyOnLogits(
      uncheckedLogits: vector.logits, targets: vector.targets, temperature: vector.temperature)
    gradientOfProbabilities = loss.gradientOfProbabilities
    chained = loss.chainedGradient
    diagonalOnly = zip(loss.jacobian.diagonal, gradientOfProbabilities).map {
      $1 == 0 ? 0 : $0 * $1
    }
  }
}
