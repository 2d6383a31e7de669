import RealModule

extension Dual: RealFunctions {
  public static func atan2(y: Dual, x: Dual) -> Dual {
    let r = T.hypot(x.value, y.value)
    // Divided by r twice, lest its square overflow.
    let turn = (x.value / r) * (y.tangent / r) - (y.value / r) * (x.tangent / r)
    return Dual(.atan2(y: y.value, x: x.value), tangent: turn)
  }
  public static func hypot(_ x: Dual, _ y: Dual) -> Dual {
    let r = T.hypot(x.value, y.value)
    return Dual(r, tangent: (x.value / r) * x.tangent + (y.value / r) * y.tangent)
  }

  public static func erf(_ x: Dual) -> Dual {
    x.chain(.erf(x.value), slope: 2 / .sqrt(.pi) * .exp(-x.value * x.value))
  }
  public static func erfc(_ x: Dual) -> Dual {
    x.chain(.erfc(x.value), slope: -2 / .sqrt(.pi) * .exp(-x.value * x.value))
  }
  public static func exp2(_ x: Dual) -> Dual {
    let value = T.exp2(x.value)
    return x.chain(value, slope: value * .log(2))
  }
  public static func exp10(_ x: Dual) -> Dual {
    let value = T.exp10(x.value)
    return x.chain(value, slope: value * .log(10))
  }
  public static func log2(_ x: Dual) -> Dual {
    x.chain(.log2(x.value), slope: 1 / (x.value * .log(2)))
  }
  public static func log10(_ x: Dual) -> Dual {
    x.chain(.log10(x.value), slope: 1 / (x.value * .log(10)))
  }

  public static func gamma(_ x: Dual) -> Dual {
    let value = T.gamma(x.value)
    return x.chain(value, slope: value * digamma(x.value))
  }
  public static func logGamma(_ x: Dual) -> Dual {
    x.chain(.logGamma(x.value), slope: digamma(x.value))
  }
  public static func signGamma(_ x: Dual) -> FloatingPointSign { T.signGamma(x.value) }
}

extension Dual: Real {}

/// ψ = (log Γ)′, to about 1e−14 of the larger of its size and 1; NaN at the poles 0, −1, −2, ….
func digamma<T: Real>(_ x: T) -> T {
  if x <= 0 {
    guard x != x.rounded(.down) else { return .nan }
    return digamma(1 - x) - .pi / .tan(.pi * x)
  }
  // ψ(x) = ψ(x + 1) − 1/x, up to where the asymptotic series has all digits.
  var (shifted, sum) = (x, T.zero)
  while shifted < 12 {
    sum -= 1 / shifted
    shifted += 1
  }
  let inverseSquare = 1 / (shifted * shifted)
  // B₂ₖ/2k for k = 7, …, 1, as numerator and denominator.
  let coefficients = [(1, 12), (-691, 32_760), (1, 132), (-1, 240), (1, 252), (-1, 120), (1, 12)]
  var series = T.zero
  for (numerator, denominator) in coefficients {
    series = (series + T(numerator) / T(denominator)) * inverseSquare
  }
  return sum + .log(shifted) - 1 / (2 * shifted) - series
}
