import NeuralFunctions
import Wording

/// What the numbers of the nudge view mean.
struct NudgeExplanation {
  private let sheet: SoftmaxSheet
  private let readings: NudgeReadings

  init(_ sheet: SoftmaxSheet, _ readings: NudgeReadings) {
    self.sheet = sheet
    self.readings = readings
  }

  private func brief(_ value: Double, digits: Int = 4) -> String {
    NumberText.brief(value, digits: digits).withTrueMinus
  }

  var lines: [SoftmaxReadingPanel.Line] {
    let all: [SoftmaxReadingPanel.Line] = [
      .init(product, .strong), .init(truth), .init(order), .init(quality),
      .init("→ and [ ] or Enter change Δx entry by entry; E types all of it", .quiet),
      .init("J·Δx takes O(K): J is never formed for it", .quiet),
    ]
    return all.filter { !$0.text.isEmpty }
  }

  /// (J·Δx)₀ = J₀,₀·Δx₀ + … with its largest terms.
  private var product: String {
    let row = sheet.row
    let name = "(J·Δx)" + SoftmaxSheet.indexed("", row)
    let moved = readings.nudge.indices.filter { readings.nudge[$0] != 0 }
    guard !moved.isEmpty else { return "\(name) = 0: Δx is 0 everywhere" }
    let shown = moved.prefix(2)
    let numbers = shown.flatMap { column in
      let isDropped = sheet.showsDiagonalOnly && column != row
      return [isDropped ? 0 : sheet.readings.jacobian[row, column], readings.nudge[column]]
    }
    let result = sheet.showsDiagonalOnly ? readings.diagonalPrediction : readings.predicted
    // What is left out of sight enters the sum as it is.
    let rest = result[row] - Self.sumOfProducts(numbers)
    let fitted = FittedNumbers(numbers, result: result[row]) {
      Self.sumOfProducts($0) + (moved.count > shown.count ? rest : 0)
    }
    let terms = shown.indices.map {
      "\(fitted.bracketed(2 * $0)) × \(fitted.bracketed(2 * $0 + 1))"
    }
    let more = moved.count > shown.count ? " + …" : ""
    return "\(name) = \(terms.joined(separator: " + "))\(more) = \(fitted.result)"
  }

  private static func sumOfProducts(_ numbers: [Double]) -> Double {
    stride(from: 0, to: numbers.count - 1, by: 2).reduce(0) {
      $0 + numbers[$1] * numbers[$1 + 1]
    }
  }

  private var truth: String {
    guard let actual = readings.actual else { return "x + Δx is too large for a 64-bit float" }
    let row = sheet.row
    let output = sheet.outputName(row)
    return "true change of \(output): \(brief(actual[row], digits: 5)), from f(x + Δx) − f(x)"
  }

  /// The error is of second order, so half of Δx makes a quarter of it.
  private var order: String {
    let (whole, half) = (readings.largestError, readings.largestErrorAtHalf)
    guard whole > 1e-14, half > 0, half.isFinite else {
      return whole.isFinite ? "largest error \(brief(whole, digits: 3)): rounding alone" : ""
    }
    return "largest error \(brief(whole, digits: 3)); with half of Δx "
      + "\(brief(half, digits: 3)), \(brief(whole / half, digits: 3)) times smaller"
  }

  private var quality: String {
    if let index = sheet.readings.kinks.first {
      return "\(sheet.inputName(index)) is on the edge of the support: "
        + "J·Δx holds on one side of that kink alone"
    }
    return sheet.variant.id == "sparsemax"
      ? "sparsemax is linear while its support stays: J·Δx is then exact"
      : "J·Δx is the best linear guess: its error shrinks as the square of Δx"
  }
}
