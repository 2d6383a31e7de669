import NeuralFunctions
import Plotting
import TerminalCells

/// Where a gradient passing back through the function shrinks, dies or grows.
struct GradientHealth {
  enum State: Sendable, Hashable {
    /// f′ = 0 mathematically, not by underflow.
    case dead
    /// |f′| < ε.
    case saturated
    case healthy
    /// |f′| > 1.
    case amplifying

    var word: String {
      switch self {
      case .dead: "dead"
      case .saturated: "saturated"
      case .healthy: "healthy"
      case .amplifying: "amplifying"
      }
    }

    func glyph(isASCII: Bool) -> Character {
      switch self {
      case .dead: isASCII ? "x" : "×"
      case .saturated: isASCII ? "=" : "░"
      case .healthy: " "
      case .amplifying: isASCII ? "^" : "▲"
      }
    }
  }

  private let function: DrawnFunction
  private let dead: [Interval]
  private let threshold: Double
  private let breakpoints: [Double]

  init(_ model: CurvesModel) {
    function = model.function
    dead = model.shape.deadIntervals
    threshold = model.saturation
    breakpoints = model.shape.breakpoints.map(\.x)
  }

  func state(at x: Double) -> State {
    let slope = function.derivative(x).magnitude
    if slope == 0 && dead.contains(where: { $0.contains(x) }) { return .dead }
    if slope < threshold { return .saturated }
    return slope > 1 ? .amplifying : .healthy
  }

  /// A row of glyphs below the plot, the state in the middle of each column.
  func drawStrip(in layout: PlotLayout, with painter: inout Painter) {
    let isASCII = painter.isASCII
    let theme = painter.theme
    layout.drawStrip(into: &painter.frame) { x in
      let state = state(at: x.lowerBound / 2 + x.upperBound / 2)
      guard state != .healthy else { return nil }
      return Cell(state.glyph(isASCII: isASCII), state == .amplifying ? theme.warning : theme.quiet)
    }
  }

  /// The stretches of one state in `range`, their edges found to the last digits.
  func stretches(in range: AxisRange, samples: Int = 400) -> [(
    state: State, start: Double, end: Double
  )] {
    var result: [(state: State, start: Double, end: Double)] = []
    var last: (x: Double, state: State)?
    for index in 0...samples {
      let x = range.value(at: Double(index) / Double(samples))
      let state = state(at: x)
      if let before = last, before.state != state {
        let edge = self.edge(between: before.x, and: x, leaving: before.state)
        result[result.count - 1].end = edge
        result.append((state, edge, x))
      } else if last == nil {
        result.append((state, x, x))
      }
      result[result.count - 1].end = x
      last = (x, state)
    }
    return result
  }

  private func edge(between start: Double, and end: Double, leaving state: State) -> Double {
    // A change at a declared breakpoint happens exactly there.
    if let exact = breakpoints.first(where: { $0 >= start && $0 <= end }),
      self.state(at: exact.nextDown) != self.state(at: exact.nextUp)
    {
      return exact
    }
    var (low, high) = (start, end)
    for _ in 0..<60 {
      let middle = low / 2 + high / 2
      guard middle > low && middle < high else { break }
      if self.state(at: middle) == state { low = middle } else { high = middle }
    }
    return high
  }

  /// "Saturated (|σ′| < 0.1) for x < −2.06 and x > 2.06; dead …", as far as `range` shows.
  func sentence(in range: AxisRange, variable: String, slope: String) -> String {
    let stretches = stretches(in: range)
    let parts = [State.dead, .saturated, .amplifying].compactMap { state -> String? in
      let places = stretches.filter { $0.state == state }
        .map { place($0, in: range, variable: variable) }
      return places.isEmpty ? nil : words(for: state, slope: slope) + " " + joined(places)
    }
    guard !parts.isEmpty else { return "Healthy everywhere in sight: \(limit) ≤ \(slope) ≤ 1." }
    let sentence = parts.joined(separator: "; ") + "."
    return sentence.prefix(1).uppercased() + sentence.dropFirst()
  }

  private var limit: String { NumberText.brief(threshold) }

  private func words(for state: State, slope: String) -> String {
    switch state {
    case .dead: "dead (\(slope) = 0)"
    case .saturated: "saturated (\(slope) < \(limit))"
    case .healthy: "healthy"
    case .amplifying: "amplifying (\(slope) > 1)"
    }
  }

  private func place(
    _ stretch: (state: State, start: Double, end: Double), in range: AxisRange, variable: String
  ) -> String {
    let from = NumberText.brief(stretch.start, digits: 3).withTrueMinus
    let to = NumberText.brief(stretch.end, digits: 3).withTrueMinus
    let below = contains(stretch.end, stretch.state) ? "≤" : "<"
    let above = contains(stretch.start, stretch.state) ? "≥" : ">"
    switch (stretch.start == range.lower, stretch.end == range.upper) {
    case (true, true): return "everywhere in sight"
    case (true, false): return "for \(variable) \(below) \(to)"
    case (false, true): return "for \(variable) \(above) \(from)"
    case (false, false): return "from \(from) to \(to)"
    }
  }

  /// Whether an edge belongs to a stretch: at a breakpoint, if the derivative used there does.
  private func contains(_ edge: Double, _ state: State) -> Bool {
    breakpoints.contains(edge) && self.state(at: edge) == state
  }

  private func joined(_ places: [String]) -> String {
    guard places.count > 3 else { return places.joined(separator: " and ") }
    return "in \(places.count) stretches, first \(places[0])"
  }
}
