// Units gated by a function of themselves: Mish and GELU's approximation with tanh.
extension LaneKernels {
  @inline(__always)
  private static var one: L { L(repeating: 1) }

  @inline(__always)
  private static var two: L { L(repeating: 2) }

  @inline(__always)
  private static var zero: L { L(repeating: 0) }

  @inline(__always)
  private static var deepest: L.Scalar { -L.Constants.largestExponent }

  @inline(__always)
  private static var half: L { L(repeating: 0.5) }

  /// x·tanh(log(1 + e^x)): with g = e^−|x|, x·g(1 + g/2)/(1 + k) on the left, k being g(1 + g/2),
  /// and x·(1 + 2g)/(1 + k) on the right, k being 2g(1 + g).
  @inline(__always)
  static func mish(_ x: L) -> L {
    let isNegative = x .< zero
    let e = SplitExponential(x.negativeMagnitude.atLeast(deepest))
    let g = e.value
    let held = x.atLeast(deepest)
    let share = (two * g).replacing(with: half * g, where: isNegative)
    let numerator = L.multiplyAdd(held.atMost(-deepest), share, held)
    let gate = numerator / (one + mishExcess(g, isNegative))
    return scaled(gate, by: e, where: isNegative)
  }

  /// k: what the denominator has above 1.
  @inline(__always)
  private static func mishExcess(_ g: L, _ isNegative: L.Mask) -> L {
    let left = g * L.multiplyAdd(g, half, one)
    return (two * g * (one + g)).replacing(with: left, where: isNegative)
  }

  /// Mish differentiated: g·[1 + x + g·(x + ½ + (1 + g/2)²)]/(1 + k)² on the left,
  /// 1 + 2g²·[2x(1 + g) − (1 + k)]/(1 + k)² on the right: what is large is exact, and what is rounded
  /// is small beside it.
  @inline(__always)
  static func mishDerivative(_ x: L) -> L {
    let isNegative = x .< zero
    let e = SplitExponential(x.negativeMagnitude.atLeast(deepest))
    let g = e.value
    let k = mishExcess(g, isNegative)
    // Held, lest ∞ be multiplied by 0.
    let held = x.atLeast(deepest).atMost(-deepest)
    let root = L.multiplyAdd(g, half, one)
    let left = L.multiplyAdd(g, L.multiplyAdd(root, root, held + half), one + held)
    let right = two * g * g * (L.multiplyAdd(two * held, g, two * held) - (one + k))
    // (1 + k)² from 1 up, so that only the last rounding counts where k is small.
    let square = L.multiplyAdd(k, two + k, one)
    let quotient = right.replacing(with: left, where: isNegative) / square
    return scaled(quotient, by: e, where: isNegative)
      + one.replacing(with: zero, where: isNegative)
  }

  /// factor·e where `mask` says so, else the factor; the exponential's 1 + fraction is not rounded
  /// before it is multiplied.
  @inline(__always)
  private static func scaled(
    _ factor: L, by e: SplitExponential<L>, where mask: L.Mask
  ) -> L {
    let product = L.multiplyAdd(factor, e.fraction, factor)
    let exponent = zero.replacing(with: e.exponent, where: mask)
    return e.scale(factor.replacing(with: product, where: mask), exponent: exponent)
  }

  /// x·σ(v) with v = x·(b + c·x²), scaled last as SiLU is.
  @inline(__always)
  static func tanhGELU(_ x: L) -> L {
    let gate = TanhGELUArgument(x)
    let e = SplitExponential(gate.high, low: gate.low)
    let held = x.atLeast(-L.Constants.deepestOfTanhGELU)
    return scaled(held / (one + e.value), by: e, where: x .< zero)
  }

  /// The same differentiated: g = e·(1 + e − w)/(1 + e)² at −a with w = a·v′(a), 1 − g at a.
  @inline(__always)
  static func tanhGELUDerivative(_ x: L) -> L {
    let gate = TanhGELUArgument(x)
    let e = SplitExponential(gate.high, low: gate.low)
    let power = e.value
    let square = L.multiplyAdd(power, two + power, one)
    let factor = (one + power - gate.steepness) / square
    let left = e.scale(L.multiplyAdd(factor, e.fraction, factor))
    return (one - left).replacing(with: left, where: x .< zero)
  }
}

/// −v(|x|) in two parts, v(x) = x·(b + c·x²) being the argument of the gate of GELU's approximation.
///
/// The exponential of v needs digits below v's last: its products are formed from halves of
/// significands, which multiply exactly.
private struct TanhGELUArgument<L: Lanes> {
  let high: L
  let low: L
  /// a·v′(a) for a = |x|.
  let steepness: L

  @inline(__always)
  init(_ x: L) {
    typealias C = L.Constants
    let a = L(repeating: 0) - x.negativeMagnitude.atLeast(-C.deepestOfTanhGELU)
    let (upper, lower) = (a.upperHalf, a - a.upperHalf)
    let square = upper * upper
    let rest = lower * (a + upper)
    // c·x²
    let (coarse, fine) = (square.upperHalf, (square - square.upperHalf) + rest)
    let cubicHigh = L(repeating: C.tanhGELUCubicHigh)
    let term = cubicHigh * coarse
    let termLow = L.multiplyAdd(
      cubicHigh, fine, L(repeating: C.tanhGELUCubicLow) * (coarse + fine))
    // b + c·x²
    let linear = L(repeating: C.tanhGELULinearHigh)
    let sum = linear + term
    let other = sum - linear
    let error = (linear - (sum - other)) + (term - other)
    let sumLow = (error + L(repeating: C.tanhGELULinearLow)) + termLow
    let factor = sum.upperHalf
    let factorLow = (sum - factor) + sumLow
    let product = upper * factor
    let productLow = L.multiplyAdd(upper, factorLow, lower * (factor + factorLow))
    // So that the low part is no larger than the high part's last place.
    let argument = product + productLow
    high = L(repeating: 0) - argument
    low = (argument - product) - productLow
    // v + 2cx³, of which v is nearly exact.
    steepness = L.multiplyAdd(L(repeating: 2) * a, term + termLow, argument)
  }
}
