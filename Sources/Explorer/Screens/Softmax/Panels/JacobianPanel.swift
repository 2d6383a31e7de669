import NeuralFunctions
import Plotting
import TerminalCells
import Widgets
import Wording

/// The Jacobian as a heatmap, with names at its edges, sums beside and below it, and a key to its
/// colours.
struct JacobianPanel {
  let sheet: SoftmaxSheet
  let layout: SoftmaxLayout

  private var jacobian: Jacobian { sheet.readings.jacobian }
  private var window: MatrixWindow { layout.window }

  func draw(with painter: inout Painter) {
    let inner = painter.box(
      layout.jacobianPanel, titles: titles, hasFocus: sheet.isInMatrix,
      titleStyle: sheet.showsDiagonalOnly ? painter.theme.warning : nil)
    guard inner.height > 2, window.rect.width > 0 else { return }
    window.draw(
      into: &painter.frame, extremes: extremes,
      excess: { sheet.nearlyOne(row: $0, column: $1)?.rest }
    ) { value($0, $1) }
    if window.showsEntries {
      drawRowNames(with: &painter)
      drawColumnNames(y: inner.y, with: &painter)
    } else {
      drawEdges(inner, with: &painter)
    }
    let sums = columnSums
    if layout.sumWidth > 0 { drawSums(sums, inner, with: &painter) }
    let key = keyRect(inner, hasSums: sums != nil)
    let colors = MatrixKey(sheet: sheet, window: window)
    colors.draw(with: &painter, in: key)
    let words = edgeWords(
      scale: colors.saysScale(in: key, of: painter) ? nil : colors.briefScale)
    painter.write(
      " \(painter.fitting(words, in: layout.jacobianPanel)) ",
      endingAt: layout.jacobianPanel.maxX - 1,
      y: layout.jacobianPanel.maxY - 1, painter.theme.quiet)
    markCursor(with: &painter)
  }

  /// Two lines at the bottom, or one where the other is taken by sums.
  private func keyRect(_ inner: Rect, hasSums: Bool) -> Rect {
    let taken = window.drawnRect.maxY + (hasSums ? 1 : 0)
    let height = layout.totals > 1 && taken <= inner.maxY - 2 ? 2 : 1
    return Rect(
      x: inner.x + 1, y: inner.maxY - height, width: max(0, inner.width - 2), height: height)
  }

  /// From the fullest to the shortest.
  private var titles: [String] {
    let output = sheet.variant.output.unicode
    let over = sheet.vector.temperature == 1 ? "" : ", T = " + brief(sheet.vector.temperature)
    let entry = output == "p" ? "∂pᵢ/∂xⱼ" : "∂(\(output)ᵢ)/∂xⱼ"
    let name = sheet.variant.description.name
    return sheet.showsDiagonalOnly
      ? ["only the diagonal of \(entry): WRONG", "diagonal only: WRONG"]
      : [
        "Jacobian \(entry) of \(name)\(over)", "Jacobian of \(name)\(over)",
        "Jacobian of \(name)", "Jacobian",
      ]
  }

  private func brief(_ value: Double) -> String { NumberText.brief(value).withTrueMinus }

  // MARK: Entries

  private func value(_ row: Int, _ column: Int) -> Double {
    row != column && sheet.showsDiagonalOnly ? 0 : jacobian[row, column]
  }

  /// Of each block of entries, the one with the largest magnitude, without forming the block.
  private func extremes(_ rows: [Range<Int>], _ columns: [Range<Int>]) -> [Double] {
    guard sheet.showsDiagonalOnly else {
      return jacobian.largestEntries(rows: rows, columns: columns)
    }
    return rows.flatMap { rows in
      columns.map { columns in
        rows.clamped(to: columns).reduce(0) { largest, index in
          jacobian.diagonal[index].magnitude > largest.magnitude
            ? jacobian.diagonal[index] : largest
        }
      }
    }
  }

  // MARK: Names

  private func drawRowNames(with painter: inout Painter) {
    for row in window.rows {
      let rect = window.rect(row: row, column: window.columns.lowerBound)
      painter.write(
        sheet.outputName(row), x: window.rect.x - layout.rowLabelWidth,
        y: rect.y + (rect.height - 1) / 2,
        row == sheet.row ? painter.theme.title : painter.theme.quiet,
        limit: layout.rowLabelWidth)
    }
  }

  private func drawColumnNames(y: Int, with painter: inout Painter) {
    // Where names do not fit side by side, that of the cursor's column stands alone.
    let width = painter.width(of: sheet.inputName(window.columns.upperBound - 1))
    let entryWidth = window.entrySize.width
    guard width >= entryWidth else {
      for column in window.columns {
        let rect = window.rect(row: window.rows.lowerBound, column: column)
        let style = column == sheet.column ? painter.theme.title : painter.theme.quiet
        let end = min(rect.maxX - 1, window.number(in: rect).upperBound)
        painter.write(sheet.inputName(column), endingAt: end, y: y, style)
      }
      return
    }
    drawColumnRange(y: y, with: &painter)
  }

  private func drawColumnRange(y: Int, with painter: inout Painter) {
    let drawn = window.drawnRect
    let first = sheet.inputName(window.columns.lowerBound)
    let last = sheet.inputName(window.columns.upperBound - 1)
    // The name of the cursor's column goes before those of the ends.
    let selected = sheet.inputName(sheet.column)
    let x = window.rect(row: sheet.row, column: sheet.column).x
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
      sheet.outputName(window.rows.lowerBound), x: x, y: drawn.y, painter.theme.quiet,
      limit: layout.rowLabelWidth - 1)
    painter.write(
      sheet.outputName(window.rows.upperBound - 1), x: x, y: drawn.maxY - 1, painter.theme.quiet,
      limit: layout.rowLabelWidth - 1)
    let y = window.rect(row: sheet.row, column: sheet.column).y
    painter.write("▸", x: window.rect.x - 1, y: y, painter.theme.title)
  }

  /// What stands in the lower edge, from the fullest wording to the shortest: which part of the matrix is
  /// seen, which scale the colours have if the key could not say it, and how signs are read.
  private func edgeWords(scale: String?) -> [String] {
    let scale = scale.map { [$0] } ?? []
    let hasRuns = window.heatmap.palette.isShaded && !window.showsNumbers
    let signs = hasRuns ? ["a sign holds to the next", "signs hold on"] : []
    let notes = signs.map { scale + [$0] } + [scale, []]
    let looks = looksInWords
    return [Array(looks.prefix(max(1, looks.count - 1))), looks].flatMap { looks in
      notes.flatMap { notes in looks.map { ([$0] + notes).joined(separator: "; ") } }
    }
  }

  /// Which part of the matrix is seen, from the fullest wording to the shortest.
  private var looksInWords: [String] {
    let (rows, columns) = (window.rows, window.columns)
    let isWhole = rows.count == sheet.count && columns.count == sheet.count
    let seen =
      isWhole
      ? "\(sheet.count) × \(sheet.count)"
      : "\(rows.lowerBound)–\(rows.upperBound - 1) × \(columns.lowerBound)–"
        + "\(columns.upperBound - 1)"
    if window.detail == .aggregated {
      return [seen + ", largest of each block", seen + " in blocks", seen]
    }
    return isWhole ? [seen] : [seen + " of \(sheet.count)", seen]
  }

  // MARK: Sums

  /// The sums as they come out of the arithmetic, rounding and all.
  ///
  /// - Parameter columnSums: those of the columns, where they are shown.
  private func drawSums(_ columnSums: [String]?, _ inner: Rect, with painter: inout Painter) {
    let style = painter.theme.quiet
    let end = min(inner.maxX - 1, window.drawnRect.maxX + layout.sumWidth)
    let isZero = jacobian.rowsSumToZero && !sheet.showsDiagonalOnly
    painter.write(isZero ? "Σ ≈ 0" : "Σ", endingAt: end, y: inner.y, style)
    let sums = sums
    for (row, sum) in zip(window.rows, sums.rows) {
      let rect = window.rect(row: row, column: window.columns.lowerBound)
      painter.write(sum, endingAt: end, y: rect.y + (rect.height - 1) / 2, style)
    }
    guard let columnSums else { return }
    // Below the last row, not at the bottom of a panel that is taller than the matrix.
    let y = min(inner.maxY - 2, window.drawnRect.maxY)
    painter.write("Σ", x: window.rect.x - layout.rowLabelWidth, y: y, style)
    for (column, text) in zip(window.columns, columnSums) {
      let rect = window.rect(row: window.rows.lowerBound, column: column)
      painter.write(text, endingAt: window.number(in: rect).upperBound, y: y, style)
    }
  }

  /// Sums stand below the columns where each can be read, a sign alone would say nothing; where columns are
  /// too narrow for what is 0 but for rounding, it is said to be about 0. Nil where they do not.
  private var columnSums: [String]? {
    guard layout.sumWidth > 0 && layout.totals > 1 else { return nil }
    let texts = sums.columns
    if texts.allSatisfy({ $0.count <= roomForSum }) { return texts }
    guard jacobian.columnsSumToZero, !sheet.showsDiagonalOnly else { return nil }
    return texts.map { $0 == "0" ? $0 : "≈0" }
  }

  private var roomForSum: Int { window.entrySize.width - 1 }

  private var sums: MatrixSums {
    let vector = sheet.vector
    let key = MatrixSums.Key(
      logits: vector.logits, temperature: vector.temperature, variant: vector.variant,
      showsDiagonalOnly: sheet.showsDiagonalOnly, rows: window.rows, columns: window.columns,
      room: roomForSum, roomBeside: min(layout.sumWidth, layout.roomBesideMatrix))
    return sheet.memory.sums.value(for: key) {
      MatrixSums(jacobian, sheet.readings.probabilities, key)
    }
  }

  // MARK: Cursor

  /// The cursor's cell is bracketed where there is room, so that it is seen without colour and
  /// keeps its own.
  private func markCursor(with painter: inout Painter) {
    let rect = window.rect(row: sheet.row, column: sheet.column)
    guard window.showsNumbers, rect.width >= 3 else {
      if window.showsEntries, window.drawnRect.height > 0 {
        painter.write("▸", x: window.rect.x - 1, y: rect.y, painter.theme.title)
      }
      return
    }
    let middle = rect.y + (rect.height - 1) / 2
    let style = painter.frame[rect.x, middle].style
    // A number takes all columns but the last; before it are the last of its neighbour or the blank
    // after the name of the row, which keep their colour.
    let number = painter.frame.inked(rect.x..<rect.maxX, y: middle)
    let before = number.lowerBound - 1
    if before >= rect.x {
      painter.write("▸", x: before, y: middle, style)
    } else if painter.frame[before, middle].character == " " {
      let own = painter.frame[before, middle].style
      painter.write("▸", x: before, y: middle, own.background == nil ? painter.theme.title : own)
    }
    if number.upperBound < rect.maxX {
      painter.write("◂", x: number.upperBound, y: middle, style)
    }
  }
}

extension Frame {
  /// From the first column of a line that is not blank to the last.
  fileprivate func inked(_ columns: Range<Int>, y: Int) -> Range<Int> {
    let inked = columns.filter { self[$0, y].character != " " }
    guard let first = inked.first, let last = inked.last else {
      return columns.lowerBound..<columns.lowerBound
    }
    return first..<last + 1
  }
}
