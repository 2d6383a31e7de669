import NeuralFunctions
import TerminalCells
import Wording

/// A substituted formula as lines of text.
///
/// Numbers show five significant digits, the result four of a product and five of a sum, so that what
/// is seen gives what is seen; where terms cancel they show more than cancel, and the result four. Where
/// the window asks for more digits of the result, all have more.
struct SubstitutionText: Sendable {
  let formula: String
  let result: String
  /// The result in the columns that there are.
  private let resultText: @Sendable (Int) -> String
  private let pieces: [Substitution.Piece]
  private let digits: Int
  /// The numbers put in, word by word, in so many digits.
  private let words: [String]
  /// How far the numbers may stand to the right, the farthest first.
  private let indents: [Int]

  /// - Parameter reading: the result as it is read off the curve.
  init(_ substituted: SubstitutedFormula, result reading: CurveReading, isASCII: Bool) {
    formula = isASCII ? substituted.formula.ascii : substituted.formula.unicode
    let isSum = Self.isSum(substituted)
    let least = Self.digits(for: substituted, isSum: isSum)
    let wanted = isSum && least == 5 ? 5 : 4
    let resultDigits = max(wanted, reading.digits)
    let digits = min(17, least + resultDigits - wanted)
    let isDistance = substituted.result == reading.value && reading.isDistance
    let value = substituted.result
    resultText = { width in
      if isDistance { return reading.text(width: width) }
      let texts = stride(from: resultDigits, through: 3, by: -1).lazy.map {
        NumberText.significant(value, digits: $0).withTrueMinus
      }
      return texts.first { $0.count <= width }
        ?? NumberText.significant(value, digits: 3).withTrueMinus
    }
    result = resultText(.max)
    pieces = substituted.substitution.pieces
    self.digits = digits
    saysTheResult = pieces == [.number(value)]
    words = Self.words(pieces, digits: digits)
    let column = formula.unicodeScalars.prefix { $0 != "=" }.count
    let widest = column < formula.unicodeScalars.count ? min(column, 8) : 0
    indents = [widest, 2, 0].filter { $0 <= widest }
  }

  private func words(digits: Int, most: Int) -> [String] {
    digits == self.digits && most == .max ? words : Self.words(pieces, digits: digits, most: most)
  }

  /// The numbers put in, word by word. One that would be longer than `most` columns because it is next
  /// to a whole number is told by how far it is from there.
  private static func words(
    _ pieces: [Substitution.Piece], digits: Int, most: Int = .max
  ) -> [String] {
    var text = ""
    for index in pieces.indices {
      switch pieces[index] {
      case .text(let piece): text += piece
      case .number(let value):
        let number = NumberText.significant(value, digits: digits).withTrueMinus
        let isNegative = value < 0 && !isEnclosed(index, in: pieces)
        let isLong = number.count + (isNegative ? 2 : 0) > most
        if isLong, let distance = NumberText.distance(fromLandmarkTo: value, width: most - 2) {
          text += "(\(distance.withTrueMinus))"
        } else {
          text += isNegative ? "(\(number))" : number
        }
      }
    }
    return text.split(separator: " ").map(String.init)
  }

  /// All of it in one line.
  var line: String {
    ([formula] + (saysTheResult ? [] : [words.joined(separator: " ")]) + [result])
      .joined(separator: " = ")
  }

  /// All of it in lines of at most `width` columns: the numbers below the right side of the formula
  /// where they fit there, and else further left; in fewer digits where one does not fit in a line.
  func lines(width: Int) -> [String] {
    let head = TextWrap.formula(formula, width: width)
    let layouts = stride(from: digits, through: min(5, digits), by: -1).lazy.flatMap { digits in
      indents.lazy.map { lines(digits: digits, indent: $0, width: width) }
    }
    let fitting = layouts.first { lines in
      lines.allSatisfy { TextWidth.columns(of: $0) <= width }
    }
    return head
      + (fitting
        ?? lines(
          digits: min(5, digits), indent: 0, width: width, isShortened: true))
  }

  private func lines(
    digits: Int, indent: Int, width: Int, isShortened: Bool = false
  ) -> [String] {
    let indent = String(repeating: " ", count: indent)
    // Each stands behind an equals sign or an operator.
    let words = words(digits: digits, most: isShortened ? width - 4 : .max)
    let result = isShortened ? resultText(width - 2) : result
    let numbers = TextWrap.equation(words, width: width - indent.count - 2).enumerated().map {
      indent + ($0 == 0 ? "= " : "  ") + $1
    }
    return (saysTheResult ? [] : numbers) + [indent + "= \(result)"]
  }

  /// Whether a number stands alone in parentheses already, as in exp(x).
  private static func isEnclosed(_ index: Int, in pieces: [Substitution.Piece]) -> Bool {
    guard index > 0, index + 1 < pieces.count, case .text(let before) = pieces[index - 1],
      case .text(let after) = pieces[index + 1]
    else { return false }
    return before.hasSuffix("(") && after.hasPrefix(")")
  }

  private static func isSum(_ substituted: SubstitutedFormula) -> Bool {
    substituted.substitution.pieces.contains {
      if case .text(let text) = $0 { text.contains { "+−".contains($0) } } else { false }
    }
  }

  private static func digits(for substituted: SubstitutedFormula, isSum: Bool) -> Int {
    let largest = substituted.substitution.pieces.reduce(0.0) {
      if case .number(let value) = $1 { max($0, value.magnitude) } else { $0 }
    }
    let size = substituted.result.magnitude
    guard isSum, largest.isFinite, size > 0, size < largest else { return 5 }
    let cancelled = NumberText.decimalExponent(largest) - NumberText.decimalExponent(size)
    // One more than cancels, so that the rounding of two terms does not show in the result.
    return cancelled < 1 ? 5 : 6 + Int(min(11, cancelled.rounded(.down)))
  }

  /// Whether the substitution is the result already: to show it twice, rounded in two ways, tells nothing.
  private let saysTheResult: Bool
}
