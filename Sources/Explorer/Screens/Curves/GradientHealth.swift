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

  private let function: any ScalarFunction
  private let dead: [Interval]
  private let threshold: Double

  init(_ model: CurvesModel) {
    function = model.function
    dead = model.shape.deadIntervals
    threshold = model.saturation
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
    var (low, high) = (start, end)
    for _ in 0..<60 {
      let middle = low / 2 + high / 2
      guard middle > low && middle < high else { break }
      if self.state(at: middle) == state { low = middle } else { high = middle }
    }
    return high
  }

  /// "dead for x < 0; saturated for x > 2.06", as far as `range` shows.
  func sentence(in range: AxisRange, variable: String) -> String {
    let parts = stretches(in: range).compactMap { stretch -> String? in
      guard stretch.state != .healthy else { return nil }
      let (start, end) = (
        NumberText.brief(stretch.start, digits: 3), NumberText.brief(stretch.end, digits: 3)
      )
      let fromLeft = stretch.start == range.lower
      let toRight = stretch.end == range.upper
      switch (fromLeft, toRight) {
      case (true, true): return "\(stretch.state.word) everywhere in sight"
      case (true, false): return "\(stretch.state.word) for \(variable) < \(end)"
      case (false, true): return "\(stretch.state.word) for \(variable) > \(start)"
      case (false, false): return "\(stretch.state.word) from \(start) to \(end)"
      }
    }
    return parts.isEmpty ? "healthy everywhere in sight" : parts.joined(separator: "; ")
  }
}
