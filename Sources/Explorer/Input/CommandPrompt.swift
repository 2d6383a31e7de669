import TerminalCells
import Wording

/// The line open after `:`, with the lines that were run before.
struct CommandPrompt: Sendable, Hashable {
  /// What a key made of the line.
  enum Outcome: Sendable, Hashable {
    case stays, leaves
    case runs(String)
    /// One of ``everywhere``.
    case asks(Effect)
  }

  /// What can be asked for on every screen.
  static let everywhere: [(word: String, effect: Effect)] = [
    ("help", .help), ("quit", .quit), ("q", .quit),
  ]

  /// The keys that work in it.
  static let keys: [KeyHelp] = [
    KeyHelp(keys: [[.enter]], hint: "accept", explanation: "accept what was typed"),
    KeyHelp(
      keys: [[.up], [.down]], hint: "choose", explanation: "choose from what was typed before"),
    KeyHelp(keys: [[.tab]], hint: "complete", explanation: "complete what was typed"),
    KeyHelp(keys: [[.escape]], hint: "leave as it was", explanation: "leave everything as it was"),
  ]

  private(set) var editor: LineEditor
  /// Which line of the history is shown.
  private var historyIndex: Int?

  /// No word is longer: what is was not meant to be one.
  private static let longestWord = 64

  /// - Parameter limit: how many bytes a line may have.
  init(limit: Int = LineEditor.longest) { editor = LineEditor(limit: limit) }

  /// - Returns: whether the text fits; else nothing of it is taken.
  mutating func insert(_ text: String) -> Bool { editor.insert(text) }

  /// - Parameter words: what a line of this screen may be, or begin with.
  mutating func handle(_ key: Key, history: CommandHistory, words: [String]) -> Outcome {
    switch key {
    case .escape: return .leaves
    case .enter:
      let line = String(NumberParser.trimmingBlanks(editor.string))
      if line.utf8.count <= Self.longestWord,
        let asked = Self.everywhere.first(where: { $0.word == line.lowercased() })
      {
        return .asks(asked.effect)
      }
      return line.isEmpty ? .leaves : .runs(line)
    case .up, .down: recall(key == .up ? -1 : 1, history)
    case .tab: complete(with: words)
    case .backspace where editor.isEmpty: return .leaves
    default: _ = editor.handle(key)
    }
    return .stays
  }

  private mutating func complete(with words: [String]) {
    guard editor.string.utf8.count <= Self.longestWord else { return }
    let known = words + Self.everywhere.map(\.word)
    if let completed = WordCompletion.completion(of: editor.string, among: known) {
      editor.replace(with: completed)
    }
  }

  /// The words that begin with what was typed, once something was.
  func candidates(among words: [String]) -> [String] {
    guard editor.string.utf8.count <= Self.longestWord else { return [] }
    let known = words + Self.everywhere.map(\.word)
    return editor.isEmpty ? [] : WordCompletion.matches(of: editor.string, among: known)
  }

  private mutating func recall(_ offset: Int, _ history: CommandHistory) {
    let count = history.lines.count
    let next = (historyIndex ?? count) + offset
    guard (0...count).contains(next) else { return }
    historyIndex = next == count ? nil : next
    editor.replace(with: historyIndex.map { history.lines[$0] } ?? "")
  }
}

/// The lines that were run, the latest last and each once.
struct CommandHistory: Sendable, Hashable {
  private(set) var lines: [String] = []
  private static let most = 100
  /// Bytes of all lines together; the latest stays, however long.
  private static let mostBytes = 8 << 20

  mutating func remember(_ line: String) {
    lines.removeAll { $0 == line }
    lines.append(line)
    var bytes = lines.reduce(0) { $0 + $1.utf8.count }
    while lines.count > Self.most || (bytes > Self.mostBytes && lines.count > 1) {
      bytes -= lines.removeFirst().utf8.count
    }
  }
}

/// Completes a word that was begun.
enum WordCompletion {
  /// `start` as far as all `words` that begin with it agree; nil where that is no further.
  static func completion(of start: String, among words: [String]) -> String? {
    let matches = matches(of: start, among: words)
    guard let first = matches.first else { return nil }
    let common = matches.dropFirst().reduce(first) { common, word in
      String(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
    return common.count > start.count ? common : nil
  }

  static func matches(of start: String, among words: [String]) -> [String] {
    let start = start.lowercased()
    return words.filter { $0.hasPrefix(start) }
  }
}
