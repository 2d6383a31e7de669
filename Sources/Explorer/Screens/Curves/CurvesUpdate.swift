import NeuralFunctions
import Plotting
import TerminalCells

extension CurvesScreen {
  public mutating func update(_ event: Event, in context: ScreenContext) -> [Effect] {
    // What is typed into a field has nothing to do with where things stand.
    if case .key(let key) = event, model.prompt != nil {
      model.refusal = nil
      return type(key, in: context)
    }
    switch event {
    case .key(let key):
      model.refusal = nil
      if let command = Self.keymap.command(for: key) { perform(command, in: context) }
    case .paste(let text): paste(text)
    case .mouse(let mouse): point(mouse, in: context)
    case .burst, .resize, .background, .pasteStalled, .pasteRefused, .tick: break
    }
    return []
  }

  /// Where things stand: asked for only by what needs it, since many keys may come between frames.
  func layout(in context: ScreenContext) -> CurvesLayout {
    CurvesLayout(
      body: context.body, model: model, chrome: context.appearance.chrome, memory: memory)
  }

  /// The width of the box of the plot, which is soon known.
  func plotWidth(in context: ScreenContext) -> Int {
    CurvesLayout.boxes(in: context.body, model: model).plot.width - 2
  }

  mutating func perform(_ command: CurvesCommand, in context: ScreenContext) {
    switch command {
    case .move(let steps, let step): move(by: steps, step, in: context)
    case .leftEdge: moveCursor(to: model.xRange.lower)
    case .rightEdge: moveCursor(to: model.xRange.upper)
    case .pointOfInterest(let direction): jump(direction)
    case .zoom(let steps, let axes): zoom(by: steps, axes, in: context)
    case .pan(let x, let y): pan(x: x, y: y, in: context)
    case .fit:
      model.change {
        $0.fitsVertically = true
        $0.heldY = nil
      }
    case .equalAspect: equaliseAspect(in: context)
    case .resetView: model.resetView()
    case .undo: model.undo()
    case .redo: model.redo()
    default: performOnFunction(command)
    }
  }

  private mutating func performOnFunction(_ command: CurvesCommand) {
    switch command {
    case .selectFunction(let offset): selectFunction(offset: offset)
    case .search:
      model.prompt = .search(LineEditor(limit: 64), before: model.view, cursorBefore: model.cursor)
    case .command: model.prompt = .command(CommandPrompt(limit: CurvesCommandLine.longest))
    case .selectParameter: selectParameter()
    case .nudgeParameter(let steps): nudgeParameter(by: steps)
    case .typeParameter: typeParameter()
    case .resetParameters: model.set { $0 = FunctionSettings() }
    case .pin: pin()
    case .unpin: unpin()
    case .toggleDifference: toggleDifference()
    case .toggleAffineInput: model.showsAffineInput.toggle()
    default: performOnDrawing(command)
    }
  }

  private mutating func performOnDrawing(_ command: CurvesCommand) {
    switch command {
    case .cycleDerivatives: model.derivatives = model.derivatives.next
    case .toggleTangent: model.showsTangent.toggle()
    case .toggleHealth:
      model.showsHealth.toggle()
      model.healthToldAt = model.cursor
    case .toggleDigits: model.showsAllDigits.toggle()
    case .toggleDerivation:
      (model.showsDerivation, model.derivationPage) = (!model.showsDerivation, 0)
    case .moreDerivation:
      model.derivationPage = model.showsDerivation ? model.derivationPage + 1 : 0
      model.showsDerivation = true
    case .toggleSecant: model.secant = model.secant == nil ? Secant() : nil
    case .toggleSecantKind:
      var secant = model.secant ?? Secant()
      if model.secant != nil { secant.kind = secant.kind == .forward ? .central : .forward }
      model.secant = secant
    case .changeSecant(let steps):
      var secant = model.secant ?? Secant()
      secant.halfDecades = min(Secant.largest, max(Secant.smallest, secant.halfDecades + steps))
      model.secant = secant
    case .changeSaturation(let steps): changeSaturation(by: steps)
    default: break
    }
  }

  // MARK: Function and parameters

  private mutating func selectFunction(offset: Int) {
    model.select(model.library.entry(offset, from: model.view.function).id, kind: "list")
  }

  private mutating func selectParameter() {
    let count = model.sliders.count
    guard count > 0 else { return refuseParameter() }
    model.selectedParameter = (model.selectedParameter + 1) % count
  }

  private mutating func nudgeParameter(by steps: Int) {
    guard let slider = model.selectedSlider else { return refuseParameter() }
    let value = slider.moved(by: steps)
    model.set(kind: "nudge \(slider.name)") { $0.set(slider.subject, to: value) }
  }

  private mutating func typeParameter() {
    guard let slider = model.selectedSlider else { return refuseParameter() }
    let field = NumberField(editing: slider.value, limit: CurvesCommandLine.longest)
    model.prompt = .parameter(field, slider)
  }

  private mutating func refuseParameter() {
    model.refusal = "\(model.entry.description.name) has no parameter to set."
  }

  private mutating func pin() {
    let pin = Pin(entry: model.entry, settings: model.settings)
    if model.view.pins.contains(pin) {
      model.refusal = "\(pin.name) is pinned already."
    } else if model.view.pins.count == Pin.most {
      model.refusal = "Four curves are pinned already; P takes the last one away."
    } else {
      model.change { $0.pins.append(pin) }
    }
  }

  private mutating func unpin() {
    guard !model.view.pins.isEmpty else {
      model.refusal = "No curve is pinned; p pins this one."
      return
    }
    model.change { $0.pins.removeLast() }
  }

  private mutating func toggleDifference() {
    guard let pin = model.otherPin else {
      model.refusal = "A difference takes two curves: pin one with p, then choose another."
      return
    }
    guard !model.shape.domain.intersection(pin.function.shape.domain).isEmpty else {
      model.refusal = "There is no \(model.function.variable.unicode) at which both are defined."
      return
    }
    model.change {
      $0.showsDifference.toggle()
      $0.fitsVertically = true
    }
  }

  private mutating func changeSaturation(by steps: Int) {
    let ladder = [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]
    let now = model.saturation
    let next = steps > 0 ? ladder.first { $0 > now } : ladder.last { $0 < now }
    model.saturation = next ?? now
    model.healthToldAt = model.cursor
    model.showsHealth = true
  }

  // MARK: Paste and mouse

  private mutating func paste(_ text: String) {
    guard let prompt = model.prompt else {
      model.refusal = "Nothing is open to paste into; : opens a line for an x or a command."
      return
    }
    model.refusal = nil
    switch prompt {
    case .search(var editor, let before, let cursor):
      guard editor.insert(text) else { return model.refusal = editor.refusal(of: text) }
      model.prompt = .search(editor, before: before, cursorBefore: cursor)
      if let best = model.listedFunctions.first { model.select(best, kind: "search") }
    case .command(var prompt):
      guard prompt.insert(text) else { return model.refusal = prompt.editor.refusal(of: text) }
      model.prompt = .command(prompt)
    case .parameter(var field, let slider):
      guard field.insert(text) else { return model.refusal = field.refusal(of: text) }
      model.prompt = .parameter(field, slider)
    }
  }

  private mutating func point(_ mouse: Mouse, in context: ScreenContext) {
    guard model.prompt == nil else { return }
    let layout = layout(in: context)
    let isOverList = layout.listPanel.contains(x: mouse.x, y: mouse.y)
    if isOverList && (mouse.action == .wheelUp || mouse.action == .wheelDown) {
      return selectFunction(offset: mouse.action == .wheelUp ? -1 : 1)
    }
    if let id = layout.listedFunction(atX: mouse.x, y: mouse.y, model: model) {
      if mouse.action == .press { model.select(id) }
      return
    }
    let plot = layout.plotArea
    guard plot.contains(x: mouse.x, y: mouse.y) else { return }
    let projection = layout.plot.projection
    let x = projection.x(atColumn: mouse.x)
    switch mouse.action {
    case .press, .drag: moveCursor(to: x)
    case .wheelUp, .wheelDown:
      zoom(
        by: mouse.action == .wheelUp ? 1 : -1, .both, about: (x, projection.y(atRow: mouse.y)),
        in: context)
    case .release: break
    }
  }
}

extension CurvesModel {
  /// The parameter that `[` and `]` move.
  var selectedSlider: Slider? {
    let sliders = self.sliders
    return sliders.isEmpty ? nil : sliders[min(selectedParameter, sliders.count - 1)]
  }
}
