import RealModule

/// A function from a vector of logits to a vector of the same length, with its Jacobian.
///
/// The checked interface throws a ``VectorError`` for an empty vector, +∞, NaN, or logits that
/// are all −∞. A logit of −∞ is a mask: its class is left out, and its probability is exactly 0.
///
/// The unchecked interface states what it expects, besides a temperature that is finite and above 0,
/// and never traps: where the expectation is not met every entry of the result is NaN.
public protocol VectorFunction: DescribedFunction, BulkVectorFunction {
  /// How an output is written, without its index: p, or log p.
  var output: Notation { get }

  /// Whether the outputs are probabilities, which are not negative and sum to 1.
  var outputsAreProbabilities: Bool { get }

  /// What the logits are divided by; finite and above 0.
  var temperature: Double { get set }

  /// The outputs for `logits`, which must hold no NaN or +∞, and at least one finite number.
  ///
  /// The same length as `logits`; empty for an empty vector, NaN where the logits are not as
  /// stated.
  func uncheckedValue(_ logits: [Double]) -> [Double]

  /// The Jacobian at `logits`, which must hold no NaN or +∞, and at least one finite number.
  func uncheckedJacobian(at logits: [Double]) -> Jacobian

  /// The indices of logits that stand on a kink at `logits`: moved the one way, the Jacobian holds,
  /// moved the other, another does. None where the function is smooth.
  ///
  /// Expects what ``uncheckedValue(_:)`` expects.
  func uncheckedKinks(at logits: [Double]) -> [Int]

  /// The formula as a textbook writes it (shifted by the maximum), in any number type.
  ///
  /// Expects what ``uncheckedValue(_:)`` expects. Its error grows with the spread of the logits;
  /// dual numbers and tests run through it.
  func readableValue<T: Real>(_ logits: [T]) -> [T]
}

extension VectorFunction where Self: DescribedByType {
  public static var parameters: [Parameter<Self>] { [.temperature] }
}

extension VectorFunction {
  public func uncheckedKinks(at logits: [Double]) -> [Int] { [] }

  /// The indices of logits that stand on a kink at `logits`, in ascending order.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  public func kinks(at logits: [Double]) throws(VectorError) -> [Int] {
    try check(logits)
    return uncheckedKinks(at: logits)
  }

  /// The outputs for `logits`.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  public func value(_ logits: [Double]) throws(VectorError) -> [Double] {
    try check(logits)
    return uncheckedValue(logits)
  }

  /// The Jacobian at `logits`: O(K) time and memory, whatever is then asked of it.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  public func jacobian(at logits: [Double]) throws(VectorError) -> Jacobian {
    try check(logits)
    return uncheckedJacobian(at: logits)
  }

  /// The Jacobian times `direction` at `logits`: how the outputs change along it. O(K).
  ///
  /// Up to ``CrossEntropyOnLogits/shortRow`` classes it is `Jacobian.times(_:)`; more are worked
  /// out several at a time, as ``BulkVectorFunction`` says of rows.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  public func jacobianVectorProduct(
    at logits: [Double], _ direction: [Double]
  ) throws(VectorError) -> [Double] {
    try check(logits)
    try checkLength(of: direction.count, expected: logits.count)
    return lanes(logits)?.product(logits, direction, isTransposed: false)
      ?? uncheckedJacobian(at: logits).uncheckedTimes(direction)
  }

  /// `cotangent` times the Jacobian at `logits`: a gradient pulled back to the logits. O(K).
  ///
  /// Up to ``CrossEntropyOnLogits/shortRow`` classes it is `Jacobian.transposedTimes(_:)`; more
  /// are worked out several at a time, as ``BulkVectorFunction`` says of rows.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  public func vectorJacobianProduct(
    at logits: [Double], _ cotangent: [Double]
  ) throws(VectorError) -> [Double] {
    try check(logits)
    try checkLength(of: cotangent.count, expected: logits.count)
    return lanes(logits)?.product(logits, cotangent, isTransposed: true)
      ?? uncheckedJacobian(at: logits).uncheckedTransposedTimes(cotangent)
  }

  /// Nil where the Jacobian itself is short enough.
  private func lanes(_ logits: [Double]) -> JacobianLanes? {
    logits.count > CrossEntropyOnLogits.shortRow
      ? JacobianLanes(of: self, count: logits.count) : nil
  }

  /// Refuses what the checked interface does not accept.
  public func check(_ logits: [Double]) throws(VectorError) {
    try checkTemperature(temperature)
    try checkLogits(logits)
  }
}

extension Parameter where Owner: VectorFunction {
  /// The temperature T that divides the logits.
  static var temperature: Parameter<Owner> {
    Parameter(
      \.temperature,
      ParameterDescription(
        name: "temperature", symbol: "T",
        meaning: "What the logits are divided by: below 1 sharpens, above 1 flattens.",
        defaultValue: 1, accepted: .positive, slider: 0.1...5, step: 0.1))
  }
}

/// Refuses a temperature that is not finite and above 0.
func checkTemperature(_ temperature: Double) throws(VectorError) {
  guard temperature > 0, temperature.isFinite else { throw .temperatureNotAccepted(temperature) }
}

/// Refuses an empty vector, NaN, +∞, and logits that are all −∞. They may be a row of a matrix, in
/// which the first of them has another index than 0.
func checkLogits(_ logits: [Double], firstIndex: Int = 0) throws(VectorError) {
  guard !logits.isEmpty else { throw .empty }
  // Counted first, without a branch: several at a time.
  var (refused, finite) = (0, 0)
  for logit in logits {
    refused &+= logit < .infinity ? 0 : 1
    finite &+= logit > -.infinity ? 1 : 0
  }
  if refused > 0 {
    for (index, logit) in logits.enumerated() where !(logit < .infinity) {
      throw .notAccepted(index: firstIndex + index, value: logit)
    }
  }
  if finite == 0 { throw .allMasked }
}
