/// The constants of the kernels for one number type.
///
/// Polynomials and rational functions are minimax fits, computed to 60 digits with the Remez
/// algorithm and rounded once; the error of each fit is stated beside it.
protocol KernelConstants {
  associatedtype Number: BinaryFloatingPoint

  /// 1/log 2.
  static var log2e: Number { get }
  /// log 2, its first digits only, so that its products with exponents are exact.
  static var log2High: Number { get }
  /// log 2 − ``log2High``.
  static var log2Low: Number { get }
  /// log √(2π), its first digits only, so that sums with multiples of ``log2High`` are exact.
  static var logRootTwoPiHigh: Number { get }
  /// log √(2π) − ``logRootTwoPiHigh``.
  static var logRootTwoPiLow: Number { get }
  /// Beyond ± this e^x is 0 or ∞, whatever factor of the kernels stands before it.
  static var largestExponent: Number { get }
  /// How far apart the exponents of a ``LevelRow`` may be: e to minus this, and that times its last
  /// digit, are normal numbers.
  static var levelSpread: Number { get }
  /// How far from 0 they may be: their quotients by log 2 times ``log2High`` are exact, and those
  /// times ``log2Low`` are small.
  static var levelReach: Number { get }
  /// Below − this GELU is 0.
  static var deepestOfGELU: Number { get }
  /// The same of its approximation with tanh.
  static var deepestOfTanhGELU: Number { get }
  /// 2√(2/π) in two parts.
  static var tanhGELULinearHigh: Number { get }
  static var tanhGELULinearLow: Number { get }
  /// That times 0.044715 in two parts, the first of half the digits.
  static var tanhGELUCubicHigh: Number { get }
  static var tanhGELUCubicLow: Number { get }

  /// (e^r − 1 − r)/r² for |r| ≤ ½ log 2.
  static func secondRemainderOfExp<L: Lanes>(_ r: L) -> L where L.Scalar == Number

  /// (log((1 + s)/(1 − s)) − 2s)/s³ as a function of z = s², for |s| ≤ 3 − √8.
  static func remainderOfLog<L: Lanes>(_ z: L) -> L where L.Scalar == Number

  /// (Φ(x) − ½)/x as a function of z = x², for |x| ≤ ½.
  static func normalExcess<L: Lanes>(_ z: L) -> L where L.Scalar == Number

  /// With ``hazardDenominator(_:)``, c(a) = φ(a)/Φ(−a) − a from 0 to where GELU is lost: what the
  /// hazard rate of the standard normal distribution has above a, √(2/π) at 0 and about 1/a far
  /// out.
  ///
  /// The coefficients of both are positive, so nothing cancels.
  static func hazardNumerator<L: Lanes>(_ a: L) -> L where L.Scalar == Number
  static func hazardDenominator<L: Lanes>(_ a: L) -> L where L.Scalar == Number
}

enum DoubleConstants: KernelConstants {
  static var log2e: Double { 1.4426950408889634 }
  static var log2High: Double { 0x1.62e42feep-1 }
  static var log2Low: Double { 0x1.a39ef35793c76p-33 }
  static var logRootTwoPiHigh: Double { 0x1.d67f1c8600000p-1 }
  static var logRootTwoPiLow: Double { 3.452401150231459969e-11 }
  static var largestExponent: Double { 810 }
  static var levelSpread: Double { 650 }
  static var levelReach: Double { 0x1p18 }
  static var deepestOfGELU: Double { 40 }
  static var deepestOfTanhGELU: Double { 22 }
  static var tanhGELULinearHigh: Double { 0x1.9884533d43651p+0 }
  static var tanhGELULinearLow: Double { -0x1.cbc0d30ebfd15p-54 }
  static var tanhGELUCubicHigh: Double { 0x1.2444f28p-4 }
  static var tanhGELUCubicLow: Double { 0x1.26c5a57a4def1p-31 }

  /// Degree 9, error 3.4e−18 of e^r; in Estrin's order, which keeps the processor busy.
  @inline(__always)
  static func secondRemainderOfExp<L: Lanes>(_ r: L) -> L where L.Scalar == Double {
    let square = r * r
    let fourth = square * square
    let low = pair(0x1.000000000000bp-1, 0x1.5555555555561p-3, r)
    let next = pair(0x1.5555555550030p-5, 0x1.111111110d63cp-7, r)
    let third = pair(0x1.6c16c185a75aap-10, 0x1.a01a01bae181bp-13, r)
    let upper = pair(0x1.a0199693b56c2p-16, 0x1.71dddfcdbb430p-19, r)
    let top = pair(0x1.28b049195ee21p-22, 0x1.af85848767bc0p-26, r)
    let middle = L.multiplyAdd(fourth, top, L.multiplyAdd(square, upper, third))
    return L.multiplyAdd(fourth, middle, L.multiplyAdd(square, next, low))
  }

  /// Degree 6, error 3.1e−16 of a term that is at most 1 % of the logarithm.
  @inline(__always)
  static func remainderOfLog<L: Lanes>(_ z: L) -> L where L.Scalar == Double {
    horner(
      z,
      [
        0.146190970815774617, 0.153314977245025847, 0.181828962102540196, 0.222222110316846065,
        0.285714286266520713, 0.399999999998978854, 0.666666666666666975,
      ])
  }

  /// Degree 7, error 6.8e−19 of Φ(x).
  @inline(__always)
  static func normalExcess<L: Lanes>(_ z: L) -> L where L.Scalar == Double {
    horner(
      z,
      [
        -3.885442629098515985e-8, 6.649264953166834805e-7, -9.444411060970668051e-6,
        0.000115434654596958916, -0.00118732821294334732, 0.009973557009931664858,
        -0.06649038006690350539, 0.3989422804014326672,
      ])
  }

  /// Degree 9 over degree 10, error 5.2e−18 of a + c(a).
  @inline(__always)
  static func hazardNumerator<L: Lanes>(_ a: L) -> L where L.Scalar == Double {
    evenOdd(
      a,
      [
        5.592872993157439292e-7, 0.00001685194635142020676, 0.0002493719270112611286,
        0.002351399369006248282, 0.01548767219055828373, 0.07381512048433471311,
        0.2552793752048505165, 0.6224132472905364922, 0.9852257091674904072, 0.7978845608028653539,
      ])
  }

  @inline(__always)
  static func hazardDenominator<L: Lanes>(_ a: L) -> L where L.Scalar == Double {
    evenOdd(
      a,
      [
        5.592872993679506345e-7, 0.00001685194634157783617, 0.0002504905024468187637,
        0.002385103218789547933, 0.01598306181965014855, 0.078416769371535862,
        0.2847827191695557026, 0.7566315681967551735, 1.413238864733295493, 1.690226886258939515,
        1.0,
      ])
  }
}

enum FloatConstants: KernelConstants {
  static var log2e: Float { 1.442695 }
  static var log2High: Float { 0x1.63p-1 }
  static var log2Low: Float { -0x1.bd0106p-13 }
  static var logRootTwoPiHigh: Float { 0x1.d600000000000p-1 }
  static var logRootTwoPiLow: Float { 0.0009697832047 }
  static var largestExponent: Float { 120 }
  static var levelSpread: Float { 70 }
  static var levelReach: Float { 0x1p8 }
  static var deepestOfGELU: Float { 15 }
  static var deepestOfTanhGELU: Float { 11 }
  static var tanhGELULinearHigh: Float { 0x1.988454p+0 }
  static var tanhGELULinearLow: Float { -0x1.857936p-25 }
  static var tanhGELUCubicHigh: Float { 0x1.244p-4 }
  static var tanhGELUCubicLow: Float { 0x1.3ca936p-18 }

  /// Degree 4, error 3.1e−9 of e^r.
  @inline(__always)
  static func secondRemainderOfExp<L: Lanes>(_ r: L) -> L where L.Scalar == Float {
    horner(
      r,
      [
        0.00139504909645378, 0.008368889356505434, 0.04166620580599074, 0.16666518839639463, 0.5,
      ])
  }

  /// Degree 3, error 1.1e−9 of a term that is at most 1 % of the logarithm.
  @inline(__always)
  static func remainderOfLog<L: Lanes>(_ z: L) -> L where L.Scalar == Float {
    horner(
      z,
      [
        0.23333418789688258, 0.285506989263600192, 0.400001230917621335, 0.666666665526041354,
      ])
  }

  /// Degree 3, error 2.3e−9 of Φ(x).
  @inline(__always)
  static func normalExcess<L: Lanes>(_ z: L) -> L where L.Scalar == Float {
    horner(z, [-0.001122879571, 0.009961200052, -0.06648948422, 0.3989422623])
  }

  /// Degree 4 over degree 5, error 8.8e−10 of a + c(a).
  @inline(__always)
  static func hazardNumerator<L: Lanes>(_ a: L) -> L where L.Scalar == Float {
    evenOdd(a, [0.002462430573, 0.02957283816, 0.1651336995, 0.5010682824, 0.7978845612])
  }

  @inline(__always)
  static func hazardDenominator<L: Lanes>(_ a: L) -> L where L.Scalar == Float {
    evenOdd(a, [0.002462176771, 0.02958558318, 0.1697802926, 0.5637680882, 1.083425582, 1.0])
  }
}

/// low + high·x.
@inline(__always)
private func pair<L: Lanes>(_ low: L.Scalar, _ high: L.Scalar, _ x: L) -> L {
  L.multiplyAdd(L(repeating: high), x, L(repeating: low))
}

/// The polynomial with these coefficients, highest power first.
@inline(__always)
private func horner<L: Lanes, let count: Int>(
  _ x: L, _ coefficients: InlineArray<count, L.Scalar>
) -> L {
  var sum = L(repeating: coefficients[0])
  for power in 1..<count {
    sum = L.multiplyAdd(sum, x, L(repeating: coefficients[power]))
  }
  return sum
}

/// The same polynomial as the sum of its even and its odd powers: half the steps in a row, and
/// where all terms are positive half the rounding errors.
@inline(__always)
private func evenOdd<L: Lanes, let count: Int>(
  _ x: L, _ coefficients: InlineArray<count, L.Scalar>
) -> L {
  let square = x * x
  var leading = L(repeating: coefficients[0])
  var second = L(repeating: coefficients[1])
  for power in 2..<count {
    if power % 2 == 0 {
      leading = L.multiplyAdd(leading, square, L(repeating: coefficients[power]))
    } else {
      second = L.multiplyAdd(second, square, L(repeating: coefficients[power]))
    }
  }
  return count % 2 == 0 ? L.multiplyAdd(leading, x, second) : L.multiplyAdd(second, x, leading)
}
