/// A formula with live numbers in the places of its letters.
///
/// Written as an interpolated string, in which numbers stay numbers so that whoever shows it
/// chooses the digits:
///
///     SubstitutedFormula("σ′ = σ(x)·σ(−x)", ascii: "s' = s(x)*s(-x)", "\(p) × \(q)", result: r)
public struct SubstitutedFormula: Sendable, Hashable {
  /// The formula in letters, in the form that keeps its digits at this point.
  public var formula: Notation
  /// Its right side with the numbers put in.
  public var substitution: Substitution
  public var result: Double

  public init(_ formula: Notation, _ substitution: Substitution, result: Double) {
    self.formula = formula
    self.substitution = substitution
    self.result = result
  }

  public init(
    _ unicode: String, ascii: String, _ substitution: Substitution, result: Double
  ) {
    self.init(Notation(unicode, ascii: ascii), substitution, result: result)
  }

  /// A formula whose right side is a single number.
  static func constant(_ unicode: String, ascii: String, _ value: Double) -> SubstitutedFormula {
    SubstitutedFormula(unicode, ascii: ascii, "\(value)", result: value)
  }
}

extension FunctionDescription {
  /// Numbers put into the steps of the derivation, by their place, each with what it comes to.
  func substituted(_ steps: [(numbers: Substitution, result: Double)?]) -> [SubstitutedFormula?] {
    zip(derivation, steps).map { step, numbers in
      numbers.map {
        SubstitutedFormula(step.notation, $0.numbers, result: $0.result)
      }
    }
  }
}

/// Text with numbers between, as an interpolated string makes it.
public struct Substitution: Sendable, Hashable, ExpressibleByStringInterpolation {
  public enum Piece: Sendable, Hashable {
    case text(String)
    case number(Double)
  }

  public var pieces: [Piece]

  public init(stringLiteral text: String) { pieces = [.text(text)] }
  public init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  public struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      pieces.reserveCapacity(2 * interpolationCount + 1)
    }
    public mutating func appendLiteral(_ text: String) {
      if !text.isEmpty { pieces.append(.text(text)) }
    }
    /// The number, in parentheses if it is negative and follows an operator: 0.5 × (−2).
    public mutating func appendInterpolation(_ number: Double) {
      guard number.sign == .minus, case .text(let before)? = pieces.last,
        before.last(where: { $0 != " " }) != "("
      else { return pieces.append(.number(number)) }
      pieces += [.text("("), .number(number), .text(")")]
    }
  }
}
