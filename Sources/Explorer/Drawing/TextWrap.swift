import TerminalCells

/// Breaks text between words.
enum TextWrap {
  /// `text` in lines of at most `width` columns; a longer word has a line of its own.
  static func lines(_ text: String, width: Int) -> [String] {
    lines(of: text.split(separator: " ").map { String($0) }, width: width)
  }

  /// `words`, with a space between any two, in lines of at most `width` columns.
  static func lines(of words: [String], width: Int) -> [String] {
    guard width > 0 else { return [] }
    var lines: [String] = []
    for word in words {
      let columns = TextWidth.columns(of: word)
      if let last = lines.last, TextWidth.columns(of: last) + 1 + columns <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }
}
