import NeuralFunctions

/// ∂L/∂p = −y/p, through Jᵀ, to p − y, with the numbers of the selected logit.
struct LossDerivation {
  typealias Line = SoftmaxReadingPanel.Line

  private let model: SoftmaxModel
  private let readings: LossReadings
  private let index: Int

  init(_ model: SoftmaxModel, _ readings: LossReadings) {
    self.model = model
    self.readings = readings
    index = model.row
  }

  var lines: [Line] {
    let told = [backwards, chain, cancellation, result].prefix(model.lossStep + 1)
    var lines = [Line(loss, .strong)]
    for (step, texts) in told.enumerated() {
      let isLast = step == model.lossStep
      lines += texts.map { Line($0, isLast ? .strong : .plain) }
    }
    if model.lossStep < LossReadings.lastStep {
      lines.append(Line("Space: \(Self.names[model.lossStep])", .quiet))
    } else if model.showsDiagonalOnly {
      lines.append(
        Line(
          "s(1 − s) alone would give \(brief(readings.diagonalOnly[index])): WRONG", .warning))
    }
    return lines
  }

  private static let names = [
    "back through softmax, Jᵀ·∂L/∂p", "what cancels", "and what remains",
  ]

  // MARK: Numbers

  private func brief(_ value: Double, digits: Int = 5) -> String {
    NumberText.brief(value, digits: digits).withTrueMinus
  }

  private func factor(_ value: Double) -> String {
    value < 0 ? "(\(brief(value)))" : brief(value)
  }

  private func name(_ letter: String, _ index: Int) -> String {
    SoftmaxModel.indexed(letter, index)
  }

  /// The classes with a target above 0, the heaviest first.
  private var targetClasses: [Int] {
    let targets = readings.loss.targets
    return targets.indices.filter { targets[$0] > 0 }.sorted {
      (-targets[$0], $0) < (-targets[$1], $1)
    }
  }

  private func listed(_ terms: [String], count: Int) -> String {
    terms.joined(separator: " + ") + (count > terms.count ? " + …" : "")
  }

  // MARK: Steps

  private var loss: String {
    let loss = readings.loss
    let classes = targetClasses
    let terms = classes.prefix(2).map { index in
      let weight = loss.targets[index] == 1 ? "" : "\(brief(loss.targets[index], digits: 3))·"
      return "\(weight)log \(brief(loss.probabilities[index]))"
    }
    let sum = listed(Array(terms), count: classes.count)
    return "L = −Σ yₖ log pₖ = −\(classes.count > 1 ? "(\(sum))" : sum) = \(brief(loss.loss))"
  }

  private var backwards: [String] {
    let classes = targetClasses
    let terms = classes.prefix(2).map { index in
      "∂L/∂\(name("p", index)) = −\(brief(readings.loss.targets[index], digits: 4))/"
        + "\(brief(readings.loss.probabilities[index])) = "
        + brief(readings.gradientOfProbabilities[index])
    }
    let rest = classes.count > 2 ? ", …" : ""
    return ["1 ∂L/∂p = −y/p:  \(terms.joined(separator: ", "))\(rest), the others 0"]
  }

  private var chain: [String] {
    let classes = targetClasses
    let terms = classes.prefix(2).map { row in
      "\(factor(readings.loss.jacobian[row, index])) × "
        + factor(readings.gradientOfProbabilities[row])
    }
    let target = "∂L/∂\(name("x", index))"
    return [
      "2 \(target) = Σᵢ (∂pᵢ/∂\(name("x", index)))·(−yᵢ/pᵢ) = "
        + "\(listed(Array(terms), count: classes.count)) = \(brief(readings.chained[index]))"
    ]
  }

  private var cancellation: [String] {
    let over = model.vector.temperature == 1 ? "" : "/T"
    let j = name("", index)
    return [
      "3 pᵢ cancels:  Σᵢ pᵢ(δᵢⱼ − pⱼ)\(over)·(−yᵢ/pᵢ) = −Σᵢ yᵢ(δᵢⱼ − pⱼ)\(over)"
        + "  with j = \(index)",
      "  = (−y\(j) + p\(j)·Σᵢ yᵢ)\(over), and Σᵢ yᵢ = \(brief(targetSum, digits: 6))",
    ]
  }

  private var targetSum: Double { readings.loss.targets.reduce(0, +) }

  private var result: [String] {
    let loss = readings.loss
    let (p, y) = (loss.probabilities[index], loss.targets[index])
    let isTempered = loss.temperature != 1
    let difference = "\(brief(p)) − \(brief(y, digits: 4))"
    let right =
      isTempered ? "(\(difference)) / \(brief(loss.temperature, digits: 4))" : difference
    let formula = "\(name("p", index)) − \(name("y", index))"
    let gap = (readings.chained[index] - loss.gradient[index]).magnitude
    let check =
      gap.isFinite
      ? "the long way round differs by \(brief(gap, digits: 2))"
      : "the long way round is \(NumberText.word(readings.chained[index])): a p underflowed"
    return [
      "4 ∂L/∂\(name("x", index)) = \(isTempered ? "(\(formula))/T" : formula) = \(right) = "
        + "\(brief(loss.gradient[index]));  \(check)"
    ]
  }
}
