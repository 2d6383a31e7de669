import Wording

/// What may stand at the end of a line that is being typed.
public struct LineCompletion: Sendable, Hashable {
  /// The line up to the word that is being typed.
  let head: String
  /// The beginning of that word.
  let start: String
  /// The words that begin so.
  public let words: [String]

  init(head: String, start: String, among known: [String]) {
    self.head = head
    self.start = start
    words = WordCompletion.matches(of: start, among: known)
  }

  /// The line as far as all words agree; nil where that is no further.
  public var completed: String? {
    WordCompletion.completion(of: start, among: words).map { head + $0 }
  }
}

/// Completes a word that was begun.
public enum WordCompletion {
  /// `start` as far as all `words` that begin with it agree; nil where that is no further.
  public static func completion(of start: String, among words: [String]) -> String? {
    let matches = matches(of: start, among: words)
    guard let first = matches.first else { return nil }
    let common = matches.dropFirst().reduce(first) { common, word in
      String(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
    return common.count > start.count ? common : nil
  }

  public static func matches(of start: String, among words: [String]) -> [String] {
    let start = start.lowercased()
    return words.filter { $0.hasPrefix(start) }
  }
}

extension Workbench {
  /// No command that ends in a word to be completed is longer.
  private static let longestCommand = 128
  /// No word is longer: what is was not meant to be one.
  static let longestWord = 64
  /// What stands before the last `;` is run to know where that leads, if it is no longer than this.
  private static let longestBefore = 1024

  /// What may stand at the end of `line`; nil where no word can.
  public func completion(of line: String) -> LineCompletion? {
    let start = ScriptText.lastCommand(of: line)
    let command = LineText.trimmedAtStart(line[start...])
    guard command.utf8.count <= Self.longestCommand else { return nil }
    let before = line[..<start]
    var bench = self
    // The last command is about the state to which those before it lead.
    if before.utf8.count <= Self.longestBefore { try? bench.run(String(before)) }
    let begun = LineText.wordBegun(atEndOf: command)
    guard begun.utf8.count <= Self.longestWord else { return nil }
    let words = LineText.words(command[..<begun.startIndex])
    return LineCompletion(
      head: String(line[..<begun.startIndex]), start: String(begun),
      among: bench.candidates(after: words))
  }

  /// What may stand after `words` in a line.
  private func candidates(after words: [String]) -> [String] {
    guard let first = words.first else {
      return self.words(of: screen) + screens.map(\.word)
    }
    if let other = screens.first(where: { $0.word == first.lowercased() }) {
      let rest = Array(words.dropFirst())
      return rest.isEmpty ? self.words(of: other) : other.candidates(after: rest)
    }
    let own = screen.candidates(after: words)
    return own.isEmpty ? Self.commands.candidates(after: words, of: self) : own
  }

  /// The words with which lines of a screen may begin.
  func words(of screen: any Screen) -> [String] {
    screen.candidates(after: []) + Self.commands.infos.map(\.word)
  }
}
