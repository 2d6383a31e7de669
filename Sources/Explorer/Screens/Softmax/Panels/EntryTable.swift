import TerminalCells
import Widgets
import Wording

/// A table beside the logits, row by row: what the views other than the matrix are made of.
struct EntryTable {
  let sheet: SoftmaxSheet
  let layout: SoftmaxLayout
  let inner: Rect

  init?(_ sheet: SoftmaxSheet, _ layout: SoftmaxLayout, inner: Rect) {
    guard inner.height > 2, inner.width > 10 else { return nil }
    self.sheet = sheet
    self.layout = layout
    self.inner = inner
  }

  /// The columns right of the names.
  var content: Rect {
    let letters = isNarrow ? 0 : sheet.view == .nudge ? sheet.variant.output.unicode.count : 1
    let name = String(sheet.count - 1).count + 3 + letters
    return Rect(x: inner.x + name, y: inner.y, width: inner.width - name - 1, height: 1)
  }

  /// Where there is no room for names, numbers must do.
  private var isNarrow: Bool { inner.width < 30 }

  /// Draws the names and lets `draw` fill in each row in sight.
  func forEachRow(
    letter: String?, with painter: inout Painter, _ draw: (Int, Int, inout Painter) -> Void
  ) {
    let visible = layout.visiblePlaces(sheet)
    for place in visible {
      let index = sheet.logit(at: place)
      let y = layout.line(of: place, in: visible)
      let isSelected = index == sheet.row
      if isSelected && sheet.focus == .panel {
        painter.write("▸", x: inner.x, y: y, painter.theme.cursor)
      }
      // Without a letter, the number of the class.
      painter.write(
        isNarrow ? "\(index)" : letter.map { SoftmaxSheet.indexed($0, index) } ?? "\(index)",
        x: inner.x + 2, y: y,
        isSelected ? painter.theme.title : painter.theme.quiet)
      draw(index, y, &painter)
    }
  }
}

extension Painter {
  /// The first of the titles that the edge of a box has room for, or the last.
  func fitting(_ titles: [String], in box: Rect) -> String {
    titles.first { width(of: $0) <= box.width - 6 } ?? titles.last ?? ""
  }

  /// A box with the first of the titles that fits; that of the panel which the keys move in is marked
  /// and strong.
  mutating func box(
    _ rect: Rect, titles: [String], hasFocus: Bool, titleStyle: Style? = nil
  ) -> Rect {
    let inner = box(
      rect, title: fitting(titles, in: rect),
      titleStyle: titleStyle ?? (hasFocus ? theme.title : theme.text))
    if hasFocus && rect.height >= 2 && rect.width > 6 {
      write("▸", x: rect.x + 1, y: rect.y, theme.cursor)
    }
    return inner
  }

  /// Writes a number that ends before column `end`, between the marks of the cursor.
  mutating func writeMarked(_ text: String, endingAt end: Int, y: Int, _ style: Style) {
    write(text, endingAt: end, y: y, style)
    write("▸", x: end - width(of: text) - 1, y: y, theme.cursor)
    write("◂", x: end, y: y, theme.cursor)
  }
}
