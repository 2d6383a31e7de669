/// e^x as (1 + fraction)·2^exponent, before anything has been lost to overflow or underflow.
///
/// A kernel multiplies what it needs into the fraction first and applies the power of two last:
/// so a subnormal result is rounded only once.
struct SplitExponential<L: Lanes> {
  /// e^r − 1, to the last digits even where it is tiny; r is within ±½ log 2.
  let fraction: L
  /// A whole number.
  let exponent: L

  /// Splits e^x for x at most ``KernelConstants/largestExponent`` in size.
  @inline(__always)
  init(_ x: L) {
    let (remainder, exponent) = Self.reduce(x)
    self.exponent = exponent
    fraction = Self.expMinusOne(remainder)
  }

  /// Splits e^(x + low), where `low` holds the digits below those of `x`.
  @inline(__always)
  init(_ x: L, low: L) {
    let (remainder, exponent) = Self.reduce(x)
    self.exponent = exponent
    fraction = Self.expMinusOne(remainder + low)
  }

  /// e^(x + low)·2^−origin, `low` left out if nil, where that is a normal number and `origin` whole.
  @inline(__always)
  static func level(_ x: L, low: L?, above origin: L.Scalar) -> L {
    let (whole, power) =
      (x * L(repeating: L.Constants.log2e)).roundedWithPowerOfTwo(above: origin)
    let remainder = remainder(x, whole)
    let fraction = expMinusOne(low.map { remainder + $0 } ?? remainder)
    return L.multiplyAdd(fraction, power, power)
  }

  /// Splits the standard normal density exp(−a²/2)/√(2π).
  ///
  /// The square is taken in two parts, and all that is small is summed before it meets the rest.
  @inline(__always)
  init(normalDensityAt a: L) {
    let minusHalf = L(repeating: -0.5)
    let high = a.upperHalf
    let x = high * high * minusHalf
    let low = (a - high) * (a + high) * minusHalf
    let log2e = L(repeating: L.Constants.log2e)
    let shift = L(repeating: -L.Constants.logRootTwoPiHigh)
    exponent = ((x + shift) * log2e).roundedWithPowerOfTwo.whole
    let exact = shift - exponent * L(repeating: L.Constants.log2High)
    let rest = L(repeating: L.Constants.logRootTwoPiLow)
    let small = low - L.multiplyAdd(exponent, L(repeating: L.Constants.log2Low), rest)
    fraction = Self.expMinusOne((x + exact) + small)
  }

  @inline(__always)
  private static func reduce(_ x: L) -> (remainder: L, exponent: L) {
    let exponent = (x * L(repeating: L.Constants.log2e)).roundedWithPowerOfTwo.whole
    return (remainder(x, exponent), exponent)
  }

  /// x − n log 2, with log 2 in two parts the first of which has so few digits that its multiples
  /// are exact.
  @inline(__always)
  private static func remainder(_ x: L, _ n: L) -> L {
    let high = L.multiplyAdd(n, L(repeating: -L.Constants.log2High), x)
    return L.multiplyAdd(n, L(repeating: -L.Constants.log2Low), high)
  }

  @inline(__always)
  private static func expMinusOne(_ r: L) -> L {
    L.multiplyAdd(r * r, L.Constants.secondRemainderOfExp(r), r)
  }

  /// 1 + fraction, between √½ and √2.
  @inline(__always)
  var significand: L { L(repeating: 1) + fraction }

  /// e^x itself, subnormal results right.
  @inline(__always)
  var value: L { scale(significand) }

  /// factor·2^exponent, in two steps neither of which overflows or underflows by itself.
  @inline(__always)
  func scale(_ factor: L) -> L { scale(factor, exponent: exponent) }

  @inline(__always)
  func scale(_ factor: L, exponent: L) -> L {
    let first = (exponent * L(repeating: 0.5)).roundedWithPowerOfTwo
    let second = (exponent - first.whole).roundedWithPowerOfTwo
    return factor * first.power * second.power
  }
}

extension Lanes {
  /// The larger of x and `bound`; NaN stays NaN.
  @inline(__always)
  func atLeast(_ bound: Scalar) -> Self {
    let bound = Self(repeating: bound)
    return replacing(with: bound, where: self .< bound)
  }

  /// The smaller of x and `bound`; NaN stays NaN.
  @inline(__always)
  func atMost(_ bound: Scalar) -> Self {
    let bound = Self(repeating: bound)
    return replacing(with: bound, where: bound .< self)
  }

  /// x where it is positive or NaN, else 0.
  @inline(__always)
  var positivePart: Self { atLeast(0) }
}
