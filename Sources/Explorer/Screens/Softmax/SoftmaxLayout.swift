import Plotting
import TerminalCells

/// Where the parts of the screen lie: logits and probabilities beside the Jacobian, row by row,
/// and the readings below.
struct SoftmaxLayout {
  let logitPanel: Rect
  let jacobianPanel: Rect
  let readingPanel: Rect

  /// The logits' lines, without the heading above and the totals below.
  let logitRows: Rect
  /// The entries of the matrix and where they lie.
  let heatmap: Heatmap
  let heatmapRect: Rect
  let entries: HeatmapLayout
  let rowLabelWidth: Int
  /// The columns kept for row sums; 0 where there is no room.
  let sumWidth: Int

  private static let sumColumns = 10

  init(
    body: Rect, model: SoftmaxModel, palette: HeatmapPalette = .init { _ in Style() },
    levels: Int = 9
  ) {
    let readingHeight = body.height >= 17 ? 6 : body.height >= 14 ? 5 : 4
    let (upper, reading) = body.splitBottom(readingHeight)
    readingPanel = reading
    let leftWidth = min(60, max(31, body.width * 9 / 20))
    (logitPanel, jacobianPanel) = upper.splitLeft(leftWidth)

    let logitInner = logitPanel.inset(by: 1)
    let inner = jacobianPanel.inset(by: 1)
    // One line of headings above, one of totals below, on both sides.
    logitRows = logitInner.splitTop(1).rest.splitBottom(1).rest
    let rows = inner.splitTop(1).rest.splitBottom(1).rest
    rowLabelWidth = String(model.count - 1).count + (model.variant.id == "log-softmax" ? 6 : 3)

    let matrix = rows.splitLeft(rowLabelWidth).rest
    let scale = DivergingScale.fitting(
      largestMagnitude: model.readings.largestSlope, levels: levels)
    var map = Heatmap(
      rows: model.count, columns: model.count, scale: scale, palette: palette)
    map.cursor = MatrixIndex(row: model.row, column: model.column)
    let narrow = matrix.splitRight(Self.sumColumns).rest
    let decimals = Self.decimals(of: map, in: narrow)
    if let decimals {
      map.detail = .numbers(decimals: decimals)
      sumWidth = Self.sumColumns
      heatmapRect = narrow
    } else {
      sumWidth = 0
      heatmapRect = matrix
      // Rows scroll before entries turn into pixels, up to twice the height.
      let fitsAsGlyphs = model.count <= matrix.width && model.count <= 2 * matrix.height
      if fitsAsGlyphs { map.detail = .glyphs }
    }
    map.origin = MatrixIndex(
      row: Self.start(of: model.row, count: model.count, room: map.rowRoom(in: heatmapRect)),
      column: 0)
    heatmap = map
    entries = map.layout(in: heatmapRect)
  }

  /// The most decimals with which all columns fit side by side, if at least two do.
  private static func decimals(of map: Heatmap, in rect: Rect) -> Int? {
    (2...4).last { decimals in
      var wide = map
      wide.detail = .numbers(decimals: decimals)
      return wide.layout(in: rect).columns.count == map.columns
    }
  }

  /// The first row shown, so that the selected one is in the middle if possible.
  private static func start(of selected: Int, count: Int, room: Int) -> Int {
    max(0, min(selected - room / 2, count - room))
  }

  /// The height of a logit's line: that of its row of the matrix, where they stand side by side.
  var rowHeight: Int { showsEntries ? max(1, entries.entrySize.height) : 1 }

  /// Whether each row of the matrix has lines of its own.
  var showsEntries: Bool {
    switch entries.detail {
    case .numbers, .glyphs: true
    case .pixels, .aggregated: false
    }
  }

  /// The logits in sight.
  func visibleLogits(_ model: SoftmaxModel) -> Range<Int> {
    if showsEntries { return entries.rows }
    let room = logitRows.height
    let start = Self.start(of: model.selectedLogit, count: model.count, room: room)
    return start..<min(model.count, start + room)
  }

  /// What a click on a cell of the screen means.
  func target(x: Int, y: Int) -> (row: Int, column: Int?)? {
    if let entry = entries.entry(x: x, y: y) { return (entry.row, entry.column) }
    guard logitRows.contains(x: x, y: y), showsEntries else { return nil }
    let row = entries.rows.lowerBound + (y - logitRows.y) / rowHeight
    return entries.rows.contains(row) ? (row, nil) : nil
  }
}

extension Heatmap {
  /// How many rows of the matrix are seen at once.
  fileprivate func rowRoom(in rect: Rect) -> Int { max(1, layout(in: rect).rows.count) }
}
