import TerminalCells
import TestSupport
import Testing

@testable import Plotting

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
    var generator = TestRandom(seed: 12)
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

  // MARK: Strong lines

  private func dots(_ canvas: Canvas) -> Set<[Int]> {
    let (across, down) = canvas.markers.dotsPerCell
    return Set(
      (0..<canvas.size.width * across).flatMap { column in
        (0..<canvas.size.height * down).filter { canvas.hasDot(column: column, row: $0) }
          .map { [column, $0] }
      })
  }

  @Test(arguments: [MarkerSet.braille, .sextants])
  func strongLinesAreTwoDotsThickAndClosed(_ markers: MarkerSet) {
    var generator = TestRandom(seed: 13)
    let (across, down) = markers.dotsPerCell
    let (width, height) = (20, 10)
    for _ in 0..<300 {
      let place = { (length: Int) in
        Double.random(in: 1...Double(length) - 1, using: &generator)
      }
      let (x0, y0, x1, y1) = (place(width), place(height), place(width), place(height))
      var canvas = Canvas(Size(width: width, height: height), markers: markers)
      let trace = line((x0, y0), (x1, y1), width: width, height: height)
      canvas.draw(trace, Stroke(weight: .strong))
      let dots = dots(canvas)
      let columns = Int(min(x0, x1) * Double(across))...Int(max(x0, x1) * Double(across))
      let rows = Int(min(y0, y1) * Double(down))...Int(max(y0, y1) * Double(down))
      for column in columns.dropFirst().dropLast() {
        #expect(dots.filter { $0[0] == column }.count >= 2, "column \(column) of \(trace)")
      }
      for row in rows.dropFirst().dropLast() {
        #expect(dots.filter { $0[1] == row }.count >= 2, "row \(row) of \(trace)")
      }
      // Each dot has a neighbour across or above: nothing hangs by a corner alone.
      for dot in dots {
        let beside = [[1, 0], [-1, 0], [0, 1], [0, -1]].contains {
          dots.contains([dot[0] + $0[0], dot[1] + $0[1]])
        }
        #expect(beside)
      }
    }
  }

  @Test func aFlatStrongLineIsTwoDotsThickWhereverItLies() {
    for y in stride(from: 0.2, through: 0.8, by: 0.015625) {
      var canvas = Canvas(Size(width: 5, height: 1), markers: .braille)
      canvas.draw(line((0, y), (5, y), width: 5, height: 1), Stroke(weight: .strong))
      for column in 1..<9 {
        let count = (0..<4).filter { canvas.hasDot(column: column, row: $0) }.count
        #expect(count == 2, "\(y)")
      }
    }
  }

  @Test(arguments: MarkerSet.allCases)
  func aHeavyLineIsAboutAsThickAsACell(_ markers: MarkerSet) {
    let down = markers.dotsPerCell.rows
    for y in stride(from: 2.1, through: 3.9, by: 0.0625) {
      var canvas = Canvas(Size(width: 6, height: 6), markers: markers)
      canvas.draw(line((0, y), (6, y), width: 6, height: 6), Stroke(weight: .heavy))
      let rows = Set(dots(canvas).map { $0[1] })
      let thickness = Double(rows.count) / Double(down)
      #expect((1...1.5).contains(thickness), "\(thickness) at \(y)")
    }
  }

  @Test func aSolidLineOfFineDotsIsMadeOfBlocks() {
    var canvas = Canvas(Size(width: 6, height: 3), markers: .braille)
    canvas.draw(
      line((0, 1.5), (6, 1.5), width: 6, height: 3), Stroke(weight: .heavy, isSolid: true))
    var frame = Frame(Size(width: 6, height: 3))
    canvas.render(into: &frame, at: Rect(frame.size))
    let characters = Set(frame.cells.map(\.character))
    #expect(characters.isSubset(of: Set(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")))
    #expect(frame.text(row: 1).contains("█"))
  }

  @Test(arguments: MarkerSet.allCases, [Mark.closedDot, .diamond])
  func aLargeMarkIsClearOfTheCurve(_ markers: MarkerSet, _ mark: Mark) {
    for y in stride(from: 0.0, through: 6, by: 0.375) {
      for x in [0, 0.1, 5.7, 11.9, 12] {
        var canvas = Canvas(Size(width: 12, height: 6), markers: markers)
        canvas.draw(
          line((0, y), (12, y), width: 12, height: 6), Stroke(Style(1), weight: .heavy))
        var cells = canvas.inked()
        cells.stampLarge(mark, at: PlotPoint(x: x, y: y), Style(2), isSolid: true)
        var frame = Frame(Size(width: 12, height: 6))
        cells.render(into: &frame, at: Rect(frame.size))
        #expect(frame.cells.contains { $0.style.foreground == Style(2).foreground }, "\(x), \(y)")
        #expect(frame.cells.contains { $0.style.foreground == Style(1).foreground }, "\(x), \(y)")
      }
    }
  }

  // MARK: Dashes

  @Test func dashesAreMeasuredAlongTheCurve() {
    func share(_ trace: Trace, _ dash: Dash) -> Double {
      var whole = Canvas(trace.size, markers: .braille)
      whole.draw(trace, Stroke())
      var dashed = Canvas(trace.size, markers: .braille)
      dashed.draw(trace, Stroke(dash: dash))
      return Double(dots(dashed).count) / Double(dots(whole).count)
    }
    let flat = line((0, 10), (60, 10), width: 60, height: 30)
    let steep = line((20, 0), (20, 30), width: 60, height: 30)
    for dash in Dash.allCases where dash != .solid {
      let drawn = (share(flat, dash), share(steep, dash))
      #expect(drawn.0 > 0.2 && drawn.0 < 0.9, "\(dash)")
      // One as long as the other on the screen has as much of its length drawn.
      #expect(abs(drawn.0 - drawn.1) < 0.08, "\(dash): \(drawn)")
    }
    #expect(picture(flat, .braille, Stroke(dash: .longDashed)).contains("⠉⠉⠉⠉⠉⠉⠉  ⠉"))
  }

  @Test func dashesOfAStrongLineAreAsLongAsOfAFineOne() {
    let flat = line((0, 0.5), (40, 0.5), width: 40, height: 1)
    for dash in Dash.allCases {
      let lit = [Stroke.Weight.fine, .strong].map { weight in
        var canvas = Canvas(flat.size, markers: .braille)
        canvas.draw(flat, Stroke(weight: weight, dash: dash))
        return Set(dots(canvas).map { $0[0] }).count
      }
      #expect(abs(lit[0] - lit[1]) <= 12, "\(dash): \(lit)")
    }
  }

  @Test func aStrongLineInASCIIIsTheSameAllAlong() {
    let curve = line(
      (0, 0.1), (3, 0.5), (6, 0.9), (8, 5), (9, 5.9), (14, 5.1), width: 14, height: 6)
    let text = picture(curve, .ascii, Stroke(weight: .strong))
    #expect(Set(text).subtracting([" ", "\n"]) == ["*"])
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

  // MARK: Shared cells

  private func shared(_ markers: MarkerSet, cells: Int = 12, dash: Dash = .solid) -> Frame {
    var frame = Frame(Size(width: 14, height: 1))
    var canvas = Canvas(frame.size, markers: markers)
    canvas.draw(
      line((0, 0.1), (14, 0.1), width: 14, height: 1),
      Stroke(Style(1), dash: dash, asciiGlyph: "o"))
    let front = line((0, 0.9), (Double(cells), 0.9), width: 14, height: 1)
    canvas.draw(front, Stroke(Style(2), asciiGlyph: "x"))
    canvas.render(into: &frame, at: frame.bounds)
    return frame
  }

  @Test func curvesThatShareAStretchTakeTurns() {
    #expect(shared(.ascii).picture == "xxxxoxxxxoxxoo")
    let frame = shared(.braille)
    let colors = (0..<14).map { frame[$0, 0].style.foreground?.index }
    #expect(colors == [2, 2, 2, 2, 1, 2, 2, 2, 2, 1, 2, 2, 1, 1])
  }

  /// However short its dashes are, one that is hidden for long comes to its turn.
  @Test func dashesTakeTurnsToo() {
    for dash in Dash.allCases {
      #expect(shared(.ascii, cells: 14, dash: dash).picture.contains("o"), "\(dash)")
    }
  }

  @Test func theFrontCurveIsNeverFrayedAndNeverHasAGap() {
    #expect(shared(.braille).picture == "⣀⣀⣀⣀⣉⣀⣀⣀⣀⣉⣀⣀⠉⠉")
  }

  @Test func whereCurvesMerelyCrossTheFrontOneIsWhole() {
    #expect(shared(.ascii, cells: 4).picture == "xxxxoooooooooo")
  }

  @Test(arguments: MarkerSet.allCases)
  func linesLieBelowCurves(_ markers: MarkerSet) {
    let size = Size(width: 20, height: 8)
    var curves = Canvas(size, markers: markers)
    let curve = line((0, 7), (8, 4), (20, 3.9), width: 20, height: 8)
    curves.draw(curve, Stroke(Style(1), weight: .strong))
    var lines = Canvas(size, markers: markers)
    lines.draw(line((0, 8), (20, 0), width: 20, height: 8), Stroke(Style(2)))
    var (alone, both) = (Frame(size), Frame(size))
    var cells = curves.inked()
    cells.render(into: &alone, at: alone.bounds)
    cells.lay(under: lines.inked())
    cells.render(into: &both, at: both.bounds)
    for y in 0..<8 {
      for x in 0..<20 where curves.isLit(x: x, y: y) {
        #expect(both[x, y].style == alone[x, y].style)
        if markers != .braille { #expect(both[x, y] == alone[x, y]) }
      }
    }
    #expect(both.cells.filter { $0.style == Style(2) }.count >= 8)
  }

  private func brailleDots(_ cell: Cell) -> UInt32 {
    let value = cell.character.unicodeScalars.first!.value
    return value >= 0x2800 ? value - 0x2800 : 0
  }

  /// A line below is closed through the dashes of a curve, and a dot clear of the one in front.
  @Test func aFineLineGoesOnThroughTheCellsOfCurves() {
    let size = Size(width: 20, height: 8)
    func frame(_ curves: Canvas, under line: Canvas?) -> Frame {
      var frame = Frame(size)
      var cells = curves.inked()
      if let line { cells.lay(under: line.inked()) }
      cells.render(into: &frame, at: frame.bounds)
      return frame
    }
    var lines = Canvas(size, markers: .braille)
    lines.draw(line((0, 8), (20, 0), width: 20, height: 8), Stroke(Style(3), weight: .hair))
    var curves = Canvas(size, markers: .braille)
    curves.draw(
      line((0, 7.8), (20, 0.3), width: 20, height: 8), Stroke(Style(2), dash: .dashed))
    curves.draw(line((0, 4.1), (20, 4.1), width: 20, height: 8), Stroke(Style(1)))
    let (alone, both) = (frame(curves, under: nil), frame(curves, under: lines))
    var gaps = 0
    for y in 0..<8 {
      for x in 0..<20 {
        let (before, after) = (brailleDots(alone[x, y]), brailleDots(both[x, y]))
        #expect(after & before == before, "a dot of a curve is gone")
        if before != 0 { #expect(both[x, y].style == alone[x, y].style) }
        for row in 0..<4 {
          for column in 0..<2 where lines.hasDot(column: 2 * x + column, row: 4 * y + row) {
            let bit = UInt32(MarkerSet.braille.bit(column: column, row: row))
            // The front curve lies in the rows of dots about 4 · 4.1.
            if after & bit == 0 {
              gaps += 1
              #expect(abs(4 * y + row - 16) <= 1, "a gap at \(x), \(y)")
            }
          }
        }
      }
    }
    #expect(gaps >= 1)
  }

  /// Among blocks, which are as thick as a curve, a fine line is made of characters.
  @Test(arguments: [MarkerSet.sextants, .quadrants, .halfBlocks])
  func amongBlocksAHairIsWritten(_ markers: MarkerSet) {
    let written = Set("─│/\\'._")
    for slope in stride(from: -3.0, through: 3, by: 0.25) {
      let trace = line((10, 5 - 5 * slope), (20, 5 + 5 * slope), width: 30, height: 10)
      let text = picture(trace, markers, Stroke(weight: .hair))
      #expect(text.contains { written.contains($0) }, "\(slope)")
      #expect(text.allSatisfy { written.contains($0) || $0.isWhitespace }, "\(text)")
    }
    let flat = line((0, 1.5), (12, 1.5), width: 12, height: 3)
    #expect(picture(flat, markers, Stroke(weight: .hair)).contains("────────────"))
  }

  /// The tangent of a straight line is known by its colour, and leaves the line as it is. Among blocks
  /// it would look torn.
  @Test(arguments: MarkerSet.allCases)
  func aLineThatIsHiddenAltogetherShowsItsColour(_ markers: MarkerSet) {
    let straight = line((0, 2), (40, 1), width: 40, height: 4)
    var curves = Canvas(straight.size, markers: markers)
    curves.draw(straight, Stroke(Style(1), weight: .strong))
    var lines = Canvas(straight.size, markers: markers)
    lines.draw(straight, Stroke(Style(2)))
    var (alone, both) = (Frame(straight.size), Frame(straight.size))
    var cells = curves.inked()
    cells.render(into: &alone, at: alone.bounds)
    cells.lay(under: lines.inked())
    cells.render(into: &both, at: both.bounds)
    #expect(both.picture == alone.picture)
    let seen = both.cells.filter { $0.style == Style(2) }.count
    #expect(markers == .braille || markers == .ascii ? seen >= 4 && seen <= 6 : seen == 0)
  }

  /// However many run through the same cells, and whichever way they run.
  @Test(arguments: 2...8)
  func everyCurveOfAStretchIsSeen(_ count: Int) {
    let ways = [
      line((0, 15), (60, 15), width: 60, height: 30),
      line((20.5, 0), (20.5, 30), width: 60, height: 30),
      line((0, 30), (60, 0), width: 60, height: 30),
    ]
    for way in ways {
      for markers in MarkerSet.allCases {
        var frame = Frame(way.size)
        var canvas = Canvas(way.size, markers: markers)
        for index in 1...count {
          canvas.draw(
            way, Stroke(Style(Color(UInt8(index))), asciiGlyph: Character("\(index)")))
        }
        canvas.render(into: &frame, at: frame.bounds)
        let seen = Set(frame.cells.compactMap(\.style.foreground?.index))
        #expect(seen.count == count, "\(markers)")
      }
    }
  }

  // MARK: Marks

  private func stamped(
    _ mark: Mark, _ markers: MarkerSet, x: Double, y: Double, _ chrome: Chrome = .unicode
  ) -> (frame: Frame, curve: Frame) {
    let size = Size(width: 12, height: 6)
    var canvas = Canvas(size, markers: markers)
    canvas.draw(
      line((0, y), (12, y), width: 12, height: 6), Stroke(Style(1), weight: .strong))
    var cells = canvas.inked()
    var (frame, curve) = (Frame(size), Frame(size))
    cells.render(into: &curve, at: curve.bounds)
    cells.stamp(mark, at: PlotPoint(x: x, y: y), Style(3), chrome: chrome)
    cells.render(into: &frame, at: frame.bounds)
    return (frame, curve)
  }

  /// The rows of dots that a square covers.
  private func rows(of square: Character) -> Set<Int>? {
    switch square {
    case "▀": [0, 1]
    case "■": [1, 2]
    case "▄": [2, 3]
    default: nil
    }
  }

  @Test func aPointIsASquareInTheRowOfDotsOfItsValue() {
    for x in stride(from: 3.0, to: 9, by: 0.37) {
      for y in stride(from: 2.0, to: 4, by: 0.0313) {
        let (frame, curve) = stamped(.closedDot, .braille, x: x, y: y)
        let cell = frame[Int(x), Int(y)]
        #expect(cell.style == Style(3))
        let covered = rows(of: cell.character)
        #expect(covered?.contains(Int((y - y.rounded(.down)) * 4)) == true, "\(y): \(cell)")
        // All else is as it was.
        for other in 0..<frame.cells.count where other != Int(y) * 12 + Int(x) {
          #expect(frame.cells[other] == curve.cells[other])
        }
      }
    }
  }

  /// The dots of a block cover those of the square that stands on them.
  @Test(arguments: [MarkerSet.sextants, .quadrants, .halfBlocks])
  func amongBlocksAPointIsASquareInTheRowOfDotsOfItsValue(_ markers: MarkerSet) {
    let count = markers.dotsPerCell.rows
    let covered: [Character: Range<Int>] =
      count == 2 ? ["▀": 0..<1, "▄": 1..<2] : ["▀": 0..<1, "■": 1..<2, "▄": 2..<3]
    for y in stride(from: 2.0, to: 4, by: 0.0313) {
      for mark in [Mark.closedDot, .diamond] {
        let (frame, curve) = stamped(mark, markers, x: 5.4, y: y)
        let cell = frame[5, Int(y)]
        #expect(cell.style == Style(3))
        let row = Int((y - y.rounded(.down)) * Double(count))
        #expect(covered[cell.character]?.contains(row) == true, "\(y): \(cell)")
        #expect(zip(frame.cells, curve.cells).filter { $0 != $1 }.count == 1)
      }
    }
  }

  @Test(arguments: [MarkerSet.sextants, .quadrants, .halfBlocks, .ascii])
  func whereSquaresWouldBeTakenForTheCurveAMarkIsASign(_ markers: MarkerSet) {
    var chrome: Chrome = markers == .ascii ? .ascii : .unicode
    chrome.squares = nil
    let marks: [Mark] = [.closedDot, .openDot, .diamond]
    let signs = marks.map { mark in
      let (frame, curve) = stamped(mark, markers, x: 5.4, y: 2.2, chrome)
      #expect(zip(frame.cells, curve.cells).filter { $0 != $1 }.count == 1)
      return frame[5, 2].character
    }
    #expect(Set(signs).count == 3)
  }

  @Test func aRingIsAroundItsPoint() {
    for x in stride(from: 3.0, to: 9, by: 0.37) {
      for y in stride(from: 2.0, to: 4, by: 0.13) {
        let dots = Mark.ring(around: PlotPoint(x: x, y: y), .braille)
        let columns = dots.map { (Double($0.column) + 0.5) / 2 }
        let rows = dots.map { (Double($0.row) + 0.5) / 4 }
        #expect(abs((columns.min()! + columns.max()!) / 2 - x) <= 0.25 + 1e-5)
        #expect(abs((rows.min()! + rows.max()!) / 2 - y) <= 0.125 + 1e-5)
        #expect(dots.filter { !$0.isLit }.count == 4 && dots.filter(\.isLit).count == 8)
        // Outside of it nothing changes, and the curve goes on at both sides.
        let (frame, curve) = stamped(.openDot, .braille, x: x, y: y)
        let changed = (0..<frame.cells.count).filter { frame.cells[$0] != curve.cells[$0] }
        #expect(changed.allSatisfy { abs($0 % 12 - Int(x)) <= 1 && abs($0 / 12 - Int(y)) <= 1 })
        #expect(frame[Int(x), Int(y)].style == Style(3))
      }
    }
  }

  @Test func whereNoSquareMayBeDrawnAPointIsACellOfDots() {
    for y in stride(from: 2.0, to: 3, by: 0.1) {
      let (frame, curve) = stamped(.closedDot, .braille, x: 5.5, y: y, .narrow)
      let scalar = frame[5, 2].character.unicodeScalars.first!
      #expect((0x2800...0x28FF).contains(scalar.value) && frame[5, 2].style == Style(3))
      #expect((0..<frame.cells.count).filter { frame.cells[$0] != curve.cells[$0] } == [29])
    }
  }

  /// Whatever part of their cells two points are in, there is a gap between their squares where they are
  /// three rows of dots apart.
  @Test func marksInNeighbouringCellsStayApart() throws {
    var checked = 0
    defer { #expect(checked > 10) }
    for place in stride(from: 1.0, to: 2, by: 0.01) {
      var cells = Canvas(Size(width: 1, height: 4), markers: .braille).inked()
      cells.stamp(.diamond, at: PlotPoint(x: 0.5, y: place), Style(1))
      cells.stamp(.closedDot, at: PlotPoint(x: 0.5, y: place + 0.75), Style(2))
      var frame = Frame(cells.size)
      cells.render(into: &frame, at: frame.bounds)
      let marks = (0..<4).filter { frame[0, $0].character != " " }
      guard marks.count == 2 else { continue }
      checked += 1
      let upper = try #require(rows(of: frame[0, marks[0]].character)?.max()) + 4 * marks[0]
      let lower = try #require(rows(of: frame[0, marks[1]].character)?.min()) + 4 * marks[1]
      #expect(lower > upper + 1, "\(place)")
    }
  }

  @Test func sextantsHaveTheirCodePoints() {
    #expect(MarkerSet.sextants.glyph(0b000001) == "\u{1FB00}")
    #expect(MarkerSet.sextants.glyph(0b010101) == "▌" && MarkerSet.sextants.glyph(0b101010) == "▐")
    #expect(MarkerSet.sextants.glyph(0b010110) == "\u{1FB14}")
    #expect(MarkerSet.sextants.glyph(0b101011) == "\u{1FB28}")
    #expect(MarkerSet.sextants.glyph(0b111110) == "\u{1FB3B}")
    #expect(Set((UInt8(0)..<64).map(MarkerSet.sextants.glyph)).count == 64)
  }
}
