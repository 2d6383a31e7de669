/// Reads vectors: numbers between commas, semicolons, blanks and line ends, in brackets or not, or as
/// Python prints them (``ListTokens``).
public enum VectorParser {
  public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
    case number(NumberParser.Failure, position: Int, accepted: NumberParser.Accepted)
    case empty(position: Int)
    /// "...": whoever printed the list left numbers out.
    case shortened(position: Int)
    case notALogit(position: Int, value: Double)
    case notFinite(position: Int, value: Double)
    case wrongCount(Int, accepted: ClosedRange<Int>)
    /// A bracket or a quotation mark without an end: something is missing.
    case cutOff(Character)
    /// A bracket that ends nothing: the beginning is missing.
    case headless(Character)
    /// Numbers in more than one list, as in a matrix.
    case nested

    public var description: String {
      switch self {
      case .cutOff(let sign):
        "The list has no end: \(sign) is not closed; a whole list is accepted, or numbers alone."
      case .headless(let sign):
        "The list has no beginning: \(sign) closes nothing; a whole list is accepted, or numbers alone."
      case .nested:
        "These are several lists, or a list of lists; one list of numbers is accepted, such as one row."
      case .number(let failure, let position, let accepted):
        "Number \(position): \(failure.sentence(accepting: accepted))"
      case .empty(let position):
        "Number \(position) is missing: one comma, or blanks, stand between two numbers."
      case .shortened(let position):
        "Number \(position) is '...': the list was shortened when printed; a whole one is accepted."
      case .notALogit(let position, let value):
        "Number \(position) is \(NumberText.word(value)); a logit is a finite number, or -inf as a mask."
      case .notFinite(let position, let value):
        "Number \(position) is \(NumberText.word(value)); finite numbers are accepted here."
      case .wrongCount(let count, let accepted):
        "That is \(VectorParser.inWords(count)); a vector of \(accepted.lowerBound) to \(accepted.upperBound) is accepted."
      }
    }
  }

  /// How many logits a vector may have.
  public static let acceptedCount = 2...4096

  /// "no number", "1 number", "2 numbers".
  package static func inWords(_ count: Int) -> String {
    count == 0 ? "no number" : count == 1 ? "1 number" : "\(count) numbers"
  }

  /// The logits that `text` lists. A comma may follow the last of them, as in a file's line.
  /// A list of lists is refused, and what seems to be cut off.
  public static func logits(
    _ text: some StringProtocol, count accepted: ClosedRange<Int> = acceptedCount
  ) throws(Failure) -> [Double] {
    try numbers(text, count: accepted, accepting: .logits)
  }

  /// The numbers that `text` lists, all of a kind. Where they are too many, they are counted to the
  /// last.
  package static func numbers(
    _ text: some StringProtocol, count accepted: ClosedRange<Int>,
    accepting kind: NumberParser.Accepted
  ) throws(Failure) -> [Double] {
    var tokens = ListTokens(text)
    var numbers: [Double] = []
    var found = 0
    // Whether a number stands before the next comma.
    var isFilled = false
    while let token = tokens.next() {
      switch token {
      case .comma:
        guard isFilled || found >= accepted.upperBound else { throw .empty(position: found + 1) }
        isFilled = false
      case .aside: isFilled = true
      case .field(let field):
        tokens.takeNumber()
        if found < accepted.upperBound {
          numbers.append(try number(tokens.text(of: field), position: found + 1, accepting: kind))
        }
        found += 1
        isFilled = true
      }
    }
    switch tokens.fault {
    case .open(let sign): throw .cutOff(sign)
    case .stray(let sign): throw .headless(sign)
    case .nested: throw .nested
    case nil: break
    }
    guard accepted.contains(found) else { throw .wrongCount(found, accepted: accepted) }
    return numbers
  }

  private static func number(
    _ field: String, position: Int, accepting kind: NumberParser.Accepted
  ) throws(Failure) -> Double {
    if field == "..." || field == "…" { throw .shortened(position: position) }
    let value: Double
    do { value = try NumberParser.number(field) } catch {
      throw .number(error, position: position, accepted: kind)
    }
    switch kind {
    case .logits where !(value < .infinity): throw .notALogit(position: position, value: value)
    case .finite where !value.isFinite: throw .notFinite(position: position, value: value)
    default: return value
    }
  }
}
