import RealModule

extension Substitution {
  /// "log(1 + e)" with its number in; the logarithm itself where 1 + e would drown its digits.
  static func logOnePlus(_ e: Double) -> Substitution {
    if e.magnitude < 1e-4 { return "\(Double.log(onePlus: e))" }
    return e < 0 ? "log(\(1 + e))" : "log(1 + \(e))"
  }

  /// The negative of ``logOnePlus(_:)``.
  static func minus(logOnePlus e: Double) -> Substitution {
    e.magnitude < 1e-4 ? "\(0 - Double.log(onePlus: e))" : "−log(\(1 + e))"
  }

  static func + (a: Substitution, b: Substitution) -> Substitution {
    var joined = a
    for piece in b.pieces {
      if case .number(let number) = piece, number.sign == .minus, piece == b.pieces.first {
        joined.pieces += [.text("("), piece, .text(")")]
      } else {
        joined.pieces.append(piece)
      }
    }
    return joined
  }
}
