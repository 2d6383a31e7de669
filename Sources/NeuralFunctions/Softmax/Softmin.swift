import RealModule

/// Softmin pᵢ = e^(−xᵢ/T) / Σₖ e^(−xₖ/T): softmax of the negated input.
///
/// Each pᵢ is as near as in ``Softmax``, for inputs of any spread, at any temperature. What holds of
/// derivatives, at temperatures from 1e−100 up, ``Jacobian`` says. An input of −∞ is a mask here as
/// everywhere in the family, not the smallest input.
public struct Softmin: VectorFunction, DescribedByType {
  public var temperature: Double

  public init() { temperature = 1 }
  public init(temperature: Double) { self.temperature = temperature }

  public var output: Notation { "p" }
  public var outputsAreProbabilities: Bool { true }

  public static let description = FunctionDescription(
    identifier: "softmin", name: "softmin", family: .vector, symbol: "p",
    formula: Notation(
      "pᵢ = e^(−xᵢ/T) / Σₖ e^(−xₖ/T)", ascii: "p_i = e^(-x_i/T) / sum_k e^(-x_k/T)"),
    derivativeFormula: Notation(
      "∂pᵢ/∂xⱼ = −pᵢ·(δᵢⱼ − pⱼ)/T", ascii: "dp_i/dx_j = -p_i*(d_ij - p_j)/T"),
    derivation: [
      DerivationStep("softmin(x) = softmax(−x)", ascii: "softmin(x) = softmax(-x)"),
      DerivationStep(
        "∂pᵢ/∂xⱼ = ∂pᵢ/∂(−xⱼ) · ∂(−xⱼ)/∂xⱼ", ascii: "dp_i/dx_j = dp_i/d(-x_j) * d(-x_j)/dx_j"),
      DerivationStep("∂pᵢ/∂xⱼ = −pᵢ·(δᵢⱼ − pⱼ)", ascii: "dp_i/dx_j = -p_i*(d_ij - p_j)"),
    ],
    use: "Weights that favour the smallest of distances, costs or energies.",
    remarks: [
      "The Jacobian is that of softmax at the negated input with its sign turned: symmetric, "
        + "rows and columns sum to 0.",
      "An input of −∞ is a mask: its probability is exactly 0.",
    ],
    source: "torch.nn.Softmin",
    accuracy: "Probabilities within 3 ulp (4 of more than 32 logits), the Jacobian within 3 at"
      + " temperatures from 1e−100 up, whatever the spread of the logits.")

  public func uncheckedValue(_ logits: [Double]) -> [Double] {
    if logits.count > CrossEntropyOnLogits.shortRow {
      // +∞ is not accepted, and is not to become a mask.
      let negated = logits.map { $0 == -.infinity ? $0 : $0 == .infinity ? .nan : -$0 }
      return Softmax(temperature: temperature).uncheckedValue(negated)
    }
    guard let shifted = ShiftedExponentials(logits, temperature: temperature, negated: true) else {
      return [Double](repeating: .nan, count: logits.count)
    }
    return shifted.probabilities.map { $0.rounded / ShiftedExponentials.scale }
  }

  public func uncheckedJacobian(at logits: [Double]) -> Jacobian {
    guard let shifted = ShiftedExponentials(logits, temperature: temperature, negated: true) else {
      return .undefined(.softmin, count: logits.count, temperature: temperature)
    }
    return shifted.jacobian(.softmin, temperature: temperature)
  }

  public func readableValue<T: Real>(_ logits: [T]) -> [T] {
    Softmax(temperature: temperature).readableValue(
      logits.map { $0 == -.infinity ? $0 : -$0 })
  }
}
