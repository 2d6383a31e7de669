/// Products with the Jacobian at a row, in lanes: of softmax, softmin and log-softmax.
struct JacobianLanes {
  private typealias L = SIMD8<Double>

  private let structure: Jacobian.Structure
  private let rows: SoftmaxRows<SIMD8<Double>>

  /// Nil for other functions.
  init?(of function: some VectorFunction, count: Int) {
    switch function {
    case is Softmax: structure = .softmax
    case is Softmin: structure = .softmin
    case is LogSoftmax: structure = .logSoftmax
    default: return nil
    }
    rows = SoftmaxRows(count: count, temperature: function.temperature)
  }

  /// J·v, or Jᵀ·v, at a row of logits; nil where the numbers are extreme.
  func product(_ logits: [Double], _ vector: [Double], isTransposed: Bool) -> [Double]? {
    let logits =
      structure == .softmin ? logits.map { $0 == -.infinity ? $0 : 0 - $0 } : logits
    var sums: RowSums?
    var terms = [Double](unsafeUninitializedCapacity: rows.count) { terms, count in
      logits.withUnsafeBufferPointer {
        sums = RowSums($0.baseAddress!, terms.baseAddress!, of: rows)
      }
      count = rows.count
    }
    guard let sums, let anchor = logits.firstIndex(of: sums.maximum), bears(sums, vector) else {
      return nil
    }
    let isFinite = terms.withUnsafeMutableBufferPointer { terms in
      vector.withUnsafeBufferPointer { vector in
        let (terms, vector) = (terms.baseAddress!, vector.baseAddress!)
        return structure == .logSoftmax && isTransposed
          ? writePulledBack(terms, vector, anchor, sums)
          : writeMoved(terms, vector, anchor, sums)
      }
    }
    return isFinite ? terms : nil
  }

  /// Whether the exponentials of a deep row may be multiplied by what the vector makes of them.
  private func bears(_ sums: RowSums, _ vector: [Double]) -> Bool {
    guard sums.isDeep else { return true }
    let (smallest, largest) = vector.withUnsafeBufferPointer { rows.extremes($0.baseAddress!) }
    // A difference from a mean is at most four times as large, and so is Σ v but for their number.
    let size = 4 * Double(rows.count) * Swift.max(-smallest, largest, 0)
    return size < 0x1p400 && sums.bear(size / rows.temperature)
  }

  /// Exponentials become l(v − p·v)/T, where l is p or 1: v without what it has at the largest p,
  /// which changes nothing, so that what remains cancels only where the true result does.
  @inline(__always)
  private func writeMoved(
    _ terms: UnsafeMutablePointer<Double>, _ vector: UnsafePointer<Double>, _ anchor: Int,
    _ sums: RowSums
  ) -> Bool {
    let origin = L(repeating: vector[anchor])
    var (sum, errors) = (L(repeating: 0), L(repeating: 0))
    rows.forEachChunk { start, length in
      let difference = rows.load(vector, start, length, filling: 0) - origin
      let term = rows.load(terms, start, length, filling: 0) * difference
      (sum, errors) = rows.addWithError(sum, term, errors)
    }
    let mean = sums.share((sum + errors).sum())
    guard mean.isFinite else { return false }
    let isLogarithm = structure == .logSoftmax
    let divisor = L(repeating: structure == .softmin ? -rows.temperature : rows.temperature)
    rows.forEachChunk { start, length in
      let difference = rows.load(vector, start, length, filling: 0) - origin
      let moved = difference - L(repeating: mean)
      let term = rows.load(terms, start, length, filling: 0)
      let product: L
      if isLogarithm {
        product = moved / divisor
      } else if sums.isDeep {
        product = sums.share(term * (moved / divisor))
      } else {
        product = sums.share(term) * moved / divisor
      }
      // From 0, so that a masked entry is not −0.
      rows.store(L(repeating: 0) + product, terms, start, length)
    }
    return true
  }

  /// Exponentials become (v − p·Σv)/T: log-softmax's transpose. At the largest p from the others.
  @inline(__always)
  private func writePulledBack(
    _ terms: UnsafeMutablePointer<Double>, _ vector: UnsafePointer<Double>, _ anchor: Int,
    _ sums: RowSums
  ) -> Bool {
    let total = DoubleDouble(rows.sum(vector))
    guard total.high.isFinite else { return false }
    let others = (total - vector[anchor]).rounded
    let own = vector[anchor] * sums.others.rounded - sums.top * others
    let divisor = L(repeating: rows.temperature)
    let sum = L(repeating: total.rounded)
    rows.forEachChunk { start, length in
      let (term, own) = (
        rows.load(terms, start, length, filling: 0), rows.load(vector, start, length, filling: 0)
      )
      let pulled =
        sums.isDeep
        ? own / divisor - sums.share(term * (sum / divisor))
        : (own - sums.share(term) * sum) / divisor
      rows.store(pulled, terms, start, length)
    }
    terms[anchor] = sums.share(own) / rows.temperature
    return true
  }
}
