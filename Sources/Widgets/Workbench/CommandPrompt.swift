import TerminalCells
import Wording

/// The line open after `:`.
struct CommandPrompt: Sendable, Hashable {
  private(set) var editor = LineEditor()
  /// Which line of the history is shown.
  private var historyIndex: Int?

  /// - Returns: whether the text fits; else nothing of it is taken.
  mutating func insert(_ text: String) -> Bool { editor.insert(text) }

  mutating func edit(_ key: Key) { _ = editor.handle(key) }

  mutating func replace(with line: String) { editor.replace(with: line) }

  mutating func recall(_ offset: Int, _ history: CommandHistory) {
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

/// A paste at the prompt is one line.
enum PastedList {
  /// `text` with the semicolons of a list of numbers, which would separate commands, as commas.
  static func onOneLine(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: ";")) else { return text }
    var parts = text.split(separator: ";", omittingEmptySubsequences: false).map {
      LineText.trimmed($0)
    }
    while parts.last?.isEmpty == true { parts.removeLast() }
    let isList = parts.allSatisfy { part in
      (try? VectorParser.numbers(part, count: 1...Int.max, accepting: .all)) != nil
    }
    return isList ? parts.map { String($0) }.separated(by: ", ") : text
  }
}

extension Workbench {
  mutating func typeCommand(_ key: Key) {
    screens[selected].clearMessages()
    // Edited in place: a copy for each key would take time that grows with the square of a flood.
    switch key {
    case .escape: prompt = nil
    case .enter: runPrompt(prompt?.editor.string ?? "")
    case .up, .down:
      let history = self.history
      prompt?.recall(key == .up ? -1 : 1, history)
    case .tab:
      if let line = promptCompletion?.completed { prompt?.replace(with: line) }
    case .backspace where prompt?.editor.isEmpty == true: prompt = nil
    default: prompt?.edit(key)
    }
  }

  /// Runs what was typed; what is refused stays open for mending.
  private mutating func runPrompt(_ line: String) {
    guard line.contains(where: { !$0.isWhitespace }) else {
      prompt = nil
      return
    }
    let open = prompt
    prompt = nil
    do {
      try run(line)
      history.remember(String(LineText.trimmed(line[...])))
    } catch {
      prompt = open
      screens[selected].refuse(error)
    }
  }

  /// What may stand at the end of what was typed, once something was.
  var promptCompletion: LineCompletion? {
    guard let prompt, !prompt.editor.isEmpty else { return nil }
    return completion(of: prompt.editor.string)
  }
}
