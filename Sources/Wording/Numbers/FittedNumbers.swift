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
