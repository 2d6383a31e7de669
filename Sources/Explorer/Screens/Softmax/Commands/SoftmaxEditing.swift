import NeuralFunctions
import Widgets
import Wording

/// Changing the vector.
extension SoftmaxScreen {
  /// Replaces the vector; refuses what no variant can take.
  mutating func change(_ edit: (inout SoftmaxState.Vector) -> Void) throws(Refusal) {
    var next = state.vector
    edit(&next)
    try Self.checkLogits(next.logits)
    state.show(next)
  }

  static func checkLogits(_ logits: [Double]) throws(Refusal) {
    guard SoftmaxState.acceptedCount.contains(logits.count) else {
      throw Refusal("A vector has 2 to 4096 logits (got \(logits.count)).")
    }
    guard SoftmaxReadings.isUsable(logits) else {
      throw Refusal(
        logits.allSatisfy { $0 == -.infinity }
          ? "At least one logit must stay finite; the others may be -inf."
          : "A logit is a finite number, or -inf as a mask.")
    }
  }

  /// - Parameter word: what the numbers are to be.
  func checkCount(_ numbers: [Double], of word: String) throws(Refusal) {
    guard numbers.count == state.count else {
      throw Refusal(
        "\(word) must be \(state.count) numbers, one per logit (got \(numbers.count))."
      )
    }
  }

  // MARK: Entries

  mutating func changeEntry(by steps: Int) throws(Refusal) {
    switch (state.focus, state.view) {
    case (.panel, .nudge): try changeDelta(by: steps)
    case (.panel, .loss): try changeTarget(by: steps)
    default: try changeLogit(by: steps)
    }
  }

  private mutating func changeLogit(by steps: Int) throws(Refusal) {
    let index = state.selectedLogit
    let (step, old) = (state.step, state.vector.logits[index])
    guard old.isFinite else {
      throw Refusal("-inf is a mask and cannot be nudged; Enter types a value, M unmasks.")
    }
    try change { $0.logits[index] = nudged(old, by: steps, of: step) }
  }

  private mutating func changeDelta(by steps: Int) throws(Refusal) {
    let row = state.row
    try setDelta(row, nudged(state.nudge[row], by: steps, of: state.step))
  }

  private mutating func changeTarget(by steps: Int) throws(Refusal) {
    let row = state.row
    let value = nudged(state.vector.targets[row], by: steps, of: state.step)
    try setTarget(row, min(1, max(0, value)))
  }

  mutating func setDelta(_ index: Int, _ value: Double) throws(Refusal) {
    try check(index)
    guard value.isFinite else { throw Refusal("An entry of Δx is a finite number.") }
    var nudge = state.nudge
    nudge[index] = value
    try change { [nudge] in $0.nudge = nudge }
  }

  mutating func setTarget(_ index: Int, _ value: Double) throws(Refusal) {
    try check(index)
    guard (0...1).contains(value) else {
      throw Refusal("An entry of y is a number from 0 to 1; the others share the rest.")
    }
    // Never −0.
    try change { $0.setTarget(index, to: value + 0) }
  }

  mutating func setTargets(_ targets: [Double]) throws(Refusal) {
    try checkCount(targets, of: "y")
    guard targets.allSatisfy({ (0...1).contains($0) }) else {
      throw Refusal("Each entry of y is a number from 0 to 1.")
    }
    let sum = targets.reduce(0, +)
    guard (sum - 1).magnitude <= CrossEntropyOnLogits.sumTolerance else {
      throw Refusal("These sum to \(NumberText.brief(sum)); a target y sums to 1.")
    }
    try change { $0.targets = targets.map { $0 + 0 } }
  }

  mutating func insert(_ value: Double, at index: Int) throws(Refusal) {
    try change { $0.insert(value, at: index) }
    moveToEnd(index)
  }

  mutating func removeSelected() throws(Refusal) {
    let index = state.selectedLogit
    guard state.count > SoftmaxState.acceptedCount.lowerBound else {
      throw Refusal("A vector keeps at least 2 logits.")
    }
    try change { $0.remove(at: index) }
  }

  // MARK: All of it

  mutating func randomise(count: Int?) throws(Refusal) {
    let seed = state.vector.seed
    try change {
      if let count { $0.replaceLogits([Double](repeating: 0, count: count)) }
      $0.randomise()
    }
    session.notice =
      "Random logits from seed \(seed), normal with standard deviation 2; :seed sets another seed."
  }

  /// Outputs do not change, but for what the logits lose when they are rounded.
  mutating func addToAll(_ constant: Double) throws(Refusal) {
    let before = sheet.readings.outputs
    try change { $0.logits = $0.logits.map { $0 + constant } }
    let change = zip(before, sheet.readings.outputs).reduce(0) { largest, pair in
      pair.0 == pair.1 ? largest : max(largest, (pair.0 - pair.1).magnitude)
    }
    let output = sheet.variant.output.unicode
    session.notice =
      "Added \(NumberText.brief(constant).withTrueMinus) to every logit: "
      + (change == 0
        ? "no \(output) changed at all."
        : "\(output) changed by at most \(NumberText.brief(change, digits: 3)), "
          + "because x was rounded.")
  }

  mutating func changeTemperature(by steps: Int) throws(Refusal) {
    var temperature = state.vector.temperature
    let ladder = TemperatureSlider.ladder
    for _ in 0..<min(ladder.count, abs(steps)) {
      let next =
        steps > 0 ? ladder.first { $0 > temperature } : ladder.last { $0 < temperature }
      temperature = next ?? temperature
    }
    try change { [temperature] in $0.temperature = temperature }
  }

  mutating func setStep(_ index: Int) {
    state.stepIndex = index
    session.notice = "The step is now \(NumberText.brief(state.step))."
  }

  mutating func goBackToDefaults() throws(Refusal) {
    switch (state.focus, state.view) {
    case (.panel, .nudge): try change { $0.nudge = nil }
    case (.panel, .loss): try change { $0.forgetTarget() }
    default:
      let start = state.start
      try change { $0 = start }
    }
  }
}
