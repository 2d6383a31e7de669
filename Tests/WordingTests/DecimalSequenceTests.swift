import Testing
import Wording

/// Evenly spaced numbers.
@Suite struct DecimalSequenceTests {
  private func values(_ sequence: DecimalSequence?) -> [Double]? {
    sequence.map { sequence in (0..<sequence.count).map { sequence[$0] } }
  }

  @Test func stepsAreExactDecimals() {
    let tenths = values(DecimalSequence(from: -0.3, to: 0.35, step: 0.1))
    #expect(tenths?.map { "\($0)" } == ["-0.3", "-0.2", "-0.1", "0.0", "0.1", "0.2", "0.3"])
    let long = DecimalSequence(from: -6, to: 6, step: 0.001)
    #expect(long?.count == 12001)
    for index in 0..<12001 {
      let thousandths = index - 6000
      #expect(long?[index] == Double(thousandths) / 1000)
    }
    #expect(long?[6000].sign == .plus)
  }

  @Test func pointsHoldBothEndsAndRoundOnce() {
    #expect(
      values(DecimalSequence(from: 0, to: 1, count: 11))?.map { "\($0)" }
        == (0...10).map { "\(Double($0) / 10)" })
    #expect(values(DecimalSequence(from: 0, to: 1, count: 4)) == [0, 1 / 3.0, 2 / 3.0, 1])
    #expect(values(DecimalSequence(from: -2.5, to: 2.5, count: 2)) == [-2.5, 2.5])
    #expect(values(DecimalSequence(from: 7, to: 7, count: 3)) == [7, 7, 7])
  }

  @Test(arguments: [
    (0x1.8p-1, 0x1.23456789abcdep3, 0x1.fp-4), (-1.7e308, 1.7e308, 1e307),
    (0, 0x1p-1070, 0x1p-1074),
    (1e300, 1.7e308, 1e305), (-1e-300, 1e300, 1e299), (0.1, 0.1, 1e-9), (-0.0, 0, 1),
  ])
  func anyNumbersStayInTheRange(start: Double, end: Double, step: Double) throws {
    let sequence = try #require(DecimalSequence(from: start, to: end, step: step))
    let steps = try #require(values(sequence))
    #expect(steps.first == start && steps.allSatisfy { $0 >= start && $0 <= end })
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0 < $1 })
    let points = try #require(values(DecimalSequence(from: start, to: end, count: 7)))
    #expect(points.first == start && points.last == end)
    #expect(zip(points, points.dropFirst()).allSatisfy { $0 <= $1 })
    #expect((steps + points).allSatisfy { $0 != 0 || $0.sign == .plus })
  }

  @Test func moreThanCanBeCountedIsNothing() {
    #expect(DecimalSequence(from: 0, to: 1e300, step: 1e-300) == nil)
    #expect(DecimalSequence(from: -6, to: 6, step: 1e-300) == nil)
  }

  @Test func aWindowIsDividedAtRoundNumbers() {
    #expect(values(DecimalSequence(multiplesIn: -0.97...1.1))?.first == -0.9)
    #expect(DecimalSequence(multiplesIn: -6...6)?.count == 25)
    #expect(values(DecimalSequence(multiplesIn: 0...1)) == (0...20).map { Double($0 * 5) / 100 })
    #expect(DecimalSequence(multiplesIn: 0.3...0.3)?.count ?? 0 <= 1)
  }
}
