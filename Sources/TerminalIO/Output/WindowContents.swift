import CNcurses
import TerminalCells

/// What has been put into the window that ncurses is to show.
struct WindowContents {
  private let scrollsAtEnd: Bool
  private var run: CellRun
  private var previous: Frame?
  private var changes = FrameChanges()

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
  /// - Parameter flush: has ncurses write what the window holds so far, where that is better done in two
  ///   parts; nil where it has to be in one.
  /// - Returns: whether there were colour pairs for all of it.
  mutating func put(
    _ frame: Frame, on size: Size, in window: UnsafeMutablePointer<WINDOW>,
    flush: (() -> Void)? = nil
  ) -> Bool {
    run.begin()
    let isKnown = previous?.size == frame.size
    if let previous, isKnown {
      findChanges(frame, over: previous.cells, rowsApart: frame.size.width, on: size)
    } else {
      werase(window)
      let blanks = Array(repeating: Cell.blank, count: frame.size.width)
      findChanges(frame, over: blanks, rowsApart: 0, on: size)
    }
    if let flush, isKnown, let style = changes.interruptingStyle {
      write(frame, in: window) { $0.isAll(in: style) }
      flush()
      run.liftPen()
      write(frame, in: window) { !$0.isAll(in: style) }
    } else {
      write(frame, in: window) { _ in true }
    }
    previous = frame
    return run.hadPairs
  }

  /// - Parameter rowsApart: how many cells of `old` lie between the beginnings of two rows.
  private mutating func findChanges(
    _ frame: Frame, over old: [Cell], rowsApart: Int, on size: Size
  ) {
    let width = min(frame.size.width, size.width)
    let rows = min(frame.size.height, size.height)
    changes.find(in: frame, over: old, rowsApart: rowsApart, rows: rows) { [scrollsAtEnd] y in
      // The very last cell is left alone where writing it scrolls.
      let isCorner = scrollsAtEnd && y == size.height - 1 && width == size.width
      return isCorner ? width - 1 : width
    }
  }

  private mutating func write(
    _ frame: Frame, in window: UnsafeMutablePointer<WINDOW>,
    where isWanted: (FrameChanges.Run) -> Bool
  ) {
    let width = frame.size.width
    frame.cells.withUnsafeBufferPointer { cells in
      for change in changes.runs where isWanted(change) {
        let start = change.y * width
        let line = UnsafeBufferPointer(rebasing: cells[start..<start + change.end])
        run.convert(change.columns, of: line, visibleEnd: change.visibleEnd)
        run.write(x: change.columns.lowerBound, y: change.y, in: window)
      }
    }
  }
}
