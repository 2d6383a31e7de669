import TerminalCells

/// Where a frame differs from the one before, row by row: kept to be used again and again.
struct FrameChanges {
  struct Run {
    let y: Int
    let columns: Range<Int>
    /// The column up to which its row is shown, and that up to which something is to be seen there.
    let end: Int
    let visibleEnd: Int
    /// The first and the last style in which something is seen of it; nil where nothing is.
    let first: Style?
    let last: Style?
    /// Whether all that is seen of it is in one style.
    let isUniform: Bool

    func isAll(in style: Style) -> Bool { isUniform && first == style }
  }

  private(set) var runs: [Run] = []

  /// - Parameters:
  ///   - old: the cells before; so many of them lie between the beginnings of two rows.
  ///   - end: the column up to which a row is looked at.
  mutating func find(
    in frame: Frame, over old: [Cell], rowsApart: Int, rows: Int, end: (_ row: Int) -> Int
  ) {
    runs.removeAll(keepingCapacity: true)
    frame.cells.withUnsafeBufferPointer { cells in
      old.withUnsafeBufferPointer { oldCells in
        for y in 0..<rows {
          let (start, oldStart, width) = (y * frame.size.width, y * rowsApart, end(y))
          let line = UnsafeBufferPointer(rebasing: cells[start..<start + width])
          let oldLine = UnsafeBufferPointer(rebasing: oldCells[oldStart..<oldStart + width])
          var visibleEnd: Int?
          ChangedRuns.forEach(line, over: oldLine) { columns in
            let end = visibleEnd ?? Self.visibleEnd(of: line)
            visibleEnd = end
            let styles = Self.styles(of: line[columns])
            runs.append(
              Run(
                y: y, columns: columns, end: width, visibleEnd: end, first: styles.first,
                last: styles.last, isUniform: styles.isUniform))
          }
        }
      }
    }
  }

  /// The column after the last cell that shows something.
  private static func visibleEnd(of line: UnsafeBufferPointer<Cell>) -> Int {
    var end = line.count
    while end > 0 && line[end - 1].isEmpty { end -= 1 }
    return end
  }

  private static func styles(
    of cells: Slice<UnsafeBufferPointer<Cell>>
  ) -> (first: Style?, last: Style?, isUniform: Bool) {
    var (first, last): (Style?, Style?)
    var isUniform = true
    for cell in cells where !cell.isEmpty {
      if let last, last != cell.style { isUniform = false }
      first = first ?? cell.style
      last = cell.style
    }
    return (first, last, isUniform)
  }

  /// From how many changes of style fewer it pays to go through the rows twice.
  private static let fewestSaved = 16

  /// The style whose runs stand between those of others, as those of a cursor's line between those of a
  /// tangent, so that most changes of style are for them; nil where there are few.
  ///
  /// Written row by row the styles take turns: with each run the style changes, which takes more bytes
  /// than the run. Written one after the other it changes once.
  var interruptingStyle: Style? {
    let seen = runs.filter { $0.first != nil }
    guard seen.count > Self.fewestSaved else { return nil }
    var saved: [(style: Style, count: Int)] = []
    for place in 1..<seen.count - 1 where seen[place].isUniform {
      guard let style = seen[place].first, let before = seen[place - 1].last,
        let after = seen[place + 1].first, before != style, after != style
      else { continue }
      let count = before == after ? 2 : 1
      if let known = saved.firstIndex(where: { $0.style == style }) {
        saved[known].count += count
      } else {
        saved.append((style, count))
      }
    }
    guard let most = saved.max(by: { $0.count < $1.count }) else { return nil }
    return most.count >= Self.fewestSaved ? most.style : nil
  }
}
