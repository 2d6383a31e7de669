extension Softmax {
  /// Writes the softmax of every row of a matrix into the same row of `results`.
  ///
  /// `logits` holds rows of `count` numbers one after another. Each probability is within 4 ulp
  /// for logits of any spread and rows of any length. What the checked scalar interface refuses
  /// is refused here, with the index into `logits`; `results` then holds nothing of use.
  ///
  /// - Throws: a ``VectorError`` for rows of length 0, buffers whose lengths do not fit, NaN, +∞,
  ///   or a row that is all −∞.
  public func values(
    ofRows logits: Span<Double>, count: Int, into results: inout MutableSpan<Double>
  ) throws(VectorError) {
    let rows = SoftmaxRows<SIMD8<Double>>(count: count, temperature: temperature)
    try rows.write(logits, into: &results) { Double($0) }
  }

  /// Writes the softmax of every row of a matrix into the same row of `results`.
  public func values(
    ofRows logits: Span<Float>, count: Int, into results: inout MutableSpan<Float>
  ) throws(VectorError) {
    guard temperature > 0x1p-60 && temperature < 0x1p60 else {
      return try valuesInDouble(ofRows: logits, count: count, into: &results)
    }
    let rows = SoftmaxRows<SIMD16<Float>>(count: count, temperature: temperature)
    try rows.write(logits, into: &results) { Double($0) }
  }

  /// By way of Double, for a temperature that a Float may not hold.
  private func valuesInDouble(
    ofRows logits: Span<Float>, count: Int, into results: inout MutableSpan<Float>
  ) throws(VectorError) {
    guard results.count == logits.count else {
      throw .lengthMismatch(expected: logits.count, found: results.count)
    }
    let exact = try values(ofRows: logits.indices.map { Double(logits[$0]) }, count: count)
    for index in logits.indices { results[index] = Float(exact[index]) }
  }
}

/// Softmax of rows: exponentiate, having shifted by the maximum unless the row is level, sum, divide.
struct SoftmaxRows<L: Lanes> {
  let count: Int
  let temperature: Double
  /// T in two parts, for a Float alone does not hold one such as 0.1; times the powers of two below.
  private let divisor: L.Scalar
  private let divisorLow: L.Scalar
  /// What logits, or the differences of logits, are multiplied by before they are divided: a power
  /// of two that keeps what a very large, or very small, temperature meets within range.
  private let logitScale: L.Scalar
  private let differenceScale: L.Scalar

  init(count: Int, temperature: Double) {
    self.count = count
    self.temperature = temperature
    let isHuge = temperature > 0x1p900
    let isTiny = temperature < 0x1p-900
    logitScale = isHuge ? L.Scalar(0x1p-200) : 1
    differenceScale = isTiny ? L.Scalar(0x1p200) : 1
    let scaled = temperature * (isHuge ? 0x1p-200 : isTiny ? 0x1p200 : 1)
    divisor = L.Scalar(scaled)
    divisorLow = L.Scalar(scaled - Double(divisor))
  }

  @inline(__always)
  func write(
    _ logits: Span<L.Scalar>, into results: inout MutableSpan<L.Scalar>,
    _ double: (L.Scalar) -> Double
  ) throws(VectorError) {
    try checkTemperature(temperature)
    try checkRows(logits.count, count: count)
    try checkLength(of: results.count, expected: logits.count)
    let failure = logits.withUnsafeBufferPointer { source in
      results.withUnsafeMutableBufferPointer { destination in
        firstRefused(source, destination)
      }
    }
    if let failure { throw explain(failure, logits, double) }
  }

  /// Writes row after row; the start of the first row that cannot be, or nil.
  @inline(__always)
  private func firstRefused(
    _ source: UnsafeBufferPointer<L.Scalar>, _ destination: UnsafeMutableBufferPointer<L.Scalar>
  ) -> Int? {
    guard let input = source.baseAddress, let output = destination.baseAddress else { return nil }
    var start = 0
    while start < source.count {
      guard writeRow(input + start, output + start) else { return start }
      start += count
    }
    return nil
  }

  /// Names what is wrong with the row that begins at `start`.
  private func explain(
    _ start: Int, _ logits: Span<L.Scalar>, _ double: (L.Scalar) -> Double
  ) -> VectorError {
    for index in start..<start + count where !(logits[index] < .infinity) {
      return .notAccepted(index: index, value: double(logits[index]))
    }
    return .allMasked
  }

  /// False if the row's maximum or sum is not a finite number.
  @inline(__always)
  private func writeRow(
    _ input: UnsafePointer<L.Scalar>, _ output: UnsafeMutablePointer<L.Scalar>
  ) -> Bool {
    let (smallest, largest) = extremes(input)
    let level = LevelRow<L>(temperature, from: smallest, to: largest)
    if let level {
      writeExponentials(input, output, level)
    } else {
      guard largest.isFinite else { return false }
      writeExponentials(input, output, shiftedBy: largest)
    }
    let (sum, low) = pairwiseSum(output)
    guard sum.isFinite else { return false }
    if level != nil, count > Self.fewChunks * L.count {
      let reciprocal = Reciprocal<L>(sum, low)
      replaceChunks(output) { reciprocal.times($0) }
    } else {
      let divisor = L(repeating: sum)
      replaceChunks(output) { $0 / divisor }
    }
    return true
  }

  /// Up to so many chunks to divide each costs no more than to prepare a reciprocal does.
  private static var fewChunks: Int { 3 }

  @inline(__always)
  private func replaceChunks(_ numbers: UnsafeMutablePointer<L.Scalar>, _ with: (L) -> L) {
    forEachChunk { start, length in
      store(with(load(numbers, start, length, filling: 0)), numbers, start, length)
    }
  }

  /// The smallest and the largest number of a row; a NaN is passed over.
  @inline(__always)
  func extremes(_ input: UnsafePointer<L.Scalar>) -> (smallest: L.Scalar, largest: L.Scalar) {
    var smallest = L(repeating: .infinity)
    var largest = L(repeating: -.infinity)
    forEachChunk { start, length in
      let lanes = load(input, start, length, filling: input[start])
      smallest = smallest.replacing(with: lanes, where: lanes .< smallest)
      largest = largest.replacing(with: lanes, where: largest .< lanes)
    }
    var result = (smallest: smallest[0], largest: largest[0])
    for lane in 1..<L.count {
      if smallest[lane] < result.smallest { result.smallest = smallest[lane] }
      if largest[lane] > result.largest { result.largest = largest[lane] }
    }
    return result
  }

  /// Writes e^(z/T), all scaled by one power of two.
  @inline(__always)
  func writeExponentials(
    _ input: UnsafePointer<L.Scalar>, _ output: UnsafeMutablePointer<L.Scalar>,
    _ level: LevelRow<L>
  ) {
    if temperature == 1 {
      forEachChunk { start, length in
        let z = load(input, start, length, filling: input[start])
        store(level.exponential(z), output, start, length)
      }
    } else {
      forEachChunk { start, length in
        let z = load(input, start, length, filling: input[start])
        store(level.exponentialOfQuotient(z), output, start, length)
      }
    }
  }

  /// Writes e^((z − maximum)/T).
  @inline(__always)
  func writeExponentials(
    _ input: UnsafePointer<L.Scalar>, _ output: UnsafeMutablePointer<L.Scalar>,
    shiftedBy maximum: L.Scalar
  ) {
    forEachChunk { start, length in
      let (high, low) = exponent(load(input, start, length, filling: -.infinity), maximum)
      store(SplitExponential(high, low: low).value, output, start, length)
    }
  }

  /// The sum of a row without negative numbers in two parts; NaN if there is one in the row.
  ///
  /// Eight chunks are added pair by pair, and the rounding errors of the sum of all of these are
  /// carried along, so that long rows lose nothing.
  @inline(__always)
  func pairwiseSum(_ terms: UnsafePointer<L.Scalar>) -> (high: L.Scalar, low: L.Scalar) {
    var (sum, errors) = (L(repeating: 0), L(repeating: 0))
    var start = 0
    while start + 8 * L.count <= count {
      let group = terms + start
      let first =
        (L(loading: group) + L(loading: group + L.count))
        + (L(loading: group + 2 * L.count) + L(loading: group + 3 * L.count))
      let second =
        (L(loading: group + 4 * L.count) + L(loading: group + 5 * L.count))
        + (L(loading: group + 6 * L.count) + L(loading: group + 7 * L.count))
      (sum, errors) = addWithError(sum, first + second, errors)
      start += 8 * L.count
    }
    while start < count {
      let length = Swift.min(L.count, count - start)
      (sum, errors) = addWithError(sum, load(terms, start, length, filling: 0), errors)
      start += length
    }
    return total(sum, errors)
  }

  /// The sum of a row whose numbers may cancel, in two parts, all rounding errors carried along.
  @inline(__always)
  func sum(_ numbers: UnsafePointer<L.Scalar>) -> (high: L.Scalar, low: L.Scalar) {
    var (sum, errors) = (L(repeating: 0), L(repeating: 0))
    forEachChunk { start, length in
      (sum, errors) = addWithError(sum, load(numbers, start, length, filling: 0), errors)
    }
    return total(sum, errors)
  }

  /// The sum of all lanes of a sum whose rounding errors were carried along, in two parts.
  @inline(__always)
  func total(_ sum: L, _ errors: L) -> (high: L.Scalar, low: L.Scalar) {
    var (high, low) = (sum[0], errors[0])
    for lane in 1..<L.count {
      let (a, b) = (high, sum[lane])
      high = a + b
      let other = high - a
      low += ((a - (high - other)) + (b - other)) + errors[lane]
    }
    let sum = high + low
    return (sum, low - (sum - high))
  }

  /// a + b and `errors` + what the rounding of a + b lost (Knuth's sum).
  @inline(__always)
  func addWithError(_ a: L, _ b: L, _ errors: L) -> (sum: L, errors: L) {
    let sum = a + b
    let other = sum - a
    return (sum, errors + ((a - (sum - other)) + (b - other)))
  }

  /// (z − maximum)/T in two parts, deep ones cut off where their exponential is 0.
  @inline(__always)
  func exponent(_ z: L, _ maximum: L.Scalar) -> (high: L, low: L) {
    let (high, low) = exponentInFull(z, maximum)
    return (high.atLeast(-L.Constants.largestExponent), low)
  }

  /// (z − maximum)/T in two parts, the second left out below `deepest`, where the exponential is 0.
  @inline(__always)
  func exponentInFull(
    _ z: L, _ maximum: L.Scalar, downTo deepest: L.Scalar = -L.Constants.largestExponent
  ) -> (high: L, low: L) {
    var (z, maximum) = (z, L(repeating: maximum))
    if logitScale != 1 {
      z = z * L(repeating: logitScale)
      maximum = maximum * L(repeating: logitScale)
    }
    var high = z - maximum
    let other = high - z
    var low = (z - (high - other)) - (maximum + other)
    if temperature != 1 { (high, low) = divided(high, low) }
    low = low.replacing(with: L(repeating: 0), where: high .< L(repeating: deepest))
    return (high, low)
  }

  /// (high + low)/T, the remainder of the division found with halved significands (Dekker).
  @inline(__always)
  private func divided(_ high: L, _ low: L) -> (high: L, low: L) {
    var (high, low) = (high, low)
    if differenceScale != 1 {
      high = high * L(repeating: differenceScale)
      low = low * L(repeating: differenceScale)
    }
    let divisor = L(repeating: divisor)
    let quotient = high / divisor
    let product = quotient * divisor
    let (qHigh, dHigh) = (quotient.upperHalf, divisor.upperHalf)
    let (qLow, dLow) = (quotient - qHigh, divisor - dHigh)
    let error = ((qHigh * dHigh - product) + qHigh * dLow + qLow * dHigh) + qLow * dLow
    let missing = error + quotient * L(repeating: divisorLow)
    return (quotient, ((high - product) - missing + low) / divisor)
  }

  /// Calls `body` with the start of every chunk of a row and the number of lanes it fills.
  @inline(__always)
  func forEachChunk(_ body: (_ start: Int, _ length: Int) -> Void) {
    var start = 0
    while start + L.count <= count {
      body(start, L.count)
      start += L.count
    }
    if start < count { body(start, count - start) }
  }

  @inline(__always)
  func load(
    _ source: UnsafePointer<L.Scalar>, _ start: Int, _ length: Int, filling filler: L.Scalar
  ) -> L {
    length == L.count
      ? L(loading: source + start)
      : L(loading: source + start, count: length, filling: filler)
  }

  @inline(__always)
  func store(
    _ lanes: L, _ destination: UnsafeMutablePointer<L.Scalar>, _ start: Int, _ length: Int
  ) {
    if length == L.count {
      lanes.store(to: destination + start)
    } else {
      lanes.store(to: destination + start, count: length)
    }
  }
}
