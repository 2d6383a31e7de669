import TerminalCells
import Widgets

/// The panels of the screen, each drawn by a type of its own.
struct SoftmaxPanels {
  /// What lines and tests call them.
  static let (logits, beside, readings) = ("logits", "panel", "readings")

  private let sheet: SoftmaxSheet
  private let layout: SoftmaxLayout
  private let large: LargeSoftmax?

  init(_ sheet: SoftmaxSheet, in context: ScreenContext) {
    self.sheet = sheet
    layout = SoftmaxLayout(body: context.body, sheet: sheet, appearance: context.appearance)
    large = LargeSoftmax(sheet, in: context)
  }

  var placed: [Placed] {
    if let large { return large.placed }
    let (sheet, layout) = (sheet, layout)
    let logits = drawn(Self.logits, in: layout.logitPanel) { painter, _ in
      LogitPanel(sheet: sheet, layout: layout).draw(with: &painter)
    }
    let beside = drawn(Self.beside, in: layout.jacobianPanel) { painter, _ in
      switch sheet.detail {
      case .jacobian: JacobianPanel(sheet: sheet, layout: layout).draw(with: &painter)
      case .nudge(let readings):
        NudgePanel(sheet: sheet, layout: layout, readings: readings).draw(with: &painter)
      case .loss(let readings):
        LossPanel(sheet: sheet, layout: layout, readings: readings).draw(with: &painter)
      case .stability(let readings):
        StabilityPanel(sheet: sheet, layout: layout, readings: readings).draw(with: &painter)
      }
    }
    let readings = drawn(Self.readings, in: layout.readingPanel) { painter, rect in
      SoftmaxReadingPanel(sheet: sheet).draw(with: &painter, in: rect)
    }
    return [logits, beside, readings]
  }

  private func drawn(
    _ name: String, in rect: Rect, _ draw: @escaping @Sendable (inout Painter, Rect) -> Void
  ) -> Placed {
    let (sheet, layout) = (sheet, layout)
    let panel = DrawnPanel(
      place: { x, y, _, _ in layout.target(x: x, y: y, sheet: sheet) }, draw: draw)
    return Placed(name, in: rect, .drawn(panel))
  }
}
