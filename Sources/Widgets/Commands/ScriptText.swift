import Wording

/// A text of command lines.
///
/// One line is one command. `;` and a line break separate lines, `#` begins a comment that ends with
/// the line; inside brackets, braces and double quotes none of these counts.
public struct ScriptText: Sendable, Hashable {
  public struct Line: Sendable, Hashable {
    /// The line of the text on which it begins, from 1.
    public let number: Int
    /// Which of the commands that begin on that line it is, from 1.
    public let place: Int
    public let text: String
  }

  public let lines: [Line]
  /// Whether there are line breaks in front of, between or inside the commands.
  private let hasLineBreaks: Bool

  /// - Throws: where a bracket or a quote is never closed.
  public init(_ text: String) throws(Refusal) {
    var lines: [Line] = []
    var current = ""
    var nesting = Nesting()
    var (number, start) = (1, 1)
    var isComment = false
    var hasLineBreaks = false

    func finish() {
      let trimmed = LineText.trimmed(current[...])
      current = ""
      guard !trimmed.isEmpty else { return }
      let place = lines.last.map { $0.number == start ? $0.place + 1 : 1 } ?? 1
      lines.append(Line(number: start, place: place, text: String(trimmed)))
      hasLineBreaks = number > 1
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
      let what = nesting.isQuoted ? "double quote" : "bracket"
      throw Refusal(
        number > 1
          ? "Line \(start): a \(what) is opened and never closed."
          : "A \(what) is opened and never closed.")
    }
    finish()
    self.lines = lines
    self.hasLineBreaks = hasLineBreaks
  }

  /// Where the last command of a line begins, which may not be written to its end yet.
  static func lastCommand(of line: String) -> String.Index {
    var nesting = Nesting()
    var start = line.startIndex
    for place in line.unicodeScalars.indices {
      let scalar = line.unicodeScalars[place]
      if nesting.isOutside && scalar == ";" { start = line.unicodeScalars.index(after: place) }
      nesting.pass(scalar)
    }
    return start
  }

  /// What a message calls one of several commands: "Line 3", "Command 2 ('x 3')", "Line 3, command 2
  /// ('x 3')"; nil where there is no other.
  func name(of line: Line) -> String? {
    let isAlone = lines.count { $0.number == line.number } == 1
    let command = isAlone ? nil : "ommand \(line.place) ('\(NumberParser.quotable(line.text))')"
    let number = hasLineBreaks ? "Line \(line.number)" : nil
    switch (number, command) {
    case (let number?, let command?): return number + ", c" + command
    case (nil, let command?): return "C" + command
    case (let number, nil): return number
    }
  }
}
