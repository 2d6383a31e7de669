import Plotting
import TerminalCells
import Testing

@Suite("A canvas")
struct CanvasTests {
  private func line(_ points: (Double, Double)..., width: Int, height: Int) -> Trace {
    var trace = Trace(size: Size(width: width, height: height))
    for (x, y) in points { trace.line(to: PlotPoint(x: x, y: y)) }
    trace.lift()
    return trace
  }

  private func picture(_ trace: Trace, _ markers: MarkerSet, _ stroke: Stroke = Stroke()) -> String
  {
    var frame = Frame(trace.size)
    var canvas = Canvas(trace.size, markers: markers)
    canvas.draw(trace, stroke)
    canvas.render(into: &frame, at: frame.bounds)
    return frame.picture
  }

  @Test func drawsThinLinesWithoutGaps() {
    let diagonal = line((0, 0), (4, 2), width: 4, height: 2)
    #expect(picture(diagonal, .braille) == "⠑⢄\n  ⠑⢄")
    #expect(picture(line((0, 1), (6, 1), width: 6, height: 2), .braille) == "\n⠉⠉⠉⠉⠉⠉")
    #expect(picture(line((1, 0), (1, 2), width: 3, height: 2), .braille) == " ⡇\n ⡇")
    let rising = line((0, 2), (4, 0), width: 4, height: 2)
    #expect(picture(rising, .quadrants) == "  ▄▀\n▄▀")
    #expect(picture(rising, .halfBlocks) == "  ▄▀\n▄▀")
  }

  /// One dot a column for slopes below 1 and one a row above, each touching the next.
  @Test func lightsOneDotInEachColumnOrRow() {
    var generator = SeededGenerator(12)
    for _ in 0..<500 {
      let (width, height) = (20, 10)
      func place(_ length: Int) -> Double {
        Double.random(in: 0...Double(length), using: &generator)
      }
      let (x0, y0, x1, y1) = (place(width), place(height), place(width), place(height))
      var canvas = Canvas(Size(width: width, height: height), markers: .braille)
      canvas.draw(line((x0, y0), (x1, y1), width: width, height: height), Stroke())
      let dots = (0..<40).flatMap { column in
        (0..<40).filter { canvas.hasDot(column: column, row: $0) }.map { (column, $0) }
      }
      #expect(!dots.isEmpty)
      let isFlat = abs(x1 - x0) * 2 > abs(y1 - y0) * 4
      let places = dots.map { isFlat ? $0.0 : $0.1 }.sorted()
      #expect(Set(places).count == places.count, "\(x0), \(y0) to \(x1), \(y1)")
      #expect((places.last ?? 0) - (places.first ?? 0) == places.count - 1)
    }
  }

  @Test func laterCurvesLieOnTopAndKeepTheBackground() {
    let size = Size(width: 1, height: 1)
    var frame = Frame(size, filledWith: Cell(" ", Style(on: 7)))
    var canvas = Canvas(size, markers: .braille)
    canvas.draw(line((0, 0.1), (1, 0.1), width: 1, height: 1), Stroke(Style(1)))
    canvas.draw(line((0, 0.9), (1, 0.9), width: 1, height: 1), Stroke(Style(2)))
    canvas.render(into: &frame, at: frame.bounds)
    #expect(frame[0, 0] == Cell("⣀", Style(2, on: 7)))
  }

  @Test func leavesEmptyCellsAsTheyAre() {
    var frame = Frame(Size(width: 3, height: 2), filledWith: Cell("·"))
    var canvas = Canvas(frame.size, markers: .braille)
    canvas.draw(line((0, 0.5), (3, 0.5), width: 3, height: 2), Stroke())
    canvas.render(into: &frame, at: frame.bounds)
    #expect(frame.picture == "⠤⠤⠤\n···")
  }

  @Test func leavesGapsInDashes() {
    let flat = line((0, 0.5), (14, 0.5), width: 14, height: 1)
    #expect(picture(flat, .braille, Stroke(dash: .dashed)) == "⠤⠤  ⠤⠤  ⠤⠤  ⠤⠤")
    #expect(picture(flat, .braille, Stroke(dash: .dotted)) == "⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠ ⠄⠠")
    #expect(picture(flat, .ascii, Stroke(dash: .dashed, asciiGlyph: "x")) == "xx xx xx xx xx")
    var dots: [Int] = []
    for dash in Dash.allCases {
      var canvas = Canvas(flat.size, markers: .braille)
      canvas.draw(flat, Stroke(dash: dash))
      dots.append((0..<28).filter { canvas.hasDot(column: $0, row: 2) }.count)
    }
    #expect(dots[0] == 28 && dots[1] < 20 && dots[2] <= dots[1] && dots[3] < dots[2])
  }

  @Test func choosesAsciiByPlaceAndSlope() {
    func glyph(_ a: (Double, Double), _ b: (Double, Double)) -> String {
      picture(line(a, b, width: 1, height: 1), .ascii)
    }
    #expect(glyph((0, 0.1), (1, 0.1)) == "'")
    #expect(glyph((0, 0.5), (1, 0.5)) == "-")
    #expect(glyph((0, 0.95), (1, 0.95)) == "_")
    #expect(glyph((0, 0.9), (1, 0.6)) == ".")
    #expect(glyph((0, 1), (1, 0)) == "/")
    #expect(glyph((0, 0), (1, 1)) == "\\")
    #expect(glyph((0.5, 0), (0.6, 1)) == "|")
  }

  private func shared(_ markers: MarkerSet, cells: Int = 7) -> Frame {
    var frame = Frame(Size(width: 9, height: 1))
    var canvas = Canvas(frame.size, markers: markers)
    canvas.draw(line((0, 0.1), (9, 0.1), width: 9, height: 1), Stroke(Style(1), asciiGlyph: "o"))
    let front = line((0, 0.9), (Double(cells), 0.9), width: 9, height: 1)
    canvas.draw(front, Stroke(Style(2), asciiGlyph: "x"))
    canvas.render(into: &frame, at: frame.bounds)
    return frame
  }

  @Test func curvesThatShareAStretchTakeTurns() {
    #expect(shared(.ascii).picture == "oxxoxxoo" + "o")
    #expect(shared(.braille).picture == "⠉⣀⣀⠉⣀⣀⠉⠉⠉")
  }

  @Test func aCellShowsTheDotsAndTheColourOfOneCurve() {
    let frame = shared(.braille)
    for x in 0..<9 {
      let isFront = frame[x, 0].character == "⣀"
      #expect(frame[x, 0].style == Style(isFront ? 2 : 1))
    }
  }

  @Test func whereCurvesMerelyCrossTheFrontOneIsWhole() {
    #expect(shared(.braille, cells: 1).picture == "⣀⠉⠉⠉⠉⠉⠉⠉⠉")
  }

  private func line(_ dash: Dash, from start: Double) -> String {
    var frame = Frame(Size(width: 8, height: 1))
    var canvas = Canvas(frame.size, markers: .braille)
    canvas.draw(self.line((start, 0.1), (8, 0.1), width: 8, height: 1), Stroke(dash: dash))
    canvas.render(into: &frame, at: frame.bounds)
    return frame.picture
  }

  @Test func dashesAreOfTheSameDotsWhereverTheyBegin() {
    for start in stride(from: 0, to: 0.5, by: 0.0625) {
      #expect(line(.dotted, from: start) == "⠁⠈ ⠁⠈ ⠁⠈", "from \(start)")
      #expect(line(.dashed, from: start) == "⠉⠉  ⠉⠉", "from \(start)")
    }
  }
}
