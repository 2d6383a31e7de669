import NeuralFunctions

/// J·Δx, the change that the Jacobian predicts, against the change that happens.
struct NudgeReadings: Sendable {
  let nudge: [Double]
  /// J·Δx.
  let predicted: [Double]
  /// What s(1 − s) alone predicts: the diagonal times Δx.
  let diagonalPrediction: [Double]
  /// f(x + Δx) − f(x); nil where x + Δx is too large for a Double.
  let actual: [Double]?
  /// The largest |J·Δx − change|, with Δx and with half of it.
  let largestError: Double
  let largestErrorAtHalf: Double

  init(_ vector: SoftmaxState.Vector, _ readings: SoftmaxReadings, nudge: [Double]) {
    let function = SoftmaxReadings.function(of: vector)
    let jacobian = readings.jacobian
    let predicted = jacobian.uncheckedTimes(nudge)
    self.nudge = nudge
    self.predicted = predicted
    diagonalPrediction = zip(jacobian.diagonal, nudge).map { $0 * $1 }

    func change(_ share: Double) -> [Double]? {
      let moved = zip(vector.logits, nudge).map { $0 + share * $1 }
      guard SoftmaxReadings.isUsable(moved) else { return nil }
      // −inf stays −inf, whose difference from itself is no number.
      return zip(function.uncheckedValue(moved), readings.outputs).map { $0 == $1 ? 0 : $0 - $1 }
    }
    func error(_ share: Double) -> Double {
      guard let change = change(share) else { return .nan }
      return change.indices.reduce(0) { largest, index in
        guard readings.outputs[index].isFinite else { return largest }
        return max(largest, (share * predicted[index] - change[index]).magnitude)
      }
    }
    actual = change(1)
    largestError = error(1)
    largestErrorAtHalf = error(0.5)
  }
}
