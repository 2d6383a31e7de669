/// The exponentials e^(z/T)·2^−origin of a row none of whose exponents is far from 0 or from another.
///
/// They are normal numbers, which a single multiplication scales, and where `origin` is that of the
/// largest they are as near 1 as if the maximum were subtracted, which would cost digits, or the time
/// to keep them.
struct LevelRow<L: Lanes> {
  /// The exponent of the power of two that is nearest to the largest exponential.
  let origin: L.Scalar
  /// 1/T in two parts.
  private let factor: L
  private let factorLow: L

  /// Nil where the numbers of a row from `smallest` to `largest` are not level.
  @inline(__always)
  init?(_ temperature: Double, from smallest: L.Scalar, to largest: L.Scalar) {
    typealias C = L.Constants
    guard temperature > 0x1p-60, temperature < 0x1p60 else { return nil }
    let divisor = L.Scalar(temperature)
    guard largest - smallest < C.levelSpread * divisor,
      -C.levelReach * divisor < smallest, largest < C.levelReach * divisor
    else { return nil }
    if temperature == 1 {
      (factor, factorLow) = (L(repeating: 1), L(repeating: 0))
    } else {
      let reciprocal = DoubleDouble.quotient(1, temperature)
      let rounded = L.Scalar(reciprocal.high)
      factor = L(repeating: rounded)
      let rest = (reciprocal.high - Double(rounded)) + reciprocal.low
      factorLow = L(repeating: L.Scalar(rest))
    }
    origin = (L(repeating: largest * C.log2e) * factor).roundedWithPowerOfTwo.whole[0]
  }

  /// Where T is 1.
  @inline(__always)
  func exponential(_ z: L) -> L {
    SplitExponential.level(z, low: nil, above: origin)
  }

  @inline(__always)
  func exponentialOfQuotient(_ z: L) -> L {
    let (high, low) = L.product(z, factor)
    return SplitExponential.level(high, low: L.multiplyAdd(z, factorLow, low), above: origin)
  }
}

/// Multiplication by a reciprocal in two parts, which rounds little more than a division.
struct Reciprocal<L: Lanes> {
  private let high: L
  private let low: L

  /// Of a sum in two parts, a normal number.
  @inline(__always)
  init(_ sum: L.Scalar, _ sumLow: L.Scalar) {
    let sum = L(repeating: sum)
    let one = L(repeating: 1)
    high = one / sum
    let product = L.product(high, sum)
    low = ((one - product.high) - L.multiplyAdd(high, L(repeating: sumLow), product.low)) / sum
  }

  @inline(__always)
  func times(_ number: L) -> L { L.multiplyAdd(number, high, number * low) }
}
