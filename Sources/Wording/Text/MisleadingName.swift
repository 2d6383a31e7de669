/// Names by which frameworks call another function than the one they seem to name: to choose one
/// silently would be to answer another question.
public enum MisleadingName {
  /// Where a sentence is read: a shell names its commands, the screen has room for a line.
  public enum Place: Sendable { case shell, screen }

  private struct Warning {
    let names: [String]
    let inShell: String
    let onScreen: String
  }

  private static let warnings = [
    Warning(
      names: [
        "cross-entropy", "crossentropyloss", "cross-entropy-loss", "ce", "softmax-cross-entropy",
        "categorical-cross-entropy", "categorical-crossentropy", "sparse-categorical-crossentropy",
        "softmax-cross-entropy-with-integer-labels",
      ],
      inShell: """
        takes a vector of logits: 'nabla probabilities --target-class' prints it, g on the \
        Softmax screen shows it; of one logit it is bce-with-logits, and its term −y log ŷ of a \
        probability is cross-entropy-term.
        """,
      onScreen: "takes logits: g on screen 2, or bce-with-logits."),
    Warning(
      names: ["nllloss", "nll-loss", "nll"],
      inShell: """
        takes log-probabilities: 'nabla probabilities --target-class' prints it after softmax; \
        −y log ŷ of a probability is cross-entropy-term.
        """,
      onScreen: "takes log p: g on screen 2, or cross-entropy-term of p."),
    Warning(
      names: ["kldivloss", "kl-div-loss", "kl-div"],
      inShell: "takes log ŷ, where kl takes the probability ŷ itself.",
      onScreen: "takes log ŷ, where kl takes ŷ itself."),
    Warning(
      names: ["l2-loss", "l2loss"],
      inShell: "is ½(ŷ − y)² in JAX's optax; mse is (ŷ − y)².",
      onScreen: "is ½(ŷ − y)² in JAX's optax; mse is (ŷ − y)²."),
  ]

  /// What `name` takes and where that is found, in one sentence; nil of a name that misleads nobody.
  public static func sentence(for name: String, in place: Place) -> String? {
    guard name.utf8.count <= 64 else { return nil }
    let wanted = String(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
    return warnings.first { $0.names.contains(wanted) }.map {
      let rest = place == .shell ? $0.inShell : $0.onScreen
      return "\(NumberParser.quotable(name)) \(rest)"
    }
  }
}
