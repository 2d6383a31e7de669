import NeuralFunctions
import Wording

/// What is to be seen in the present view, in one plain sentence.
struct SoftmaxSentence {
  private let model: SoftmaxModel

  init(_ model: SoftmaxModel) { self.model = model }

  var text: String {
    switch model.detail {
    case .jacobian: jacobian
    case .nudge(let readings): nudge(readings)
    case .loss(let readings): loss(readings)
    case .stability(let readings): stability(readings)
    }
  }

  /// The same for a narrow window, without the variant's name, which stands above the logits.
  var shortText: String {
    switch model.detail {
    case .jacobian: shortJacobian
    case .nudge(let readings): shortNudge(readings)
    case .loss(let readings): shortLoss(readings)
    case .stability(let readings):
      readings.broken.isEmpty
        ? "Naive softmax survives these logits."
        : "Naive softmax breaks in \(readings.broken.joined(separator: ", "))."
    }
  }

  private func brief(_ value: Double, digits: Int = 3) -> String {
    NumberText.brief(value, digits: digits).withTrueMinus
  }

  /// "softmax: raising x₁ by 0.1 lowers p₀ by about 0.016."
  private var jacobian: String {
    let (input, output) = (model.inputName(model.column), model.outputName(model.row))
    let entry = model.readings.jacobian[model.row, model.column]
    let name = model.variant.description.name
    let moves = "\(name): raising \(input) by \(brief(model.step))"
    for index in [model.column, model.row] where model.vector.logits[index] == -.infinity {
      return "\(model.inputName(index)) is masked with −inf: its probability is exactly 0."
    }
    if model.showsDiagonalOnly && model.row != model.column {
      return "s(1 − s) alone says \(input) does not move \(output); it does, by "
        + "\(brief(entry * model.step)) for a step of \(brief(model.step))."
    }
    if let index = model.readings.kinks.first {
      return
        "A kink: \(model.inputName(index)) is on the edge of \(name)’s support, used as outside."
    }
    guard entry != 0 else {
      // Exponentials have a slope everywhere, however small.
      return model.variant.id == "sparsemax"
        ? "\(moves) does not move \(output) at all here."
        : "\(moves) moves \(output) by less than the smallest Double."
    }
    let verb = entry > 0 ? "raises" : "lowers"
    return "\(moves) \(verb) \(output) by about \(brief((entry * model.step).magnitude))."
  }

  private func nudge(_ readings: NudgeReadings) -> String {
    let output = model.outputName(model.row)
    let predicted =
      model.showsDiagonalOnly
      ? readings.diagonalPrediction[model.row] : readings.predicted[model.row]
    guard let actual = readings.actual?[model.row] else {
      return "x + Δx is too large for a 64-bit float."
    }
    let source = model.showsDiagonalOnly ? "The diagonal alone" : "The Jacobian"
    return "\(source) predicts that \(output) changes by \(brief(predicted, digits: 4)); "
      + "it changes by \(brief(actual, digits: 4))."
  }

  private func loss(_ readings: LossReadings) -> String {
    let loss = readings.loss
    let gradient = loss.gradient[model.row]
    let input = model.inputName(model.row)
    let chance = "at chance \(brief(loss.lossAtChance, digits: 4))"
    guard loss.loss.isFinite else {
      return "The loss is infinite: the target gives weight to a class whose probability is 0."
    }
    let advice =
      gradient == 0
      ? "learning leaves \(input) where it is"
      : "learning \(gradient < 0 ? "raises" : "lowers") \(input), gradient "
        + brief(gradient, digits: 4)
    return "Loss \(brief(loss.loss, digits: 4)) (\(chance)); \(advice)."
  }

  private func stability(_ readings: StabilityReadings) -> String {
    let broken = readings.broken
    guard !broken.isEmpty else {
      return "Naive softmax survives these logits in all three types; try 1000, 1001, 1002."
    }
    return
      "Naive softmax breaks in \(broken.joined(separator: ", ")); less its maximum it does not."
  }
}

// MARK: In few words

extension SoftmaxSentence {
  private var shortJacobian: String {
    let (input, output) = (model.inputName(model.column), model.outputName(model.row))
    for index in [model.column, model.row] where model.vector.logits[index] == -.infinity {
      return "\(model.inputName(index)) is masked: its p is exactly 0."
    }
    if let index = model.readings.kinks.first {
      return "\(model.inputName(index)): a kink, at the support’s edge."
    }
    let change = model.readings.jacobian[model.row, model.column] * model.step
    if model.showsDiagonalOnly && model.row != model.column {
      return "Said 0; \(output) moves by \(brief(change))."
    }
    return "\(input) + \(brief(model.step)): \(output) changes by \(brief(change))."
  }

  private func shortNudge(_ readings: NudgeReadings) -> String {
    let predicted =
      model.showsDiagonalOnly
      ? readings.diagonalPrediction[model.row] : readings.predicted[model.row]
    guard let actual = readings.actual?[model.row] else { return "x + Δx is too large." }
    return "\(model.outputName(model.row)): said \(brief(predicted, digits: 4)), is "
      + "\(brief(actual, digits: 4))."
  }

  private func shortLoss(_ readings: LossReadings) -> String {
    let loss = readings.loss
    guard loss.loss.isFinite else { return "Infinite loss: y > 0 where p = 0." }
    return "Loss \(brief(loss.loss, digits: 4)); ∂L/∂\(model.inputName(model.row)) "
      + "\(brief(loss.gradient[model.row], digits: 4))."
  }
}
