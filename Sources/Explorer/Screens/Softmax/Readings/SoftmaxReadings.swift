import Glibc
import NeuralFunctions

/// Everything the screen shows of a vector, computed once a change.
struct SoftmaxReadings: Sendable {
  /// The output of the chosen variant.
  let outputs: [Double]
  let jacobian: Jacobian
  /// The logits that stand on a kink of the variant.
  let kinks: [Int]
  /// softmax(x/T), whatever the variant.
  let probabilities: [Double]
  /// Of the probabilities that the variant gives; of softmax's for log-softmax. In nats.
  let entropy: Double
  /// The entropy of equal probabilities: ln of the number of logits that are not masked.
  let largestEntropy: Double
  let outputSum: Double
  /// The index of the largest output, the first of several.
  let likeliest: Int
  let largestSlope: Double
  /// The columns in which each entry of a small matrix shows two digits, the blank after it included; 0
  /// where the matrix is too large for numbers.
  let widthOfTwoDigits: Int
  /// What the largest of the outputs, or of softmax's for log-softmax, are of the whole together: as
  /// many as ``topCount``, or all of them.
  let topShare: Double
  /// The largest |sum| of a row and of a column: nothing but rounding where it should be 0; nil
  /// where the matrix is too large to add it up at once.
  let largestRowSum: Double?
  let largestColumnSum: Double?

  private static let largestSummed = 256
  private static let largestNumbered = 32
  static let topCount = 10

  init(_ vector: SoftmaxState.Vector) {
    let entry = Catalogue.vectorFunctions[vector.variant]
    let function = Self.function(of: vector)
    outputs = function.uncheckedValue(vector.logits)
    jacobian = function.uncheckedJacobian(at: vector.logits)
    kinks = function.uncheckedKinks(at: vector.logits)
    probabilities =
      entry.id == "softmax"
      ? outputs : Softmax(temperature: vector.temperature).uncheckedValue(vector.logits)
    let distribution = entry.outputsAreProbabilities ? outputs : probabilities
    largestEntropy = log(Double(vector.logits.count { $0 > -.infinity }))
    outputSum = outputs.reduce(0, +)
    likeliest = distribution.indices.reduce(0) {
      distribution[$1] > distribution[$0] ? $1 : $0
    }
    entropy = Self.entropy(of: distribution, likeliest: likeliest)
    largestSlope = jacobian.largestEntry?.value.magnitude ?? 0
    widthOfTwoDigits =
      outputs.count <= Self.largestNumbered ? Self.widthOfTwoDigits(in: jacobian) : 0
    topShare = Self.topShare(of: distribution)
    let summed = outputs.count <= Self.largestSummed ? 0..<outputs.count : 0..<0
    largestRowSum = summed.map { [jacobian] in jacobian.rowSum($0).magnitude }.max()
    largestColumnSum = summed.map { [jacobian] in jacobian.columnSum($0).magnitude }.max()
  }

  /// "−.0012 ", or with an exponent "−1.2e−4 ".
  private static func widthOfTwoDigits(in jacobian: Jacobian) -> Int {
    var smallest = jacobian.largestEntry?.value.magnitude ?? 0
    for row in 0..<jacobian.count {
      for column in 0..<jacobian.count where jacobian[row, column] != 0 {
        smallest = min(smallest, jacobian[row, column].magnitude)
      }
    }
    return smallest >= 0.001 ? 7 : smallest >= 1e-9 ? 8 : smallest >= 1e-99 ? 9 : 10
  }

  private static func topShare(of distribution: [Double]) -> Double {
    // The largest so far, the largest first.
    var top: [Double] = []
    var least = -Double.infinity
    for share in distribution where share > least {
      let place = top.firstIndex { $0 < share } ?? top.count
      top.insert(share, at: place)
      if top.count > topCount { top.removeLast() }
      if top.count == topCount { least = top[topCount - 1] }
    }
    return top.reduce(0, +)
  }

  /// −Σ p log p; of a p that is nearly 1 the others know how much it is less.
  private static func entropy(of distribution: [Double], likeliest: Int) -> Double {
    let others = distribution.indices.reduce(0) { $1 == likeliest ? $0 : $0 + distribution[$1] }
    return distribution.indices.reduce(0) { sum, index in
      let p = distribution[index]
      guard p > 0 else { return sum }
      let isNearlyOne = index == likeliest && others < 0.25
      return sum - p * (isNearlyOne ? log1p(-others) : log(p))
    }
  }

  /// The vector function with the temperature set.
  static func function(of vector: SoftmaxState.Vector) -> any VectorFunction {
    var function = Catalogue.vectorFunctions[vector.variant].defaultFunction
    function.temperature = vector.temperature
    return function
  }

  /// Whether every variant is defined for these logits.
  static func isUsable(_ logits: [Double]) -> Bool {
    SoftmaxState.acceptedCount.contains(logits.count)
      && logits.allSatisfy { $0 < .infinity } && logits.contains { $0 > -.infinity }
  }
}
