import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// Naive against stable softmax in three number types, or in as many as there is room for.
struct StabilityPanel {
  let sheet: SoftmaxSheet
  let layout: SoftmaxLayout
  let readings: StabilityReadings

  /// The columns of a number: as the table usually has it at the least, and with all its digits.
  private static let shortWidth = 8
  private static let longWidth = 24

  /// The columns of the naive and the stable numbers of so many types.
  static func width(ofTypes count: Int, allDigits: Bool) -> Int {
    2 * count * (allDigits ? longWidth : shortWidth)
  }

  private struct Columns {
    /// The types that are shown.
    let types: Range<Int>
    let numberWidth: Int
    let showsAllDigits: Bool
  }

  /// No digit is cut: types out of sight are a key away.
  private func columns(_ content: Rect) -> Columns {
    let allTypes = readings.trials.count
    let isLong =
      sheet.showsAllDigits
      && content.width >= Self.width(ofTypes: 1, allDigits: true)
    let least = isLong ? Self.longWidth : shortWidth
    let room = content.width / (2 * least)
    let shown = min(allTypes, max(1, room))
    let first = min(sheet.firstType, allTypes - shown)
    return Columns(
      types: first..<first + shown,
      numberWidth: max(least, content.width / (2 * shown)), showsAllDigits: isLong)
  }

  /// With a blank before it.
  private var shortWidth: Int {
    readings.trials.reduce(Self.shortWidth) { width, trial in
      max(width, 1 + NumberText.width(of: trial.naive + trial.stable, atLeast: 7))
    }
  }

  /// The furthest type that can be the first one shown.
  func lastFirstType() -> Int {
    let inner = layout.jacobianPanel.inset(by: 1)
    guard let table = EntryTable(sheet, layout, inner: inner) else { return 0 }
    return readings.trials.count - columns(table.content).types.count
  }

  func draw(with painter: inout Painter) {
    let inner = painter.box(
      layout.jacobianPanel,
      titles: [
        "softmax, naive and stable, in three number types", "softmax, naive and stable",
        "naive and stable",
      ], hasFocus: false)
    guard let table = EntryTable(sheet, layout, inner: inner) else { return }
    let columns = columns(table.content)
    let quiet = painter.theme.quiet
    // Each column by the end of its numbers.
    func end(_ index: Int) -> Int { table.content.x + (index + 1) * columns.numberWidth }
    for (place, trial) in readings.trials[columns.types].enumerated() {
      painter.write(trial.type, endingAt: end(2 * place + 1), y: inner.y, painter.theme.key)
      painter.write("naive", endingAt: end(2 * place), y: inner.y + 1, quiet)
      painter.write("stable", endingAt: end(2 * place + 1), y: inner.y + 1, quiet)
    }
    func drawNumber(_ value: Double, _ column: Int, _ y: Int, _ painter: inout Painter) {
      // What is no number is said in the warning style, and is a word.
      let style = value.isFinite ? painter.theme.text : painter.theme.warning
      let text = columns.showsAllDigits ? NumberText.exact(value) : NumberText.dense(value)
      painter.write(text.withTrueMinus, endingAt: end(column), y: y, style)
    }
    table.forEachRow(letter: "p", with: &painter) { row, y, painter in
      for (place, trial) in readings.trials[columns.types].enumerated() {
        drawNumber(trial.naive[row], 2 * place, y, &painter)
        drawNumber(trial.stable[row], 2 * place + 1, y, &painter)
      }
    }
    let y = inner.maxY - layout.totals
    painter.write("Σ p", x: inner.x + 2, y: y, quiet)
    if layout.totals > 1 { painter.write("inf if", x: inner.x + 2, y: y + 1, quiet) }
    for (place, trial) in readings.trials[columns.types].enumerated() {
      drawNumber(trial.naive.reduce(0, +), 2 * place, y, &painter)
      drawNumber(trial.stable.reduce(0, +), 2 * place + 1, y, &painter)
      guard layout.totals > 1 else { continue }
      let limit = "x > " + NumberText.brief(trial.overflowsFrom, digits: 4)
      painter.write(limit, endingAt: end(2 * place + 1), y: y + 1, quiet)
    }
    drawRest(columns, with: &painter)
  }

  private func drawRest(_ columns: Columns, with painter: inout Painter) {
    let hidden = readings.trials.indices.filter { !columns.types.contains($0) }
    guard !hidden.isEmpty else { return }
    let names = hidden.map { readings.trials[$0].type }.joined(separator: ", ")
    painter.write(
      " ←→ \(names) ", endingAt: layout.jacobianPanel.maxX - 1,
      y: layout.jacobianPanel.maxY - 1, painter.theme.quiet)
  }
}
