import TerminalCells

/// A line of text open for typing.
public struct LineEditor: Sendable, Hashable {
  public private(set) var text: [Character]
  /// Characters before the caret.
  public private(set) var caret: Int

  /// How many characters are taken; what is typed or pasted beyond them is not.
  public let limit: Int

  /// Holds a vector of 4,096 numbers with all their digits, but no runaway paste.
  public static let longest = 131_072

  public init(_ text: String = "", limit: Int = LineEditor.longest) {
    self.limit = limit
    self.text = Array(text.prefix(limit))
    caret = self.text.count
  }

  public var string: String { String(text) }
  public var isEmpty: Bool { text.isEmpty }

  /// Inserts as much as there is room for; line ends become blanks.
  public mutating func insert(_ string: some StringProtocol) {
    let printable = Array(
      string.lazy.map { $0.isNewline ? " " : $0 }.filter { TextWidth.columns(of: $0) > 0 }
        .prefix(max(0, limit - text.count)))
    // A full line is left alone: to touch it would copy it.
    guard !printable.isEmpty else { return }
    text.insert(contentsOf: printable, at: caret)
    caret += printable.count
  }

  public mutating func replace(with string: String) {
    self = LineEditor(string, limit: limit)
  }

  /// Applies an editing key.
  ///
  /// - Returns: whether the key was one.
  public mutating func handle(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let character), []): insert(String(character))
    case (.left, []), (.character("b"), .control): caret = max(0, caret - 1)
    case (.right, []), (.character("f"), .control): caret = min(text.count, caret + 1)
    case (.home, []), (.character("a"), .control): caret = 0
    case (.end, []), (.character("e"), .control): caret = text.count
    case (.backspace, []): if caret > 0 { text.remove(at: caret - 1); caret -= 1 }
    case (.delete, []), (.character("d"), .control):
      if caret < text.count { text.remove(at: caret) }
    case (.character("u"), .control): text.removeSubrange(..<caret); caret = 0
    case (.character("k"), .control): text.removeSubrange(caret...)
    case (.character("w"), .control): deleteWord()
    default: return false
    }
    return true
  }

  private mutating func deleteWord() {
    var start = caret
    while start > 0 && text[start - 1].isWhitespace { start -= 1 }
    while start > 0 && !text[start - 1].isWhitespace { start -= 1 }
    text.removeSubrange(start..<caret)
    caret = start
  }
}

extension Painter {
  /// Draws an open field: its end stays in sight, the caret is a reversed cell.
  mutating func write(_ editor: LineEditor, x: Int, y: Int, width: Int) {
    guard width > 0 else { return }
    let start = max(0, editor.caret - (width - 1))
    let visible = editor.text.dropFirst(start).prefix(width)
    frame.fill(.init(x: x, y: y, width: width, height: 1), with: Cell(" ", theme.field))
    frame.write(spelled(String(visible)), x: x, y: y, theme.field, limit: width)
    let before = String(editor.text[start..<editor.caret])
    let column = x + min(width - 1, self.width(of: before))
    frame.restyle(.init(x: column, y: y, width: 1, height: 1)) {
      $0.attributes.formSymmetricDifference(.reverse)
    }
  }
}
