import CNcurses
import TerminalCells

/// Neighbouring cells as curses takes them, to be used again and again.
struct CellRun {
  var looks: Looks
  private let isUTF8: Bool
  /// Whether there were colour pairs for all since the frame's beginning.
  private(set) var hadPairs = true
  /// The style in which the terminal will have drawn last.
  private var pen = Style()
  private var cells: [cchar_t] = []

  init(_ looks: Looks, isUTF8: Bool) {
    self.looks = looks
    self.isUTF8 = isUTF8
  }

  /// A frame begins: the terminal is in no style.
  mutating func begin() {
    hadPairs = true
    liftPen()
  }

  /// ncurses has written all so far, and left every style.
  mutating func liftPen() { pen = Style() }

  /// Takes what stands in `columns` of `line` instead of what was there before.
  ///
  /// - Parameter visibleEnd: the column after the last cell of the line that shows something.
  mutating func convert(
    _ columns: Range<Int>, of line: UnsafeBufferPointer<Cell>, visibleEnd: Int
  ) {
    cells.removeAll(keepingCapacity: true)
    var x = columns.lowerBound
    while x < columns.upperBound {
      let cell = line[x]
      // A blank needs no change of style where none is to be seen: half of all changes of style would
      // be for the gaps between words and strokes. To the end of the row it is erased at once.
      let keepsPen = cell.isEmpty && x < visibleEnd && !pen.showsOnBlanks
      if !keepsPen { pen = cell.isEmpty ? Style() : cell.style }
      var shown = blank()
      let hasRoom = x + 1 < line.count && line[x + 1].isContinuation
      let character = CellCharacter(cell, columns: hasRoom ? 2 : 1, isUTF8: isUTF8)
      shim_set_text(&shown, character.base, character.mark, character.otherMark)
      cells.append(shown)
      x += character.columns
    }
  }

  private mutating func blank() -> cchar_t {
    if let blank = looks.blank(pen) { return blank }
    hadPairs = false
    return cchar_t()
  }

  /// Unlike adding characters one by one this moves no cursor: nothing scrolls at the last cell.
  func write(x: Int, y: Int, in window: UnsafeMutablePointer<WINDOW>) {
    mvwadd_wchnstr(window, Int32(y), Int32(x), cells, Int32(cells.count))
  }
}
