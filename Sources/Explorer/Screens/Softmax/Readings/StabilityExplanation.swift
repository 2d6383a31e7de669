import NeuralFunctions
import Wording

/// Where inf and nan come from, type by type, and why the stable form has none.
struct StabilityExplanation {
  private let sheet: SoftmaxSheet
  private let readings: StabilityReadings

  init(_ sheet: SoftmaxSheet, _ readings: StabilityReadings) {
    self.sheet = sheet
    self.readings = readings
  }

  var lines: [SoftmaxReadingPanel.Line] {
    let naive = readings.trials.map { trial in
      let isRight = trial.naive.allSatisfy(\.isFinite) && trial.sum.isFinite
      return SoftmaxReadingPanel.Line(
        "\(padded(trial.type)) naive: \(trial.story)", isRight ? .plain : .warning)
    }
    return naive + [
      .init(stable, .strong), .init(errors),
      .init("log-softmax, x − max − log Σ e^(x − max), is stable in the same way", .quiet),
    ]
  }

  private func padded(_ name: String) -> String {
    name + String(repeating: " ", count: max(0, 7 - name.count))
  }

  private var stable: String {
    let trial = readings.trials[0]
    let shift = NumberText.brief(trial.maximum)
    let minus = trial.maximum < 0 ? "(\(shift.withTrueMinus))" : shift
    let sum = NumberText.brief(trial.shiftedSum).withTrueMinus
    return "stable: e^(x − \(minus)) ≤ 1, so the sum, \(sum), is finite and at least 1"
  }

  private var errors: String {
    let errors = readings.trials.map { trial in
      "\(NumberText.brief(trial.stableError, digits: 3)) (\(trial.type))"
    }
    return "stable is off by at most " + errors.joined(separator: ", ").withTrueMinus
  }
}
