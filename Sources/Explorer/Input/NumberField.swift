/// A number open for typing: it begins with the old value, which the first character typed
/// replaces, as in a spreadsheet.
struct NumberField: Sendable, Hashable {
  private(set) var editor: LineEditor
  private var replacesOnTyping: Bool

  /// Characters enough for one number, however it is written.
  private static let numberLimit = 1024

  /// A field showing `value`.
  init(editing value: Double) {
    editor = LineEditor(NumberText.exact(value), limit: Self.numberLimit)
    replacesOnTyping = true
  }

  /// A field showing a list of numbers as text.
  init(editing list: String) {
    editor = LineEditor(list)
    replacesOnTyping = true
  }

  /// A field opened by typing its first character.
  init(startingWith text: String) {
    editor = LineEditor(text, limit: Self.numberLimit)
    replacesOnTyping = false
  }

  /// Whether typing `key` outside a field opens one: a sign or a point does, digits switch tabs.
  static func isOpened(by key: Key) -> Character? {
    key.typedCharacter.flatMap { "+-.−".contains($0) ? $0 : nil }
  }

  var text: String { editor.string }

  mutating func insert(_ text: String) {
    if replacesOnTyping { editor.replace(with: "") }
    replacesOnTyping = false
    editor.insert(text)
  }

  /// - Returns: whether the key was an editing key.
  mutating func handle(_ key: Key) -> Bool {
    if let character = key.typedCharacter {
      insert(String(character))
      return true
    }
    if replacesOnTyping && key == .backspace { editor.replace(with: "") }
    replacesOnTyping = false
    return editor.handle(key)
  }
}
