import CNcurses
import Glibc
import TerminalCells

/// Characters as curses takes them: a base and a few combining marks, as wide characters.
enum CCharacter {
  /// How many wide characters a cell of curses holds.
  static let most = Int(shim_wide_characters_per_cell)

  /// Writes what `cell` holds with a closing zero into `text`, which has room for ``most`` and one.
  ///
  /// What cannot be shown in so many columns is replaced, as curses and the terminal go by the C
  /// library's widths: the columns of what comes after must not shift. Control characters become
  /// blanks: they are never sent.
  ///
  /// - Returns: how many columns it takes, `columns` or fewer.
  static func encode(
    _ cell: Cell, columns: Int, isUTF8: Bool, into text: inout [wchar_t]
  ) -> Int {
    let base = cell.scalar(0)
    if base < 0x80 {
      text[0] = wchar_t(base >= 0x20 && base < 0x7F ? base : 32)
    } else {
      guard isUTF8 else { return replace(with: 63, &text) }
      text[0] = wchar_t(base)
    }
    let width = base < 0x80 ? 1 : Int(shim_width(text[0]))
    if width <= 0 { return replace(with: columns == 2 ? 63 : 32, &text) }
    if width > columns { return replace(with: 32, &text) }
    text[1 + marks(of: cell, isUTF8: isUTF8, into: &text)] = 0
    return width
  }

  /// Writes the marks that combine with the base after it.
  ///
  /// - Returns: how many there are.
  private static func marks(of cell: Cell, isUTF8: Bool, into text: inout [wchar_t]) -> Int {
    var count = 0
    for index in 1..<Cell.mostScalars where isUTF8 && 1 + count < most {
      let mark = cell.scalar(index)
      if mark == 0 { break }
      // Asks for the coloured picture of a character, which may be wider than the character.
      if mark == 0xFE0F { continue }
      let encoded = wchar_t(mark)
      // Joined emoji and the like: what takes columns itself cannot combine here.
      guard shim_width(encoded) == 0 else { break }
      count += 1
      text[count] = encoded
    }
    return count
  }

  private static func replace(with ascii: UInt32, _ text: inout [wchar_t]) -> Int {
    text[0] = wchar_t(ascii)
    text[1] = 0
    return 1
  }
}
