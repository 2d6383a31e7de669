import CNcurses
import Glibc
import TerminalCells

/// What stands in a cell as curses takes it: wide characters.
struct CellCharacter: Equatable {
  var base = blank
  /// Those that combine with the base; zero where there is none.
  var mark: wchar_t = 0
  var otherMark: wchar_t = 0
  /// How many columns it takes.
  var columns = 1

  private static let blank = wchar_t(32)
  private static let unknown = wchar_t(63)

  /// The character of `cell` with the marks that combine with it.
  ///
  /// What does not fit into so many columns is replaced, as curses and the terminal go by the C
  /// library's widths: the columns of what comes after must not shift. Control characters become
  /// blanks: they are never sent.
  init(_ cell: Cell, columns available: Int, isUTF8: Bool) {
    let scalar = cell.scalar(0)
    if scalar < 0x80 {
      if scalar >= 0x20 && scalar < 0x7F { base = wchar_t(scalar) }
    } else if !isUTF8 {
      base = Self.unknown
    } else {
      let width = Int(shim_width(wchar_t(scalar)))
      guard width > 0 && width <= available else {
        if width <= 0 && available == 2 { base = Self.unknown }
        return
      }
      base = wchar_t(scalar)
      columns = width
    }
    if isUTF8 && cell.scalar(1) != 0 { addMarks(of: cell) }
  }

  private mutating func addMarks(of cell: Cell) {
    for index in 1..<Cell.mostScalars {
      let scalar = cell.scalar(index)
      if scalar == 0 { break }
      // Asks for the coloured picture of a character, which may be wider than the character.
      if scalar == 0xFE0F { continue }
      // Would join it with whatever stands in the next cell.
      if scalar == 0x200D { break }
      // Joined emoji and the like: what takes columns itself cannot combine here.
      guard shim_width(wchar_t(scalar)) == 0 else { break }
      if mark == 0 { mark = wchar_t(scalar) } else { otherMark = wchar_t(scalar) }
    }
  }
}
