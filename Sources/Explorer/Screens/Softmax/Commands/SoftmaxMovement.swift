import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// Moving about.
extension SoftmaxScreen {
  /// In the matrix along its rows, in a list along its places.
  mutating func moveRow(by offset: Int) {
    state.move(toRow: row(movedBy: offset))
  }

  private func row(movedBy offset: Int) -> Int {
    guard state.order != .index, !state.isInMatrix else { return state.row + offset }
    let sheet = sheet
    return sheet.logit(at: min(state.count - 1, max(0, sheet.place(of: state.row) + offset)))
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
      state.move(toRow: sheet.logit(at: index))
    }
  }

  mutating func pageRows(by pages: Int, in context: ScreenContext) {
    let layout = layout(in: context)
    let seen =
      state.view == .jacobian ? layout.window.rows.count : layout.visiblePlaces(sheet).count
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
    let place = places[next < 0 ? next + places.count : next]
    state.isInMatrix ? state.move(toRow: state.row, column: place) : state.move(toRow: place)
  }

  /// To the largest output, from wherever the cursor is; in the matrix to its own effect.
  mutating func moveToLargest() {
    let sheet = sheet
    let outputs = sheet.listedOutputs
    let index = outputs.indices.reduce(0) { outputs[$1] > outputs[$0] ? $1 : $0 }
    state.move(toRow: index, column: index)
    let equal = outputs.count { $0 == outputs[index] } - 1
    let name = SoftmaxSheet.indexed(sheet.listedVariant.output.unicode, index)
    let value =
      NearlyOne(outputs, index)?.text() ?? NumberText.short(outputs[index]).withTrueMinus
    session.notice =
      equal > 0
      ? "\(name) = \(value) is the largest output, as \(equal == 1 ? "is another" : "are \(equal) others")."
      : "\(name) = \(value) is the largest of the \(state.count) outputs."
  }

  /// To the entry of the whole matrix that is largest in magnitude, from whichever view.
  mutating func moveToStrongest() {
    let sheet = sheet
    let jacobian = sheet.readings.jacobian
    var entry = jacobian.largestEntry
    if state.showsDiagonalOnly {
      let diagonal = jacobian.diagonal
      let index = diagonal.indices.reduce(0) {
        diagonal[$1].magnitude > diagonal[$0].magnitude ? $1 : $0
      }
      entry = jacobian.largestEntry(rows: index..<index + 1, columns: index..<index + 1)
    }
    guard let entry else { return }
    (state.view, state.focus) = (.jacobian, .panel)
    state.move(toRow: entry.row, column: entry.column)
    let output = sheet.variant.output.unicode
    let name = SoftmaxSheet.indexed(output, entry.row)
    let value =
      sheet.nearlyOne(row: entry.row, column: entry.column)?.text()
      ?? NumberText.signed(NumberText.short(entry.value), entry.value)
    session.notice =
      "∂\(output == "p" ? name : "(\(name))")/∂\(sheet.inputName(entry.column)) = \(value) "
      + "is the strongest of the \(state.count) × \(state.count) entries."
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
      let row = min(state.count - 1, max(0, row(movedBy: -steps)))
      return "focus \(state.focus == .panel ? "panel" : "logits") \(row)"
    }
    let looks = layout(in: context).looks
    let zoom = min(looks.closest, max(looks.farthest, state.zoom + steps))
    guard case .entry(let row, let column) = pointing.place else { return "zoom \(zoom)" }
    return "zoom \(zoom) \(row) \(column)"
  }
}
