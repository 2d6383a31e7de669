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

  @Test(arguments: [24, 40, 51, 77, 130])
  func ticksStandInTheMiddleOfColumnsAtEqualDistances(_ width: Int) {
    for (lower, upper) in [
      (0.0, 1.0), (-6, 6), (-5, 5), (-1.06, 1.06), (-7, 3), (0, 123), (1e-5, 3e-4),
    ] {
      let area = PlotArea(Viewport(x: lower...upper, y: -1...1), widensToColumns: true)
      let layout = area.layout(in: Rect(x: 0, y: 0, width: width, height: 12))
      let range = layout.area.viewport.x
      #expect(range.lower <= lower && range.upper >= upper)
      #expect(range.halfWidth < 0.75 * (upper - lower), "\(range) for \(lower)...\(upper)")
      let columns = layout.xTicks.ticks.map { layout.projection.across($0.value) }
      #expect(columns.count >= 2)
      for column in columns { #expect(abs(column - column.rounded(.down) - 0.5) < 1e-6) }
      let gaps = Set(zip(columns, columns.dropFirst()).map { Int(($1 - $0).rounded()) })
      #expect(gaps.count == 1, "\(gaps)")
      let labels = layout.xTicks.ticks.map(\.label.count).max() ?? 0
      #expect(gaps.allSatisfy { $0 > labels })
    }
  }

  @Test func windowsThatCannotBeAlignedStayAsTheyAre() {
    for range in [
      AxisRange(1e6, 1e6 + 1e-9), AxisRange(-1e308, 1e308),
      AxisRange(0, .leastNormalMagnitude / 64),
      AxisRange(-.greatestFiniteMagnitude, .greatestFiniteMagnitude),
    ] {
      for cells in [0, 1, 3, 4, 17, 1000] {
        let rows = CellTicks.vertical(range, rows: cells, spacing: 2, minus: .ascii)?.range ?? range
        let columns =
          CellTicks.horizontal(range, columns: cells, gap: 2, minus: .ascii)?.range ?? range
        for aligned in [rows, columns] {
          #expect(aligned.lower <= range.lower && aligned.upper >= range.upper)
        }
      }
    }
  }
}
