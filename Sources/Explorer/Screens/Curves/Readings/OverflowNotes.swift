import NeuralFunctions
import Plotting
import Wording

/// Where in the window curves are beyond the largest Double, in words: nothing can be drawn there, and
/// an empty plot would not say why.
struct OverflowNotes: Sendable {
  /// For each curve that overflows somewhere, a sentence and shorter wordings of it.
  private(set) var notes: [[String]] = []

  private let window: AxisRange
  /// The window as far as the function is defined.
  private let range: ClosedRange<Double>?
  /// Where the functions are infinite in exact arithmetic, too.
  private let poles: [Double]
  private let places: [Double]

  private static let samples = 240

  init(_ model: CurvesModel) {
    window = model.xRange
    let (function, shape) = (model.function, model.shape)
    let (lower, upper) = (
      max(window.lower, shape.domain.lower), min(window.upper, shape.domain.upper)
    )
    // What is finite may be narrower than a column, and then lies about a point that a function has; or
    // about 0, where Doubles are closest.
    range = lower < upper ? lower...upper : nil
    let shapes = [shape] + function.parts.map(\.shape) + model.drawnPins.map(\.function.shape)
    poles = shapes.flatMap(\.breakpoints).map(\.x)
    let known = shapes.flatMap { $0.pointsOfInterest.map(\.x) + $0.breakpoints.map(\.x) }
    let even = (0...Self.samples).map {
      lower + (upper / 2 - lower / 2) * (2 * Double($0) / Double(Self.samples))
    }
    let ordered = lower < upper ? OrderedDouble.evenly(lower, upper, count: Self.samples) : []
    let inside = (even + ordered + known + [0]).filter { lower <= $0 && $0 <= upper }
    places = inside.filter(shape.domain.contains).sorted()
    let symbol = function.symbol.unicode
    add(symbol, function.value)
    if model.derivatives != .none { add(symbol + "′", function.derivative) }
    if model.derivatives == .second { add(symbol + "″", function.secondDerivative) }
    for pin in model.drawnPins { add(pin.name, pin.function.value) }
  }

  private mutating func add(_ name: String, _ function: (Double) -> Double) {
    let stretches = stretches(of: function)
    guard !stretches.isEmpty else { return }
    let limit = NumberText.brief(.greatestFiniteMagnitude)
    let places = stretches.prefix(3).map(inWords).separated(by: " and ")
    let whole = "\(name) overflows \(places)" + (stretches.count > 3 ? " …" : "")
    notes.append(
      ["\(whole): beyond \(limit), not drawn there", "\(whole): beyond \(limit)", whole]
        .map(\.withTrueMinus))
  }

  /// Neighbouring places at which the function is infinite, from the last finite x before them to
  /// the first after them.
  private func stretches(of function: (Double) -> Double) -> [ClosedRange<Double>] {
    guard let range else { return [] }
    // At a pole a function is infinite, but nothing is too large; what it comes to beside the pole may be.
    let places = places.filter { !poles.contains($0) }
    var found: [ClosedRange<Double>] = []
    var start: Double?
    for (index, x) in places.enumerated() {
      let isInfinite = function(x).magnitude == .infinity
      if isInfinite, start == nil {
        start = index == 0 ? range.lowerBound : edge(of: function, places[index - 1], x)
      } else if !isInfinite, let lower = start {
        found.append(lower...max(lower, edge(of: function, x, places[index - 1])))
        start = nil
      }
    }
    if let start { found.append(start...max(start, range.upperBound)) }
    return found.filter { $0.upperBound / 2 - $0.lowerBound / 2 > window.halfWidth * 1e-6 }
  }

  /// The finite number next to the infinite ones between `finite` and `infinite`.
  private func edge(
    of function: (Double) -> Double, _ finite: Double, _ infinite: Double
  ) -> Double {
    let change = OrderedDouble.change(
      from: min(finite, infinite), to: max(finite, infinite), startingAs: finite < infinite
    ) { function($0).isFinite }
    return finite < infinite ? change.nextDown : change
  }

  private func inWords(_ stretch: ClosedRange<Double>) -> String {
    let (lower, upper) = (stretch.lowerBound, stretch.upperBound)
    switch (lower <= window.lower, upper >= window.upper) {
    case (true, true): return "everywhere here"
    case (true, false): return "left of \(place(upper))"
    case (false, true): return "right of \(place(lower))"
    case (false, false): return "from \(place(lower)) to \(place(upper))"
    }
  }

  private func place(_ x: Double) -> String { NumberText.brief(x) }
}
