import NeuralFunctions
import Testing

/// What a function gives when it is called with numbers written without a type.
///
/// Which overload such a call means is settled for each type anew, so each type is called here, in
/// code of its own.
struct LiteralCalls: Sendable, CustomTestStringConvertible {
  var identifier: String
  var atWholeNumber: [Double]
  var atPoint: [Double]
  var both: [Double]
  var inBulk: [[Double]]

  var testDescription: String { identifier }

  init(
    _ function: some DescribedFunction, atWholeNumber: [Double], atPoint: [Double],
    both: (value: Double, derivative: Double), inBulk: [[Double]]
  ) {
    identifier = function.description.identifier
    self.atWholeNumber = atWholeNumber
    self.atPoint = atPoint
    self.both = [both.value, both.derivative]
    self.inBulk = inBulk
  }
}
