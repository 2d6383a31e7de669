import TerminalCells

/// Turns frames into bytes for a terminal, which only say what differs from the frame before.
///
/// It knows nothing but values: what is to be shown, and how this kind of terminal is told.
struct ScreenWriter {
  private let commands: ScreenCommands
  private let isUTF8: Bool
  private var pen: Pen
  private var previous: Frame?
  /// Used again for each frame, so that nothing is allocated.
  private var bytes: [UInt8] = []

  init(_ commands: ScreenCommands, isUTF8: Bool) {
    self.commands = commands
    self.isUTF8 = isUTF8
    pen = Pen(commands.style)
  }

  /// Whether the screen is to be written though nothing may have changed.
  var isStale: Bool { previous == nil }

  /// Forgets what stands on the screen: the next frame is sent whole.
  mutating func invalidate() { previous = nil }

  /// Gives `send` the bytes that show `frame`, clipped to a screen of `size`: all in one piece, so
  /// that no half of a frame is seen on a slow line, or none at all where nothing has changed.
  mutating func show(_ frame: Frame, on size: Size, _ send: (UnsafeRawBufferPointer) -> Void) {
    bytes.removeAll(keepingCapacity: true)
    if let previous, previous.size == frame.size {
      write(frame, over: previous.cells, rowsApart: frame.size.width, on: size)
    } else {
      bytes += commands.clear
      write(frame, over: unchangedRow(of: frame.size.width), rowsApart: 0, on: size)
    }
    pen.putDown(&bytes)
    previous = frame
    if !bytes.isEmpty { bytes.withUnsafeBytes(send) }
  }

  /// What stands in each row of a screen that has been cleared, or where it cannot be, that may be
  /// anything.
  private func unchangedRow(of width: Int) -> [Cell] {
    Array(repeating: commands.clear.isEmpty ? Cell("\u{FFFF}") : .blank, count: width)
  }

  /// - Parameter rowsApart: how many cells of `old` lie between the beginnings of two rows.
  private mutating func write(
    _ frame: Frame, over old: [Cell], rowsApart: Int, on size: Size
  ) {
    let width = min(frame.size.width, size.width)
    for y in 0..<min(frame.size.height, size.height) {
      let isCorner = commands.scrollsAtEnd && y == size.height - 1 && width == size.width
      let end = isCorner ? width - 1 : width
      let start = y * frame.size.width
      let oldStart = y * rowsApart
      frame.cells.withUnsafeBufferPointer { cells in
        old.withUnsafeBufferPointer { oldCells in
          write(
            UnsafeBufferPointer(rebasing: cells[start..<start + end]),
            over: UnsafeBufferPointer(rebasing: oldCells[oldStart..<oldStart + end]), row: y)
        }
      }
    }
  }

  private mutating func write(
    _ cells: UnsafeBufferPointer<Cell>, over old: UnsafeBufferPointer<Cell>, row: Int
  ) {
    guard let first = cells.indices.first(where: { cells[$0] != old[$0] }) else { return }
    let end = commands.clearRest.isEmpty ? cells.count : Self.visibleEnd(cells, over: old)
    var cursor: Int?
    ChangedRuns.forEach(cells, over: old, in: first..<max(first, end)) { columns in
      placeCursor(row, columns.lowerBound)
      cursor = draw(columns, of: cells)
    }
    guard old[end...].contains(where: { !$0.isEmpty }) else { return }
    if cursor != end { placeCursor(row, end) }
    if !pen.leavesBlanksEmpty { pen.putDown(&bytes) }
    bytes += commands.clearRest
  }

  /// The column after the last that shows something; after both halves of what was wide there.
  private static func visibleEnd(
    _ cells: UnsafeBufferPointer<Cell>, over old: UnsafeBufferPointer<Cell>
  ) -> Int {
    let end = (cells.lastIndex { !$0.isEmpty } ?? -1) + 1
    return end < old.count && old[end].isContinuation ? end + 1 : end
  }

  private mutating func placeCursor(_ row: Int, _ column: Int) {
    if commands.resetsBeforeMoving { pen.putDown(&bytes) }
    commands.cursorAddress.append(row: row, column: column, to: &bytes)
  }

  /// - Returns: the column where the cursor is then.
  private mutating func draw(_ columns: Range<Int>, of cells: UnsafeBufferPointer<Cell>) -> Int {
    var x = columns.lowerBound
    while x < columns.upperBound {
      let cell = cells[x]
      // A blank needs no change of style where none is to be seen.
      if !(cell.isEmpty && pen.leavesBlanksEmpty) { pen.use(cell.style, &bytes) }
      let hasRoom = x + 1 < cells.count && cells[x + 1].isContinuation
      x += CellText.append(cell, columns: hasRoom ? 2 : 1, isUTF8: isUTF8, to: &bytes)
    }
    return x
  }
}
