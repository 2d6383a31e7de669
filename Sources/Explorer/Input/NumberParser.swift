/// Reads numbers as people and programs write them.
public enum NumberParser {
  /// What is accepted, in words.
  public static let accepted = "a decimal (-1.5, 2e-3), a C hex float (0x1.8p+1), inf, -inf or nan"

  /// The same by examples, for a line that may be short.
  static let examples = "-1.5, 2e-3, 0x1.8p+1, inf, -inf, nan"

  public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
    case notANumber(String)
    case tooLarge(String)

    public var description: String {
      switch self {
      case .notANumber(let text):
        "'\(NumberParser.quotable(text))' is not a number; accepted: \(NumberParser.examples)."
      case .tooLarge(let text):
        "\(NumberParser.quotable(text)) is too large for a 64-bit float; write inf for infinity."
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
    case number(NumberParser.Failure, position: Int)
    case empty(position: Int)
    case notALogit(position: Int, value: Double)
    case wrongCount(Int, accepted: ClosedRange<Int>)

    public var description: String {
      switch self {
      case .number(let failure, let position): "Number \(position): \(failure.description)"
      case .empty(let position):
        "Number \(position) is missing: one comma, or blanks, stand between two numbers."
      case .notALogit(let position, let value):
        "Number \(position) is \(NumberText.word(value)); a logit is a finite number, or -inf as a mask."
      case .wrongCount(let count, let accepted):
        "That is \(count == 0 ? "no number" : count == 1 ? "1 number" : "\(count) numbers"); a vector of \(accepted.lowerBound) to \(accepted.upperBound) is accepted."
      }
    }
  }

  /// How many logits a vector may have.
  public static let acceptedCount = 2...4096

  /// The logits that `text` lists. A comma may follow the last of them, as in a file's line.
  public static func logits(
    _ text: some StringProtocol, count accepted: ClosedRange<Int> = acceptedCount
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
        numbers.append(try logit(field, position: numbers.count + 1))
        isFilled = true
        if numbers.count > accepted.upperBound { break }
      }
    }
    guard accepted.contains(numbers.count) else {
      throw .wrongCount(numbers.count, accepted: accepted)
    }
    return numbers
  }

  private static func logit(
    _ field: some StringProtocol, position: Int
  ) throws(Failure) -> Double {
    let value: Double
    do { value = try NumberParser.number(field) } catch {
      throw .number(error, position: position)
    }
    guard value < .infinity else { throw .notALogit(position: position, value: value) }
    return value
  }

  private static func isSeparator(_ character: Character) -> Bool {
    character.isWhitespace || ",;[](){}".contains(character)
  }
}
