import TerminalCells
import Wording

/// The key to a heatmap: all levels in a row, with what they stand for at the ends and at zero.
public struct ColorBar: Sendable {
  public var scale: DivergingScale
  public var palette: HeatmapPalette
  /// Whether levels are written as in entries without numbers.
  public var isOfMarks: Bool

  public init(scale: DivergingScale, palette: HeatmapPalette, isOfMarks: Bool? = nil) {
    self.scale = scale
    self.palette = palette
    self.isOfMarks = isOfMarks ?? palette.isShaded
  }

  /// Draws the bar in the first row of `rect` and its labels below, or beside it in a single row.
  ///
  /// - Returns: the column after what was drawn.
  @discardableResult
  public func draw(into frame: inout Frame, in rect: Rect, label: Style = Style()) -> Int {
    guard rect.height > 0 else { return rect.x }
    if rect.height > 1 {
      let levels = Levels(self, x: rect.x, width: rect.width)
      levels.draw(into: &frame, y: rect.y)
      drawLabels(levels, into: &frame, in: rect, label)
      return levels.end
    }
    let (low, high) = (text(-scale.extent), text(scale.extent))
    let room = rect.width - low.count - high.count - 2
    let needed = isOfMarks && palette.isShaded ? 2 * (2 * scale.levels + 1) : 3
    guard room >= needed else {
      return isOfMarks ? drawOneSide(into: &frame, in: rect, label) : rect.x
    }
    let start = frame.write(low, x: rect.x, y: rect.y, label) + 1
    let levels = Levels(self, x: start, width: room)
    levels.draw(into: &frame, y: rect.y)
    return frame.write(high, x: levels.end + 1, y: rect.y, label)
  }

  /// Where both sides have no room: zero and the marks above it, which those below it mirror.
  private func drawOneSide(into frame: inout Frame, in rect: Rect, _ label: Style) -> Int {
    let end = palette.glyphs.plusMinus + text(scale.extent).dropFirst()
    guard rect.width >= 2 * (scale.levels + 1) + 1 + end.count else { return rect.x }
    var x = rect.x
    for level in 0...scale.levels {
      for glyph in palette.mark(level, of: scale.levels, width: 2) {
        frame[x, rect.y] = Cell(glyph, palette.pixelStyle(level))
        x += 1
      }
    }
    return frame.write(end, x: x + 1, y: rect.y, label)
  }

  /// The ends, zero, and what lies half-way between them where there is room on both sides.
  private func drawLabels(
    _ levels: Levels, into frame: inout Frame, in rect: Rect, _ label: Style
  ) {
    guard levels.side > 0 else { return }
    var taken: [Range<Int>] = []
    for shares in [[-1.0], [1], [0], [-0.5, 0.5]] {
      let places = shares.map { place($0, levels, in: rect) }
      guard
        places.allSatisfy({ place in
          place.span.upperBound <= rect.maxX && !taken.contains { $0.overlaps(place.span) }
        })
      else { continue }
      for place in places {
        // A blank on either side keeps labels apart.
        taken.append(place.span.lowerBound - 1..<place.span.upperBound + 1)
        frame.write(place.text, x: place.span.lowerBound, y: rect.y + 1, label)
      }
    }
  }

  /// The label of a share of a side, as near to its column as the ends of the bar allow.
  private func place(
    _ share: Double, _ levels: Levels, in rect: Rect
  ) -> (text: String, span: Range<Int>) {
    let magnitude = share == 0 ? 0 : scale.magnitude(at: abs(share))
    let text = text(share < 0 ? -magnitude : magnitude)
    let last = max(rect.x, levels.end - text.count)
    let start = max(rect.x, min(levels.column(at: share) - text.count / 2, last))
    return (text, start..<start + text.count)
  }

  /// A value to three digits, as round numbers and their halves have no more; an extent in full.
  private func text(_ value: Double) -> String {
    if value == 0 { return "0" }
    let isExtent = abs(value) == scale.extent
    let shown = isExtent ? abs(value) : DecimalNumber.rounded(abs(value), digits: 3)
    var text = shown.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    // Swift pads the exponent to two digits.
    text = text.replacing("e-0", with: "e-").replacing("e+", with: "e")
    let sign = value < 0 ? palette.glyphs.minus : palette.glyphs.plus
    return String(sign) + text.map { $0 == "-" ? palette.glyphs.minus : $0 }
  }

  /// Where the levels stand.
  private struct Levels {
    let bar: ColorBar
    let x: Int
    /// Levels on either side: with too little room for all, some are left out evenly.
    let side: Int
    /// The columns of a level.
    let each: Int

    init(_ bar: ColorBar, x: Int, width: Int) {
      self.bar = bar
      self.x = x
      let least = bar.isOfMarks && bar.palette.isShaded ? 2 : 1
      side = min(bar.scale.levels, max(0, (width / least - 1) / 2))
      each = width < least ? 0 : max(least, width / (2 * side + 1))
    }

    var end: Int { x + (2 * side + 1) * each }

    /// The column of a share of a side, -1...1.
    func column(at share: Double) -> Int {
      let half = Double(side * each) + Double(each) / 2
      return x + Int(half + share * half)
    }

    func draw(into frame: inout Frame, y: Int) {
      let levels = bar.scale.levels
      var column = x
      for place in -side...side {
        let magnitude = side == 0 ? 0 : (abs(place) * levels + side - 1) / side
        let level = place < 0 ? -magnitude : magnitude
        for glyph in glyphs(level) {
          frame[column, y] = Cell(
            glyph, bar.isOfMarks ? bar.palette.pixelStyle(level) : bar.palette.style(level))
          column += 1
        }
      }
    }

    /// On colours a sign at either end is enough.
    private func glyphs(_ level: Int) -> [Character] {
      if bar.isOfMarks && bar.palette.isShaded {
        return bar.palette.mark(level, of: bar.scale.levels, width: each)
      }
      let isEnd = abs(level) == bar.scale.levels && side > 0
      let glyph = isEnd ? bar.palette.glyphs.sign(level) : " "
      return [Character](repeating: glyph, count: each)
    }
  }
}
