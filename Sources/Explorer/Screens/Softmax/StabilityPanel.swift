import NeuralFunctions
import TerminalCells

/// Naive against stable softmax in three number types.
struct StabilityPanel {
  let model: SoftmaxModel
  let layout: SoftmaxLayout
  let readings: StabilityReadings

  func draw(with painter: inout Painter) {
    let inner = painter.box(
      layout.jacobianPanel, title: "softmax, naive and stable, in three types")
    guard let table = EntryTable(model, layout, inner: inner) else { return }
    let columns = table.columns(2 * readings.trials.count)
    let quiet = painter.theme.quiet
    for (index, trial) in readings.trials.enumerated() {
      let (naive, stable) = (columns[2 * index].maxX, columns[2 * index + 1].maxX)
      painter.write(trial.type, endingAt: stable, y: inner.y, painter.theme.key)
      painter.write("naive", endingAt: naive, y: inner.y + 1, quiet)
      painter.write("stable", endingAt: stable, y: inner.y + 1, quiet)
    }
    table.forEachRow(letter: "p", with: &painter) { row, y, painter in
      for (index, trial) in readings.trials.enumerated() {
        drawNumber(trial.naive[row], columns[2 * index], y, &painter)
        drawNumber(trial.stable[row], columns[2 * index + 1], y, &painter)
      }
    }
    drawTotals(columns, inner, with: &painter)
  }

  /// What is no number is said in the warning style, and is a word.
  private func drawNumber(_ value: Double, _ column: Rect, _ y: Int, _ painter: inout Painter) {
    let style = value.isFinite ? painter.theme.text : painter.theme.warning
    painter.write(NumberText.dense(value), endingAt: column.maxX, y: y, style)
  }

  private func drawTotals(_ columns: [Rect], _ inner: Rect, with painter: inout Painter) {
    let y = inner.maxY - 2
    painter.write("Σ p", x: inner.x + 2, y: y, painter.theme.quiet)
    for (index, trial) in readings.trials.enumerated() {
      let sums = [trial.naive.reduce(0, +), trial.stable.reduce(0, +)]
      for (column, sum) in zip(columns[(2 * index)...], sums) {
        drawNumber(sum, column, y, &painter)
      }
    }
    painter.write("inf if", x: inner.x + 2, y: y + 1, painter.theme.quiet)
    for (index, trial) in readings.trials.enumerated() {
      painter.write(
        "x > " + NumberText.brief(trial.overflowsFrom, digits: 4),
        endingAt: columns[2 * index + 1].maxX, y: y + 1, painter.theme.quiet)
    }
  }
}
