/// The kernels, each within 4 ulp over the whole range of its number type.
///
/// Every one exponentiates a non-positive number only, and branches on the sign by selecting
/// lanes, as the scalar formulas do.
enum LaneKernels<L: Lanes> {
  @inline(__always)
  private static var one: L { L(repeating: 1) }

  @inline(__always)
  private static var deepest: L.Scalar { -L.Constants.largestExponent }

  @inline(__always)
  static func exponential(_ x: L) -> L {
    SplitExponential(x.atLeast(deepest).atMost(L.Constants.largestExponent)).value
  }

  /// σ(x): 1/(1 + e^−x) for x ≥ 0, e^x/(1 + e^x) below.
  @inline(__always)
  static func sigmoid(_ x: L) -> L {
    sigmoid(x, SplitExponential(x.negativeMagnitude.atLeast(deepest)).value)
  }

  /// The same from e = exp(−|v|), where v is what σ is taken of and has x's sign.
  @inline(__always)
  static func sigmoid(_ x: L, _ e: L) -> L {
    one.replacing(with: e, where: x .< L(repeating: 0)) / (one + e)
  }

  /// σ′(x) = e/(1 + e)² with e = exp(−|x|).
  @inline(__always)
  static func sigmoidDerivative(_ x: L) -> L {
    let e = SplitExponential(x.negativeMagnitude.atLeast(deepest)).value
    return e / onePlusSquared(e)
  }

  /// (1 + e)² for e from 0 to 1, from 1 up so that only the last rounding counts where e is small.
  @inline(__always)
  private static func onePlusSquared(_ e: L) -> L { L.multiplyAdd(e, L(repeating: 2) + e, one) }

  /// tanh x = (1 − e)/(1 + e) with e = exp(−2|x|), where 1 − e comes from e's two parts and loses
  /// nothing near 0.
  @inline(__always)
  static func tanh(_ x: L) -> L {
    let argument = x.negativeMagnitude * L(repeating: 2)
    // Beyond this 1 − e is 1, and one multiplication does for the power of two.
    let e = SplitExponential(argument.atLeast(-50))
    let power = e.exponent.roundedWithPowerOfTwo.power
    let part = power * e.fraction
    return ((one - power - part) / (one + power + part)).withSign(of: x)
  }

  /// tanh′ x = 4e/(1 + e)² with e = exp(−2|x|).
  @inline(__always)
  static func tanhDerivative(_ x: L) -> L {
    let argument = x.negativeMagnitude * L(repeating: 2)
    let e = SplitExponential(argument.atLeast(deepest))
    return e.scale(L(repeating: 4) * e.significand / onePlusSquared(e.value))
  }

  /// log(1 + e^x) = max(x, 0) + log(1 + exp(−|x|)).
  @inline(__always)
  static func softplus(_ x: L) -> L {
    let e = SplitExponential(x.negativeMagnitude.atLeast(deepest)).value
    return x.positivePart + logOnePlus(e)
  }

  /// log σ(x) = min(x, 0) − log(1 + exp(−|x|)).
  @inline(__always)
  static func logSigmoid(_ x: L) -> L {
    let e = SplitExponential(x.negativeMagnitude.atLeast(deepest)).value
    return x.atMost(0) - logOnePlus(e)
  }

  /// (log σ)′(x) = σ(−x).
  @inline(__always)
  static func logSigmoidDerivative(_ x: L) -> L { sigmoid(L(repeating: 0) - x) }

  /// log(1 + f) for f from 0 to 1, after the C library's way (fdlibm, s_log1p.c): 1 + f is
  /// halved above √2, then log(1 + f) = f − (½f² − s·(½f² + R(s²))) with s = f/(2 + f).
  @inline(__always)
  static func logOnePlus(_ f: L) -> L {
    let half = L(repeating: 0.5)
    let zero = L(repeating: 0)
    let isAboveRoot = L(repeating: 0.41421356) .< f
    let f = f.replacing(with: (f - one) * half, where: isAboveRoot)
    let log2High = zero.replacing(with: L(repeating: L.Constants.log2High), where: isAboveRoot)
    let log2Low = zero.replacing(with: L(repeating: L.Constants.log2Low), where: isAboveRoot)
    let halfSquare = half * f * f
    let s = f / (L(repeating: 2) + f)
    let z = s * s
    let tail = s * L.multiplyAdd(z, L.Constants.remainderOfLog(z), halfSquare)
    return log2High - ((halfSquare - (tail + log2Low)) - f)
  }

  /// x·σ(x), its tail scaled last: it is normal where exp(x) is subnormal already.
  @inline(__always)
  static func silu(_ x: L) -> L {
    let held = x.negativeMagnitude.atLeast(deepest)
    return gated(x, held, SplitExponential(held))
  }

  /// x·σ(v) from e = exp(−|v|), where v has x's sign, and −|x| held where e is 0.
  @inline(__always)
  static func gated(_ x: L, _ held: L, _ e: SplitExponential<L>) -> L {
    let zero = L(repeating: 0)
    let isNegative = x .< zero
    let numerator = x.replacing(with: held * e.significand, where: isNegative)
    let exponent = zero.replacing(with: e.exponent, where: isNegative)
    return e.scale(numerator / (one + e.value), exponent: exponent)
  }

  /// x·Φ(x): Φ(x) = ½ + x·s(x²) near 0, Φ(−a) = φ(a)/(a + c(a)) with a = |x| elsewhere, where φ
  /// is the normal density.
  @inline(__always)
  static func gelu(_ x: L) -> L {
    let half = L(repeating: 0.5)
    let a = L(repeating: 0) - x.negativeMagnitude.atLeast(-L.Constants.deepestOfGELU)
    let density = SplitExponential(normalDensityAt: a)
    let excess = L.Constants.hazardNumerator(a) / L.Constants.hazardDenominator(a)
    let ratio = a / (a + excess)
    let tail = density.scale(L.multiplyAdd(ratio, density.fraction, ratio))
    let near = x * L.multiplyAdd(x, L.Constants.normalExcess(a * a), half)
    return (x.positivePart - tail).replacing(with: near, where: a .< half)
  }

  /// x·σ(x) differentiated: g(a) = e·(1 + e − a)/(1 + e)² at −a, with e = e^−a, and 1 − g(a) at a.
  @inline(__always)
  static func siluDerivative(_ x: L) -> L {
    let held = x.negativeMagnitude.atLeast(deepest)
    return gatedDerivative(x, L(repeating: 0) - held, SplitExponential(held))
  }

  /// The same from a = |v|, with digits below its last in `low`, and e = exp(−a), where v is what σ is taken of and has x's sign.
  @inline(__always)
  static func gatedDerivative(
    _ x: L, _ a: L, low: L? = nil, _ e: SplitExponential<L>
  ) -> L {
    let power = e.value
    let rest = one + power - a
    let factor = low.map { rest - $0 } ?? rest
    let left = e.scale(e.significand * factor / onePlusSquared(power))
    return (one - left).replacing(with: left, where: x .< L(repeating: 0))
  }

  /// x·Φ(x) differentiated: g(a) = φ(a)·(1/(a + c(a)) − a) at −a, 1 − g(a) at a; near 0, where
  /// that loses digits, ½ + x·(s(x²) + φ(x)).
  @inline(__always)
  static func geluDerivative(_ x: L) -> L {
    let half = L(repeating: 0.5)
    let a = L(repeating: 0) - x.negativeMagnitude.atLeast(-L.Constants.deepestOfGELU)
    let density = SplitExponential(normalDensityAt: a)
    let excess = L.Constants.hazardNumerator(a) / L.Constants.hazardDenominator(a)
    let factor = one / (a + excess) - a
    let left = density.scale(L.multiplyAdd(factor, density.fraction, factor))
    let far = (one - left).replacing(with: left, where: x .< L(repeating: 0))
    let slope = L.Constants.normalExcess(a * a) + density.value
    return far.replacing(
      with: L.multiplyAdd(x, slope, half), where: a .< L(repeating: 0.375))
  }
}
