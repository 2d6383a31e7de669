import CNcurses
import Glibc
import TerminalCells

/// Characters as curses takes them: a base and a few combining marks, as wide characters.
enum CCharacter {
  /// How many wide characters a cell of curses holds.
  static let most = Int(shim_wide_characters_per_cell)

  /// Writes `character` with a closing zero into `text`, which has room for ``most`` and one.
  ///
  /// What cannot be shown in so many columns is replaced, as curses and the terminal go by the C
  /// library's widths: the columns of what comes after must not shift. Control characters become
  /// blanks: they are never sent.
  ///
  /// - Returns: how many columns it takes, `columns` or fewer.
  static func encode(
    _ character: Character, columns: Int, isUTF8: Bool, into text: inout [wchar_t]
  ) -> Int {
    var scalars = character.unicodeScalars.makeIterator()
    guard let base = scalars.next() else { return replace(with: 32, &text) }
    if base.value < 0x80 {
      text[0] = wchar_t(base.value >= 0x20 && base.value < 0x7F ? base.value : 32)
    } else {
      guard isUTF8 else { return replace(with: 63, &text) }
      text[0] = wchar_t(base.value)
    }
    var width = base.value < 0x80 ? 1 : Int(shim_width(text[0]))
    if width <= 0 { return replace(with: columns == 2 ? 63 : 32, &text) }
    if width > columns { return replace(with: 32, &text) }
    var count = 1
    while count < most, isUTF8, let mark = scalars.next() {
      // Asks for the coloured picture of a character, which may be wider than the character.
      if mark.value == 0xFE0F { continue }
      let encoded = wchar_t(mark.value)
      // Joined emoji and the like: what takes columns itself cannot combine here.
      guard shim_width(encoded) == 0 else { break }
      text[count] = encoded
      count += 1
    }
    text[count] = 0
    width = min(width, columns)
    return width
  }

  private static func replace(with ascii: UInt32, _ text: inout [wchar_t]) -> Int {
    text[0] = wchar_t(ascii)
    text[1] = 0
    return 1
  }
}
