import CNcurses
import Glibc
import TerminalCells

/// Neighbouring cells as curses takes them, to be used again and again.
struct CellRun {
  /// Attributes and colours as a blank that has them: what stands in a cell is put in its place.
  struct Look {
    fileprivate let blank: cchar_t

    init(attributes: attr_t, pair: Int32) {
      var cell = cchar_t()
      shim_set_cell(&cell, [wchar_t(32), 0], attributes, pair)
      blank = cell
    }
  }

  private var cells: [cchar_t] = []
  private var text = [wchar_t](repeating: 0, count: CCharacter.most + 1)

  mutating func removeAll() { cells.removeAll(keepingCapacity: true) }

  /// Appends a cell, or two if it is wide.
  mutating func append(_ cell: Cell, isWide: Bool, _ look: Look, isUTF8: Bool) {
    let columns = CCharacter.encode(
      cell, columns: isWide ? 2 : 1, isUTF8: isUTF8, into: &text)
    appendText(look)
    if isWide && columns == 1 {
      text[0] = wchar_t(32)
      text[1] = wchar_t(0)
      appendText(look)
    }
  }

  private mutating func appendText(_ look: Look) {
    var cell = look.blank
    shim_set_text(&cell, text)
    cells.append(cell)
  }

  /// Unlike adding characters one by one this moves no cursor: nothing scrolls at the last cell.
  func write(x: Int, y: Int, on screen: UnsafeMutablePointer<WINDOW>) {
    mvwadd_wchnstr(screen, Int32(y), Int32(x), cells, Int32(cells.count))
  }
}
