import Plotting
import TerminalCells
import Widgets

/// What a column of the strip below the plot shows.
enum HealthMark: Sendable, Hashable {
  case state(GradientHealth.State)
  /// Several stretches that a single mark cannot tell.
  case mixed

  var word: String {
    switch self {
    case .state(let state): state.word
    case .mixed: "mixed"
    }
  }

  /// The word where there is no room for it.
  var abbreviation: String {
    switch self {
    case .state(.saturated): "sat."
    case .state(.amplifying): "> 1"
    case .state(.dead), .state(.healthy), .mixed: word
    }
  }

  func glyph(isASCII: Bool) -> Character {
    switch self {
    case .state(.dead): isASCII ? "x" : "×"
    case .state(.saturated): isASCII ? "=" : "░"
    case .state(.healthy): " "
    case .state(.amplifying): isASCII ? "^" : "▲"
    case .mixed: "~"
    }
  }

  /// Those that a legend may name, in its order.
  static let all: [HealthMark] = [.state(.saturated), .state(.dead), .state(.amplifying), .mixed]
}

/// A row of glyphs below the plot, one a column: the state in its middle, or the one that begins and ends
/// within it; where more stretches lie in it than can be told so, that they do.
struct HealthStrip: Sendable {
  /// From left to right.
  let marks: [HealthMark]
  /// Those that a legend has to name.
  let shown: [HealthMark]

  init(_ health: GradientHealth, _ stretches: GradientStretches, on projection: Projection) {
    let area = projection.area
    marks = (area.x..<area.maxX).map { column in
      let x = projection.xRange(ofColumn: column)
      return Self.mark(Column(x).runs(of: health, stretches), x, health)
    }
    shown = HealthMark.all.filter(marks.contains)
  }

  /// - Parameter runs: the states in the column, from left to right.
  private static func mark(
    _ runs: [GradientHealth.State], _ x: ClosedRange<Double>, _ health: GradientHealth
  ) -> HealthMark {
    let beyond = runs.filter { $0 != .healthy }
    if runs.count >= 3 { return beyond.count == 1 ? .state(beyond[0]) : .mixed }
    return .state(health.state(around: x.lowerBound / 2 + x.upperBound / 2))
  }

  func draw(in layout: PlotLayout, with painter: inout Painter) {
    let isASCII = painter.isASCII
    let theme = painter.theme
    var column = 0
    layout.drawStrip(into: &painter.frame) { _ in
      defer { column += 1 }
      guard marks.indices.contains(column), marks[column] != .state(.healthy) else { return nil }
      let mark = marks[column]
      return Cell(
        mark.glyph(isASCII: isASCII),
        mark == .state(.amplifying) ? theme.warning : theme.quiet)
    }
  }
}

/// The stretch of x that a column of the plot shows.
private struct Column {
  let x: ClosedRange<Double>

  init(_ x: ClosedRange<Double>) { self.x = x }

  /// The states in it, from left to right: by the stretches that were solved for, or else as they are
  /// met at places all over it.
  func runs(of health: GradientHealth, _ stretches: GradientStretches) -> [GradientHealth.State] {
    let domain = health.function.shape.domain
    let (lower, upper) = (max(x.lowerBound, domain.lower), min(x.upperBound, domain.upper))
    guard lower < upper else { return [] }
    // A plot may end a little beyond the window, with its last column.
    guard let first = stretches.all.first, let last = stretches.all.last,
      first.start <= lower && upper <= last.end
    else { return repeated(health, stretches) ?? sampled(health) }
    return inside(stretches)
  }

  private func inside(_ stretches: GradientStretches) -> [GradientHealth.State] {
    Self.runs(
      stretches.all.filter { min($0.end, x.upperBound) > max($0.start, x.lowerBound) }
        .map(\.state))
  }

  /// Of a function whose slope repeats without end, what lies in the same part of a wave around the
  /// cursor.
  private func repeated(
    _ health: GradientHealth, _ stretches: GradientStretches
  ) -> [GradientHealth.State]? {
    let parts = health.function.parts
    guard parts.count == 1, let spacing = parts[0].shape.inflectionSpacing,
      let first = stretches.all.first, let last = stretches.all.last
    else { return nil }
    // A whole wave has all there is.
    if x.halfWidth >= spacing { return Self.runs(stretches.all.map(\.state)) }
    let center = first.start / 2 + last.end / 2
    let waves = ((x.lowerBound / 2 + x.upperBound / 2 - center) / (2 * spacing)).rounded()
    let shift = waves * 2 * spacing
    guard shift.isFinite else { return nil }
    return Column(x.lowerBound - shift...max(x.lowerBound - shift, x.upperBound - shift))
      .inside(stretches)
  }

  private func sampled(_ health: GradientHealth) -> [GradientHealth.State] {
    let count = 65
    let places = (0..<count).map { step in
      2 * (x.lowerBound / 2 + x.halfWidth * (Double(step) + 0.5) / Double(count))
    }
    return Self.runs(
      places.filter(health.function.shape.domain.contains).map(health.state(at:)))
  }

  private static func runs(_ states: [GradientHealth.State]) -> [GradientHealth.State] {
    states.reduce(into: []) { runs, state in
      if runs.last != state { runs.append(state) }
    }
  }
}
