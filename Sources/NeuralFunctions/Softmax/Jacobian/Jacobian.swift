/// The Jacobian Jᵢⱼ = ∂fᵢ/∂xⱼ of a vector function at one point, held in O(K) memory.
///
/// Each function of the softmax family has a Jacobian of the form
/// Jᵢⱼ = ±lᵢ·(δᵢⱼ − rⱼ)/T with Σ rⱼ = 1: any entry is had at once, products with vectors take
/// O(K), and K × K numbers are formed only on request. Rows are outputs, columns are inputs.
///
/// | function | lᵢ | rⱼ |
/// | --- | --- | --- |
/// | softmax, softmin (sign −) | pᵢ | pⱼ |
/// | log-softmax | 1 | pⱼ |
/// | sparsemax, support S | 1 on S | 1/\|S\| on S |
///
/// Entries are within 3 ulp, subnormal ones included, at temperatures from 1e−100 up. A probability
/// below 1e−412 is held with fewer digits, or as 0: over a smaller temperature, or times a vector
/// whose numbers over the temperature are beyond 1e100, that would show.
public struct Jacobian: Sendable {
  /// Which function the matrix belongs to.
  public enum Structure: Sendable, Hashable {
    case softmax, softmin, logSoftmax, sparsemax
  }

  public let structure: Structure
  public let temperature: Double
  /// The diagonal, from a form that keeps its digits: pᵢ times the sum of the others.
  public let diagonal: [Double]

  /// lᵢ and rⱼ, ``ShiftedExponentials/scale`` times as large.
  let left: [DoubleDouble]
  let right: [DoubleDouble]
  /// 1 − rⱼ, from the sum of the others.
  let rightComplement: [DoubleDouble]
  /// Where rⱼ is largest: the entry that differences are taken from, so that they do not cancel.
  let anchor: Int

  init(
    _ structure: Structure, temperature: Double, left: [DoubleDouble], right: [DoubleDouble],
    rightComplement: [DoubleDouble], anchor: Int
  ) {
    self.structure = structure
    self.temperature = temperature
    self.left = left
    self.right = right
    self.rightComplement = rightComplement
    self.anchor = anchor
    let sign: Double = structure == .softmin ? -1 : 1
    // Added to 0, so that a masked entry is 0 and not −0.
    diagonal = left.indices.map { index in
      0 + sign
        * ShiftedExponentials.descaled(
          left[index] * rightComplement[index], power: 2, over: temperature)
    }
  }

  /// The matrix that a function has where it is not defined: every entry NaN.
  static func undefined(_ structure: Structure, count: Int, temperature: Double) -> Jacobian {
    let nothing = [DoubleDouble](repeating: DoubleDouble(.nan), count: count)
    return Jacobian(
      structure, temperature: temperature, left: nothing, right: nothing,
      rightComplement: nothing, anchor: 0)
  }

  /// The number of rows, and of columns.
  public var count: Int { diagonal.count }

  /// −1 for softmin, whose matrix is that of softmax with its sign turned.
  var sign: Double { structure == .softmin ? -1 : 1 }

  /// ∂f(row)/∂x(column); NaN where there is no such entry.
  public subscript(row: Int, column: Int) -> Double {
    guard left.indices.contains(row), right.indices.contains(column) else { return .nan }
    if row == column { return diagonal[row] }
    // From 0, for the same reason.
    return 0 - sign * entry(left[row] * right[column])
  }

  /// What a product of two factors, which both are held larger, is in the matrix.
  func entry(_ product: DoubleDouble, exponent: Int = 0) -> Double {
    ShiftedExponentials.descaled(product, power: 2, exponent: exponent, over: temperature)
  }

  /// Whether Jᵢⱼ = Jⱼᵢ: true of all but log-softmax.
  public var isSymmetric: Bool { structure != .logSoftmax }

  /// Whether every row sums to 0 mathematically, because adding the same number to all logits
  /// changes no output: true of all.
  public var rowsSumToZero: Bool { true }

  /// Whether every column sums to 0 mathematically, because the outputs sum to 1: true of all
  /// but log-softmax.
  public var columnsSumToZero: Bool { structure != .logSoftmax }

  /// One row, in O(K).
  public func row(_ row: Int) -> [Double] { (0..<count).map { self[row, $0] } }

  /// One column, in O(K).
  public func column(_ column: Int) -> [Double] { (0..<count).map { self[$0, column] } }

  /// All K² entries, row after row.
  public func dense() -> [Double] {
    [Double](unsafeUninitializedCapacity: count * count) { buffer, initialized in
      for row in 0..<count {
        for column in 0..<count {
          buffer.initializeElement(at: row * count + column, to: self[row, column])
        }
      }
      initialized = count * count
    }
  }

  /// Writes all K² entries, row after row, into `entries`, about as fast as memory can be written.
  ///
  /// Off the diagonal an entry is one product of two factors that were rounded first: within 2 ulp
  /// of the true one, where the subscript is within 1.
  ///
  /// - Throws: ``VectorError/lengthMismatch(expected:found:)`` unless there is room for exactly
  ///   K².
  public func dense(into entries: inout MutableSpan<Double>) throws(VectorError) {
    let (expected, found) = (count * count, entries.count)
    let rows = left.map { sign * ShiftedExponentials.descaled($0, over: temperature) }
    let columns = right.map { $0.rounded / ShiftedExponentials.scale }
    do {
      try Self.write(
        diagonal: diagonal.span, left: rows.span, right: columns.span, into: &entries)
    } catch { throw .lengthMismatch(expected: expected, found: found) }
  }
}
