/// A text of command lines.
///
/// One line is one command. `;` and a line break separate lines, `#` begins a comment that ends with
/// the line; inside brackets, braces and double quotes none of these counts.
public struct ScriptText: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    /// The line of the text on which it begins, from 1.
    public let number: Int
    public let text: String

    public init(number: Int, text: String) {
      self.number = number
      self.text = text
    }
  }

  public let lines: [Line]

  /// - Throws: where a bracket or a quote is never closed.
  public init(_ text: String) throws(Refusal) {
    var lines: [Line] = []
    var current = ""
    var nesting = Nesting()
    var (number, start) = (1, 1)
    var isComment = false

    func finish() {
      let trimmed = LineText.trimmed(current[...])
      if !trimmed.isEmpty { lines.append(Line(number: start, text: String(trimmed))) }
      current = ""
    }

    for scalar in text.unicodeScalars {
      let isBreak = scalar == "\n" || scalar == "\r"
      if isComment {
        if isBreak { isComment = false }
      } else if nesting.isOutside && (isBreak || scalar == ";") {
        finish()
      } else if nesting.isOutside && scalar == "#" {
        isComment = true
        finish()
      } else {
        if current.isEmpty { start = number }
        // A list may go over several lines.
        if isBreak && !nesting.isQuoted {
          current.unicodeScalars.append(" ")
        } else if !(current.isEmpty && scalar.properties.isWhitespace) {
          current.unicodeScalars.append(scalar)
        }
        nesting.pass(scalar)
      }
      if scalar == "\n" { number += 1 }
    }
    guard nesting.isOutside else {
      throw Refusal(
        "Line \(start): a \(nesting.isQuoted ? "double quote" : "bracket") is opened and never closed."
      )
    }
    finish()
    self.lines = lines
  }
}
