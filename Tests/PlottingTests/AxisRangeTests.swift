import Glibc
import Plotting
import TerminalCells
import TestSupport
import Testing

@Suite("A range of an axis")
struct AxisRangeTests {
  private func expectSound(_ range: AxisRange) {
    #expect(range.lower.isFinite && range.upper.isFinite && range.lower < range.upper)
    #expect(range.halfWidth.isFinite && range.halfWidth > 0)
    let magnitude = max(abs(range.lower), abs(range.upper))
    #expect(range.halfWidth >= 31 * magnitude.ulp, "\(range)")
    #expect(range.contains(range.center))
    #expect(range.fraction(of: range.lower) == 0 && range.fraction(of: range.upper) == 1)
    #expect(range.value(at: 0) == range.lower && range.value(at: 1) == range.upper)
  }

  @Test func isSoundWhateverItIsMadeOf() {
    var generator = TestRandom(seed: 1)
    for _ in 0..<3000 { expectSound(randomRange(&generator)) }
  }

  @Test func staysSoundWhateverIsDoneToIt() {
    var generator = TestRandom(seed: 2)
    let factors = [0.5, 2, 1e-300, 1e300, 0.1, 10, 0, -1, .nan, .infinity, 0.999]
    for _ in 0..<300 {
      var range = randomRange(&generator)
      for _ in 0..<20 {
        let factor = factors.randomElement(using: &generator) ?? 1
        if Bool.random(using: &generator) {
          range = range.zoomed(
            by: factor, about: range.value(at: Double.random(in: 0...1, using: &generator)))
        } else {
          range = range.panned(by: factor)
        }
        expectSound(range)
      }
    }
  }

  @Test func goesBackAndForthBetweenValuesAndFractions() {
    var generator = TestRandom(seed: 3)
    for _ in 0..<2000 {
      let range = randomRange(&generator)
      let fraction = Double.random(in: 0...1, using: &generator)
      let value = range.value(at: fraction)
      #expect(range.contains(value))
      #expect(abs(range.fraction(of: value) - fraction) < 0.04, "\(range) \(fraction)")
    }
  }

  @Test func keepsThePivotInItsPlaceWhenZoomed() {
    let range = AxisRange(-6, 6)
    #expect(range.zoomed(by: 0.5, about: 0) == AxisRange(-3, 3))
    #expect(range.zoomed(by: 2, about: 6) == AxisRange(-18, 6))
    #expect(range.zoomed(by: 0.5, about: 3).fraction(of: 3) == range.fraction(of: 3))
  }

  @Test func stopsAtTheLimitsOfDouble() {
    var range = AxisRange(-6, 6)
    for _ in 0..<2000 { range = range.zoomed(by: 2, about: 1) }
    #expect(range == AxisRange(-.infinity, .infinity))
    #expect(range.panned(by: 0.5) == range)
    for _ in 0..<5000 { range = range.zoomed(by: 0.5, about: 1) }
    #expect(range.contains(1) && range.upper - range.lower < 1e-13)
    let last = range.zoomed(by: 0.5, about: 1)
    #expect(last.contains(1))
  }

  @Test func pansByItsOwnWidth() {
    #expect(AxisRange(-6, 6).panned(by: 0.25) == AxisRange(-3, 9))
    #expect(AxisRange(0, 1).panned(by: -1) == AxisRange(-1, 0))
  }

  @Test func followsAValueNoFurtherThanItMust() {
    #expect(AxisRange(0, 10).following(5) == AxisRange(0, 10))
    #expect(AxisRange(0, 10).following(12) == AxisRange(2, 12))
    #expect(AxisRange(0, 10).following(-1) == AxisRange(-1, 9))
    #expect(AxisRange(0, 10).following(.nan) == AxisRange(0, 10))
  }

  @Test func fitsValues() {
    #expect(AxisRange.fitting([0, 1, .nan, .infinity], margin: 0) == AxisRange(0, 1))
    #expect(AxisRange.fitting([0, 10], margin: 0.1) == AxisRange(-1, 11))
    #expect(AxisRange.fitting([0, 0]) == AxisRange(-1, 1))
    #expect(AxisRange.fitting([4, 4]) == AxisRange(2, 6))
    #expect(AxisRange.fitting([] as [Double]) == AxisRange(-1, 1))
  }

  @Test func leavesOutliersOutWhenAsked() {
    let values = (0..<100).map(Double.init) + [1e9]
    #expect(AxisRange.fitting(values).upper > 1e9)
    #expect(AxisRange.fitting(values, ignoringOutliers: true).upper < 200)
  }

  /// What is found without sorting, where no outliers can be, is what sorting tells.
  @Test func outliersAreTheValuesBeyondTheMiddleNineTenths() {
    var generator = TestRandom(seed: 4)
    var kept = 0
    for _ in 0..<3000 {
      let scale = Double.random(in: 0.5...2, using: &generator)
      let magnitude = pow(10, Double.random(in: -320...307, using: &generator))
      let center = Double.random(in: -5...5, using: &generator)
      let values = (0..<Int.random(in: 20...60, using: &generator)).map { index in
        let reach = index % 21 == 0 ? 10 * scale : 1
        return magnitude * (center + reach * Double.random(in: -0.5...0.5, using: &generator))
      }
      let sorted = values.sorted()
      let cut = sorted.count / 20
      let (low, high) = (sorted[0], sorted[sorted.count - 1])
      let inner = (low: sorted[cut], high: sorted[sorted.count - 1 - cut])
      let hasOutliers =
        inner.low < inner.high && (high / 2 - low / 2) / 10 > inner.high / 2 - inner.low / 2
      kept += hasOutliers ? 0 : 1
      let expected = hasOutliers ? [inner.low, inner.high] : [low, high]
      #expect(
        AxisRange.fitting(values, margin: 0, ignoringOutliers: true)
          == AxisRange.fitting(expected, margin: 0))
    }
    #expect((300...2700).contains(kept))
  }
}

@Suite("A viewport")
struct ViewportTests {
  @Test func zoomsOneAxisOrBoth() {
    let viewport = Viewport(x: -2...2, y: -1...1)
    #expect(viewport.zoomed(by: 0.5, aboutX: 0, y: nil) == Viewport(x: -1...1, y: -1...1))
    #expect(viewport.zoomed(by: 0.5, aboutX: nil, y: 1) == Viewport(x: -2...2, y: 0...1))
    #expect(viewport.zoomed(by: 2, aboutX: 0, y: 0) == Viewport(x: -4...4, y: -2...2))
  }

  @Test func givesBothAxesTheSameUnitWhenAsked() {
    for size in [Size(width: 80, height: 20), Size(width: 10, height: 60)] {
      let equal = Viewport(x: -2...2, y: -1...1).withEqualAspect(on: size)
      let across = equal.x.halfWidth / Double(size.width)
      let down = equal.y.halfWidth / Double(size.height) / 2
      #expect(abs(across / down - 1) < 1e-12)
      #expect(equal.x.halfWidth >= 2 && equal.y.halfWidth >= 1)
    }
    let viewport = Viewport(x: -2...2, y: -1...1)
    #expect(viewport.withEqualAspect(on: Size(width: 0, height: 0)) == viewport)
  }

  @Test func findsTheCellOfAValueAndTheValueOfACell() {
    let area = Rect(x: 5, y: 2, width: 61, height: 20)
    let projection = Projection(Viewport(x: -6...6, y: -1...1), onto: area)
    for column in area.x..<area.maxX {
      #expect(projection.column(of: projection.x(atColumn: column)) == column)
      #expect(projection.xRange(ofColumn: column).contains(projection.x(atColumn: column)))
    }
    for row in area.y..<area.maxY {
      #expect(projection.row(of: projection.y(atRow: row)) == row)
    }
    #expect(projection.column(of: -6) == 5 && projection.column(of: 6) == 65)
    #expect(projection.row(of: 1) == 2 && projection.row(of: -1) == 21)
    #expect(projection.column(of: 6.1) == nil && projection.row(of: .nan) == nil)
    #expect(projection.column(of: 0) == 35)
  }
}
