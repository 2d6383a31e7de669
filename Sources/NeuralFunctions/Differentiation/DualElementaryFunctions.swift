import RealModule

extension Dual: ElementaryFunctions {
  public static func exp(_ x: Dual) -> Dual {
    let value = T.exp(x.value)
    // Shut for good, however large the argument's own slope is: it may have overflown, as x² does
    // in e^(−x²).
    return value == 0 ? Dual(constant: withoutTangents(value)) : x.chain(value, slope: value)
  }
  public static func expMinusOne(_ x: Dual) -> Dual {
    x.chain(.expMinusOne(x.value), slope: .exp(x.value))
  }
  public static func log(_ x: Dual) -> Dual { x.chain(.log(x.value), slope: 1 / x.value) }
  public static func log(onePlus x: Dual) -> Dual {
    x.chain(.log(onePlus: x.value), slope: 1 / (1 + x.value))
  }

  public static func sin(_ x: Dual) -> Dual { x.chain(.sin(x.value), slope: .cos(x.value)) }
  public static func cos(_ x: Dual) -> Dual { x.chain(.cos(x.value), slope: -.sin(x.value)) }
  public static func tan(_ x: Dual) -> Dual {
    let value = T.tan(x.value)
    return x.chain(value, slope: 1 + value * value)
  }
  public static func asin(_ x: Dual) -> Dual {
    x.chain(.asin(x.value), slope: 1 / .sqrt((1 - x.value) * (1 + x.value)))
  }
  public static func acos(_ x: Dual) -> Dual {
    x.chain(.acos(x.value), slope: -1 / .sqrt((1 - x.value) * (1 + x.value)))
  }
  public static func atan(_ x: Dual) -> Dual {
    x.chain(.atan(x.value), slope: Arctan().derivative(x.value))
  }

  public static func sinh(_ x: Dual) -> Dual { x.chain(.sinh(x.value), slope: .cosh(x.value)) }
  public static func cosh(_ x: Dual) -> Dual { x.chain(.cosh(x.value), slope: .sinh(x.value)) }
  public static func tanh(_ x: Dual) -> Dual {
    x.chain(.tanh(x.value), slope: Tanh().derivative(x.value))
  }
  public static func asinh(_ x: Dual) -> Dual {
    x.chain(.asinh(x.value), slope: 1 / .hypot(1, x.value))
  }
  public static func acosh(_ x: Dual) -> Dual {
    x.chain(.acosh(x.value), slope: 1 / (.sqrt(x.value - 1) * .sqrt(x.value + 1)))
  }
  public static func atanh(_ x: Dual) -> Dual {
    x.chain(.atanh(x.value), slope: 1 / ((1 - x.value) * (1 + x.value)))
  }

  /// d xʸ = y·xʸ⁻¹ dx + xʸ·log x dy; the second term only where y is not constant, so that a
  /// constant power of 0 or of a negative number keeps its derivative.
  public static func pow(_ x: Dual, _ y: Dual) -> Dual {
    let value = T.pow(x.value, y.value)
    let base = x.chain(value, slope: y.value * .pow(x.value, y.value - 1))
    let exponent = y.chain(value, slope: value * .log(x.value))
    return Dual(value, tangent: base.tangent + exponent.tangent)
  }
  public static func pow(_ x: Dual, _ n: Int) -> Dual {
    // An exponent below the least is not to be had; there a power is its neighbour.
    x.chain(.pow(x.value, n), slope: n == 0 ? 0 : T(n) * .pow(x.value, n == .min ? n : n - 1))
  }
  public static func sqrt(_ x: Dual) -> Dual {
    let value = T.sqrt(x.value)
    return x.chain(value, slope: 1 / (2 * value))
  }
  public static func root(_ x: Dual, _ n: Int) -> Dual {
    let value = T.root(x.value, n)
    return x.chain(value, slope: 1 / (T(n) * .pow(value, n == .min ? n : n - 1)))
  }
}
