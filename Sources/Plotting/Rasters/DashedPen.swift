/// A pen that is lifted and set down again along its way, counted in dots.
///
/// Dots rather than lengths: a dash of one dot is then one dot wherever it begins.
struct DashedPen {
  private let pattern: (drawn: Int, period: Int)?
  private var place = -1
  private var last: (column: Int, row: Int)?

  init(_ pattern: (drawn: Int, period: Int)?) { self.pattern = pattern }

  /// Sets the pen down for a new line.
  mutating func restart() {
    place = -1
    last = nil
  }

  /// Moves on to a dot, perhaps the one it is on.
  ///
  /// - Returns: whether the pen draws there.
  mutating func draws(column: Int, row: Int) -> Bool {
    guard let pattern else { return true }
    if last?.column != column || last?.row != row {
      place = (place + 1) % pattern.period
      last = (column, row)
    }
    return place < pattern.drawn
  }
}
