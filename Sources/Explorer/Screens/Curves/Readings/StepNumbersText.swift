import NeuralFunctions
import Wording

/// A step of a derivation in numbers: five digits in, four out.
struct StepNumbersText {
  let text: String

  /// Nil where a number would read as a whole one that it is not: nothing is learnt from those.
  init?(_ formula: SubstitutedFormula) {
    var text = ""
    for piece in formula.substitution.pieces {
      switch piece {
      case .text(let word): text += word
      case .number(let value):
        guard let number = Self.number(value, digits: 5) else { return nil }
        text += number
      }
    }
    guard let result = Self.number(formula.result, digits: 4) else { return nil }
    self.text = text == result ? result : "\(text) = \(result)"
  }

  /// All digits where those are few, else so many.
  private static func number(_ value: Double, digits: Int) -> String? {
    guard value.isFinite else { return nil }
    let exact = NumberText.exact(value)
    let rounded = NumberText.significant(value, digits: digits)
    if exact.count <= rounded.count { return exact.withTrueMinus }
    guard let shown = Double(rounded) else { return nil }
    return shown == shown.rounded() && shown.magnitude < 10 ? nil : rounded.withTrueMinus
  }
}
