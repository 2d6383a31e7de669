/// A point on a plot.
public enum Mark: Sendable, Hashable {
  case closedDot, openDot, diamond, dotInDiamond
}

extension Mark {
  /// The dots that it sets, and those within it that it clears.
  func dots(
    at point: PlotPoint, _ markers: MarkerSet
  ) -> [(column: Int, row: Int, isLit: Bool)] {
    let dot = markers.dotSize
    let (cx, cy) = (point.x + 0x1p-20, point.y * MarkerSet.cellHeight + 0x1p-20)
    let reach = radius + max(dot.width, dot.height)
    let columns = Int(((cx - reach) / dot.width).rounded(.down))...Int((cx + reach) / dot.width)
    let rows = Int(((cy - reach) / dot.height).rounded(.down))...Int((cy + reach) / dot.height)
    var dots: [(column: Int, row: Int, isLit: Bool)] = []
    for row in rows {
      for column in columns {
        let dx = abs((Double(column) + 0.5) * dot.width - cx)
        let dy = abs((Double(row) + 0.5) * dot.height - cy)
        if let isLit = covers(dx, dy) { dots.append((column, row, isLit)) }
      }
    }
    return dots
  }

  /// In widths of a cell.
  private var radius: Double {
    switch self {
    case .closedDot: 1.3
    case .openDot: 1.35
    case .diamond: 1.6
    case .dotInDiamond: 2.2
    }
  }

  /// Whether a dot so far from its middle is set or cleared; nil where it does not reach.
  private func covers(_ dx: Double, _ dy: Double) -> Bool? {
    let distance =
      self == .diamond || self == .dotInDiamond
      ? dx + dy : (dx * dx + dy * dy).squareRoot()
    guard distance < radius else { return nil }
    switch self {
    case .closedDot: return true
    case .openDot, .diamond: return distance >= 0.8
    case .dotInDiamond: return distance >= 1.4 || distance < 0.8
    }
  }
}
