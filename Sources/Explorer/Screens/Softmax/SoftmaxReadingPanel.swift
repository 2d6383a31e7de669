import NeuralFunctions
import TerminalCells

/// The entry under the cursor with its numbers, in words, and what holds for the whole matrix.
struct SoftmaxReadingPanel {
  let model: SoftmaxModel

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let inner = painter.box(rect, title: "reading")
    let reading = SoftmaxReading(model)
    let lines: [(String, Style)] = [
      (reading.equation, painter.theme.title), (reading.words, painter.theme.text),
      (reading.invariants, painter.theme.text), (reading.distribution, painter.theme.quiet),
    ]
    for (offset, line) in lines.enumerated() where offset < inner.height {
      painter.write(
        line.0, x: inner.x + 1, y: inner.y + offset, line.1, limit: inner.width - 2)
    }
  }
}

/// Sentences about the matrix and the entry under the cursor.
struct SoftmaxReading {
  private let model: SoftmaxModel

  init(_ model: SoftmaxModel) { self.model = model }

  private var row: Int { model.row }
  private var column: Int { model.column }
  private var entry: Double { model.readings.jacobian[row, column] }
  private var isDiagonal: Bool { row == column }

  private func number(_ value: Double) -> String {
    let text = NumberText.readout(value, digits: 5).withTrueMinus
    return value < 0 ? "(\(text))" : text
  }

  /// ∂p₀/∂x₁ = p₀(0 − p₁) = 0.65900 × (0 − 0.24243) = −0.15976
  var equation: String {
    let (i, j) = (row, column)
    let outputs = model.readings.outputs
    let probabilities = model.readings.probabilities
    let left = "∂\(model.outputName(i))/∂\(model.inputName(j)) = "
    let result = " = " + NumberText.readout(entry, digits: 5).withTrueMinus
    let delta = isDiagonal ? "1" : "0"
    let temperature = model.vector.temperature
    let over = temperature == 1 ? "" : " / T"
    let overNumber = temperature == 1 ? "" : " / \(NumberText.brief(temperature))"
    switch model.variant.id {
    case "log-softmax":
      let p = SoftmaxModel.indexed("p", j)
      let difference =
        isDiagonal && probabilities[j] > 0.5
        ? number(entry * temperature) : "(\(delta) − \(number(probabilities[j])))"
      return left + "(\(delta) − \(p))\(over) = \(difference)\(overNumber)" + result
    case "sparsemax":
      let support = outputs.count { $0 > 0 }
      guard outputs[i] > 0 && outputs[j] > 0 else {
        return left + "0, for the support of \(support) leaves one of them out"
      }
      return left + "(\(delta) − 1/|S|)\(over) = (\(delta) − 1/\(support))\(overNumber)" + result
    default:
      let (pi, pj) = (model.outputName(i), model.outputName(j))
      let sign = model.variant.id == "softmin" ? "−" : ""
      // Near certainty 1 − p has lost its digits: the sum of the others has not.
      let factor =
        isDiagonal
        ? number(complement(i)) : "(0 − \(number(outputs[j])))"
      return left + "\(sign)\(pi)(\(delta) − \(pj))\(over) = "
        + "\(sign)\(number(outputs[i])) × \(factor)\(overNumber)" + result
    }
  }

  /// 1 − pᵢ, from the diagonal, which keeps its digits.
  private func complement(_ i: Int) -> Double {
    let p = model.readings.outputs[i]
    guard p > 0 else { return 1 }
    return (model.readings.jacobian[i, i] * model.vector.temperature / p).magnitude
  }

  /// "raising x₁ by 0.1 lowers p₀ by about 0.016"
  var words: String {
    let (input, output) = (model.inputName(column), model.outputName(row))
    guard entry != 0 else {
      return "Moving \(input) does not move \(output) at all here."
    }
    let effect = NumberText.brief((entry * model.step).magnitude, digits: 2)
    let verb = entry > 0 ? "raises" : "lowers"
    return
      "Raising \(input) by \(NumberText.brief(model.step)) \(verb) \(output) by about \(effect)."
  }

  /// What holds for the matrix, with its actual rounding.
  var invariants: String {
    let jacobian = model.readings.jacobian
    let symmetry = jacobian.isSymmetric ? "symmetric" : "not symmetric"
    guard let rows = model.readings.largestRowSum, let columns = model.readings.largestColumnSum
    else {
      let (rowSum, columnSum) = (jacobian.rowSum(row), jacobian.columnSum(column))
      return "this row sums to \(number(rowSum)), this column to \(number(columnSum)); \(symmetry)"
    }
    let rowText = "rows sum to 0 (off by at most \(NumberText.brief(rows, digits: 2)))"
    let columnText =
      jacobian.columnsSumToZero
      ? "columns too (\(NumberText.brief(columns, digits: 2)))" : "columns do not"
    return "\(rowText), \(columnText); \(symmetry)"
  }

  /// Entropy, its greatest possible value, and the likeliest class.
  var distribution: String {
    let probabilities = model.readings.probabilities
    let best = probabilities.indices.max { probabilities[$0] < probabilities[$1] } ?? 0
    let unmasked = model.vector.logits.count { $0 > -.infinity }
    return "entropy \(NumberText.brief(model.readings.entropy)) nats of at most "
      + "\(NumberText.brief(NumberText.naturalLogarithm(Double(unmasked)))); "
      + "likeliest \(SoftmaxModel.indexed("p", best)) = \(NumberText.exact(probabilities[best]))"
  }
}

extension SoftmaxScreen {
  public var status: Status {
    if let refusal = model.refusal { return .refusal(refusal) }
    let reading = SoftmaxReading(model)
    return Status("\(model.variant.description.name): \(reading.words)")
  }
}
