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
  /// Beyond ± this e^x is 0 or ∞, whatever factor of the kernels stands before it.
  static var largestExponent: Number { get }
  /// Below − this GELU is 0.
  static var deepestOfGELU: Number { get }

  /// (e^r − 1 − r)/r² for |r| ≤ ½ log 2.
  static func secondRemainderOfExp<L: Lanes>(_ r: L) -> L where L.Scalar == Number

  /// (log((1 + s)/(1 − s)) − 2s)/s³ as a function of z = s², for |s| ≤ 3 − √8.
  static func remainderOfLog<L: Lanes>(_ z: L) -> L where L.Scalar == Number

  /// With ``millsDenominatorNear(_:)``, R(a) = ½·exp(a²/2)·erfc(a/√2) for a from 0 to 4.
  ///
  /// The coefficients of all four are positive, so nothing cancels.
  static func millsNumeratorNear<L: Lanes>(_ a: L) -> L where L.Scalar == Number
  static func millsDenominatorNear<L: Lanes>(_ a: L) -> L where L.Scalar == Number

  /// With ``millsDenominatorFar(_:)``, a·R(a) as a function of z = 1/a², for a from 4 up.
  static func millsNumeratorFar<L: Lanes>(_ z: L) -> L where L.Scalar == Number
  static func millsDenominatorFar<L: Lanes>(_ z: L) -> L where L.Scalar == Number
}

enum DoubleConstants: KernelConstants {
  static var log2e: Double { 1.4426950408889634 }
  static var log2High: Double { 0x1.62e42feep-1 }
  static var log2Low: Double { 0x1.a39ef35793c76p-33 }
  static var largestExponent: Double { 810 }
  static var deepestOfGELU: Double { 40 }

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

  /// Degree 7 over degree 8, error 4.1e−18.
  @inline(__always)
  static func millsNumeratorNear<L: Lanes>(_ a: L) -> L where L.Scalar == Double {
    evenOdd(
      a,
      [
        0.00001535338407021254667, 0.0003637927545145983862, 0.004019860422311026989,
        0.0267273084962459756, 0.1155306258390420481, 0.3270706311305992374,
        0.5701862388209651823, 0.4999999999999999979,
      ])
  }

  @inline(__always)
  static func millsDenominatorNear<L: Lanes>(_ a: L) -> L where L.Scalar == Double {
    evenOdd(
      a,
      [
        0.00003848529679780069176, 0.0009118894659888039874, 0.01011487867560004592,
        0.06790565461591989775, 0.2996124740013936807, 0.8848139406682585647,
        1.700646628103822361, 1.938257038444794764, 1.0,
      ])
  }

  /// Degree 6 over degree 6, error 1.0e−17.
  @inline(__always)
  static func millsNumeratorFar<L: Lanes>(_ z: L) -> L where L.Scalar == Double {
    horner(
      z,
      [
        1302.016068587284915, 9109.519663468393992, 9027.321537468084086, 2912.629100104068885,
        382.8493700534576886, 21.09117113117285905, 0.3989422804014326322,
      ])
  }

  @inline(__always)
  static func millsDenominatorFar<L: Lanes>(_ z: L) -> L where L.Scalar == Double {
    horner(
      z,
      [
        11998.49988758242791, 37250.95676755370079, 28464.37303956921409, 8164.804059820186833,
        1010.528781803402835, 53.86772590247869384, 1.0,
      ])
  }
}

enum FloatConstants: KernelConstants {
  static var log2e: Float { 1.442695 }
  static var log2High: Float { 0x1.63p-1 }
  static var log2Low: Float { -0x1.bd0106p-13 }
  static var largestExponent: Float { 120 }
  static var deepestOfGELU: Float { 15 }

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

  /// Degree 4 over degree 4, error 2.7e−9.
  @inline(__always)
  static func millsNumeratorNear<L: Lanes>(_ a: L) -> L where L.Scalar == Float {
    evenOdd(
      a,
      [
        2.747137757e-6, 0.009631416677, 0.08472836364, 0.2920077696, 0.4999999986,
      ])
  }

  @inline(__always)
  static func millsDenominatorNear<L: Lanes>(_ a: L) -> L where L.Scalar == Float {
    evenOdd(
      a,
      [
        0.02431833039, 0.2102726404, 0.7720559959, 1.381899887, 1.0,
      ])
  }

  /// Degree 3 over degree 3, error 5.6e−11.
  @inline(__always)
  static func millsNumeratorFar<L: Lanes>(_ z: L) -> L where L.Scalar == Float {
    horner(
      z,
      [
        6.860151548, 18.62297174, 5.952960424, 0.3989422795,
      ])
  }

  @inline(__always)
  static func millsDenominatorFar<L: Lanes>(_ z: L) -> L where L.Scalar == Float {
    horner(
      z,
      [
        44.01570566, 59.60291321, 15.92185788, 1.0,
      ])
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
