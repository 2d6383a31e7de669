import NeuralFunctions
import TerminalCells
import Wording

extension SoftmaxScreen {
  mutating func open(_ prompt: SoftmaxModel.Prompt) {
    model.prompt = prompt
    let vector = model.vector
    switch prompt {
    case .logit: model.field = NumberField(editing: vector.logits[model.selectedLogit])
    case .target: model.field = NumberField(editing: vector.targets[model.row])
    case .nudgeEntry: model.field = NumberField(editing: model.nudge[model.row])
    case .temperature: model.field = NumberField(editing: vector.temperature)
    case .addConstant: model.field = NumberField(editing: 100)
    case .scale: model.field = NumberField(editing: 2)
    case .seed: model.field = NumberField(editing: Double(vector.seed))
    case .extent:
      model.field = NumberField(
        editing: model.fixedExtent ?? SoftmaxLayout.automaticExtent(model))
    // The line after : begins empty.
    case .command: break
    case .wholeVector: model.field = Self.listField(vector.logits)
    case .wholeTarget: model.field = Self.listField(vector.targets)
    case .wholeNudge: model.field = Self.listField(model.nudge)
    }
  }

  private static func listField(_ numbers: [Double]) -> NumberField {
    NumberField(editing: numbers.map(NumberText.exact).joined(separator: ", "))
  }

  mutating func type(_ key: Key) {
    switch key {
    case .escape: model.prompt = nil
    case .enter: accept()
    case .up, .down:
      // In a column of numbers the arrows accept and go on, as in a spreadsheet.
      guard isInColumn else { return }
      accept()
      if model.prompt == nil { moveRow(by: key == .up ? -1 : 1) }
    default: _ = model.field.handle(key)
    }
  }

  private var isInColumn: Bool {
    switch model.prompt {
    case .logit: model.focus == .logits
    case .target, .nudgeEntry: true
    default: false
    }
  }

  private mutating func accept() {
    guard let prompt = model.prompt else { return }
    do throws(Refusal) {
      try take(model.field.text, for: prompt)
      // A change that the model refused leaves the field open for mending.
      if model.refusal == nil { model.prompt = nil }
    } catch {
      model.refusal = error.sentence
    }
  }

  mutating func take(
    _ text: String, for prompt: SoftmaxModel.Prompt
  ) throws(Refusal) {
    let index = model.selectedLogit
    switch prompt {
    case .wholeVector: try replaceVector(text)
    case .logit where Entry.isList(text): try replaceVector(text)
    case .logit:
      let value = try Entry.logit(text)
      model.change { $0.setLogit(index, to: value) }
    case .temperature:
      let value = try Entry.temperature(text)
      model.change { $0.temperature = value }
    case .addConstant:
      try addToAll(Entry.finite(text))
    case .scale:
      let factor = try Entry.finite(text)
      model.change { $0.logits = $0.logits.map { $0 == -.infinity ? $0 : $0 * factor } }
    case .seed:
      let seed = try Entry.seed(text)
      model.change { $0.seed = seed }
    case .command: break
    case .extent: model.fixedExtent = try Entry.extent(text)
    case .target:
      let (row, value) = (model.row, try Entry.probability(text))
      model.change { $0.setTarget(row, to: value) }
    case .wholeTarget:
      let targets = try Entry.distribution(text, count: model.count)
      model.change { $0.targets = targets }
    case .nudgeEntry:
      var nudge = model.nudge
      nudge[model.row] = try Entry.finite(text)
      model.change { [nudge] in $0.nudge = nudge }
    case .wholeNudge:
      let nudge = try Entry.finiteList(text, count: model.count)
      model.change { $0.nudge = nudge }
    }
  }

  /// Outputs do not change, but for what the logits lose when they are rounded.
  private mutating func addToAll(_ constant: Double) {
    let before = model.readings.outputs
    model.change { $0.logits = $0.logits.map { $0 + constant } }
    let change = zip(before, model.readings.outputs).reduce(0) { largest, pair in
      pair.0 == pair.1 ? largest : max(largest, (pair.0 - pair.1).magnitude)
    }
    let output = model.variant.output.unicode
    model.notice =
      "Added \(NumberText.brief(constant).withTrueMinus) to every logit: "
      + (change == 0
        ? "no \(output) changed at all."
        : "\(output) changed by at most \(NumberText.brief(change, digits: 3)), "
          + "what rounding x cost.")
  }

  private mutating func replaceVector(_ text: String) throws(Refusal) {
    let logits = try Entry.vector(text)
    model.change { $0.replaceLogits(logits) }
  }

  /// A list pasted outside a field replaces the vector; inside one it is text.
  mutating func paste(_ text: String) {
    if let prompt = model.prompt {
      if prompt == .command {
        let isTaken = model.command.insert(text)
        if !isTaken { model.refusal = model.command.editor.refusal(of: text) }
      } else if !model.field.insert(text) {
        model.refusal = model.field.refusal(of: text)
      }
      return
    }
    do throws(Refusal) { try replaceVector(text) } catch { model.refusal = error.sentence }
  }
}
