import NeuralFunctions

/// An entry's formula with its numbers put in, in as many digits as multiply out to those of the
/// result.
struct SubstitutedEntry {
  let text: String

  private static let resultDigits = 5

  init(_ jacobian: Jacobian, row: Int, column: Int) {
    let formula = jacobian.substitutedEntry(row: row, column: column)
    let result = NumberText.readout(formula.result, digits: Self.resultDigits)
    let numbers = formula.substitution.pieces.compactMap { piece in
      if case .number(let value) = piece { value } else { nil }
    }
    let isProduct = jacobian.structure == .softmax || jacobian.structure == .softmin
    // More digits until what is read multiplies out to what is read.
    let digits = (Self.resultDigits...17).first { digits in
      guard isProduct else { return true }
      let shown = numbers.map { Double(NumberText.readout($0, digits: digits)) ?? .nan }
      return NumberText.readout(Self.product(of: shown), digits: Self.resultDigits) == result
    }
    let written = formula.substitution.pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .number(let value): Self.written(value, digits: digits ?? 17, isProduct: isProduct)
      }
    }
    let right = written.joined()
    // A lone number, as for log-softmax, is the result already.
    text =
      numbers.count == 1 && !right.contains("/")
      ? "\(formula.formula.unicode) = \(result.withTrueMinus)"
      : "\(formula.formula.unicode) = \(right) = \(result.withTrueMinus)"
  }

  /// Two factors, and the temperature that divides them.
  private static func product(of numbers: [Double]) -> Double {
    guard numbers.count >= 2 else { return .nan }
    return numbers[0] * numbers[1] / (numbers.count > 2 ? numbers[2] : 1)
  }

  private static func written(_ value: Double, digits: Int, isProduct: Bool) -> String {
    let isWhole = value == value.rounded() && value.magnitude < 1e6
    let text =
      isWhole ? NumberText.brief(value) : NumberText.readout(value, digits: digits)
    return text.withTrueMinus
  }
}
