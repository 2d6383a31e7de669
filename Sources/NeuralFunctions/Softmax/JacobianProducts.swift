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
    let differences = direction.map { DoubleDouble.sum($0, -direction[anchor]) }
    var mean = DoubleDouble(0)
    for index in right.indices where index != anchor {
      mean = mean + right[index] * differences[index]
    }
    return left.indices.map { index in
      sign * (left[index] * (differences[index] - mean)).rounded / temperature
    }
  }

  /// Jᵀ·u for a `cotangent` of length ``count``; with another length every entry is NaN.
  public func uncheckedTransposedTimes(_ cotangent: [Double]) -> [Double] {
    if isSymmetric { return uncheckedTimes(cotangent) }
    guard cotangent.count == count, count > 0 else { return notANumber }
    var sumOfOthers = DoubleDouble(0)
    for index in left.indices where index != anchor {
      sumOfOthers = sumOfOthers + left[index] * DoubleDouble(cotangent[index])
    }
    let sum = sumOfOthers + left[anchor] * DoubleDouble(cotangent[anchor])
    return right.indices.map { index in
      let own = left[index] * DoubleDouble(cotangent[index])
      let pulled =
        index == anchor
        ? own * rightComplement[index] - right[index] * sumOfOthers
        : own - right[index] * sum
      return sign * pulled.rounded / temperature
    }
  }

  private var notANumber: [Double] { [Double](repeating: .nan, count: count) }
}
