import NeuralFunctions

/// Where a difference bends the other way.
///
/// How two second derivatives differ follows from no shape. They are compared at places as dense as
/// the parts' own windows, marks and periods ask for, whatever the window in sight, and ever wider
/// apart beyond. A sign change between two of these is solved; so are the two between places of one sign
/// where the third derivative says that the second comes down towards 0 in between and goes back, however
/// close they are.
struct DifferenceInflections {
  /// Where the second derivative changes its sign, as near as Doubles tell.
  let ranges: [ClosedRange<Double>]

  /// - Parameter width: a wider stretch of zeros is no point.
  init(
    of function: DrawnFunction, in reach: ClosedRange<Double>, narrowerThan width: Double
  ) {
    let breaks = function.shape.breakpoints.map(\.x)
    var found: [ClosedRange<Double>] = []
    var last: (x: Double, sign: Int)?
    func solve(from low: Double, to high: Double) {
      let changes = OrderedDouble.signChanges(of: function.secondDerivative, from: low, to: high)
      guard let first = changes.min(), let last = changes.max(), last - first <= width else {
        return
      }
      found.append((first == last ? first.nextDown : first)...last)
    }
    for x in Self.places(function, breaks, in: reach) {
      if breaks.contains(x) {
        last = nil
        continue
      }
      guard let sign = function.secondDerivative(x).knownSign else {
        last = nil
        continue
      }
      if sign == 0 { continue }
      if let last, last.x < x {
        if last.sign != sign {
          solve(from: last.x, to: x)
        } else if let turn = Self.turn(of: function, from: last.x, to: x, sign: sign),
          function.secondDerivative(turn).knownSign == -sign
        {
          solve(from: last.x, to: turn)
          solve(from: turn, to: x)
        }
      }
      last = (x, sign)
    }
    ranges = found.filter { range in
      !function.shape.deadIntervals.contains {
        $0.lower <= range.lowerBound && range.upperBound <= $0.upper
      }
    }
  }

  /// Where between two places the second derivative, of one sign at both, turns back from 0.
  private static func turn(
    of function: DrawnFunction, from low: Double, to high: Double, sign: Int
  ) -> Double? {
    func approaches(_ x: Double) -> Bool { function.thirdDerivative(x) * Double(sign) < 0 }
    guard approaches(low), !approaches(high) else { return nil }
    return OrderedDouble.change(from: low, to: high, startingAs: true, of: approaches)
  }

  private static func places(
    _ function: DrawnFunction, _ breaks: [Double], in reach: ClosedRange<Double>
  ) -> [Double] {
    var places = breaks + evenly(reach, 256)
    for part in function.parts {
      let window = part.ownWindow
      places += evenly(window, 512)
      places += outward(from: window)
      let points = part.shape.breakpoints.map(\.x) + part.shape.pointsOfInterest.map(\.x)
      places += points.flatMap { around($0, within: window.halfWidth) }
      // The reach holds a few dozen periods at most.
      if let spacing = part.shape.inflectionSpacing {
        let count = 2 * reach.halfWidth / spacing * 16
        if count < 4096 { places += evenly(reach, Int(count) + 1) }
      }
    }
    return places.filter(reach.contains).sorted()
  }

  private static func evenly(_ range: ClosedRange<Double>, _ count: Int) -> [Double] {
    (0...count).map { step in
      2 * (range.lowerBound / 2 + range.halfWidth * (Double(step) / Double(count)))
    }
  }

  private static func outward(from window: ClosedRange<Double>) -> [Double] {
    let center = window.lowerBound / 2 + window.upperBound / 2
    var distance = window.halfWidth
    var places: [Double] = []
    for step in 0..<600 where distance.isFinite {
      distance *= step < 64 ? 1.25 : 4
      places += [center - distance, center + distance]
    }
    return places
  }

  private static func around(_ x: Double, within distance: Double) -> [Double] {
    (1...32).flatMap { step -> [Double] in
      let offset = distance * Double(sign: .plus, exponent: -step, significand: 1)
      return [x - offset, x + offset]
    }
  }
}

extension SettledFunction {
  /// The stretch of x in which its argument is in the window that shows the function's character.
  fileprivate var ownWindow: ClosedRange<Double> {
    guard let input, input.weight != 0 else { return shape.window }
    let range = input.preimage(of: Interval(shape.window.lowerBound, shape.window.upperBound))
    guard range.lower.isFinite, range.upper.isFinite, range.lower < range.upper else {
      return shape.window
    }
    return range.lower...range.upper
  }
}
