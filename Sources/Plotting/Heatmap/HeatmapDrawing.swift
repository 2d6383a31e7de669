import TerminalCells

extension Heatmap {
  /// Of each block of a grid of rows and columns, row after row, the entry with the largest
  /// magnitude.
  public typealias Extremes = (_ rows: [Range<Int>], _ columns: [Range<Int>]) -> [Double]

  /// Draws the matrix.
  ///
  /// - Parameters:
  ///   - extremes: without it all entries of the matrix are asked for.
  ///   - excess: how far an entry is from the 1 or −1 that its Double is; nil where it is that.
  ///   - value: of an entry.
  /// - Returns: where the entries lie.
  @discardableResult
  public func draw(
    into frame: inout Frame, in rect: Rect, extremes: Extremes? = nil,
    excess: (_ row: Int, _ column: Int) -> Double? = { _, _ in nil },
    value: (_ row: Int, _ column: Int) -> Double
  ) -> HeatmapLayout {
    let layout = layout(in: rect)
    switch layout.detail {
    case .numbers(let decimals): drawNumbers(layout, decimals, into: &frame, excess, value)
    case .glyphs: drawGlyphs(layout, into: &frame, value)
    case .pixels, .aggregated:
      let rows = layout.pixelRowParts
      let columns = layout.pixelColumnParts
      drawPixels(
        layout, into: &frame,
        levels: (extremes?(rows, columns) ?? Self.extremes(rows, columns, value))
          .map { scale.level(of: $0) })
    }
    return layout
  }

  private func drawNumbers(
    _ layout: HeatmapLayout, _ decimals: Int, into frame: inout Frame,
    _ excess: (Int, Int) -> Double?, _ value: (Int, Int) -> Double
  ) {
    let entries = EntryText(
      decimals: decimals, width: layout.entrySize.width - 1, minus: palette.glyphs.minus,
      plus: palette.glyphs.plus, dropsZero: scale.extent <= 1)
    for row in layout.rows {
      for column in layout.columns {
        let number = value(row, column)
        let level = scale.level(of: number)
        let plain = palette.style(level)
        let isCursor = cursor == MatrixIndex(row: row, column: column)
        let style = isCursor ? palette.cursor(plain) : plain
        let rect = layout.rect(row: row, column: column)
        let y = rect.y + (rect.height - 1) / 2
        if layout.shadesNumbers {
          drawShade(level, into: &frame, in: rect)
          frame.fill(
            Rect(x: rect.x, y: y, width: rect.width - 1, height: 1), with: Cell(" ", style))
        } else {
          frame.fill(rect, with: Cell(" ", style))
        }
        let rest = abs(number) == 1 ? excess(row, column) : nil
        let text = entries.text(number, excess: rest) ?? mark(of: number, level, entries)
        let x = max(rect.x, layout.numberEnd(in: rect) - text.count)
        frame.write(text, x: x, y: y, style, limit: rect.maxX - x)
      }
    }
  }

  /// What stands for a number for which there is no room: its sign, on its colour or before its shade.
  private func mark(of number: Double, _ level: Int, _ entries: EntryText) -> String {
    let sign = String(entries.sign(number))
    guard palette.isShaded else { return sign }
    let shade = palette.glyphs.shade(level, of: scale.levels)
    return sign + String(repeating: shade, count: max(0, min(2, entries.width - 1)))
  }

  /// Above and below a number its shade, and a blank column to the next entry.
  private func drawShade(_ level: Int, into frame: inout Frame, in rect: Rect) {
    let shade = Cell(palette.glyphs.shade(level, of: scale.levels), palette.pixelStyle(level))
    let middle = (rect.height - 1) / 2
    for row in 0..<rect.height where row != middle {
      frame.fill(
        Rect(x: rect.x, y: rect.y + row, width: rect.width - 1, height: 1), with: shade)
    }
  }

  private func drawGlyphs(
    _ layout: HeatmapLayout, into frame: inout Frame, _ value: (Int, Int) -> Double
  ) {
    let marks = PixelMarks(self, width: layout.entrySize.width)
    for row in layout.rows {
      var neighbour: Int?
      for column in layout.columns {
        let level = scale.level(of: value(row, column))
        let rect = layout.rect(row: row, column: column)
        marks.draw(
          level, after: neighbour, isCursor: cursor == MatrixIndex(row: row, column: column),
          into: &frame, in: rect)
        neighbour = level
      }
    }
  }

  /// - Parameter levels: of the pixels, row after row.
  private func drawPixels(_ layout: HeatmapLayout, into frame: inout Frame, levels: [Int]) {
    let (rows, columns) = (layout.pixelRows, layout.pixelColumns)
    guard levels.count == rows * columns else { return }
    if layout.pixelsPerCell == 1 {
      let marks = PixelMarks(self, width: layout.pixelWidth)
      for row in 0..<rows {
        for column in 0..<columns {
          let cell = Rect(
            x: layout.rect.x + column * layout.pixelWidth, y: layout.rect.y + row,
            width: layout.pixelWidth, height: 1)
          let place = row * columns + column
          marks.draw(
            levels[place], after: column > 0 ? levels[place - 1] : nil, isCursor: false,
            into: &frame, in: cell)
        }
      }
      if let place = markedPixel(layout) {
        let cell = Rect(
          x: layout.rect.x + place.column * layout.pixelWidth, y: layout.rect.y + place.row,
          width: layout.pixelWidth, height: 1)
        marks.draw(
          levels[place.row * columns + place.column], after: nil, isCursor: true, into: &frame,
          in: cell)
      }
    } else {
      drawHalfBlocks(layout, into: &frame, levels)
    }
  }

  private func markedPixel(_ layout: HeatmapLayout) -> MatrixIndex? {
    guard let cursor, layout.rows.contains(cursor.row), layout.columns.contains(cursor.column)
    else { return nil }
    let place = layout.pixel(row: cursor.row, column: cursor.column)
    return place.row < layout.pixelRows && place.column < layout.pixelColumns ? place : nil
  }

  private func drawHalfBlocks(
    _ layout: HeatmapLayout, into frame: inout Frame, _ levels: [Int]
  ) {
    let (rows, columns) = (layout.pixelRows, layout.pixelColumns)
    let last = scale.levels
    let colors = (-last...last).map { palette.style($0).background }
    // Made once: a cell packs its character anew each time.
    var cell = Cell(palette.glyphs.upperHalf ?? " ")
    for row in stride(from: 0, to: rows, by: 2) {
      let y = layout.rect.y + row / 2
      for column in 0..<columns {
        let upper = colors[levels[row * columns + column] + last]
        let lower =
          row + 1 < rows ? colors[levels[(row + 1) * columns + column] + last] : nil
        cell.style = Style(upper, on: lower)
        frame[layout.rect.x + column, y] = cell
      }
    }
    // A mark takes the whole cell, in the colour of the pixel that it marks.
    if let place = markedPixel(layout) {
      let style = palette.cursor(palette.style(levels[place.row * columns + place.column]))
      frame[layout.rect.x + place.column, layout.rect.y + place.row / 2] = Cell(
        palette.glyphs.cursor, style)
    }
  }

  /// The entry with the largest magnitude of each block; NaN only if there is nothing else.
  private static func extremes(
    _ rows: [Range<Int>], _ columns: [Range<Int>], _ value: (Int, Int) -> Double
  ) -> [Double] {
    rows.flatMap { rows in
      columns.map { columns in
        var extreme = Double.nan
        for row in rows {
          for column in columns {
            let number = value(row, column)
            if extreme.isNaN || abs(number) > abs(extreme) { extreme = number }
          }
        }
        return extreme
      }
    }
  }
}

/// The entries without numbers: a colour or a shade, and a sign.
private struct PixelMarks {
  private let palette: HeatmapPalette
  private let styles: [Style]
  /// The cells of a line of each level, with its sign and without; made once, as a cell packs its
  /// character anew each time.
  private let signed: [[Cell]]
  private let unsigned: [[Cell]]
  private let last: Int

  init(_ map: Heatmap, width: Int) {
    palette = map.palette
    last = map.scale.levels
    let levels = -last...last
    styles = levels.map(map.palette.pixelStyle)
    func cells(hasSign: Bool) -> [[Cell]] {
      levels.map { level in
        let style = map.palette.pixelStyle(level)
        return map.palette.mark(level, of: map.scale.levels, width: width, hasSign: hasSign)
          .map { Cell($0, style) }
      }
    }
    signed = cells(hasSign: true)
    unsigned = map.palette.isShaded ? cells(hasSign: false) : signed
  }

  /// The cursor reverses a sign and leaves its shade; on a colour it is a glyph of its own.
  ///
  /// - Parameter neighbour: the level of the entry to the left.
  func draw(
    _ level: Int, after neighbour: Int?, isCursor: Bool, into frame: inout Frame, in rect: Rect
  ) {
    let hasSign = isCursor || palette.needsSign(level, after: neighbour)
    for row in 0..<rect.height {
      // Of several lines the first has the sign.
      let line = (hasSign && row == 0 ? signed : unsigned)[level + last]
      for column in 0..<min(rect.width, line.count) {
        frame[rect.x + column, rect.y + row] = line[column]
      }
    }
    guard isCursor else { return }
    let marked = palette.cursor(styles[level + last])
    if palette.isShaded {
      frame.restyle(Rect(x: rect.x, y: rect.y, width: 1, height: 1)) { $0 = marked }
    } else {
      frame[rect.maxX - 1, rect.y] = Cell(palette.glyphs.cursor, marked)
    }
  }
}
