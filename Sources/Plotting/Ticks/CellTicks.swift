import Wording

/// An axis whose ticks stand at the same place of their cells and equally many cells apart.
///
/// What a curve has at a tick's value is then drawn in the tick's cell, not half a cell beside it. That
/// place is the middle, but for axes beside which there would else be few labels or much would be
/// empty: there it may be a quarter of a cell off, still within a tick's cell for lines of any marker.
/// A tick may be any whole number of cells from the next, so that the range needs little more room
/// than it has to have.
struct CellTicks {
  /// The range around that which was asked for, by whole cells.
  let range: AxisRange
  let ticks: Ticks

  /// What is asked of ticks.
  struct Needs {
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
    /// Where in their cells ticks may stand, counted from the lower end, and what that costs; none for
    /// wherever they come to stand.
    var places: [(place: Double, cost: Double)] = [(0.5, 0)]
    /// Whether more may be left over at one end than at the other where that brings a label.
    var mayLean = false
  }

  /// Ticks beside `rows` rows, at least `spacing` rows apart; nil where there are none.
  ///
  /// - Parameter keepsScale: whether a range as large elsewhere becomes as large as this one, so that what
  ///   is panned does not change its size. Ticks then stand anywhere in their rows.
  static func vertical(
    _ range: AxisRange, rows: Int, spacing: Int, keepsScale: Bool = false, minus: Ticks.Minus
  ) -> CellTicks? {
    // A quarter of a row for the thickness of a line at the top and the bottom.
    var needs = Needs(
      cells: rows, padding: 0.25, spacing: spacing, emptiness: 0.3,
      least: rows < 15 ? 0.75 : 0.85, labels: min(Double(rows) / 2, 12), sparseness: 0.015,
      fewest: rows < 12 ? 3 : rows < 17 ? 4 : 5, places: [(0.5, 0), (0.25, 0.1), (0.75, 0.1)],
      mayLean: true)
    // What was asked for is shown, and little more.
    if keepsScale { (needs.places, needs.least, needs.emptiness) = ([], 0, 2) }
    return find(range, needs, minus: minus) { cells, _ in cells >= spacing }
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
    return find(range, needs, minus: minus) { cells, ticks in cells >= ticks.labelWidth + gap }
  }

  private static func find(
    _ range: AxisRange, _ needs: Needs, minus: Ticks.Minus, fits: (Int, Ticks) -> Bool
  ) -> CellTicks? {
    guard let search = CellTickSearch(range, needs) else { return nil }
    for candidate in search.candidates() {
      guard
        let ticks = ticks(candidate.step, in: candidate.range, limit: needs.cells, minus: minus),
        ticks.offset == nil, ticks.ticks.count >= 2, fits(candidate.cells, ticks)
      else { continue }
      return CellTicks(range: candidate.range, ticks: ticks)
    }
    return nil
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
