import NumberFormatting

/// What all numbers on screen are made from: a Double in so many decimal digits, each of them right.
extension DecimalNumber {
  /// Of a finite Double, at most so many digits are held here.
  package static let mostDigits = 18

  /// A finite `value` correctly rounded to that many significant digits; trailing zeros are kept.
  package init(rounding value: Double, digits: Int) {
    let decimals = Int32(min(max(1, digits), Self.mostDigits) - 1)
    self = withUnsafeTemporaryAllocation(of: CChar.self, capacity: 40) { buffer in
      formatScientific(buffer.baseAddress, buffer.count, decimals, value)
      return buffer.withMemoryRebound(to: UInt8.self) { DecimalNumber(reading: $0) }
    }
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
