/// Names by which frameworks call another function than the one they seem to name: to choose one
/// silently would be to answer another question.
public enum MisleadingName {
  /// Where a sentence is read: a shell names its commands, the screen has room for a line.
  public enum Place: Sendable { case shell, screen }

  private struct Warning {
    /// Nil: of all of them.
    var frameworks: [String]?
    let names: [String]
    let inShell: String
    let onScreen: String

    func concerns(_ name: FrameworkName) -> Bool {
      if let frameworks, !frameworks.contains(name.framework ?? "") { return false }
      return names.contains { name.equals($0) || name.equals($0 + "loss") }
    }
  }

  private static let warnings = [
    Warning(
      names: [
        "cross-entropy", "ce", "softmax-cross-entropy", "softmax-cross-entropy-with-logits",
        "sparse-softmax-cross-entropy-with-logits", "categorical-cross-entropy",
        "sparse-categorical-crossentropy", "softmax-cross-entropy-with-integer-labels",
      ],
      inShell: """
        takes a vector of logits: 'nabla probabilities --target-class' prints it, g on the \
        Softmax screen shows it; of one logit it is bce-with-logits, and its term −y log ŷ of a \
        probability is cross-entropy-term.
        """,
      onScreen: "takes logits: g on screen 2, or bce-with-logits."),
    Warning(
      names: ["nll"],
      inShell: """
        takes log-probabilities: 'nabla probabilities --target-class' prints it after softmax; \
        −y log ŷ of a probability is cross-entropy-term.
        """,
      onScreen: "takes log p: g on screen 2, or cross-entropy-term of p."),
    Warning(
      names: ["kl-div"],
      inShell: "takes log ŷ, where kl takes the probability ŷ itself.",
      onScreen: "takes log ŷ, where kl takes ŷ itself."),
    Warning(
      names: ["l2-loss"],
      inShell: "is ½(ŷ − y)² in JAX's optax; mse is (ŷ − y)².",
      onScreen: "is ½(ŷ − y)² in JAX's optax; mse is (ŷ − y)²."),
    Warning(
      frameworks: ["jax", "flax", "linen", "nnx", "haiku", "hk"], names: ["gelu"],
      inShell: "is gelu-tanh unless approximate=False is given; with it, it is gelu.",
      onScreen: "is gelu-tanh, or gelu with approximate=False."),
  ]

  /// What `name` takes and where that is found, in one sentence; nil of a name that misleads nobody.
  public static func sentence(for name: FrameworkName, in place: Place) -> String? {
    guard let warning = warnings.first(where: { $0.concerns(name) }) else { return nil }
    let rest = place == .shell ? warning.inShell : warning.onScreen
    return "\(NumberParser.quotable(name.whole)) \(rest)"
  }
}
