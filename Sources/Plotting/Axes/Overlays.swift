import TerminalCells

/// What is laid over a plot: the cursor, points, shaded columns, strips. Each keeps the backgrounds
/// that are there, and does nothing outside the window.
extension PlotLayout {
  /// An upright line through `x`, where no curve stands.
  public func drawCursor(x: Double, _ style: Style, into frame: inout Frame) {
    guard let column = projection.column(of: x) else { return }
    let chrome = area.chrome
    let line = Cell(chrome.cursor, style)
    let free = [" ", chrome.zeroRow, chrome.zeroColumn]
    for y in plot.y..<plot.maxY where free.contains(frame[column, y].character) {
      frame.overlay(line, x: column, y: y)
    }
  }

  /// A mark at a point.
  public func drawMarker(
    x: Double, y: Double, as mark: Mark = .closedDot, _ style: Style, into frame: inout Frame
  ) {
    guard let column = projection.column(of: x), let row = projection.row(of: y) else { return }
    frame.overlay(area.chrome.character(for: mark), x: column, y: row, style)
  }

  /// The dots at the jumps of a curve.
  public func drawEndMarkers(_ markers: [EndMarker], _ style: Style, into frame: inout Frame) {
    for marker in markers {
      drawMarker(
        x: marker.x, y: marker.y, as: marker.isClosed ? .closedDot : .openDot, style, into: &frame)
    }
  }

  /// Gives the cells of the plot the background that `color` chooses for the stretch of x that
  /// their column shows.
  public func shadeColumns(
    into frame: inout Frame, _ color: (ClosedRange<Double>) -> Color?
  ) {
    for x in plot.x..<plot.maxX {
      guard let color = color(projection.xRange(ofColumn: x)) else { continue }
      frame.restyle(Rect(x: x, y: plot.y, width: 1, height: plot.height)) {
        $0.background = color
      }
    }
  }

  /// Fills a row of the gutter with a cell for each column; nil leaves it as it is.
  public func drawStrip(
    row: Int = 0, into frame: inout Frame, _ cell: (ClosedRange<Double>) -> Cell?
  ) {
    guard row >= 0 && row < gutter.height else { return }
    for x in gutter.x..<gutter.maxX {
      if let cell = cell(projection.xRange(ofColumn: x)) { frame[x, gutter.y + row] = cell }
    }
  }
}
