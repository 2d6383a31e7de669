import TerminalCells

/// The part of the plane that a plot shows.
public struct Viewport: Sendable, Hashable {
  public var x: AxisRange
  public var y: AxisRange

  public init(x: AxisRange, y: AxisRange) {
    self.x = x
    self.y = y
  }

  public init(x: ClosedRange<Double>, y: ClosedRange<Double>) {
    self.init(x: AxisRange(x), y: AxisRange(y))
  }

  /// Zooms by `factor` (below 1: in) about a point; an axis whose coordinate is nil stays.
  public func zoomed(by factor: Double, aboutX px: Double?, y py: Double?) -> Viewport {
    Viewport(
      x: px.map { x.zoomed(by: factor, about: $0) } ?? x,
      y: py.map { y.zoomed(by: factor, about: $0) } ?? y)
  }

  /// Moves by fractions of the width and the height.
  public func panned(x dx: Double = 0, y dy: Double = 0) -> Viewport {
    Viewport(x: x.panned(by: dx), y: y.panned(by: dy))
  }

  /// The viewport widened along one axis about its centre, so that on `size` cells one unit of x
  /// is as long as one unit of y.
  ///
  /// - Parameter cellAspect: the height of a cell over its width.
  public func withEqualAspect(on size: Size, cellAspect: Double = 2) -> Viewport {
    guard size.width > 0 && size.height > 0 && cellAspect > 0 && cellAspect.isFinite else {
      return self
    }
    let xPerColumn = x.halfWidth / Double(size.width)
    let yPerColumn = y.halfWidth / Double(size.height) / cellAspect
    let ratio = xPerColumn / yPerColumn
    return ratio < 1
      ? Viewport(x: x.zoomed(by: 1 / ratio, about: x.center), y: y)
      : Viewport(x: x, y: y.zoomed(by: ratio, about: y.center))
  }
}
