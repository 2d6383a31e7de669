import NeuralFunctions
import Wording

/// What is to be seen in the present view, in one plain sentence.
struct SoftmaxSentence {
  private let sheet: SoftmaxSheet

  init(_ sheet: SoftmaxSheet) { self.sheet = sheet }

  var text: String {
    switch sheet.detail {
    case .jacobian: jacobian
    case .nudge(let readings): nudge(readings)
    case .loss(let readings): loss(readings)
    case .stability(let readings): stability(readings)
    }
  }

  /// The same for a narrow window, without the variant's name, which stands above the logits.
  var shortText: String {
    switch sheet.detail {
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
    let (input, output) = (sheet.inputName(sheet.column), sheet.outputName(sheet.row))
    let entry = sheet.readings.jacobian[sheet.row, sheet.column]
    let name = sheet.variant.description.name
    let moves = "\(name): raising \(input) by \(brief(sheet.step))"
    for index in [sheet.column, sheet.row] where sheet.vector.logits[index] == -.infinity {
      return "\(sheet.inputName(index)) is masked with −inf: its probability is exactly 0."
    }
    if sheet.showsDiagonalOnly && sheet.row != sheet.column {
      return "s(1 − s) alone says \(input) does not move \(output); it does, by "
        + "\(brief(entry * sheet.step)) for a step of \(brief(sheet.step))."
    }
    if let index = sheet.readings.kinks.first {
      return
        "A kink: \(sheet.inputName(index)) is on the edge of \(name)’s support, used as outside."
    }
    guard entry != 0 else {
      // Exponentials have a slope everywhere, however small.
      return sheet.variant.id == "sparsemax"
        ? "\(moves) does not move \(output) at all here."
        : "\(moves) moves \(output) by less than the smallest Double."
    }
    let verb = entry > 0 ? "raises" : "lowers"
    return "\(moves) \(verb) \(output) by about \(brief((entry * sheet.step).magnitude))."
  }

  private func nudge(_ readings: NudgeReadings) -> String {
    let output = sheet.outputName(sheet.row)
    let predicted =
      sheet.showsDiagonalOnly
      ? readings.diagonalPrediction[sheet.row] : readings.predicted[sheet.row]
    guard let actual = readings.actual?[sheet.row] else {
      return "x + Δx is too large for a 64-bit float."
    }
    let source = sheet.showsDiagonalOnly ? "The diagonal alone" : "The Jacobian"
    return "\(source) predicts that \(output) changes by \(brief(predicted, digits: 4)); "
      + "it changes by \(brief(actual, digits: 4))."
  }

  private func loss(_ readings: LossReadings) -> String {
    let loss = readings.loss
    let gradient = loss.gradient[sheet.row]
    let input = sheet.inputName(sheet.row)
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
      "Naive softmax breaks in \(broken.joined(separator: ", ")); subtracting max x avoids it."
  }
}

// MARK: In few words

extension SoftmaxSentence {
  private var shortJacobian: String {
    let (input, output) = (sheet.inputName(sheet.column), sheet.outputName(sheet.row))
    for index in [sheet.column, sheet.row] where sheet.vector.logits[index] == -.infinity {
      return "\(sheet.inputName(index)) is masked: its p is exactly 0."
    }
    if let index = sheet.readings.kinks.first {
      return "\(sheet.inputName(index)): a kink, at the support’s edge."
    }
    let change = sheet.readings.jacobian[sheet.row, sheet.column] * sheet.step
    if sheet.showsDiagonalOnly && sheet.row != sheet.column {
      return "Said 0; \(output) moves by \(brief(change))."
    }
    return "\(input) + \(brief(sheet.step)): \(output) changes by \(brief(change))."
  }

  private func shortNudge(_ readings: NudgeReadings) -> String {
    let predicted =
      sheet.showsDiagonalOnly
      ? readings.diagonalPrediction[sheet.row] : readings.predicted[sheet.row]
    guard let actual = readings.actual?[sheet.row] else { return "x + Δx is too large." }
    return "\(sheet.outputName(sheet.row)): J·Δx \(brief(predicted, digits: 4)), true "
      + "\(brief(actual, digits: 4))."
  }

  private func shortLoss(_ readings: LossReadings) -> String {
    let loss = readings.loss
    guard loss.loss.isFinite else { return "Infinite loss: y > 0 where p = 0." }
    return "Loss \(brief(loss.loss, digits: 4)); ∂L/∂\(sheet.inputName(sheet.row)) "
      + "\(brief(loss.gradient[sheet.row], digits: 4))."
  }
}
