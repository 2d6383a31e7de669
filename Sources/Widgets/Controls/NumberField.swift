import TerminalCells
import Wording

/// A number open for typing: it begins with the old value, which the first character typed
/// replaces, as in a spreadsheet.
public struct NumberField: Sendable, Hashable {
  public private(set) var editor: LineEditor
  private var replacesOnTyping: Bool

  /// A field showing `value`.
  ///
  /// - Parameter limit: how many bytes it may have.
  public init(editing value: Double, limit: Int = LineEditor.longest) {
    editor = LineEditor(NumberText.exact(value), limit: limit)
    replacesOnTyping = true
  }

  /// A field showing a list of numbers as text.
  public init(editing list: String) {
    editor = LineEditor(list)
    replacesOnTyping = true
  }

  /// A field opened by typing its first character.
  public init(startingWith text: String) {
    editor = LineEditor(text)
    replacesOnTyping = false
  }

  /// Whether typing `key` outside a field opens one: a sign or a point does, digits switch tabs.
  public static func isOpened(by key: Key) -> Character? {
    key.typedCharacter.flatMap { "+-.−".contains($0) ? $0 : nil }
  }

  public var text: String { editor.string }

  /// - Returns: whether the text fits; else all stays as it was.
  @discardableResult
  public mutating func insert(_ text: String) -> Bool {
    // In place: a copy for each key would take time that grows with the square of a flood.
    guard replacesOnTyping else { return editor.insert(text) }
    var replaced = LineEditor(limit: editor.limit)
    guard replaced.insert(text) else { return false }
    (editor, replacesOnTyping) = (replaced, false)
    return true
  }

  /// Says that a text was too long to be inserted.
  public func refusal(of text: String) -> String {
    (replacesOnTyping ? LineEditor(limit: editor.limit) : editor).refusal(of: text)
  }

  /// - Returns: whether the key was an editing key.
  public mutating func handle(_ key: Key) -> Bool {
    if let character = key.typedCharacter {
      insert(String(character))
      return true
    }
    if replacesOnTyping && key == .backspace { editor.replace(with: "") }
    replacesOnTyping = false
    return editor.handle(key)
  }
}
