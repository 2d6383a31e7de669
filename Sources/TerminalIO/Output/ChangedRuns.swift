import TerminalCells

/// Finds where two rows of cells differ.
enum ChangedRuns {
  /// As many equal cells between two changes are written again: moving past them usually takes more.
  private static let mostEqual = 4

  /// Calls `body` with each run of `columns` that differ, short gaps included.
  ///
  /// - Precondition: both rows have these columns.
  static func forEach(
    _ new: UnsafeBufferPointer<Cell>, over old: UnsafeBufferPointer<Cell>, in columns: Range<Int>,
    _ body: (Range<Int>) -> Void
  ) {
    let end = columns.upperBound
    var x = columns.lowerBound
    while x < end {
      guard old[x] != new[x] else {
        x += 1
        continue
      }
      // With half of a wide character the other half changes, too.
      var start = x
      while start > 0 && isHalf(start, old, new) { start -= 1 }
      var last = x
      while x < end && x - last <= mostEqual + 1 {
        if old[x] != new[x] { last = x }
        x += 1
      }
      let next = last + 1
      x = next < end && isHalf(next, old, new) ? next + 1 : next
      body(start..<x)
    }
  }

  private static func isHalf(
    _ x: Int, _ old: UnsafeBufferPointer<Cell>, _ new: UnsafeBufferPointer<Cell>
  ) -> Bool {
    old[x].isContinuation || new[x].isContinuation
  }
}
