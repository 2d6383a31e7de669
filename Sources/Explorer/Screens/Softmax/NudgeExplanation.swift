import NeuralFunctions

/// What the numbers of the nudge view mean.
struct NudgeExplanation {
  private let model: SoftmaxModel
  private let readings: NudgeReadings

  init(_ model: SoftmaxModel, _ readings: NudgeReadings) {
    self.model = model
    self.readings = readings
  }

  private func brief(_ value: Double, digits: Int = 4) -> String {
    NumberText.brief(value, digits: digits).withTrueMinus
  }

  var lines: [SoftmaxReadingPanel.Line] {
    let all: [SoftmaxReadingPanel.Line] = [
      .init(product, .strong), .init(truth), .init(order), .init(quality),
      .init("→ and [ ] or Enter change Δx entry by entry; N types all of it", .quiet),
      .init("J·Δx takes O(K): J is never formed for it", .quiet),
    ]
    return all.filter { !$0.text.isEmpty }
  }

  /// (J·Δx)₀ = J₀,₀·Δx₀ + … with its largest terms.
  private var product: String {
    let row = model.row
    let name = "(J·Δx)" + SoftmaxModel.indexed("", row)
    let moved = readings.nudge.indices.filter { readings.nudge[$0] != 0 }
    let terms = moved.prefix(3).map { column in
      let isDropped = model.showsDiagonalOnly && column != row
      let entry = isDropped ? 0 : model.readings.jacobian[row, column]
      return "\(parenthesized(entry)) × \(parenthesized(readings.nudge[column]))"
    }
    guard !terms.isEmpty else { return "\(name) = 0: Δx is 0 everywhere" }
    let more = moved.count > 3 ? " + … (\(moved.count) terms)" : ""
    let result = model.showsDiagonalOnly ? readings.diagonalPrediction : readings.predicted
    return "\(name) = \(terms.joined(separator: " + "))\(more) = \(brief(result[row], digits: 5))"
  }

  private func parenthesized(_ value: Double) -> String {
    let text = NumberText.brief(value, digits: 5).withTrueMinus
    return value < 0 ? "(\(text))" : text
  }

  private var truth: String {
    guard let actual = readings.actual else { return "x + Δx is too large for a 64-bit float" }
    let row = model.row
    let output = model.outputName(row)
    return "true change of \(output): \(brief(actual[row], digits: 5)), from f(x + Δx) − f(x)"
  }

  /// The error is of second order, so half of Δx makes a quarter of it.
  private var order: String {
    let (whole, half) = (readings.largestError, readings.largestErrorAtHalf)
    guard whole > 1e-14, half > 0, half.isFinite else {
      return whole.isFinite ? "largest error \(brief(whole, digits: 2)): rounding alone" : ""
    }
    return "largest error \(brief(whole, digits: 3)); with half of Δx "
      + "\(brief(half, digits: 3)), \(brief(whole / half, digits: 2)) times smaller"
  }

  private var quality: String {
    model.variant.id == "sparsemax"
      ? "sparsemax is linear while its support stays: J·Δx is then exact"
      : "the Jacobian is the best linear guess: its error shrinks with the square of Δx"
  }
}
