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
    /// Of a line made of characters, the code of each cell's.
    var glyphs: [UInt16]
    /// The cells with dots, in the order in which they were lit.
    var lit: [Int] = []
    var isSolid = false

    /// Whether it is made of characters, one dot a cell.
    var isWritten: Bool { !glyphs.isEmpty }
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
    let isWritten = isASCII || stroke.weight == .hair && !markers.hasFineDots
    var layer = Layer(
      style: stroke.style, bits: Array(repeating: 0, count: cells),
      glyphs: isWritten ? Array(repeating: 32, count: cells) : [])
    layer.isSolid = stroke.isSolid
    let pen = Pen(stroke.weight, isWritten ? .ascii : markers)
    // A strong line is the same all along, for the eye to follow.
    let isFine = stroke.weight != .strong && stroke.weight != .heavy
    let followsSlope = isASCII ? stroke.asciiGlyph == nil && isFine : isWritten
    let slopes = followsSlope ? SlopeField(trace) : nil
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
    return !layer.lit.isEmpty
  }

  /// A line of no length: the dots around it, or the one it is in.
  private func dot(
    at point: PlotPoint, _ layer: inout Layer, _ pen: Pen, _ stroke: Stroke, _ slopes: SlopeField?
  ) {
    let (across, down) = grid(of: layer).dotsPerCell
    light(
      Int(point.x * Double(across)), Int(point.y * Double(down)), &layer, stroke, slopes)
    pen.stroke(point, point) { light($0, $1, &layer, stroke, slopes) }
  }

  private func light(
    _ column: Int, _ row: Int, _ layer: inout Layer, _ stroke: Stroke, _ slopes: SlopeField?
  ) {
    let grid = grid(of: layer)
    let (across, down) = grid.dotsPerCell
    let x = min(max(column, 0), size.width * across - 1)
    let y = min(max(row, 0), size.height * down - 1)
    let index = y / down * size.width + x / across
    if layer.bits[index] == 0 { layer.lit.append(index) }
    layer.bits[index] |= grid.bit(column: x % across, row: y % down)
    if markers == .ascii {
      let glyph =
        stroke.asciiGlyph ?? slopes?.glyph(column: x, row: y)
        ?? (stroke.weight == .heavy ? "#" : "*")
      layer.glyphs[index] = UInt16(glyph.asciiValue ?? 42)
    } else if layer.isWritten {
      layer.glyphs[index] = slopes?.code(column: x, row: y) ?? 32
    }
  }

  /// What the dots of a layer are counted in.
  private func grid(of layer: Layer) -> MarkerSet { layer.isWritten ? .ascii : markers }

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

  /// The curves one over the other, each cell in the colour of one.
  ///
  /// In cells that curves share that is the one drawn last, the most important, and no dot of another
  /// frays it; but where they run through the same cells for a while they take turns, so that each
  /// can be followed. A cell that is another's turn shows the dots of both, and in ASCII the other's
  /// character.
  public func inked() -> InkedCells {
    var inked = InkedCells(size, markers: markers)
    if let last = layers.last, !last.isWritten { inked.front = last.bits }
    if layers.count == 1 {
      ink(layers[0], in: &inked)
      return inked
    }
    var counts = [Int](repeating: 0, count: size.width * size.height)
    for layer in layers {
      for index in counts.indices where layer.bits[index] != 0 { counts[index] += 1 }
    }
    var turns = Turns(counts, width: size.width, layers: layers.count)
    var present: [Int] = []
    for index in counts.indices where counts[index] > 0 {
      present.removeAll(keepingCapacity: true)
      for layer in layers.indices where layers[layer].bits[index] != 0 { present.append(layer) }
      let front = present[present.count - 1]
      let shown = turns.next(present, at: index)
      let isDotted = !layers[shown].isWritten && !layers[front].isWritten
      let bits = layers[shown].bits[index] | (isDotted ? layers[front].bits[index] : 0)
      let glyph = self.glyph(of: layers[shown], bits, at: index)
      inked.set(index, bits: bits, glyph: glyph, layers[shown].style)
    }
    return inked
  }

  /// The code of the character that shows a layer's dots; 0 for those dots themselves.
  private func glyph(of layer: Layer, _ bits: UInt8, at index: Int) -> UInt16 {
    layer.isWritten ? layer.glyphs[index] : layer.isSolid ? markers.solidCode(bits) : 0
  }

  /// A curve that shares no cell.
  private func ink(_ layer: Layer, in inked: inout InkedCells) {
    for index in layer.lit.sorted() {
      inked.set(
        index, bits: layer.bits[index], glyph: glyph(of: layer, layer.bits[index], at: index),
        layer.style)
    }
  }
}

/// Decides whose turn it is in cells that curves share, row by row from the left.
private struct Turns {
  private let width: Int
  /// For each layer and cell, 0 where the layer is not among several; else 1 more than the number of
  /// cells in a row up to there in which it was hidden.
  private var hidden: [[UInt8]]

  init(_ counts: [Int], width: Int, layers: Int) {
    self.width = width
    let isShared = counts.contains { $0 > 1 }
    hidden = Array(
      repeating: Array(repeating: 0, count: isShared ? counts.count : 0), count: layers)
  }

  /// For how many cells more than each would be hidden if all took turns the front one is seen: as
  /// many as a mere crossing takes.
  private static let patience = 2

  /// Which of the layers `present` in a cell is shown: the last, unless another was hidden for long.
  mutating func next(_ present: [Int], at index: Int) -> Int {
    let front = present[present.count - 1]
    guard present.count > 1 else { return front }
    var shown = front
    var longest = present.count + Self.patience
    for layer in present {
      let run = 1 + hiddenBefore(index, layer)
      hidden[layer][index] = UInt8(min(run, 250) + 1)
      if layer != front && run > longest { (shown, longest) = (layer, run) }
    }
    hidden[shown][index] = 1
    return shown
  }

  /// How many cells the gap of a dash may take.
  private static let gap = 2

  /// For how long the layer was hidden in the cells to the left, be it with gaps; where a stretch
  /// begins, in the row above along all of the stretch.
  private func hiddenBefore(_ index: Int, _ layer: Int) -> Int {
    let column = index % width
    for back in 1...Self.gap + 1 where back <= column {
      let before = hidden[layer][index - back]
      if before > 0 { return Int(before) - 1 }
    }
    guard index >= width else { return 0 }
    let above = index - width - column
    let near = max(0, column - 1)...min(width - 1, column + Self.reach)
    return near.reduce(0) { max($0, Int(hidden[layer][above + $1]) - 1) }
  }

  /// How far to the right the stretch of the row above is looked for.
  private static let reach = 8
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
