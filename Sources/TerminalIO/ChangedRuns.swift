import TerminalCells

/// Finds where two rows of cells differ.
enum ChangedRuns {
  /// Equal cells between two changes that are cheaper written again than skipped; as many as may be
  /// blanks of one style.
  private static let mostEqual = BlankStyle.widestGap

  /// Calls `body` with each run of columns that differ, and their neighbours, of which they may be
  /// the other half.
  ///
  /// - Precondition: both rows are of the same width.
  static func forEach(
    _ old: Slice<UnsafeBufferPointer<Cell>>, _ new: UnsafeBufferPointer<Cell>,
    _ body: (Range<Int>) -> Void
  ) {
    let old = UnsafeBufferPointer(rebasing: old)
    var x = 0
    while x < new.count {
      guard old[x] != new[x] else {
        x += 1
        continue
      }
      let start = max(0, x - 1)
      var last = x
      while x < new.count && x - last <= mostEqual {
        if old[x] != new[x] { last = x }
        x += 1
      }
      let end = min(new.count, last + 2)
      body(start..<end)
      x = max(x, end)
    }
  }
}
