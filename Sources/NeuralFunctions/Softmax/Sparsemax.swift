import RealModule

/// Sparsemax p = argmin over the simplex of ‖p − x/T‖²: probabilities of which many are 0.
///
/// pᵢ = max(0, xᵢ/T − τ), with the threshold τ that makes them sum to 1. Within 1 ulp, where the
/// sum of the logits on the support fits two doubles.
public struct Sparsemax: VectorFunction, DescribedByType {
  public var temperature: Double

  public init() { temperature = 1 }
  public init(temperature: Double) { self.temperature = temperature }

  public var output: Notation { "p" }
  public var outputsAreProbabilities: Bool { true }

  public static let description = FunctionDescription(
    identifier: "sparsemax", name: "sparsemax", family: .vector, symbol: "p",
    formula: Notation(
      "pᵢ = max(0, xᵢ/T − τ),  Σₖ pₖ = 1", ascii: "p_i = max(0, x_i/T - t),  sum_k p_k = 1"),
    derivativeFormula: Notation(
      "∂pᵢ/∂xⱼ = (δᵢⱼ − 1/|S|)/T for i, j in S, else 0",
      ascii: "dp_i/dx_j = (d_ij - 1/|S|)/T for i, j in S, else 0"),
    derivation: [
      DerivationStep(
        "pᵢ = xᵢ − τ for i in S = {i: pᵢ > 0}", ascii: "p_i = x_i - t for i in S = {i: p_i > 0}"),
      DerivationStep("Σ_S (xₖ − τ) = 1", ascii: "sum_S (x_k - t) = 1"),
      DerivationStep("τ = (Σ_S xₖ − 1)/|S|", ascii: "t = (sum_S x_k - 1)/|S|"),
      DerivationStep(
        "∂pᵢ/∂xⱼ = δᵢⱼ − ∂τ/∂xⱼ = δᵢⱼ − 1/|S|", ascii: "dp_i/dx_j = d_ij - dt/dx_j = d_ij - 1/|S|"),
    ],
    use: "Attention and multi-label outputs that shall ignore most classes entirely.",
    remarks: [
      "Where a class just leaves the support S (xᵢ/T = τ) there is a kink; the derivative used "
        + "is that of the side on which it has left.",
      "A logit of −∞ is a mask: it is never in the support.",
    ],
    source: "Martins and Astudillo 2016", accuracy: "Probabilities and Jacobian within 1 ulp.")

  public func uncheckedValue(_ logits: [Double]) -> [Double] {
    guard let threshold = SimplexThreshold(logits, temperature: temperature) else {
      return [Double](repeating: .nan, count: logits.count)
    }
    return threshold.probabilities
  }

  public func uncheckedJacobian(at logits: [Double]) -> Jacobian {
    guard let threshold = SimplexThreshold(logits, temperature: temperature) else {
      return .undefined(.sparsemax, count: logits.count, temperature: temperature)
    }
    let scale = ShiftedExponentials.scale
    let size = DoubleDouble(Double(threshold.supportSize))
    let inside = threshold.isInSupport
    let share = DoubleDouble(scale) / size
    let complement = DoubleDouble(Double(threshold.supportSize - 1) * scale) / size
    return Jacobian(
      .sparsemax, temperature: temperature,
      left: inside.map { DoubleDouble($0 ? scale : 0) },
      right: inside.map { $0 ? share : DoubleDouble(0) },
      rightComplement: inside.map { $0 ? complement : DoubleDouble(scale) },
      anchor: inside.firstIndex(of: true) ?? 0)
  }

  /// Those just outside the support, with xᵢ/T = τ.
  public func uncheckedKinks(at logits: [Double]) -> [Int] {
    SimplexThreshold(logits, temperature: temperature)?.indicesAtThreshold ?? []
  }

  /// The indices whose probability is above 0, in ascending order.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  public func support(of logits: [Double]) throws(VectorError) -> [Int] {
    try check(logits)
    guard let threshold = SimplexThreshold(logits, temperature: temperature) else { return [] }
    let isInside = threshold.isInSupport
    return isInside.indices.filter { isInside[$0] }
  }

  public func readableValue<T: Real>(_ logits: [T]) -> [T] {
    let scaled = logits.map { $0 / T(exactly: temperature) }
    var sum: T = 0
    var size: T = 0
    for largest in scaled.sorted(by: >) where 1 + (size + 1) * largest > sum + largest {
      size += 1
      sum += largest
    }
    let threshold = (sum - 1) / size
    return scaled.map { $0 > threshold ? $0 - threshold : 0 }
  }
}

/// The threshold τ of sparsemax, relative to the largest logit, in two doubles.
private struct SimplexThreshold {
  /// xᵢ/T minus the largest of them.
  private var scaled: [DoubleDouble]
  private var threshold: DoubleDouble
  private(set) var supportSize = 0

  /// Nil unless `logits` hold no NaN and no +∞, and at least one finite number, and the temperature is
  /// finite and above 0.
  init?(_ logits: [Double], temperature: Double) {
    guard temperature > 0, temperature.isFinite, logits.allSatisfy({ $0 < .infinity }),
      let maximum = logits.max(), maximum > -.infinity
    else { return nil }
    scaled = logits.map { logit in
      logit == -.infinity
        ? DoubleDouble(-.infinity) : scaledDifference(logit, maximum, over: temperature)
    }
    // The support is the longest run of the largest logits with 1 + k·x₍ₖ₎ > Σ.
    var sum = DoubleDouble(0)
    // None that is 1 below the largest is in it.
    let candidates = scaled.filter { $0.high >= -1 }
    for candidate in candidates.sorted(by: { ($1.high, $1.low) < ($0.high, $0.low) }) {
      let size = Double(supportSize + 1)
      let next = sum + candidate
      let margin = DoubleDouble(1) + DoubleDouble(size) * candidate - next
      guard margin.high > 0 else { break }
      supportSize += 1
      sum = next
    }
    threshold = (sum - DoubleDouble(1)) / DoubleDouble(Double(supportSize))
  }

  var indicesAtThreshold: [Int] {
    scaled.indices.filter { index in
      let distance = scaled[index] - threshold
      return distance.high == 0 && distance.low == 0
    }
  }

  var isInSupport: [Bool] { scaled.map { ($0 - threshold).high > 0 } }

  var probabilities: [Double] {
    scaled.map { entry in
      let probability = (entry - threshold).rounded
      return probability > 0 ? probability : 0
    }
  }
}
