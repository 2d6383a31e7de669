import RealModule

/// The angle a·b in quarter turns, quadrant·π/2 + rest with |rest| ≤ π/4, from the exact product.
///
/// The product of two doubles has 106 bits and may be as large as 2²⁰⁴⁸; the bits of 2/π that
/// decide its quadrant and the 200 that follow are multiplied with it as whole numbers. Nothing
/// is rounded until the rest is written as two doubles.
///
/// Source: M. Payne and R. Hanek, "Radian reduction for trigonometric functions", SIGNUM
/// Newsletter 18, 1983.
struct ReducedAngle {
  /// From 0 to 3.
  private var quadrant: Int
  /// To about 100 bits of its size.
  private var rest: DoubleDouble

  /// The angle a·b, or 2·a·b, of finite numbers; NaN gives NaN.
  init(_ a: Double, times b: Double, doubled: Bool = false) {
    let factor: Double = doubled ? 2 : 1
    let product = a * b * factor
    quadrant = 0
    // Of a product that is subnormal the nearest double is all that its sine needs.
    rest =
      product.magnitude < 1e-290
      ? DoubleDouble(product) : DoubleDouble.product(a, b).timesPowerOfTwo(factor)
    if product.magnitude < 0.78 || product.isNaN { return }
    let (first, second) = (Integral(a), Integral(b))
    (quadrant, rest) = Self.reduce(
      first.digits.multipliedFullWidth(by: second.digits),
      first.exponent + second.exponent + (doubled ? 1 : 0))
    if (a < 0) != (b < 0) {
      rest = -rest
      quadrant = -quadrant & 3
    }
  }

  var sine: DoubleDouble { Self.sine(rest, quadrant) }
  var cosine: DoubleDouble { Self.sine(rest, quadrant + 1) }

  /// 1 + sin, from 1 − cos where that would cancel.
  var onePlusSine: DoubleDouble {
    guard quadrant == 3 else { return 1 + sine }
    let half = Self.shortSine(rest * 0.5)
    return half * half * 2
  }

  private static func sine(_ x: DoubleDouble, _ quadrant: Int) -> DoubleDouble {
    switch quadrant & 3 {
    case 0: shortSine(x)
    case 1: shortCosine(x)
    case 2: -shortSine(x)
    default: -shortCosine(x)
    }
  }

  /// |number| as a whole number times a power of two.
  private struct Integral {
    var digits: UInt64
    var exponent: Int

    init(_ number: Double) {
      let isNormal = number.exponentBitPattern > 0
      digits = number.significandBitPattern | (isNormal ? 1 << 52 : 0)
      exponent = Int(isNormal ? number.exponentBitPattern : 1) - 1075
    }
  }

  /// digits·2^exponent in quarter turns.
  private static func reduce(
    _ digits: (high: UInt64, low: UInt64), _ exponent: Int
  ) -> (quadrant: Int, rest: DoubleDouble) {
    // Words of 2/π that give whole turns only are left out.
    let start = exponent < 66 ? 0 : (exponent - 2) / 64
    var product = InlineArray<8, UInt64>(repeating: 0)  // The lowest word first.
    for place in 0..<6 {
      let word = twoOverPi[start + 5 - place]
      add(word.multipliedFullWidth(by: digits.low), to: &product, at: place)
      add(word.multipliedFullWidth(by: digits.high), to: &product, at: place + 1)
    }
    // The point stands before this bit.
    let point = 64 * (start + 6) - exponent
    var quadrant = Int(bits(of: product, at: point) & 3)
    var fraction = (
      bits(of: product, at: point - 64), bits(of: product, at: point - 128),
      bits(of: product, at: point - 192)
    )
    let isAboveHalf = fraction.0 >> 63 == 1
    if isAboveHalf {
      quadrant = (quadrant + 1) & 3
      fraction = (~fraction.0, ~fraction.1, ~fraction.2)
    }
    let quarters = number(fraction)
    return (quadrant, (isAboveHalf ? -quarters : quarters) * halfPi)
  }

  private static func add(
    _ term: (high: UInt64, low: UInt64), to sum: inout InlineArray<8, UInt64>, at place: Int
  ) {
    var carry: Bool
    (sum[place], carry) = sum[place].addingReportingOverflow(term.low)
    let next = term.high &+ (carry ? 1 : 0)  // A product's high word is never all ones.
    (sum[place + 1], carry) = sum[place + 1].addingReportingOverflow(next)
    var index = place + 2
    while carry && index < 8 {
      (sum[index], carry) = sum[index].addingReportingOverflow(1)
      index += 1
    }
  }

  /// The 64 bits from bit `start` up.
  private static func bits(of number: InlineArray<8, UInt64>, at start: Int) -> UInt64 {
    let (word, shift) = (start >> 6, UInt64(start & 63))
    let low = word >= 0 && word < 8 ? number[word] >> shift : 0
    let high = shift > 0 && word + 1 >= 0 && word + 1 < 8 ? number[word + 1] << (64 - shift) : 0
    return low | high
  }

  /// 192 bits after the point in two doubles.
  private static func number(_ bits: (UInt64, UInt64, UInt64)) -> DoubleDouble {
    var (bits, scale) = (bits, 0x1p-64)
    if bits.0 == 0 { (bits, scale) = ((bits.1, bits.2, 0), scale * 0x1p-64) }
    let zeros = UInt64(bits.0.leadingZeroBitCount)
    if zeros > 0 && zeros < 64 {
      bits.0 = bits.0 << zeros | bits.1 >> (64 - zeros)
      bits.1 = bits.1 << zeros | bits.2 >> (64 - zeros)
      scale /= Double(UInt64(1) << zeros)
    }
    let high = bits.0 & ~0x7ff
    let low = (bits.0 & 0x7ff) << 53 | bits.1 >> 11
    return .sum(larger: Double(high) * scale, smaller: Double(low) * (scale * 0x1p-53))
  }

  private static let halfPi = DoubleDouble(high: 0x1.921fb54442d18p+0, low: 0x1.1a62633145c07p-54)

  /// sin x for |x| ≤ π/4, to about 2⁻⁶⁴ of its size: the terms up to x⁵ in two doubles.
  private static func shortSine(_ x: DoubleDouble) -> DoubleDouble {
    let square = x * x
    var tail = 0.0
    for coefficient in sineCoefficients { tail = tail * square.high + coefficient }
    let fifth = DoubleDouble(high: 0x1.1111111111111p-7, low: 0x1.1111111111111p-63)
    let third = DoubleDouble(high: -0x1.5555555555555p-3, low: -0x1.5555555555555p-57)
    return x + x * square * (third + square * (fifth + tail * square.high))
  }

  /// cos x for |x| ≤ π/4, to about 2⁻⁶⁴: the terms up to x⁶ in two doubles.
  private static func shortCosine(_ x: DoubleDouble) -> DoubleDouble {
    let square = x * x
    var tail = 0.0
    for coefficient in cosineCoefficients { tail = tail * square.high + coefficient }
    let sixth = DoubleDouble(high: -0x1.6c16c16c16c17p-10, low: 0x1.f49f49f49f49fp-65)
    let fourth = DoubleDouble(high: 0x1.5555555555555p-5, low: 0x1.5555555555555p-59)
    return 1 + square * (-0.5 + square * (fourth + square * (sixth + tail * square.high)))
  }

  /// ±1/19!, …, −1/7!
  private static let sineCoefficients: [Double] = [
    -1 / 121_645_100_408_832_000, 1 / 355_687_428_096_000, -1 / 1_307_674_368_000,
    1 / 6_227_020_800, -1 / 39_916_800, 1 / 362_880, -1 / 5040,
  ]

  /// ±1/20!, …, 1/8!
  private static let cosineCoefficients: [Double] = [
    1 / 2_432_902_008_176_640_000, -1 / 6_402_373_705_728_000, 1 / 20_922_789_888_000,
    -1 / 87_178_291_200, 1 / 479_001_600, -1 / 3_628_800, 1 / 40_320,
  ]

  /// 2/π to 2,432 bits after the point.
  private static let twoOverPi: [UInt64] = [
    0xa2f9836e4e441529, 0xfc2757d1f534ddc0, 0xdb6295993c439041, 0xfe5163abdebbc561,
    0xb7246e3a424dd2e0, 0x06492eea09d1921c, 0xfe1deb1cb129a73e, 0xe88235f52ebb4484,
    0xe99c7026b45f7e41, 0x3991d639835339f4, 0x9c845f8bbdf9283b, 0x1ff897ffde05980f,
    0xef2f118b5a0a6d1f, 0x6d367ecf27cb09b7, 0x4f463f669e5fea2d, 0x7527bac7ebe5f17b,
    0x3d0739f78a5292ea, 0x6bfb5fb11f8d5d08, 0x56033046fc7b6bab, 0xf0cfbc209af4361d,
    0xa9e391615ee61b08, 0x6599855f14a06840, 0x8dffd8804d732731, 0x06061556ca73a8c9,
    0x60e27bc08c6b47c4, 0x19c367cddce8092a, 0x8359c4768b961ca6, 0xddaf44d15719053e,
    0xa5ff07053f7e33e8, 0x32c2de4f98327dbb, 0xc33d26ef6b1e5ef8, 0x9f3a1f35caf27f1d,
    0x87f121907c7c246a, 0xfa6ed5772d30433b, 0x15c614b59d19c3c2, 0xc4ad414d2c5d000c,
    0x467d862d71e39ac6, 0x9b0062337cd2b497,
  ]
}
