import TerminalCells

extension Heatmap {
  /// Draws the matrix.
  ///
  /// - Parameters:
  ///   - extreme: of a block of entries, the one with the largest magnitude; without it all
  ///     entries of the matrix are asked for.
  ///   - value: of an entry.
  /// - Returns: where the entries lie.
  @discardableResult
  public func draw(
    into frame: inout Frame, in rect: Rect,
    extreme: ((_ rows: Range<Int>, _ columns: Range<Int>) -> Double)? = nil,
    value: (_ row: Int, _ column: Int) -> Double
  ) -> HeatmapLayout {
    let layout = layout(in: rect)
    switch layout.detail {
    case .numbers(let decimals):
      drawEntries(layout, into: &frame, value) { number, level in
        (entryText(number, decimals: decimals, width: layout.entrySize.width - 1), .right)
      }
    case .glyphs:
      drawEntries(layout, into: &frame, value) { _, level in
        (glyphs(level, width: layout.entrySize.width), .left)
      }
    case .pixels, .aggregated:
      drawPixels(layout, into: &frame) { rows, columns in
        if rows.count == 1 && columns.count == 1 {
          return value(rows.lowerBound, columns.lowerBound)
        }
        return extreme?(rows, columns) ?? Self.extreme(rows, columns, value)
      }
    }
    return layout
  }

  private enum Side { case left, right }

  private func drawEntries(
    _ layout: HeatmapLayout, into frame: inout Frame, _ value: (Int, Int) -> Double,
    text: (Double, Int) -> (String, Side)
  ) {
    for row in layout.rows {
      for column in layout.columns {
        let number = value(row, column)
        let level = scale.level(of: number)
        var style = palette.style(level)
        if cursor == MatrixIndex(row: row, column: column) { style = palette.cursor(style) }
        let rect = layout.rect(row: row, column: column)
        frame.fill(rect, with: Cell(" ", style))
        let (text, side) = text(number, level)
        let x = side == .left ? rect.x : max(rect.x, rect.maxX - text.count - 1)
        frame.write(
          text, x: x, y: rect.y + (rect.height - 1) / 2, style, limit: rect.maxX - x)
      }
    }
  }

  private func drawPixels(
    _ layout: HeatmapLayout, into frame: inout Frame,
    _ extreme: (Range<Int>, Range<Int>) -> Double
  ) {
    let marked = cursor.flatMap {
      layout.rows.contains($0.row) && layout.columns.contains($0.column)
        ? layout.pixel(row: $0.row, column: $0.column) : nil
    }
    func style(_ row: Int, _ column: Int) -> (level: Int, style: Style) {
      let part = layout.entries(pixelRow: row, pixelColumn: column)
      let level = scale.level(of: extreme(part.rows, part.columns))
      let style = palette.style(level)
      let isMarked = marked == MatrixIndex(row: row, column: column)
      return (level, isMarked ? palette.cursor(style) : style)
    }
    for row in stride(from: 0, to: layout.pixelRows, by: layout.pixelsPerCell) {
      for column in 0..<layout.pixelColumns {
        let upper = style(row, column)
        let x = layout.rect.x + column * layout.pixelWidth
        let y = layout.rect.y + row / layout.pixelsPerCell
        if layout.pixelsPerCell == 1 {
          frame.write(glyphs(upper.level, width: layout.pixelWidth), x: x, y: y, upper.style)
        } else {
          let lower = row + 1 < layout.pixelRows ? style(row + 1, column).style : nil
          let half = palette.glyphs.upperHalf ?? " "
          frame[x, y] = Cell(
            half, Style(shown(upper.style), on: lower.map { shown($0) } ?? nil))
        }
      }
    }
  }

  /// The colour that a style shows as a pixel.
  private func shown(_ style: Style) -> Color? {
    style.attributes.contains(.reverse) ? style.foreground : style.background
  }

  /// The sign, and the shade if there are no colours.
  private func glyphs(_ level: Int, width: Int) -> String {
    let glyphs = palette.glyphs
    let sign = String(glyphs.sign(level))
    if palette.hasColor(scale) { return width > 1 ? sign + " " : sign }
    if width == 1 { return String(glyphs.shade(level, of: scale.levels, signed: true)) }
    return sign + String(glyphs.shade(level, of: scale.levels, signed: false))
  }

  /// A number with its sign: fixed decimals, or one digit and an exponent where those would show
  /// nothing.
  private func entryText(_ value: Double, decimals: Int, width: Int) -> String {
    numberText(
      value, decimals: decimals, width: width, minus: palette.glyphs.minus,
      plus: palette.glyphs.plus, dropsZero: scale.extent <= 1)
  }

  /// The entry with the largest magnitude of a block; NaN only if there is nothing else.
  private static func extreme(
    _ rows: Range<Int>, _ columns: Range<Int>, _ value: (Int, Int) -> Double
  ) -> Double {
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
