import Plotting
import TerminalCells
import Widgets
import Wording

/// What the full length of a bar stands for: 1 while a share of the whole can be seen, or else a
/// round number above the largest share, as p ≈ 1/K of a long vector would be no bar at all.
struct BarScale: Sendable, Hashable {
  let extent: Double

  init(largest: Double) {
    extent =
      largest > 0.4 || largest <= 0 || !largest.isFinite
      ? 1 : DivergingScale.fitting(largestMagnitude: largest, levels: 1).extent
  }

  /// Writes 0 and the extent above bars that lie in `rect`.
  func drawHeading(over rect: Rect, y: Int, with painter: inout Painter) {
    let end = NumberText.brief(extent).withTrueMinus
    guard rect.width >= painter.width(of: end) + 3 else { return }
    painter.write("0", x: rect.x, y: y, painter.theme.quiet)
    painter.write(end, endingAt: rect.maxX, y: y, painter.theme.quiet)
  }

  /// The same for bars to both sides of zero, which may be called by its name.
  func drawSignedHeading(
    over rect: Rect, y: Int, zero: String = "0", with painter: inout Painter
  ) {
    let end = NumberText.brief(extent).withTrueMinus
    let (width, middle) = (painter.width(of: end) + 1, painter.width(of: zero))
    guard rect.width >= 2 * width + middle + 2 else { return }
    painter.write("−" + end, x: rect.x, y: y, painter.theme.quiet)
    painter.write(zero, x: rect.x + rect.width / 2 - middle / 2, y: y, painter.theme.quiet)
    painter.write("+" + end, endingAt: rect.maxX, y: y, painter.theme.quiet)
  }
}
