import Plotting
import TerminalCells
import Widgets

extension GradientHealth.State {
  /// The word where there is no room for it.
  var abbreviation: String {
    switch self {
    case .saturated: "sat."
    case .amplifying: "> 1"
    case .dead, .healthy: word
    }
  }

  func glyph(isASCII: Bool) -> Character {
    switch self {
    case .dead: isASCII ? "x" : "×"
    case .saturated: isASCII ? "=" : "░"
    case .healthy: " "
    case .amplifying: isASCII ? "^" : "▲"
    }
  }
}

/// A row of glyphs below the plot: the state in the middle of each column, or one that begins and ends
/// within the column.
struct HealthStrip {
  let health: GradientHealth
  let stretches: GradientStretches

  func draw(in layout: PlotLayout, with painter: inout Painter) {
    let isASCII = painter.isASCII
    let theme = painter.theme
    let narrow = narrowStretches(in: layout)
    layout.drawStrip(into: &painter.frame) { x in
      let hidden = narrow.first { x.contains($0.start / 2 + $0.end / 2) }
      let state = hidden?.state ?? health.state(around: x.lowerBound / 2 + x.upperBound / 2)
      guard state != .healthy else { return nil }
      return Cell(state.glyph(isASCII: isASCII), state == .amplifying ? theme.warning : theme.quiet)
    }
  }

  private func narrowStretches(in layout: PlotLayout) -> [GradientStretches.Stretch] {
    let column = layout.projection.viewport.x.halfWidth / Double(max(1, layout.plot.width))
    return stretches.all.filter { $0.state != .healthy && $0.end / 2 - $0.start / 2 < column }
  }
}
