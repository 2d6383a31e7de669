import Plotting
import TerminalCells

/// Lines of equal height over a plane, and a path on it.
public struct ContourPanel: Sendable {
  public var viewport: Viewport
  public var levels: [Double]
  public var path: [PlotPoint]
  public var points: [PlotPanel.Point]
  public var height: @Sendable (Double, Double) -> Double

  public init(
    _ viewport: Viewport, levels: [Double], path: [PlotPoint] = [],
    points: [PlotPanel.Point] = [], _ height: @escaping @Sendable (Double, Double) -> Double
  ) {
    self.viewport = viewport
    self.levels = levels
    self.path = path
    self.points = points
    self.height = height
  }

  private func layout(in rect: Rect, _ looks: Appearance) -> PlotLayout {
    PlotArea(viewport, chrome: looks.chrome).layout(in: rect)
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    let theme = painter.theme
    var layout = layout(in: rect, theme.appearance)
    layout.area.styles = theme.plotStyles
    layout.drawAxes(into: &painter.frame)
    var canvas = Canvas(layout.plot.size, markers: painter.markerSet)
    let grid = HeightGrid(layout.projection, height)
    for level in levels {
      canvas.draw(grid.contour(at: level), Stroke(theme.quiet))
    }
    var trace = Trace(size: layout.plot.size)
    for point in path {
      guard point.x.isFinite && point.y.isFinite else {
        trace.lift()
        continue
      }
      trace.line(
        to: PlotPoint(x: layout.projection.across(point.x), y: layout.projection.down(point.y)))
    }
    trace.lift()
    canvas.draw(trace, Stroke(theme.function, asciiGlyph: "+"))
    canvas.render(into: &painter.frame, at: layout.plot)
    for point in points {
      layout.drawMarker(
        x: point.x, y: point.y, as: point.mark, theme.style(point.role), into: &painter.frame)
    }
  }

  func place(x: Int, y: Int, in rect: Rect, _ looks: Appearance) -> PanelPlace? {
    let layout = layout(in: rect, looks)
    guard layout.plot.contains(x: x, y: y) else { return nil }
    return .point(x: layout.projection.x(atColumn: x), y: layout.projection.y(atRow: y))
  }
}

/// Heights at the corners of the cells, for marching squares.
private struct HeightGrid {
  private let size: Size
  private let heights: [Double]

  init(_ projection: Projection, _ height: (Double, Double) -> Double) {
    size = projection.area.size
    let (x, y) = (projection.viewport.x, projection.viewport.y)
    var heights: [Double] = []
    heights.reserveCapacity((size.width + 1) * (size.height + 1))
    for row in 0...max(0, size.height) {
      let down = size.height > 0 ? Double(row) / Double(size.height) : 0
      for column in 0...max(0, size.width) {
        let across = size.width > 0 ? Double(column) / Double(size.width) : 0
        heights.append(height(x.value(at: across), y.value(at: 1 - down)))
      }
    }
    self.heights = heights
  }

  /// The line on which the height is `level`, cell by cell; cells without a height have none.
  func contour(at level: Double) -> Trace {
    var trace = Trace(size: size)
    for row in 0..<max(0, size.height) {
      for column in 0..<max(0, size.width) {
        let crossings = crossings(column, row, level)
        guard crossings.count >= 2 else { continue }
        for pair in 0..<crossings.count / 2 {
          trace.move(to: crossings[2 * pair])
          trace.line(to: crossings[2 * pair + 1])
          trace.lift()
        }
      }
    }
    return trace
  }

  /// Where the level crosses the edges of a cell: top, right, bottom, left.
  private func crossings(_ column: Int, _ row: Int, _ level: Double) -> [PlotPoint] {
    let width = size.width + 1
    let start = row * width + column
    let corners = [
      heights[start], heights[start + 1], heights[start + width + 1], heights[start + width],
    ]
    guard corners.allSatisfy(\.isFinite) else { return [] }
    let places = [(0.0, 0.0), (1, 0), (1, 1), (0, 1)]
    var points: [PlotPoint] = []
    for edge in 0..<4 {
      let (a, b) = (corners[edge], corners[(edge + 1) % 4])
      guard (a < level) != (b < level) else { continue }
      let share = (level / 2 - a / 2) / (b / 2 - a / 2)
      let (from, to) = (places[edge], places[(edge + 1) % 4])
      points.append(
        PlotPoint(
          x: Double(column) + from.0 + (to.0 - from.0) * share,
          y: Double(row) + from.1 + (to.1 - from.1) * share))
    }
    return points
  }
}
