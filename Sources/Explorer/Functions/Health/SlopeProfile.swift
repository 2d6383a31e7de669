import NeuralFunctions

/// Where the slope of a function passes a level, found from the function's shape.
///
/// Between neighbouring breakpoints and inflections of its parts the slope of each part goes one way,
/// so that its values at two places bound it between them. A stretch whose bounds do not hold the
/// level is done with, others are halved: nothing is passed over, however wide the window.
struct SlopeProfile {
  private let function: DrawnFunction
  private let parts: [SettledFunction]
  /// Breakpoints and inflections of any part within ``reach``, with its ends.
  let marks: [Double]
  private let breakpoints: [Double]
  /// The stretch looked at: narrower than what was asked for where inflections have no end.
  let reach: ClosedRange<Double>
  /// Whether ``reach`` is all that was asked for.
  let isWhole: Bool
  /// Whether the Doubles around the focus lie too far apart to show how the slope swings between.
  let isTooCoarse: Bool

  /// How many of endless inflections are looked at.
  private static let mostRepetitions = 64.0
  /// Cells that are nothing but a point in the function's own window are not halved.
  private let pointWidth: Double

  /// - Parameters:
  ///   - range: the window, inside the domain.
  ///   - focus: what is looked at first where there is no end: the cursor.
  init(_ function: DrawnFunction, in range: ClosedRange<Double>, focus: Double) {
    self.function = function
    parts = function.parts
    let spacing = parts.compactMap(\.shape.inflectionSpacing).min()
    let center = min(max(focus, range.lowerBound), range.upperBound)
    if let spacing, (range.upperBound / 2 - range.lowerBound / 2) / spacing > Self.mostRepetitions {
      let half = spacing * Self.mostRepetitions / 2
      reach =
        max(range.lowerBound, center - half)...min(range.upperBound, center + half)
      isWhole = false
    } else {
      reach = range
      isWhole = true
    }
    isTooCoarse = spacing.map { $0 < 64 * center.ulp } ?? false
    pointWidth = 0x1p-42 * min(reach.halfWidth, function.shape.window.halfWidth)
    breakpoints = function.shape.breakpoints.map(\.x)
    marks = isTooCoarse ? [] : Self.marks(of: parts, in: reach)
  }

  private static func marks(
    of parts: [SettledFunction], in reach: ClosedRange<Double>
  ) -> [Double] {
    let own = parts.flatMap { part -> [Double] in
      let inflections = part.shape.pointsOfInterest
        .filter { $0.kind == .inflection || $0.kind == .steepest }.map(\.x)
      return part.shape.breakpoints.map(\.x) + inflections + part.endlessInflections(in: reach)
    }
    let inside = own.filter { $0 > reach.lowerBound && $0 < reach.upperBound }
    return Set(inside + [reach.lowerBound, reach.upperBound]).sorted()
  }

  /// Where the slope passes one of `levels`, and where it jumps.
  func edges(atLevels levels: [Double]) -> [Double] {
    var edges = breakpoints.filter { $0 > reach.lowerBound && $0 < reach.upperBound }
    for (start, end) in zip(marks, marks.dropFirst()) {
      let cell = MonotoneCell(between: start, and: end, parts, of: .slope)
      for level in levels { edges += crossings(of: level, in: cell) }
    }
    return edges.sorted()
  }

  private func crossings(of level: Double, in whole: MonotoneCell) -> [Double] {
    func isBelow(_ x: Double) -> Bool { function.derivative(x) < level }
    var found: [Double] = []
    // The widest first: should there be no end of them, none is passed over.
    var open = [whole]
    var count = 0
    while count < open.count {
      let cell = open[count]
      count += 1
      guard cell.mayHold(level) else { continue }
      let isLeaf =
        parts.count == 1 || cell.isNarrow(in: reach, pointWidth: pointWidth)
        || open.count > MonotoneCell.mostCells
      if isLeaf {
        let start = cell.totalAtLow < level
        if start != (cell.totalAtHigh < level) {
          found.append(
            OrderedDouble.change(from: cell.low, to: cell.high, startingAs: start, of: isBelow))
        }
      } else {
        open += cell.halves(parts)
      }
    }
    return found
  }
}

extension SettledFunction {
  /// The inflections in `reach`, where there is no end of them: each at the sign change of f″ next to
  /// where the spacing puts it.
  func endlessInflections(in reach: ClosedRange<Double>) -> [Double] {
    guard let spacing = shape.inflectionSpacing, spacing > 0,
      let first = shape.pointsOfInterest.first(where: { $0.kind == .inflection })?.x
    else { return [] }
    let start = ((reach.lowerBound - first) / spacing).rounded(.down)
    return (0...130).compactMap { step -> Double? in
      let near = first + (start + Double(step)) * spacing
      let (low, high) = (near - spacing / 4, near + spacing / 4)
      guard near <= reach.upperBound + spacing else { return nil }
      func isConcave(_ x: Double) -> Bool { secondDerivative(x) < 0 }
      let start = isConcave(low)
      guard low < near, near < high, start != isConcave(high) else { return near }
      return OrderedDouble.change(from: low, to: high, startingAs: start, of: isConcave)
    }
  }
}
