import Testing
import Wording

@testable import Plotting

@Suite struct DecimalRoundingTests {
  @Test(
    arguments: [
      (0.000576, 3, "0.000576", "5.76e-4"), (123_456.7, 4, "123500", "1.235e5"),
      (-0.5, 3, "-0.500", "-5.00e-1"), (2.5, 1, "2", "2e0"), (3.5, 1, "4", "4e0"),
      (.leastNonzeroMagnitude, 3, nil, "4.94e-324"), (1.7976931348623157e308, 4, nil, "1.798e308"),
    ] as [(Double, Int, String?, String)])
  func roundedToSoManyDigits(_ value: Double, _ digits: Int, _ plain: String?, _ scientific: String)
  {
    let number = DecimalNumber(rounding: value, digits: digits)
    #expect(number.digitCount == digits)
    if let plain { #expect(number.plainText == plain) }
    #expect(number.scientificText == scientific)
  }

  @Test(
    arguments: [
      0.1, -1 / 3, 123_456, 9_007_199_254_740_992, 1e22, .leastNonzeroMagnitude,
      1.7976931348623157e308, 0, -2.5e-7,
    ] as [Double])
  func theShortestReadsBack(_ value: Double) {
    let number = DecimalNumber(shortest: value)
    #expect(number.value == value)
    #expect(number.digitCount <= 17)
  }

  /// Four decimals in six columns, and three in five: as many digits that count as there is
  /// room for, three at best.
  @Test(arguments: [
    (0.2247, "+.2247", "+.225"), (-0.2247, "−.2247", "−.225"), (0.0576, "+.0576", "+.058"),
    (0.00576, "+.0058", "+.006"), (0.000576, "+.0006", "+6e−4"), (1e-30, "+1e−30", nil),
    (6e-4, "+.0006", "+6e−4"),
    (0.99995, "1−5e−5", nil), (-0.99995, nil, nil), (1, "+1", "+1"), (0, "0", "0"),
    (0.05, "+.0500", "+.050"),
  ])
  func entriesShowAsManyDigitsAsThereIsRoomFor(_ value: Double, _ wide: String?, _ narrow: String?)
  {
    func text(_ decimals: Int, _ width: Int) -> String? {
      EntryText(decimals: decimals, width: width, minus: "−", plus: "+", dropsZero: true)
        .text(value)
    }
    #expect(text(4, 6) == wide)
    #expect(text(3, 5) == narrow)
  }
}
