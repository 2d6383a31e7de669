import TerminalCells

extension SoftmaxScreen {
  mutating func moveRow(by offset: Int) {
    model.row = min(model.count - 1, max(0, model.row + offset))
  }

  /// The logits lie left of the matrix: from a logit's row → goes on at the cell it shows, and ←
  /// at the first column comes back.
  mutating func moveColumn(by offset: Int, in context: ScreenContext) {
    switch model.view {
    case .jacobian: moveMatrixColumn(by: offset)
    // The tables have one column to edit.
    case .nudge, .loss: model.focus = offset > 0 ? .panel : .logits
    // Here is nothing to edit, but there may be types out of sight.
    case .stability:
      guard case .stability(let readings) = model.detail else { return }
      let panel = StabilityPanel(
        model: model, layout: SoftmaxLayout(model, in: context), readings: readings)
      model.firstType = min(panel.lastFirstType(), max(0, model.firstType + offset.signum()))
    }
  }

  private mutating func moveMatrixColumn(by offset: Int) {
    switch model.focus {
    case .logits:
      guard offset > 0 else { return }
      model.focus = .panel
      model.column = min(model.count - 1, model.row + offset - 1)
    case .panel where model.column == 0 && offset < 0:
      model.focus = .logits
    case .panel:
      model.column = min(model.count - 1, max(0, model.column + offset))
    }
  }

  mutating func moveToEnd(_ index: Int) {
    if model.focus == .panel && model.view == .jacobian {
      model.column = index
    } else {
      model.row = index
    }
  }

  mutating func pageRows(by pages: Int, in context: ScreenContext) {
    let layout = SoftmaxLayout(model, in: context)
    let seen =
      model.view == .jacobian ? layout.window.rows.count : layout.visibleLogits(model).count
    moveRow(by: pages * max(1, seen - 1))
  }

  mutating func pageColumns(by pages: Int, in context: ScreenContext) {
    guard model.view == .jacobian else { return }
    let layout = SoftmaxLayout(model, in: context)
    model.focus = .panel
    let offset = pages * max(1, layout.window.columns.count - 1)
    model.column = min(model.count - 1, max(0, model.column + offset))
  }

  // MARK: Mouse

  mutating func point(_ mouse: Mouse, in context: ScreenContext) {
    guard model.prompt == nil else { return }
    switch mouse.action {
    case .wheelUp: wheel(1, mouse, in: context)
    case .wheelDown: wheel(-1, mouse, in: context)
    case .press, .drag:
      (model.refusal, model.notice) = (nil, nil)
      moveCursor(to: mouse, in: context)
    case .release: break
    }
  }

  /// Over the matrix the wheel zooms about the pointer, elsewhere it moves along the list.
  private mutating func wheel(_ steps: Int, _ mouse: Mouse, in context: ScreenContext) {
    let layout = SoftmaxLayout(model, in: context)
    guard model.view == .jacobian, layout.jacobianPanel.contains(x: mouse.x, y: mouse.y) else {
      return moveRow(by: -steps)
    }
    moveCursor(to: mouse, in: context)
    let looks = layout.looks
    model.zoom = min(looks.closest, max(looks.farthest, model.zoom + steps))
  }

  private mutating func moveCursor(to mouse: Mouse, in context: ScreenContext) {
    let layout = SoftmaxLayout(model, in: context)
    guard let target = layout.target(x: mouse.x, y: mouse.y, model: model) else { return }
    model.row = target.row
    if let column = target.column {
      model.focus = .panel
      model.column = column
    } else {
      model.focus = target.isInPanel ? .panel : .logits
    }
  }
}
