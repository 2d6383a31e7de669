import TerminalCells

/// A function as it is to be drawn: polylines, the dots at its jumps, and what it cost.
public struct Curve: Sendable, Hashable {
  public var trace: Trace
  public var endMarkers: [EndMarker]
  /// How often the function was evaluated.
  public var evaluations: Int
}

/// Turns a function into polylines that are right to the dot.
///
/// It starts from two samples a column of dots and halves wherever two neighbours do not touch and
/// the curve between them is not straight. It joins no samples across a declared jump or pole, nor
/// across one that halving shows: where values stay apart down to the spacing of Double (or to
/// 2⁻⁴⁴ of a dot). A feature as wide as a column of dots is always seen. The samples are not
/// equally spaced, so that a wave in step with the columns is not mistaken for a line.
public struct Sampler: Sendable {
  public var projection: Projection
  /// Dots in a cell.
  public var columnsPerCell: Int
  public var rowsPerCell: Int
  /// The most evaluations spent on halving in one column of dots; past it, samples are joined.
  public var evaluationLimitPerColumn = 128

  public init(_ projection: Projection, for markers: MarkerSet) {
    self.projection = projection
    (columnsPerCell, rowsPerCell) = markers.samplesPerCell
  }

  /// The largest number of evaluations that ``curve(breaks:_:)`` makes on this projection.
  public func evaluationLimit(breaks: Int) -> Int {
    (projection.area.width * columnsPerCell + 1) * (evaluationLimitPerColumn + 2)
      + breaks * (2 * evaluationLimitPerColumn + 4)
  }

  /// Samples `function` over the window.
  ///
  /// - Parameter breaks: in any order; those outside the window are ignored.
  public func curve(breaks: [Break] = [], _ function: (Double) -> Double) -> Curve {
    let size = projection.area.size
    guard !size.isEmpty else {
      return Curve(trace: Trace(size: size), endMarkers: [], evaluations: 0)
    }
    let range = projection.viewport.x
    let visible = breaks.filter { range.contains($0.x) }.sorted { $0.x < $1.x }
    return withoutActuallyEscaping(function) { function in
      var walk = CurveWalk(self, function)
      walk.walk(over: visible)
      return Curve(
        trace: walk.trace, endMarkers: endMarkers(visible, function),
        evaluations: walk.evaluations)
    }
  }

  /// The dots at both sides of the jumps, open ones first, so that closed ones stay on top.
  private func endMarkers(_ breaks: [Break], _ function: (Double) -> Double) -> [EndMarker] {
    var open: [EndMarker] = []
    var closed: [EndMarker] = []
    for jump in breaks where jump.kind == .jump {
      let used = jump.used.isNaN ? function(jump.x) : jump.used
      let left = jump.left.isNaN ? function(jump.x.nextDown) : jump.left
      let right = jump.right.isNaN ? function(jump.x.nextUp) : jump.right
      for limit in [left, right] where limit.isFinite && limit != used {
        open.append(EndMarker(x: jump.x, y: limit, isClosed: false))
      }
      if used.isFinite { closed.append(EndMarker(x: jump.x, y: used, isClosed: true)) }
    }
    return open + closed
  }
}

extension Size {
  var isEmpty: Bool { width == 0 || height == 0 }
}
