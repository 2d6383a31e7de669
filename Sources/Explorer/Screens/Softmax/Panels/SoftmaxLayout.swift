import Plotting
import TerminalCells
import Widgets

/// Where the parts of the screen lie: the logits beside the matrix or another view, row by row,
/// and the readings below.
///
/// As the body shrinks the bars go first, then the readings but for their first line, then the
/// outputs; the logits and as much of the matrix as fits stay.
struct SoftmaxLayout {
  let logitPanel: Rect
  let columns: SoftmaxColumns
  /// The panel at the right, whichever view is in it.
  let jacobianPanel: Rect
  let readingPanel: Rect

  /// The logits' lines, without the headings above and the totals below.
  let logitRows: Rect
  /// How many lines of totals there are below the rows.
  let totals: Int
  let rowLabelWidth: Int
  /// The columns kept for row sums; 0 where there is no room.
  let sumWidth: Int
  let looks: MatrixLooks
  let window: MatrixWindow
  private let view: SoftmaxState.View
  private let count: Int
  private let isSorted: Bool
  /// Where the outputs of all logits stand in a strip, below a list that does not show them all; empty
  /// where it does, or where there is no room.
  let massRect: Rect

  static let sumColumns = 10

  init(body: Rect, sheet: SoftmaxSheet, appearance: Appearance = Appearance()) {
    view = sheet.view
    count = sheet.count
    isSorted = sheet.order != nil
    let theme = Theme(appearance)
    let wanted = Self.readingLines(sheet, body)
    // The readings of a matrix are too many to be read from afar.
    let isLeftOut = appearance.isPresenting && sheet.view == .jacobian
    let (upper, reading) = body.splitBottom(
      isLeftOut
        ? 0
        : body.height < Self.leastBoxed ? 1 : min(wanted + 2, max(4, body.height - 8)))
    readingPanel = reading
    totals = upper.height < Self.leastBoxed - 4 ? 1 : 2

    var map = Heatmap(
      rows: sheet.count, columns: sheet.count,
      scale: Self.scale(sheet, theme, isLogarithmic: false),
      palette: sheet.memory.palette.value(for: appearance) { theme.heatmapPalette })
    map.maximumRowHeight = max(3, body.height / 4)
    map.maximumPadding = max(2, body.width / 5 - 16)
    rowLabelWidth = String(sheet.count - 1).count + (sheet.variant.id == "log-softmax" ? 6 : 3)
    columns = SoftmaxColumns(body: body, sheet: sheet, map: map, rowLabelWidth: rowLabelWidth)
    (logitPanel, jacobianPanel) = upper.splitLeft(columns.width)

    // The same headings above and totals below on both sides, so that rows stand beside rows.
    let (headings, totals) = (Self.headings(sheet.view), totals)
    func rows(_ panel: Rect) -> Rect {
      panel.inset(by: 1).splitTop(headings).rest.splitBottom(totals).rest
    }
    let list = rows(logitPanel)
    let matrix = rows(jacobianPanel).splitLeft(rowLabelWidth).rest
    let narrow = Self.keepsSums(sheet, in: matrix) ? Self.besideSums(matrix) : matrix
    looks = MatrixLooks(of: map, in: matrix, narrow: narrow)
    let look = looks[sheet.zoom]
    map.scale = Self.scale(
      sheet, theme, isLogarithmic: sheet.isLogarithmic ?? !look.tellsEntriesApart)
    let hasSums =
      Self.hasSums(look, of: map, in: matrix, narrow: Self.besideSums(matrix))
      && (Self.keepsSums(sheet, in: matrix) || look != looks[0])
    sumWidth = hasSums ? Self.sumColumns : 0
    window = MatrixWindow(
      map, look: look, row: sheet.row, column: sheet.column,
      in: hasSums ? Self.besideSums(matrix) : matrix)
    let isBesideEntries = sheet.view == .jacobian && window.showsEntries && sheet.order == nil
    let hasMass =
      sheet.view == .jacobian && !isBesideEntries && sheet.count > max(list.height, 20)
      && columns.outputWidth > 0 && list.height >= 8
    (logitRows, massRect) = list.splitBottom(hasMass ? (list.height >= 14 ? 3 : 2) : 0)
  }

  /// The height from which the readings have a box of their own.
  private static let leastBoxed = 14

  private static func besideSums(_ matrix: Rect) -> Rect { matrix.splitRight(sumColumns).rest }

  /// The columns between the matrix and the blank before the frame.
  var roomBesideMatrix: Int { max(0, jacobianPanel.maxX - 2 - window.drawnRect.maxX) }

  /// Whether the whole matrix keeps its sums beside it: a second digit of small entries goes before them.
  private static func keepsSums(_ sheet: SoftmaxSheet, in matrix: Rect) -> Bool {
    let (whole, beside) = (matrix.width / sheet.count, besideSums(matrix).width / sheet.count)
    return beside >= sheet.readings.widthOfTwoDigits || beside == whole
  }

  /// Sums stand beside numbers, unless without them the whole matrix fits.
  private static func hasSums(
    _ look: MatrixLooks.Look, of map: Heatmap, in rect: Rect, narrow: Rect
  ) -> Bool {
    guard case .detail(.numbers(let decimals)) = look else { return false }
    return MatrixLooks.fits(decimals, map, in: narrow)
      || !MatrixLooks.fits(decimals, map, in: rect)
  }

  private static func readingLines(_ sheet: SoftmaxSheet, _ body: Rect) -> Int {
    let isTall = body.height >= 28
    switch sheet.view {
    case .jacobian: return isTall ? 8 : 4
    case .nudge: return isTall ? 7 : 5
    // The derivation grows as it is told, up to what leaves the classes some room.
    case .loss:
      let lines = SoftmaxReadingPanel(sheet: sheet).height(width: body.width)
      return min(lines, max(4, body.height - 2 - chrome - min(sheet.count, 6)))
    case .stability: return 6
    }
  }

  /// The lines of a panel beyond its rows: the frame, a heading, two lines of totals.
  private static let chrome = 5

  private static func headings(_ view: SoftmaxState.View) -> Int { view == .stability ? 2 : 1 }

  // MARK: The scale

  /// Whether colours or shades stand for powers of ten: as chosen, or where they alone must tell
  /// entries apart, most of which are small beside the largest.
  var isLogarithmic: Bool { window.heatmap.scale.kind != .linear }

  /// How many powers of ten the logarithmic scale is deep; where there are shades, one for each.
  private static func decades(_ appearance: Appearance) -> Int {
    appearance.colors < .palette ? 4 : 6
  }

  static func automaticExtent(_ sheet: SoftmaxSheet) -> Double {
    DivergingScale.fitting(largestMagnitude: sheet.readings.largestSlope, levels: 1).extent
  }

  static func scale(
    _ sheet: SoftmaxSheet, _ theme: Theme, isLogarithmic: Bool
  ) -> DivergingScale {
    DivergingScale(
      extent: sheet.fixedExtent ?? automaticExtent(sheet), levels: theme.heatmapLevels,
      kind: isLogarithmic
        ? .signedLog(decades: decades(theme.appearance)) : .linear)
  }

  // MARK: Rows

  /// Whether each row of the matrix has lines of its own, beside those of its logit.
  var showsEntries: Bool { view == .jacobian && window.showsEntries && !isSorted }

  /// The height of a logit's line: that of its row of the matrix, where they stand side by side.
  var rowHeight: Int {
    if showsEntries { return max(1, window.entrySize.height) }
    if view == .jacobian && !window.showsEntries { return 1 }
    return max(1, min(7, logitRows.height / max(1, count)))
  }

  /// How many lines a bar is high, in the middle of its row.
  var barHeight: Int { rowHeight < 3 ? 1 : rowHeight < 5 ? rowHeight - 2 : 3 }

  /// The places of the list in sight; in its own order those of logits by their numbers.
  func visiblePlaces(_ sheet: SoftmaxSheet) -> Range<Int> {
    if showsEntries { return window.rows }
    let room = logitRows.height / rowHeight
    let selected = sheet.place(of: view == .jacobian ? sheet.selectedLogit : sheet.row)
    let start = MatrixWindow.start(of: selected, count: sheet.count, room: room)
    return start..<min(sheet.count, start + room)
  }

  /// The line of a place in sight.
  func line(of place: Int, in visible: Range<Int>) -> Int {
    logitRows.y + (place - visible.lowerBound) * rowHeight + (rowHeight - 1) / 2
  }

  /// What lies under a cell of the screen: an entry of the matrix, or a row of a list.
  func target(x: Int, y: Int, sheet: SoftmaxSheet) -> PanelPlace? {
    if view == .jacobian, let entry = window.entry(x: x, y: y) {
      return .entry(row: entry.row, column: entry.column)
    }
    guard y >= logitRows.y, y < logitRows.maxY else { return nil }
    let visible = visiblePlaces(sheet)
    let place = visible.lowerBound + (y - logitRows.y) / rowHeight
    guard visible.contains(place) else { return nil }
    let row = sheet.logit(at: place)
    if logitRows.contains(x: x, y: y) { return .item(row) }
    let isInTable = view != .jacobian && view != .stability
    return isInTable && jacobianPanel.contains(x: x, y: y) ? .item(row) : nil
  }
}
