import TerminalCells

/// Rows of cells under headings; numbers stand at the right of their columns.
public struct TablePanel: Sendable {
  public struct Column: Sendable, Hashable {
    public var heading: String
    public var isNumber: Bool
    public var role: TextRole

    public init(_ heading: String = "", isNumber: Bool = false, role: TextRole = .text) {
      self.heading = heading
      self.isNumber = isNumber
      self.role = role
    }
  }

  public var columns: [Column]
  public var rows: [[String]]
  /// The row that stands out, which stays in sight.
  public var selected: Int?

  public init(_ columns: [Column], _ rows: [[String]], selected: Int? = nil) {
    self.columns = columns
    self.rows = rows
    self.selected = selected
  }

  private var hasHeadings: Bool { columns.contains { !$0.heading.isEmpty } }

  /// The rows in sight.
  private func visible(in rect: Rect) -> Range<Int> {
    let room = max(0, rect.height - (hasHeadings ? 1 : 0))
    let start = max(0, min((selected ?? 0) - room / 2, rows.count - room))
    return start..<min(rows.count, start + room)
  }

  private func widths(_ painter: Painter) -> [Int] {
    columns.indices.map { index in
      rows.reduce(painter.width(of: columns[index].heading)) { width, row in
        row.indices.contains(index) ? max(width, painter.width(of: row[index])) : width
      }
    }
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    let widths = widths(painter)
    let top = rect.y + (hasHeadings ? 1 : 0)
    if hasHeadings && rect.height > 0 {
      draw(columns.map(\.heading), y: rect.y, widths, in: rect, with: &painter) { _ in .quiet }
    }
    for (offset, row) in visible(in: rect).enumerated() {
      let isSelected = row == selected
      if isSelected { painter.write("▸", x: rect.x, y: top + offset, painter.theme.key) }
      draw(rows[row], y: top + offset, widths, in: rect, with: &painter) {
        isSelected && columns[$0].role == .text ? .title : columns[$0].role
      }
    }
  }

  private func draw(
    _ cells: [String], y: Int, _ widths: [Int], in rect: Rect, with painter: inout Painter,
    role: (Int) -> TextRole
  ) {
    var x = rect.x + 2
    for (index, cell) in cells.enumerated() where index < columns.count {
      let room = rect.maxX - x
      // A cell that does not fit whole is left out: half a number is another number.
      if room < (columns[index].isNumber ? painter.width(of: cell) : 1) { return }
      let start =
        columns[index].isNumber ? x + max(0, widths[index] - painter.width(of: cell)) : x
      painter.write(
        cell, x: start, y: y, painter.theme.style(role(index)), limit: rect.maxX - start)
      x += widths[index] + 2
    }
  }

  func place(x: Int, y: Int, in rect: Rect) -> PanelPlace? {
    let row = y - rect.y - (hasHeadings ? 1 : 0)
    let visible = visible(in: rect)
    return row >= 0 && row < visible.count ? .item(visible.lowerBound + row) : nil
  }
}
