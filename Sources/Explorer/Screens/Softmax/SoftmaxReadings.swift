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
  /// The largest |sum| of a row and of a column: nothing but rounding where it should be 0; nil
  /// where the matrix is too large to add it up at once.
  let largestRowSum: Double?
  let largestColumnSum: Double?

  private static let largestSummed = 256

  init(_ vector: SoftmaxModel.Vector) {
    let entry = Catalogue.vectorFunctions[vector.variant]
    let function = Self.function(of: vector)
    outputs = function.uncheckedValue(vector.logits)
    jacobian = function.uncheckedJacobian(at: vector.logits)
    kinks = function.uncheckedKinks(at: vector.logits)
    probabilities =
      entry.id == "softmax"
      ? outputs : Softmax(temperature: vector.temperature).uncheckedValue(vector.logits)
    let distribution = entry.outputsAreProbabilities ? outputs : probabilities
    entropy = distribution.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
    largestEntropy = log(Double(vector.logits.count { $0 > -.infinity }))
    outputSum = outputs.reduce(0, +)
    likeliest = distribution.indices.reduce(0) {
      distribution[$1] > distribution[$0] ? $1 : $0
    }
    largestSlope = jacobian.largestEntry?.value.magnitude ?? 0
    let summed = outputs.count <= Self.largestSummed ? 0..<outputs.count : 0..<0
    largestRowSum = summed.map { [jacobian] in jacobian.rowSum($0).magnitude }.max()
    largestColumnSum = summed.map { [jacobian] in jacobian.columnSum($0).magnitude }.max()
  }

  /// The vector function with the temperature set.
  static func function(of vector: SoftmaxModel.Vector) -> any VectorFunction {
    var function = Catalogue.vectorFunctions[vector.variant].defaultFunction
    function.temperature = vector.temperature
    return function
  }

  /// Whether every variant is defined for these logits.
  static func isUsable(_ logits: [Double]) -> Bool {
    SoftmaxModel.acceptedCount.contains(logits.count)
      && logits.allSatisfy { $0 < .infinity } && logits.contains { $0 > -.infinity }
  }
}
