import Plotting
import TerminalCells
import Wording

/// Values as bars beside their names: from zero to the right, or to both sides where some are below.
public struct BarsPanel: Sendable {
  public struct Entry: Sendable, Hashable {
    public var name: String
    public var value: Double

    public init(_ name: String, _ value: Double) {
      self.name = name
      self.value = value
    }
  }

  public var entries: [Entry]
  /// The value of the longest bar.
  public var extent: Double
  public var selected: Int?

  public init(_ entries: [Entry], extent: Double? = nil, selected: Int? = nil) {
    self.entries = entries
    let largest = entries.reduce(0) { $1.value.isFinite ? max($0, $1.value.magnitude) : $0 }
    self.extent = extent ?? (largest > 0 ? largest : 1)
    self.selected = selected
  }

  private func visible(in rect: Rect) -> Range<Int> {
    let start = max(0, min((selected ?? 0) - rect.height / 2, entries.count - rect.height))
    return start..<min(entries.count, start + max(0, rect.height))
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    let visible = visible(in: rect)
    let glyphs = painter.barGlyphs
    let shown = entries[visible]
    let nameWidth = shown.reduce(0) { max($0, painter.width(of: $1.name)) }
    let texts = shown.map { NumberText.short($0.value).withTrueMinus }
    let valueWidth = texts.reduce(0) { max($0, painter.width(of: $1)) }
    let start = rect.x + 2 + nameWidth + 1 + valueWidth + 1
    let isSigned = entries.contains { $0.value < 0 }
    for (offset, entry) in shown.enumerated() {
      let y = rect.y + offset
      let isSelected = visible.lowerBound + offset == selected
      let theme = painter.theme
      if isSelected { painter.write("▸", x: rect.x, y: y, theme.key) }
      painter.write(
        entry.name, x: rect.x + 2, y: y, isSelected ? theme.title : theme.text,
        limit: rect.width - 2)
      guard rect.maxX >= start - 1 else { continue }
      painter.write(texts[offset], endingAt: start - 1, y: y)
      let line = Rect(x: start, y: y, width: max(0, rect.maxX - start - 1), height: 1)
      guard entry.value.isFinite else { continue }
      if isSigned {
        Bar.drawSigned(
          entry.value, extent: extent, into: &painter.frame, in: line, positive: theme.function,
          negative: theme.derivative, axis: theme.quiet, glyphs: glyphs)
      } else {
        Bar.draw(
          entry.value / extent, into: &painter.frame, in: line, theme.function, glyphs: glyphs)
      }
    }
  }

  func place(x: Int, y: Int, in rect: Rect) -> PanelPlace? {
    let visible = visible(in: rect)
    let row = y - rect.y
    return row < visible.count ? .item(visible.lowerBound + row) : nil
  }
}
