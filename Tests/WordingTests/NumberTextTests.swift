import Testing
import Wording

@Suite struct NumberTextTests {
  @Test(arguments: [
    (0, "0.000000"), (-0.0, "0.000000"), (1.25, "1.250000"), (-0.096004, "-0.096004"),
    (48.2483, "48.24830"), (123_456.7, "123456.7"), (1e6, "1000000"), (2.5e7, "2.50000e7"),
    (9.9e-5, "9.90000e-5"), (.leastNonzeroMagnitude, "4.94066e-324"),
    (1.7976931348623157e308, "1.79769e308"),
    (.infinity, "inf"), (-.infinity, "-inf"), (0.999_954_602_131_297_6, "0.999955"),
    (0.999_999_997_938_846_3, "1 - 2.06e-9"),
  ])
  func readoutsAreSixDigitsLong(_ value: Double, _ text: String) {
    #expect(NumberText.readout(value) == text)
  }

  @Test(arguments: [
    (0, "0"), (0.77729986, "0.7773"), (1, "1"), (1e6, "1e6"), (-2.06344, "-2.063"),
    (1.5e-7, "1.5e-7"), (999_999.9, "1.000e6"), (.nan, "nan"), (0.30000000000000004, "0.3000"),
    (123_456.7, "123457"), (123_456, "123456"), (-1.7976931348623157e308, "-1.798e308"),
    (0.999_954_602_131_297_6, "0.99995"), (0.999_999_997_938_846_3, "1 - 2.06e-9"),
    (0.999_999_999_999_999_8, "1 - 2e-16"), (-1.000_000_1, "-1 - 1e-7"), (6 - 1e-9, "6 - 1e-9"),
  ])
  func sentencesHaveFourDigitsOrAllThereAre(_ value: Double, _ text: String) {
    #expect(NumberText.brief(value) == text)
  }

  @Test func askedForMoreDigitsTheyShowWhatMoves() {
    #expect(NumberText.brief(1_000_000.0000005, digits: 14) == "1000000.0000005")
    #expect(NumberText.readout(1_000_000.0000005, digits: 14) == "1000000.00000050")
    #expect(NumberText.readout(12_345_678.25, digits: 10) == "12345678.250")
  }

  @Test func exactDigitsReadBack() {
    for value: Double in [
      0.1, 1 / 3, .leastNonzeroMagnitude, 1e22, -1.7976931348623157e308, 123_456_789.125,
    ] {
      #expect(Double(NumberText.exact(value)) == value)
    }
  }
}

@Suite struct NumberParserTests {
  @Test(arguments: [
    ("1.5", 1.5), (" -2 ", -2), ("−2", -2), ("+3", 3), (".5", 0.5), ("1e-3", 1e-3),
    ("0x1.8p+1", 3), ("-0x1p-2", -0.25), ("inf", .infinity), ("-INF", -.infinity),
    ("5e-324", .leastNonzeroMagnitude),
  ])
  func readsNumbersAsPeopleAndProgramsWriteThem(_ text: String, _ value: Double) throws {
    #expect(try NumberParser.number(text) == value)
  }

  @Test(arguments: ["", "x", "1,5", "--1", "infinity", "nan(1)", "1 2", "0x", "1e", "١"])
  func refusesWhatIsNoNumber(_ text: String) {
    #expect(throws: NumberParser.Failure.self) { try NumberParser.number(text) }
  }

  @Test func onlyTheWordAndTheSignAreInfinity() throws {
    #expect(throws: NumberParser.Failure.tooLarge("1e400")) { try NumberParser.number("1e400") }
    #expect(try NumberParser.number("∞") == .infinity)
    #expect(try NumberParser.number("−∞") == -.infinity)
  }

  @Test func vectorsMayHaveBracketsCommasAndLineEnds() throws {
    #expect(try VectorParser.logits("[1, 2;\n-inf\t(3)]") == [1, 2, -.infinity, 3])
    #expect(throws: VectorParser.Failure.notALogit(position: 2, value: .infinity)) {
      try VectorParser.logits("1 inf")
    }
    #expect(throws: VectorParser.Failure.wrongCount(1, accepted: 2...4096)) {
      try VectorParser.logits("7")
    }
  }

  /// An entry that was forgotten must not shift the others.
  @Test(arguments: [
    ("1,,2", 2), ("1, ,2", 2), (",1,2", 1), ("1;,2", 2), ("1,2,,", 3), ("[1,,2]", 2),
  ])
  func aMissingEntryIsRefused(_ text: String, _ position: Int) {
    #expect(throws: VectorParser.Failure.empty(position: position)) {
      try VectorParser.logits(text)
    }
  }

  @Test(arguments: ["1,2,", "1,2,\n", "1,\n2", "1 2\n", "1\t2 ,", "(1),(2)"])
  func aCommaAtTheEndIsNotAMissingEntry(_ text: String) throws {
    #expect(try VectorParser.logits(text) == [1, 2])
  }
}
