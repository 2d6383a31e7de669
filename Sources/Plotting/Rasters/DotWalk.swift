/// Finds the dots that a line lights: those whose diamond, |Δx| + |Δy| < ½ about the dot's middle,
/// it crosses.
///
/// Turned by 45°, in u = x + y and v = x − y, the diamonds of the dots and those between them, about
/// their corners, are the black and white squares of a chessboard. A curve cannot go from one black
/// square to the next but through a corner or a white square, and the blacks about a white one touch
/// each other. So the lit dots of a curve hang together, and a curve with a slope below 1 lights one
/// dot a column: lines come out thin and whole at once.
struct DotWalk {
  /// Lines exactly between two dots light the lower right one.
  private static let nudge = (x: 0x1p-20, y: 0x1p-19)

  /// Calls `light` with the column and row of each dot that the line from (x0, y0) to (x1, y1)
  /// lights.
  static func walk(
    _ x0: Double, _ y0: Double, _ x1: Double, _ y1: Double, light: (Int, Int) -> Void
  ) {
    let (ax, ay) = (x0 + nudge.x, y0 + nudge.y)
    let (bx, by) = (x1 + nudge.x, y1 + nudge.y)
    var u = square(ax + ay)
    var v = square(ax - ay)
    let lastU = square(bx + by)
    let lastV = square(bx - by)
    if (u + v) & 1 != 0 { light((u + v) >> 1, (u - v) >> 1) }
    if u == lastU && v == lastV { return }
    let du = (bx + by) - (ax + ay)
    let dv = (bx - by) - (ax - ay)
    let stepU = du > 0 ? 1 : -1
    let stepV = dv > 0 ? 1 : -1
    var remaining = abs(lastU - u) + abs(lastV - v)
    while remaining > 0 {
      // How far along the line the next border is, in either direction.
      let nextU = u == lastU ? .infinity : (Double(u) + 0.5 * Double(stepU) - (ax + ay)) / du
      let nextV = v == lastV ? .infinity : (Double(v) + 0.5 * Double(stepV) - (ax - ay)) / dv
      if nextU <= nextV {
        u += stepU
        remaining -= 1
      }
      if nextV <= nextU {
        v += stepV
        remaining -= 1
      }
      if (u + v) & 1 != 0 { light((u + v) >> 1, (u - v) >> 1) }
    }
  }

  private static func square(_ coordinate: Double) -> Int { Int((coordinate + 0.5).rounded(.down)) }
}
