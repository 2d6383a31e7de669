import TestSupport
import Testing

@testable import Wording

/// What holds for every number on screen, over random and hard Doubles.
@Suite struct NumberTextPropertyTests {
  private static let hard: [Double] = [
    0.1, 0.3.nextUp, 0.5.nextUp, 1.0.nextDown, 1.0.nextUp, 0.99995, 0.999949999, 5.9999999999,
    -0.9999999, 9.9999995, 99.99996, 999.95, 99999.99, 123_456, 123_456.7, 999_999.5, 1_234_567.8,
    9.9999e-5, 1e-4, 0.000576, 0.00999, -136.13, 858.5, 1e15, 1e22, .leastNormalMagnitude / 3000,
    .leastNonzeroMagnitude, .leastNormalMagnitude, 2.0.nextDown, 162_754.791_419,
  ]

  /// Of every size, near whole numbers, and of everyday length.
  private static let numbers: [Double] = {
    var random = TestRandom(seed: 14)
    var numbers = hard + hard.map { -$0 }
    for _ in 0..<3000 {
      let any = Double(bitPattern: random.next())
      if any.isFinite && any.magnitude < 1e300 { numbers.append(any) }
      let share = Double(random.next() % 2_000_001) / 1_000_000 - 1
      let power = Int(random.next() % 19)
      numbers.append(share * Double("1e\(power - 9)")!)
      numbers.append(Double(Int(random.next() % 23)) - 11 + share * Double("1e-\(power)")!)
    }
    return numbers.filter { $0 != 0 }
  }()

  private static let policies: [(name: String, width: Int, text: @Sendable (Double) -> String)] = [
    ("brief", 24, { NumberText.brief($0) }), ("longer", 24, { NumberText.brief($0, digits: 9) }),
    ("readout", 24, { NumberText.readout($0) }),
    ("narrow readout", 16, { NumberText.readout($0, digits: 12, width: 16) }),
    ("in a formula", 24, { NumberText.significant($0, digits: 5) }),
    ("in a column", 10, { NumberText.short($0) }),
    ("in a dense column", 10, { NumberText.dense($0) }),
    ("as fits", 10, { NumberText.fitting($0, width: 10) }),
  ]

  /// What a text says, and half a unit of its last digit; the distance from a whole number counts.
  private func reading(_ text: String) -> (value: Double, halfUnit: Double)? {
    if let value = Double(text) {
      let parts = text.split(separator: "e")
      let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
      let power = (parts.count > 1 ? Int(parts[1])! : 0) - decimals
      return (value, Double("5e\(power - 1)")!)
    }
    let compact = text.filter { $0 != " " }
    guard let sign = compact.dropFirst().firstIndex(where: { "+-".contains($0) }),
      let whole = Double(compact[..<sign]),
      let rest = reading(String(compact[compact.index(after: sign)...]))
    else { return nil }
    return (compact[sign] == "-" ? whole - rest.value : whole + rest.value, rest.halfUnit)
  }

  private func significantDigits(_ text: String) -> Int {
    text.prefix { $0 != "e" }.filter(\.isNumber).drop { $0 == "0" }.count
  }

  @Test func everyDigitIsRight() {
    for policy in Self.policies {
      for value in Self.numbers {
        let text = policy.text(value)
        if text.hasPrefix("≈") {
          #expect(Double(text.dropFirst()) == value.rounded(), "\(policy.name) \(value) \(text)")
          continue
        }
        guard let read = reading(text) else {
          Issue.record("\(policy.name) of \(value) is no number: \(text)")
          continue
        }
        #expect(
          (read.value - value).magnitude <= read.halfUnit * 1.000001 + value.ulp,
          "\(policy.name) \(value) \(text)")
      }
    }
  }

  @Test func noneIsWiderThanItsColumns() {
    for policy in Self.policies {
      for value in Self.numbers {
        let text = policy.text(value)
        #expect(text.count <= policy.width, "\(policy.name) \(value) \(text)")
      }
    }
  }

  /// Three digits, or all the number has; only an exponent of three digits leaves room for fewer.
  @Test func threeDigitsCount() {
    var checked = 0
    defer { #expect(checked > 1000) }
    for policy in Self.policies {
      for value in Self.numbers where value.magnitude > 1e-9 && value.magnitude < 1e9 {
        let text = policy.text(value)
        guard let shown = Double(text), shown != value else { continue }
        checked += 1
        let least = value < 0 && policy.width == 7 ? 2 : 3
        #expect(significantDigits(text) >= least, "\(policy.name) \(value) \(text)")
      }
    }
  }

  @Test func whatIsNearlyAWholeNumberDoesNotReadAsOne() {
    var checked = 0
    defer { #expect(checked > 100) }
    for policy in Self.policies {
      for value in Self.numbers where value.magnitude < 11 && value != value.rounded() {
        guard let shown = Double(policy.text(value)) else { continue }
        checked += 1
        #expect(shown == 0 || shown != shown.rounded(), "\(policy.name) \(value) \(shown)")
      }
    }
  }

  /// A text without an exponent and a point says the number to the unit.
  @Test func plainNotationHasEveryDigitBeforeThePoint() {
    var checked = 0
    defer { #expect(checked > 1000) }
    for policy in Self.policies {
      for value in Self.numbers {
        let text = policy.text(value)
        guard let shown = Double(text), !text.contains("e") else { continue }
        checked += 1
        #expect((shown - value).magnitude <= 0.5, "\(policy.name) \(value) \(text)")
      }
    }
  }

  @Test func numbersInFormulasReadBack() {
    for value in Self.numbers {
      #expect(Double(NumberText.significant(value, digits: 4)) != nil)
    }
  }

  @Test func sumsSayWhatRoundingLeft() {
    #expect(NumberText.sum(1, expected: 1) == ["1"])
    #expect(
      NumberText.sum(1.0.nextDown, expected: 1)
        == ["1 up to rounding (−1.11e−16)", "1 up to rounding"])
    #expect(
      NumberText.sum(2.775_557_561_562_891e-17, expected: 0)
        == ["0 up to rounding (2.78e−17)", "0 up to rounding"])
    #expect(NumberText.sum(.nan, expected: 0) == ["nan"])
  }
}
