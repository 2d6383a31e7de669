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
  /// Cells as narrow as this are not halved for the sake of what may touch the level inside: one part
  /// in 1,000 of their own place, and of the window one in 4,000.
  private static let leastDistance: UInt64 = 1 << 42
  private static let leastPart = 0x1p-12
  /// Nor are cells that are nothing but a point in the function's own window.
  private let pointWidth: Double
  private static let mostCells = 60_000

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
      let cell = Cell(between: start, and: end, parts)
      for level in levels { edges += crossings(of: level, in: cell) }
    }
    return edges.sorted()
  }

  // MARK: One stretch

  /// A stretch with the slopes of the parts at its ends.
  private struct Cell {
    var low: Double
    var high: Double
    var slopesAtLow: [Double]
    var slopesAtHigh: [Double]

    /// The stretch between two marks, with the slopes inside: those used at a breakpoint are of that
    /// point alone.
    init(between low: Double, and high: Double, _ parts: [SettledFunction]) {
      (self.low, self.high) = (low, high)
      slopesAtLow = parts.map {
        $0.shape.breakpoint(near: low)?.derivative.right ?? $0.derivative(low)
      }
      slopesAtHigh = parts.map {
        $0.shape.breakpoint(near: high)?.derivative.left ?? $0.derivative(high)
      }
    }

    var slopeAtLow: Double { Self.total(slopesAtLow) }
    var slopeAtHigh: Double { Self.total(slopesAtHigh) }

    /// The first less the second, if there is one.
    private static func total(_ slopes: [Double]) -> Double {
      slopes.dropFirst().reduce(slopes[0], -)
    }

    /// Whether the first part's slope less the second's may pass `level` somewhere inside.
    func mayHold(_ level: Double) -> Bool {
      // What goes one way and ends where it began has not moved.
      if slopesAtLow == slopesAtHigh { return false }
      var (least, most) = (0.0, 0.0)
      for (index, (a, b)) in zip(slopesAtLow, slopesAtHigh).enumerated() {
        if a.isNaN && b.isNaN { return false }
        least += index == 0 ? min(a, b) : -max(a, b)
        most += index == 0 ? max(a, b) : -min(a, b)
      }
      // Bounds that are not known, as of ∞ − ∞, hold everything.
      return !(least > level) && !(most < level)
    }
  }

  private func crossings(of level: Double, in whole: Cell) -> [Double] {
    func isBelow(_ x: Double) -> Bool { function.derivative(x) < level }
    var found: [Double] = []
    // The widest first: should there be no end of them, none is passed over.
    var open = [whole]
    var count = 0
    while count < open.count {
      let cell = open[count]
      count += 1
      guard cell.mayHold(level) else { continue }
      let isLeaf = parts.count == 1 || isNarrow(cell) || open.count > Self.mostCells
      if isLeaf {
        let start = cell.slopeAtLow < level
        if start != (cell.slopeAtHigh < level) {
          found.append(
            OrderedDouble.change(from: cell.low, to: cell.high, startingAs: start, of: isBelow))
        }
        continue
      }
      let middle = OrderedDouble.middle(cell.low, cell.high)
      let slopes = parts.map { $0.derivative(middle) }
      var (left, right) = (cell, cell)
      (left.high, left.slopesAtHigh) = (middle, slopes)
      (right.low, right.slopesAtLow) = (middle, slopes)
      open += [left, right]
    }
    return found
  }

  private func isNarrow(_ cell: Cell) -> Bool {
    let halfWidth = cell.high / 2 - cell.low / 2
    return halfWidth < pointWidth
      || OrderedDouble.distance(cell.low, cell.high) < Self.leastDistance
        && halfWidth < Self.leastPart * reach.halfWidth
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
