import TerminalCells
import Widgets
import Wording

/// What gradient health at the cursor does to learning.
struct HealthPanel {
  let model: CurvesModel

  /// How many rows the panel takes: the same in all states, so that nothing moves with the cursor; 0
  /// where there is nothing to tell.
  static func height(of model: CurvesModel, width: Int) -> Int {
    guard model.showsHealth else { return 0 }
    let rows = HealthEffect.states.compactMap {
      HealthEffect($0, model).map { TextWrap.lines($0.sentence, width: width - 1).count }
    }
    return rows.max().map { $0 + 2 } ?? 0
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty,
      let effect = HealthEffect(model.health.state(at: model.cursor), model)
    else { return }
    let inner = painter.panel(rect, title: "gradient health")
    let lines = TextWrap.lines(painter.spelled(effect.sentence), width: rect.width - 1)
    for (offset, line) in lines.prefix(inner.height).enumerated() {
      painter.write(line, x: inner.x + 1, y: inner.y + offset, limit: inner.width - 1)
    }
  }
}
