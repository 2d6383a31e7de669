import TerminalCells
import Widgets

/// A part of the screen under a heading. It has no frame: one would take two columns and a row that
/// the plot can use, and the heading tells as much.
enum SidePanel {
  /// Where its contents stand: below the heading and, where another panel follows, above a blank row.
  static func interior(of rect: Rect, hasHeading: Bool = true, isLast: Bool = false) -> Rect {
    let top = hasHeading ? 1 : 0
    // What stands in it keeps a column clear at either side, of which the left one lies outside.
    return Rect(
      x: rect.x - 1, y: rect.y + top, width: rect.width + 1,
      height: rect.height - top - (isLast ? 0 : 1))
  }
}

extension Painter {
  /// The first of some texts, from long to short, that fits; the last where none does.
  func fitting(_ texts: [String], width: Int) -> String {
    texts.first { self.width(of: $0) <= width } ?? texts.last ?? ""
  }

  /// Draws the heading of a panel.
  ///
  /// - Returns: where the contents stand.
  @discardableResult
  mutating func panel(_ rect: Rect, title: some StringProtocol, isLast: Bool = false) -> Rect {
    write(title, x: rect.x, y: rect.y, theme.title, limit: rect.width - 1)
    return SidePanel.interior(of: rect, isLast: isLast)
  }
}
