/// What the logarithms of the probabilities of a row of many logits take from each, worked out in lanes.
struct LongRow {
  let maximum: Double
  /// log Σ e^((zᵢ − maximum)/T)
  let logSum: DoubleDouble
  /// Σ e^((zᵢ − maximum)/T) without the largest, where that is too small for its digits to be in logSum.
  let tinyOthers: ScaledDoubleDouble?
  private let temperature: Double

  init(_ sums: RowSums, temperature: Double) {
    maximum = sums.maximum
    logSum = sums.logSum
    tinyOthers = sums.tinyOthers
    self.temperature = temperature
  }

  /// Nil where there are few logits, and where these, or the temperature, are extreme or not accepted.
  init?(_ logits: [Double], temperature: Double) {
    guard logits.count > CrossEntropyOnLogits.shortRow else { return nil }
    let rows = SoftmaxRows<SIMD8<Double>>(count: logits.count, temperature: temperature)
    let sums = withUnsafeTemporaryAllocation(of: Double.self, capacity: logits.count) { terms in
      logits.withUnsafeBufferPointer { RowSums($0.baseAddress!, terms.baseAddress!, of: rows) }
    }
    guard let sums else { return nil }
    self.init(sums, temperature: temperature)
  }

  func logProbabilities(_ logits: [Double]) -> [Double] {
    let rows = SoftmaxRows<SIMD8<Double>>(count: logits.count, temperature: temperature)
    return filled(logits.count) { logarithms in
      logits.withUnsafeBufferPointer { rows.writeLogarithms($0.baseAddress!, logarithms, self) }
    }
  }
}

extension SoftmaxRows where L == SIMD8<Double> {
  /// log p = (z − m)/T − log Σ, of which neither is above 0.
  @inline(__always)
  fileprivate func writeLogarithms(
    _ logits: UnsafePointer<Double>, _ logarithms: UnsafeMutablePointer<Double>, _ row: LongRow
  ) {
    let (sum, sumLow) = (L(repeating: row.logSum.high), L(repeating: row.logSum.low))
    forEachChunk { start, length in
      let logits = load(logits, start, length, filling: row.maximum)
      let (high, low) = exponentInFull(logits, row.maximum)
      store((high - sum) + (low - sumLow), logarithms, start, length)
    }
  }
}
