/// The standard normal distribution with the digits of its tails.
enum StandardNormal {
  /// The density φ(x) = e^(−x²/2) / √(2π), for x other than NaN; the square is exact.
  static func density(_ x: Double) -> ScaledDoubleDouble {
    guard x > -100 && x < 100 else { return ScaledDoubleDouble.exp(-2000) * reciprocalRootTwoPi }
    let halfSquare = DoubleDouble.square(x).timesPowerOfTwo(0.5)
    return ScaledDoubleDouble.exp(-halfSquare) * reciprocalRootTwoPi
  }

  /// Φ(x), the probability of a value below x, for x other than NaN.
  static func cumulative(_ x: Double) -> ScaledDoubleDouble {
    guard x < -0.5 || x > 0.5 else {
      return ScaledDoubleDouble(significand: centralCumulative(x), exponent: 0)
    }
    let tail = density(x) * millsRatio(x < 0 ? -x : x)
    return x < 0
      ? tail : ScaledDoubleDouble(significand: 1 - tail.unscaled, exponent: 0)
  }

  /// Φ(x) for |x| ≤ 0.5: ½ + φ(0)·x·(1 − x²/6 + x⁴/40 − …), the n-th term being
  /// (−x²/2)ⁿ / (n!·(2n + 1)).
  private static func centralCumulative(_ x: Double) -> DoubleDouble {
    let halfSquare = -x * x / 2
    var tail = 0.0
    for coefficient in centralCoefficients { tail = tail * halfSquare + coefficient }
    let series = DoubleDouble.sum(larger: 1, smaller: tail * halfSquare)
    return reciprocalRootTwoPi * x * series + 0.5
  }

  /// 1/(n!·(2n + 1)) for n = 12, …, 1.
  private static let centralCoefficients: [Double] = [
    1 / 11_975_040_000, 1 / 918_086_400, 1 / 76_204_800, 1 / 6_894_720, 1 / 685_440,
    1 / 75_600, 1 / 9360, 1 / 1320, 1 / 216, 1 / 42, 1 / 10, 1 / 3,
  ]

  /// Mills' ratio Φ(−t)/φ(t) for t ≥ 0.5, with an error below 2⁻⁵³ of its size.
  ///
  /// Of (t + 0.8)·ratio, which stays between 1 and 1.19, the part above 1 is a polynomial in
  /// (t − 4)/(t + 4), interpolated at Chebyshev nodes; so its rounding weighs little.
  static func millsRatio(_ t: Double) -> DoubleDouble {
    let q = (t - 4) / (t + 4)
    var excess = 0.0
    for coefficient in millsCoefficients { excess = excess * q + coefficient }
    return DoubleDouble.sum(larger: 1, smaller: excess) / DoubleDouble.sum(t, 0.8)
  }

  private static let reciprocalRootTwoPi = DoubleDouble(
    high: 0x1.9884533d43651p-2, low: -0x1.cbc0d30ebfd15p-56)

  private static let millsCoefficients: [Double] = [
    0x1.5fd4e0d1ac77cp-35, 0x1.16976fe7f0cafp-31, 0x1.621ade83f8dfap-33,
    -0x1.5489e51146d34p-28, -0x1.82d31bc100eeap-28, 0x1.92cc518afe622p-26,
    0x1.a7c19e0338c6fp-25, -0x1.163f33323b3ebp-24, -0x1.3797506c7bd27p-22,
    0x1.42162099ef793p-25, 0x1.81bb7f8b09a01p-20, 0x1.e6bc12140337cp-21,
    -0x1.ce02d638082f5p-18, -0x1.12ace7a17340ep-17, 0x1.30a4515db470ap-15,
    0x1.ab58bbd3a5907p-15, -0x1.ebf1f0637240ap-13, -0x1.c0812bb14135ep-13,
    0x1.e13701a8d437fp-10, -0x1.0fa28567974a5p-10, -0x1.a338238d3cc81p-7,
    0x1.932e5806c2ba1p-5, -0x1.89f56e9700dfcp-4, 0x1.b8e3ed961c1cap-4,
    -0x1.beabc3931028bp-6, -0x1.417c1145b0bc4p-3, 0x1.166338c5275c4p-3,
  ]
}
