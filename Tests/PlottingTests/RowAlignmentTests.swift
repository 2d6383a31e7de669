import TerminalCells
import Testing

@testable import Plotting

@Suite struct RowAlignmentTests {
  @Test(arguments: [7, 12, 16, 17, 26, 33, 50])
  func ticksStandInTheMiddleOfRowsAtEqualDistances(_ height: Int) {
    for (lower, upper) in [(0.0, 1.0), (-0.3, 6.2), (-1.06, 1.06), (-7, 3), (0, 123), (1e-5, 3e-4)]
    {
      let area = PlotArea(
        Viewport(x: -1...1, y: lower...upper), widensToRows: true)
      let layout = area.layout(in: Rect(x: 0, y: 0, width: 60, height: height + 2))
      let range = layout.area.viewport.y
      #expect(range.lower <= lower && range.upper >= upper)
      #expect(range.halfWidth < (upper - lower), "twice as high: \(range) for \(lower)...\(upper)")
      let rows = layout.yTicks.ticks.map { layout.projection.down($0.value) }
      #expect(rows.count >= 2)
      for row in rows { #expect(abs(row - row.rounded(.down) - 0.5) < 1e-6, "\(row)") }
      let gaps = Set(zip(rows, rows.dropFirst()).map { Int(($0 - $1).rounded()) })
      #expect(gaps.count == 1, "\(gaps)")
    }
  }

  @Test func windowsThatCannotBeAlignedStayAsTheyAre() {
    for range in [
      AxisRange(1e6, 1e6 + 1e-9), AxisRange(-1e308, 1e308),
      AxisRange(0, .leastNormalMagnitude / 64),
      AxisRange(-.greatestFiniteMagnitude, .greatestFiniteMagnitude),
    ] {
      for rows in [0, 1, 3, 4, 17, 1000] {
        let aligned = range.withTicksOnRows(rows, spacing: 2)
        #expect(aligned.lower <= range.lower && aligned.upper >= range.upper)
      }
    }
  }
}
