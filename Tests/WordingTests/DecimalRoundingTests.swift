import Glibc
import TestSupport
import Testing

@testable import Wording

/// Digits are found from the shortest ones where those say them: they are those of the C library, which
/// rounds the number itself.
@Suite struct DecimalRoundingTests {
  /// Near halves and powers of ten, at the ends of the range, and of every size.
  private static let numbers: [Double] = {
    var random = TestRandom(seed: 77)
    var numbers: [Double] = [
      0, -0.0, 0.5, 2.5, 0.125, 1e23, 9.5, 99.5, 0.95, 9.995, 999_999.5, 1e22, 1e21, 123_456_789,
      .leastNonzeroMagnitude, .leastNormalMagnitude, .leastNormalMagnitude.nextDown,
      .greatestFiniteMagnitude, 0x1p53, 0x1p53 + 2, 0x1p60,
    ]
    for _ in 0..<4000 {
      numbers.append(Double(bitPattern: random.next()))
      let digits = Double(random.next() % 1_000_000)
      let power = Int(random.next() % 24) - 12
      // A decimal and its neighbours: half-way between two shorter ones where it ends in 5.
      let decimal = DecimalNumber(significand: Int(digits) * 10 + 5, exponent: power).value
      numbers += [decimal, decimal.nextUp, decimal.nextDown, digits / 8]
    }
    return (numbers + numbers.map { -$0 }).filter(\.isFinite)
  }()

  private func printed(_ format: String, _ decimals: Int, _ value: Double) -> String {
    withVaList([Int32(decimals), value]) { arguments in
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: 400) { buffer in
        vsnprintf(buffer.baseAddress, buffer.count, format, arguments)
        return String(cString: buffer.baseAddress!)
      }
    }
  }

  @Test func significantDigitsAreThoseOfTheNumberItself() {
    for value in Self.numbers {
      for digits in [1, 2, 3, 4, 5, 6, 9, 14, 15, 16, 17] {
        let number = DecimalNumber(rounding: value, digits: digits)
        let text = printed("%.*e", digits - 1, value)
        // -1.50e-07 is -150e-9.
        let parts = text.split(separator: "e")
        let significand = Int(parts[0].filter { $0 != "." })!
        let exponent = Int(parts[1])! - (digits - 1)
        let expected = DecimalNumber(significand: significand, exponent: exponent)
        guard number == expected else {
          Issue.record("\(value) in \(digits) digits is \(number), not \(expected)")
          return
        }
      }
    }
  }

  @Test func fixedDecimalsAreThoseOfTheNumberItself() {
    for value in Self.numbers {
      for decimals in [0, 1, 2, 4, 7, 12] {
        let text = NumberText.fixed(value, decimals: decimals)
        let expected = printed("%.*f", decimals, value)
        guard text == expected else {
          Issue.record("\(value) with \(decimals) decimals is \(text), not \(expected)")
          return
        }
      }
    }
  }

  @Test func aDecimalNumberAndItsTextsAreOneNumber() {
    var random = TestRandom(seed: 78)
    for _ in 0..<20_000 {
      let bits = Int(truncatingIfNeeded: random.next())
      let significand = bits >> Int(random.next() % 64)
      let exponent = Int(random.next() % 60) - 30
      let number = DecimalNumber(significand: significand, exponent: exponent)
      let value = Double("\(significand)e\(exponent)")!
      guard number.value == value, Double(number.plainText) == value,
        Double(number.scientificText) == value
      else {
        Issue.record("\(significand)e\(exponent): \(number.value), \(number.plainText)")
        return
      }
    }
  }

  @Test func textsHaveTheDigitsThatTheyAreMadeOf() {
    func plain(_ significand: Int, _ exponent: Int) -> String {
      DecimalNumber(significand: significand, exponent: exponent).plainText
    }
    func scientific(_ significand: Int, _ exponent: Int) -> String {
      DecimalNumber(significand: significand, exponent: exponent).scientificText
    }
    #expect(plain(-1500, -3) == "-1.500" && plain(15, -4) == "0.0015" && plain(7, 2) == "700")
    #expect(plain(0, -3) == "0.000" && plain(0, 5) == "0" && plain(12, -2) == "0.12")
    #expect(scientific(-150, -9) == "-1.50e-7" && scientific(5, -324) == "5e-324")
    #expect(scientific(0, 0) == "0e0" && scientific(12, 21) == "1.2e22")
  }
}
