import NeuralFunctions
import TerminalCells
import Widgets

/// Moving about.
extension SoftmaxScreen {
  mutating func moveRow(by offset: Int) {
    state.move(toRow: state.row + offset)
  }

  /// The logits lie left of the matrix: from a logit's row → goes on at the cell it shows, and ←
  /// at the first column comes back.
  mutating func moveColumn(by offset: Int, in context: ScreenContext) {
    switch state.view {
    case .jacobian: moveMatrixColumn(by: offset)
    // The tables have one column to edit.
    case .nudge, .loss: state.focus = offset > 0 ? .panel : .logits
    // Here is nothing to edit, but there may be types out of sight.
    case .stability:
      let sheet = sheet
      guard case .stability(let readings) = sheet.detail else { return }
      let panel = StabilityPanel(sheet: sheet, layout: layout(in: context), readings: readings)
      state.firstType = min(panel.lastFirstType(), max(0, state.firstType + offset.signum()))
    }
  }

  private mutating func moveMatrixColumn(by offset: Int) {
    let (row, column) = (state.row, state.column)
    switch state.focus {
    case .logits:
      guard offset > 0 else { return }
      state.focus = .panel
      state.move(toRow: row, column: row + offset - 1)
    case .panel where column == 0 && offset < 0: state.focus = .logits
    case .panel: state.move(toRow: row, column: column + offset)
    }
  }

  mutating func moveToEnd(_ index: Int) {
    if state.isInMatrix {
      state.move(toRow: state.row, column: index)
    } else {
      state.move(toRow: index)
    }
  }

  mutating func pageRows(by pages: Int, in context: ScreenContext) {
    let layout = layout(in: context)
    let seen =
      state.view == .jacobian ? layout.window.rows.count : layout.visibleLogits(sheet).count
    moveRow(by: pages * max(1, seen - 1))
  }

  mutating func pageColumns(by pages: Int, in context: ScreenContext) {
    let (row, column) = (state.row, state.column)
    let offset = pages * max(1, layout(in: context).window.columns.count - 1)
    // At its edge the matrix stays as it is, and so does the cursor among the logits.
    guard (0..<state.count).contains(column + offset) || column != edge(towards: offset) else {
      return
    }
    state.focus = .panel
    state.move(toRow: row, column: column + offset)
  }

  private func edge(towards offset: Int) -> Int { offset < 0 ? 0 : state.count - 1 }

  func check(_ index: Int) throws(Refusal) {
    guard (0..<state.count).contains(index) else {
      throw Refusal("There is no logit \(index); they are numbered 0 to \(state.count - 1).")
    }
  }

  /// To a logit, or to an entry of the matrix.
  mutating func go(toRow row: Int, column: Int?) throws(Refusal) {
    try check(row)
    guard let column else {
      state.focus = .logits
      return state.move(toRow: row)
    }
    try check(column)
    (state.view, state.focus) = (.jacobian, .panel)
    state.move(toRow: row, column: column)
  }

  mutating func setFocus(_ focus: SoftmaxState.Focus, _ row: Int?) throws(Refusal) {
    if let row { try check(row) }
    guard focus == .logits || state.view != .stability else {
      throw Refusal("The table of number types has nothing to edit.")
    }
    state.focus = focus
    if let row { state.move(toRow: row) }
  }

  /// What `at` takes to come here.
  var cursorArguments: [Argument] {
    state.isInMatrix ? [.whole(state.row), .whole(state.column)] : [.whole(state.row)]
  }

  // MARK: Places of note

  private static let mostPlaces = 10

  /// Along the largest outputs, or in the matrix the strongest entries of the row; from anywhere else
  /// to the first of them.
  mutating func moveAlongStrongest(by steps: Int) {
    let sheet = sheet
    let magnitudes =
      state.isInMatrix
      ? (0..<state.count).map { sheet.readings.jacobian[state.row, $0].magnitude }
      : sheet.listedOutputs
    let places = magnitudes.indices.sorted { (-magnitudes[$0], $0) < (-magnitudes[$1], $1) }
      .prefix(Self.mostPlaces)
    let here = state.isInMatrix ? state.column : state.row
    let next = places.firstIndex(of: here).map { ($0 + steps) % places.count } ?? 0
    moveToEnd(places[next < 0 ? next + places.count : next])
  }
}

// MARK: Mouse

extension SoftmaxScreen {
  public func line(for pointing: Pointing, in context: ScreenContext) -> String? {
    switch pointing.action {
    case .wheelUp: wheelLine(1, pointing, in: context)
    case .wheelDown: wheelLine(-1, pointing, in: context)
    case .press, .drag:
      switch pointing.place {
      case .entry(let row, let column): "at \(row) \(column)"
      case .item(let row):
        pointing.panel == SoftmaxPanels.beside ? "focus panel \(row)" : "at \(row)"
      default: nil
      }
    case .release: nil
    }
  }

  /// Over the matrix the wheel zooms about the pointer, elsewhere it moves along the list.
  private func wheelLine(
    _ steps: Int, _ pointing: Pointing, in context: ScreenContext
  ) -> String? {
    guard state.view == .jacobian, pointing.panel == SoftmaxPanels.beside else {
      let row = min(state.count - 1, max(0, state.row - steps))
      return "focus \(state.focus == .panel ? "panel" : "logits") \(row)"
    }
    let looks = layout(in: context).looks
    let zoom = min(looks.closest, max(looks.farthest, state.zoom + steps))
    guard case .entry(let row, let column) = pointing.place else { return "zoom \(zoom)" }
    return "zoom \(zoom) \(row) \(column)"
  }
}
