/// Finds the dots that a round pen lights along a line.
struct Pen {
  /// Lines exactly between two dots light the lower right one, those on a dot that and one beside it.
  private static let nudge = 0x1p-20

  private let radius: Double
  private let dot: (width: Double, height: Double)

  init(_ weight: Stroke.Weight, _ markers: MarkerSet) {
    radius =
      switch weight {
      case .hair, .fine: 0
      case .strong: markers.strongRadius
      case .heavy: markers.heavyRadius
      }
    dot = markers.dotSize
  }

  /// How far it reaches beyond the ends of a line, in widths of a cell.
  var reach: Double { radius }

  /// Calls `light` with the column and the row of each dot that a line from `a` to `b` lights.
  func stroke(_ a: PlotPoint, _ b: PlotPoint, light: (Int, Int) -> Void) {
    let (sx, sy) = (1 / dot.width, MarkerSet.cellHeight / dot.height)
    // The thin line first: it is closed whatever the shape of a dot.
    DotWalk.walk(a.x * sx, a.y * sy, b.x * sx, b.y * sy, light: light)
    if radius > 0 { fill(a, b, light: light) }
  }

  /// The dots whose middle is nearer to the line than the radius.
  private func fill(_ a: PlotPoint, _ b: PlotPoint, light: (Int, Int) -> Void) {
    let (ax, ay) = (a.x + Self.nudge, a.y * MarkerSet.cellHeight + Self.nudge)
    let (bx, by) = (b.x + Self.nudge, b.y * MarkerSet.cellHeight + Self.nudge)
    let (dx, dy) = (bx - ax, by - ay)
    let square = dx * dx + dy * dy
    let columns = Self.dots(min(ax, bx) - radius, max(ax, bx) + radius, dot.width)
    let rows = Self.dots(min(ay, by) - radius, max(ay, by) + radius, dot.height)
    for row in rows {
      let y = (Double(row) + 0.5) * dot.height - ay
      for column in columns {
        let x = (Double(column) + 0.5) * dot.width - ax
        let along = square > 0 ? min(max((x * dx + y * dy) / square, 0), 1) : 0
        let (ox, oy) = (x - along * dx, y - along * dy)
        if ox * ox + oy * oy < radius * radius { light(column, row) }
      }
    }
  }

  /// The dots with a middle between two places.
  private static func dots(_ low: Double, _ high: Double, _ size: Double) -> Range<Int> {
    let first = Int((low / size - 0.5).rounded(.up))
    return first..<max(first, Int((high / size - 0.5).rounded(.down)) + 1)
  }
}
