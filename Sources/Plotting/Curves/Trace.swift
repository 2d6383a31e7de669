import TerminalCells

/// A point of a plot in cells from its left and top edge.
public struct PlotPoint: Sendable, Hashable {
  public var x: Double
  public var y: Double

  public init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }
}

/// Polylines in plot coordinates, cut off exactly at the edges of the plot.
public struct Trace: Sendable, Hashable {
  public let size: Size
  public private(set) var points: [PlotPoint] = []
  /// The index at which each polyline starts.
  public private(set) var starts: [Int] = []
  private var pen: PlotPoint?
  private var penHasDrawn = false

  public init(size: Size) { self.size = size }

  public var isEmpty: Bool { points.isEmpty }

  /// The points of each polyline; a single one is a dot.
  public var polylines: [ArraySlice<PlotPoint>] {
    starts.indices.map { index in
      points[starts[index]..<(index + 1 < starts.count ? starts[index + 1] : points.count)]
    }
  }

  /// Lifts the pen and sets it down at `point`; if nothing is drawn from there, a dot stays.
  public mutating func move(to point: PlotPoint) {
    lift()
    pen = point
  }

  /// Draws a straight line to `point`, or sets the pen down if it was lifted.
  public mutating func line(to point: PlotPoint) {
    guard let from = pen else { return move(to: point) }
    pen = point
    guard let (start, end) = clipped(from, point) else { return }
    if !penHasDrawn || points.last != start {
      starts.append(points.count)
      points.append(start)
    }
    points.append(end)
    penHasDrawn = true
  }

  /// Ends the polyline.
  public mutating func lift() {
    if let point = pen, !penHasDrawn, holds(point) {
      starts.append(points.count)
      points.append(point)
    }
    pen = nil
    penHasDrawn = false
  }

  private func holds(_ point: PlotPoint) -> Bool {
    size.width > 0 && size.height > 0 && point.x >= 0 && point.x <= Double(size.width)
      && point.y >= 0 && point.y <= Double(size.height)
  }

  /// The part of a line inside the plot, by Liang and Barsky's method.
  private func clipped(_ a: PlotPoint, _ b: PlotPoint) -> (PlotPoint, PlotPoint)? {
    if holds(a) && holds(b) { return (a, b) }
    guard size.width > 0, size.height > 0 else { return nil }
    var enter = 0.0
    var leave = 1.0
    func cut(_ from: Double, _ to: Double, _ limit: Double) -> Bool {
      let delta = to - from
      if delta == 0 { return from >= 0 && from <= limit }
      let first = -from / delta
      let last = (limit - from) / delta
      enter = max(enter, min(first, last))
      leave = min(leave, max(first, last))
      return enter <= leave
    }
    guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite,
      cut(a.x, b.x, Double(size.width)), cut(a.y, b.y, Double(size.height))
    else { return nil }
    return (point(from: a, to: b, at: enter), point(from: a, to: b, at: leave))
  }

  private func point(from a: PlotPoint, to b: PlotPoint, at fraction: Double) -> PlotPoint {
    if fraction == 0 { return a }
    if fraction == 1 { return b }
    return PlotPoint(
      x: min(max(a.x + (b.x - a.x) * fraction, 0), Double(size.width)),
      y: min(max(a.y + (b.y - a.y) * fraction, 0), Double(size.height)))
  }
}

extension Trace {
  /// The straight line through a point of the plane with a slope: a tangent or a secant.
  ///
  /// Empty when a number is NaN or the point is infinite; upright for an infinite slope.
  public static func line(
    throughX x: Double, y: Double, slope: Double, in projection: Projection
  ) -> Trace {
    let area = projection.area.size
    var trace = Trace(size: area)
    let viewport = projection.viewport
    guard x.isFinite, y.isFinite, !slope.isNaN, area.width > 0, area.height > 0 else {
      return trace
    }
    let center = PlotPoint(x: projection.across(x), y: projection.down(y))
    let cells = Double(area.height) / Double(area.width)
    let steepness = -slope * (viewport.x.halfWidth / viewport.y.halfWidth) * cells
    guard !steepness.isNaN else { return trace }
    let (dx, dy) =
      abs(steepness) <= 1
      ? (1, steepness) : (steepness.isInfinite ? 0 : 1 / steepness, 1)
    let reach = abs(center.x) + abs(center.y) + Double(area.width) + Double(area.height)
    trace.move(to: PlotPoint(x: center.x - dx * reach, y: center.y - dy * reach))
    trace.line(to: PlotPoint(x: center.x + dx * reach, y: center.y + dy * reach))
    trace.lift()
    return trace
  }
}
