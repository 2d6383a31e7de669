/// The outer form of a line: blanks, commas, brackets and quotes.
enum LineText {
  static func trimmed(_ text: Substring) -> Substring {
    var rest = text
    while rest.first?.isWhitespace == true { rest.removeFirst() }
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
