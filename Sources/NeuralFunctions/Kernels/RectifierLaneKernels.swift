// Rectifiers whose left branch is an exponential.
extension LaneKernels {
  /// slope·x above 0, depth·(e^x − 1) below; e^x − 1 from the exponential's two parts, so that it
  /// loses nothing near 0.
  @inline(__always)
  static func exponentialRectifier(_ x: L, depth: L.Scalar, slope: L.Scalar) -> L {
    let one = L(repeating: 1)
    // Below this e^x − 1 is −1, and one multiplication does for the power of two.
    let e = SplitExponential(x.atMost(0).atLeast(-50))
    let power = e.exponent.roundedWithPowerOfTwo.power
    let left = L(repeating: depth) * L.multiplyAdd(power, e.fraction, power - one)
    return left.replacing(with: L(repeating: slope) * x, where: L(repeating: 0) .< x)
  }

  /// The same differentiated, `depth` within the range of normal numbers.
  @inline(__always)
  static func exponentialRectifierDerivative(_ x: L, depth: L.Scalar, slope: L.Scalar) -> L {
    let e = SplitExponential(x.atMost(0).atLeast(-L.Constants.largestExponent))
    let left = e.scale(L(repeating: depth) * e.significand)
    return left.replacing(with: L(repeating: slope), where: L(repeating: 0) .< x)
  }
}
