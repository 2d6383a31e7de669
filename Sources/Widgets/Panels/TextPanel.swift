import TerminalCells

/// Lines of text, broken between words.
public struct TextPanel: Sendable {
  public struct Line: Sendable, Hashable {
    public var text: String
    public var role: TextRole

    public init(_ text: String, _ role: TextRole = .text) {
      self.text = text
      self.role = role
    }
  }

  public var lines: [Line]
  public var wraps: Bool

  public init(_ lines: [Line], wraps: Bool = true) {
    self.lines = lines
    self.wraps = wraps
  }

  /// The lines as they stand in `width` columns, each with the number of the line it is part of.
  func broken(width: Int) -> [(line: Int, text: String)] {
    lines.enumerated().flatMap { index, line -> [(Int, String)] in
      guard wraps, TextWidth.columns(of: line.text) > width else { return [(index, line.text)] }
      return TextWrap.lines(line.text, width: width).map { (index, $0) }
    }
  }

  public func height(width: Int) -> Int { broken(width: width).count }

  func draw(with painter: inout Painter, in rect: Rect) {
    let width = max(0, rect.width - 2)
    for (offset, part) in broken(width: width).prefix(rect.height).enumerated() {
      painter.write(
        part.text, x: rect.x + 1, y: rect.y + offset, painter.theme.style(lines[part.line].role),
        limit: width)
    }
  }

  func place(x: Int, y: Int, in rect: Rect) -> PanelPlace? {
    let parts = broken(width: max(0, rect.width - 2))
    return parts.indices.contains(y - rect.y) ? .item(parts[y - rect.y].line) : nil
  }
}
