/// The outer form of a line: blanks, commas, brackets and quotes.
enum LineText {
  static func trimmedAtStart(_ text: Substring) -> Substring { text.drop(while: \.isWhitespace) }

  static func trimmed(_ text: Substring) -> Substring {
    var rest = trimmedAtStart(text)
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }

  static func withoutSeparators(_ text: Substring) -> Substring {
    trimmed(text.drop { $0.isWhitespace || $0 == "," })
  }

  /// What stands before the first blank or comma outside brackets and quotes.
  static func firstToken(of text: Substring) -> Substring {
    var nesting = Nesting()
    let end = text.unicodeScalars.firstIndex { scalar in
      let isOutside = nesting.isOutside
      nesting.pass(scalar)
      return isOutside && (scalar == "," || scalar.properties.isWhitespace)
    }
    return text[..<(end ?? text.endIndex)]
  }
}

extension LineText {
  /// The words of a line, between blanks and commas.
  static func words(_ text: Substring) -> [String] {
    text.split { $0.isWhitespace || $0 == "," }.map { String($0) }
  }

  /// The last word, up to the end of the text; empty after a blank or a comma.
  static func wordBegun(atEndOf text: Substring) -> Substring {
    let end = text.lastIndex { $0.isWhitespace || $0 == "," }
    return text[(end.map { text.index(after: $0) } ?? text.startIndex)...]
  }
}

/// How deep in brackets, braces and quotes one is.
struct Nesting {
  private(set) var depth = 0
  private(set) var isQuoted = false
  private var isEscaped = false

  var isOutside: Bool { depth == 0 && !isQuoted }

  mutating func pass(_ scalar: Unicode.Scalar) {
    if isQuoted {
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "\"" {
        isQuoted = false
      }
      return
    }
    switch scalar {
    case "\"": isQuoted = true
    case "(", "[", "{": depth += 1
    // A bracket that closes nothing is the reader's to refuse.
    case ")", "]", "}": depth = max(0, depth - 1)
    default: break
    }
  }
}
