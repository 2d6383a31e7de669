import NeuralFunctions
import Wording

/// The input w·x + b of a function, in exact arithmetic rounded once: w, b and x are the Doubles that
/// they are, not the decimals they were typed as.
struct AffineInput: Sendable, Hashable {
  let weight: Double
  let bias: Double

  /// w·x + b.
  func callAsFunction(_ x: Double) -> Double { bias.addingProduct(weight, x) }

  /// The Double nearest to the x at which w·x + b is `argument`; nil where no finite one is.
  func preimage(of argument: Double) -> Double? {
    guard argument.isFinite, weight != 0 else { return nil }
    // argument − b exactly, in two Doubles.
    let high = argument - bias
    let back = high - argument
    let low = (argument - (high - back)) + (-bias - back)
    let quotient = high / weight
    guard quotient.isFinite else { return nil }
    let correction = (high.addingProduct(-quotient, weight) + low) / weight
    let x = correction.isFinite ? quotient + correction : quotient
    return x == 0 ? 0 : x
  }

  /// Where w·x + b lies in `interval`.
  func preimage(of interval: Interval) -> Interval {
    func end(_ argument: Double) -> Double {
      if argument.isInfinite { return weight > 0 ? argument : -argument }
      return preimage(of: argument) ?? (argument - bias) / weight
    }
    let (lower, upper) = (end(interval.lower), end(interval.upper))
    return weight > 0
      ? Interval(
        lower, upper, includesLower: interval.includesLower, includesUpper: interval.includesUpper)
      : Interval(
        upper, lower, includesLower: interval.includesUpper, includesUpper: interval.includesLower)
  }
}

extension AffineInput {
  /// "2x + 1", with the numbers put in.
  func text(_ variable: Notation) -> Notation {
    Notation(
      text(variable.unicode).withTrueMinus, ascii: text(variable.ascii))
  }

  /// "2·r′(2x + 1)"
  func factor(before slope: Notation) -> Notation {
    if weight == 1 { return slope }
    let w = NumberText.brief(weight)
    return Notation(w.withTrueMinus, ascii: w)
      .joined("", Notation("·", ascii: "*")).joined("", slope)
  }

  private func text(_ variable: String) -> String {
    let factor = weight == 1 ? "" : weight == -1 ? "-" : NumberText.brief(weight)
    guard bias != 0 else { return factor + variable }
    return "\(factor)\(variable) \(bias < 0 ? "-" : "+") \(NumberText.brief(bias.magnitude))"
  }
}
