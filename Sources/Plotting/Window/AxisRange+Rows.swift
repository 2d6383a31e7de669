extension AxisRange {
  /// The narrowest range around this one whose ticks, on `rows` rows of cells, stand in the middle
  /// of rows and equally many rows apart, at least `spacing`.
  ///
  /// What a curve has at a tick's value is then drawn in the tick's row, not half a row beside it.
  /// The range itself where it is too far from zero, or the rows too few, for that.
  func withTicksOnRows(_ rows: Int, spacing: Int) -> AxisRange {
    guard spacing > 0, rows >= 2 * spacing else { return self }
    let least = 2 * (halfWidth / Double(rows))
    guard least.isNormal, max(abs(lower), abs(upper)) / least < 1e6 else { return self }
    var step = TickStep(notAbove: least * Double(spacing))
    var best: (rowHeight: Double, range: AxisRange)?
    // Two decades of steps; the first that fits is never far.
    for _ in 0..<6 {
      // With more rows between them there would be room for the ticks of the next finer step.
      let most = step.factor == 5 ? (5 * spacing - 1) / 2 : 2 * spacing - 1
      for rowsPerTick in spacing...most {
        let rowHeight = step.value / Double(rowsPerTick)
        guard rowHeight >= least, rowHeight < best?.rowHeight ?? .infinity else { continue }
        let bottom = ((lower / rowHeight + 0.5).rounded(.down) - 0.5) * rowHeight
        let top = bottom + Double(rows) * rowHeight
        if top >= upper && top.isFinite { best = (rowHeight, AxisRange(bottom, top)) }
      }
      step.advance()
    }
    return best?.range ?? self
  }
}
