import NeuralFunctions
import Wording

/// A number that is 1, or another whole number, as a Double but for what is told here: no number of so
/// few digits as a Double has can tell, a probability or the sum of some can.
struct NearlyOne {
  /// 1, −1 or what else a sum comes to.
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

  /// - Parameter rest: what is known of its distance from where it is as a Double, which has none.
  private init?(_ number: Double, _ rest: Double) {
    guard number != 0, number == number.rounded(), rest != 0, rest.magnitude < number.ulp else {
      return nil
    }
    (self.number, self.rest) = (number, rest)
  }

  /// 1 − p, of a probability too small to tell it from 1.
  init?(complementOf probability: Double) { self.init(1, -probability) }

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
    self.init(factor: row, column, probabilities)
  }

  /// The sum of a column of that, 1 − K·pⱼ.
  init?(sumOfColumn column: Int, of jacobian: Jacobian, _ probabilities: [Double]) {
    guard jacobian.structure == .logSoftmax, jacobian.temperature == 1 else { return nil }
    let (sum, count) = (jacobian.columnSum(column), Double(jacobian.count))
    let rest = NearlyOne(probabilities, column).map { -$0.rest * count }
    self.init(sum, rest ?? -probabilities[column] * count)
  }
}

extension NearlyOne {
  /// The same with the other sign.
  var negated: NearlyOne? { NearlyOne(-number, -rest) }

  /// δᵢⱼ − pⱼ, which is a factor of an entry of softmax's Jacobian and the entry itself of log-softmax's.
  init?(factor row: Int, _ column: Int, _ probabilities: [Double]) {
    if row == column {
      guard 1 - probabilities[column] == 1 else { return nil }
      self.init(complementOf: probabilities[column])
    } else {
      guard let negated = NearlyOne(probabilities, column)?.negated else { return nil }
      self = negated
    }
  }
}
