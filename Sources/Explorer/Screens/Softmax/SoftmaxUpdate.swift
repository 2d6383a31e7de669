import NeuralFunctions
import TerminalCells
import Wording

extension SoftmaxScreen {
  public mutating func update(_ event: Event, in context: ScreenContext) -> [Effect] {
    var effects: [Effect] = []
    switch event {
    case .key(let key):
      (model.refusal, model.notice) = (nil, nil)
      if model.prompt == .command {
        effects = typeCommand(key, in: context)
      } else if model.prompt != nil {
        type(key)
      } else {
        press(key, in: context)
      }
    case .paste(let text):
      (model.refusal, model.notice) = (nil, nil)
      paste(text)
    case .mouse(let mouse):
      point(mouse, in: context)
    case .burst, .resize, .background, .pasteStalled, .pasteRefused, .tick:
      break
    }
    model.refresh()
    return effects
  }

  private mutating func press(_ key: Key, in context: ScreenContext) {
    if let command = viewKeymap.command(for: key) ?? Self.keymap.command(for: key) {
      perform(command, in: context)
    } else if let sign = NumberField.isOpened(by: key), let prompt = entryPrompt {
      model.prompt = prompt
      model.field = NumberField(startingWith: String(sign))
    } else if let view = Self.otherView(with: key) {
      model.refusal = "\(key.label) is a key of \(view)."
    }
  }

  mutating func perform(_ command: SoftmaxCommand, in context: ScreenContext) {
    if let objection = objection(to: command) {
      model.refusal = objection
      return
    }
    switch command {
    case .moveRow(let offset): moveRow(by: offset)
    case .moveColumn(let offset): moveColumn(by: offset, in: context)
    case .pageRows(let pages): pageRows(by: pages, in: context)
    case .pageColumns(let pages): pageColumns(by: pages, in: context)
    case .first: moveToEnd(0)
    case .last: moveToEnd(model.count - 1)
    case .nudge(let steps): changeEntry(by: steps)
    case .changeStep(let offset): changeStep(by: offset)
    case .type: if let prompt = entryPrompt { open(prompt) }
    case .open(let prompt): open(prompt)
    case .command:
      model.command = CommandPrompt()
      model.prompt = .command
    case .undo: model.undo()
    case .redo: model.redo()
    case .reset: model.reset()
    case .show, .toggleDigits, .toggleDiagonalOnly, .zoom, .toggleScale, .back, .advance,
      .moreReadings:
      look(command, in: context)
    case .add, .insert, .duplicate, .remove, .mask, .sort, .randomise, .equalise, .nextVariant,
      .changeTemperature, .chooseTarget, .forgetNudge:
      edit(command)
    }
  }

  /// What typing fills in at the cursor; nil where a view has nothing to type into.
  private var entryPrompt: SoftmaxModel.Prompt? {
    guard model.focus == .panel else { return .logit }
    switch model.view {
    case .jacobian, .stability: return .logit
    case .nudge: return .nudgeEntry
    case .loss: return .target
    }
  }

  /// Why a command does nothing in the present view: what it would change is not to be seen.
  func objection(to command: SoftmaxCommand) -> String? {
    switch (model.view, command) {
    case (.jacobian, _): nil
    case (_, .toggleScale), (_, .open(.extent)), (_, .zoom):
      "Colours and zoom belong to the matrix; Esc goes back to it."
    case (.loss, .nextVariant):
      "The loss is that of softmax; Esc goes back to the matrix, where v works."
    case (.stability, .nextVariant):
      "This view is about softmax; Esc goes back to the matrix, where v works."
    case (.stability, .toggleDiagonalOnly):
      "The diagonal alone is seen in the matrix; Esc goes back to it."
    default: nil
    }
  }

  // MARK: What is shown

  private mutating func look(_ command: SoftmaxCommand, in context: ScreenContext) {
    switch command {
    case .show(let view): show(view)
    case .toggleDigits: model.showsAllDigits.toggle()
    case .toggleDiagonalOnly: model.showsDiagonalOnly.toggle()
    case .toggleScale:
      let isLogarithmic = !SoftmaxLayout(model, in: context).isLogarithmic
      model.isLogarithmic = isLogarithmic
      model.notice = "The scale of the colours is now \(isLogarithmic ? "logarithmic" : "linear")."
    case .zoom(let steps): zoom(by: steps, in: context)
    case .advance(let steps):
      model.readingPage = 0
      model.lossStep = min(LossReadings.lastStep, max(0, model.lossStep + steps))
    case .moreReadings: model.readingPage += 1
    case .back:
      if model.focus == .panel {
        model.focus = .logits
      } else {
        model.view = .jacobian
        model.showsDiagonalOnly = false
      }
    default: break
    }
  }

  private mutating func show(_ view: SoftmaxModel.View) {
    model.readingPage = 0
    model.view = model.view == view ? .jacobian : view
    model.focus = .logits
    let name = model.variant.description.name
    guard model.isAboutSoftmax, model.variant.id != model.listedVariant.id else { return }
    model.notice = "This view is about softmax; \(name) stays the variant of the matrix."
  }

  private mutating func zoom(by steps: Int, in context: ScreenContext) {
    let looks = SoftmaxLayout(model, in: context).looks
    let wanted = model.zoom + steps
    model.zoom = min(looks.closest, max(looks.farthest, wanted))
    if model.zoom != wanted {
      model.notice = steps > 0 ? "This is the closest look." : "This is the farthest look."
    }
  }

  // MARK: The vector

  private mutating func edit(_ command: SoftmaxCommand) {
    let index = model.selectedLogit
    switch command {
    case .add: insert(0, at: index + 1)
    case .insert: insert(0, at: index)
    case .duplicate: insert(model.vector.logits[index], at: index + 1)
    case .remove: remove(at: index)
    case .mask:
      model.change { $0.toggleMask(at: index) }
    case .sort: model.change { $0.sort() }
    case .randomise: randomise()
    case .equalise: model.change { $0.equalise() }
    case .nextVariant:
      model.change { $0.variant = ($0.variant + 1) % Catalogue.vectorFunctions.count }
    case .changeTemperature(let offset): changeTemperature(by: offset)
    case .chooseTarget:
      let row = model.row
      model.change { $0.targets = SoftmaxModel.Vector.oneHot(row, count: $0.logits.count) }
    case .forgetNudge: model.change { $0.nudge = nil }
    default: break
    }
  }

  private mutating func changeEntry(by steps: Int) {
    switch (model.focus, model.view) {
    case (.panel, .nudge): changeNudge(by: steps)
    case (.panel, .loss): changeTarget(by: steps)
    default: changeLogit(by: steps)
    }
  }

  private mutating func changeLogit(by steps: Int) {
    let index = model.selectedLogit
    let (step, old) = (model.step, model.vector.logits[index])
    guard old.isFinite else {
      model.refusal = "-inf is a mask and cannot be nudged; Enter types a value, M unmasks."
      return
    }
    model.change(kind: "logit \(index)") { $0.logits[index] = nudged(old, by: steps, of: step) }
  }

  private mutating func changeNudge(by steps: Int) {
    let (row, step) = (model.row, model.step)
    var nudge = model.nudge
    nudge[row] = nudged(nudge[row], by: steps, of: step)
    guard nudge[row].isFinite else {
      model.refusal = "An entry of Δx is a finite number."
      return
    }
    model.change(kind: "nudge \(row)") { $0.nudge = nudge }
  }

  private mutating func changeTarget(by steps: Int) {
    let row = model.row
    let value = nudged(model.vector.targets[row], by: steps, of: model.step)
    model.change(kind: "target \(row)") { $0.setTarget(row, to: min(1, max(0, value))) }
  }

  private mutating func changeStep(by offset: Int) {
    model.stepIndex = min(SoftmaxModel.steps.count - 1, max(0, model.stepIndex + offset))
    model.notice = "The step is now \(NumberText.brief(model.step))."
  }

  private mutating func insert(_ value: Double, at index: Int) {
    let before = model.count
    model.change { $0.insert(value, at: index) }
    guard model.count > before else { return }
    if model.focus == .panel && model.view == .jacobian {
      model.column = index
    } else {
      model.row = index
    }
  }

  private mutating func remove(at index: Int) {
    guard model.count > SoftmaxModel.acceptedCount.lowerBound else {
      model.refusal = "A vector keeps at least 2 logits."
      return
    }
    model.change { $0.remove(at: index) }
  }

  private mutating func randomise() {
    let seed = model.vector.seed
    model.change { $0.randomise() }
    model.notice = "Random logits from seed \(seed), normal with deviation 2; R chooses a seed."
  }

  private mutating func changeTemperature(by offset: Int) {
    let now = model.vector.temperature
    let ladder = TemperatureSlider.ladder
    let next = offset > 0 ? ladder.first { $0 > now } : ladder.last { $0 < now }
    if let next { model.change(kind: "temperature") { $0.temperature = next } }
  }
}
