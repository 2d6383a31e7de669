import NeuralFunctions
import Wording

/// A number that is 1 or −1 as a Double but for what is told here: no number of so few digits as a
/// Double has can tell, a probability or the sum of some can.
struct NearlyOne {
  /// 1 or −1.
  let number: Double
  /// How far it is from there.
  let rest: Double

  /// A probability of which the other classes have the rest; nil where it says itself what it is.
  init?(_ probabilities: [Double], _ index: Int) {
    guard probabilities[index] == 1 else { return nil }
    let others = probabilities.indices.reduce(0) { $1 == index ? $0 : $0 + probabilities[$1] }
    guard others > 0 else { return nil }
    (number, rest) = (1, -others)
  }

  private init?(_ number: Double, _ rest: Double) {
    guard number.magnitude == 1, rest != 0 else { return nil }
    (self.number, self.rest) = (number, rest)
  }

  /// "1 − 4.46e−18", in fewer digits where `width` columns do not hold that.
  func text(width: Int = .max) -> String {
    (NumberText.distance(rest: rest, from: number, width: width) ?? "≈" + NumberText.exact(number))
      .withTrueMinus
  }

  /// "(1 − 4.46e−18)", as an operand.
  var operand: String { "(\(text()))" }
}

extension NearlyOne {
  /// An entry δᵢⱼ − pⱼ of the Jacobian of log-softmax.
  init?(entry row: Int, _ column: Int, of jacobian: Jacobian, _ probabilities: [Double]) {
    guard jacobian.structure == .logSoftmax, jacobian.temperature == 1 else { return nil }
    let entry = jacobian[row, column]
    if row == column {
      self.init(entry, -probabilities[column])
    } else {
      self.init(entry, NearlyOne(probabilities, column).map { -$0.rest } ?? 0)
    }
  }

  /// The sum of a column of that, 1 − K·pⱼ.
  init?(sumOfColumn column: Int, of jacobian: Jacobian, _ probabilities: [Double]) {
    guard jacobian.structure == .logSoftmax, jacobian.temperature == 1 else { return nil }
    self.init(jacobian.columnSum(column), -Double(jacobian.count) * probabilities[column])
  }
}
