import NeuralFunctions
import Plotting
import TerminalCells

/// The Jacobian as a heatmap, with names at its edges, sums beside and below it, and a key to its
/// colours.
struct JacobianPanel {
  let model: SoftmaxModel
  let layout: SoftmaxLayout

  private var jacobian: Jacobian { model.readings.jacobian }
  private var window: MatrixWindow { layout.window }

  func draw(with painter: inout Painter) {
    let inner = painter.box(
      layout.jacobianPanel, title: title,
      titleStyle: model.showsDiagonalOnly ? painter.theme.warning : nil)
    guard inner.height > 3, window.rect.width > 0 else { return }
    window.draw(into: &painter.frame, extreme: extreme) { value($0, $1) }
    if window.showsEntries {
      drawRowNames(with: &painter)
      drawColumnNames(y: inner.y, with: &painter)
    } else {
      drawEdges(inner, with: &painter)
    }
    if layout.sumWidth > 0 {
      drawSums(inner, with: &painter)
    } else {
      painter.write(
        lookInWords, x: inner.x + 1, y: inner.maxY - 2, painter.theme.quiet,
        limit: inner.width - 2)
    }
    drawKey(y: inner.maxY - 1, inner, with: &painter)
    markCursor(with: &painter)
  }

  private var title: String {
    let output = model.variant.output.unicode
    let over = model.vector.temperature == 1 ? "" : ", T = " + brief(model.vector.temperature)
    let entry = output == "p" ? "∂pᵢ/∂xⱼ" : "∂(\(output)ᵢ)/∂xⱼ"
    let name = model.variant.description.name
    return model.showsDiagonalOnly
      ? "only the diagonal of \(entry): WRONG" : "Jacobian \(entry) of \(name)\(over)"
  }

  private func brief(_ value: Double) -> String { NumberText.brief(value).withTrueMinus }

  // MARK: Entries

  private func value(_ row: Int, _ column: Int) -> Double {
    row != column && model.showsDiagonalOnly ? 0 : jacobian[row, column]
  }

  /// Of a block of entries, the one with the largest magnitude, without forming the block.
  private func extreme(_ rows: Range<Int>, _ columns: Range<Int>) -> Double {
    guard model.showsDiagonalOnly else {
      return jacobian.largestEntry(rows: rows, columns: columns)?.value ?? 0
    }
    return rows.clamped(to: columns).reduce(0) { largest, index in
      jacobian.diagonal[index].magnitude > largest.magnitude ? jacobian.diagonal[index] : largest
    }
  }

  // MARK: Names

  private func drawRowNames(with painter: inout Painter) {
    for row in window.rows {
      let rect = window.rect(row: row, column: window.columns.lowerBound)
      painter.write(
        model.outputName(row), x: window.rect.x - layout.rowLabelWidth,
        y: rect.y + (rect.height - 1) / 2,
        row == model.row ? painter.theme.title : painter.theme.quiet,
        limit: layout.rowLabelWidth)
    }
  }

  private func drawColumnNames(y: Int, with painter: inout Painter) {
    // Where names do not fit side by side, that of the cursor's column stands alone.
    let width = painter.width(of: model.inputName(window.columns.upperBound - 1))
    let entryWidth = window.entrySize.width
    guard width >= entryWidth else {
      for column in window.columns {
        let rect = window.rect(row: window.rows.lowerBound, column: column)
        let style = column == model.column ? painter.theme.title : painter.theme.quiet
        painter.write(model.inputName(column), endingAt: rect.maxX - 1, y: y, style)
      }
      return
    }
    drawColumnRange(y: y, with: &painter)
  }

  private func drawColumnRange(y: Int, with painter: inout Painter) {
    let drawn = window.drawnRect
    let first = model.inputName(window.columns.lowerBound)
    let last = model.inputName(window.columns.upperBound - 1)
    // The name of the cursor's column goes before those of the ends.
    let selected = model.inputName(model.column)
    let x = window.rect(row: model.row, column: model.column).x
    let width = painter.width(of: selected) + 1
    let isRight = x + width > drawn.maxX
    let start = isRight ? x + 1 - width : x
    painter.write(
      isRight ? selected + "▾" : "▾" + selected, x: start, y: y, painter.theme.title)
    if drawn.x + painter.width(of: first) < start {
      painter.write(first, x: drawn.x, y: y, painter.theme.quiet)
    }
    let lastStart = drawn.maxX - painter.width(of: last)
    if lastStart > start + width {
      painter.write(last, x: lastStart, y: y, painter.theme.quiet)
    }
  }

  /// Around pixels: the first and the last name, and marks at the cursor's row and column.
  private func drawEdges(_ inner: Rect, with painter: inout Painter) {
    drawColumnRange(y: inner.y, with: &painter)
    let x = window.rect.x - layout.rowLabelWidth
    let drawn = window.drawnRect
    guard drawn.height > 0 else { return }
    painter.write(
      model.outputName(window.rows.lowerBound), x: x, y: drawn.y, painter.theme.quiet,
      limit: layout.rowLabelWidth - 1)
    painter.write(
      model.outputName(window.rows.upperBound - 1), x: x, y: drawn.maxY - 1, painter.theme.quiet,
      limit: layout.rowLabelWidth - 1)
    let y = window.rect(row: model.row, column: model.column).y
    painter.write("▸", x: window.rect.x - 1, y: y, painter.theme.title)
  }

  private var lookInWords: String {
    let (rows, columns) = (window.rows, window.columns)
    let isWhole = rows.count == model.count && columns.count == model.count
    let seen =
      isWhole
      ? "\(model.count) × \(model.count)"
      : "\(rows.lowerBound)–\(rows.upperBound - 1) × \(columns.lowerBound)–"
        + "\(columns.upperBound - 1)"
    if window.detail == .aggregated { return seen + ", largest per pixel" }
    return isWhole ? seen : seen + " of \(model.count)"
  }

  // MARK: Sums

  /// The sums as they come out of the arithmetic, rounding and all.
  private func drawSums(_ inner: Rect, with painter: inout Painter) {
    let style = painter.theme.quiet
    let end = min(inner.maxX - 1, window.drawnRect.maxX + layout.sumWidth)
    painter.write("Σ", endingAt: end, y: inner.y, style)
    for row in window.rows {
      let rect = window.rect(row: row, column: window.columns.lowerBound)
      painter.write(
        sumText(rowSum(row), width: layout.sumWidth - 1), endingAt: end,
        y: rect.y + (rect.height - 1) / 2, style)
    }
    // Below the last row, not at the bottom of a panel that is taller than the matrix.
    let y = min(inner.maxY - 2, window.drawnRect.maxY)
    painter.write("Σ", x: window.rect.x - layout.rowLabelWidth, y: y, style)
    for column in window.columns {
      let rect = window.rect(row: window.rows.lowerBound, column: column)
      let text = sumText(columnSum(column), width: rect.width - 1)
      painter.write(text, endingAt: rect.maxX - 1, y: y, style)
    }
  }

  private func rowSum(_ row: Int) -> Double {
    model.showsDiagonalOnly ? jacobian.diagonal[row] : jacobian.rowSum(row)
  }

  private func columnSum(_ column: Int) -> Double {
    model.showsDiagonalOnly ? jacobian.diagonal[column] : jacobian.columnSum(column)
  }

  /// As many digits as fit.
  private func sumText(_ sum: Double, width: Int) -> String {
    let texts = [NumberText.brief(sum, digits: 2), NumberText.scientific(sum, digits: 1)]
    return (texts.first { $0.count <= width } ?? (sum < 0 ? "-" : "+")).withTrueMinus
  }

  // MARK: Key

  private func drawKey(y: Int, _ inner: Rect, with painter: inout Painter) {
    let scale = window.heatmap.scale
    let kind = model.isLogarithmic ? "log, \(SoftmaxLayout.decades) decades" : "linear"
    let words = model.fixedExtent == nil ? kind : kind + ", fixed"
    let end = max(inner.x + 12, inner.maxX - 2 - painter.width(of: words))
    let width = min(2 * 9 + 1 + 16, end - inner.x - 2)
    let rect = Rect(x: inner.x + 1, y: y, width: width, height: 1)
    ColorBar(scale: scale, palette: window.heatmap.palette)
      .draw(into: &painter.frame, in: rect, label: painter.theme.quiet)
    painter.write(
      words, x: rect.maxX + 1, y: y, painter.theme.quiet, limit: inner.maxX - rect.maxX - 1)
  }

  /// The cursor's cell is bracketed where there is room, so that it is seen without colour.
  private func markCursor(with painter: inout Painter) {
    let rect = window.rect(row: model.row, column: model.column)
    guard window.showsNumbers, rect.width >= 3 else { return }
    let style = painter.frame[rect.x, rect.y].style
    let middle = rect.y + (rect.height - 1) / 2
    if painter.frame[rect.x, middle].character == " " {
      painter.write("▸", x: rect.x, y: middle, style)
    }
    painter.write("◂", x: rect.maxX - 1, y: middle, style)
  }
}
