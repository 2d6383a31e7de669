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
      "the temperature must be a finite number above 0 (got \(decimal(value)))."
    case .classOutOfRange(let index, let count):
      count == 1
        ? "the class must be 0, the only one (got \(index))."
        : "the class must be from 0 to \(count - 1) (got \(index))."
    case .probabilityNotAccepted(let index, let value):
      "probability \(index) is \(decimal(value)); a number from 0 to 1 is accepted."
    case .targetClassOutOfRange(let index, let row, let count):
      count == 1
        ? "the target of row \(row) must be 0, the only class (got \(index))."
        : "the target of row \(row) must be a class from 0 to \(count - 1) (got \(index))."
    case .weightNotAccepted(let index, let value):
      "class weight \(index) is \(decimal(value)); a finite number 0 or greater is accepted."
    case .smoothingNotAccepted(let value):
      "label smoothing must be from 0 to 1 (got \(decimal(value)))."
    case .oddLength(let length):
      "the vector has length \(length); an even length, two halves, is needed."
    case .rowLengthNotAccepted(let count):
      "a row must have at least one number (got \(count))."
    case .unevenRows(let total, let count):
      "\(total) numbers are not whole rows of \(count); a multiple of \(count) is needed."
    case .notADistribution(let sum):
      "the probabilities sum to \(decimal(sum)); a sum of 1 is accepted."
    }
  }
}
