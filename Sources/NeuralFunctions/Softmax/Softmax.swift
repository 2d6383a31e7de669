import RealModule

extension Catalogue {
  /// Softmax and its kin.
  static let softmaxFunctions = [
    VectorCatalogueEntry(Softmax.self), VectorCatalogueEntry(LogSoftmax.self),
    VectorCatalogueEntry(Softmin.self), VectorCatalogueEntry(Sparsemax.self),
  ]
}

/// Softmax pᵢ = e^(xᵢ/T) / Σₖ e^(xₖ/T): logits to probabilities.
///
/// Each pᵢ within 3 ulp for logits of any spread, at any temperature, subnormal results included; within
/// 4 of more than ``CrossEntropyOnLogits/shortRow`` logits, which are worked out several at a time. What
/// holds of derivatives, at temperatures from 1e−100 up, ``Jacobian`` says.
public struct Softmax: VectorFunction, DescribedByType {
  public var temperature: Double

  public init() { temperature = 1 }
  public init(temperature: Double) { self.temperature = temperature }

  public var output: Notation { "p" }
  public var outputsAreProbabilities: Bool { true }

  public static let description = FunctionDescription(
    identifier: "softmax", name: "softmax", family: .vector, symbol: "p",
    formula: Notation(
      "pᵢ = e^(xᵢ/T) / Σₖ e^(xₖ/T)", ascii: "p_i = e^(x_i/T) / sum_k e^(x_k/T)"),
    derivativeFormula: Notation(
      "∂pᵢ/∂xⱼ = pᵢ·(δᵢⱼ − pⱼ)/T", ascii: "dp_i/dx_j = p_i*(d_ij - p_j)/T"),
    derivation: [
      DerivationStep("pᵢ = e^xᵢ / Σₖ e^xₖ", ascii: "p_i = e^x_i / sum_k e^x_k", by: "definition"),
      DerivationStep(
        "∂pᵢ/∂xⱼ = [(∂e^xᵢ/∂xⱼ)·Σₖ e^xₖ − e^xᵢ·(∂/∂xⱼ Σₖ e^xₖ)] / (Σₖ e^xₖ)²",
        ascii: "dp_i/dx_j = [(d e^x_i/dx_j)*sum_k e^x_k - e^x_i*(d/dx_j sum_k e^x_k)]"
          + " / (sum_k e^x_k)^2", by: "quotient rule"),
      DerivationStep(
        "i = j:  ∂pᵢ/∂xⱼ = (e^xᵢ·Σₖ e^xₖ − e^xᵢ·e^xᵢ) / (Σₖ e^xₖ)²",
        ascii: "i = j:  dp_i/dx_j = (e^x_i*sum_k e^x_k - e^x_i*e^x_i) / (sum_k e^x_k)^2",
        by: Notation("∂e^xᵢ/∂xᵢ = e^xᵢ", ascii: "de^x_i/dx_i = e^x_i")),
      DerivationStep(
        "i ≠ j:  ∂pᵢ/∂xⱼ = (0·Σₖ e^xₖ − e^xⱼ·e^xᵢ) / (Σₖ e^xₖ)²",
        ascii: "i != j: dp_i/dx_j = (0*sum_k e^x_k - e^x_j*e^x_i) / (sum_k e^x_k)^2",
        by: Notation("∂e^xᵢ/∂xⱼ = 0", ascii: "de^x_i/dx_j = 0")),
      DerivationStep(
        "i = j:  ∂pᵢ/∂xⱼ = e^xᵢ·(Σₖ e^xₖ − e^xᵢ) / (Σₖ e^xₖ)²",
        ascii: "i = j:  dp_i/dx_j = e^x_i*(sum_k e^x_k - e^x_i) / (sum_k e^x_k)^2",
        by: Notation("factor e^xᵢ out", ascii: "factor e^x_i out")),
      DerivationStep(
        "i ≠ j:  ∂pᵢ/∂xⱼ = e^xᵢ·(−e^xⱼ) / (Σₖ e^xₖ)²",
        ascii: "i != j: dp_i/dx_j = e^x_i*(-e^x_j) / (sum_k e^x_k)^2",
        by: Notation("factor e^xᵢ out", ascii: "factor e^x_i out")),
      DerivationStep(
        "i = j:  ∂pᵢ/∂xⱼ = pᵢ·(1 − pⱼ)", ascii: "i = j:  dp_i/dx_j = p_i*(1 - p_j)",
        by: "definition of p"),
      DerivationStep(
        "i ≠ j:  ∂pᵢ/∂xⱼ = pᵢ·(0 − pⱼ)", ascii: "i != j: dp_i/dx_j = p_i*(0 - p_j)",
        by: "definition of p"),
      DerivationStep(
        "∂pᵢ/∂xⱼ = pᵢ·(δᵢⱼ − pⱼ)", ascii: "dp_i/dx_j = p_i*(d_ij - p_j)",
        by: Notation("δᵢⱼ is 1 if i = j, else 0", ascii: "d_ij is 1 if i = j, else 0")),
    ],
    use: "Output layer of classifiers of more than two classes; attention weights.",
    remarks: [
      "The probabilities sum to 1, and adding the same number to every logit changes none.",
      "The Jacobian is symmetric, and its rows and columns sum to 0.",
      "A logit of −∞ is a mask: its probability is exactly 0.",
      "A temperature T divides the logits, and so the Jacobian too is divided by T.",
      "Mathematically a probability lies strictly between 0 and 1; Double reaches both ends.",
    ],
    source: "Bridle 1990; torch.nn.Softmax",
    accuracy: "Probabilities within 3 ulp (4 of more than 32 logits), the Jacobian within 3 at"
      + " temperatures from 1e−100 up, whatever the spread of the logits.")

  public func uncheckedValue(_ logits: [Double]) -> [Double] {
    if logits.count > CrossEntropyOnLogits.shortRow {
      return (try? values(ofRows: logits, count: logits.count))
        ?? [Double](repeating: .nan, count: logits.count)
    }
    guard let shifted = ShiftedExponentials(logits, temperature: temperature) else {
      return [Double](repeating: .nan, count: logits.count)
    }
    return shifted.probabilities.map { $0.rounded / ShiftedExponentials.scale }
  }

  public func uncheckedJacobian(at logits: [Double]) -> Jacobian {
    guard let shifted = ShiftedExponentials(logits, temperature: temperature) else {
      return .undefined(.softmax, count: logits.count, temperature: temperature)
    }
    return shifted.jacobian(.softmax, temperature: temperature)
  }

  public func readableValue<T: Real>(_ logits: [T]) -> [T] {
    guard var maximum = logits.first else { return [] }
    for logit in logits where logit > maximum { maximum = logit }
    let exponentials = logits.map { T.exp(($0 - maximum) / T(exactly: temperature)) }
    let sum = exponentials.reduce(0, +)
    return exponentials.map { $0 / sum }
  }
}

extension ShiftedExponentials {
  /// All pᵢ, times scale.
  var probabilities: [DoubleDouble] {
    let share = DoubleDouble(Self.scale) / sum
    return terms.map { $0 * share }
  }

  /// All 1 − pᵢ, times scale, from the sum of the others.
  var complements: [DoubleDouble] {
    let (sum, share) = (sum, DoubleDouble(Self.scale) / sum)
    return terms.indices.map { ($0 == largest ? others : sum - terms[$0]) * share }
  }

  /// The Jacobian of softmax, of softmin (of negated logits), or of log-softmax.
  func jacobian(_ structure: Jacobian.Structure, temperature: Double) -> Jacobian {
    jacobian(
      structure, temperature: temperature, probabilities: probabilities, complements: complements)
  }

  /// The same with all pᵢ and 1 − pᵢ, times scale, at hand.
  func jacobian(
    _ structure: Jacobian.Structure, temperature: Double, probabilities: [DoubleDouble],
    complements: [DoubleDouble]
  ) -> Jacobian {
    Jacobian(
      structure, temperature: temperature,
      left: structure == .logSoftmax
        ? [DoubleDouble](repeating: DoubleDouble(Self.scale), count: terms.count) : probabilities,
      right: probabilities, rightComplement: complements, anchor: largest)
  }
}
