import RealModule

extension Sigmoid {
  public func substitutedSteps(at x: Double) -> [SubstitutedFormula?] {
    let e = Double.exp(-x)
    guard e.isFinite else { return [] }
    let (value, slope) = (value(x), derivative(x))
    let sum = 1 + e
    // Beside 1 a small e⁻ˣ loses its digits, as 1 does beside a large one.
    let keepsDigits = e > 0.25
    let (left, right) = (value, self.value(-x))
    return Self.description.substituted([
      ("1 / (1 + \(e))", value), nil, nil, nil, nil,
      ("\(sum)⁻² × \(e)", slope), ("\(e) / \(sum)²", slope),
      ("1/\(sum) × \(e)/\(sum)", slope),
      keepsDigits ? ("1/\(sum) × (\(sum) − 1)/\(sum)", slope) : nil,
      keepsDigits ? ("1/\(sum) × (\(sum)/\(sum) − 1/\(sum))", slope) : nil,
      keepsDigits ? ("1/\(sum) × (1 − 1/\(sum))", slope) : nil,
      // 1 − σ(x) as σ(−x), which keeps its digits.
      ("\(left) × \(right)", slope),
    ])
  }
}

extension Tanh {
  public func substitutedSteps(at x: Double) -> [SubstitutedFormula?] {
    let (right, left) = (Double.exp(x), Double.exp(-x))
    guard (right * right).isFinite, (left * left).isFinite else { return [] }
    let (value, slope) = (value(x), derivative(x))
    let (sum, difference) = (right + left, 2 * Double.sinh(x))
    // eˣ − e⁻ˣ cancels next to 0, and what is left of 1 far from it.
    let isFar = x.magnitude > 0.25
    let isNear = x.magnitude <= 1
    return Self.description.substituted([
      ("\(difference / 2) / \(sum / 2)", value),
      isFar ? ("(\(right) − \(left)) / (\(right) + \(left))", value) : nil,
      nil,
      isNear ? ("[\(sum)² − (\(difference))²] / \(sum)²", slope) : nil,
      isNear ? ("1 − (\(difference))² / \(sum)²", slope) : nil,
      isNear ? ("1 − (\(value))²", slope) : nil,
    ])
  }
}
