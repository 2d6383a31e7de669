import TerminalCells

extension SoftmaxScreen {
  mutating func moveRow(by offset: Int) {
    model.row = min(model.count - 1, max(0, model.row + offset))
  }

  /// The logits lie left of the matrix: its first column leads back to them.
  mutating func moveColumn(by offset: Int) {
    guard model.view == .jacobian else {
      // The tables have one column to edit, but for stability, which has none.
      model.focus = offset > 0 && model.view != .stability ? .panel : .logits
      return
    }
    switch model.focus {
    case .logits:
      guard offset > 0 else { return }
      model.focus = .panel
      model.column = min(model.count - 1, offset - 1)
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

  mutating func pageRows(by pages: Int, in body: Rect) {
    let layout = SoftmaxLayout(body: body, model: model)
    let seen =
      model.view == .jacobian ? layout.window.rows.count : layout.visibleLogits(model).count
    moveRow(by: pages * max(1, seen - 1))
  }

  mutating func pageColumns(by pages: Int, in body: Rect) {
    guard model.view == .jacobian else { return }
    let layout = SoftmaxLayout(body: body, model: model)
    model.focus = .panel
    let offset = pages * max(1, layout.window.columns.count - 1)
    model.column = min(model.count - 1, max(0, model.column + offset))
  }

  // MARK: Mouse

  mutating func point(_ mouse: Mouse, in body: Rect) {
    guard model.prompt == nil else { return }
    switch mouse.action {
    case .wheelUp: wheel(1, mouse, in: body)
    case .wheelDown: wheel(-1, mouse, in: body)
    case .press, .drag:
      (model.refusal, model.notice) = (nil, nil)
      moveCursor(to: mouse, in: body)
    case .release: break
    }
  }

  /// Over the matrix the wheel zooms about the pointer, elsewhere it moves along the list.
  private mutating func wheel(_ steps: Int, _ mouse: Mouse, in body: Rect) {
    let layout = SoftmaxLayout(body: body, model: model)
    guard model.view == .jacobian, layout.jacobianPanel.contains(x: mouse.x, y: mouse.y) else {
      return moveRow(by: -steps)
    }
    moveCursor(to: mouse, in: body)
    let looks = layout.looks
    model.zoom = min(looks.closest, max(looks.farthest, model.zoom + steps))
  }

  private mutating func moveCursor(to mouse: Mouse, in body: Rect) {
    let layout = SoftmaxLayout(body: body, model: model)
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
