/// The numbers of a calculation in as few digits as make what is read come out as what is read:
/// 0.65900 × (−0.24243) = −0.15976.
package struct FittedNumbers: Sendable, Hashable {
  package let operands: [String]
  package let result: String

  /// - Parameters:
  ///   - digits: the significant digits of the result, and the fewest of an operand.
  ///   - evaluate: the calculation, which the texts must repeat.
  package init(
    _ operands: [Double], result: Double, digits: Int = 5, _ evaluate: ([Double]) -> Double
  ) {
    let wanted = NumberText.significant(result, digits: digits)
    func read(_ text: String) -> Double { Double(text) ?? .nan }
    let fitting = (digits...17).first { operandDigits in
      let seen = operands.map { read(NumberText.significant($0, digits: operandDigits)) }
      return read(NumberText.significant(evaluate(seen), digits: digits)) == read(wanted)
    }
    self.operands = operands.map {
      NumberText.significant($0, digits: fitting ?? 17).withTrueMinus
    }
    self.result = wanted.withTrueMinus
  }

  /// The operand, in brackets if it is negative.
  package func bracketed(_ index: Int) -> String {
    operands[index].hasPrefix("−") ? "(\(operands[index]))" : operands[index]
  }
}

extension NumberText {
  /// `value` with that many significant digits, trailing zeros included, as they tell how exactly
  /// it is known; numbers that are exact in fewer are written shorter: 0.65900, 0.1, 3.
  package static func significant(_ value: Double, digits: Int) -> String {
    guard value.isFinite else { return word(value) }
    let short = brief(value, digits: digits)
    if Double(short) == value { return short }
    let size = value.magnitude
    guard size >= 1e-4 && size < 1e7 else { return scientific(value, digits: digits) }
    let exponent = Int(exactly: decimalExponent(size).rounded(.down)) ?? 0
    return fixed(value, decimals: max(0, digits - 1 - exponent))
  }

  /// `value` in as many digits as `width` columns hold, five at most.
  package static func fitting(_ value: Double, width: Int) -> String {
    let texts = (1...5).reversed().lazy.map { brief(value, digits: $0).withTrueMinus }
    return texts.first { $0.count <= width } ?? brief(value, digits: 1).withTrueMinus
  }

  /// A sum that is `expected` in exact arithmetic, with what rounding has left of that.
  package static func sum(_ sum: Double, expected: Double) -> String {
    let rest = sum - expected
    if rest == 0 { return brief(expected) }
    guard rest.isFinite else { return word(sum) }
    return "\(brief(expected)) \(rest < 0 ? "−" : "+") "
      + brief(rest.magnitude, digits: 2).withTrueMinus
  }
}
