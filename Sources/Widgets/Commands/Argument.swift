import Wording

/// What stands after a command's word, read.
public enum Argument: Sendable {
  case number(Double)
  case whole(Int)
  /// One of a choice of words, or a name.
  case word(String)
  case toggle(Bool)
  case numbers([Double])
  case text(String)

  /// The argument as a line writes it: reading it gives the same, numbers bit for bit.
  public var written: String {
    switch self {
    case .number(let value): NumberSpelling.exact(value)
    case .whole(let value): String(value)
    case .word(let word): QuotedText.written(word, isOneWord: true)
    case .toggle(let isOn): isOn ? "on" : "off"
    case .numbers(let values): values.map { NumberSpelling.exact($0) }.separated(by: ", ")
    case .text(let text): QuotedText.written(text, isOneWord: false)
    }
  }
}

/// Numbers are compared by their bits: a state with −0 or NaN is equal to itself and to no other.
extension Argument: Hashable {
  public static func == (a: Argument, b: Argument) -> Bool {
    switch (a, b) {
    case (.number(let a), .number(let b)): a.bitPattern == b.bitPattern
    case (.whole(let a), .whole(let b)): a == b
    case (.word(let a), .word(let b)), (.text(let a), .text(let b)): a == b
    case (.toggle(let a), .toggle(let b)): a == b
    case (.numbers(let a), .numbers(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.bitPattern == $1.bitPattern }
    default: false
    }
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(written) }
}

extension Argument: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral
{
  public init(integerLiteral value: Int) { self = .whole(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
  public init(stringLiteral value: String) { self = .word(value) }
  public init(booleanLiteral value: Bool) { self = .toggle(value) }
}

/// A number spelled so that reading it gives the same bits.
public enum NumberSpelling {
  /// The shortest decimal where it reads back, else a C hex float; every NaN is `nan`.
  public static func exact(_ value: Double) -> String {
    let decimal = NumberText.exact(value)
    guard value.isFinite, Double(decimal)?.bitPattern != value.bitPattern else { return decimal }
    return hexadecimal(value)
  }

  /// `value` as C writes it with `%a`: 0x1.8p+1.
  static func hexadecimal(_ value: Double) -> String {
    let sign = value.sign == .minus ? "-" : ""
    guard value != 0 else { return sign + "0x0p+0" }
    let isSubnormal = value.isSubnormal
    var digits = String(value.significandBitPattern, radix: 16)
    digits = String(repeating: "0", count: 13 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    let exponent = isSubnormal ? -1022 : Int(value.exponent)
    let point = digits.isEmpty ? "" : "." + digits
    return sign + "0x" + (isSubnormal ? "0" : "1") + point + "p" + (exponent < 0 ? "" : "+")
      + String(exponent)
  }
}

/// Text in a line, in double quotes where it would else be read as something else.
public enum QuotedText {
  static func written(_ text: String, isOneWord: Bool) -> String {
    needsQuotes(text, isOneWord: isOneWord) ? quoted(text) : text
  }

  public static func quoted(_ text: String) -> String {
    var result = "\""
    for (place, scalar) in text.unicodeScalars.enumerated() {
      switch scalar {
      // A mark would be one character with the quote.
      case _ where place == 0 && joinsWithWhatIsBefore(scalar):
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static func joinsWithWhatIsBefore(_ scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    return properties.isGraphemeExtend || properties.isJoinControl
      || properties.generalCategory == .spacingMark
  }

  private static func needsQuotes(_ text: String, isOneWord: Bool) -> Bool {
    guard let first = text.first, let last = text.last, let scalar = text.unicodeScalars.first
    else { return true }
    if first.isWhitespace || last.isWhitespace || joinsWithWhatIsBefore(scalar) { return true }
    return text.unicodeScalars.contains { scalar in
      switch scalar {
      case "\"", "\\", ";", "#", "(", ")", "[", "]", "{", "}", "\n", "\r", "\t": true
      case ",", " ": isOneWord
      default: scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      }
    }
  }

  /// The text that `written` stands for, and what follows its closing quote; nil where none closes.
  static func unquoted(_ written: Substring) -> (text: String, rest: Substring)? {
    guard written.first == "\"" else { return nil }
    var text = ""
    var scalars = written.unicodeScalars.dropFirst()
    while let scalar = scalars.popFirst() {
      switch scalar {
      case "\"": return (text, Substring(scalars))
      case "\\":
        guard let escaped = scalars.popFirst() else { return nil }
        switch escaped {
        case "n": text.unicodeScalars.append("\n")
        case "r": text.unicodeScalars.append("\r")
        case "t": text.unicodeScalars.append("\t")
        case "u":
          guard let scalar = codePoint(&scalars) else { return nil }
          text.unicodeScalars.append(scalar)
        default: text.unicodeScalars.append(escaped)
        }
      default: text.unicodeScalars.append(scalar)
      }
    }
    return nil
  }

  /// `{301}`, after `\u`.
  private static func codePoint(
    _ scalars: inout Substring.UnicodeScalarView.SubSequence
  ) -> Unicode.Scalar? {
    guard scalars.popFirst() == "{", let end = scalars.firstIndex(of: "}"),
      let value = UInt32(String(scalars[..<end]), radix: 16)
    else { return nil }
    scalars = scalars[scalars.index(after: end)...]
    return Unicode.Scalar(value)
  }
}
