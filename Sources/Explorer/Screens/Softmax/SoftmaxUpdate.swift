import NeuralFunctions
import TerminalCells

extension SoftmaxScreen {
  public mutating func update(_ event: Event, in context: ScreenContext) -> [Effect] {
    switch event {
    case .key(let key):
      model.refusal = nil
      if model.prompt != nil { type(key) } else { press(key) }
    case .paste(let text):
      model.refusal = nil
      paste(text)
    case .mouse(let mouse):
      point(mouse, in: context.body)
    case .resize:
      break
    }
    return []
  }

  // MARK: Keys

  private mutating func press(_ key: Key) {
    if let sign = NumberField.isOpened(by: key) {
      model.prompt = .logit
      model.field = NumberField(startingWith: String(sign))
    } else if let command = Self.keymap.command(for: key) {
      perform(command)
    }
  }

  private mutating func perform(_ command: SoftmaxCommand) {
    switch command {
    case .moveRow(let offset): moveRow(by: offset)
    case .moveColumn(let offset): moveColumn(by: offset)
    case .first: moveToEnd(0)
    case .last: moveToEnd(model.count - 1)
    case .nudge(let steps): nudge(by: steps)
    case .changeStep(let offset):
      model.stepIndex = min(SoftmaxModel.steps.count - 1, max(0, model.stepIndex + offset))
    case .open(let prompt): open(prompt)
    case .add: insert(0)
    case .duplicate: insert(model.vector.logits[model.selectedLogit])
    case .remove: remove()
    case .sort: model.change { $0.logits.sort(by: >) }
    case .randomise: model.change { $0.randomise() }
    case .equalise: model.change { $0.equalise() }
    case .nextVariant:
      model.change { $0.variant = ($0.variant + 1) % Catalogue.vectorFunctions.count }
    case .changeTemperature(let offset): changeTemperature(by: offset)
    case .undo: model.undo()
    case .redo: model.redo()
    case .reset: model.reset()
    }
  }

  private mutating func moveRow(by offset: Int) {
    model.row = min(model.count - 1, max(0, model.row + offset))
  }

  /// The logits lie left of the matrix: its first column leads back to them.
  private mutating func moveColumn(by offset: Int) {
    switch model.focus {
    case .logits:
      if offset > 0 {
        model.focus = .jacobian
        model.column = 0
      }
    case .jacobian where model.column == 0 && offset < 0:
      model.focus = .logits
    case .jacobian:
      model.column = min(model.count - 1, max(0, model.column + offset))
    }
  }

  private mutating func moveToEnd(_ index: Int) {
    switch model.focus {
    case .logits: model.row = index
    case .jacobian: model.column = index
    }
  }

  private mutating func nudge(by steps: Int) {
    let index = model.selectedLogit
    let (step, old) = (model.step, model.vector.logits[index])
    guard old.isFinite else {
      model.refusal = "-inf is a mask and cannot be nudged; Enter types a new value."
      return
    }
    model.change(kind: "nudge \(index)") { $0.logits[index] = nudged(old, by: steps, of: step) }
  }

  private mutating func insert(_ value: Double) {
    let index = model.selectedLogit + 1
    let before = model.count
    model.change { $0.logits.insert(value, at: index) }
    guard model.count > before else { return }
    switch model.focus {
    case .logits: model.row = index
    case .jacobian: model.column = index
    }
  }

  private mutating func remove() {
    let index = model.selectedLogit
    guard model.count > VectorParser.acceptedCount.lowerBound else {
      model.refusal = "A vector keeps at least 2 logits."
      return
    }
    model.change { $0.logits.remove(at: index) }
  }

  private mutating func changeTemperature(by offset: Int) {
    let ladder = [0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100]
    let now = model.vector.temperature
    let next = offset > 0 ? ladder.first { $0 > now } : ladder.last { $0 < now }
    if let next { model.change(kind: "temperature") { $0.temperature = next } }
  }

  // MARK: Typing

  private mutating func open(_ prompt: SoftmaxModel.Prompt) {
    model.prompt = prompt
    switch prompt {
    case .logit: model.field = NumberField(editing: model.vector.logits[model.selectedLogit])
    case .temperature: model.field = NumberField(editing: model.vector.temperature)
    case .addConstant: model.field = NumberField(editing: 100)
    case .scale: model.field = NumberField(editing: 2)
    case .wholeVector:
      model.field = NumberField(
        startingWith: model.vector.logits.map(NumberText.exact).joined(separator: ", "))
    }
  }

  private mutating func type(_ key: Key) {
    switch key {
    case .escape: model.prompt = nil
    case .enter: accept()
    case .up, .down:
      // In a column of numbers the arrows accept and go on, as in a spreadsheet.
      guard model.prompt == .logit, model.focus == .logits else { return }
      accept()
      if model.prompt == nil { moveRow(by: key == .up ? -1 : 1) }
    default: _ = model.field.handle(key)
    }
  }

  private mutating func accept() {
    guard let prompt = model.prompt else { return }
    let text = model.field.text
    do {
      switch prompt {
      case .wholeVector: try replaceVector(text)
      case .logit where text.contains(where: { ",; ".contains($0) }): try replaceVector(text)
      case .logit: try setLogit(text)
      case .temperature: try setTemperature(text)
      case .addConstant:
        let constant = try finiteNumber(text)
        model.change { $0.logits = $0.logits.map { $0 + constant } }
      case .scale:
        let factor = try finiteNumber(text)
        model.change { $0.logits = $0.logits.map { $0 == -.infinity ? $0 : $0 * factor } }
      }
      if model.refusal == nil { model.prompt = nil }
    } catch {
      model.refusal = error.sentence
    }
  }

  private mutating func setLogit(_ text: String) throws(Refusal) {
    let value = try number(text)
    guard value < .infinity else {
      throw Refusal("A logit is a finite number, or -inf as a mask.")
    }
    let index = model.selectedLogit
    model.change { $0.logits[index] = value }
  }

  private mutating func setTemperature(_ text: String) throws(Refusal) {
    let value = try number(text)
    guard value.isFinite && value > 0 else {
      throw Refusal("The temperature is a finite number above 0.")
    }
    model.change { $0.temperature = value }
  }

  private mutating func replaceVector(_ text: String) throws(Refusal) {
    do {
      let logits = try VectorParser.logits(text)
      model.change { $0.logits = logits }
    } catch { throw Refusal(error.description) }
  }

  private func finiteNumber(_ text: String) throws(Refusal) -> Double {
    let value = try number(text)
    guard value.isFinite else { throw Refusal("A finite number is accepted here.") }
    return value
  }

  private func number(_ text: String) throws(Refusal) -> Double {
    do { return try NumberParser.number(text) } catch { throw Refusal(error.description) }
  }

  /// A list pasted outside a field replaces the vector; inside one it is text.
  private mutating func paste(_ text: String) {
    if model.prompt != nil {
      model.field.insert(text.map { $0.isNewline ? " " : String($0) }.joined())
      return
    }
    do { try replaceVector(text) } catch { model.refusal = error.sentence }
  }

  // MARK: Mouse

  private mutating func point(_ mouse: Mouse, in body: Rect) {
    guard model.prompt == nil else { return }
    switch mouse.action {
    case .wheelUp: moveRow(by: -1)
    case .wheelDown: moveRow(by: 1)
    case .press, .drag:
      let layout = SoftmaxLayout(body: body, model: model)
      if let target = layout.target(x: mouse.x, y: mouse.y) {
        model.row = target.row
        if let column = target.column {
          model.focus = .jacobian
          model.column = column
        } else {
          model.focus = .logits
        }
      }
    case .release: break
    }
  }
}

extension SoftmaxModel.Vector {
  /// Logits from a normal distribution of deviation 2, rounded to hundredths.
  mutating func randomise() {
    var generator = SplitMix64(seed: seed)
    logits = logits.map { _ in (generator.normal() * 200).rounded() / 100 }
    seed &+= 1
  }

  /// Every finite logit becomes their mean; masks stay.
  mutating func equalise() {
    let finite = logits.filter(\.isFinite)
    let mean = finite.reduce(0) { $0 + $1 / Double(finite.count) }
    logits = logits.map { $0.isFinite ? mean : $0 }
  }
}
