import TerminalCells
import TestSupport
import Testing
import Wording

@testable import Plotting

@Suite("Ticks")
struct TicksTests {
  @Test func standAtMultiplesOf1And2And5() {
    let ticks = Ticks.horizontal(AxisRange(-6, 6), width: 61)
    #expect(ticks.ticks.map(\.value) == Array(stride(from: -6, through: 6, by: 1)))
    #expect(ticks.ticks.map(\.label).prefix(2) == ["−6", "−5"])
    let upright = Ticks.vertical(AxisRange(0, 1), height: 15)
    #expect(upright.ticks.map(\.label) == ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"])
    #expect(upright.ticks.map(\.value) == [0, 0.2, 0.4, 0.6, 0.8, 1])
  }

  @Test func areAsManyAsFit() {
    let counts = [8, 20, 40, 80, 160].map {
      Ticks.horizontal(AxisRange(-6, 6), width: $0).ticks.count
    }
    #expect(counts == counts.sorted())
    #expect(counts.first ?? 0 >= 1 && counts.last ?? 0 >= 13)
  }

  /// The number that a label says, together with the offset of its axis, as exact decimal digits
  /// turned into a Double.
  private func reading(_ label: String, offset: String?) -> Double? {
    func decimal(_ text: String) -> (Int, Int)? {
      let parts = text.replacing("−", with: "-").split(separator: "e")
      guard let mantissa = parts.first else { return nil }
      let exponent = parts.count > 1 ? Int(parts[1]) : 0
      let halves = mantissa.split(separator: ".")
      guard let digits = Int(mantissa.replacing(".", with: "")), let exponent else { return nil }
      return (digits, exponent - (halves.count > 1 ? halves[1].count : 0))
    }
    guard let offset else { return Double(label.replacing("−", with: "-")) }
    guard var a = decimal(label), var b = decimal(offset) else { return nil }
    while a.1 > b.1 { a = (a.0 * 10, a.1 - 1) }
    while b.1 > a.1 { b = (b.0 * 10, b.1 - 1) }
    return Double("\(a.0 + b.0)e\(a.1)")
  }

  @Test func sayTheirValueExactlyInEveryWindow() {
    var generator = TestRandom(seed: 4)
    for minus in [Ticks.Minus.unicode, .ascii] {
      for _ in 0..<400 {
        let range = randomRange(&generator)
        let ticks = Ticks.horizontal(range, width: 70, minus: minus)
        #expect(!ticks.ticks.isEmpty, "\(range)")
        for tick in ticks.ticks {
          #expect(range.contains(tick.value))
          #expect(tick.label.count <= 14, "\(tick) \(range)")
          #expect(
            reading(tick.label, offset: ticks.offset) == tick.value,
            "\(tick) \(ticks.offset ?? "") \(range)")
        }
        #expect(Set(ticks.ticks.map(\.value)).count == ticks.ticks.count)
      }
    }
  }

  @Test func neverTouch() {
    var generator = TestRandom(seed: 5)
    for _ in 0..<500 {
      let range = randomRange(&generator)
      let width = Int.random(in: 1...120, using: &generator)
      let left = Int.random(in: 0...8, using: &generator)
      let space = -left..<width + 2
      let ticks = Ticks.horizontal(range, width: width, overhang: (left, 2), gap: 2)
      let projection = Projection(
        Viewport(x: range, y: range), onto: Rect(x: 0, y: 0, width: width, height: 1))
      var end = -1000
      for tick in ticks.ticks {
        let span = Ticks.labelSpan(
          of: tick.label.count, at: projection.column(of: tick.value) ?? -1, in: space)
        #expect(span.lowerBound >= end + 2 && span.clamped(to: space) == span)
        end = span.upperBound
      }
    }
  }

  @Test func keepTheirDistanceBesideAnUprightAxis() {
    var generator = TestRandom(seed: 6)
    for _ in 0..<500 {
      let range = randomRange(&generator)
      let height = Int.random(in: 1...60, using: &generator)
      let projection = Projection(
        Viewport(x: range, y: range), onto: Rect(x: 0, y: 0, width: 1, height: height))
      let rows = Ticks.vertical(range, height: height, spacing: 2).ticks
        .compactMap { projection.row(of: $0.value) }
      for (lower, upper) in zip(rows, rows.dropFirst()) { #expect(lower - upper >= 2) }
    }
  }

  @Test func shortenLabelsOfHugeTinyAndFarWindows() {
    let huge = Ticks.horizontal(AxisRange(-1e300, 1e300), width: 60)
    #expect(huge.ticks.map(\.label).contains("−0.5e300"))
    #expect(huge.ticks.map(\.label).contains("0"))
    let tiny = Ticks.vertical(AxisRange(0, 1e-300), height: 12)
    #expect(tiny.ticks.last?.label == "1.0e−300")
    let far = Ticks.horizontal(AxisRange(1e6, 1e6 + 1e-6), width: 60)
    #expect(far.offset == "+1e6")
    #expect(far.ticks.first?.label == "0")
    let all = Ticks.horizontal(AxisRange(-.infinity, .infinity), width: 80)
    #expect(all.ticks.map(\.label).prefix(3) == ["−1.5e308", "−1.0e308", "−0.5e308"])
  }

  @Test func writeDecimalsOfTheStep() {
    #expect(DecimalNumber(significand: -5, exponent: -3).plainText == "-0.005")
    #expect(DecimalNumber(significand: 1250, exponent: -2).plainText == "12.50")
    #expect(DecimalNumber(significand: 0, exponent: -2).plainText == "0.00")
    #expect(DecimalNumber(significand: 12, exponent: 3).plainText == "12000")
    #expect(DecimalNumber(significand: 15, exponent: 299).text(inPowersOf: 300) == "1.5e300")
  }
}
