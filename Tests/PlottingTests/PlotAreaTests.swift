import Plotting
import TerminalCells
import TestSupport
import Testing

@Suite("A plot area")
struct PlotAreaTests {
  @Test func drawsAxesWithTicksAndZeroLines() {
    var frame = Frame(Size(width: 30, height: 9))
    PlotArea(Viewport(x: -2...2, y: -1...1)).layout(in: frame.bounds).drawAxes(into: &frame)
    #expect(
      frame.picture == """
         1┤             ·
          │             ·
          │             ·
         0┤ · · · · · · · · · · · · ·
          │             ·
          │             ·
        −1┤             ·
          └┬─────┬──────┬─────┬─────┬
           −2    −1     0     1     2
        """)
  }

  @Test func stripesItsGutterBelowTheCurves() {
    var frame = Frame(Size(width: 20, height: 12))
    let layout = PlotArea(Viewport(x: -1...1, y: 0...1), gutterRows: 1).layout(in: frame.bounds)
    #expect(layout.gutter.height == 1 && layout.gutter.y == layout.plot.maxY)
    #expect(layout.gutter.width == layout.plot.width && layout.gutter.x == layout.plot.x)
    layout.drawStrip(into: &frame) { $0.upperBound <= 0 ? Cell("×") : nil }
    layout.drawStrip(row: 1, into: &frame) { _ in Cell("!") }
    let row = frame.text(row: layout.gutter.y)
    #expect(row.filter { $0 == "×" }.count == layout.plot.width / 2)
    #expect(!frame.picture.contains("!"))
  }

  @Test func shadesColumnsUnderWhatIsDrawn() {
    var frame = Frame(Size(width: 20, height: 12))
    let layout = PlotArea(Viewport(x: -1...1, y: 0...1)).layout(in: frame.bounds)
    layout.shadeColumns(into: &frame) { $0.lowerBound >= 0 ? 52 : nil }
    layout.drawMarker(x: 0.9, y: 0.5, Style(51), into: &frame)
    layout.drawMarker(x: -0.9, y: 0.5, Style(51), into: &frame)
    let dots = frame.cells.filter { $0.character == "●" }
    #expect(dots.map(\.style) == [Style(51), Style(51, on: 52)])
  }

  @Test func drawsTheCursorBehindCurvesAndNowhereOutside() {
    var frame = Frame(Size(width: 20, height: 12))
    let layout = PlotArea(Viewport(x: -1...1, y: -1...1)).layout(in: frame.bounds)
    layout.drawMarker(x: 0.5, y: 0.5, Style(), into: &frame)
    layout.drawCursor(x: 0.5, Style(), into: &frame)
    layout.drawCursor(x: 3, Style(), into: &frame)
    layout.drawCursor(x: .nan, Style(), into: &frame)
    layout.drawMarker(x: 0, y: 1.5, Style(), into: &frame)
    #expect(frame.cells.filter { $0.character == "┊" }.count == layout.plot.height - 1)
    #expect(frame.cells.filter { $0.character == "●" }.count == 1)
  }

  @Test func usesAsciiOnlyWhenToldTo() {
    var frame = Frame(Size(width: 40, height: 12))
    let area = PlotArea(Viewport(x: -1...1, y: -1e-9...1e-9), chrome: .ascii)
    let layout = area.layout(in: frame.bounds)
    layout.drawAxes(into: &frame)
    layout.drawCursor(x: 0.5, Style(), into: &frame)
    layout.drawMarker(x: 0.5, y: 0, as: .openDot, Style(), into: &frame)
    #expect(frame.picture.allSatisfy { $0.isASCII })
    #expect(frame.picture.contains("O") && frame.picture.contains("-1.0e-9"))
  }

  @Test func writesEachLabelWhole() {
    var generator = TestRandom(seed: 11)
    for _ in 0..<300 {
      let viewport = Viewport(x: randomRange(&generator), y: randomRange(&generator))
      var frame = Frame(
        Size(
          width: Int.random(in: 20...90, using: &generator),
          height: Int.random(in: 6...30, using: &generator)))
      let layout = PlotArea(viewport).layout(in: frame.bounds)
      layout.drawAxes(into: &frame)
      if layout.hasXAxis {
        let labels = frame.text(row: layout.gutter.maxY + 1).split(separator: " ").map(String.init)
        #expect(labels == layout.xTicks.ticks.map(\.label))
      }
      for tick in layout.yTicks.ticks {
        guard let row = layout.projection.row(of: tick.value) else { continue }
        let label = frame.text(row: row).prefix(layout.plot.x - 1).drop { $0 == " " }
        #expect(String(label) == tick.label)
      }
    }
  }

  @Test func drawsEverythingAtEverySize() {
    for (width, height) in oddSizes {
      for markers in MarkerSet.allCases {
        var frame = Frame(Size(width: width, height: height))
        let layout = PlotArea(Viewport(x: -1...1, y: -1...1), gutterRows: 2)
          .layout(in: frame.bounds)
        #expect(layout.plot.intersection(frame.bounds) == layout.plot)
        layout.drawAxes(into: &frame)
        let curve = Sampler(layout.projection, for: markers).curve { $0 }
        var canvas = Canvas(layout.plot.size, markers: markers)
        canvas.draw(curve.trace, Stroke(dash: .dashed))
        canvas.render(into: &frame, at: layout.plot)
        layout.shadeColumns(into: &frame) { _ in 1 }
        layout.drawStrip(into: &frame) { _ in Cell("x") }
        layout.drawCursor(x: 0, Style(), into: &frame)
        #expect(layout.plot.size.width == 0 || layout.plot.height == 0 || !curve.trace.isEmpty)
      }
    }
  }
}
