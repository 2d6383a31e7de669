extension Jacobian {
  /// J·v: how the outputs change when the logits move along `direction`. O(K).
  ///
  /// - Throws: ``VectorError/lengthMismatch(expected:found:)``.
  public func times(_ direction: [Double]) throws(VectorError) -> [Double] {
    guard direction.count == count else {
      throw .lengthMismatch(expected: count, found: direction.count)
    }
    return uncheckedTimes(direction)
  }

  /// Jᵀ·u: a gradient with respect to the outputs, pulled back to the logits. O(K).
  ///
  /// - Throws: ``VectorError/lengthMismatch(expected:found:)``.
  public func transposedTimes(_ cotangent: [Double]) throws(VectorError) -> [Double] {
    guard cotangent.count == count else {
      throw .lengthMismatch(expected: count, found: cotangent.count)
    }
    return uncheckedTransposedTimes(cotangent)
  }

  /// J·v for a `direction` of length ``count``; with another length every entry is NaN.
  ///
  /// J·v = l(v − r·v) does not change when the same number is taken from every vᵢ, so v at the
  /// largest rⱼ is, and what remains cancels only where the true result does.
  public func uncheckedTimes(_ direction: [Double]) -> [Double] {
    guard direction.count == count, count > 0 else { return notANumber }
    let (exponent, unit) = unit(of: direction)
    let differences = direction.map { DoubleDouble.sum($0 * unit, -direction[anchor] * unit) }
    var mean = DoubleDouble(0)
    for index in right.indices where index != anchor {
      mean = mean + right[index] * differences[index]
    }
    return left.indices.map { index in
      let difference = differences[index].timesPowerOfTwo(ShiftedExponentials.scale)
      return sign * entry(left[index] * (difference - mean), exponent: exponent)
    }
  }

  /// Jᵀ·u for a `cotangent` of length ``count``; with another length every entry is NaN.
  public func uncheckedTransposedTimes(_ cotangent: [Double]) -> [Double] {
    if isSymmetric { return uncheckedTimes(cotangent) }
    guard cotangent.count == count, count > 0 else { return notANumber }
    let (exponent, unit) = unit(of: cotangent)
    var sumOfOthers = DoubleDouble(0)
    for index in left.indices where index != anchor {
      sumOfOthers = sumOfOthers + left[index] * (cotangent[index] * unit)
    }
    let sum = sumOfOthers + left[anchor] * (cotangent[anchor] * unit)
    return right.indices.map { index in
      let own = left[index] * (cotangent[index] * unit)
      let pulled =
        index == anchor
        ? own * rightComplement[index] - right[index] * sumOfOthers
        : own.timesPowerOfTwo(ShiftedExponentials.scale) - right[index] * sum
      return sign * entry(pulled, exponent: exponent)
    }
  }

  /// The exponent of the largest component, and the power of two that takes it out, so that no
  /// product with what is held larger overflows.
  private func unit(of vector: [Double]) -> (exponent: Int, unit: Double) {
    let largest = vector.reduce(0) { Swift.max($0, $1.magnitude) }
    guard largest > 0, largest.isFinite else { return (0, 1) }
    let exponent = Swift.max(Int(largest.exponent), -1000)
    return (exponent, powerOfTwo(-exponent))
  }

  private var notANumber: [Double] { [Double](repeating: .nan, count: count) }
}
