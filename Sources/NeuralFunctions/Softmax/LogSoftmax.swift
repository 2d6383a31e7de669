import RealModule

/// Log-softmax log pᵢ = xᵢ/T − log Σₖ e^(xₖ/T): logits to logarithms of probabilities.
///
/// Within 2 ulp for logits of any spread, at any temperature. What holds of derivatives, at temperatures
/// from 1e−100 up, ``Jacobian`` says.
public struct LogSoftmax: VectorFunction, DescribedByType {
  public var temperature: Double

  public init() { temperature = 1 }
  public init(temperature: Double) { self.temperature = temperature }

  public var output: Notation { "log p" }
  public var outputsAreProbabilities: Bool { false }

  public static let description = FunctionDescription(
    identifier: "log-softmax", name: "log-softmax", family: .vector, symbol: "log p",
    formula: Notation(
      "log pᵢ = xᵢ/T − log Σₖ e^(xₖ/T)", ascii: "log p_i = x_i/T - log sum_k e^(x_k/T)"),
    derivativeFormula: Notation(
      "∂(log pᵢ)/∂xⱼ = (δᵢⱼ − pⱼ)/T", ascii: "d(log p_i)/dx_j = (d_ij - p_j)/T"),
    derivation: [
      DerivationStep("log pᵢ = xᵢ − log Σₖ e^xₖ", ascii: "log p_i = x_i - log sum_k e^x_k"),
      DerivationStep(
        "∂(log pᵢ)/∂xⱼ = δᵢⱼ − (∂/∂xⱼ Σₖ e^xₖ) / Σₖ e^xₖ",
        ascii: "d(log p_i)/dx_j = d_ij - (d/dx_j sum_k e^x_k) / sum_k e^x_k"),
      DerivationStep(
        "∂(log pᵢ)/∂xⱼ = δᵢⱼ − e^xⱼ / Σₖ e^xₖ",
        ascii: "d(log p_i)/dx_j = d_ij - e^x_j / sum_k e^x_k"),
      DerivationStep("∂(log pᵢ)/∂xⱼ = δᵢⱼ − pⱼ", ascii: "d(log p_i)/dx_j = d_ij - p_j"),
    ],
    use: "Last layer before a negative log-likelihood loss.",
    remarks: [
      "The rows of the Jacobian sum to 0; its columns do not, and it is not symmetric.",
      "A logit of −∞ is a mask: its log-probability is −∞.",
    ],
    source: "torch.nn.LogSoftmax",
    accuracy: "Logarithms within 2 ulp, the Jacobian within 3 at temperatures from 1e−100 up, "
      + "whatever the spread of the logits.")

  public func uncheckedValue(_ logits: [Double]) -> [Double] {
    if let row = LongRow(logits, temperature: temperature) { return row.logProbabilities(logits) }
    guard let shifted = ShiftedExponentials(logits, temperature: temperature) else {
      return [Double](repeating: .nan, count: logits.count)
    }
    return shifted.logProbabilities
  }

  public func uncheckedJacobian(at logits: [Double]) -> Jacobian {
    guard let shifted = ShiftedExponentials(logits, temperature: temperature) else {
      return .undefined(.logSoftmax, count: logits.count, temperature: temperature)
    }
    return shifted.jacobian(.logSoftmax, temperature: temperature)
  }

  public func readableValue<T: Real>(_ logits: [T]) -> [T] {
    guard var maximum = logits.first else { return [] }
    for logit in logits where logit > maximum { maximum = logit }
    let shifted = logits.map { ($0 - maximum) / T(exactly: temperature) }
    let logSum = T.log(shifted.map { T.exp($0) }.reduce(0, +))
    return shifted.map { $0 - logSum }
  }
}
