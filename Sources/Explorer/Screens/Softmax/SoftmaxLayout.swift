import Plotting
import TerminalCells

/// Where the parts of the screen lie: the logits beside the matrix or another view, row by row,
/// and the readings below.
struct SoftmaxLayout {
  let logitPanel: Rect
  /// The panel at the right, whichever view is in it.
  let jacobianPanel: Rect
  let readingPanel: Rect

  /// The logits' lines, without the headings above and the two lines of totals below.
  let logitRows: Rect
  let rowLabelWidth: Int
  /// The columns kept for row sums; 0 where there is no room.
  let sumWidth: Int
  let looks: MatrixLooks
  let window: MatrixWindow
  private let view: SoftmaxModel.View

  private static let sumColumns = 10
  /// How many powers of ten the logarithmic scale is deep.
  static let decades = 6

  init(
    body: Rect, model: SoftmaxModel, palette: HeatmapPalette = .init { _ in Style() },
    levels: Int = 9
  ) {
    view = model.view
    let wanted = Self.readingLines(model, body.height) + 2
    let (upper, reading) = body.splitBottom(min(wanted, max(4, body.height - 8)))
    readingPanel = reading
    (logitPanel, jacobianPanel) = upper.splitLeft(Self.leftWidth(body, model))

    // The same headings above and totals below on both sides, so that rows stand beside rows.
    func rows(_ panel: Rect) -> Rect {
      panel.inset(by: 1).splitTop(Self.headings(model.view)).rest.splitBottom(2).rest
    }
    logitRows = rows(logitPanel)
    let right = rows(jacobianPanel)
    rowLabelWidth = String(model.count - 1).count + (model.variant.id == "log-softmax" ? 6 : 3)

    let matrix = right.splitLeft(rowLabelWidth).rest
    let narrow = matrix.splitRight(Self.sumColumns).rest
    var map = Heatmap(
      rows: model.count, columns: model.count, scale: Self.scale(model, levels: levels),
      palette: palette)
    map.maximumRowHeight = body.height >= 45 ? 9 : body.height >= 30 ? 5 : 3
    map.maximumPadding = body.width >= 160 ? 16 : body.width >= 110 ? 6 : 2
    looks = MatrixLooks(of: map, in: matrix, narrow: narrow)
    let look = looks[model.zoom]
    let hasSums = Self.hasSums(look, of: map, in: matrix, narrow: narrow)
    sumWidth = hasSums ? Self.sumColumns : 0
    window = MatrixWindow(
      map, look: look, row: model.row, column: model.column,
      in: hasSums ? narrow : matrix)
  }

  /// Sums stand beside numbers, unless without them the whole matrix fits.
  private static func hasSums(
    _ look: MatrixLooks.Look, of map: Heatmap, in rect: Rect, narrow: Rect
  ) -> Bool {
    guard case .detail(.numbers(let decimals)) = look else { return false }
    return MatrixLooks.fits(decimals, map, in: narrow)
      || !MatrixLooks.fits(decimals, map, in: rect)
  }

  private static func readingLines(_ model: SoftmaxModel, _ height: Int) -> Int {
    switch model.view {
    case .jacobian: height >= 28 ? 8 : 4
    case .nudge: height >= 28 ? 7 : 5
    // The derivation takes what a short vector leaves.
    case .loss: min(12, max(7, height - 2 - chrome - min(model.count, height / 2 - chrome)))
    case .stability: 6
    }
  }

  /// The lines of a panel beyond its rows: the frame, a heading, two lines of totals.
  private static let chrome = 5

  private static func headings(_ view: SoftmaxModel.View) -> Int { view == .stability ? 2 : 1 }

  /// The tables of the other views need more room than the matrix: the bars go.
  private static func leftWidth(_ body: Rect, _ model: SoftmaxModel) -> Int {
    let names = String(model.count - 1).count
    let numbers = names + (model.showsAllDigits ? 37 : 25)
    guard model.view == .jacobian else { return min(numbers, body.width / 2) }
    return max(min(numbers, body.width / 2), min(60, max(31, body.width * 9 / 20)))
  }

  static func automaticScale(_ model: SoftmaxModel, levels: Int) -> DivergingScale {
    DivergingScale.fitting(
      largestMagnitude: model.readings.largestSlope, levels: levels,
      kind: model.isLogarithmic ? .signedLog(decades: decades) : .linear)
  }

  private static func scale(_ model: SoftmaxModel, levels: Int) -> DivergingScale {
    let automatic = automaticScale(model, levels: levels)
    guard let extent = model.fixedExtent else { return automatic }
    return DivergingScale(extent: extent, levels: levels, kind: automatic.kind)
  }

  /// Whether each row of the matrix has lines of its own, beside those of its logit.
  var showsEntries: Bool { view == .jacobian && window.showsEntries }

  /// The height of a logit's line: that of its row of the matrix, where they stand side by side.
  var rowHeight: Int { showsEntries ? max(1, window.entrySize.height) : 1 }

  /// The logits in sight.
  func visibleLogits(_ model: SoftmaxModel) -> Range<Int> {
    if showsEntries { return window.rows }
    let room = logitRows.height
    let selected = view == .jacobian ? model.selectedLogit : model.row
    let start = MatrixWindow.start(of: selected, count: model.count, room: room)
    return start..<min(model.count, start + room)
  }

  /// The line of a logit in sight.
  func line(of index: Int, in visible: Range<Int>) -> Int {
    logitRows.y + (index - visible.lowerBound) * rowHeight + (rowHeight - 1) / 2
  }

  /// What a click on a cell of the screen means.
  func target(
    x: Int, y: Int, model: SoftmaxModel
  ) -> (row: Int, column: Int?, isInPanel: Bool)? {
    if view == .jacobian, let entry = window.entry(x: x, y: y) {
      return (entry.row, entry.column, true)
    }
    guard y >= logitRows.y, y < logitRows.maxY else { return nil }
    let visible = visibleLogits(model)
    let row = visible.lowerBound + (y - logitRows.y) / rowHeight
    guard visible.contains(row) else { return nil }
    if logitRows.contains(x: x, y: y) { return (row, nil, false) }
    let isInTable = view != .jacobian && view != .stability
    return isInTable && jacobianPanel.contains(x: x, y: y) ? (row, nil, true) : nil
  }
}
