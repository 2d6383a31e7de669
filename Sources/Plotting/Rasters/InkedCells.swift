import TerminalCells

/// Cells with dots of one colour each: what a canvas looks like, to be laid into a frame.
public struct InkedCells: Sendable {
  public let size: Size
  public let markers: MarkerSet
  private var bits: [UInt8]
  /// The code of each cell's character, 0 where it is that of the dots; empty if it is that everywhere.
  private var glyphs: [UInt16] = []
  /// The place of each cell's style in the palette: there are few, and all of it is copied for a frame.
  private var styles: [UInt16]
  private var palette = [Style()]
  /// The cells with dots, in the order in which they were lit.
  private var lit: [Int] = []
  /// The dots of the most important curve, from which those of lines below it keep apart.
  var front: [UInt8] = []
  /// The few cells that hold a sign instead of dots.
  private var signs: [(index: Int, sign: Character)] = []

  init(_ size: Size, markers: MarkerSet) {
    self.size = size
    self.markers = markers
    let count = size.width * size.height
    bits = Array(repeating: 0, count: count)
    styles = Array(repeating: 0, count: count)
  }

  private func style(at index: Int) -> Style { palette[Int(styles[index])] }

  private mutating func setStyle(_ style: Style, at index: Int) {
    var place = palette.lastIndex(of: style)
    if place == nil && palette.count <= Int(UInt16.max) {
      place = palette.count
      palette.append(style)
    }
    styles[index] = UInt16(place ?? 0)
  }

  private func glyph(at index: Int) -> UInt16 { glyphs.isEmpty ? 0 : glyphs[index] }

  mutating func set(_ index: Int, bits newBits: UInt8, glyph: UInt16 = 0, _ style: Style) {
    if bits[index] == 0 { lit.append(index) }
    if !signs.isEmpty { signs.removeAll { $0.index == index } }
    bits[index] = newBits
    if glyph != 0 && glyphs.isEmpty { glyphs = Array(repeating: 0, count: bits.count) }
    if !glyphs.isEmpty { glyphs[index] = glyph }
    setStyle(style, at: index)
  }

  /// Whether a cell has dots or a sign.
  public func isLit(x: Int, y: Int) -> Bool {
    Rect(size).contains(x: x, y: y) && isTaken(y * size.width + x)
  }

  private func isTaken(_ index: Int) -> Bool {
    bits[index] != 0 || signs.contains { $0.index == index }
  }

  /// With how many cells of its own a line is seen, and how far apart cells show it where it is not.
  private static let fewestCells = 3
  private static let turn = 8

  /// Lays lines below these dots: they are seen where no curve is. Fine dots go on through the cells of
  /// curves, in the colour of those, so that a line is closed; they stay clear of the front curve.
  ///
  /// Lines that have next to no cells of their own, as the tangent of a straight curve, give their
  /// colour to some of the cells that they share, unless those are blocks: there the curve would look
  /// torn.
  public mutating func lay(under lines: InkedCells) {
    guard lines.size == size, lines.markers == markers else { return }
    var shared: [Int] = []
    var own = 0
    for index in lines.lit {
      if isTaken(index) {
        shared.append(index)
      } else {
        own += 1
        set(
          index, bits: lines.bits[index], glyph: lines.glyph(at: index), lines.style(at: index))
      }
    }
    if markers.hasFineDots {
      for index in shared where bits[index] != 0 {
        bits[index] |= dotsClearOfFront(lines.bits[index], at: index)
      }
    }
    guard own < Self.fewestCells, markers.hasFineDots || markers == .ascii else { return }
    for place in stride(from: Self.turn - 1, to: shared.count, by: Self.turn) {
      setStyle(lines.style(at: shared[place]), at: shared[place])
    }
  }

  /// Those of a cell's dots that do not touch the front curve.
  private func dotsClearOfFront(_ dots: UInt8, at index: Int) -> UInt8 {
    guard !front.isEmpty else { return dots }
    let (across, down) = markers.dotsPerCell
    let (y, x) = index.quotientAndRemainder(dividingBy: size.width)
    var clear = dots
    for row in 0..<down {
      for column in 0..<across {
        let bit = markers.bit(column: column, row: row)
        guard dots & bit != 0 else { continue }
        if hasFront(near: (x * across + column, y * down + row)) { clear &= ~bit }
      }
    }
    return clear
  }

  private func hasFront(near dot: (column: Int, row: Int)) -> Bool {
    let (across, down) = markers.dotsPerCell
    for row in max(0, dot.row - 1)...min(size.height * down - 1, dot.row + 1) {
      for column in max(0, dot.column - 1)...min(size.width * across - 1, dot.column + 1) {
        let bit = markers.bit(column: column % across, row: row % down)
        if front[row / down * size.width + column / across] & bit != 0 { return true }
      }
    }
    return false
  }

  /// Puts a mark over a point, so that it stands where the point is and not merely in its cell.
  public mutating func stamp(
    _ mark: Mark, at point: PlotPoint, _ style: Style, chrome: Chrome = .unicode
  ) {
    guard !size.isEmpty, point.x.isFinite, point.y.isFinite else { return }
    guard let sign = mark.sign(at: point, markers, chrome) else {
      return stampRing(at: point, style)
    }
    let x = min(max(Int(point.x + 0x1p-20), 0), size.width - 1)
    let y = min(max(Int(point.y + 0x1p-20), 0), size.height - 1)
    let index = y * size.width + x
    set(index, bits: 0, style)
    signs.append((index, sign))
  }

  private mutating func stampRing(at point: PlotPoint, _ style: Style) {
    lay(Mark.ring(around: point, markers), style)
  }

  /// Puts a mark over a point that is seen from afar, clear of all around it.
  ///
  /// - Parameter isSolid: whether it is made of blocks, as a solid stroke is.
  public mutating func stampLarge(
    _ mark: Mark, at point: PlotPoint, _ style: Style, isSolid: Bool
  ) {
    guard !size.isEmpty, point.x.isFinite, point.y.isFinite else { return }
    guard markers == .ascii else {
      return lay(mark.largeDots(around: point, markers), style, isSolid: isSolid)
    }
    let x = min(max(Int(point.x + 0x1p-20), 0), size.width - 1)
    let y = min(max(Int(point.y + 0x1p-20), 0), size.height - 1)
    for (offset, sign) in mark.largeText.enumerated() {
      let column = x + offset - 1
      guard (0..<size.width).contains(column) else { continue }
      set(y * size.width + column, bits: 0, style)
      signs.append((y * size.width + column, sign))
    }
  }

  /// Sets and clears the dots of a mark. What is drawn around it stays, in its own colour where it has more
  /// of a cell than the mark.
  private mutating func lay(
    _ dots: [(column: Int, row: Int, isLit: Bool)], _ style: Style, isSolid: Bool = false
  ) {
    let (across, down) = markers.dotsPerCell
    var cells: [(index: Int, lit: UInt8, cleared: UInt8)] = []
    for (column, row, isLit) in dots {
      guard column >= 0, row >= 0, column < size.width * across, row < size.height * down else {
        continue
      }
      let index = row / down * size.width + column / across
      let bit = markers.bit(column: column % across, row: row % down)
      let place =
        cells.firstIndex { $0.index == index }
        ?? {
          cells.append((index, 0, 0))
          return cells.count - 1
        }()
      if isLit { cells[place].lit |= bit } else { cells[place].cleared |= bit }
    }
    for cell in cells {
      let around = bits[cell.index] & ~(cell.lit | cell.cleared)
      let isOfMark = cell.lit.nonzeroBitCount >= around.nonzeroBitCount
      let all = around | cell.lit
      let isInSolid = isSolid && (isOfMark || glyph(at: cell.index) != 0)
      set(
        cell.index, bits: all, glyph: isInSolid ? markers.solidCode(all) : 0,
        isOfMark ? style : self.style(at: cell.index))
    }
  }

  /// Puts the cells with dots into `frame`, keeping the backgrounds that are there.
  public func render(into frame: inout Frame, at rect: Rect) {
    for index in lit {
      let (y, x) = index.quotientAndRemainder(dividingBy: size.width)
      guard x < rect.width && y < rect.height, bits[index] != 0 else { continue }
      let code = glyph(at: index)
      let glyph = code != 0 ? Unicode.Scalar(code) ?? " " : markers.glyph(bits[index])
      frame.overlay(Cell(scalar: glyph, style(at: index)), x: rect.x + x, y: rect.y + y)
    }
    for (index, sign) in signs {
      let (y, x) = index.quotientAndRemainder(dividingBy: size.width)
      guard x < rect.width && y < rect.height else { continue }
      frame.overlay(Cell(sign, style(at: index)), x: rect.x + x, y: rect.y + y)
    }
  }
}
