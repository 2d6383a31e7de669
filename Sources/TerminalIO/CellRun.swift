import CNcurses
import Glibc
import TerminalCells

/// Neighbouring cells as curses takes them, to be used again and again.
struct CellRun {
  struct Look {
    var attributes: attr_t
    var pair: Int32

    static let plain = Look(attributes: 0, pair: 0)
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
    var built = cchar_t()
    shim_set_cell(&built, text, look.attributes, look.pair)
    cells.append(built)
  }

  /// Unlike adding characters one by one this moves no cursor: nothing scrolls at the last cell.
  func write(x: Int, y: Int, on screen: UnsafeMutablePointer<WINDOW>) {
    mvwadd_wchnstr(screen, Int32(y), Int32(x), cells, Int32(cells.count))
  }
}
