/// The line open after `:`, with the lines that were run before.
struct CommandPrompt: Sendable, Hashable {
  /// What a key made of the line.
  enum Outcome: Sendable, Hashable {
    case stays, leaves
    case runs(String)
  }

  /// The keys that work in it.
  static let keys: [KeyHelp] = [
    KeyHelp(keys: [[.enter]], hint: "accept", explanation: "accept what was typed"),
    KeyHelp(
      keys: [[.up], [.down]], hint: "choose", explanation: "choose from what was typed before"),
    KeyHelp(keys: [[.tab]], hint: "complete", explanation: "complete what was typed"),
    KeyHelp(keys: [[.escape]], hint: "leave as it was", explanation: "leave everything as it was"),
  ]

  private(set) var editor = LineEditor(limit: 1024)
  /// Which line of the history is shown.
  private var historyIndex: Int?

  mutating func insert(_ text: String) { editor.insert(text) }

  /// - Parameter complete: the line completed as far as it is certain, or nil.
  mutating func handle(
    _ key: Key, history: CommandHistory, complete: (String) -> String?
  ) -> Outcome {
    switch key {
    case .escape: return .leaves
    case .enter:
      let line = String(NumberParser.trimmingBlanks(editor.string))
      return line.isEmpty ? .leaves : .runs(line)
    case .up, .down: recall(key == .up ? -1 : 1, history)
    case .tab: if let completed = complete(editor.string) { editor.replace(with: completed) }
    case .backspace where editor.isEmpty: return .leaves
    default: _ = editor.handle(key)
    }
    return .stays
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

  mutating func remember(_ line: String) {
    lines.removeAll { $0 == line }
    lines.append(line)
    if lines.count > Self.most { lines.removeFirst() }
  }
}

/// Completes a word that was begun.
enum WordCompletion {
  /// `start` as far as all `words` that begin with it agree; nil where that is no further.
  static func completion(of start: String, among words: [String]) -> String? {
    let matches = words.filter { $0.hasPrefix(start.lowercased()) }
    guard let first = matches.first else { return nil }
    let common = matches.dropFirst().reduce(first) { common, word in
      String(zip(common, word).prefix { $0 == $1 }.map(\.0))
    }
    return common.count > start.count ? common : nil
  }
}
