import NeuralFunctions
import Testing

@testable import Explorer
@testable import Widgets

/// Where the gradient is dead, saturated, healthy or amplifying is solved, whatever the window.
@Suite struct GradientStretchesTests {
  private func said(_ id: String, _ keys: String, width: Int = 160) -> String {
    Workbench.forTests(on: id, width: width, height: 30).typing(keys + "g").statusLine
      .trimmingSpaces
  }

  @Test func narrowStretchesAreSeen() {
    let said = said("sine", ":eps=0.001<Enter>:1<Enter>")
    #expect(
      said.contains("Saturated (|f′| < 0.001) from 1.570 to 1.572 and in 3 more stretches."),
      "\(said)")
  }

  @Test func aWideWindowChangesNoEdge() {
    let silu = said("silu", ":\"x -1003 1000\"<Enter>")
    #expect(
      silu.contains("for x < −0.912; amplifying (|silu′| > 1) from 1.28 to 40.4; "), "\(silu)")
    #expect(silu.contains("|silu′| is 1 but for rounding for x > 40.4."), "\(silu)")
    let mse = said("mse", ":\"x -1003 1000\"<Enter>")
    #expect(mse.contains("saturated (|L′| < 0.1) from −0.05 to 0.05".capitalizedFirst), "\(mse)")
    #expect(mse.contains("for ŷ < −0.5 and for ŷ > 0.5"), "\(mse)")
    let widest = said("silu", ":\"x -1e308 1e308\"<Enter>")
    #expect(widest.contains("from 1.28 to 40.4;"), "\(widest)")
  }

  @Test func endlessStretchesAreToldNearTheCursor() {
    let near = said("sine", ":\"x -1e308 1e308\"<Enter>:10<Enter>")
    #expect(near.contains("and in many more stretches"), "\(near)")
    #expect(near.contains("from 10.9 to 11.1"), "\(near)")
    let far = said("sine", ":\"x -1e308 1e308\"<Enter>:1e300<Enter>")
    #expect(far.contains("from one Double to the next"), "\(far)")
  }

  /// Its slope comes to 1 from above at −∞, and touches 1 at 0.
  @Test func aSlopeThatHugsALevelIsFollowed() {
    let function = DrawnFunction.difference(
      DrawnFunction(Catalogue.entry(named: "squareplus")!, FunctionSettings()),
      DrawnFunction(Catalogue.entry(named: "soft-margin")!, FunctionSettings()))
    let health = GradientHealth(function: function, threshold: 0.01)
    let all = GradientStretches(of: health, in: -1e308...1.2e308, focus: 0).all
    #expect(all.contains { $0.state == .amplifying && $0.start < -1e6 && $0.end > -1e-3 })
  }

  // MARK: Against a scan

  private static let windows: [ClosedRange<Double>] = [
    -1003...1000, -1e308...1.2e308, -0.02...0.01, 0.9...1.1, -40...700,
  ]

  @Test(arguments: ComposedFunctions.plain + ComposedFunctions.ofAffineInput)
  func noScanOfAFunctionContradicts(tested: ComposedFunctions.Case) {
    let compared = ([tested.function.shape.window] + Self.windows).map {
      scan(tested, $0, threshold: $0.lowerBound < -100 ? 1e-3 : 0.1)
    }
    // A slope that is 1 everywhere is on the edge between two states.
    let isOne = [-3, -0.3, 0.4, 5].allSatisfy { tested.function.derivative($0).magnitude == 1 }
    #expect(compared.contains { $0 > 0 } || isOne, "\(tested): nothing was compared")
  }

  @Test func noScanOfADifferenceContradicts() {
    var compared = (own: 0, wide: 0)
    for (index, tested) in ComposedFunctions.differences.enumerated() where index % 97 == 0 {
      compared.own += scan(tested, tested.function.shape.window, threshold: 0.1, points: 150)
      compared.wide += scan(
        tested, Self.windows[index % Self.windows.count], threshold: 0.01, points: 60)
    }
    #expect(compared.own > 1000 && compared.wide > 100, "\(compared)")
  }

  /// Every place of a dense scan lies in a stretch of the state that its slope has.
  ///
  /// - Returns: how many places there were to compare.
  private func scan(
    _ tested: ComposedFunctions.Case, _ window: ClosedRange<Double>, threshold: Double,
    points: Int = 240
  ) -> Int {
    let function = tested.function
    let lower = max(window.lowerBound, function.shape.domain.lower)
    let upper = min(window.upperBound, function.shape.domain.upper)
    guard lower < upper else { return 0 }
    let health = GradientHealth(function: function, threshold: threshold)
    let stretches = GradientStretches(of: health, in: lower...upper, focus: 0.3)
    guard !stretches.isTooCoarse, let first = stretches.all.first, let last = stretches.all.last
    else { return 0 }
    #expect(stretches.isWhole ? first.start == lower && last.end == upper : true)
    var compared = 0
    let point = [(lower...upper).halfWidth, function.shape.window.halfWidth].min()! * 0x1p-36
    for x in places(lower, upper, count: points) where x > first.start && x < last.end {
      let slope = function.derivative(x).magnitude
      let isClear = [threshold, 1].allSatisfy { (slope / $0 - 1).magnitude > 1e-9 }
      let isAtEdge = stretches.all.contains {
        ($0.start - x).magnitude <= point || ($0.end - x).magnitude <= point
      }
      guard isClear, !slope.isNaN, !isAtEdge,
        !function.shape.breakpoints.contains(where: { $0.x == x }),
        let stretch = stretches.all.first(where: { $0.start <= x && x <= $0.end })
      else { continue }
      compared += 1
      let expected: [GradientHealth.State] =
        slope < threshold ? [.saturated, .dead] : slope > 1 ? [.amplifying] : [.healthy]
      if expected.contains(stretch.state) { continue }
      Issue.record(
        "\(tested) at \(x), slope \(slope): \(stretch) with ε = \(threshold) in \(window)")
    }
    return compared
  }

  /// Evenly spaced places, and places at every scale about 0.
  private func places(_ lower: Double, _ upper: Double, count: Int) -> [Double] {
    let width = upper / 2 - lower / 2
    let even = (0...count).map { step in
      2 * (lower / 2 + width * (Double(step) / Double(count)))
    }
    let scales = (0...count / 2).map { 1e-12 * Double.pow10(Double($0) * 40 / Double(count)) }
    return (even + scales + scales.map { -$0 }).filter { $0 >= lower && $0 <= upper }
  }
}

extension Double {
  fileprivate static func pow10(_ exponent: Double) -> Double {
    let whole = exponent.rounded(.down)
    let decade = Double("1e\(Int(whole))") ?? 1
    return decade * (1 + 9 * (exponent - whole))
  }
}

extension String {
  fileprivate var trimmingSpaces: String {
    String(drop(while: { $0 == " " }).reversed().drop(while: { $0 == " " }).reversed())
  }

  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
