import TerminalCells

/// Where the points of a viewport lie on a rectangle of cells, and back.
///
/// Plot coordinates count cells, from 0 at the left and top edge of the rectangle. A cell holds
/// its left and top edge; the last one also holds its right and bottom edge.
public struct Projection: Sendable, Hashable {
  public var viewport: Viewport
  public var area: Rect

  public init(_ viewport: Viewport, onto area: Rect) {
    self.viewport = viewport
    self.area = area
  }

  /// The plot coordinate of `x`, limited to a billion cells; NaN for NaN.
  public func across(_ x: Double) -> Double {
    Self.limited(viewport.x.fraction(of: x) * Double(area.width))
  }

  /// The plot coordinate of `y`, counted downwards, limited to a billion cells; NaN for NaN.
  public func down(_ y: Double) -> Double {
    let range = viewport.y
    return Self.limited((range.upper / 2 - y / 2) / range.halfWidth * Double(area.height))
  }

  /// The column of the frame in which `x` lies; nil outside the window.
  public func column(of x: Double) -> Int? {
    viewport.x.contains(x) ? Self.cell(across(x), of: area.width).map { area.x + $0 } : nil
  }

  /// The row of the frame in which `y` lies; nil outside the window.
  public func row(of y: Double) -> Int? {
    viewport.y.contains(y) ? Self.cell(down(y), of: area.height).map { area.y + $0 } : nil
  }

  /// The x in the middle of a column of the frame; columns outside the area continue it.
  public func x(atColumn column: Int) -> Double {
    guard area.width > 0 else { return viewport.x.center }
    return viewport.x.value(at: (Double(column - area.x) + 0.5) / Double(area.width))
  }

  /// The y in the middle of a row of the frame; rows outside the area continue it.
  public func y(atRow row: Int) -> Double {
    guard area.height > 0 else { return viewport.y.center }
    return viewport.y.value(at: 1 - (Double(row - area.y) + 0.5) / Double(area.height))
  }

  /// The stretch of x that a column of the frame shows.
  public func xRange(ofColumn column: Int) -> ClosedRange<Double> {
    guard area.width > 0 else { return viewport.x.closedRange }
    let left = viewport.x.value(at: Double(column - area.x) / Double(area.width))
    let right = viewport.x.value(at: Double(column - area.x + 1) / Double(area.width))
    return min(left, right)...max(left, right)
  }

  private static func limited(_ value: Double) -> Double {
    value.isNaN ? value : min(max(value, -1e9), 1e9)
  }

  private static func cell(_ coordinate: Double, of count: Int) -> Int? {
    guard count > 0, !coordinate.isNaN else { return nil }
    // What lies on a border but for rounding goes to the cell after it, as its dots do.
    return min(count - 1, max(0, Int(coordinate + 0x1p-20)))
  }
}
