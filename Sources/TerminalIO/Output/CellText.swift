import CNcurses
import Glibc
import TerminalCells

/// What stands in a cell as bytes for the terminal.
enum CellText {
  private static let blank = UInt8(ascii: " ")
  private static let unknown = UInt8(ascii: "?")

  /// Appends the character of `cell` with the marks that combine with it.
  ///
  /// What does not fit into so many columns is replaced, as the terminal goes by the C library's
  /// widths: the columns of what comes after must not shift. Control characters become blanks: they
  /// are never sent.
  ///
  /// - Returns: how many columns it takes, `columns` or fewer.
  static func append(
    _ cell: Cell, columns: Int, isUTF8: Bool, to bytes: inout [UInt8]
  ) -> Int {
    let base = cell.scalar(0)
    var width = 1
    if base < 0x80 {
      bytes.append(base >= 0x20 && base < 0x7F ? UInt8(base) : blank)
    } else if !isUTF8 {
      bytes.append(unknown)
    } else {
      width = Int(shim_width(wchar_t(base)))
      guard width > 0 && width <= columns else {
        bytes.append(width <= 0 && columns == 2 ? unknown : blank)
        return 1
      }
      append(base, &bytes)
    }
    if isUTF8 { appendMarks(of: cell, &bytes) }
    return width
  }

  private static func appendMarks(of cell: Cell, _ bytes: inout [UInt8]) {
    for index in 1..<Cell.mostScalars {
      let mark = cell.scalar(index)
      if mark == 0 { break }
      // Asks for the coloured picture of a character, which may be wider than the character.
      if mark == 0xFE0F { continue }
      // Would join it with whatever stands in the next cell.
      if mark == 0x200D { break }
      // Joined emoji and the like: what takes columns itself cannot combine here.
      guard shim_width(wchar_t(mark)) == 0 else { break }
      append(mark, &bytes)
    }
  }

  private static func append(_ scalar: UInt32, _ bytes: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar) else { return }
    bytes.append(contentsOf: UTF8.encode(scalar)!)
  }
}
