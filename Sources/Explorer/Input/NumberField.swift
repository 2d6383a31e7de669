/// A number open for typing: it begins with the old value, which the first character typed
/// replaces, as in a spreadsheet.
struct NumberField: Sendable, Hashable {
  private(set) var editor: LineEditor
  private var replacesOnTyping: Bool

  /// A field showing `value`.
  init(editing value: Double) { self.init(editing: NumberText.exact(value)) }

  /// A field showing a number, or a list of them, as text.
  init(editing text: String) {
    editor = LineEditor(text)
    replacesOnTyping = true
  }

  /// A field opened by typing its first character.
  init(startingWith text: String) {
    editor = LineEditor(text)
    replacesOnTyping = false
  }

  /// Whether typing `key` outside a field opens one: a sign or a point does, digits switch tabs.
  static func isOpened(by key: Key) -> Character? {
    key.typedCharacter.flatMap { "+-.−".contains($0) ? $0 : nil }
  }

  var text: String { editor.string }

  mutating func insert(_ text: String) {
    if replacesOnTyping { editor = LineEditor() }
    replacesOnTyping = false
    editor.insert(text)
  }

  /// - Returns: whether the key was an editing key.
  mutating func handle(_ key: Key) -> Bool {
    if let character = key.typedCharacter {
      insert(String(character))
      return true
    }
    if replacesOnTyping && key == .backspace { editor = LineEditor() }
    replacesOnTyping = false
    return editor.handle(key)
  }
}
