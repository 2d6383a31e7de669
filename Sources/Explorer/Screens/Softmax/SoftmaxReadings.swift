import Glibc
import NeuralFunctions

/// Everything the screen shows of a vector, computed once a change.
struct SoftmaxReadings: Sendable {
  /// The output of the chosen variant.
  let outputs: [Double]
  let jacobian: Jacobian
  /// softmax(x/T), whatever the variant.
  let probabilities: [Double]
  let entropy: Double
  let outputSum: Double
  let largestSlope: Double
  /// The largest |sum| of a row and of a column: nothing but rounding where it should be 0; nil
  /// where the matrix is too large to add it up at once.
  let largestRowSum: Double?
  let largestColumnSum: Double?

  private static let largestSummed = 512

  init(_ vector: SoftmaxModel.Vector) {
    let entry = Catalogue.vectorFunctions[vector.variant]
    let names = entry.parameters.map(\.name)
    let parameters = names.contains("temperature") ? ["temperature": vector.temperature] : [:]
    do {
      let function = try entry.function(parameters: parameters)
      outputs = try function.value(vector.logits)
      jacobian = try function.jacobian(at: vector.logits)
      probabilities = try Softmax(temperature: vector.temperature).value(vector.logits)
    } catch {
      // The model lets no vector in that the library refuses.
      preconditionFailure("a vector was accepted that \(entry.id) refuses: \(error)")
    }
    entropy = probabilities.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
    outputSum = outputs.reduce(0, +)
    largestSlope = jacobian.largestEntry?.value.magnitude ?? 0
    let summed = outputs.count <= Self.largestSummed ? 0..<outputs.count : 0..<0
    largestRowSum = summed.map { [jacobian] in jacobian.rowSum($0).magnitude }.max()
    largestColumnSum = summed.map { [jacobian] in jacobian.columnSum($0).magnitude }.max()
  }

  /// Whether every variant is defined for these logits.
  static func isUsable(_ logits: [Double]) -> Bool {
    VectorParser.acceptedCount.contains(logits.count)
      && logits.allSatisfy { $0 < .infinity } && logits.contains { $0 > -.infinity }
  }
}
