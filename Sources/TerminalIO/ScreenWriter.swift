import TerminalCells

/// Turns frames into bytes for a terminal, which only say what differs from the frame before.
///
/// It knows nothing but values: what is to be shown, and how this kind of terminal is told.
struct ScreenWriter {
  private let commands: ScreenCommands
  private let isUTF8: Bool
  private var pen: Pen
  private var previous: Frame?
  /// Kept, so that its memory is.
  private var bytes: [UInt8] = []

  init(_ commands: ScreenCommands, isUTF8: Bool) {
    self.commands = commands
    self.isUTF8 = isUTF8
    pen = Pen(commands)
  }

  /// Differs from whatever a frame holds: no character.
  private static let unknown = Cell("\u{FFFF}")

  /// Whether the screen is to be written though nothing may have changed.
  var isStale: Bool { previous == nil }

  /// Forgets what stands on the screen: the next frame is sent whole.
  mutating func invalidate() { previous = nil }

  /// Gives `send` the bytes that show `frame`, clipped to a screen of `size`: all in one piece, so
  /// that no half of a frame is seen on a slow line, or none at all where nothing has changed.
  mutating func show(_ frame: Frame, on size: Size, _ send: (UnsafeRawBufferPointer) -> Void) {
    bytes.removeAll(keepingCapacity: true)
    let old = previous?.size == frame.size ? previous : nil
    if old == nil { bytes += commands.clear }
    let unknown = commands.clear.isEmpty ? Self.unknown : .blank
    let oldRow = old == nil ? [Cell](repeating: unknown, count: frame.size.width) : []
    let width = min(frame.size.width, size.width)
    for y in 0..<min(frame.size.height, size.height) {
      let start = y * frame.size.width
      let before = old == nil ? 0 : start
      let isLast = commands.scrollsAtEnd && y == size.height - 1 && width == size.width
      let end = isLast ? width - 1 : width
      frame.cells.withUnsafeBufferPointer { cells in
        (old?.cells ?? oldRow).withUnsafeBufferPointer { oldCells in
          write(
            UnsafeBufferPointer(rebasing: cells[start..<start + end]), y,
            over: UnsafeBufferPointer(rebasing: oldCells[before..<before + end]))
        }
      }
    }
    pen.putDown(&bytes)
    previous = frame
    if !bytes.isEmpty { bytes.withUnsafeBytes(send) }
  }

  private mutating func write(
    _ row: UnsafeBufferPointer<Cell>, _ y: Int, over old: UnsafeBufferPointer<Cell>
  ) {
    guard row.indices.contains(where: { row[$0] != old[$0] }) else { return }
    let end = commands.clearRest.isEmpty ? row.count : Self.visibleEnd(row, over: old)
    var cursor: Int?
    ChangedRuns.forEach(old, row, end: end) { columns in
      place(y, columns.lowerBound)
      cursor = draw(columns, of: row)
    }
    guard old[end...].contains(where: { !$0.isEmpty }) else { return }
    if cursor != end { place(y, end) }
    if !pen.leavesBlanksEmpty { pen.putDown(&bytes) }
    bytes += commands.clearRest
  }

  /// The column after the last that shows something; after both halves of what was wide there.
  private static func visibleEnd(
    _ row: UnsafeBufferPointer<Cell>, over old: UnsafeBufferPointer<Cell>
  ) -> Int {
    let end = (row.lastIndex { !$0.isEmpty } ?? -1) + 1
    return end < old.count && old[end].isContinuation ? end + 1 : end
  }

  private mutating func place(_ row: Int, _ column: Int) {
    if commands.resetsBeforeMoving { pen.putDown(&bytes) }
    commands.cursorAddress.append(row: row, column: column, to: &bytes)
  }

  /// - Returns: the column where the cursor is then.
  private mutating func draw(_ columns: Range<Int>, of row: UnsafeBufferPointer<Cell>) -> Int {
    var x = columns.lowerBound
    while x < columns.upperBound {
      let cell = row[x]
      // A blank needs no change of style where none is to be seen.
      if !(cell.isEmpty && pen.leavesBlanksEmpty) { pen.use(cell.style, &bytes) }
      let hasRoom = x + 1 < row.count && row[x + 1].isContinuation
      x += CellText.append(cell, columns: hasRoom ? 2 : 1, isUTF8: isUTF8, to: &bytes)
    }
    return x
  }
}
