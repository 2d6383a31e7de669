import NeuralFunctions
import Widgets

/// All that can be read off the screen, by name.
extension SoftmaxScreen {
  public static let readings = ReadingTable<SoftmaxScreen>([
    Reading("variant", "the function") { .text($0.sheet.variant.id) },
    Reading("view", "what is shown beside the logits") { .text($0.state.view.word) },
    Reading("x", "the logits") { .numbers($0.state.vector.logits) },
    Reading("temperature", "the temperature T") { .number($0.state.vector.temperature) },
    Reading("selected", "the number of the selected logit") {
      .number(Double($0.state.selectedLogit))
    },
    Reading("row", "the row of the cursor") { .number(Double($0.state.row)) },
    Reading("column", "the column of the cursor") { .number(Double($0.state.column)) },
    Reading("step", "the step of a nudge") { .number($0.state.step) },
    Reading("p", "softmax(x/T)") { .numbers($0.sheet.readings.probabilities) },
    Reading("output", "the outputs of the variant") { .numbers($0.sheet.readings.outputs) },
    Reading("entry", "the entry of the Jacobian at the cursor") { screen in
      .number(screen.sheet.readings.jacobian[screen.state.row, screen.state.column])
    },
    Reading("row-sum", "the sum of the cursor’s row of the Jacobian") { screen in
      .number(screen.sheet.readings.jacobian.rowSum(screen.state.row))
    },
    Reading("column-sum", "the sum of the cursor’s column of the Jacobian") { screen in
      .number(screen.sheet.readings.jacobian.columnSum(screen.state.column))
    },
    Reading("entropy", "the entropy of the probabilities, in nats") {
      .number($0.sheet.readings.entropy)
    },
    Reading("likeliest", "the number of the largest output") {
      .number(Double($0.sheet.readings.likeliest))
    },
    Reading("y", "the target") { .numbers($0.state.vector.targets) },
    Reading("class", "the class of the target, unless the target is soft") { screen in
      screen.state.vector.targetClass.map { .number(Double($0)) }
    },
    Reading("loss", "cross-entropy against the target, in nats") { .number($0.loss.loss) },
    Reading("loss-at-chance", "the loss of equal probabilities") {
      .number($0.loss.lossAtChance)
    },
    Reading("gradient", "the gradient of the loss with respect to the logits: (p − y)/T") {
      .numbers($0.loss.gradient)
    },
    Reading("dx", "the change Δx") { .numbers($0.state.nudge) },
    Reading("predicted", "J·Δx") { .numbers($0.change.predicted) },
    Reading("actual", "f(x + Δx) − f(x), unless that is too large") { screen in
      screen.change.actual.map { .numbers($0) }
    },
    Reading("broken", "the number types in which naive softmax overflows") { screen in
      let readings = StabilityReadings(screen.state.vector, screen.sheet.readings)
      return .text(readings.broken.joined(separator: ", "))
    },
  ])

  private var loss: CrossEntropyOnLogits { LossReadings(state.vector).loss }

  private var change: NudgeReadings {
    NudgeReadings(state.vector, sheet.readings, nudge: state.nudge)
  }
}
