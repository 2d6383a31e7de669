import NeuralFunctions
import Plotting
import Testing

@testable import Explorer
@testable import Widgets

/// Every stop of n and N is what it says, and none is passed over, whatever the window.
@Suite struct PointsOfInterestTests {
  // MARK: Screens

  /// What n says at each stop from the left end of the window on.
  private func stops(_ id: String, _ keys: String, key: String = "n", count: Int = 12) -> [String] {
    var app = Workbench.forTests(on: id, width: 160, height: 30).typing(keys)
    return (0..<count).map { _ in
      app = app.typing(key)
      return app.statusLine
    }
  }

  @Test func aWideWindowHasThePointsOfANarrowOne() {
    let silu = stops("silu", ":\"x -1003 1000\"<Enter>:-1003<Enter>", count: 7)
    #expect(silu.contains { $0.contains("x = −1.278") && $0.contains("flat; minimum") }, "\(silu)")
    #expect(silu.contains { $0.contains("zero") } && silu.contains { $0.contains("inflection") })
    let mse = stops("mse", ":\"x -1e308 1e308\"<Enter>:-1e308<Enter>", count: 3)
    #expect(mse.contains { $0.contains("zero, minimum") }, "\(mse)")
  }

  @Test func whatRepeatsWithoutEndIsSolvedFromTheCursorOn() {
    let sine = stops("sine", ":\"x -1e308 1e308\"<Enter>:10<Enter>", count: 4)
    #expect(sine.contains { $0.contains("x = 10.996") && $0.contains("minimum") }, "\(sine)")
    #expect(sine.contains { $0.contains("x = 12.57") && $0.contains("zero, inflection") })
    let far = stops("sine", ":\"x -1e308 1e308\"<Enter>:1e300<Enter>", count: 1)
    #expect(far[0].contains("between neighbouring Doubles"), "\(far)")
    let snake = stops("snake", ":\"x -1e6 1e6\"<Enter>:99000<Enter>", count: 2)
    #expect(snake.contains { $0.contains("inflection") }, "\(snake)")
  }

  /// The waves of a sine say nothing of where its difference to a parabola is 0.
  @Test func pointsFarFromTheCursorAreReachedThroughManyWaves() {
    let keys = ":mse<Enter>p:sine<Enter>D:\"x -900 900\"<Enter>:850<Enter>"
    let said = stops("relu", keys, key: "N", count: 3)
    #expect(said.contains { $0.contains("zero") || $0.contains("maximum") }, "\(said)")
  }

  @Test func pinsCrossedAreTheirNumbersWhereNamesHaveNoRoom() {
    let pinned = ":hardtanh<Enter>p:gelu-tanh<Enter>p:sine<Enter>p:tanh<Enter>:\"at 0.5\"<Enter>N"
    let line = Workbench.forTests(width: 80, height: 24).typing(pinned).statusLine
    #expect(
      line.contains("x = 0: 0, slope 1; zero, inflection, steepest, crossings with pins 1, 2, 3."),
      "\(line)")
    let wide = Workbench.forTests(width: 160, height: 24).typing(pinned).statusLine
    #expect(wide.contains("crossing with GELU (tanh form), crossing with sine"), "\(wide)")
  }

  @Test func aCurveThatIsTheSameIsNotCrossed() {
    let points = PointsOfInterest(
      Workbench.forTests(on: "tanh", width: 80, height: 24).typing("p").curves
    )
    .all(near: 0)
    #expect(!points.isEmpty)
    #expect(!points.flatMap(\.names).contains { $0.hasPrefix("crossing") }, "\(points)")
  }

  @Test func aPointTellsAllThatItIs() {
    #expect(stops("tanh", "<Home>").contains { $0.contains("zero, inflection") })
    #expect(stops("mae", "<Home>").contains { $0.contains("kink") })
    let crossing = stops("silu", "p:gelu<Enter><Home>")
    #expect(crossing.contains { $0.contains("zero, crossing with SiLU") }, "\(crossing)")
  }

  // MARK: All functions in all windows

  private static let windows: [ClosedRange<Double>] = [
    -1003...1000, -1e308...1.2e308, -0.02...0.01, 0.999...1.0003, -40...700, -1e-9...1e-9,
  ]

  private func model(_ id: String, _ settings: FunctionSettings) -> CurvesModel {
    CurvesModel(Catalogue.entry(named: id)!, settings: settings)
  }

  @Test(arguments: Catalogue.entries.map(\.id))
  func stopsOfOneFunctionAreWhatTheySay(id: String) {
    let inputs =
      [FunctionSettings()]
      + ComposedFunctions.inputs.map {
        FunctionSettings(weight: $0.weight, bias: $0.bias)
      }
    for settings in inputs {
      let model = model(id, settings)
      for window in [model.shape.window] + Self.windows { check(model, window, id) }
    }
  }

  @Test func stopsOfDifferencesAreWhatTheySay() {
    let ids = Catalogue.entries.map(\.id)
    for index in stride(from: 0, to: ids.count * ids.count, by: 89) {
      let (first, second) = (ids[index / ids.count], ids[index % ids.count])
      var state = model(first, FunctionSettings()).state
      state.pins = [PinnedFunction(function: second, settings: FunctionSettings())]
      state.showsDifference = true
      let model = CurvesModel(state)
      guard model.canShowDifference else { continue }
      let windows = [model.shape.window, Self.windows[index % Self.windows.count]]
      for window in windows { check(model, window, "\(first) − \(second)") }
    }
  }

  private func check(_ model: CurvesModel, _ window: ClosedRange<Double>, _ name: String) {
    var model = model
    model.setWindow(x: AxisRange(window))
    let search = PointsOfInterest(model)
    let focus = min(max(0.3, window.lowerBound), window.upperBound)
    let points = search.all(near: focus)
    for point in points {
      for kind in point.kinds where !isRight(kind, at: point.x, model) {
        Issue.record("\(name) in \(window): no \(kind.name) at \(point.x)")
      }
    }
    checkNoneIsMissed(points, model, window, name)
    checkWayThereAndBack(search, points, name)
  }

  /// What is said, seen in values to either side at one of several distances.
  private func isRight(_ kind: PointKind, at x: Double, _ model: CurvesModel) -> Bool {
    let function = model.function
    let own = function.shape.window.halfWidth
    let distances = [-40, -30, -25, -20, -12, -8, -2].map { exponent in
      max(32 * x.ulp, own * Double(sign: .plus, exponent: exponent, significand: 1))
    }
    func passes(_ quantity: (Double) -> Double, rising: Bool) -> Bool {
      for distance in distances {
        let (before, after) = (quantity(x - distance), quantity(x + distance))
        if rising ? before < 0 && after > 0 : before > 0 && after < 0 { return true }
      }
      return false
    }
    func passes(_ quantity: (Double) -> Double) -> Bool {
      passes(quantity, rising: true) || passes(quantity, rising: false)
    }
    func isSteepest(_ slope: (Double) -> Double) -> Bool {
      let here = slope(x).magnitude
      for distance in distances {
        let (before, after) = (slope(x - distance).magnitude, slope(x + distance).magnitude)
        if before < here && after < here { return true }
      }
      return false
    }
    switch kind {
    case .breakpoint(let kind):
      return function.shape.breakpoints.contains { $0.x == x && $0.kind == kind }
    case .slopeByConvention, .endOfDomain:
      return function.shape.breakpoints.contains { $0.x == x && PointKind($0) == kind }
    case .zero:
      let value = function.value(x)
      return value == 0 || passes(function.value) && value.magnitude < 1e-9
    case .minimum: return passes(function.derivative, rising: true)
    case .maximum: return passes(function.derivative, rising: false)
    case .inflection: return passes(function.secondDerivative)
    case .steepest: return isSteepest(function.derivative)
    case .edgeOfSaturation:
      let isSmall: (Double) -> Bool = {
        [.saturated, .dead].contains(model.health.state(at: $0))
      }
      // On a tail that ends at ε the slope moves less than its rounding.
      let isAtLimit = (function.derivative(x).magnitude / model.saturation - 1).magnitude < 1e-14
      return isAtLimit || distances.contains { isSmall(x - $0) != isSmall(x + $0) }
    case .crossing: return false
    }
  }

  /// Of what is declared, and of what a scan sees.
  private func checkNoneIsMissed(
    _ points: [FoundPoint], _ model: CurvesModel, _ window: ClosedRange<Double>, _ name: String
  ) {
    let (function, shape) = (model.function, model.shape)
    let isEndless = function.parts.contains { $0.shape.inflectionSpacing != nil }
    let reach = isEndless && window.halfWidth > 20 ? -20...20 : window
    var known: [(x: Double, kind: PointKind)] = []
    for point in shape.breakpoints { known.append((point.x, PointKind(point))) }
    for point in shape.pointsOfInterest { known.append((point.x, PointKind(point.kind))) }
    for (x, kind) in known where reach.contains(x) && shape.domain.contains(x) {
      let tolerance = max(16 * x.ulp, shape.window.halfWidth * 1e-11)
      if points.contains(where: { ($0.x - x).magnitude <= tolerance && $0.kinds.contains(kind) }) {
        continue
      }
      Issue.record("\(name) in \(window): the \(kind.name) at \(x) is missed")
    }
    func scan(_ quantity: (Double) -> Double, _ kinds: [PointKind]) {
      var places: [Double] = []
      for step in 0...301 {
        let part: Double = (Double(step) + 0.13) / 302
        let half: Double = reach.lowerBound / 2 + reach.halfWidth * part
        if shape.domain.contains(2 * half) { places.append(2 * half) }
      }
      for (low, high) in zip(places, places.dropFirst()) {
        let (a, b) = (quantity(low), quantity(high))
        guard a < 0 && b > 0 || a > 0 && b < 0,
          !shape.breakpoints.contains(where: { $0.x >= low && $0.x <= high }),
          !points.contains(where: { point in
            point.x >= low.nextDown && point.x <= high.nextUp
              && kinds.contains(where: point.kinds.contains)
          })
        else { continue }
        Issue.record("\(name) in \(window): \(kinds[0].name) from \(low) to \(high) is missed")
      }
    }
    scan(function.value, [.zero])
    scan(function.derivative, [.minimum, .maximum])
    scan(function.secondDerivative, [.inflection])
  }

  private func checkWayThereAndBack(
    _ search: PointsOfInterest, _ points: [FoundPoint], _ name: String
  ) {
    for (left, right) in zip(points, points.dropFirst()).prefix(8) {
      guard case .point(let next) = search.next(from: left.x, direction: 1),
        case .point(let back) = search.next(from: next.x, direction: -1)
      else {
        Issue.record("\(name): no way on from \(left.x)")
        continue
      }
      #expect(next.x == right.x && back.x == left.x, "\(name) from \(left.x)")
    }
  }
}
