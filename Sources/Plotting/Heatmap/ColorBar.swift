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
      let hasSign = palette.needsSign(level, after: level - 1)
      for glyph in palette.mark(level, of: scale.levels, width: 2, hasSign: hasSign) {
        frame[x, rect.y] = Cell(glyph, palette.pixelStyle(level))
        x += 1
      }
    }
    return frame.write(end, x: x + 1, y: rect.y, label)
  }

  /// The ends, zero, and between them on both sides what there is room for: powers of ten, as many as
  /// stand apart at even distances, or the half of a linear scale.
  private func drawLabels(
    _ levels: Levels, into frame: inout Frame, in rect: Rect, _ label: Style
  ) {
    guard levels.side > 0 else { return }
    var placed: [Label] = []
    for tick in [Tick(-1, text(-scale.extent)), Tick(1, text(scale.extent)), Tick(0, "0")] {
      placed += fitting([tick], beside: placed, levels, in: rect)
    }
    let between = ticks.map { ticks in
      ticks.reduce(into: placed) { placed, pair in
        let exact = fitting(pair, beside: placed, levels, in: rect)
        placed +=
          exact.isEmpty ? fitting(pair, inwards: 1, beside: placed, levels, in: rect) : exact
      }
    }
    // The first of those with the most labels.
    let best = between.reduce(placed) { $1.count > $0.count ? $1 : $0 }
    for place in best { frame.write(place.text, x: place.start, y: rect.y + 1, label) }
  }

  /// Something to be labelled: a share of a side, and what stands there.
  private struct Tick {
    let share: Double
    let text: String

    init(_ share: Double, _ text: String) { (self.share, self.text) = (share, text) }
  }

  private struct Label {
    let text: String
    let start: Int

    /// With a blank on either side, which keeps labels apart.
    var span: Range<Int> { start - 1..<start + text.count + 1 }
  }

  /// What may be labelled between the ends and zero, in the order of preference; each in pairs about
  /// zero, the largest first.
  private var ticks: [[[Tick]]] {
    func pair(_ share: Double, _ magnitude: String) -> [Tick] {
      [
        Tick(-share, String(palette.glyphs.minus) + magnitude),
        Tick(share, String(palette.glyphs.plus) + magnitude),
      ]
    }
    switch scale.kind {
    case .linear:
      return [[pair(0.5, String(text(scale.magnitude(at: 0.5)).dropFirst()))]]
    case .signedLog:
      let decades = scale.decades
      return decades.indices.flatMap { step in
        (0...step).map { first in
          stride(from: first, to: decades.count, by: step + 1).map {
            pair(decades[$0].share, name(ofPower: decades[$0].exponent))
          }
        }
      }
    }
  }

  private func name(ofPower exponent: Int) -> String {
    switch exponent {
    case -2..<0: "0." + String(repeating: "0", count: -exponent - 1) + "1"
    case 0..<3: "1" + String(repeating: "0", count: exponent)
    default: "1e" + String("\(exponent)".map { $0 == "-" ? palette.glyphs.minus : $0 })
    }
  }

  /// The labels of ticks as near to their columns as the ends of the bar allow; none where one of them
  /// would touch another.
  ///
  /// - Parameter inwards: how many columns nearer to zero than their place.
  private func fitting(
    _ ticks: [Tick], inwards: Int = 0, beside placed: [Label], _ levels: Levels, in rect: Rect
  ) -> [Label] {
    let labels = ticks.map { tick in
      let last = max(rect.x, levels.end - tick.text.count)
      let shift = tick.share < 0 ? inwards : -inwards
      let middle = levels.column(at: tick.share) - tick.text.count / 2 + shift
      return Label(text: tick.text, start: max(rect.x, min(middle, last)))
    }
    let areApart = labels.allSatisfy { label in
      let ink = label.start..<label.start + label.text.count
      return ink.upperBound <= rect.maxX && !placed.contains { $0.span.overlaps(ink) }
    }
    return areApart ? labels : []
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
        for glyph in glyphs(level, after: place == -side ? nil : level - 1) {
          frame[column, y] = Cell(
            glyph, bar.isOfMarks ? bar.palette.pixelStyle(level) : bar.palette.style(level))
          column += 1
        }
      }
    }

    /// On colours a sign at either end is enough.
    private func glyphs(_ level: Int, after neighbour: Int?) -> [Character] {
      if bar.isOfMarks && bar.palette.isShaded {
        let hasSign = bar.palette.needsSign(level, after: neighbour)
        return bar.palette.mark(level, of: bar.scale.levels, width: each, hasSign: hasSign)
      }
      let isEnd = abs(level) == bar.scale.levels && side > 0
      let glyph = isEnd ? bar.palette.glyphs.sign(level) : " "
      return [Character](repeating: glyph, count: each)
    }
  }
}
