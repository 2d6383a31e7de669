import TerminalCells

/// An entry of a matrix by row and column, from 0.
public struct MatrixIndex: Sendable, Hashable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// How closely a heatmap looks at its matrix.
public enum HeatmapDetail: Sendable, Hashable {
  /// A number in each entry.
  case numbers(decimals: Int)
  /// One or two columns an entry, with a glyph for the sign.
  case glyphs
  /// One pixel an entry.
  case pixels
  /// One pixel for several entries, the one with the largest magnitude.
  case aggregated
}

/// Where the entries of a matrix lie on the screen.
public struct HeatmapLayout: Sendable, Hashable {
  /// The cells that are drawn.
  public let rect: Rect
  public let detail: HeatmapDetail
  /// The entries that are seen.
  public let rows: Range<Int>
  public let columns: Range<Int>
  /// The size of an entry in cells, when there is a number or a glyph in it.
  public let entrySize: Size
  /// The columns that a number may take, where there are numbers.
  public let numberWidth: Int
  /// Whether shades stand above and below numbers, which have no colour behind them.
  public let shadesNumbers: Bool
  /// Pixels in a cell, one above the other; and how many there are in all, when there are pixels.
  let pixelsPerCell: Int
  let pixelRows: Int
  let pixelColumns: Int
  /// How many columns a pixel takes.
  let pixelWidth: Int

  var hasPixels: Bool { detail == .pixels || detail == .aggregated }

  /// The cells of an entry, for headers and cursors; empty if it is out of sight.
  public func rect(row: Int, column: Int) -> Rect {
    guard rows.contains(row), columns.contains(column) else {
      return Rect(x: rect.x, y: rect.y, width: 0, height: 0)
    }
    guard hasPixels else {
      return Rect(
        x: rect.x + (column - columns.lowerBound) * entrySize.width,
        y: rect.y + (row - rows.lowerBound) * entrySize.height,
        width: entrySize.width, height: entrySize.height)
    }
    let px = pixel(row: row, column: column)
    return Rect(
      x: rect.x + px.column * pixelWidth, y: rect.y + px.row / pixelsPerCell, width: pixelWidth,
      height: 1)
  }

  /// The column after the last digit of a number in the cells of its entry: numbers stand in the
  /// middle of wide cells, their digits below each other.
  public func numberEnd(in cells: Rect) -> Int {
    cells.maxX - 1 - max(0, cells.width - 1 - numberWidth) / 2
  }

  /// The pixel that shows an entry.
  func pixel(row: Int, column: Int) -> MatrixIndex {
    MatrixIndex(
      row: Self.share(row - rows.lowerBound, of: rows.count, in: pixelRows),
      column: Self.share(column - columns.lowerBound, of: columns.count, in: pixelColumns))
  }

  /// The entries that each row of pixels, and each column of them, shows.
  var pixelRowParts: [Range<Int>] {
    (0..<pixelRows).map { Self.part($0, of: pixelRows, in: rows) }
  }
  var pixelColumnParts: [Range<Int>] {
    (0..<pixelColumns).map { Self.part($0, of: pixelColumns, in: columns) }
  }

  /// The entries that a pixel shows.
  func entries(pixelRow: Int, pixelColumn: Int) -> (rows: Range<Int>, columns: Range<Int>) {
    (
      Self.part(pixelRow, of: pixelRows, in: rows),
      Self.part(pixelColumn, of: pixelColumns, in: columns)
    )
  }

  /// The first of the entries that a cell of the frame shows; nil beside the matrix.
  public func entry(x: Int, y: Int) -> MatrixIndex? {
    guard rect.contains(x: x, y: y) else { return nil }
    if hasPixels {
      let row = (y - rect.y) * pixelsPerCell
      let column = (x - rect.x) / pixelWidth
      guard row < pixelRows, column < pixelColumns else { return nil }
      let part = entries(pixelRow: row, pixelColumn: column)
      return MatrixIndex(row: part.rows.lowerBound, column: part.columns.lowerBound)
    }
    return MatrixIndex(
      row: rows.lowerBound + (y - rect.y) / entrySize.height,
      column: columns.lowerBound + (x - rect.x) / entrySize.width)
  }

  private static func part(_ pixel: Int, of pixels: Int, in range: Range<Int>) -> Range<Int> {
    let start = bound(pixel, range.count, pixels)
    return range.lowerBound + start..<range.lowerBound + bound(pixel + 1, range.count, pixels)
  }

  private static func share(_ entry: Int, of entries: Int, in pixels: Int) -> Int {
    guard entries > 0 else { return 0 }
    var pixel = min(pixels - 1, quotient(entry, pixels, entries))
    while pixel > 0 && bound(pixel, entries, pixels) > entry { pixel -= 1 }
    while pixel + 1 < pixels && bound(pixel + 1, entries, pixels) <= entry { pixel += 1 }
    return max(0, pixel)
  }

  /// Where the part of a pixel starts: pixel × entries / pixels, rounded down.
  private static func bound(_ pixel: Int, _ entries: Int, _ pixels: Int) -> Int {
    pixels > 0 ? quotient(pixel, entries, pixels) : 0
  }

  /// a × b / c without overflow.
  private static func quotient(_ a: Int, _ b: Int, _ c: Int) -> Int {
    let product = a.multipliedFullWidth(by: b)
    let divided = c.dividingFullWidth(product)
    return divided.quotient
  }
}
