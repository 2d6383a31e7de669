import NeuralFunctions
import Plotting
import TerminalCells
import TestSupport
import Testing

@testable import Explorer

/// Every function of the catalogue over random windows, absurd ones included.
@Suite struct PlottingPropertyTests {
  private static let size = Size(width: 40, height: 12)

  /// A window whose place and width have magnitudes from 1e-300 to 1e300.
  private func range(_ generator: inout TestRandom) -> AxisRange {
    func magnitude(_ low: Double, _ high: Double) -> Double {
      let exponent = Int(Double.random(in: low...high, using: &generator))
      return Double("1e\(exponent)") ?? 1
    }
    let isAbsurd = Int.random(in: 0..<4, using: &generator) == 0
    let width = isAbsurd ? magnitude(-300, 300) : magnitude(-3, 3)
    let spread = Double.random(in: -3...3, using: &generator)
    let center = isAbsurd ? spread * magnitude(-300, 300) : spread * width
    return AxisRange(center - width, center + width)
  }

  @Test(arguments: Catalogue.entries.map(\.id))
  func dotsStandWhereTheFunctionIsAndNowhereElse(_ id: String) {
    let function = Catalogue.entry(named: id)!.defaultFunction
    var generator = TestRandom(
      seed: UInt64(bitPattern: Int64(id.utf8.reduce(7) { $0 &* 31 &+ Int($1) })))
    for _ in 0..<60 {
      let x = range(&generator)
      let y =
        Bool.random(using: &generator)
        ? VerticalFit(x: x, samples: 64).range(of: [], hero: { function.value($0) })
        : range(&generator)
      let projection = Projection(
        Viewport(x: x, y: y), onto: Rect(Self.size))
      let sampler = Sampler(projection, for: .braille)
      var canvas = Canvas(Self.size, markers: .braille)
      let curve = sampler.curve(breaks: function.shape.breaks(.value)) { function.value($0) }
      canvas.draw(curve.trace, Stroke())
      expectDots(canvas, where: function, projection, "\(id) in \(x), \(y)")
    }
  }

  private func expectDots(
    _ canvas: Canvas, where function: any ScalarFunction, _ projection: Projection,
    _ what: String
  ) {
    let (columns, rows) = (Self.size.width * 2, Self.size.height * 4)
    let range = projection.viewport.x
    for column in 0..<columns {
      // The middle of the column of dots: what stands there must be drawn within one dot of it.
      let x = range.value(at: (Double(column) + 0.5) / Double(columns))
      let value = function.value(x)
      let isNearBreak = function.shape.breakpoints.contains {
        abs(projection.across($0.x) * 2 - Double(column)) < 2.5
      }
      guard value.isFinite, projection.viewport.y.contains(value), !isNearBreak else { continue }
      let row = min(rows - 1, max(0, Int(projection.down(value) * 4)))
      let isDrawn = (-1...1).contains { dx in
        (-1...1).contains { dy in canvas.hasDot(column: column + dx, row: row + dy) }
      }
      #expect(isDrawn, "nothing near x = \(x), f = \(value): \(what)")
    }
    expectNothing(canvas, outside: function, projection, what)
  }

  /// Where a whole column is outside the domain nothing is drawn.
  private func expectNothing(
    _ canvas: Canvas, outside function: any ScalarFunction, _ projection: Projection,
    _ what: String
  ) {
    let domain = function.shape.domain
    for column in 0..<Self.size.width {
      let stretch = projection.xRange(ofColumn: column)
      let next = projection.xRange(ofColumn: column + 1)
      let before = projection.xRange(ofColumn: column - 1)
      guard next.upperBound < domain.lower || before.lowerBound > domain.upper else { continue }
      for row in 0..<Self.size.height {
        #expect(!canvas.isLit(x: column, y: row), "a dot in \(stretch): \(what)")
      }
    }
  }
}
