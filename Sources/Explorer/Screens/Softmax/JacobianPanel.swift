import NeuralFunctions
import Plotting
import TerminalCells

/// The Jacobian as a heatmap, with names at its edges and sums beside and below it.
struct JacobianPanel {
  let model: SoftmaxModel
  let layout: SoftmaxLayout

  func draw(with painter: inout Painter) {
    let output = painter.spelled(model.variant.output)
    let inner = painter.box(
      layout.jacobianPanel, title: "Jacobian  ∂\(output)ᵢ/∂xⱼ")
    guard inner.height > 2, layout.heatmapRect.width > 0 else { return }
    let jacobian = model.readings.jacobian
    let entries = layout.heatmap.draw(
      into: &painter.frame, in: layout.heatmapRect,
      extreme: { jacobian.extreme(rows: $0, columns: $1) }
    ) { jacobian[$0, $1] }
    drawRowNames(entries, with: &painter)
    drawColumnNames(entries, y: inner.y, with: &painter)
    if layout.sumWidth > 0 {
      drawSums(entries, inner, with: &painter)
    } else {
      drawColorBar(y: inner.maxY - 1, inner, with: &painter)
    }
    markCursor(entries, with: &painter)
  }

  private var jacobian: Jacobian { model.readings.jacobian }

  private func drawRowNames(_ entries: HeatmapLayout, with painter: inout Painter) {
    guard layout.showsEntries else { return }
    for row in entries.rows {
      let rect = entries.rect(row: row, column: entries.columns.lowerBound)
      let isSelected = row == model.row && model.focus == .jacobian
      painter.write(
        model.outputName(row), x: layout.heatmapRect.x - layout.rowLabelWidth,
        y: rect.y + (rect.height - 1) / 2,
        isSelected ? painter.theme.title : painter.theme.quiet, limit: layout.rowLabelWidth)
    }
  }

  private func drawColumnNames(_ entries: HeatmapLayout, y: Int, with painter: inout Painter) {
    guard layout.showsEntries else {
      painter.write(
        "\(model.count) × \(model.count), cursor at row \(model.row), column \(model.column)",
        x: entries.rect.x, y: y, painter.theme.quiet, limit: layout.heatmapRect.width)
      return
    }
    for column in entries.columns {
      let rect = entries.rect(row: entries.rows.lowerBound, column: column)
      let name = model.inputName(column)
      let isSelected = column == model.column && model.focus == .jacobian
      let style = isSelected ? painter.theme.title : painter.theme.quiet
      if name.count < rect.width {
        painter.write(name, endingAt: rect.maxX - 1, y: y, style)
      } else if isSelected || column % 5 == 0 && rect.width >= 2 && name.count <= 3 {
        painter.write(name, x: rect.x, y: y, style)
      }
    }
  }

  /// The sums as they come out of the arithmetic, rounding and all.
  private func drawSums(_ entries: HeatmapLayout, _ inner: Rect, with painter: inout Painter) {
    let style = painter.theme.quiet
    painter.write("Σ", endingAt: inner.maxX - 1, y: inner.y, style)
    for row in entries.rows {
      let rect = entries.rect(row: row, column: entries.columns.lowerBound)
      painter.write(
        sumText(jacobian.rowSum(row)), endingAt: inner.maxX - 1,
        y: rect.y + (rect.height - 1) / 2, style)
    }
    let y = inner.maxY - 1
    painter.write("Σ", x: layout.heatmapRect.x - layout.rowLabelWidth, y: y, style)
    for column in entries.columns {
      let rect = entries.rect(row: entries.rows.lowerBound, column: column)
      let text = sumText(jacobian.columnSum(column))
      painter.write(
        text.count < rect.width ? text : "≈0", endingAt: rect.maxX - 1, y: y, style)
    }
  }

  private func sumText(_ sum: Double) -> String {
    NumberText.brief(sum, digits: 2).withTrueMinus
  }

  private func drawColorBar(y: Int, _ inner: Rect, with painter: inout Painter) {
    let rect = Rect(x: inner.x + 1, y: y, width: min(40, inner.width - 2), height: 1)
    ColorBar(scale: layout.heatmap.scale, palette: layout.heatmap.palette)
      .draw(into: &painter.frame, in: rect, label: painter.theme.quiet)
  }

  /// The cursor's cell is bracketed where there is room, so that it is seen without colour.
  private func markCursor(_ entries: HeatmapLayout, with painter: inout Painter) {
    let rect = entries.rect(row: model.row, column: model.column)
    guard rect.width >= 5 else { return }
    let style = painter.frame[rect.x, rect.y].style
    let middle = rect.y + (rect.height - 1) / 2
    painter.write("▸", x: rect.x, y: middle, style)
    painter.write("◂", x: rect.maxX - 1, y: middle, style)
  }
}

extension Jacobian {
  /// Of a block of entries, the one with the largest magnitude, without forming the block.
  func extreme(rows: Range<Int>, columns: Range<Int>) -> Double {
    largestEntry(rows: rows, columns: columns)?.value ?? 0
  }
}
