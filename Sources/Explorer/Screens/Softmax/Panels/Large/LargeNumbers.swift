import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// Two columns of large numbers beside the classes: the target and p − y, or a predicted and a true change.
struct LargeNumbers {
  private struct Column {
    let heading: String
    let style: Style
    /// Nil where nothing is known of a class.
    let value: (Int) -> Double?
    var isSigned = true
  }

  private let sheet: SoftmaxSheet
  private let layout: LargeSoftmaxLayout
  private let title: String
  private let isWrong: Bool
  private let columns: (Theme) -> [Column]
  /// The entries that are typed into.
  private let edited: SoftmaxSheet.OpenEntry.Kind

  init(_ sheet: SoftmaxSheet, _ layout: LargeSoftmaxLayout, _ readings: LossReadings) {
    (self.sheet, self.layout) = (sheet, layout)
    let loss = readings.loss
    title = "loss \(NumberText.brief(loss.loss).withTrueMinus)"
    isWrong = false
    edited = .target
    let gradient = sheet.vector.temperature == 1 ? "p − y" : "(p − y)/T"
    columns = { theme in
      [
        Column(
          heading: "target y", style: theme.text, value: { loss.targets[$0] }, isSigned: false),
        Column(heading: gradient, style: theme.derivative, value: { loss.gradient[$0] }),
      ]
    }
  }

  init(_ sheet: SoftmaxSheet, _ layout: LargeSoftmaxLayout, _ readings: NudgeReadings) {
    (self.sheet, self.layout) = (sheet, layout)
    isWrong = sheet.showsDiagonalOnly
    title = isWrong ? "only the diagonal times Δx: WRONG" : "J·Δx against the true change"
    edited = .delta
    let outputs = sheet.readings.outputs
    let predicted = isWrong ? readings.diagonalPrediction : readings.predicted
    let heading = isWrong ? "diagonal·Δx" : "J·Δx"
    let truth = "true Δ\(sheet.variant.output.unicode)"
    columns = { theme in
      [
        Column(
          heading: heading, style: theme.derivative,
          value: { outputs[$0].isFinite ? predicted[$0] : nil }),
        Column(
          heading: truth, style: theme.function,
          value: { outputs[$0].isFinite ? readings.actual?[$0] : nil }),
      ]
    }
  }

  func draw(with painter: inout Painter) {
    guard case .numbers(let width) = layout.beside else { return }
    let theme = painter.theme
    let panel = layout.panel
    painter.write(
      title, x: panel.x + 1, y: layout.titles.y, isWrong ? theme.warning : theme.title,
      limit: panel.width - 1)
    for (place, column) in columns(theme).enumerated() {
      let x = panel.x + 1 + place * width
      let room = min(width - 1, panel.maxX - x)
      painter.write(column.heading, x: x, y: layout.names.y, theme.quiet, limit: room)
      for index in 0..<sheet.count {
        let row = layout.row(index, in: panel)
        let top = row.y + (layout.rowHeight > LargeDigits.height ? 1 : 0)
        guard let value = column.value(index) else { continue }
        LargeNumber(value, isSigned: column.isSigned).draw(
          with: &painter, in: Rect(x: x, y: top, width: room, height: LargeDigits.height),
          column.style)
      }
    }
    drawFocus(with: &painter)
  }

  /// The row that is typed into, and what is typed.
  private func drawFocus(with painter: inout Painter) {
    guard sheet.focus == .panel else { return }
    let row = layout.row(sheet.row, in: layout.panel)
    let y = row.y + (layout.rowHeight > LargeDigits.height ? 0 : 1)
    painter.write("▸", x: row.x, y: y, painter.theme.cursor)
    guard layout.rowHeight > LargeDigits.height else { return }
    let name =
      edited == .delta
      ? "Δ" + sheet.inputName(sheet.row) : SoftmaxSheet.indexed("y", sheet.row)
    let end = painter.write(name + " = ", x: row.x + 1, y: y, painter.theme.title)
    let room = row.maxX - 1 - end
    if let editor = sheet.editor(of: edited) {
      painter.write(editor, x: end, y: y, width: room)
    } else {
      let value =
        edited == .delta ? sheet.nudge[sheet.row] : sheet.vector.targets[sheet.row]
      painter.write(
        NumberText.fitting(value, width: room, most: 5).withTrueMinus, x: end, y: y,
        painter.theme.title, limit: room)
    }
  }
}
