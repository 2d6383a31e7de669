/// A decimal number, significand × 10^exponent, whose text and Double say exactly the same.
public struct DecimalNumber: Hashable {
  public var significand: Int
  public var exponent: Int

  public init(significand: Int, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  /// The nearest Double.
  public var value: Double {
    // Where both are Doubles as they stand, one operation rounds once.
    if significand.magnitude <= 1 << 53, let power = Self.exactPower(exponent.magnitude) {
      return exponent < 0 ? Double(significand) / power : Double(significand) * power
    }
    return Double("\(significand)e\(exponent)") ?? .nan
  }

  /// Every digit written out, with as many decimals as the exponent says.
  package var plainText: String {
    if significand == 0 && exponent >= 0 { return "0" }
    let (decimals, zeros) = (max(0, -exponent), max(0, exponent))
    return DigitWriter.text(
      length: (significand < 0 ? 1 : 0) + max(digitCount, decimals + 1) + (decimals > 0 ? 1 : 0)
        + zeros
    ) { writer in
      for _ in 0..<zeros { writer.put(UInt8(ascii: "0")) }
      var rest = writer.put(significand.magnitude, digits: decimals)
      if decimals > 0 { writer.put(UInt8(ascii: ".")) }
      repeat { rest = writer.put(rest, digits: 1) } while rest > 0
      if significand < 0 { writer.put(UInt8(ascii: "-")) }
    }
  }

  /// The number as a multiple of 10^power, as in "-1.5e300"; `power` is not below the exponent.
  package func text(inPowersOf power: Int) -> String {
    if significand == 0 { return "0" }
    return DecimalNumber(significand: significand, exponent: exponent - power).plainText
      + "e\(power)"
  }

  /// One digit before the point and an exponent: "-1.50e-7".
  package var scientificText: String {
    let decimals = digitCount - 1
    let power = exponent + decimals
    let powerDigits = Wording.digitCount(power)
    return DigitWriter.text(
      length: (significand < 0 ? 1 : 0) + 1 + (decimals > 0 ? decimals + 1 : 0) + 1
        + (power < 0 ? 1 : 0) + powerDigits
    ) { writer in
      _ = writer.put(power.magnitude, digits: powerDigits)
      if power < 0 { writer.put(UInt8(ascii: "-")) }
      writer.put(UInt8(ascii: "e"))
      let first = writer.put(significand.magnitude, digits: decimals)
      if decimals > 0 { writer.put(UInt8(ascii: ".")) }
      _ = writer.put(first, digits: 1)
      if significand < 0 { writer.put(UInt8(ascii: "-")) }
    }
  }

  /// How many digits the significand has.
  package var digitCount: Int { Wording.digitCount(significand) }

  /// The same number with no zeros at the end of its significand.
  package var withoutTrailingZeros: DecimalNumber {
    guard significand != 0 else { return DecimalNumber(significand: 0, exponent: 0) }
    var number = self
    while number.significand % 10 == 0 {
      number.significand /= 10
      number.exponent += 1
    }
    return number
  }

  /// 10^exponent as the nearest Double.
  package static func powerOfTen(_ exponent: Int) -> Double {
    DecimalNumber(significand: 1, exponent: exponent).value
  }

  /// 10^exponent where that is a Double as it stands.
  private static func exactPower(_ exponent: UInt) -> Double? {
    exponent < exactPowers.count ? exactPowers[Int(exponent)] : nil
  }

  private static let exactPowers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// A positive number to so many significant digits.
  package static func rounded(_ value: Double, digits: Int) -> Double {
    guard value > 0, value.isFinite else { return value }
    return DecimalNumber(rounding: value, digits: digits).value
  }

  /// The largest power of ten not above `value`, which is finite and above zero.
  package static func exponent(of value: Double) -> Int {
    var exponent = Int((Double(value.exponent) * 0.30102999566398120).rounded(.down))
    while powerOfTen(exponent) > value { exponent -= 1 }
    while powerOfTen(exponent + 1) <= value { exponent += 1 }
    return exponent
  }
}

/// How many decimal digits a number has.
package func digitCount(_ number: Int) -> Int {
  var (count, rest) = (1, number.magnitude)
  while rest >= 10 {
    rest /= 10
    count += 1
  }
  return count
}

/// Writes the text of a number from its end, where its digits come from, into the string itself: text
/// put together from parts took more time than all the rest of a number.
private struct DigitWriter {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private var start: Int

  /// - Parameter length: how many bytes `write` puts.
  static func text(length: Int, _ write: (inout DigitWriter) -> Void) -> String {
    String(unsafeUninitializedCapacity: length) { bytes in
      var writer = DigitWriter(bytes: bytes, start: length)
      write(&writer)
      return length
    }
  }

  mutating func put(_ byte: UInt8) {
    start -= 1
    bytes[start] = byte
  }

  /// The last so many digits of `number`, zeros before its first.
  ///
  /// - Returns: what is before them.
  mutating func put(_ number: UInt, digits: Int) -> UInt {
    var rest = number
    for _ in 0..<digits {
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    }
    return rest
  }
}
