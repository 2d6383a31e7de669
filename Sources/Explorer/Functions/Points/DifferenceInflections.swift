import NeuralFunctions

/// Where a difference bends the other way.
///
/// Between neighbouring breakpoints and turns of either (``CurvatureTurns``) both second derivatives go
/// one way, so that their values at two places bound their difference between them. A stretch whose
/// bounds leave out 0 is done with, others are halved; where the sign has changed it is solved.
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
    for x in Self.places(function, in: reach, pointWidth: width * 0x1p-34) {
      guard !breaks.contains(x), let sign = function.secondDerivative(x).knownSign else {
        last = nil
        continue
      }
      if sign == 0 { continue }
      if let last, last.sign != sign {
        let changes = OrderedDouble.signChanges(
          of: function.secondDerivative, from: last.x, to: x)
        if let first = changes.min(), let last = changes.max(), last - first <= width {
          found.append((first == last ? first.nextDown : first)...last)
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

  /// In ascending order; between neighbours the difference of the second derivatives has no more zeros
  /// than its signs there tell.
  private static func places(
    _ function: DrawnFunction, in reach: ClosedRange<Double>, pointWidth: Double
  ) -> [Double] {
    let parts = function.parts
    let breaks = parts.flatMap { $0.shape.breakpoints.map(\.x) }.filter(reach.contains)
    let turns = parts.flatMap { CurvatureTurns.places(of: $0, in: reach) }
    let marks = ([reach.lowerBound, reach.upperBound] + breaks + turns).sorted()
    // What is used at a breakpoint is of that point alone.
    var places = marks + breaks.flatMap { [$0.nextDown, $0.nextUp] }
    var open = zip(marks, marks.dropFirst()).filter { $0 < $1 }.map {
      MonotoneCell(between: $0, and: $1, parts, of: .curvature)
    }
    var count = 0
    while count < open.count, open.count < MonotoneCell.mostCells {
      let cell = open[count]
      count += 1
      guard cell.mayHold(0), !cell.isNarrow(in: reach, pointWidth: pointWidth) else { continue }
      let halves = cell.halves(parts)
      places.append(halves[0].high)
      open += halves
    }
    return places.filter(reach.contains).sorted()
  }
}
