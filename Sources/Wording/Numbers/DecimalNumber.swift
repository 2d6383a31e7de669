/// A decimal number, significand × 10^exponent, whose text and Double say exactly the same.
public struct DecimalNumber: Hashable {
  public var significand: Int
  public var exponent: Int

  public init(significand: Int, exponent: Int) {
    self.significand = significand
    self.exponent = exponent
  }

  /// The nearest Double.
  public var value: Double { Double("\(significand)e\(exponent)") ?? .nan }

  /// Every digit written out, with as many decimals as the exponent says.
  package var plainText: String {
    if significand == 0 { return exponent < 0 ? "0." + zeros(-exponent) : "0" }
    let digits = String(significand.magnitude)
    let sign = significand < 0 ? "-" : ""
    if exponent >= 0 { return sign + digits + zeros(exponent) }
    let decimals = -exponent
    let padded = digits.count > decimals ? digits : zeros(decimals + 1 - digits.count) + digits
    return sign + String(padded.dropLast(decimals)) + "." + String(padded.suffix(decimals))
  }

  /// The number as a multiple of 10^power, as in "-1.5e300"; `power` is not below the exponent.
  package func text(inPowersOf power: Int) -> String {
    if significand == 0 { return "0" }
    return DecimalNumber(significand: significand, exponent: exponent - power).plainText
      + "e\(power)"
  }

  /// One digit before the point and an exponent: "-1.50e-7".
  package var scientificText: String {
    let digits = String(significand.magnitude)
    let rest = digits.dropFirst()
    return (significand < 0 ? "-" : "") + String(digits.prefix(1))
      + (rest.isEmpty ? "" : "." + String(rest)) + "e\(exponent + rest.count)"
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

  private func zeros(_ count: Int) -> String {
    count > 0 ? String(repeating: "0", count: count) : ""
  }

  /// 10^exponent as the nearest Double.
  package static func powerOfTen(_ exponent: Int) -> Double { Double("1e\(exponent)") ?? .nan }

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
package func digitCount(_ number: Int) -> Int { String(number.magnitude).count }
