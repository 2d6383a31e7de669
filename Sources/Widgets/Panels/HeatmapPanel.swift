import Plotting
import TerminalCells

/// A matrix as colours about zero.
public struct HeatmapPanel: Sendable {
  public var rows: Int
  public var columns: Int
  public var scale: DivergingScale
  public var selected: MatrixIndex?
  public var value: @Sendable (Int, Int) -> Double

  public init(
    rows: Int, columns: Int, scale: DivergingScale, selected: MatrixIndex? = nil,
    _ value: @escaping @Sendable (Int, Int) -> Double
  ) {
    self.rows = rows
    self.columns = columns
    self.scale = scale
    self.selected = selected
    self.value = value
  }

  private func heatmap(_ looks: Theme) -> Heatmap {
    var map = Heatmap(rows: rows, columns: columns, scale: scale, palette: looks.heatmapPalette)
    map.cursor = selected
    return map
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    heatmap(painter.theme).draw(into: &painter.frame, in: rect, value: value)
  }

  func place(x: Int, y: Int, in rect: Rect, _ looks: Appearance) -> PanelPlace? {
    let layout = heatmap(Theme(looks)).layout(in: rect)
    return layout.entry(x: x, y: y).map { .entry(row: $0.row, column: $0.column) }
  }
}
