import TerminalCells

/// A transparent sheet of dots on which curves are drawn one over the other.
///
/// Where two curves share a cell, their dots are merged and the later one gives the colour, so the
/// most important comes last; ASCII characters cannot be merged and take turns instead.
public struct Canvas: Sendable {
  public let size: Size
  public let markers: MarkerSet
  private var bits: [UInt8]
  /// Of ASCII cells, the code of the character.
  private var glyphs: [UInt8]
  private var styles: [Style]
  private var owners: [Int]
  private var strokes = 0

  public init(_ size: Size, markers: MarkerSet) {
    self.size = size
    self.markers = markers
    let count = size.width * size.height
    bits = Array(repeating: 0, count: count)
    glyphs = markers == .ascii ? Array(repeating: 32, count: count) : []
    styles = Array(repeating: Style(), count: count)
    owners = Array(repeating: 0, count: count)
  }

  /// Draws polylines of the same size as the canvas.
  public mutating func draw(_ trace: Trace, _ stroke: Stroke) {
    guard !size.isEmpty, trace.size == size else { return }
    strokes += 1
    var pen = DashedPen(stroke.dash.pattern(for: markers))
    let (across, down) = markers.dotsPerCell
    let (sx, sy) = (Double(across), Double(down))
    let slopes = markers == .ascii && stroke.asciiGlyph == nil ? SlopeField(trace) : nil
    for polyline in trace.polylines {
      pen.restart()
      var previous: PlotPoint?
      var hasLit = false
      for point in polyline {
        let end = PlotPoint(x: point.x * sx, y: point.y * sy)
        if let start = previous {
          pen.advance(from: start, to: end) { a, b in
            DotWalk.walk(a.x, a.y, b.x, b.y) { column, row in
              light(column, row, stroke, slopes)
              hasLit = true
            }
          } endOfDash: { point in
            if !hasLit { light(Int(point.x), Int(point.y), stroke, slopes) }
            hasLit = false
          }
        }
        previous = end
      }
      if let last = previous, !hasLit, pen.isDown {
        light(Int(last.x), Int(last.y), stroke, slopes)
      }
    }
  }

  /// Puts the cells with dots into `frame`, keeping the backgrounds that are there.
  public func render(into frame: inout Frame, at rect: Rect) {
    for y in 0..<min(size.height, rect.height) {
      for x in 0..<min(size.width, rect.width) {
        let index = y * size.width + x
        guard bits[index] != 0 else { continue }
        let glyph =
          markers == .ascii
          ? Character(Unicode.Scalar(glyphs[index])) : markers.glyph(bits[index])
        frame.overlay(glyph, x: rect.x + x, y: rect.y + y, styles[index])
      }
    }
  }

  /// Whether a cell has dots.
  public func isLit(x: Int, y: Int) -> Bool {
    Rect(size).contains(x: x, y: y) && bits[y * size.width + x] != 0
  }

  /// Whether a dot is set; columns and rows are counted in dots.
  public func hasDot(column: Int, row: Int) -> Bool {
    let (across, down) = markers.dotsPerCell
    guard column >= 0, row >= 0, column < size.width * across, row < size.height * down else {
      return false
    }
    let index = row / down * size.width + column / across
    return bits[index] & markers.bit(column: column % across, row: row % down) != 0
  }

  private mutating func light(_ column: Int, _ row: Int, _ stroke: Stroke, _ slopes: SlopeField?) {
    let (across, down) = markers.dotsPerCell
    let x = min(max(column, 0), size.width * across - 1)
    let y = min(max(row, 0), size.height * down - 1)
    let index = y / down * size.width + x / across
    bits[index] |= markers.bit(column: x % across, row: y % down)
    if markers == .ascii {
      let isShared = owners[index] != 0 && owners[index] != strokes
      if isShared && (x + y) % 2 == 0 { return }
      let glyph = stroke.asciiGlyph ?? slopes?.glyph(column: x, row: y) ?? "*"
      glyphs[index] = glyph.asciiValue ?? 42
    }
    owners[index] = strokes
    styles[index] = stroke.style
  }
}

/// A pen that is lifted and set down again along its way.
struct DashedPen {
  private let pattern: (drawn: Double, period: Double)?
  private var travelled = 0.0

  init(_ pattern: (drawn: Double, period: Double)?) { self.pattern = pattern }

  mutating func restart() { travelled = 0 }

  var isDown: Bool { pattern.map { travelled < $0.drawn } ?? true }

  /// Goes along a line, calling `draw` for the parts of it that are drawn.
  mutating func advance(
    from start: PlotPoint, to end: PlotPoint, draw: (PlotPoint, PlotPoint) -> Void,
    endOfDash: (PlotPoint) -> Void
  ) {
    guard let (drawn, period) = pattern else { return draw(start, end) }
    let (dx, dy) = (end.x - start.x, end.y - start.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return }
    var position = 0.0
    while position < length {
      let border = travelled < drawn ? drawn : period
      let step = min(border - travelled, length - position)
      let from = PlotPoint(
        x: start.x + dx * position / length, y: start.y + dy * position / length)
      // At least a little, so that rounding cannot stop the way.
      position += max(step, 0x1p-30)
      let to = PlotPoint(
        x: start.x + dx * min(1, position / length), y: start.y + dy * min(1, position / length))
      let wasDown = travelled < drawn
      if wasDown { draw(from, to) }
      travelled += max(step, 0x1p-30)
      if wasDown && travelled >= drawn { endOfDash(to) }
      if travelled >= period { travelled = 0 }
    }
  }
}

extension Frame {
  /// Writes one character, keeping the background that is there unless the style brings its own.
  mutating func overlay(_ character: Character, x: Int, y: Int, _ style: Style) {
    var kept = style
    kept.background = style.background ?? self[x, y].style.background
    self[x, y] = Cell(character, kept)
  }
}
