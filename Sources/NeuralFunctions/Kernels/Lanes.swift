import HardwareSupport

/// A few numbers side by side, with just the operations that the bulk kernels need.
///
/// The kernels are written once over this protocol. Both conforming types forward to the
/// concrete SIMD operators and everything is inlined into the concrete entry points, so that no
/// generic code is left at run time. Absent on purpose are `clamped`, unary minus and
/// `addingProduct` without the instruction: each costs half the speed or far more.
protocol Lanes: BitwiseCopyable {
  associatedtype Scalar: BinaryFloatingPoint
  associatedtype Mask
  associatedtype Constants: KernelConstants where Constants.Number == Scalar

  static var count: Int { get }

  init(repeating scalar: Scalar)
  subscript(lane: Int) -> Scalar { get set }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func .< (a: Self, b: Self) -> Mask
  static func .== (a: Self, b: Self) -> Mask

  func replacing(with other: Self, where mask: Mask) -> Self

  /// a·b + c, rounded once where the processor compiled for can, twice where it cannot.
  static func multiplyAdd(_ a: Self, _ b: Self, _ c: Self) -> Self

  /// |x| with the sign of `signs`.
  func withSign(of signs: Self) -> Self

  /// −|x|.
  var negativeMagnitude: Self { get }

  /// x without the low half of its significand's bits, so that its square is exact.
  var upperHalf: Self { get }

  /// The whole number n nearest to x, and 2^(n − origin), for a whole `origin` that leaves a normal
  /// number.
  func roundedWithPowerOfTwo(above origin: Scalar) -> (whole: Self, power: Self)
}

extension Lanes {
  /// The whole number nearest to x, and two to that power, for |x| below the largest exponent.
  @inline(__always)
  var roundedWithPowerOfTwo: (whole: Self, power: Self) { roundedWithPowerOfTwo(above: 0) }

  /// a·b in two parts.
  @inline(__always)
  static func product(_ a: Self, _ b: Self) -> (high: Self, low: Self) {
    let product = a * b
    if hardwareHasFusedMultiplyAdd() {
      return (product, multiplyAdd(a, b, Self(repeating: 0) - product))
    }
    // Of halved significands, which multiply exactly (Dekker).
    let (aHigh, bHigh) = (a.upperHalf, b.upperHalf)
    let (aLow, bLow) = (a - aHigh, b - bHigh)
    let error = ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow
    return (product, error)
  }
}

extension SIMD8<Double>: Lanes {
  typealias Mask = SIMDMask<SIMD8<Int64>>
  typealias Constants = DoubleConstants

  @inline(__always)
  static var count: Int { 8 }

  @inline(__always)
  static func multiplyAdd(_ a: Self, _ b: Self, _ c: Self) -> Self {
    hardwareHasFusedMultiplyAdd() ? c.addingProduct(a, b) : a * b + c
  }

  @inline(__always)
  private var bits: SIMD8<UInt64> { unsafeBitCast(self, to: SIMD8<UInt64>.self) }

  @inline(__always)
  private init(bits: SIMD8<UInt64>) { self = unsafeBitCast(bits, to: Self.self) }

  @inline(__always)
  func withSign(of signs: Self) -> Self {
    let sign = SIMD8<UInt64>(repeating: 1 << 63)
    let magnitude = SIMD8<UInt64>(repeating: ~(1 << 63))
    return Self(bits: (bits & magnitude) | (signs.bits & sign))
  }

  @inline(__always)
  var negativeMagnitude: Self { Self(bits: bits | SIMD8<UInt64>(repeating: 1 << 63)) }

  @inline(__always)
  var upperHalf: Self { Self(bits: bits & SIMD8<UInt64>(repeating: ~0 << 27)) }

  @inline(__always)
  func roundedWithPowerOfTwo(above origin: Double) -> (whole: Self, power: Self) {
    // Beside 1.5·2⁵² the spacing of numbers is 1: the sum is rounded, and its low bits hold the
    // whole number, which belongs in the exponent field.
    let shift = Self(repeating: 0x1.8p52 - origin)
    let shifted = self + shift
    let one = SIMD8<UInt64>(repeating: (1.0).bitPattern)
    return (shifted - shift, Self(bits: (shifted.bits &<< 52) &+ one))
  }
}

extension SIMD16<Float>: Lanes {
  typealias Mask = SIMDMask<SIMD16<Int32>>
  typealias Constants = FloatConstants

  @inline(__always)
  static var count: Int { 16 }

  @inline(__always)
  static func multiplyAdd(_ a: Self, _ b: Self, _ c: Self) -> Self {
    hardwareHasFusedMultiplyAdd() ? c.addingProduct(a, b) : a * b + c
  }

  @inline(__always)
  private var bits: SIMD16<UInt32> { unsafeBitCast(self, to: SIMD16<UInt32>.self) }

  @inline(__always)
  private init(bits: SIMD16<UInt32>) { self = unsafeBitCast(bits, to: Self.self) }

  @inline(__always)
  func withSign(of signs: Self) -> Self {
    let sign = SIMD16<UInt32>(repeating: 1 << 31)
    let magnitude = SIMD16<UInt32>(repeating: ~(1 << 31))
    return Self(bits: (bits & magnitude) | (signs.bits & sign))
  }

  @inline(__always)
  var negativeMagnitude: Self { Self(bits: bits | SIMD16<UInt32>(repeating: 1 << 31)) }

  @inline(__always)
  var upperHalf: Self { Self(bits: bits & SIMD16<UInt32>(repeating: ~0 << 12)) }

  @inline(__always)
  func roundedWithPowerOfTwo(above origin: Float) -> (whole: Self, power: Self) {
    let shift = Self(repeating: 0x1.8p23 - origin)
    let shifted = self + shift
    let one = SIMD16<UInt32>(repeating: Float(1).bitPattern)
    return (shifted - shift, Self(bits: (shifted.bits &<< 23) &+ one))
  }
}
