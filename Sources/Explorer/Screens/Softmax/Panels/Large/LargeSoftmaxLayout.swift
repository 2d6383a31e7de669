import Plotting
import TerminalCells
import Widgets

/// Where things lie for the back row: few classes, each in rows of its own, with large digits; beside them
/// the matrix or the numbers of the view.
struct LargeSoftmaxLayout: Sendable {
  /// What stands beside the classes.
  enum Beside: Sendable, Equatable {
    /// Entries in large digits.
    case entries(width: Int)
    /// Entries as a heatmap has them.
    case heatmap
    /// Two columns of large numbers.
    case numbers(width: Int)
  }

  /// A line of titles above all, and one of names above the columns.
  let titles: Rect
  let names: Rect
  /// The rows of the classes, of which each has ``rowHeight``.
  let list: Rect
  let panel: Rect
  /// The last words of a derivation, below the rows.
  let footer: Rect
  let rowHeight: Int
  let beside: Beside
  /// The matrix where it is a heatmap.
  let window: MatrixWindow?
  private let count: Int
  private let view: SoftmaxState.View

  /// A name and a number below it, or beside it.
  private static let leastRow = LargeDigits.height
  private static let tallestRow = 8
  /// "−.161" and a column between.
  private static let leastEntry = 18
  private static let widestEntry = 26
  /// "0.659" with a margin at either side, or ".659" and a short bar.
  private static let leastList = 24
  /// Two columns of "−0.341".
  private static let leastNumbers = 22
  private static let widestNumbers = 30

  /// Nil where there is no room for large digits, or too much is shown for them.
  init?(_ sheet: SoftmaxSheet, in body: Rect, _ appearance: Appearance) {
    guard appearance.isPresenting, sheet.view != .stability, body.width >= 60 else { return nil }
    (count, view) = (sheet.count, sheet.view)
    let footerRows = sheet.view == .loss ? 2 : 0
    let (titles, below) = body.splitTop(1)
    let (names, upper) = below.splitTop(1)
    let (rows, footer) = upper.splitBottom(footerRows)
    guard count <= rows.height / Self.leastRow else { return nil }
    rowHeight = min(Self.tallestRow, rows.height / count)
    (self.titles, self.names, self.footer) = (titles, names, footer)

    let room = body.width - Self.leastList
    let width: Int
    if sheet.view != .jacobian {
      let column = min(Self.widestNumbers, max(Self.leastNumbers, body.width * 3 / 10))
      (beside, width) = (.numbers(width: column), min(room, 2 * column + 1))
    } else if sheet.zoom == 0, count * Self.leastEntry < room {
      let entry = min(Self.widestEntry, (body.width * 7 / 10) / count, (room - 1) / count)
      let fitting = max(Self.leastEntry, entry)
      (beside, width) = (.entries(width: fitting), fitting * count + 1)
    } else {
      (beside, width) = (.heatmap, min(room, body.width * 2 / 3))
    }
    let (list, panel) = rows.splitRight(width)
    (self.list, self.panel) = (list, panel)
    window =
      beside == .heatmap
      ? Self.window(sheet, in: panel.splitLeft(1).rest, appearance, rowHeight: rowHeight) : nil
  }

  private static func window(
    _ sheet: SoftmaxSheet, in rect: Rect, _ appearance: Appearance, rowHeight: Int
  ) -> MatrixWindow {
    let theme = Theme(appearance)
    var map = Heatmap(
      rows: sheet.count, columns: sheet.count,
      scale: SoftmaxLayout.scale(sheet, theme, isLogarithmic: false),
      palette: theme.heatmapPalette)
    map.maximumRowHeight = rowHeight
    map.maximumPadding = 4
    let look = MatrixLooks(of: map, in: rect, narrow: rect)[sheet.zoom]
    map.scale = SoftmaxLayout.scale(
      sheet, theme, isLogarithmic: sheet.isLogarithmic ?? !look.tellsEntriesApart)
    return MatrixWindow(map, look: look, row: sheet.row, column: sheet.column, in: rect)
  }

  // MARK: Parts

  /// The rows of a class, in the list or in the panel beside it.
  func row(_ index: Int, in rect: Rect) -> Rect {
    Rect(x: rect.x, y: rect.y + index * rowHeight, width: rect.width, height: rowHeight)
  }

  /// The cells of an entry, where entries have large digits.
  func entry(row: Int, column: Int) -> Rect? {
    guard case .entries(let width) = beside else { return nil }
    // Between two rows a line is left where there is one to spare.
    let height = rowHeight > LargeDigits.height ? rowHeight - 1 : rowHeight
    return Rect(
      x: panel.x + 1 + column * width, y: panel.y + row * rowHeight, width: width - 1,
      height: height)
  }

  /// What lies under a cell of the screen: an entry of the matrix, or a row of a list.
  func target(x: Int, y: Int) -> PanelPlace? {
    guard y >= list.y else { return nil }
    let row = (y - list.y) / rowHeight
    guard row < count, list.contains(x: x, y: y) || panel.contains(x: x, y: y) else { return nil }
    if list.contains(x: x, y: y) || view != .jacobian { return .item(row) }
    switch beside {
    case .entries(let width):
      let column = (x - panel.x - 1) / width
      guard x > panel.x, column < count else { return nil }
      return .entry(row: row, column: column)
    case .heatmap: return window?.entry(x: x, y: y).map { .entry(row: $0.row, column: $0.column) }
    case .numbers: return nil
    }
  }
}
