import TerminalCells

/// A line of text open for typing.
public struct LineEditor: Sendable, Hashable {
  public private(set) var string: String
  /// Bytes (of UTF-8) before the caret: an array of characters would take sixteen times the room.
  private var bytesBeforeCaret: Int

  /// How many bytes are taken. What does not fit is refused whole.
  public let limit: Int

  /// Holds a vector of 4,096 numbers of a thousand characters.
  public static let longest = 4 << 20

  /// - Parameter text: the program's own, of any length.
  public init(_ text: String = "", limit: Int = LineEditor.longest) {
    self.limit = limit
    string = text
    bytesBeforeCaret = text.utf8.count
  }

  public var isEmpty: Bool { string.isEmpty }

  /// Where the caret stands: before the character there.
  public var caret: String.Index {
    string.utf8.index(string.startIndex, offsetBy: bytesBeforeCaret)
  }

  private mutating func setCaret(_ index: String.Index) {
    bytesBeforeCaret = string.utf8.distance(from: string.startIndex, to: index)
  }

  /// Inserts all of a text, or nothing where it does not fit; line ends, tabs and blanks without
  /// width become blanks, and what else cannot be seen a mark.
  ///
  /// - Returns: whether it did.
  @discardableResult
  public mutating func insert(_ text: some StringProtocol) -> Bool {
    let printable = Self.printable(text)
    let room = limit - string.utf8.count
    guard printable.utf8.count <= room else { return false }
    // An empty text leaves the line alone: to touch it would copy it.
    if printable.isEmpty { return true }
    let end = bytesBeforeCaret + printable.utf8.count
    string.insert(contentsOf: printable, at: caret)
    bytesBeforeCaret = end
    return true
  }

  private static func printable(_ text: some StringProtocol) -> String {
    let isPlain = text.utf8.allSatisfy { (0x20..<0x7F).contains($0) }
    if isPlain { return String(text) }
    // Line by line of what is ASCII, a byte is a character, but for the two that end a line together.
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) || $0 == 0x0A || $0 == 0x09 }) {
      let bytes = text.utf8.lazy.map { $0 == 0x0A || $0 == 0x09 ? 0x20 : $0 }
      return String(decoding: Array(bytes), as: UTF8.self)
    }
    return String(text.lazy.map(visible))
  }

  /// What stands for a character in a line: what cannot be seen must not join what stands on either side
  /// of it unsaid.
  private static func visible(_ character: Character) -> Character {
    if character.isNewline || "\t\u{200B}\u{2060}\u{FEFF}".contains(character) { return " " }
    return TextWidth.columns(of: character) > 0 ? character : "\u{FFFD}"
  }

  /// Says that a text was too long to be inserted.
  public func refusal(of text: String) -> String {
    let length = string.utf8.count + text.utf8.count
    return "That would make \(length) bytes; up to \(limit) are accepted. Nothing was inserted."
  }

  public mutating func replace(with string: String) {
    self = LineEditor(string, limit: limit)
  }

  /// Applies an editing key.
  ///
  /// - Returns: whether the key was one.
  public mutating func handle(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let character), []):
      if TextWidth.columns(of: character) > 0 { insert(String(character)) }
    case (.left, []), (.character("b"), .control): setCaret(indexBeforeCaret)
    case (.right, []), (.character("f"), .control): setCaret(indexAfterCaret)
    case (.home, []), (.character("a"), .control): bytesBeforeCaret = 0
    case (.end, []), (.character("e"), .control): bytesBeforeCaret = string.utf8.count
    case (.backspace, []): remove(indexBeforeCaret..<caret)
    case (.delete, []), (.character("d"), .control): remove(caret..<indexAfterCaret)
    case (.character("u"), .control): remove(string.startIndex..<caret)
    case (.character("k"), .control): remove(caret..<string.endIndex)
    case (.character("w"), .control): deleteWord()
    default: return false
    }
    return true
  }

  private var indexBeforeCaret: String.Index {
    string.index(caret, offsetBy: -1, limitedBy: string.startIndex) ?? string.startIndex
  }

  private var indexAfterCaret: String.Index {
    string.index(caret, offsetBy: 1, limitedBy: string.endIndex) ?? string.endIndex
  }

  private mutating func remove(_ range: Range<String.Index>) {
    guard !range.isEmpty else { return }
    let start = string.utf8.distance(from: string.startIndex, to: range.lowerBound)
    string.removeSubrange(range)
    bytesBeforeCaret = start
  }

  private mutating func deleteWord() {
    let before = string[..<caret]
    let trimmed = before[
      ..<(before.lastIndex { !$0.isWhitespace }.map { before.index(after: $0) }
        ?? before.startIndex)]
    let start = trimmed.lastIndex { $0.isWhitespace }.map { trimmed.index(after: $0) }
    remove((start ?? string.startIndex)..<caret)
  }
}

extension Painter {
  /// Draws an open field: its end stays in sight, the caret is a reversed cell.
  public mutating func write(_ editor: LineEditor, x: Int, y: Int, width: Int) {
    guard width > 0 else { return }
    let text = editor.string
    let start =
      text.index(editor.caret, offsetBy: 1 - width, limitedBy: text.startIndex) ?? text.startIndex
    let visible = text[start...].prefix(width)
    frame.fill(.init(x: x, y: y, width: width, height: 1), with: Cell(" ", theme.field))
    frame.write(spelled(String(visible)), x: x, y: y, theme.field, limit: width)
    let before = String(text[start..<editor.caret])
    let column = x + min(width - 1, self.width(of: before))
    frame.restyle(.init(x: column, y: y, width: 1, height: 1)) {
      $0.attributes.formSymmetricDifference(.reverse)
    }
  }
}
