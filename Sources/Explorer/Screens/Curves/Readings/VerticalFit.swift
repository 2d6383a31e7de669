import Plotting
import TerminalCells

/// Finds the y range in which curves are best read.
struct VerticalFit {
  let x: AxisRange

  var samples = 256

  /// A range that holds the hero's values, and the other curves' as far as the hero stays tall.
  func range(of others: [(Double) -> Double], hero: (Double) -> Double) -> AxisRange {
    // A hero that is beyond the largest Double wherever it is not flat leaves the room to the next.
    let values = values(of: hero)
    if isLost(values, of: hero) {
      let next = others.lazy.map(self.values(of:)).first { $0.count > Self.fewest }
      if let next { return AxisRange.fitting(next + values, margin: 0) }
    }
    let own = ownRange(of: values)
    let tallest = max(3 * own.halfWidth, Double.leastNormalMagnitude)
    let reach = (own.center - tallest)...(own.center + tallest)
    let companions = others.flatMap(self.values(of:)).filter(reach.contains)
    return AxisRange.fitting([own.lower, own.upper] + companions, margin: 0)
  }

  /// Zero is left out where it would leave much of the height empty, unless the curve is as good as
  /// flat: then to see that it is flat tells more than its last digits, blown up.
  private func ownRange(of values: [Double]) -> AxisRange {
    var own = AxisRange.fitting(values, margin: 0, ignoringOutliers: true)
    let withZero = AxisRange(min(own.lower, 0), max(own.upper, 0))
    if own.halfWidth >= Self.mostOfTheHeight * withZero.halfWidth { own = withZero }
    let isFlat =
      own.halfWidth < Self.flat * x.halfWidth && own.halfWidth < Self.flat * own.center.magnitude
    return isFlat ? AxisRange.fitting(values + [0], margin: 0) : own
  }

  /// Whether next to nothing is to be seen of a curve, since the rest of it is too large.
  private func isLost(_ values: [Double], of function: (Double) -> Double) -> Bool {
    if values.count <= Self.fewest { return true }
    guard values.count <= samples, let end = values.first, let other = values.last else {
      return false
    }
    let isFlat = [end, other].contains { level in
      values.count(where: { $0 != level }) <= Self.fewest
    }
    guard isFlat else { return false }
    return [0, 1].contains { function(x.value(at: $0)).isInfinite }
  }

  /// No curve is seen in so few values.
  private static let fewest = 2

  /// What the curve takes at the least.
  private static let mostOfTheHeight = 0.9

  /// A rise this small, beside the width of the window and the value itself, is none.
  private static let flat = 1e-3

  private func values(of function: (Double) -> Double) -> [Double] {
    (0...samples).map { function(x.value(at: Double($0) / Double(samples))) }
      .filter(\.isFinite)
  }
}
