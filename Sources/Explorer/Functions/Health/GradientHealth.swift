import NeuralFunctions

/// Where a gradient passing back through the function shrinks, dies or grows.
struct GradientHealth: Sendable {
  enum State: Sendable, Hashable {
    /// f′ = 0 mathematically, not by underflow.
    case dead
    /// |f′| < ε.
    case saturated
    case healthy
    /// |f′| > 1.
    case amplifying
  }

  let function: DrawnFunction
  /// ε: |f′| below this counts as saturated.
  let threshold: Double

  /// A slope this much, relatively, from a level may be at it.
  private static let roundingError = 0x1p-49

  func state(at x: Double) -> State {
    let slope = function.derivative(x).magnitude
    if slope == 0 && function.shape.deadIntervals.contains(where: { $0.contains(x) }) {
      return .dead
    }
    // A straight stretch has one slope, which may be meant to be a level: 1 − 0.9 is not below 0.1.
    let slack = function.secondDerivative(x) == 0 ? Self.roundingError : 0
    if slope < threshold * (1 - slack) { return .saturated }
    return slope > 1 + slack ? .amplifying : .healthy
  }

  /// The slopes below which the state is another than at them.
  var levels: [Double] { [-1, -threshold.nextDown, threshold, 1.0.nextUp] }

  /// The level that the slope is all along a stretch as far as its rounding lets one see, though the
  /// function is not straight there: it touches the level at a point, or comes down to it at infinity,
  /// and is on the same side of it everywhere else.
  func levelByRounding(from start: Double, to end: Double) -> Double? {
    // Between its ends and its inflections the slope of one function goes one way. That of a difference
    // may come back to where it was: it is looked at on every scale.
    let turns = function.parts.flatMap { $0.shape.pointsOfInterest.map(\.x) }
    let (low, high) = (start.nextUp, end.nextDown)
    guard low < high else { return nil }
    let places =
      turns.filter { low < $0 && $0 < high } + [low / 2 + high / 2]
      + OrderedDouble.evenly(low, high, count: function.parts.count == 1 ? 16 : 256)
    let touched = [threshold, 1].first { level in
      places.allSatisfy {
        (function.derivative($0).magnitude - level).magnitude <= level * Self.roundingError
      }
    }
    guard let touched else { return nil }
    let breaks = function.shape.breakpoints.map(\.x)
    guard !breaks.contains(where: { start < $0 && $0 < end }) else { return nil }
    let piece = (
      breaks.last { $0 <= start } ?? -.infinity, breaks.first { $0 >= end } ?? .infinity
    )
    return function.constantSlope(from: piece.0, to: piece.1) == nil ? touched : nil
  }

  /// Whether a stretch of one state, however narrow, is no work of rounding: of the many Doubles in it
  /// the middle one has a slope that is clearly another than the levels at which states meet.
  func isResolved(from start: Double, to end: Double) -> Bool {
    guard OrderedDouble.distance(start, end) > 1 << 24 else { return false }
    let middle = OrderedDouble.middle(start, end)
    if state(at: middle) == .dead { return true }
    let slope = function.derivative(middle).magnitude
    let slack = 0x1p-40 * function.size(1, at: middle)
    return [threshold, 1].allSatisfy { (slope - $0).magnitude > max(slack, 0x1p-20 * $0) }
  }

  /// The state around `x`: the slope that is used at a breakpoint is of that point alone.
  func state(around x: Double) -> State {
    let isBreakpoint = function.shape.breakpoints.contains { $0.x == x }
    return state(at: isBreakpoint ? x.nextUp : x)
  }

  /// Whether an edge belongs to a stretch of `state`: at a breakpoint, if the slope used there does.
  func includes(_ edge: Double, in state: State) -> Bool {
    function.shape.breakpoints.contains { $0.x == edge } && self.state(at: edge) == state
  }

  /// 0 in place of an edge that only the rounding of the slope keeps from it.
  func exactEdge(near edge: Double) -> Double {
    let nearest = function.shape.window.halfWidth * 0x1p-40
    guard edge.magnitude < nearest,
      !function.shape.breakpoints.contains(where: { $0.x == edge })
    else { return edge }
    let slope = function.derivative(0).magnitude
    return slope == 1 || slope == threshold ? 0 : edge
  }
}
