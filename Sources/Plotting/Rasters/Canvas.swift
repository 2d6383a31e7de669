import TerminalCells

/// A transparent sheet on which curves are drawn one over the other.
///
/// It keeps the dots of each curve apart until ``inked()`` decides what is seen.
public struct Canvas: Sendable {
  public let size: Size
  public let markers: MarkerSet
  private var layers: [Layer] = []

  /// What one curve left.
  private struct Layer {
    var style: Style
    /// The dots of each cell.
    var bits: [UInt8]
    /// In ASCII, the code of each cell's character.
    var glyphs: [UInt8]
    var isEmpty = true
  }

  public init(_ size: Size, markers: MarkerSet) {
    self.size = size
    self.markers = markers
  }

  /// Draws polylines of the same size as the canvas.
  ///
  /// - Returns: whether anything of them is in sight.
  @discardableResult
  public mutating func draw(_ trace: Trace, _ stroke: Stroke) -> Bool {
    guard !size.isEmpty, trace.size == size else { return false }
    let cells = size.width * size.height
    let isASCII = markers == .ascii
    var layer = Layer(
      style: stroke.style, bits: Array(repeating: 0, count: cells),
      glyphs: isASCII ? Array(repeating: 32, count: cells) : [])
    let pen = Pen(stroke.weight, markers)
    let slopes = isASCII && stroke.asciiGlyph == nil ? SlopeField(trace) : nil
    let lengths = stroke.dash.lengths
    let dashes = lengths.isEmpty ? trace : trace.dashed(lengths, overlap: pen.reach)
    for polyline in dashes.polylines {
      var previous: PlotPoint?
      var isSeen = false
      for point in polyline {
        if let start = previous {
          pen.stroke(start, point) { column, row in
            isSeen = true
            light(column, row, &layer, stroke, slopes)
          }
        }
        previous = point
      }
      // Too short to cross the middle of a dot, it is a dot still.
      if let last = previous, !isSeen { dot(at: last, &layer, pen, stroke, slopes) }
    }
    layers.append(layer)
    return !layer.isEmpty
  }

  /// A line of no length: the dots around it, or the one it is in.
  private func dot(
    at point: PlotPoint, _ layer: inout Layer, _ pen: Pen, _ stroke: Stroke, _ slopes: SlopeField?
  ) {
    let (across, down) = markers.dotsPerCell
    light(
      Int(point.x * Double(across)), Int(point.y * Double(down)), &layer, stroke, slopes)
    pen.stroke(point, point) { light($0, $1, &layer, stroke, slopes) }
  }

  private func light(
    _ column: Int, _ row: Int, _ layer: inout Layer, _ stroke: Stroke, _ slopes: SlopeField?
  ) {
    let (across, down) = markers.dotsPerCell
    let x = min(max(column, 0), size.width * across - 1)
    let y = min(max(row, 0), size.height * down - 1)
    let index = y / down * size.width + x / across
    layer.bits[index] |= markers.bit(column: x % across, row: y % down)
    layer.isEmpty = false
    if markers == .ascii {
      let followed =
        stroke.weight == .strong
        ? slopes?.strongGlyph(column: x, row: y) : slopes?.glyph(column: x, row: y)
      let glyph = stroke.asciiGlyph ?? followed ?? "*"
      layer.glyphs[index] = glyph.asciiValue ?? 42
    }
  }

  // MARK: What is seen

  /// Whether a cell has dots.
  public func isLit(x: Int, y: Int) -> Bool {
    guard Rect(size).contains(x: x, y: y) else { return false }
    return layers.contains { $0.bits[y * size.width + x] != 0 }
  }

  /// Whether a dot of any curve is set; columns and rows are counted in dots.
  public func hasDot(column: Int, row: Int) -> Bool {
    let (across, down) = markers.dotsPerCell
    guard column >= 0, row >= 0, column < size.width * across, row < size.height * down else {
      return false
    }
    let index = row / down * size.width + column / across
    let bit = markers.bit(column: column % across, row: row % down)
    return layers.contains { $0.bits[index] & bit != 0 }
  }

  /// Puts the cells with dots into `frame`, keeping the backgrounds that are there.
  public func render(into frame: inout Frame, at rect: Rect) {
    inked().render(into: &frame, at: rect)
  }

  /// The dots of all curves together, and in each cell the colour of one.
  ///
  /// That is the curve drawn last, the most important; but where curves run through the same cells
  /// for a while they take turns, so that each can be followed. All dots stay, so that no line has
  /// gaps; in ASCII a cell's turn is its character's, too.
  public func inked() -> InkedCells {
    var inked = InkedCells(size, markers: markers)
    var counts = [Int](repeating: 0, count: size.width * size.height)
    for layer in layers {
      for index in counts.indices where layer.bits[index] != 0 { counts[index] += 1 }
    }
    var turns = Turns(counts, width: size.width, layers: layers.count)
    var present: [Int] = []
    for index in counts.indices where counts[index] > 0 {
      present.removeAll(keepingCapacity: true)
      var bits: UInt8 = 0
      for layer in layers.indices where layers[layer].bits[index] != 0 {
        present.append(layer)
        bits |= layers[layer].bits[index]
      }
      let shown = turns.next(present, at: index)
      inked.set(
        index, bits: bits, glyph: markers == .ascii ? layers[shown].glyphs[index] : 32,
        layers[shown].style)
    }
    return inked
  }
}

/// Decides whose turn it is in cells that curves share, row by row from the left.
private struct Turns {
  /// How many curves run through each cell.
  private let counts: [Int]
  private let width: Int
  /// For each layer and cell, in how many cells in a row up to there it was hidden.
  private var hidden: [[UInt8]]

  init(_ counts: [Int], width: Int, layers: Int) {
    self.counts = counts
    self.width = width
    let isShared = counts.contains { $0 > 1 }
    hidden = Array(
      repeating: Array(repeating: 0, count: isShared ? counts.count : 0), count: layers)
  }

  /// Which of the layers `present` in a cell is shown: the last, unless another was hidden for
  /// longer than each would be if all took turns.
  mutating func next(_ present: [Int], at index: Int) -> Int {
    let front = present[present.count - 1]
    guard present.count > 1 else { return front }
    var shown = front
    var longest = present.count
    for layer in present {
      let run = 1 + hiddenBefore(index, layer)
      hidden[layer][index] = UInt8(min(run, 250))
      if layer != front && run > longest { (shown, longest) = (layer, run) }
    }
    hidden[shown][index] = 0
    return shown
  }

  /// For how long the layer was hidden in the cell to the left; where a stretch begins, in the row
  /// above along all of the stretch.
  private func hiddenBefore(_ index: Int, _ layer: Int) -> Int {
    let column = index % width
    if column > 0 && counts[index - 1] > 1 { return Int(hidden[layer][index - 1]) }
    guard index >= width else { return 0 }
    var last = column
    while last + 1 < width && counts[index - column + last + 1] > 1 { last += 1 }
    var longest: UInt8 = 0
    for above in max(0, column - 1)...min(width - 1, last + 1) {
      longest = max(longest, hidden[layer][index - width - column + above])
    }
    return Int(longest)
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
