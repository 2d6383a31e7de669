import Plotting
import TerminalCells

/// Finds room for the names of curves, just above or below each, as far to the right as there is any.
struct CurveLabels {
  struct Label: Sendable {
    let text: String
    let style: Style
    /// In cells from the upper left corner of the plot.
    let x: Int
    let y: Int
  }

  private(set) var labels: [Label] = []
  private let canvas: Canvas
  private let projection: Projection

  init(_ canvas: Canvas, _ projection: Projection) {
    self.canvas = canvas
    self.projection = projection
  }

  /// Names a curve, if there is room in the right half of the plot.
  mutating func place(_ text: String, _ style: Style, _ function: (Double) -> Double) {
    let area = projection.area
    let width = TextWidth.columns(of: text)
    for x in stride(from: area.width - width - 1, through: area.width / 2, by: -1) {
      // Clear of the curve over the whole of the name, however steep it is.
      let rows = [x, x + width - 1].compactMap {
        projection.row(of: function(projection.x(atColumn: area.x + $0)))
      }
      guard let top = rows.min(), let bottom = rows.max(), rows.count == 2 else { continue }
      for place in [top - area.y - 1, bottom - area.y + 1]
      where isFree(Rect(x: x - 1, y: place, width: width + 2, height: 1)) {
        labels.append(Label(text: text, style: style, x: x, y: place))
        return
      }
    }
  }

  private func isFree(_ rect: Rect) -> Bool {
    guard rect.y >= 0 && rect.y < canvas.size.height && rect.x >= 0 else { return false }
    return (rect.x..<rect.maxX).allSatisfy { !canvas.isLit(x: $0, y: rect.y) }
      && !labels.contains { label in
        label.y == rect.y && label.x < rect.maxX
          && rect.x < label.x + TextWidth.columns(of: label.text)
      }
  }
}
