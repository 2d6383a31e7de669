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

    /// The word where there is no room for it.
    var abbreviation: String {
      switch self {
      case .saturated: "sat."
      case .amplifying: "> 1"
      case .dead, .healthy: word
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
  /// A slope this much, relatively, from a limit is at it: 1 − 0.9 is not below 0.1.
  private static let roundingError = 0x1p-50
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
    if slope < threshold * (1 - Self.roundingError) { return .saturated }
    return slope > 1 + Self.roundingError ? .amplifying : .healthy
  }

  /// The state around `x`: the slope that is used at a breakpoint is of that point alone.
  private func state(around x: Double) -> State {
    state(at: breakpoints.contains(x) ? x.nextUp : x)
  }

  /// A row of glyphs below the plot, the state in the middle of each column.
  func drawStrip(in layout: PlotLayout, with painter: inout Painter) {
    let isASCII = painter.isASCII
    let theme = painter.theme
    layout.drawStrip(into: &painter.frame) { x in
      let state = state(around: x.lowerBound / 2 + x.upperBound / 2)
      guard state != .healthy else { return nil }
      return Cell(state.glyph(isASCII: isASCII), state == .amplifying ? theme.warning : theme.quiet)
    }
  }

  /// A part of an axis in which the state is the same.
  typealias Stretch = (state: State, start: Double, end: Double)

  /// The stretches of one state in `range`. What is narrower than 2⁻⁴⁰ of it is a point, not a
  /// stretch, and an edge that close to 0 is at 0.
  func stretches(in range: AxisRange) -> [Stretch] {
    let least = max(range.halfWidth * 0x1p-39, .leastNonzeroMagnitude)
    var result: [Stretch] = []
    for var stretch in unevenStretches(in: range) {
      if stretch.start.magnitude < least { stretch.start = 0 }
      if stretch.end.magnitude < least { stretch.end = 0 }
      guard stretch.end - stretch.start > least else { continue }
      if let last = result.last, last.state == stretch.state {
        result[result.count - 1].end = stretch.end
      } else {
        result.append(stretch)
      }
    }
    return result
  }

  /// The same with edges to the last digits, and with single points.
  private func unevenStretches(in range: AxisRange) -> [Stretch] {
    let samples = 400
    var result: [Stretch] = []
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

  /// "Saturated (|σ′| < 0.1) for x < −2.06 and for x > 2.06; dead …", as far as `range` shows; in few
  /// words "Saturated x < −2.06, x > 2.06; dead …".
  func status(in range: AxisRange, variable: String, slope: String) -> Status {
    let stretches = stretches(in: range)
    func parts(_ words: (State) -> String, _ place: (Stretch) -> String, and: String) -> [String] {
      [State.dead, .saturated, .amplifying].compactMap { state in
        let places = stretches.filter { $0.state == state }.map(place)
        return places.isEmpty ? nil : words(state) + " " + joined(places, and: and)
      }
    }
    let long = parts(
      { self.words(for: $0, slope: slope) },
      { self.place($0, in: range, variable: variable) }, and: " and ")
    guard !long.isEmpty else {
      return Status(
        "Healthy everywhere in sight: \(limit) ≤ \(slope) ≤ 1.",
        short: "Healthy everywhere in sight.")
    }
    let short = parts(
      \.word, { self.shortPlace($0, in: range, variable: variable) }, and: ", ")
    return Status(sentence(of: long), short: sentence(of: short))
  }

  private func sentence(of parts: [String]) -> String {
    let text = parts.joined(separator: "; ") + "."
    return text.prefix(1).uppercased() + text.dropFirst()
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
    _ stretch: Stretch, in range: AxisRange, variable: String
  ) -> String {
    let (from, to) = (edge(stretch.start), edge(stretch.end))
    switch (stretch.start == range.lower, stretch.end == range.upper) {
    case (true, true): return "everywhere in sight"
    case (false, false): return "from \(from) to \(to)"
    default: return "for " + side(stretch, in: range, variable: variable)
    }
  }

  private func shortPlace(
    _ stretch: Stretch, in range: AxisRange, variable: String
  ) -> String {
    switch (stretch.start == range.lower, stretch.end == range.upper) {
    case (true, true): "everywhere"
    case (false, false): "\(edge(stretch.start))…\(edge(stretch.end))"
    default: side(stretch, in: range, variable: variable)
    }
  }

  /// "x < −2.06": a stretch that leaves the picture on one side.
  private func side(
    _ stretch: Stretch, in range: AxisRange, variable: String
  ) -> String {
    if stretch.start == range.lower {
      let below = contains(stretch.end, stretch.state) ? "≤" : "<"
      return "\(variable) \(below) \(edge(stretch.end))"
    }
    let above = contains(stretch.start, stretch.state) ? "≥" : ">"
    return "\(variable) \(above) \(edge(stretch.start))"
  }

  private func edge(_ x: Double) -> String { NumberText.brief(x, digits: 3).withTrueMinus }

  /// Whether an edge belongs to a stretch: at a breakpoint, if the derivative used there does.
  private func contains(_ edge: Double, _ state: State) -> Bool {
    breakpoints.contains(edge) && self.state(at: edge) == state
  }

  private func joined(_ places: [String], and: String) -> String {
    guard places.count > 3 else { return places.joined(separator: and) }
    return "in \(places.count) stretches, first \(places[0])"
  }
}
