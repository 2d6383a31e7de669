import TerminalCells

/// The key to a heatmap: all levels in a row, with what they stand for at the ends and at zero.
public struct ColorBar: Sendable {
  public var scale: DivergingScale
  public var palette: HeatmapPalette

  public init(scale: DivergingScale, palette: HeatmapPalette) {
    self.scale = scale
    self.palette = palette
  }

  /// Draws the bar in the first row of `rect` and its labels below, or beside it in a single row.
  public func draw(into frame: inout Frame, in rect: Rect, label: Style = Style()) {
    let minus = palette.glyphs.minus
    let extent = exactText(scale.extent, minus: minus)
    let low = String(minus) + extent
    let high = "+" + extent
    guard rect.height > 0 else { return }
    if rect.height > 1 {
      let bar = drawLevels(into: &frame, x: rect.x, y: rect.y, width: rect.width)
      let below = rect.y + 1
      let zero = bar.zero - rect.x
      guard rect.width > low.count else { return }
      frame.write(low, x: rect.x, y: below, label)
      if zero > low.count && bar.zero < bar.end { frame.write("0", x: bar.zero, y: below, label) }
      let start = bar.end - high.count
      if start > max(bar.zero + 1, rect.x + low.count) {
        frame.write(high, x: start, y: below, label)
      }
    } else {
      let room = rect.width - low.count - high.count - 2
      guard room >= 3 else { return }
      let start = frame.write(low, x: rect.x, y: rect.y, label) + 1
      let bar = drawLevels(into: &frame, x: start, y: rect.y, width: room)
      frame.write(high, x: bar.end + 1, y: rect.y, label)
    }
  }

  /// - Returns: the column of zero and the column after the bar.
  private func drawLevels(
    into frame: inout Frame, x: Int, y: Int, width: Int
  ) -> (zero: Int, end: Int) {
    // With too little room for all of them, levels are left out evenly on both sides.
    let side = min(scale.levels, max(0, (width - 1) / 2))
    let each = side > 0 ? max(1, width / (2 * side + 1)) : 1
    guard width > 0 else { return (x, x) }
    var column = x
    for place in -side...side {
      let magnitude =
        side == 0 ? 0 : (abs(place) * scale.levels + side - 1) / side
      let level = place < 0 ? -magnitude : magnitude
      let style = palette.style(level)
      let glyph =
        palette.hasColor(scale)
        ? (place == -side ? palette.glyphs.minus : place == side ? palette.glyphs.plus : " ")
        : palette.glyphs.shade(level, of: scale.levels, signed: true)
      for _ in 0..<each {
        frame[column, y] = Cell(glyph, style)
        column += 1
      }
    }
    return (x + side * each + (each - 1) / 2, column)
  }

  private func exactText(_ value: Double, minus: Character) -> String {
    let text = value.description
    let short = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    return String(short.map { $0 == "-" ? minus : $0 })
  }
}
