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
    /// Finite numbers above 0.
    case positive

    /// By examples, for a line that may be short.
    var examples: String {
      let finite = "-1.5, 2e-3, 0x1.8p+1"
      return switch self {
      case .all: finite + ", inf, -inf, nan"
      case .logits: finite + ", -inf"
      case .finite: finite
      case .positive: "1.5, 2e-3, 0x1.8p+1"
      }
    }
  }

  public enum Failure: Error, Sendable, Hashable, CustomStringConvertible {
    case notANumber(String)
    case tooLarge(String)

    public var description: String { sentence(accepting: .all) }

    /// What was wrong, and what is accepted there.
    package func sentence(accepting accepted: Accepted) -> String {
      switch self {
      case .notANumber: return sentence(hint: "accepted: \(accepted.examples).")
      case .tooLarge(let text):
        let most = NumberText.brief(.greatestFiniteMagnitude)
        let isNegative = text.hasPrefix("-") || text.hasPrefix("−")
        switch accepted {
        case .all:
          return sentence(
            hint: isNegative ? "write -inf for minus infinity." : "write inf for infinity.")
        case .logits where isNegative: return sentence(hint: "write -inf for a mask.")
        default:
          return sentence(
            hint: isNegative ? "at least -\(most) is accepted." : "at most \(most) is accepted.")
        }
      }
    }

    /// What was wrong, and what is accepted there: "a number from 0 to 1".
    public func sentence(acceptedInWords words: String) -> String {
      sentence(hint: "\(words) is accepted.")
    }

    private func sentence(hint: String) -> String {
      switch self {
      case .notANumber(let text): "'\(NumberParser.quotable(text))' is not a number; \(hint)"
      case .tooLarge(let text):
        "\(NumberParser.quotable(text)) is too large for a 64-bit float; \(hint)"
      }
    }
  }

  /// What was typed, cut and without what cannot be seen or would change the order of what can: safe to
  /// print.
  ///
  /// - Parameter most: how many characters of it are shown.
  public static func quotable(_ text: some StringProtocol, most: Int = 40) -> String {
    // Three scalars a character are letters with marks; a hundred are somebody's joke.
    let printable = shown(text.unicodeScalars.prefix(3 * most))
    return printable.count > most ? printable.prefix(most - 1) + "…" : printable
  }

  /// Characters as they may be printed: one that is not to be seen becomes `?`, and a byte that is part
  /// of no character its number, as in `\xff`.
  package static func shown(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in scalars {
      if let byte = EscapedBytes.shown(scalar) {
        shown += byte.unicodeScalars
      } else {
        shown.append(isPrintable(scalar) ? scalar : "?")
      }
    }
    return String(shown)
  }

  /// Whether a character steers neither the terminal nor the direction of writing, and is one that has a
  /// meaning.
  public static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.properties.isNoncharacterCodePoint { return false }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format, .privateUse, .surrogate: false
    default: true
    }
  }

  /// The number that `text` spells; blanks around it and a true minus sign are forgiven.
  public static func number(_ text: some StringProtocol) throws(Failure) -> Double {
    if isPlainDecimal(text), let value = Double(text) {
      guard value.isFinite else { throw .tooLarge(String(text)) }
      return value
    }
    let trimmed = trimmingBlanks(text)
    let plain = String(trimmed.map { $0 == "−" ? "-" : $0 }).lowercased()
    let unsigned = plain.drop { $0 == "-" || $0 == "+" }
    guard plain.count - unsigned.count <= 1 else { throw .notANumber(String(trimmed)) }
    let isNegative = plain.first == "-"
    switch unsigned {
    case "inf", "∞": return isNegative ? -.infinity : .infinity
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

  /// Whether it is written in the usual way, and need not be taken apart.
  private static func isPlainDecimal(_ text: some StringProtocol) -> Bool {
    text.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"),
        UInt8(ascii: "e"), UInt8(ascii: "E"):
        true
      default: false
      }
    }
  }

  package static func trimmingBlanks<Text: StringProtocol>(_ text: Text) -> Text.SubSequence {
    var rest = text[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}
