/// Multiplies arguments by a number, in two parts, of which an exponential needs the second.
struct ArgumentScale<L: Lanes> {
  private let high: L
  private let low: L
  /// What a magnitude is held at: beyond it the exponential is 0.
  private let farthest: L.Scalar

  /// Nil for a number so large or small that products leave the range of `L`.
  @inline(__always)
  init?(_ factor: DoubleDouble) {
    guard factor.high > 0x1p-9, factor.high < 0x1p9 else { return nil }
    let rounded = L.Scalar(factor.high)
    high = L(repeating: rounded)
    low = L(repeating: L.Scalar((factor.high - Double(rounded)) + factor.low))
    farthest = L.Constants.largestExponent / rounded
  }

  /// −|x|, held, and e to the power of that many times the factor, an exponent in two parts.
  @inline(__always)
  func exponential(_ x: L) -> (held: L, exponent: L, low: L, e: SplitExponential<L>) {
    let held = x.negativeMagnitude.atLeast(-farthest)
    let (product, rest) = L.product(held, high)
    let low = L.multiplyAdd(held, low, rest)
    return (held, product, low, SplitExponential(product, low: low))
  }
}

// Functions of βx.
extension LaneKernels {
  /// x·σ(βx)
  @inline(__always)
  static func swish(_ x: L, _ beta: ArgumentScale<L>) -> L {
    let scaled = beta.exponential(x)
    return gated(x, scaled.held, scaled.e)
  }

  /// x·σ(βx) differentiated.
  @inline(__always)
  static func swishDerivative(_ x: L, _ beta: ArgumentScale<L>) -> L {
    let scaled = beta.exponential(x)
    let zero = L(repeating: 0)
    return gatedDerivative(x, zero - scaled.exponent, low: zero - scaled.low, scaled.e)
  }

  /// log(1 + e^(βx))/β
  @inline(__always)
  static func softplus(_ x: L, _ beta: ArgumentScale<L>, divisor: L.Scalar) -> L {
    let e = beta.exponential(x).e
    let (power, divisor) = (e.value, L(repeating: divisor))
    // Where the logarithm is its argument, which may be subnormal, that is divided before it is scaled.
    let small = e.scale(e.significand / divisor)
    let part = (logOnePlus(power) / divisor)
      .replacing(with: small, where: power .< L(repeating: 0x1p-60))
    return x.positivePart + part
  }

  /// σ(βx)
  @inline(__always)
  static func sigmoid(_ x: L, _ beta: ArgumentScale<L>) -> L {
    sigmoid(x, beta.exponential(x).e.value)
  }

  /// x above 0, α(e^(x/α) − 1) below.
  @inline(__always)
  static func celu(_ x: L, _ reciprocal: ArgumentScale<L>, alpha: L.Scalar) -> L {
    let (_, exponent, _, e) = reciprocal.exponential(x)
    // Far out, where e^(x/α) − 1 is −1, one multiplication does for the power of two.
    let one = L(repeating: 1)
    let power = e.exponent.atLeast(-100).roundedWithPowerOfTwo.power
    let isFar = exponent .< L(repeating: -50)
    let near = L.multiplyAdd(power, e.fraction, power - one)
    let left = L(repeating: alpha) * near.replacing(with: L(repeating: -1), where: isFar)
    return left.replacing(with: x, where: L(repeating: 0) .< x)
  }

  /// The same differentiated.
  @inline(__always)
  static func celuDerivative(_ x: L, _ reciprocal: ArgumentScale<L>) -> L {
    let slope = reciprocal.exponential(x).e.value
    return slope.replacing(with: L(repeating: 1), where: L(repeating: 0) .< x)
  }
}
