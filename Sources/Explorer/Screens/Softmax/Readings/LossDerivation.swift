import NeuralFunctions
import Wording

/// ∂L/∂p = −y/p, through Jᵀ, to p − y, with the numbers of the selected logit.
struct LossDerivation {
  typealias Line = SoftmaxReadingPanel.Line

  private let sheet: SoftmaxSheet
  private let readings: LossReadings
  private let index: Int

  init(_ sheet: SoftmaxSheet, _ readings: LossReadings) {
    self.sheet = sheet
    self.readings = readings
    index = sheet.row
  }

  var lines: [Line] {
    let told = [backwards, chain, cancellation, result].prefix(sheet.lossStep + 1)
    var lines = [Line(loss, .strong)]
    for (step, texts) in told.enumerated() {
      let isLast = step == sheet.lossStep
      lines += texts.map { Line($0, isLast ? .strong : .plain) }
    }
    if sheet.lossStep < LossReadings.lastStep {
      lines.append(Line("Space: \(Self.names[sheet.lossStep])", .quiet))
    } else if sheet.showsDiagonalOnly {
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

  private func sumOfProducts(_ numbers: [Double]) -> Double {
    stride(from: 0, to: numbers.count - 1, by: 2).reduce(0) {
      $0 + numbers[$1] * numbers[$1 + 1]
    }
  }

  private func name(_ letter: String, _ index: Int) -> String {
    SoftmaxSheet.indexed(letter, index)
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
      if underflows(index) { return "\(weight)log \(name("p", index))" }
      if let nearlyOne = nearlyOne(index) { return "\(weight)log\(nearlyOne.operand)" }
      let p = NumberText.significant(loss.probabilities[index], digits: 6).withTrueMinus
      return "\(weight)log \(p)"
    }
    let sum = listed(Array(terms), count: classes.count)
    return "L = −Σ yₖ log pₖ = −\(classes.count > 1 ? "(\(sum))" : sum) = "
      + "\(brief(loss.loss)) nats\(underflow), at chance \(brief(loss.lossAtChance))"
  }

  private func nearlyOne(_ index: Int) -> NearlyOne? {
    NearlyOne(readings.loss.probabilities, index)
  }

  /// −y/p of a p that is nearly 1, where y is 1; nil elsewhere.
  private func nearlyMinusOne(_ index: Int) -> String? {
    guard readings.loss.targets[index] == 1, let rest = nearlyOne(index).map({ -$0.rest }) else {
      return nil
    }
    return NumberText.distance(rest: -rest, from: -1)?.withTrueMinus
  }

  /// Whether p is too small for a Double, or for its digits, though its logarithm is not.
  private func underflows(_ index: Int) -> Bool {
    readings.loss.probabilities[index] < .leastNormalMagnitude
      && readings.loss.logProbabilities[index].isFinite
  }

  /// What stands for a logarithm of a p that underflows.
  private var underflow: String {
    guard let index = targetClasses.prefix(2).first(where: underflows) else { return "" }
    let p = name("p", index)
    return ": log \(p) = \(brief(readings.loss.logProbabilities[index])), where \(p) underflows"
  }

  private var backwards: [String] {
    let classes = targetClasses
    let terms = classes.prefix(2).map { index in
      let numbers = [readings.loss.targets[index], readings.loss.probabilities[index]]
      let fitted = FittedNumbers(numbers, result: readings.gradientOfProbabilities[index]) {
        -$0[0] / $0[1]
      }
      if underflows(index) {
        let p = name("p", index)
        return "∂L/∂\(p) = −\(fitted.operands[0])/\(p) = \(fitted.result), as \(p) underflows"
      }
      let p = nearlyOne(index)?.operand ?? fitted.operands[1]
      return "∂L/∂\(name("p", index)) = −\(fitted.operands[0])/\(p) = "
        + (nearlyMinusOne(index) ?? fitted.result)
    }
    let rest = classes.count > 2 ? ", …" : ""
    return ["1 ∂L/∂p = −y/p:  \(terms.joined(separator: ", "))\(rest), the others 0"]
  }

  private var chain: [String] {
    let classes = targetClasses
    let shown = classes.prefix(2)
    let numbers = shown.flatMap { row in
      [readings.loss.jacobian[row, index], readings.gradientOfProbabilities[row]]
    }
    let rest = readings.chained[index] - sumOfProducts(numbers)
    let fitted = FittedNumbers(numbers, result: readings.chained[index]) {
      sumOfProducts($0) + (classes.count > shown.count ? rest : 0)
    }
    let terms = shown.indices.map {
      let right = nearlyMinusOne(shown[$0]).map { "(\($0))" } ?? fitted.bracketed(2 * $0 + 1)
      return "\(fitted.bracketed(2 * $0)) × \(right)"
    }
    let target = "∂L/∂\(name("x", index))"
    return [
      "2 \(target) = Σᵢ (∂pᵢ/∂\(name("x", index)))·(−yᵢ/pᵢ) = "
        + "\(listed(terms, count: classes.count)) = \(fitted.result)"
    ]
  }

  private var cancellation: [String] {
    let over = sheet.vector.temperature == 1 ? "" : "/T"
    let j = name("", index)
    return [
      "3 pᵢ cancels:  Σᵢ pᵢ(δᵢⱼ − pⱼ)\(over)·(−yᵢ/pᵢ) = −Σᵢ yᵢ(δᵢⱼ − pⱼ)\(over)"
        + "  with j = \(index)",
      "  = \(over.isEmpty ? "−y\(j) + p\(j)·Σᵢ yᵢ" : "(−y\(j) + p\(j)·Σᵢ yᵢ)/T"), and Σᵢ yᵢ = \(brief(targetSum, digits: 6))",
    ]
  }

  private var targetSum: Double { readings.loss.targets.reduce(0, +) }

  /// Why a division by p fails: a class that the target wants has a probability of 0.
  private var reasonForNoNumber: String {
    let wanted = targetClasses.first { readings.loss.probabilities[$0] == 0 }
    guard let wanted else { return "a p is too small" }
    let isMasked = sheet.vector.logits[wanted] == -.infinity
    return "\(name("p", wanted)) \(isMasked ? "is 0, masked" : "underflowed")"
  }

  private var result: [String] {
    let loss = readings.loss
    let (p, y) = (loss.probabilities[index], loss.targets[index])
    let isTempered = loss.temperature != 1
    let fitted = FittedNumbers([p, y, loss.temperature], result: loss.gradient[index]) {
      ($0[0] - $0[1]) / $0[2]
    }
    let left = nearlyOne(index)?.operand ?? fitted.operands[0]
    let difference = "\(left) − \(fitted.operands[1])"
    let right = isTempered ? "(\(difference)) / \(fitted.operands[2])" : difference
    let formula = "\(name("p", index)) − \(name("y", index))"
    let gap = (readings.chained[index] - loss.gradient[index]).magnitude
    let check =
      gap.isFinite
      ? "step 2 differs by \(brief(gap, digits: 3))"
      : "step 2 gives \(NumberText.word(readings.chained[index])): \(reasonForNoNumber)"
    return [
      "4 ∂L/∂\(name("x", index)) = \(isTempered ? "(\(formula))/T" : formula) = \(right) = "
        + "\(fitted.result);  \(check)"
    ]
  }
}
