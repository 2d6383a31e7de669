import NumberFormatting

/// What all numbers on screen are made from: a Double in so many decimal digits, each of them right.
extension DecimalNumber {
  /// Of a finite Double, at most so many digits are held here.
  package static let mostDigits = 18

  /// A finite `value` correctly rounded to that many significant digits; trailing zeros are kept.
  package init(rounding value: Double, digits: Int) {
    self.init(rounding: value, digits: digits, shortest: DecimalNumber(shortest: value))
  }

  /// The same where the shortest digits of `value` are known.
  package init(rounding value: Double, digits: Int, shortest: DecimalNumber) {
    let digits = min(max(1, digits), Self.mostDigits)
    if value == 0 {
      self.init(significand: 0, exponent: 1 - digits)
    } else if value.isNormal, let rounded = shortest.rounded(to: digits) {
      self = rounded
    } else {
      self = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer in
        formatScientific(buffer.baseAddress, buffer.count, Int32(digits - 1), value)
        return buffer.withMemoryRebound(to: UInt8.self) { DecimalNumber(reading: $0) }
      }
    }
  }

  /// A finite `value` correctly rounded to that many decimals; nil where its shortest digits do not say.
  init?(rounding value: Double, decimals: Int) {
    guard value.isNormal, decimals >= 0 else { return nil }
    let shortest = DecimalNumber(shortest: value)
    let kept = shortest.digitCount + shortest.exponent + decimals
    guard kept > 0, let rounded = shortest.rounded(to: kept) else { return nil }
    // Rounding up may have brought one digit more before the point, and left one less behind it.
    self = rounded.exponent + decimals == 1 ? rounded.withZeros(1) : rounded
  }

  /// What the number is rounded to so many digits, of which the shortest digits of a normal Double tell:
  /// nil for more digits than every Double has, and where the number ends half-way.
  ///
  /// Shortest digits are not the number itself, but on the same side of what lies half-way between two
  /// decimals: that is shorter than they are, and would be taken for them if it were as near.
  private func rounded(to digits: Int) -> DecimalNumber? {
    guard digits <= Self.digitsOfEveryDouble else { return nil }
    let dropped = digitCount - digits
    if dropped <= 0 { return withZeros(-dropped) }
    let unit = Self.integerPower(dropped)
    let (quotient, rest) = significand.magnitude.quotientAndRemainder(dividingBy: unit)
    guard 2 * rest != unit else { return nil }
    var kept = Int(quotient) + (2 * rest > unit ? 1 : 0)
    var exponent = self.exponent + dropped
    if kept == Int(Self.integerPower(digits)) {
      kept /= 10
      exponent += 1
    }
    return DecimalNumber(significand: significand < 0 ? -kept : kept, exponent: exponent)
  }

  /// Decimals of so many digits are never two to a Double.
  private static let digitsOfEveryDouble = 15

  private func withZeros(_ count: Int) -> DecimalNumber {
    DecimalNumber(
      significand: significand * Int(Self.integerPower(count)), exponent: exponent - count)
  }

  private static func integerPower(_ exponent: Int) -> UInt {
    var power: UInt = 1
    for _ in 0..<exponent { power *= 10 }
    return power
  }

  /// The fewest digits that tell a finite `value` from its neighbours.
  package init(shortest value: Double) {
    var text = value.description
    self = text.withUTF8 { DecimalNumber(reading: $0) }.withoutTrailingZeros
  }

  /// The digits of a number as programs write it, "-1.5e-07", as far as there are any.
  private init(reading text: UnsafeBufferPointer<UInt8>) {
    self.init(significand: 0, exponent: 0)
    var isAfterPoint = false
    var index = text.startIndex
    loop: while index < text.endIndex {
      let byte = text[index]
      index += 1
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        significand = 10 * significand + Int(byte - UInt8(ascii: "0"))
        if isAfterPoint { exponent -= 1 }
      case UInt8(ascii: "."): isAfterPoint = true
      case UInt8(ascii: "-"): continue
      default: break loop
      }
    }
    exponent += Self.power(text[min(index, text.endIndex)...])
    if text.first == UInt8(ascii: "-") { significand.negate() }
  }

  /// The whole number that follows an "e", up to the first byte that is no part of it.
  private static func power(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let isNegative = text.first == UInt8(ascii: "-")
    let digits = text.drop { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") }
      .prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let power = digits.reduce(0) { 10 * $0 + Int($1 - UInt8(ascii: "0")) }
    return isNegative ? -power : power
  }

  private init(reading text: UnsafeMutableBufferPointer<UInt8>) {
    self.init(reading: UnsafeBufferPointer(text))
  }
}
