import TerminalCells

/// A transparent sheet of dots on which curves are drawn one over the other.
///
/// A cell has one colour, so it shows one curve: that drawn last, the most important. Where two
/// curves run through the same cells for a while, the one behind shows in every few of them, so that
/// both can be followed; its dots are never mixed into the other's, which would look two-valued.
public struct Canvas: Sendable {
  public let size: Size
  public let markers: MarkerSet
  private var inks: [Ink]
  /// The cells with dots, in the order in which they were lit.
  private var lit: [Int] = []
  /// What stands behind the ink of a cell that two curves share; empty until two do.
  private var behind: [Ink] = []
  private var strokes: UInt16 = 0

  /// What one curve left in a cell.
  private struct Ink {
    var style = Style()
    /// Which curve it is, from 1; 0 for none.
    var stroke: UInt16 = 0
    var bits: UInt8 = 0
    /// In ASCII, the code of the character.
    var glyph: UInt8 = 32
  }

  /// Every how many cells of a shared stretch the curve behind is seen.
  private static let turn = 3

  public init(_ size: Size, markers: MarkerSet) {
    self.size = size
    self.markers = markers
    inks = Array(repeating: Ink(), count: size.width * size.height)
  }

  /// Draws polylines of the same size as the canvas.
  public mutating func draw(_ trace: Trace, _ stroke: Stroke) {
    guard !size.isEmpty, trace.size == size else { return }
    strokes &+= 1
    var pen = DashedPen(stroke.dash.pattern(for: markers))
    let (across, down) = markers.dotsPerCell
    let (sx, sy) = (Double(across), Double(down))
    let slopes = markers == .ascii && stroke.asciiGlyph == nil ? SlopeField(trace) : nil
    for polyline in trace.polylines {
      pen.restart()
      var previous: PlotPoint?
      var hasMoved = false
      for point in polyline {
        let end = PlotPoint(x: point.x * sx, y: point.y * sy)
        if let start = previous {
          DotWalk.walk(start.x, start.y, end.x, end.y) { column, row in
            hasMoved = true
            if pen.draws(column: column, row: row) { light(column, row, stroke, slopes) }
          }
        }
        previous = end
      }
      // Too short to cross the middle of a dot, it is a dot still.
      if let last = previous, !hasMoved { light(Int(last.x), Int(last.y), stroke, slopes) }
    }
  }

  /// Puts the cells with dots into `frame`, keeping the backgrounds that are there.
  public func render(into frame: inout Frame, at rect: Rect) {
    for index in lit {
      let (y, x) = index.quotientAndRemainder(dividingBy: size.width)
      guard x < rect.width && y < rect.height else { continue }
      let ink = shown(index)
      let glyph = markers == .ascii ? Unicode.Scalar(ink.glyph) : markers.glyph(ink.bits)
      frame.overlay(Cell(scalar: glyph, ink.style), x: rect.x + x, y: rect.y + y)
    }
  }

  /// The ink of the curve whose turn it is.
  private func shown(_ index: Int) -> Ink {
    guard isShared(index), index % size.width % Self.turn == 0,
      isShared(index - 1) || isShared(index + 1)
    else { return inks[index] }
    return behind[index]
  }

  private func isShared(_ index: Int) -> Bool {
    behind.indices.contains(index) && behind[index].stroke != 0
  }

  /// Whether a cell has dots.
  public func isLit(x: Int, y: Int) -> Bool {
    Rect(size).contains(x: x, y: y) && inks[y * size.width + x].bits != 0
  }

  /// Whether a dot of the curve drawn last in its cell is set; columns and rows are counted in dots.
  public func hasDot(column: Int, row: Int) -> Bool {
    let (across, down) = markers.dotsPerCell
    guard column >= 0, row >= 0, column < size.width * across, row < size.height * down else {
      return false
    }
    let index = row / down * size.width + column / across
    return inks[index].bits & markers.bit(column: column % across, row: row % down) != 0
  }

  private mutating func light(_ column: Int, _ row: Int, _ stroke: Stroke, _ slopes: SlopeField?) {
    let (across, down) = markers.dotsPerCell
    let x = min(max(column, 0), size.width * across - 1)
    let y = min(max(row, 0), size.height * down - 1)
    let index = y / down * size.width + x / across
    var ink = inks[index]
    if ink.stroke != strokes {
      if ink.stroke == 0 {
        lit.append(index)
      } else {
        if behind.isEmpty { behind = Array(repeating: Ink(), count: inks.count) }
        behind[index] = ink
      }
      ink = Ink(style: stroke.style, stroke: strokes)
    }
    ink.bits |= markers.bit(column: x % across, row: y % down)
    if markers == .ascii {
      let glyph = stroke.asciiGlyph ?? slopes?.glyph(column: x, row: y) ?? "*"
      ink.glyph = glyph.asciiValue ?? 42
    }
    inks[index] = ink
  }
}

extension Frame {
  /// Writes one cell, keeping the background that is there unless it brings its own.
  mutating func overlay(_ cell: Cell, x: Int, y: Int) {
    var cell = cell
    if cell.style.background == nil { cell.style.background = self[x, y].style.background }
    self[x, y] = cell
  }

  mutating func overlay(_ character: Character, x: Int, y: Int, _ style: Style) {
    overlay(Cell(character, style), x: x, y: y)
  }
}
