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

  /// A slope this much, relatively, from a limit is at it: 1 − 0.9 is not below 0.1.
  private static let roundingError = 0x1p-50

  func state(at x: Double) -> State {
    let slope = function.derivative(x).magnitude
    if slope == 0 && function.shape.deadIntervals.contains(where: { $0.contains(x) }) {
      return .dead
    }
    if slope < levels[0] { return .saturated }
    return slope > levels[1] ? .amplifying : .healthy
  }

  /// The sizes of f′ at which the state changes.
  var levels: [Double] { [threshold * (1 - Self.roundingError), 1 + Self.roundingError] }

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
