/// A function from a vector of logits to a vector of the same length, with its Jacobian.
///
/// The checked interface: it throws a ``VectorError`` for an empty vector, +∞, NaN, or logits
/// that are all −∞. A logit of −∞ is a mask: its probability is exactly 0.
public protocol VectorFunction: Sendable {
  static var description: FunctionDescription { get }
  static var parameters: [Parameter<Self>] { get }
  init()

  func value(_ logits: [Double]) throws(VectorError) -> [Double]
  func jacobian(at logits: [Double]) throws(VectorError) -> Jacobian
}

/// What was wrong with a vector, and what is accepted instead, in one sentence.
public enum VectorError: Error, Sendable, Hashable {
  case empty
  case notAccepted(index: Int, value: Double)
  case allMasked
  case lengthMismatch(expected: Int, found: Int)
}

/// The Jacobian ∂fᵢ/∂xⱼ of a vector function at one point, held in O(K) memory.
///
/// Each function of the softmax family has a Jacobian that is a diagonal minus a product of two
/// vectors, so any entry is had at once and K × K numbers are formed only on request.
/// Rows are outputs, columns are inputs.
public struct Jacobian: Sendable {
  /// The diagonal, from a form that keeps its digits: pᵢ times the sum of the others.
  public let diagonal: [Double]
  /// Off the diagonal, entry (i, j) is −left[i]·right[j].
  let left: [Double]
  let right: [Double]

  public var count: Int { diagonal.count }

  public subscript(row: Int, column: Int) -> Double {
    row == column ? diagonal[row] : -(left[row] * right[column])
  }
}
