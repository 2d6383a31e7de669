/// What was wrong with a vector, and what is accepted instead, in one sentence.
public enum VectorError: Error, Sendable, Hashable {
  case empty
  case notAccepted(index: Int, value: Double)
  case allMasked
  case lengthMismatch(expected: Int, found: Int)
  case temperatureNotAccepted(Double)
  case classOutOfRange(Int, count: Int)
  case probabilityNotAccepted(index: Int, value: Double)
  case notADistribution(sum: Double)
  case targetClassOutOfRange(Int, row: Int, count: Int)
  case weightNotAccepted(index: Int, value: Double)
  case smoothingNotAccepted(Double)
  case oddLength(Int)
  case rowLengthNotAccepted(Int)
  case unevenRows(total: Int, count: Int)
}

extension VectorError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .empty:
      "the vector is empty; at least one number is needed."
    case .notAccepted(let index, let value):
      "entry \(index) is \(decimal(value)); a finite number or -inf, which masks, is accepted."
    case .allMasked:
      "every entry is -inf, so all classes are masked; at least one finite number is needed."
    case .lengthMismatch(let expected, let found):
      "the vector has length \(found); length \(expected) is needed."
    case .temperatureNotAccepted(let value):
      "temperature \(decimal(value)) is not accepted; a finite number above 0 is."
    case .classOutOfRange(let index, let count):
      count == 1
        ? "class \(index) is not accepted; the only class is 0."
        : "class \(index) is not accepted; a class from 0 to \(count - 1) is."
    case .probabilityNotAccepted(let index, let value):
      "probability \(index) is \(decimal(value)); a number from 0 to 1 is accepted."
    case .targetClassOutOfRange(let index, let row, let count):
      count == 1
        ? "target \(index) of row \(row) is not accepted; the only class is 0."
        : "target \(index) of row \(row) is not accepted; a class from 0 to \(count - 1) is."
    case .weightNotAccepted(let index, let value):
      "class weight \(index) is \(decimal(value)); a finite number from 0 up is accepted."
    case .smoothingNotAccepted(let value):
      "label smoothing \(decimal(value)) is not accepted; a number from 0 to 1 is."
    case .oddLength(let length):
      "the vector has length \(length); an even length, two halves, is needed."
    case .rowLengthNotAccepted(let count):
      "rows of \(count) numbers are not accepted; rows of at least one number are."
    case .unevenRows(let total, let count):
      "\(total) numbers are not whole rows of \(count); a multiple of \(count) is needed."
    case .notADistribution(let sum):
      "the probabilities sum to \(decimal(sum)); a sum of 1 is accepted."
    }
  }
}
