import NeuralFunctions
import TerminalCells

/// J·Δx beside the true change, entry by entry.
struct NudgePanel {
  let model: SoftmaxModel
  let layout: SoftmaxLayout
  let readings: NudgeReadings

  func draw(with painter: inout Painter) {
    let wrong = model.showsDiagonalOnly
    let inner = painter.box(
      layout.jacobianPanel,
      title: wrong ? "only the diagonal times Δx: WRONG" : "J·Δx against the true change",
      titleStyle: wrong ? painter.theme.warning : nil)
    guard let table = EntryTable(model, layout, inner: inner) else { return }
    let columns = table.columns(4)
    let output = model.variant.output.unicode
    let headings = ["Δx", wrong ? "diagonal·Δx" : "J·Δx", "true Δ\(output)", "off by"]
    for (column, heading) in zip(columns, headings) {
      painter.write(heading, endingAt: column.maxX, y: inner.y, painter.theme.quiet)
    }
    table.forEachRow(letter: model.variant.output.unicode, with: &painter) { index, y, painter in
      drawRow(index, y, columns, &painter)
    }
    drawTotals(inner, with: &painter)
  }

  private func drawRow(_ index: Int, _ y: Int, _ columns: [Rect], _ painter: inout Painter) {
    let theme = painter.theme
    let isSelected = index == model.row && model.focus == .panel
    if index == model.row && model.prompt == .nudgeEntry {
      painter.write(
        model.field.editor, x: columns[0].x, y: y, width: columns[0].width)
    } else {
      painter.write(
        signed(readings.nudge[index]), endingAt: columns[0].maxX, y: y,
        isSelected ? theme.title : theme.text)
    }
    guard model.readings.outputs[index].isFinite else {
      painter.write("mask", endingAt: columns[1].maxX, y: y, theme.quiet)
      return
    }
    let predicted = prediction[index]
    painter.write(signed(predicted), endingAt: columns[1].maxX, y: y, theme.derivative)
    guard let actual = readings.actual?[index] else { return }
    painter.write(signed(actual), endingAt: columns[2].maxX, y: y, theme.function)
    painter.write(
      NumberText.brief(predicted - actual, digits: 2).withTrueMinus, endingAt: columns[3].maxX,
      y: y, theme.text)
  }

  private var prediction: [Double] {
    model.showsDiagonalOnly ? readings.diagonalPrediction : readings.predicted
  }

  private func signed(_ value: Double) -> String {
    if value == 0 { return "0" }
    let small = value.magnitude < 1e-4 || value.magnitude >= 1e4
    let text =
      small ? NumberText.scientific(value, digits: 4) : NumberText.fixed(value, decimals: 6)
    return NumberText.signed(text, value)
  }

  private func drawTotals(_ inner: Rect, with painter: inout Painter) {
    let lines = [
      model.vector.nudge == nil
        ? "Δx is one step of the selected logit" : "Δx as edited; D is one step again",
      "sum of the predicted changes \(NumberText.brief(prediction.reduce(0, +), digits: 2))",
    ]
    for (offset, line) in lines.enumerated() {
      painter.write(
        line.withTrueMinus, x: inner.x + 1, y: inner.maxY - 2 + offset, painter.theme.quiet,
        limit: inner.width - 2)
    }
  }
}
