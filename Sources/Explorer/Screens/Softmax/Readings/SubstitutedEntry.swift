import NeuralFunctions
import Wording

/// An entry's formula with its numbers put in.
struct SubstitutedEntry {
  let text: String

  /// - Parameter probabilities: of the entry's function; for log-softmax those of softmax.
  init(_ jacobian: Jacobian, row: Int, column: Int, _ probabilities: [Double]) {
    let formula = jacobian.substitutedEntry(row: row, column: column)
    let numbers = formula.substitution.pieces.compactMap { piece in
      if case .number(let value) = piece { value } else { nil }
    }
    let structure = jacobian.structure
    let isDiagonal = row == column
    let fitted = FittedNumbers(numbers, result: formula.result) {
      Self.value($0, of: structure, isDiagonal: isDiagonal)
    }
    let nearlyOnes = Self.nearlyOnes(structure, row, column, probabilities)
    var next = 0
    let right = formula.substitution.pieces.map { piece in
      if case .text(let text) = piece { return text }
      defer { next += 1 }
      let operand = fitted.operands[next]
      let isOne = operand == "1" || operand == "−1"
      let nearlyOne = isOne && next < nearlyOnes.count ? nearlyOnes[next] : nil
      return nearlyOne?.operand ?? operand
    }.joined()
    let result =
      NearlyOne(entry: row, column, of: jacobian, probabilities)?.text() ?? fitted.result
    // A lone number, as for log-softmax, is the result already.
    let isPlain = [fitted.result, "(\(result))", "0"].contains(right)
    let start = formula.formula.unicode
    let end = isPlain ? result : "\(right) = \(result)"
    text = start.hasSuffix(" = \(end)") ? start : "\(start) = \(end)"
  }

  /// The operands that may be 1 or −1 as Doubles without being that: ±pᵢ and δᵢⱼ − pⱼ.
  private static func nearlyOnes(
    _ structure: Jacobian.Structure, _ row: Int, _ column: Int, _ probabilities: [Double]
  ) -> [NearlyOne?] {
    let factor = NearlyOne(factor: row, column, probabilities)
    switch structure {
    case .softmax: return [NearlyOne(probabilities, row), factor]
    case .softmin: return [NearlyOne(probabilities, row)?.negated, factor]
    case .logSoftmax: return [factor]
    case .sparsemax: return []
    }
  }

  /// What the substituted numbers come to.
  private static func value(
    _ numbers: [Double], of structure: Jacobian.Structure, isDiagonal: Bool
  ) -> Double {
    switch structure {
    case .softmax, .softmin:
      guard numbers.count >= 2 else { return .nan }
      return numbers[0] * numbers[1] / (numbers.count > 2 ? numbers[2] : 1)
    case .logSoftmax:
      guard let first = numbers.first else { return .nan }
      return first / (numbers.count > 1 ? numbers[1] : 1)
    case .sparsemax:
      guard let size = numbers.first, size != 0 else { return 0 }
      return ((isDiagonal ? 1 : 0) - 1 / size) / (numbers.count > 1 ? numbers[1] : 1)
    }
  }
}
