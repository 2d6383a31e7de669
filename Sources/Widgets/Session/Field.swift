import TerminalCells

/// A line open for typing, and the command that is to have what is typed.
public struct Field<State: Equatable & Sendable>: Sendable {
  public var question: String
  public private(set) var editor: LineEditor
  /// The command, and what stands before the text in its line: "logit 2".
  public let line: String
  let start: FieldStart
  /// The state to go back to where what is typed acts at once.
  let before: State
  /// Whether the first character typed replaces the text, as in a spreadsheet.
  private var replacesOnTyping: Bool

  init(line: String, _ start: FieldStart, before: State) {
    self.line = line
    self.start = start
    self.before = before
    question = start.question
    editor = LineEditor(start.text, limit: start.limit)
    replacesOnTyping = !start.text.isEmpty && !start.isBegun
  }

  public var text: String { editor.string }

  /// - Returns: whether the text fits; else all stays as it was.
  @discardableResult
  mutating func insert(_ text: String) -> Bool {
    guard replacesOnTyping else { return editor.insert(text) }
    var replaced = LineEditor(limit: editor.limit)
    guard replaced.insert(text) else { return false }
    (editor, replacesOnTyping) = (replaced, false)
    return true
  }

  /// Says that a text was too long to be inserted.
  func refusal(of text: String) -> String {
    (replacesOnTyping ? LineEditor(limit: editor.limit) : editor).refusal(of: text)
  }

  mutating func replace(with text: String) {
    replacesOnTyping = false
    editor.replace(with: text)
  }

  /// - Returns: whether the key was an editing key.
  mutating func handle(_ key: Key) -> Bool {
    if let character = key.typedCharacter {
      insert(String(character))
      return true
    }
    if replacesOnTyping && key == .backspace { editor.replace(with: "") }
    let isEditing = editor.handle(key)
    if isEditing { replacesOnTyping = false }
    return isEditing
  }
}
