/// Finds where a function changes its sign by passing through zero.
enum RootSearch {
  /// The first root on the way from `start` to `end`, which may lie on either side of it.
  ///
  /// A root lies between two of `samples` + 1 evenly spaced points of opposite sign. Stretches of
  /// zeros, jumps over zero and poles are not roots.
  static func first(
    of function: (Double) -> Double, from start: Double, to end: Double, samples: Int
  ) -> Double? {
    var last: (x: Double, y: Double)?
    for index in 0...samples {
      // Halves, so that not even the widest window overflows.
      let x = 2 * (start / 2 + (end / 2 - start / 2) * (Double(index) / Double(samples)))
      let y = function(x)
      guard y.isFinite else {
        last = nil
        continue
      }
      // A zero is skipped: the sign change is then seen between its neighbours.
      if y == 0 { continue }
      if let before = last, (before.y < 0) != (y < 0) {
        let here = (x: x, y: y)
        let root =
          before.x < x ? bisected(function, before, here) : bisected(function, here, before)
        if let root { return root }
      }
      last = (x, y)
    }
    return nil
  }

  /// The root between two points of opposite sign, or nil where the function jumps over zero.
  private static func bisected(
    _ function: (Double) -> Double, _ start: (x: Double, y: Double), _ end: (x: Double, y: Double)
  ) -> Double? {
    var (low, high) = (start, end)
    for _ in 0..<200 {
      let x = low.x / 2 + high.x / 2
      guard x > low.x && x < high.x else { break }
      let y = function(x)
      guard y.isFinite else { return nil }
      if y == 0 { return x }
      if (y < 0) == (low.y < 0) { low = (x, y) } else { high = (x, y) }
    }
    // Across a jump or a pole the gap does not close.
    let gap = max(low.y.magnitude, high.y.magnitude)
    let scale = max(start.y.magnitude, end.y.magnitude)
    guard gap <= scale * 1e-6 else { return nil }
    return low.y.magnitude < high.y.magnitude ? low.x : high.x
  }
}
