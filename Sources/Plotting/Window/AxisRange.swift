/// The stretch of one axis that a plot shows: two finite numbers with enough Doubles between them.
///
/// Whatever it is asked for, it is never empty, infinite or too narrow to be drawn. Its arithmetic
/// is done on halves, so that even a range from one end of Double to the other has a width.
public struct AxisRange: Sendable, Hashable {
  public let lower: Double
  public let upper: Double

  /// The range between two numbers in any order.
  ///
  /// Infinite ends become the largest finite number; a range narrower than 64 ulp of its larger
  /// end, or than 2⁻¹⁰⁰⁹, is widened about its centre; one with a NaN becomes -1...1.
  public init(_ first: Double, _ second: Double) {
    guard !first.isNaN && !second.isNaN else {
      (lower, upper) = (-1, 1)
      return
    }
    let low = Self.clamped(min(first, second))
    let high = Self.clamped(max(first, second))
    let least = Self.leastHalfWidth(around: max(abs(low), abs(high)))
    if high / 2 - low / 2 >= least {
      (lower, upper) = (low, high)
    } else {
      let center = low / 2 + high / 2
      let limit = Double.greatestFiniteMagnitude - least
      let kept = min(max(center, -limit), limit)
      (lower, upper) = (kept - least, kept + least)
    }
  }

  /// The range as it is asked for; nil where it would be widened.
  public init?(exactly range: ClosedRange<Double>) {
    self.init(range)
    guard lower == range.lowerBound, upper == range.upperBound else { return nil }
  }

  /// How far apart the ends of a range must be at the least, about so large a number.
  public static func leastWidth(around magnitude: Double) -> Double {
    2 * leastHalfWidth(around: magnitude)
  }

  public init(_ range: ClosedRange<Double>) { self.init(range.lowerBound, range.upperBound) }

  public var closedRange: ClosedRange<Double> { lower...upper }

  /// Half the distance between the ends: always finite and above zero.
  public var halfWidth: Double { upper / 2 - lower / 2 }

  public var center: Double { lower / 2 + upper / 2 }

  public func contains(_ value: Double) -> Bool { value >= lower && value <= upper }

  /// Where `value` lies: 0 at the lower end, 1 at the upper; NaN for NaN, possibly infinite.
  public func fraction(of value: Double) -> Double { (value / 2 - lower / 2) / halfWidth }

  /// The value at `fraction` of the way, the ends exactly; finite for every finite fraction.
  public func value(at fraction: Double) -> Double {
    if fraction == 0 { return lower }
    if fraction == 1 { return upper }
    return Self.clamped((lower / 2 + fraction * halfWidth) * 2)
  }

  private static func clamped(_ value: Double) -> Double {
    min(max(value, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
  }

  private static func leastHalfWidth(around magnitude: Double) -> Double {
    max(32 * magnitude.ulp, 0x1p-1010)
  }
}

extension AxisRange {
  /// The range `factor` times as wide in which `pivot` keeps its place.
  ///
  /// Below 1 it zooms in, above 1 out; at the limits of Double it stays where it is.
  public func zoomed(by factor: Double, about pivot: Double) -> AxisRange {
    guard factor > 0 && factor.isFinite && pivot.isFinite else { return self }
    let half = pivot / 2
    let low = (half - (half - lower / 2) * factor) * 2
    let high = (half + (upper / 2 - half) * factor) * 2
    guard !low.isNaN && !high.isNaN && low <= high else { return self }
    return AxisRange(low, high)
  }

  /// The range moved by `fraction` of its width, as far as the numbers reach.
  public func panned(by fraction: Double) -> AxisRange {
    guard fraction.isFinite else { return self }
    let shift = fraction * halfWidth
    let half = Double.greatestFiniteMagnitude / 2
    let room = shift > 0 ? half - upper / 2 : -half - lower / 2
    let moved = shift > 0 ? min(shift, room) : max(shift, room)
    return AxisRange((lower / 2 + moved) * 2, (upper / 2 + moved) * 2)
  }

  /// The range moved, by no more than it takes, so that it holds `value` and `margin` of its width
  /// on either side of it.
  public func following(_ value: Double, margin: Double = 0) -> AxisRange {
    guard value.isFinite else { return self }
    let reach = min(max(0, margin), 0.5) * halfWidth
    let low = value / 2 - reach
    if low < lower / 2 { return AxisRange(low * 2, (low + halfWidth) * 2) }
    let high = value / 2 + reach
    if high > upper / 2 { return AxisRange((high - halfWidth) * 2, high * 2) }
    return self
  }

  /// The range that holds the finite ones of `values`, and `margin` of its width on either side.
  ///
  /// With `ignoringOutliers`, when the outermost values (as near a pole) are ten times as far
  /// apart as the middle nine tenths, it holds those.
  public static func fitting(
    _ values: [Double], margin: Double = 0.05, ignoringOutliers: Bool = false
  ) -> AxisRange {
    var finite = values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return AxisRange(-1, 1) }
    if low == high {
      let reach = low == 0 ? 1 : abs(low) / 2
      return AxisRange(low - reach, high + reach)
    }
    var range = (low, high)
    if ignoringOutliers && finite.count >= 20, mayHaveOutliers(finite, from: low, to: high) {
      finite.sort()
      let cut = finite.count / 20
      let inner = (finite[cut], finite[finite.count - 1 - cut])
      if inner.0 < inner.1 && (high / 2 - low / 2) / 10 > inner.1 / 2 - inner.0 / 2 {
        range = inner
      }
    }
    let fitted = AxisRange(range.0, range.1)
    return fitted.zoomed(by: 1 + 2 * max(0, margin), about: fitted.center)
  }

  /// Whether nine tenths of `values` may lie within a tenth of their range, for which they would
  /// otherwise be sorted at every key: then they are in one ninth of it, or in two neighbouring ones.
  private static func mayHaveOutliers(
    _ values: [Double], from low: Double, to high: Double
  ) -> Bool {
    let count = 9
    var ninths = [Int](repeating: 0, count: count)
    let width = high / 2 - low / 2
    for value in values {
      let place = (value / 2 - low / 2) / width * Double(count)
      // The width of the smallest numbers is zero once halved.
      guard place.isFinite else { return true }
      ninths[min(Int(place), count - 1)] += 1
    }
    let most = zip(ninths, ninths.dropFirst()).map(+).max() ?? 0
    return most >= values.count - 2 * (values.count / 20)
  }
}
