import NeuralFunctions
import Plotting
import TerminalCells
import Widgets
import Wording

/// The Jacobian for the back row: entries in large digits, or as a heatmap where they are many.
struct LargeMatrix {
  let sheet: SoftmaxSheet
  let layout: LargeSoftmaxLayout

  func draw(with painter: inout Painter) {
    drawTitle(with: &painter)
    if let window = layout.window {
      drawHeatmap(window, with: &painter)
    } else {
      drawEntries(with: &painter)
    }
  }

  private func drawTitle(with painter: inout Painter) {
    let output = sheet.variant.output.unicode
    let entry = output == "p" ? "∂pᵢ/∂xⱼ" : "∂(\(output)ᵢ)/∂xⱼ"
    let title = sheet.showsDiagonalOnly ? "the diagonal alone: WRONG" : "Jacobian \(entry)"
    painter.write(
      title, x: layout.panel.x + 1, y: layout.titles.y,
      sheet.showsDiagonalOnly ? painter.theme.warning : painter.theme.title,
      limit: layout.panel.width - 1)
  }

  private func value(_ row: Int, _ column: Int) -> Double {
    row != column && sheet.showsDiagonalOnly ? 0 : sheet.readings.jacobian[row, column]
  }

  private func drawEntries(with painter: inout Painter) {
    let theme = painter.theme
    let palette = theme.heatmapPalette
    let scale = SoftmaxLayout.scale(sheet, theme, isLogarithmic: sheet.isLogarithmic ?? false)
    for row in 0..<sheet.count {
      for column in 0..<sheet.count {
        guard let rect = layout.entry(row: row, column: column) else { continue }
        let number = value(row, column)
        let style = palette.style(scale.level(of: number))
        painter.frame.fill(rect, with: Cell(" ", style))
        LargeNumber(
          number, isSigned: true, nearlyOne: sheet.nearlyOne(row: row, column: column)
        ).draw(with: &painter, in: rect, style, isCentered: true)
      }
    }
    for column in 0..<sheet.count {
      guard let rect = layout.entry(row: 0, column: column) else { continue }
      let name = sheet.inputName(column)
      painter.write(
        name, x: rect.x + (rect.width - painter.width(of: name)) / 2, y: layout.names.y,
        column == sheet.column ? theme.title : theme.quiet)
    }
    markCursor(with: &painter)
  }

  /// At both sides of the cell in the rows of its digits, so that it is seen without colour.
  private func markCursor(with painter: inout Painter) {
    guard let rect = layout.entry(row: sheet.row, column: sheet.column) else { return }
    let top = rect.y + (rect.height - LargeDigits.height) / 2
    for y in top..<top + LargeDigits.height {
      painter.write("▸", x: rect.x - 1, y: y, painter.theme.cursor)
      painter.write(
        "◂", x: rect.maxX, y: y, painter.theme.cursor, limit: layout.panel.maxX - rect.maxX)
    }
  }

  private func drawHeatmap(_ window: MatrixWindow, with painter: inout Painter) {
    let jacobian = sheet.readings.jacobian
    window.draw(
      into: &painter.frame,
      extremes: { rows, columns in
        guard sheet.showsDiagonalOnly else {
          return jacobian.largestEntries(rows: rows, columns: columns)
        }
        return rows.flatMap { rows in
          columns.map { columns in
            rows.clamped(to: columns).reduce(0) { max($0, jacobian.diagonal[$1]) }
          }
        }
      }, excess: { sheet.nearlyOne(row: $0, column: $1)?.rest }
    ) { value($0, $1) }
    guard window.showsEntries else { return }
    for column in window.columns {
      let rect = window.rect(row: window.rows.lowerBound, column: column)
      let name = sheet.inputName(column)
      guard rect.width > painter.width(of: name) else { continue }
      painter.write(
        name, endingAt: min(rect.maxX - 1, window.number(in: rect).upperBound),
        y: layout.names.y, column == sheet.column ? painter.theme.title : painter.theme.quiet)
    }
    let cursor = window.rect(row: sheet.row, column: sheet.column)
    guard !cursor.isEmpty else { return }
    painter.write(
      "▸", x: window.rect.x - 1, y: cursor.y + (cursor.height - 1) / 2, painter.theme.cursor)
  }
}
