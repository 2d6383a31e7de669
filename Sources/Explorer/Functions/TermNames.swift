import NeuralFunctions
import Wording

/// What the two functions of a difference are called in its equations: "elu(x)" and "elu′"; of an input
/// w·x + b "r(2x + 1)" and "d/dx r(2x + 1)". Two that would be called alike are numbered: "L₁", "L₂".
struct TermNames: Sendable {
  struct Term: Sendable {
    let value: Notation
    let slope: Notation
    let slopeAtVariable: Notation
    /// What stands for it where two are called alike: "L₁".
    var number: Notation?
  }

  let first: Term
  let second: Term

  init(_ first: DrawnFunction, _ second: DrawnFunction) {
    let areAlike =
      first.symbol.unicode == second.symbol.unicode
      && first.call?.unicode == second.call?.unicode
    func term(_ function: DrawnFunction, _ index: Notation) -> Term {
      var term = Term(function, index: areAlike ? index : "")
      if areAlike { term.number = function.symbol.joined("", index) }
      return term
    }
    self.first = term(first, Notation("₁", ascii: "1"))
    self.second = term(second, Notation("₂", ascii: "2"))
  }
}

extension TermNames.Term {
  fileprivate init(_ function: DrawnFunction, index: Notation) {
    let variable = function.variable
    if let call = function.call {
      let numbered = index.unicode.isEmpty ? call : call.joined(" ", index)
      let slope = Notation("d/d\(variable.unicode)", ascii: "d/d\(variable.ascii)")
        .joined(" ", numbered)
      self.init(value: numbered, slope: slope, slopeAtVariable: slope)
    } else {
      let symbol = function.symbol.joined("", index)
      let slope = symbol.joined("", Notation("′", ascii: "'"))
      self.init(value: symbol.of(variable), slope: slope, slopeAtVariable: slope.of(variable))
    }
  }
}

extension DrawnFunction {
  /// The slope as an operand: what its Double rounds to a whole number is told by how far it is from it,
  /// "(1 − 3.08e−101)".
  func slopeOperand(at x: Double) -> Substitution {
    Substitution(operand: derivative(x), excess: { derivativeExcess(over: $0, at: x) })
  }
}

extension Substitution {
  /// A number, or its distance from the whole number that its Double is.
  init(operand: Double, excess: (Double) -> Double?) {
    let whole = operand.rounded()
    if operand == whole, whole != 0, let rest = excess(whole), rest != 0,
      let text = NumberText.distance(rest: rest, from: whole)
    {
      self.init(stringLiteral: "(\(text.withTrueMinus))")
    } else {
      self = "\(operand)"
    }
  }

  /// The two with an operator in between; a negative second number stands in parentheses.
  func joined(_ separator: String, _ other: Substitution) -> Substitution {
    var result = self
    if case .number(let value)? = other.pieces.first, value.sign == .minus {
      result.pieces += [.text(separator + "(")] + other.pieces + [.text(")")]
    } else {
      result.pieces += [.text(separator)] + other.pieces
    }
    return result
  }
}
