extension Jacobian {
  /// An entry's formula with the numbers put in: p₀·(0 − p₁) as 0.65900 × (−0.24243).
  ///
  /// The numbers are those the entry is made from, 1 − pᵢ as the sum of the others, so that they
  /// multiply out to it. Both indices must lie in `0..<count`.
  public func substitutedEntry(row: Int, column: Int) -> SubstitutedFormula {
    let isDiagonal = row == column
    let scale = ShiftedExponentials.scale
    let factor =
      (isDiagonal ? rightComplement[row].rounded : 0 - right[column].rounded) / scale
    let delta = isDiagonal ? "1" : "0"
    var formula: Notation
    var substitution: Substitution
    switch structure {
    case .softmax, .softmin:
      let minus = structure == .softmin
      let (p, q) = (probability(row), probability(column))
      formula = Notation(
        (minus ? "−" : "") + "\(p.unicode)·(\(delta) − \(q.unicode))",
        ascii: (minus ? "-" : "") + "\(p.ascii)*(\(delta) - \(q.ascii))")
      let leading = sign * left[row].rounded / scale
      substitution = "\(leading) × \(factor)"
    case .logSoftmax:
      let q = probability(column)
      formula = Notation("\(delta) − \(q.unicode)", ascii: "\(delta) - \(q.ascii)")
      substitution = "\(factor)"
    case .sparsemax where left[row].high * left[column].high == 0:
      formula = "0"
      substitution = "\(0.0)"
    case .sparsemax:
      formula = Notation("\(delta) − 1/|S|", ascii: "\(delta) - 1/|S|")
      let size = (scale / right[column]).rounded.rounded()
      substitution = isDiagonal ? "1 − 1/\(size)" : "−1/\(size)"
    }
    if temperature != 1 {
      formula = Notation("[\(formula.unicode)]/T", ascii: "[\(formula.ascii)]/T")
      substitution.pieces =
        [.text("[")] + substitution.pieces + [.text("] / "), .number(temperature)]
    }
    return SubstitutedFormula(
      Notation(
        "\(partial(row, column, unicode: true)) = \(formula.unicode)",
        ascii: "\(partial(row, column, unicode: false)) = \(formula.ascii)"),
      substitution, result: self[row, column])
  }

  private func probability(_ index: Int) -> Notation {
    Notation("p" + subscripted(index), ascii: "p_\(index)")
  }

  private func partial(_ row: Int, _ column: Int, unicode: Bool) -> String {
    let output = structure == .logSoftmax ? "log p" : "p"
    guard unicode else {
      return structure == .logSoftmax
        ? "d(\(output)_\(row))/dx_\(column)" : "d\(output)_\(row)/dx_\(column)"
    }
    let top = output + subscripted(row)
    return "∂\(structure == .logSoftmax ? "(\(top))" : top)/∂x\(subscripted(column))"
  }
}

/// A number in subscript digits: 12 as ₁₂.
func subscripted(_ number: Int) -> String {
  String(
    String.UnicodeScalarView(
      "\(number)".unicodeScalars.map { digit in
        digit == "-" ? "₋" : Unicode.Scalar(digit.value - 48 + 0x2080) ?? digit
      }))
}
