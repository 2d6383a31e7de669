import NeuralFunctions
import Wording

/// What a state of gradient health does to learning, in a sentence.
struct HealthEffect {
  let state: GradientHealth.State
  let sentence: String

  /// Nil of a difference, through which no gradient passes.
  init?(_ state: GradientHealth.State, _ model: CurvesModel) {
    guard model.function.terms == nil else { return nil }
    self.state = state
    let slope = model.function.quantities.slope.unicode
    let limit = NumberText.brief(model.saturation)
    // A loss passes its gradient to the prediction, an activation to the weights before it.
    let isLoss = model.entry.target != nil
    let variable = model.function.variable.unicode
    let learner = isLoss ? "what gives \(variable)" : "the weights before it"
    let verb = isLoss ? "learns" : "learn"
    switch state {
    case .saturated:
      sentence =
        "Saturated: |\(slope)| < \(limit), so little gradient passes back, and \(learner) "
        + "hardly \(verb)."
    case .dead where model.function.hasAffineInput && !isLoss:
      let output = NumberText.brief(model.function.value(model.cursor)).withTrueMinus
      let isHere = model.health.state(at: model.cursor) == .dead
      sentence =
        "A dead unit: for these inputs its output is \(isHere ? output : "constant") and no "
        + "gradient passes, so w and b learn nothing from them."
    case .dead:
      sentence =
        "Dead: \(slope) = 0, so no gradient passes back, and \(learner) "
        + "\(isLoss ? "learns" : "learn") nothing."
    case .amplifying:
      sentence =
        isLoss
        ? "Amplifying: |\(slope)| > 1, so the gradient is large, and a step of learning may go too far."
        : "Amplifying: |\(slope)| > 1, so the gradient grows on its way back, and through many "
          + "layers may explode."
    case .healthy:
      sentence =
        "Healthy: \(limit) ≤ |\(slope)| ≤ 1, so gradient passes back and grows in no layer."
    }
  }

  static let states: [GradientHealth.State] = [.dead, .saturated, .healthy, .amplifying]

  /// The sentences about all states but the healthy one.
  static func all(_ model: CurvesModel) -> [String] {
    states.filter { $0 != .healthy }.compactMap { HealthEffect($0, model)?.sentence }
  }
}
