import NeuralFunctions
import RealModule
import Wording

/// The same vector through softmax as first written and through the stable form, in three number
/// types.
struct StabilityReadings: Sendable {
  let trials: [Trial]
  /// The types in which the naive form overflows.
  var broken: [String] {
    trials.filter { !$0.naive.allSatisfy(\.isFinite) || $0.sum == .infinity }.map(\.type)
  }

  /// One number type's attempt; its numbers are kept as Doubles, which hold them exactly.
  struct Trial: Sendable {
    let type: String
    /// The largest number of the type, and the x from which e^x is above it.
    let largestNumber: Double
    let overflowsFrom: Double

    /// x/T as the type rounds it.
    let scaled: [Double]
    let maximum: Double
    /// e^(x/T), their sum and the quotients.
    let exponentials: [Double]
    let sum: Double
    let naive: [Double]
    /// e^(x/T − max), their sum and the quotients.
    let shiftedExponentials: [Double]
    let shiftedSum: Double
    let stable: [Double]

    /// The largest |difference| from the correctly rounded probabilities; NaN counts as worst.
    let naiveError: Double
    let stableError: Double
  }

  init(_ vector: SoftmaxState.Vector, _ readings: SoftmaxReadings) {
    func trial<T: BinaryFloatingPoint & Real & Sendable>(_ type: T.Type, _ name: String) -> Trial {
      Self.trial(type, name, vector, exact: readings.probabilities)
    }
    trials = [
      trial(Double.self, "Double"), trial(Float.self, "Float"), trial(Float16.self, "Float16"),
    ]
  }

  private static func trial<T: BinaryFloatingPoint & Real & Sendable>(
    _ type: T.Type, _ name: String, _ vector: SoftmaxState.Vector, exact: [Double]
  ) -> Trial {
    let temperature = T(vector.temperature)
    let scaled = vector.logits.map { T($0) / temperature }
    let naive = NaiveSoftmax(scaled)
    let maximum = scaled.max() ?? 0
    let shifted = NaiveSoftmax(scaled.map { $0 - maximum })
    func error(_ probabilities: [T]) -> Double {
      zip(probabilities, exact).reduce(0) { largest, pair in
        let difference = (Double(pair.0) - pair.1).magnitude
        return difference.isNaN || largest.isNaN ? .nan : max(largest, difference)
      }
    }
    return Trial(
      type: name, largestNumber: Double(T.greatestFiniteMagnitude),
      overflowsFrom: .log(Double(T.greatestFiniteMagnitude)),
      scaled: scaled.map { Double($0) }, maximum: Double(maximum),
      exponentials: naive.exponentials.map { Double($0) }, sum: Double(naive.sum),
      naive: naive.probabilities.map { Double($0) },
      shiftedExponentials: shifted.exponentials.map { Double($0) },
      shiftedSum: Double(shifted.sum), stable: shifted.probabilities.map { Double($0) },
      naiveError: error(naive.probabilities), stableError: error(shifted.probabilities))
  }
}

extension StabilityReadings.Trial {
  /// How the naive form comes to its result, in one sentence.
  var story: String {
    let naiveName = "e^\(NumberText.brief(maximum).withTrueMinus)"
    let limit = NumberText.brief(overflowsFrom, digits: 4)
    if maximum == .infinity {
      return "a logit is itself beyond \(NumberText.brief(largestNumber)): inf before it begins"
    }
    if exponentials.contains(.infinity) {
      return "\(naiveName) = inf (inf from x > \(limit)), sum = inf, inf/inf = nan"
    }
    if sum == .infinity {
      return "each e^x is finite but their sum is inf, so every p is 0"
    }
    if sum == 0 {
      return "every e^x is below the smallest number: 0/0 = nan"
    }
    return "\(naiveName) = \(NumberText.brief(exponentials.max() ?? 0).withTrueMinus), "
      + "sum = \(NumberText.brief(sum).withTrueMinus): finite, "
      + "off by at most \(NumberText.brief(naiveError, digits: 3).withTrueMinus)"
  }
}
