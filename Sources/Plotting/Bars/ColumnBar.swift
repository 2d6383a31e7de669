import TerminalCells

/// Upright bars, a column each.
public enum ColumnBar {
  private static let eighths: [Character] = Array("▁▂▃▄▅▆▇█")
  private static let dots: [Character] = Array("⣀⣤⣶⣿")
  private static let signs: [Character] = Array(".:|#")

  /// Draws a bar over `fraction` (0...1, NaN as 0) of the height of `rect` into its first column; what is
  /// not zero is at least one part high.
  public static func draw(
    _ fraction: Double, into frame: inout Frame, in rect: Rect, _ style: Style = Style(),
    glyphs: BarGlyphs = .eighths
  ) {
    guard fraction > 0, rect.height > 0, rect.width > 0 else { return }
    let parts =
      switch glyphs {
      case .eighths: eighths
      case .halves: dots
      case .ascii: signs
      }
    let height = max(1, Int((min(fraction, 1) * Double(rect.height * parts.count)).rounded()))
    for row in 0..<rect.height {
      let filled = min(parts.count, height - row * parts.count)
      guard filled > 0 else { return }
      frame[rect.x, rect.maxY - 1 - row] = Cell(parts[filled - 1], style)
    }
  }
}
