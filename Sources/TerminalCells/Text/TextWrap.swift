/// Breaks text between words.
package enum TextWrap {
  /// `text` in lines of at most `width` columns; a longer word has a line of its own.
  package static func lines(_ text: String, width: Int) -> [String] {
    lines(of: text.split(separator: " ").map { String($0) }, width: width)
  }

  /// The same, but a word that is longer than a line is cut, so that all of it is seen.
  package static func whole(_ text: String, width: Int) -> [String] {
    guard width > 0 else { return [] }
    let words = text.split(separator: " ").flatMap { pieces(of: $0, width: width) }
    return lines(of: words, width: width)
  }

  /// A word in pieces of at most `width` columns.
  private static func pieces(of word: Substring, width: Int) -> [String] {
    guard TextWidth.columns(of: word) > width else { return [String(word)] }
    var pieces = [""]
    var columns = 0
    for character in word {
      let own = TextWidth.columns(of: character)
      if columns + own > width && columns > 0 {
        pieces.append("")
        columns = 0
      }
      pieces[pieces.count - 1].append(character)
      columns += own
    }
    return pieces
  }

  /// An equation in lines of at most `width` columns, broken before operators, outside of brackets
  /// where it can be; all lines but the first are indented.
  package static func formula(_ text: String, width: Int) -> [String] {
    guard TextWidth.columns(of: text) > width else { return [text] }
    let indent = "  "
    let room = width - indent.count
    let words = text.split(separator: " ").map { String($0) }
    return equation(words, width: room).enumerated().map { $0 == 0 ? $1 : indent + $1 }
  }

  /// The same for the words of an equation, without an indent.
  package static func equation(_ words: [String], width: Int) -> [String] {
    var terms = terms(of: words, breakingBrackets: false)
    if terms.contains(where: { TextWidth.columns(of: $0) > width }) {
      terms = self.terms(of: words, breakingBrackets: true)
    }
    let parts = terms.flatMap {
      TextWidth.columns(of: $0) > width ? factors(of: $0, width: width) : [$0]
    }
    return lines(of: parts, width: width)
  }

  /// A product without blanks that is wider than a line, broken before its dots.
  private static func factors(of term: String, width: Int) -> [String] {
    var parts = [""]
    for character in term {
      let part = parts[parts.count - 1]
      if "·*".contains(character), !part.isEmpty, part.last != " " {
        parts.append(String(character))
      } else {
        parts[parts.count - 1] = part + String(character)
      }
    }
    // As many of them in a line as there is room for.
    return parts.dropFirst().reduce(into: [parts[0]]) { lines, part in
      let joined = lines[lines.count - 1] + part
      if TextWidth.columns(of: joined) <= width {
        lines[lines.count - 1] = joined
      } else {
        lines.append(part)
      }
    }
  }

  /// The parts of an equation that stay in one line, each with the operator before it.
  private static func terms(of words: [String], breakingBrackets: Bool) -> [String] {
    var terms: [String] = []
    var depth = 0
    for word in words {
      let isInside = depth > 0 && !breakingBrackets
      if let last = terms.last, isInside || operators.contains(last) {
        terms[terms.count - 1] = last + " " + word
      } else {
        terms.append(word)
      }
      depth += depthChange(of: word)
    }
    return terms
  }

  // An array: a set would have the runtime put its type together at every start.
  private static let operators = ["+", "−", "-", "·", "×", "*", "/", "="]

  /// How much deeper in brackets one is after `word` than before.
  private static func depthChange(of word: String) -> Int {
    word.utf8.reduce(0) { depth, byte in
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth + 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth - 1
      default: depth
      }
    }
  }

  /// `words`, with a space between any two, in lines of at most `width` columns.
  package static func lines(of words: [String], width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    var taken = width
    for word in words {
      let columns = TextWidth.columns(of: word)
      if !lines.isEmpty && taken + 1 + columns <= width {
        lines[lines.count - 1] += " " + word
        taken += 1 + columns
      } else {
        lines.append(word)
        taken = columns
      }
    }
    return lines
  }
}
