import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// J·Δx beside the true change, entry by entry.
struct NudgePanel {
  let sheet: SoftmaxSheet
  let layout: SoftmaxLayout
  let readings: NudgeReadings

  func draw(with painter: inout Painter) {
    let wrong = sheet.showsDiagonalOnly
    let name = sheet.variant.description.name
    let inner = painter.box(
      layout.jacobianPanel,
      titles: wrong
        ? ["only the diagonal times Δx: WRONG", "diagonal·Δx: WRONG"]
        : [
          "J·Δx against the true change of \(name)", "J·Δx and the true change of \(name)",
          "J·Δx against the true change", "J·Δx and the truth", "J·Δx",
        ], hasFocus: sheet.focus == .panel, titleStyle: wrong ? painter.theme.warning : nil)
    guard let table = EntryTable(sheet, layout, inner: inner) else { return }
    let columns = Columns(
      table.content, least: shortWidth, editsNudge: sheet.focus == .panel)
    for (column, place) in columns.places {
      painter.write(
        heading(column, isShort: columns.areShort), endingAt: place.maxX, y: inner.y,
        painter.theme.quiet)
    }
    table.forEachRow(letter: sheet.variant.output.unicode, with: &painter) { index, y, painter in
      for (column, place) in columns.places {
        draw(column, index, place, y, isShort: columns.areShort, &painter)
      }
    }
    drawTotals(inner, with: &painter)
  }

  /// Wide enough for the longest heading and the longest number.
  static let columnWidth = 13

  /// The least width of a column, a blank before it and a sign before the number included.
  private var shortWidth: Int {
    let all = readings.nudge + prediction + (readings.actual ?? []) + errors
    return 2 + NumberText.width(of: all.lazy.map(\.magnitude), atLeast: 7)
  }

  private var errors: [Double] {
    guard let actual = readings.actual else { return [] }
    return zip(prediction, actual).map { $0 - $1 }
  }

  private enum Column: CaseIterable { case nudge, prediction, truth, error }

  /// Which columns there are and where: all four, or those that matter most, of which Δx is one while
  /// the cursor is in it.
  private struct Columns {
    let places: [(Column, Rect)]
    let areShort: Bool

    init(_ content: Rect, least: Int, editsNudge: Bool) {
      let full = content.width / NudgePanel.columnWidth >= Column.allCases.count
      areShort = !full
      let width = full ? content.width / Column.allCases.count : least
      let room = max(1, content.width / width)
      let order: [Column] =
        editsNudge
        ? [.nudge, .prediction, .truth, .error] : [.prediction, .truth, .nudge, .error]
      let kept = order.prefix(room)
      places = Column.allCases.filter(kept.contains).enumerated().map {
        ($1, Rect(x: content.x + $0 * width, y: content.y, width: width, height: 1))
      }
    }
  }

  private func heading(_ column: Column, isShort: Bool) -> String {
    switch column {
    case .nudge: "Δx"
    case .prediction:
      sheet.showsDiagonalOnly ? (isShort ? "diag·Δx" : "diagonal·Δx") : "J·Δx"
    case .truth: isShort ? "true Δ" : "true Δ\(sheet.variant.output.unicode)"
    case .error: "off by"
    }
  }

  private func draw(
    _ column: Column, _ index: Int, _ place: Rect, _ y: Int, isShort: Bool,
    _ painter: inout Painter
  ) {
    let theme = painter.theme
    let isSelected = index == sheet.row && sheet.focus == .panel
    let isKnown = sheet.readings.outputs[index].isFinite
    func write(_ text: String, _ style: Style) {
      painter.write(text, endingAt: place.maxX, y: y, style)
    }
    switch column {
    case .nudge:
      if index == sheet.row, let editor = sheet.editor(of: .delta) {
        painter.write(editor, x: place.x + 1, y: y, width: place.width - 1)
        return
      }
      let text = signed(readings.nudge[index], isShort)
      if isSelected {
        painter.writeMarked(text, endingAt: place.maxX, y: y, theme.title)
      } else {
        write(text, theme.text)
      }
    case .prediction:
      if isKnown {
        write(signed(prediction[index], isShort), theme.derivative)
      } else {
        write("mask", theme.quiet)
      }
    case .truth:
      guard isKnown, let actual = readings.actual?[index] else { return }
      write(signed(actual, isShort), theme.function)
    case .error:
      guard isKnown, let actual = readings.actual?[index] else { return }
      write(
        NumberText.fitting(prediction[index] - actual, width: place.width - 1, most: 3)
          .withTrueMinus, theme.text)
    }
  }

  private var prediction: [Double] {
    sheet.showsDiagonalOnly ? readings.diagonalPrediction : readings.predicted
  }

  private func signed(_ value: Double, _ isShort: Bool) -> String {
    if value == 0 { return "0" }
    if isShort { return NumberText.signed(NumberText.dense(value), value) }
    return NumberText.signed(NumberText.readout(value, width: Self.columnWidth - 2), value)
  }

  private func drawTotals(_ inner: Rect, with painter: inout Painter) {
    let lines = [
      sheet.vector.nudge == nil
        ? ["Δx is one step of the selected logit", "Δx: one step"]
        : ["Δx as edited; Backspace is one step again", "Δx as edited"],
      predictedSums.map { "predicted changes sum to " + $0 }
        + predictedSums.map { "Σ J·Δx = " + $0 },
    ]
    for (offset, texts) in lines.suffix(layout.totals).enumerated() {
      let text = texts.first { painter.width(of: $0) <= inner.width - 2 } ?? ""
      painter.write(
        text, x: inner.x + 1, y: inner.maxY - layout.totals + offset, painter.theme.quiet)
    }
  }

  /// Outputs that sum to 1 keep doing so, but for rounding and the mistakes of the diagonal.
  private var predictedSums: [String] {
    let sum = prediction.reduce(0, +)
    guard sheet.readings.jacobian.columnsSumToZero, !sheet.showsDiagonalOnly else {
      return [NumberText.brief(sum).withTrueMinus]
    }
    return NumberText.sum(sum, expected: 0)
  }
}
