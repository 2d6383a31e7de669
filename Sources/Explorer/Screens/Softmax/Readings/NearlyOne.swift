import Wording

/// A probability that is 1 as a Double but for what the other classes have of it: no number of so few
/// digits as a Double has can tell, their sum can.
struct NearlyOne {
  /// What the others have.
  let rest: Double

  /// Nil where the probability says itself what it is.
  init?(_ probabilities: [Double], _ index: Int) {
    guard probabilities[index] == 1 else { return nil }
    let others = probabilities.indices.reduce(0) { $1 == index ? $0 : $0 + probabilities[$1] }
    guard others > 0 else { return nil }
    rest = others
  }

  /// "1 − 4.46e−18", in fewer digits where `width` columns do not hold that.
  func text(width: Int = .max) -> String {
    (NumberText.distance(rest: -rest, from: 1, width: width) ?? "≈1").withTrueMinus
  }

  /// "(1 − 4.46e−18)", as an operand.
  var operand: String { "(\(text()))" }
}
