import NeuralFunctions
import Plotting
import Wording

/// Where in the window curves are beyond the largest Double, in words: nothing can be drawn there, and
/// an empty plot would not say why.
struct OverflowNotes: Sendable {
  /// For each curve that overflows somewhere, a sentence and shorter wordings of it.
  private(set) var notes: [[String]] = []

  private let window: AxisRange
  private let places: [Double]

  private static let samples = 240

  init(_ model: CurvesModel) {
    window = model.xRange
    let (function, shape) = (model.function, model.shape)
    let window = window
    // What is finite may be narrower than a column: the points that a function has are looked at too.
    let known = [0] + shape.pointsOfInterest.map(\.x) + shape.breakpoints.map(\.x)
    let even = (0..<Self.samples).map {
      window.value(at: (Double($0) + 0.5) / Double(Self.samples))
    }
    places = (even + known.filter(window.contains)).filter(shape.domain.contains).sorted()
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
      ["\(whole): beyond \(limit), nothing is drawn", "\(whole): beyond \(limit)", whole]
        .map(\.withTrueMinus))
  }

  /// Neighbouring places at which the function is infinite, from the last finite x before them to
  /// the first after them.
  private func stretches(of function: (Double) -> Double) -> [ClosedRange<Double>] {
    var found: [ClosedRange<Double>] = []
    var start: Double?
    for (index, x) in places.enumerated() {
      let isInfinite = function(x).magnitude == .infinity
      if isInfinite, start == nil {
        start = index == 0 ? window.lower : edge(of: function, places[index - 1], x)
      } else if !isInfinite, let lower = start {
        found.append(lower...max(lower, edge(of: function, x, places[index - 1])))
        start = nil
      }
    }
    if let start { found.append(start...max(start, window.upper)) }
    // At a pole a single point is infinite: that is no stretch.
    return found.filter { $0.upperBound / 2 - $0.lowerBound / 2 > window.halfWidth * 1e-6 }
  }

  /// The finite number next to the infinite ones between `finite` and `infinite`.
  private func edge(
    of function: (Double) -> Double, _ finite: Double, _ infinite: Double
  ) -> Double {
    var (inside, outside) = (finite, infinite)
    for _ in 0..<128 {
      let middle = inside / 2 + outside / 2
      guard middle != inside && middle != outside else { break }
      if function(middle).isFinite { inside = middle } else { outside = middle }
    }
    return inside
  }

  private func inWords(_ stretch: ClosedRange<Double>) -> String {
    let (lower, upper) = (stretch.lowerBound, stretch.upperBound)
    switch (lower <= window.lower, upper >= window.upper) {
    case (true, true): return "everywhere here"
    case (true, false): return "left of \(NumberText.brief(upper))"
    case (false, true): return "right of \(NumberText.brief(lower))"
    case (false, false): return "from \(NumberText.brief(lower)) to \(NumberText.brief(upper))"
    }
  }
}
