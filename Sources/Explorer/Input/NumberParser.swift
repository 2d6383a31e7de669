/// Reads numbers as people and programs write them.
public enum NumberParser {
  /// What is accepted, in words.
  public static let accepted = "a decimal (-1.5, 2e-3), a C hex float (0x1.8p+1), inf, -inf or nan"

  /// Which numbers are taken in some place.
  public enum Accepted: Sendable, Hashable {
    /// Whatever a Double holds.
    case all
    /// Finite numbers, and -inf as a mask.
    case logits
    case finite

    /// By examples, for a line that may be short.
    var examples: String {
      let finite = "-1.5, 2e-3, 0x1.8p+1"
      return switch self {
      case .all: finite + ", inf, -inf, nan"
      case .logits: finite + ", -inf"
      case .finite: finite
      }
    }
  }

  public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
    case notANumber(String)
    case tooLarge(String)

    public var description: String { sentence(accepting: .all) }

    /// What was wrong, and what is accepted there.
    func sentence(accepting accepted: Accepted) -> String {
      switch self {
      case .notANumber(let text):
        return "'\(NumberParser.quotable(text))' is not a number; accepted: \(accepted.examples)."
      case .tooLarge(let text):
        let most = NumberText.brief(.greatestFiniteMagnitude)
        return "\(NumberParser.quotable(text)) is too large for a 64-bit float; "
          + (accepted == .all ? "write inf for infinity." : "at most \(most) is accepted.")
      }
    }
  }

  /// What was typed, cut and without control characters and line ends, safe to print.
  public static func quotable(_ text: some StringProtocol) -> String {
    // Three scalars a character are letters with marks; a hundred are somebody's joke.
    let scalars = text.unicodeScalars.prefix(120).map { scalar -> Character in
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .format: "?"
      default: Character(scalar)
      }
    }
    let printable = String(scalars)
    return printable.count > 40 ? printable.prefix(39) + "…" : printable
  }

  /// The number that `text` spells; blanks around it and a true minus sign are forgiven.
  public static func number(_ text: some StringProtocol) throws(Failure) -> Double {
    let trimmed = trimmingBlanks(text)
    let plain = String(trimmed.map { $0 == "−" ? "-" : $0 }).lowercased()
    let unsigned = plain.drop { $0 == "-" || $0 == "+" }
    guard plain.count - unsigned.count <= 1 else { throw .notANumber(String(trimmed)) }
    let isNegative = plain.first == "-"
    switch unsigned {
    case "inf": return isNegative ? -.infinity : .infinity
    case "nan": return .nan
    default: break
    }
    // Double(_:) also reads "infinity" and "nan(…)", which are no numbers here.
    // It also takes what follows a NUL for the end.
    guard unsigned.first?.isNumber == true || unsigned.first == ".", !plain.utf8.contains(0),
      let value = Double(plain.first == "+" ? String(unsigned) : plain)
    else { throw .notANumber(String(trimmed)) }
    guard value.isFinite else { throw .tooLarge(String(trimmed)) }
    return value
  }

  static func trimmingBlanks<Text: StringProtocol>(_ text: Text) -> Text.SubSequence {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}

/// Reads vectors: numbers between commas, semicolons, blanks and line ends, in brackets or not.
public enum VectorParser {
  public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
    case number(NumberParser.Failure, position: Int, accepted: NumberParser.Accepted)
    case empty(position: Int)
    case notALogit(position: Int, value: Double)
    case notFinite(position: Int, value: Double)
    case wrongCount(Int, accepted: ClosedRange<Int>)

    public var description: String {
      switch self {
      case .number(let failure, let position, let accepted):
        "Number \(position): \(failure.sentence(accepting: accepted))"
      case .empty(let position):
        "Number \(position) is missing: one comma, or blanks, stand between two numbers."
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
  static func inWords(_ count: Int) -> String {
    count == 0 ? "no number" : count == 1 ? "1 number" : "\(count) numbers"
  }

  /// The logits that `text` lists. A comma may follow the last of them, as in a file's line.
  public static func logits(
    _ text: some StringProtocol, count accepted: ClosedRange<Int> = acceptedCount
  ) throws(Failure) -> [Double] {
    try numbers(text, count: accepted, accepting: .logits)
  }

  /// The numbers that `text` lists, all of a kind.
  static func numbers(
    _ text: some StringProtocol, count accepted: ClosedRange<Int>,
    accepting kind: NumberParser.Accepted
  ) throws(Failure) -> [Double] {
    var numbers: [Double] = []
    var rest = text[...]
    // Whether a number stands before the next comma.
    var isFilled = false
    while let character = rest.first {
      if ",;".contains(character) {
        guard isFilled else { throw .empty(position: numbers.count + 1) }
        isFilled = false
        rest.removeFirst()
      } else if isSeparator(character) {
        rest.removeFirst()
      } else {
        let field = rest.prefix { !isSeparator($0) }
        rest = rest[field.endIndex...]
        numbers.append(try number(field, position: numbers.count + 1, accepting: kind))
        isFilled = true
        if numbers.count > accepted.upperBound { break }
      }
    }
    guard accepted.contains(numbers.count) else {
      throw .wrongCount(numbers.count, accepted: accepted)
    }
    return numbers
  }

  private static func number(
    _ field: some StringProtocol, position: Int, accepting kind: NumberParser.Accepted
  ) throws(Failure) -> Double {
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

  private static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || ",;[](){}".contains(character)
  }
}
