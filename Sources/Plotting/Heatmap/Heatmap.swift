import TerminalCells
import Wording

/// A matrix drawn as a field of colours about zero, with numbers while there is room for them.
public struct Heatmap: Sendable {
  public var rows: Int
  public var columns: Int
  public var scale: DivergingScale
  public var palette: HeatmapPalette
  /// How closely to look; nil for as closely as the whole matrix allows.
  public var detail: HeatmapDetail?
  /// The first entry that is seen, where not all of them fit.
  public var origin = MatrixIndex(row: 0, column: 0)
  public var cursor: MatrixIndex?
  public var maximumDecimals = 4
  public var maximumRowHeight = 3
  /// How many blank columns an entry with a number may have beyond those it needs.
  public var maximumPadding = 2

  public init(
    rows: Int, columns: Int, scale: DivergingScale, palette: HeatmapPalette,
    detail: HeatmapDetail? = nil
  ) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
    self.scale = scale
    self.palette = palette
    self.detail = detail
  }

  /// Where the entries come to lie, for headers, sums and the mouse.
  public func layout(in rect: Rect) -> HeatmapLayout {
    let detail = self.detail ?? automaticDetail(in: rect)
    switch detail {
    case .numbers(let decimals):
      let width = numberWidth(decimals: decimals) + 1
      let wide = columns > 0 ? min(rect.width / columns, width + max(0, maximumPadding)) : width
      let high = rows > 0 ? min(rect.height / rows, max(1, maximumRowHeight)) : 1
      return layout(
        detail, in: rect, entry: Size(width: max(width, wide), height: max(1, high)),
        numberWidth: width - 1)
    case .glyphs: return layout(detail, in: rect, entry: glyphSize(in: rect))
    case .pixels, .aggregated: return pixelLayout(detail, in: rect)
    }
  }

  /// The closest look at which the whole matrix fits.
  private func automaticDetail(in rect: Rect) -> HeatmapDetail {
    if columns <= rect.width / leastWidth && rows <= rect.height {
      let room = columns > 0 ? rect.width / columns : rect.width
      let decimals = (1...max(1, maximumDecimals)).last { numberWidth(decimals: $0) < room }
      return decimals.map { .numbers(decimals: $0) } ?? .glyphs
    }
    let (across, down) = pixels(in: rect)
    return columns <= across && rows <= down ? .pixels : .aggregated
  }

  /// The columns of a number: sign, digits before the point unless all are below one, point,
  /// decimals.
  func numberWidth(decimals: Int) -> Int {
    let whole = scale.extent > 1 ? max(1, DecimalNumber.exponent(of: scale.extent) + 1) : 0
    return min(12, whole) + 2 + min(15, max(0, decimals))
  }

  /// The columns that an entry without a number needs: a shade has its sign beside it.
  private var leastWidth: Int { palette.isShaded ? 2 : 1 }

  /// As large as there is room for, about square: a cell is twice as high as wide.
  private func glyphSize(in rect: Rect) -> Size {
    let across = columns > 0 ? rect.width / columns : leastWidth
    let down = rows > 0 ? rect.height / rows : 1
    let height = max(1, min(down, maximumRowHeight, across / 2))
    // In a single line, wide entries are seen better than square ones.
    let width = height > 1 ? 2 * height : min(across, 4)
    return Size(width: max(leastWidth, width), height: height)
  }

  /// Two pixels share a cell where there are colours and half blocks.
  private func pixels(in rect: Rect) -> (across: Int, down: Int) {
    let half = palette.glyphs.upperHalf != nil && !palette.isShaded
    return (rect.width / leastWidth, rect.height * (half ? 2 : 1))
  }

  private func layout(
    _ detail: HeatmapDetail, in rect: Rect, entry: Size, numberWidth: Int = 0
  ) -> HeatmapLayout {
    let seenRows = visible(rows, from: origin.row, room: rect.height / entry.height)
    let seenColumns = visible(columns, from: origin.column, room: rect.width / entry.width)
    return HeatmapLayout(
      rect: Rect(
        x: rect.x, y: rect.y, width: seenColumns.count * entry.width,
        height: seenRows.count * entry.height),
      detail: detail, rows: seenRows, columns: seenColumns, entrySize: entry,
      numberWidth: numberWidth,
      shadesNumbers: numberWidth > 0 && entry.height >= 3 && palette.style(1).background == nil,
      pixelsPerCell: 1,
      pixelRows: 0, pixelColumns: 0, pixelWidth: 1)
  }

  private func pixelLayout(_ detail: HeatmapDetail, in rect: Rect) -> HeatmapLayout {
    let (across, down) = pixels(in: rect)
    let perCell = rect.height > 0 ? down / rect.height : 1
    let seenRows = detail == .pixels ? visible(rows, from: origin.row, room: down) : 0..<rows
    let seenColumns =
      detail == .pixels ? visible(columns, from: origin.column, room: across) : 0..<columns
    let pixelRows = min(down, seenRows.count)
    // A cell is about twice as high as wide, so that a half of it is square; a whole one is not.
    let isSquare = leastWidth == 2 || seenColumns.count <= across / 2 && perCell == 1
    let wide = isSquare ? 2 : 1
    let pixelColumns = min(rect.width / wide, seenColumns.count)
    return HeatmapLayout(
      rect: Rect(
        x: rect.x, y: rect.y, width: pixelColumns * wide,
        height: (pixelRows + perCell - 1) / max(1, perCell)),
      detail: detail, rows: seenRows, columns: seenColumns, entrySize: Size(width: 1, height: 1),
      numberWidth: 0,
      shadesNumbers: false,
      pixelsPerCell: max(1, perCell), pixelRows: pixelRows, pixelColumns: pixelColumns,
      pixelWidth: wide)
  }

  private func visible(_ count: Int, from start: Int, room: Int) -> Range<Int> {
    let first = max(0, min(start, count - room))
    return first..<max(first, min(count, first + max(0, room)))
  }
}
