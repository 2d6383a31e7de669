import Glibc
import TerminalCells

/// Finds where two rows of cells differ.
enum ChangedRuns {
  /// As many equal cells between two changes are handed over with them, as ncurses rather writes them
  /// again than that it moves past them.
  private static let mostEqual = 5

  /// Calls `body` with each run of columns that differ, both halves of wide characters included.
  ///
  /// - Precondition: both rows are of the same width.
  static func forEach(
    _ new: UnsafeBufferPointer<Cell>, over old: UnsafeBufferPointer<Cell>,
    _ body: (Range<Int>) -> Void
  ) {
    let end = new.count
    var x = 0
    while x < end {
      x = firstDifference(from: x, new, old)
      if x == end { return }
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

  private static let comparedAtOnce = 8

  /// The first column from `start` on where the rows differ; their end if they do not. Most of a row is
  /// as it was, so that cells are compared as bytes first.
  private static func firstDifference(
    from start: Int, _ new: UnsafeBufferPointer<Cell>, _ old: UnsafeBufferPointer<Cell>
  ) -> Int {
    guard let newCells = new.baseAddress, let oldCells = old.baseAddress else { return start }
    let size = comparedAtOnce * MemoryLayout<Cell>.stride
    var x = start
    while x + comparedAtOnce <= new.count, memcmp(newCells + x, oldCells + x, size) == 0 {
      x += comparedAtOnce
    }
    while x < new.count && new[x] == old[x] { x += 1 }
    return x
  }

  private static func isHalf(
    _ x: Int, _ old: UnsafeBufferPointer<Cell>, _ new: UnsafeBufferPointer<Cell>
  ) -> Bool {
    old[x].isContinuation || new[x].isContinuation
  }
}
