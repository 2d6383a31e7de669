import TerminalCells
import Testing

@testable import Plotting

@Suite struct RowAlignmentTests {
  @Test(arguments: [7, 12, 16, 17, 26, 33, 50])
  func ticksStandAtOnePlaceOfRowsAtEqualDistances(_ height: Int) {
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
      let places = rows.map { $0 - $0.rounded(.down) }
      #expect(places.allSatisfy { abs($0 - places[0]) < 1e-6 }, "\(rows)")
      #expect([0.5, 0.25, 0.75].contains { abs($0 - places[0]) < 1e-6 }, "\(rows)")
      let gaps = Set(zip(rows, rows.dropFirst()).map { Int(($0 - $1).rounded()) })
      #expect(gaps.count == 1, "\(gaps)")
    }
  }

  /// A window that was chosen is shown about its middle, and as large wherever it is moved.
  @Test(arguments: [7, 12, 16, 17, 26, 33, 50])
  func ticksOfAChosenWindowStandAtEqualDistancesAndKeepItsSize(_ height: Int) throws {
    for span in [1.037, 0.8371, 11.93, 4.713, 1.037e-9, 2.91e200] {
      var sizes: [Double] = []
      for shift in stride(from: -1.5, through: 1.5, by: 0.0625) {
        let asked = AxisRange((shift - 0.5) * span, (shift + 0.5) * span)
        let area = PlotArea(
          Viewport(x: AxisRange(-1, 1), y: asked), widensToRows: true, keepsYScale: true)
        let layout = area.layout(in: Rect(x: 0, y: 0, width: 60, height: height + 2))
        let range = layout.area.viewport.y
        #expect(range.lower <= asked.lower && range.upper >= asked.upper)
        let most = height < 16 ? 1.8 : 1.25
        #expect(range.halfWidth <= most * asked.halfWidth, "\(range) for \(asked)")
        sizes.append(range.halfWidth)
        let rows = try layout.yTicks.ticks.map {
          try #require(layout.projection.row(of: $0.value))
        }
        #expect(rows.count >= 2)
        #expect(Set(zip(rows, rows.dropFirst()).map { $0 - $1 }).count <= 1, "\(rows)")
      }
      #expect(try #require(sizes.max()) <= 1.000001 * #require(sizes.min()), "\(span): \(sizes)")
    }
  }

  /// What the middle of rows would leave without labels, or with an empty fifth, as found in plots.
  @Test(arguments: [
    (-0.909, 0.909, 18, 0.25), (-8.0, 16.0, 24, 2.5), (-0.858, 1.0, 19, 0.2), (-1.0, 5.0, 18, 2),
  ])
  func ticksStandBesideTheMiddleWhereTheyWouldBeFew(
    _ lower: Double, _ upper: Double, _ rows: Int, _ step: Double
  ) throws {
    let found = try #require(
      CellTicks.vertical(AxisRange(lower, upper), rows: rows, spacing: 2, minus: .ascii))
    #expect(found.ticks.step == step)
    #expect(found.ticks.ticks.count >= 4)
    let cell = 2 * found.range.halfWidth / Double(rows)
    #expect((upper - lower) / cell > 0.79 * Double(rows))
    let place = -found.range.lower / cell
    #expect(abs(place - place.rounded(.down) - 0.5) > 0.2)
  }

  /// What is left over goes to the end where it brings a label, if there are few.
  @Test func anAxisLeansWhereThatBringsALabel() throws {
    let found = try #require(
      CellTicks.vertical(AxisRange(-1, 5), rows: 18, spacing: 2, minus: .ascii))
    #expect(found.ticks.ticks.map(\.label) == ["-2", "0", "2", "4"])
    let full = try #require(
      CellTicks.vertical(AxisRange(0, 1), rows: 57, spacing: 3, minus: .ascii))
    #expect(abs((full.range.upper - 1) - (0 - full.range.lower)) <= 0.02 + 1e-9)
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
