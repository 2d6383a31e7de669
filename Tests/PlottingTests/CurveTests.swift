import Glibc
import Plotting
import TerminalCells
import TestSupport
import Testing

/// A function and where it breaks in a window, for the tests to judge by: the sampler is not told.
private struct KnownFunction: Sendable, CustomStringConvertible {
  var description: String
  var value: @Sendable (Double) -> Double
  var breaks: @Sendable (AxisRange) -> [Double] = { _ in [] }
  /// Whether the window is ordinary enough for the function to be resolved by dots.
  var isTame: @Sendable (AxisRange) -> Bool = { _ in true }

  static let all: [KnownFunction] = [
    KnownFunction(description: "x", value: { $0 }),
    KnownFunction(description: "x²", value: { $0 * $0 }),
    KnownFunction(description: "|x|", value: { abs($0) }),
    KnownFunction(description: "relu", value: { max(0, $0) }),
    KnownFunction(description: "tanh", value: { tanh($0) }),
    KnownFunction(description: "exp", value: { exp($0) }),
    KnownFunction(description: "sqrt", value: { sqrt($0) }, breaks: { $0.contains(0) ? [0] : [] }),
    KnownFunction(description: "1/x", value: { 1 / $0 }, breaks: { $0.contains(0) ? [0] : [] }),
    KnownFunction(
      description: "step", value: { $0 < 0 ? 0 : 1 }, breaks: { $0.contains(0) ? [0] : [] }),
    KnownFunction(
      description: "sign", value: { $0 == 0 ? 0 : $0 < 0 ? -1 : 1 },
      breaks: { $0.contains(0) ? [0] : [] }),
    KnownFunction(description: "tiny", value: { $0 * 1e-300 }),
    KnownFunction(
      description: "sin 5x", value: { sin(5 * $0) }, isTame: { $0.upper - $0.lower < 15 }),
    KnownFunction(
      description: "tan", value: { tan($0) },
      breaks: { range in
        let first = (range.lower / .pi).rounded(.down)
        return (0..<12).map { (first + Double($0) + 0.5) * .pi }.filter { range.contains($0) }
      }, isTame: { $0.upper - $0.lower < 15 && abs($0.lower) < 1000 }),
    KnownFunction(
      description: "floor", value: { $0.rounded(.down) },
      breaks: { range in (0..<16).map { range.lower.rounded(.up) + Double($0) } },
      isTame: { $0.upper - $0.lower < 15 }),
  ]
}

@Suite("A curve")
struct CurveTests {
  private func drawn(
    _ function: KnownFunction, _ projection: Projection, _ markers: MarkerSet
  ) -> Canvas {
    let curve = Sampler(projection, for: markers).curve(function.value)
    var canvas = Canvas(projection.area.size, markers: markers)
    canvas.draw(curve.trace, Stroke())
    return canvas
  }

  /// Windows in which the function is seen: around its values, or anywhere.
  private func window(
    for function: KnownFunction, _ generator: inout TestRandom
  ) -> Viewport? {
    for _ in 0..<20 {
      let x = randomRange(&generator)
      guard function.isTame(x) else { continue }
      if Int.random(in: 0..<4, using: &generator) == 0 {
        return Viewport(x: x, y: randomRange(&generator))
      }
      let values = (0...20).map { function.value(x.value(at: Double($0) / 20)) }
      return Viewport(x: x, y: .fitting(values, ignoringOutliers: true))
    }
    return nil
  }

  @Test(arguments: [MarkerSet.braille, .quadrants, .halfBlocks])
  func passesWithinADotOfEveryValueInTheWindow(_ markers: MarkerSet) {
    var generator = TestRandom(seed: 7)
    let (across, down) = markers.dotsPerCell
    var checked = 0
    defer { #expect(checked > 1000) }
    for function in KnownFunction.all {
      for _ in 0..<25 {
        guard let viewport = window(for: function, &generator) else { continue }
        let projection = Projection(viewport, onto: Rect(x: 3, y: 4, width: 31, height: 9))
        let canvas = drawn(function, projection, markers)
        for _ in 0..<30 {
          let x = viewport.x.value(at: Double.random(in: 0...1, using: &generator))
          let y = function.value(x)
          guard viewport.y.contains(y) else { continue }
          checked += 1
          let column = min(31 * across - 1, Int(projection.across(x) * Double(across)))
          let row = min(9 * down - 1, Int(projection.down(y) * Double(down)))
          let isNear = (-1...1).contains { dx in
            (-1...1).contains { canvas.hasDot(column: column + dx, row: row + $0) }
          }
          #expect(isNear, "\(function) at \(x), \(y) in \(viewport)")
        }
      }
    }
  }

  @Test(arguments: [MarkerSet.braille, .quadrants, .halfBlocks])
  func drawsNoDotWhereTheFunctionIsNot(_ markers: MarkerSet) {
    var generator = TestRandom(seed: 8)
    let (across, down) = markers.dotsPerCell
    let area = Rect(x: 0, y: 0, width: 23, height: 7)
    var checked = 0
    defer { #expect(checked > 100) }
    for function in KnownFunction.all {
      for _ in 0..<15 {
        guard let viewport = window(for: function, &generator) else { continue }
        checked += 1
        let projection = Projection(viewport, onto: area)
        let canvas = drawn(function, projection, markers)
        for column in 0..<23 * across {
          let rows = reachedRows(
            function, projection, columns: 23 * across, column: column, rows: Double(7 * down))
          for row in 0..<7 * down where canvas.hasDot(column: column, row: row) {
            let isNear = rows.contains { $0.overlaps(Double(row) - 1...Double(row) + 2) }
            #expect(isNear, "\(function): dot \(column), \(row) in \(viewport)")
          }
        }
      }
    }
  }

  /// The stretches of rows that a function passes in a column of dots and its two neighbours.
  private func reachedRows(
    _ function: KnownFunction, _ projection: Projection, columns: Int, column: Int, rows: Double
  ) -> [ClosedRange<Double>] {
    let range = projection.viewport.x
    let left = range.value(at: Double(max(0, column - 1)) / Double(columns))
    let right = range.value(at: Double(min(columns, column + 2)) / Double(columns))
    let stops = [left] + function.breaks(range).filter { $0 > left && $0 < right } + [right]
    var reached: [ClosedRange<Double>] = []
    for (start, end) in zip(stops, stops.dropFirst()) {
      let (first, last) = (start.nextUp, end.nextDown)
      var places = (0...24).map { part in
        min(max((first / 2 + (last / 2 - first / 2) * Double(part) / 24) * 2, first), last)
      }
      places += [start, end]
      let values = places.map { projection.down(function.value($0)) }.filter { !$0.isNaN }
        .map { $0 / Double(projection.area.height) * rows }
      // Between its breaks the function is continuous, so it takes all values in between.
      if let low = values.dropLast(2).min(), let high = values.dropLast(2).max() {
        reached.append(low...high)
      }
      reached += values.map { $0...$0 }
    }
    return reached
  }

  @Test func staysWithinItsBudgetAndNeverTraps() {
    var generator = TestRandom(seed: 9)
    let wild: [(Double) -> Double] = [
      { sin(1 / $0) }, { sin(1e9 * $0) }, { tan(1e6 * $0) }, { _ in .nan }, { _ in .infinity },
      { $0.truncatingRemainder(dividingBy: 1e-3) < 5e-4 ? $0 : .nan },
      { Double(bitPattern: $0.bitPattern &* 0x9E37_79B9_7F4A_7C15) },
    ]
    for _ in 0..<20 {
      let viewport = Viewport(x: randomRange(&generator), y: randomRange(&generator))
      for (width, height) in oddSizes where width < 100 {
        let area = Rect(x: 0, y: 0, width: width, height: height)
        for markers in MarkerSet.allCases {
          guard let function = wild.randomElement(using: &generator) else { continue }
          let sampler = Sampler(Projection(viewport, onto: area), for: markers)
          let x = viewport.x.value(at: 0.3)
          let breaks = [
            Break(x: x, kind: .jump), Break(x: viewport.x.upper, kind: .pole),
            Break(x: viewport.x.lower, kind: .jump, left: 1, right: .nan, used: 2),
            Break(x: .nan, kind: .kink),
          ]
          let curve = sampler.curve(breaks: breaks, function)
          #expect(curve.evaluations <= sampler.evaluationLimit(breaks: breaks.count))
          var canvas = Canvas(area.size, markers: markers)
          for dash in Dash.allCases { canvas.draw(curve.trace, Stroke(dash: dash)) }
        }
      }
    }
  }

  @Test func costsTwoEvaluationsAColumnWhereItIsSmooth() {
    let area = Rect(x: 0, y: 0, width: 200, height: 60)
    let projection = Projection(Viewport(x: -6...6, y: -0.1...1.1), onto: area)
    let curve = Sampler(projection, for: .braille).curve { 1 / (1 + exp(-$0)) }
    #expect(curve.evaluations <= 2 * 400 + 2)
  }

  @Test func showsASpikeThinnerThanAColumn() {
    let area = Rect(x: 0, y: 0, width: 40, height: 10)
    let projection = Projection(Viewport(x: 0...40, y: -0.2...1.2), onto: area)
    for place in stride(from: 1.0, to: 39, by: 0.173) {
      // Dots are half a unit wide, the spike is a quarter.
      let curve = Sampler(projection, for: .braille).curve { x in
        max(0, 1 - abs(x - place) / 0.25)
      }
      var canvas = Canvas(area.size, markers: .braille)
      canvas.draw(curve.trace, Stroke())
      let isSeen = (0..<80).contains { canvas.hasDot(column: $0, row: 10) }
      #expect(isSeen, "spike at \(place)")
    }
  }

  @Test func endsExactlyAtTheEdges() {
    let area = Rect(x: 0, y: 0, width: 10, height: 10)
    let projection = Projection(Viewport(x: 0...10, y: 0...10), onto: area)
    let curve = Sampler(projection, for: .braille).curve { 3 * $0 - 5 }
    let line = curve.trace.polylines
    #expect(line.count == 1)
    #expect(abs((line.first?.first?.x ?? 0) - 5.0 / 3) < 1e-9)
    #expect(line.first?.first?.y == 10)
    #expect(line.first?.last?.y == 0 && abs((line.first?.last?.x ?? 0) - 5) < 1e-9)
  }

  @Test func breaksAtDeclaredJumpsAndMarksTheirEnds() {
    let area = Rect(x: 0, y: 0, width: 20, height: 10)
    let projection = Projection(Viewport(x: -1...1, y: -1...2), onto: area)
    let jump = Break(x: 0, kind: .jump, left: 0, right: 1, used: 0)
    // Steeper than a jump can be told from by halving: only the declaration says so.
    let curve = Sampler(projection, for: .braille).curve(breaks: [jump]) { $0 > 0 ? 1 : 0 }
    #expect(curve.trace.polylines.count == 2)
    #expect(
      curve.endMarkers == [
        EndMarker(x: 0, y: 1, isClosed: false), EndMarker(x: 0, y: 0, isClosed: true),
      ])
    let asked = Sampler(projection, for: .braille)
      .curve(breaks: [Break(x: 0, kind: .jump)]) { $0 > 0 ? 1 : $0 < 0 ? 0 : 0.5 }
    #expect(asked.endMarkers.map(\.y) == [0, 1, 0.5])
    #expect(asked.endMarkers.map(\.isClosed) == [false, false, true])
  }

  @Test func meetsACornerInItsPoint() {
    let area = Rect(x: 0, y: 0, width: 20, height: 10)
    let projection = Projection(Viewport(x: -1...1, y: -1...2), onto: area)
    let corner = Break(x: 0.1234, kind: .kink)
    let curve = Sampler(projection, for: .braille).curve(breaks: [corner]) { abs($0 - 0.1234) }
    #expect(curve.trace.polylines.count == 1)
    #expect(curve.trace.points.map(\.y).max() == projection.down(0))
  }

  @Test func drawsTangentsOfAnySlope() {
    let area = Rect(x: 0, y: 0, width: 20, height: 10)
    let projection = Projection(Viewport(x: -1...1, y: -1...1), onto: area)
    func ends(_ slope: Double) -> [PlotPoint] {
      Trace.line(throughX: 0, y: 0, slope: slope, in: projection).points
    }
    #expect(ends(0) == [PlotPoint(x: 0, y: 5), PlotPoint(x: 20, y: 5)])
    #expect(ends(1) == [PlotPoint(x: 0, y: 10), PlotPoint(x: 20, y: 0)])
    #expect(ends(.infinity) == [PlotPoint(x: 10, y: 0), PlotPoint(x: 10, y: 10)])
    #expect(ends(1e300).map(\.y) == [0, 10] || ends(1e300).map(\.y) == [10, 0])
    #expect(ends(.nan).isEmpty)
    var generator = TestRandom(seed: 10)
    for _ in 0..<1000 {
      let viewport = Viewport(x: randomRange(&generator), y: randomRange(&generator))
      let line = Trace.line(
        throughX: viewport.x.value(at: 0.3), y: viewport.y.value(at: 0.6),
        slope: Double(bitPattern: generator.next()), in: Projection(viewport, onto: area))
      for point in line.points {
        #expect(point.x >= 0 && point.x <= 20 && point.y >= 0 && point.y <= 10)
      }
    }
  }
}
