import Wording

/// An axis whose ticks stand in the middle of cells and equally many cells apart.
///
/// What a curve has at a tick's value is then drawn in the tick's cell, not half a cell beside it.
/// A tick may be any whole number of cells from the next, so that the range needs little more room
/// than it has to have.
struct CellTicks {
  /// The range around that which was asked for, by whole cells.
  let range: AxisRange
  let ticks: Ticks

  /// The significant digits of steps, and what it costs to use one, as ``cost(_:_:_:)`` counts: those
  /// that nobody expects are for axes that would else be all but empty of labels.
  private static let factors: [(digits: Int, shift: Int, cost: Double)] = [
    (1, 0, 0), (2, 0, 0), (5, 0, 0), (25, -1, 0.02), (4, 0, 0.14), (3, 0, 0.24), (15, -1, 0.26),
    (125, -2, 0.28),
  ]

  /// A step, how many cells it is, and the range that is then shown.
  private struct Candidate {
    var step: TickStep
    var cells: Int
    var range: AxisRange
    var cost: Double
  }

  /// What is asked of ticks.
  private struct Needs {
    var cells: Int
    /// The room to keep at both ends, in cells, if it can be had.
    var padding: Double
    var spacing: Int
    /// What an empty part of the axis costs.
    var emptiness: Double
    /// The part of the axis that has to be taken.
    var least: Double
    /// How many labels there are at best, and what it costs to have one less.
    var labels: Double
    var sparseness: Double
    /// With how few an axis is hard to read.
    var fewest: Int
  }

  /// Ticks beside `rows` rows, at least `spacing` rows apart; nil where there are none.
  static func vertical(
    _ range: AxisRange, rows: Int, spacing: Int, minus: Ticks.Minus
  ) -> CellTicks? {
    // A quarter of a row for the thickness of a line at the top and the bottom.
    let needs = Needs(
      cells: rows, padding: 0.25, spacing: spacing, emptiness: 0.3,
      least: rows < 15 ? 0.75 : 0.855, labels: min(Double(rows) / 2, 12), sparseness: 0.015,
      fewest: rows < 12 ? 3 : rows < 17 ? 4 : 5)
    return find(range, needs, minus: minus) { candidate, _ in candidate.cells >= spacing }
  }

  /// Ticks below `columns` columns, with at least `gap` blanks between their labels; nil where there
  /// are none.
  static func horizontal(
    _ range: AxisRange, columns: Int, gap: Int, minus: Ticks.Minus
  ) -> CellTicks? {
    let needs = Needs(
      cells: columns, padding: 0, spacing: gap + 2, emptiness: 1, least: 0,
      labels: min(Double(columns) / Double(gap + 2), 12), sparseness: 0.025,
      fewest: columns < 32 ? 3 : 5)
    return find(range, needs, minus: minus) { candidate, ticks in
      candidate.cells >= ticks.labelWidth + gap
    }
  }

  private static func find(
    _ range: AxisRange, _ needs: Needs, minus: Ticks.Minus, fits: (Candidate, Ticks) -> Bool
  ) -> CellTicks? {
    guard needs.cells >= 2 * needs.spacing else { return nil }
    let least = 2 * (range.halfWidth / Double(needs.cells))
    // Far from zero labels would be long, and cells are no longer exact.
    guard least.isNormal, max(abs(range.lower), abs(range.upper)) / least < 1e6 else { return nil }
    for candidate in candidates(for: range, needs, least: least) {
      guard
        let ticks = ticks(candidate.step, in: candidate.range, limit: needs.cells, minus: minus),
        ticks.offset == nil, ticks.ticks.count >= 2, fits(candidate, ticks)
      else { continue }
      return CellTicks(range: candidate.range, ticks: ticks)
    }
    return nil
  }

  /// From the best to the worst: those that leave little of the axis empty, are usual, and give
  /// as many ticks as are read with ease.
  private static func candidates(
    for range: AxisRange, _ needs: Needs, least: Double
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    let decade = DecimalNumber.exponent(of: least)
    for exponent in decade...decade + 3 {
      for factor in factors {
        let step = TickStep(factor: factor.digits, exponent: exponent + factor.shift)
        let count = step.value / least
        guard count >= Double(needs.spacing) - 1e-9, count < Double(needs.cells) else { continue }
        // A hair more than a whole number is one, but for rounding. Fewer cells make each larger, as
        // may be needed for the middle of cells to come where ticks are.
        let most = max(needs.spacing, Int(count + 1e-9))
        for cells in max(needs.spacing, Int(count / 1.25))...most {
          let cell = step.value / Double(cells)
          guard
            let shown = aligned(range, cell, needs, padding: needs.padding)
              ?? aligned(range, cell, needs, padding: 0)
          else { continue }
          let cost = cost(
            cell / least, taken(range, shown, cell, needs), labels(step.value, in: shown), needs)
          candidates.append(
            Candidate(step: step, cells: cells, range: shown, cost: factor.cost + cost))
        }
      }
    }
    return candidates.sorted { $0.cost < $1.cost }
  }

  /// What an axis is worth less than a full one with as many labels as are read with ease.
  ///
  /// - Parameters:
  ///   - size: how much larger a cell is than it might be.
  ///   - taken: how many cells hold something of what was asked for.
  private static func cost(_ size: Double, _ taken: Int, _ labels: Int, _ needs: Needs) -> Double {
    let isEmpty = Double(taken) < needs.least * Double(needs.cells)
    let few = Double(max(0, needs.fewest - labels))
    return needs.emptiness * (size - 1) + (isEmpty ? 0.5 + size : 0)
      + needs.sparseness * max(0, needs.labels - Double(labels))
      // One label too few is a pity; with three an axis says next to nothing.
      + 0.05 * few * (few + 1)
  }

  /// How many multiples of a step there are in a range, but for rounding.
  private static func labels(_ step: Double, in range: AxisRange) -> Int {
    let (first, last) = (range.lower / step, range.upper / step)
    guard first.magnitude < 1e9 && last.magnitude < 1e9 else { return 0 }
    return Int((last + 1e-9).rounded(.down) - (first - 1e-9).rounded(.up)) + 1
  }

  /// Whatever the line's thickness; by halves, so that no difference overflows.
  private static func taken(
    _ range: AxisRange, _ shown: AxisRange, _ cell: Double, _ needs: Needs
  ) -> Int {
    let first = 2 * ((range.lower / 2 - shown.lower / 2) / cell)
    let last = 2 * ((range.upper / 2 - shown.lower / 2) / cell)
    guard first.magnitude < 1e9 && last.magnitude < 1e9 else { return 0 }
    return min(needs.cells - 1, Int(last)) - max(0, Int(first)) + 1
  }

  /// The range by whole cells around `range`, with a cell's middle at zero and what is left over at
  /// both ends alike.
  private static func aligned(
    _ range: AxisRange, _ cell: Double, _ needs: Needs, padding: Double
  ) -> AxisRange? {
    let cells = needs.cells
    let hair = 1e-9
    let last = (range.lower / cell - padding + 0.5 + hair).rounded(.down)
    let first = (range.upper / cell + padding + 0.5 - Double(cells) - hair).rounded(.up)
    guard first <= last else { return nil }
    let bottom = ((first + last) / 2).rounded(.up) - 0.5
    let (low, high) = (bottom * cell, (bottom + Double(cells)) * cell)
    return low.isFinite && high.isFinite ? AxisRange(low, high) : nil
  }

  private static func ticks(
    _ step: TickStep, in range: AxisRange, limit: Int, minus: Ticks.Minus
  ) -> Ticks? {
    guard let numbers = step.multiples(in: range, limit: limit) else { return nil }
    let written = TickLabels(of: numbers, minus: minus)
    return Ticks(
      ticks: zip(numbers, written.labels).map { Tick(value: $0.value, label: $1) },
      offset: written.offset, step: step.value)
  }
}
