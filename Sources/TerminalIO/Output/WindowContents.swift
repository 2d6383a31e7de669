import CNcurses
import TerminalCells

/// What has been put into the window that ncurses is to show.
struct WindowContents {
  private let scrollsAtEnd: Bool
  private var run: CellRun
  private var previous: Frame?

  /// - Parameter scrollsAtEnd: whether the screen scrolls once its very last cell has been written.
  init(_ looks: Looks, isUTF8: Bool, scrollsAtEnd: Bool) {
    self.scrollsAtEnd = scrollsAtEnd
    run = CellRun(looks, isUTF8: isUTF8)
  }

  var isUnknown: Bool { previous == nil }

  /// The window may hold anything: the next frame is put in whole.
  mutating func forget() { previous = nil }

  /// All colour pairs are free again, and none of what is in the window is worth anything.
  mutating func forgetColors() {
    run.looks.removeAll()
    forget()
  }

  /// Puts what differs from the frame before into the window, clipped to a screen of `size`.
  ///
  /// - Returns: whether there were colour pairs for all of it.
  mutating func put(
    _ frame: Frame, on size: Size, in window: UnsafeMutablePointer<WINDOW>
  ) -> Bool {
    run.begin()
    if let previous, previous.size == frame.size {
      put(frame, over: previous.cells, rowsApart: frame.size.width, on: size, in: window)
    } else {
      werase(window)
      let blanks = Array(repeating: Cell.blank, count: frame.size.width)
      put(frame, over: blanks, rowsApart: 0, on: size, in: window)
    }
    previous = frame
    return run.hadPairs
  }

  /// - Parameter rowsApart: how many cells of `old` lie between the beginnings of two rows.
  private mutating func put(
    _ frame: Frame, over old: [Cell], rowsApart: Int, on size: Size,
    in window: UnsafeMutablePointer<WINDOW>
  ) {
    let width = min(frame.size.width, size.width)
    for y in 0..<min(frame.size.height, size.height) {
      // The very last cell is left alone where writing it scrolls.
      let isCorner = scrollsAtEnd && y == size.height - 1 && width == size.width
      let end = isCorner ? width - 1 : width
      let (start, oldStart) = (y * frame.size.width, y * rowsApart)
      frame.cells.withUnsafeBufferPointer { cells in
        old.withUnsafeBufferPointer { oldCells in
          let line = UnsafeBufferPointer(rebasing: cells[start..<start + end])
          let oldLine = UnsafeBufferPointer(rebasing: oldCells[oldStart..<oldStart + end])
          ChangedRuns.forEach(line, over: oldLine) { columns in
            run.convert(columns, of: line)
            run.write(x: columns.lowerBound, y: y, in: window)
          }
        }
      }
    }
  }
}
