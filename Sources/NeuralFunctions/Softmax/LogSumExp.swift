/// The smooth maximum T·log Σₖ e^(xₖ/T): the logarithm of softmax's denominator. Its gradient is
/// softmax.
///
/// Within 2 ulp of the larger of the largest logit and the result's other part, T·log of a sum that
/// is at least 1; these cancel where the result is near 0. A logit of −∞ is a mask. Source:
/// torch.logsumexp; the temperature is as in ``Softmax``.
public struct LogSumExp: Sendable, Hashable, Codable {
  /// What the logits are divided by, and the result multiplied; finite and above 0.
  public var temperature: Double

  public init(temperature: Double = 1) { self.temperature = temperature }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(temperature: try container.decodeIfPresent(Double.self, forKey: .temperature) ?? 1)
    do { try checkTemperature(temperature) } catch { throw corrupted(container, error) }
  }

  /// The smooth maximum of `logits`, which must hold no NaN or +∞, and at least one finite number;
  /// NaN where that is not so.
  public func uncheckedValue(_ logits: [Double]) -> Double {
    if let row = LongRow(logits, temperature: temperature) {
      return row.tinyOthers.map { sum(row.maximum, and: $0) } ?? sum(row.maximum, and: row.logSum)
    }
    guard let shifted = ShiftedExponentials(logits, temperature: temperature) else { return .nan }
    let maximum = logits[shifted.largest]
    return shifted.hasTinyOthers
      ? sum(maximum, and: shifted.othersInFull) : sum(maximum, and: shifted.logSum)
  }

  /// maximum + T·rest, of which either may be the larger.
  private func sum(_ maximum: Double, and rest: ScaledDoubleDouble) -> Double {
    (rest * temperature + ScaledDoubleDouble(maximum)).rounded
  }

  private func sum(_ maximum: Double, and logSum: DoubleDouble) -> Double {
    let sum = (temperature == 1 ? logSum : logSum * temperature) + maximum
    if sum.high.isFinite { return sum.rounded }
    // A part may overflow where the sum does not.
    return self.sum(maximum, and: ScaledDoubleDouble(logSum))
  }

  /// The smooth maximum of `logits`.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  public func value(_ logits: [Double]) throws(VectorError) -> Double {
    try checkTemperature(temperature)
    try checkLogits(logits)
    return uncheckedValue(logits)
  }

  /// The gradient with respect to `logits`: softmax.
  ///
  /// - Throws: a ``VectorError`` that names the first entry that is not accepted.
  public func gradient(at logits: [Double]) throws(VectorError) -> [Double] {
    try Softmax(temperature: temperature).value(logits)
  }

  /// Writes the smooth maximum of every row of a matrix, rows of `count` numbers one after another,
  /// into `results`, a number a row.
  ///
  /// - Throws: a ``VectorError`` for rows of length 0, buffers whose lengths do not fit, NaN, +∞,
  ///   or a row that is all −∞.
  public func values(
    ofRows logits: Span<Double>, count: Int, into results: inout MutableSpan<Double>
  ) throws(VectorError) {
    try writeRows(logits, count, into: &results)
  }

  /// Writes the smooth maximum of every row, computed in Double and rounded once.
  ///
  /// - Throws: a ``VectorError``, as for Double.
  public func values(
    ofRows logits: Span<Float>, count: Int, into results: inout MutableSpan<Float>
  ) throws(VectorError) {
    try writeRows(logits, count, into: &results)
  }

  /// The smooth maximum of every row of a matrix of rows of `count` numbers.
  ///
  /// - Throws: a ``VectorError`` that names what is not accepted.
  public func values(ofRows logits: [Double], count: Int) throws(VectorError) -> [Double] {
    try checkRows(logits.count, count: count)
    return try collectedOrThrow(logits.count / count) { results throws(VectorError) in
      try values(ofRows: logits.span, count: count, into: &results)
    }
  }

  private func writeRows<Number: BinaryFloatingPoint>(
    _ logits: Span<Number>, _ count: Int, into results: inout MutableSpan<Number>
  ) throws(VectorError) {
    try checkTemperature(temperature)
    try checkRows(logits.count, count: count)
    try checkLength(of: results.count, expected: logits.count / count)
    for row in results.indices {
      let numbers = numbers(logits, row * count, count)
      try checkLogits(numbers, firstIndex: row * count)
      results[row] = Number(uncheckedValue(numbers))
    }
  }
}
