import Plotting
import TerminalCells
import Wording

/// A frame being drawn with a theme: text is spelled in ASCII by itself where it must be.
public struct Painter {
  public var frame: Frame
  public let theme: Theme

  public init(_ size: Size, theme: Theme) {
    frame = Frame(size)
    self.theme = theme
  }

  /// Whether words, frames and signs are spelled with ASCII.
  public var isASCII: Bool { theme.appearance.isPlain }

  /// What bars are made of.
  public var barGlyphs: BarGlyphs {
    theme.appearance.isASCII ? .ascii : theme.appearance.isNarrow ? .halves : .eighths
  }

  /// `text` as it will be shown.
  public func spelled(_ text: some StringProtocol) -> String {
    if theme.appearance.isASCII { return PlainText.ascii(text) }
    return theme.appearance.isNarrow ? NarrowText.spelled(text) : String(text)
  }

  /// How many columns `text` will take.
  public func width(of text: some StringProtocol) -> Int {
    TextWidth.columns(of: spelled(text))
  }

  /// Writes one line, clipped to `limit` columns; what was cut is marked with an ellipsis.
  ///
  /// - Returns: the column after the last character.
  @discardableResult
  public mutating func write(
    _ text: some StringProtocol, x: Int, y: Int, _ style: Style? = nil, limit: Int? = nil
  ) -> Int {
    var text = spelled(text)
    if let limit, TextWidth.columns(of: text) > limit {
      text = shortened(text, to: limit)
    }
    return frame.write(text, x: x, y: y, style ?? theme.text, limit: limit)
  }

  /// Writes one line whose last character stands in column `end - 1`.
  public mutating func write(
    _ text: some StringProtocol, endingAt end: Int, y: Int, _ style: Style? = nil
  ) {
    let text = spelled(text)
    frame.write(text, x: end - TextWidth.columns(of: text), y: y, style ?? theme.text)
  }

  /// Draws in `rect` what follows from `key` alone, the looks and the rectangle among it: once, and then
  /// the same cells again as long as the key is the same.
  @inlinable
  public mutating func draw<Key: Equatable & Sendable>(
    in rect: Rect, for key: Key, remembering pictures: borrowing LastValue<Key, Frame>,
    _ draw: (inout Painter) -> Void
  ) {
    let picture = pictures.value(for: key) {
      var painter = Painter(frame.size, theme: theme)
      draw(&painter)
      return painter.frame.part(rect)
    }
    frame.put(picture, x: max(0, rect.x), y: max(0, rect.y))
  }

  private func shortened(_ text: String, to limit: Int) -> String {
    let mark = isASCII ? "~" : "…"
    var kept = ""
    var width = 0
    for character in text {
      let columns = TextWidth.columns(of: character)
      if width + columns > limit - 1 { break }
      kept.append(character)
      width += columns
    }
    return limit > 0 ? kept + mark : ""
  }

  /// Draws a box with a title in its upper edge.
  ///
  /// - Returns: the rectangle inside.
  @discardableResult
  public mutating func box(
    _ rect: Rect, title: some StringProtocol = "", titleStyle: Style? = nil
  ) -> Rect {
    guard rect.width >= 2 && rect.height >= 2 else {
      return Rect(x: rect.x, y: rect.y, width: 0, height: 0)
    }
    let style = theme.quiet
    let edge: (Character, Character) = isASCII ? ("-", "|") : ("─", "│")
    let corners: [Character] = isASCII ? ["+", "+", "+", "+"] : ["╭", "╮", "╰", "╯"]
    let (right, bottom) = (rect.maxX - 1, rect.maxY - 1)
    frame.fill(Rect(x: rect.x, y: rect.y, width: rect.width, height: 1), with: Cell(edge.0, style))
    frame.fill(Rect(x: rect.x, y: bottom, width: rect.width, height: 1), with: Cell(edge.0, style))
    frame.fill(Rect(x: rect.x, y: rect.y, width: 1, height: rect.height), with: Cell(edge.1, style))
    frame.fill(Rect(x: right, y: rect.y, width: 1, height: rect.height), with: Cell(edge.1, style))
    for (corner, (x, y)) in zip(
      corners, [(rect.x, rect.y), (right, rect.y), (rect.x, bottom), (right, bottom)])
    {
      frame[x, y] = Cell(corner, style)
    }
    if !title.isEmpty && rect.width > 6 {
      let end = write(
        " " + spelled(title), x: rect.x + 2, y: rect.y, titleStyle ?? theme.title,
        limit: rect.width - 5)
      frame[end, rect.y] = Cell(" ", style)
    }
    return rect.inset(by: 1)
  }
}
