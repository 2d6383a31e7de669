import TerminalCells

/// Cells with dots of one colour each: what a canvas looks like, to be laid into a frame.
public struct InkedCells: Sendable {
  public let size: Size
  public let markers: MarkerSet
  private var bits: [UInt8]
  private var glyphs: [UInt8]
  private var styles: [Style]
  /// The cells with dots, in the order in which they were lit.
  private var lit: [Int] = []

  init(_ size: Size, markers: MarkerSet) {
    self.size = size
    self.markers = markers
    let count = size.width * size.height
    bits = Array(repeating: 0, count: count)
    glyphs = markers == .ascii ? Array(repeating: 32, count: count) : []
    styles = Array(repeating: Style(), count: count)
  }

  mutating func set(_ index: Int, bits newBits: UInt8, glyph: UInt8, _ style: Style) {
    if bits[index] == 0 { lit.append(index) }
    bits[index] = newBits
    if markers == .ascii { glyphs[index] = glyph }
    styles[index] = style
  }

  /// Whether a cell has dots.
  public func isLit(x: Int, y: Int) -> Bool {
    Rect(size).contains(x: x, y: y) && bits[y * size.width + x] != 0
  }

  /// In every how many of the cells that a line shares with curves it is the line that is seen.
  private static let lineTurn = 8

  /// Lays lines below these dots: they are added to cells that both share, of which nearly all keep
  /// their colour, and in ASCII their characters.
  public mutating func lay(under lines: InkedCells) {
    guard lines.size == size, lines.markers == markers else { return }
    var shared = 0
    for index in lines.lit {
      let isShared = bits[index] != 0
      if isShared { shared += 1 }
      if isShared && shared % Self.lineTurn != 0 {
        bits[index] |= lines.bits[index]
      } else {
        set(
          index, bits: bits[index] | lines.bits[index],
          glyph: markers == .ascii ? lines.glyphs[index] : 32, lines.styles[index])
      }
    }
  }

  /// Puts a mark over a point, in dots, so that it stands where the point is and not merely in its
  /// cell. What is drawn around it stays, in the mark's colour.
  public mutating func stamp(
    _ mark: Mark, at point: PlotPoint, _ style: Style, chrome: Chrome = .unicode
  ) {
    guard !size.isEmpty, point.x.isFinite, point.y.isFinite else { return }
    if markers == .ascii {
      let x = min(max(Int(point.x), 0), size.width - 1)
      let y = min(max(Int(point.y), 0), size.height - 1)
      let glyph = chrome.character(for: mark).asciiValue ?? 42
      return set(y * size.width + x, bits: 1, glyph: glyph, style)
    }
    let (across, down) = markers.dotsPerCell
    for (column, row, isLit) in mark.dots(at: point, markers) {
      guard column >= 0, row >= 0, column < size.width * across, row < size.height * down else {
        continue
      }
      let index = row / down * size.width + column / across
      let bit = markers.bit(column: column % across, row: row % down)
      set(index, bits: isLit ? bits[index] | bit : bits[index] & ~bit, glyph: 32, style)
    }
  }

  /// Puts the cells with dots into `frame`, keeping the backgrounds that are there.
  public func render(into frame: inout Frame, at rect: Rect) {
    for index in lit {
      let (y, x) = index.quotientAndRemainder(dividingBy: size.width)
      guard x < rect.width && y < rect.height, bits[index] != 0 else { continue }
      let glyph =
        markers == .ascii ? Unicode.Scalar(glyphs[index]) : markers.glyph(bits[index])
      frame.overlay(Cell(scalar: glyph, styles[index]), x: rect.x + x, y: rect.y + y)
    }
  }
}
