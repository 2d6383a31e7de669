import TerminalCells

/// Gives blanks between words and strokes the style of what stands before them, where that is not to
/// be seen.
///
/// The terminal would otherwise be told to change its style at every gap, and back after it: half of
/// a first frame's bytes, and most of what curses has to think about.
enum BlankStyle {
  /// A wider gap is cheaper skipped than written.
  static let widestGap = 8

  /// The style in which to draw the cell at `x`; it looks the same as in its own.
  static func style(at x: Int, in line: UnsafeBufferPointer<Cell>) -> Style {
    let cell = line[x]
    guard isInvisible(cell), let before = before(x, in: line) else { return cell.style }
    let style = line[before].style
    let end = min(line.count, before + 1 + widestGap + 1)
    let isBetween = line[x..<end].contains { !isInvisible($0) }
    return isBetween && !showsOnBlanks(style) ? style : cell.style
  }

  /// The nearest cell to the left that shows something.
  private static func before(_ x: Int, in line: UnsafeBufferPointer<Cell>) -> Int? {
    for left in stride(from: x - 1, through: max(0, x - widestGap), by: -1)
    where !isInvisible(line[left]) {
      return left
    }
    return nil
  }

  private static func isInvisible(_ cell: Cell) -> Bool {
    cell.scalar(0) == 32 && cell.scalar(1) == 0 && !showsOnBlanks(cell.style)
  }

  private static func showsOnBlanks(_ style: Style) -> Bool {
    style.background != nil
      || !style.attributes.isDisjoint(with: [.underline, .reverse])
  }
}
