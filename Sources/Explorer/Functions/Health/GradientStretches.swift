import NeuralFunctions

/// Where on a stretch of x a gradient passing back through a function shrinks, dies or grows.
struct GradientStretches {
  /// A part of the axis in which the state is the same.
  struct Stretch: Sendable, Hashable {
    let state: GradientHealth.State
    var start: Double
    var end: Double
    /// ε or 1, where the slope is that all along the stretch but for rounding.
    var level: Double?
    /// Single places inside at which the state is another.
    var exceptions: [Double] = []
  }

  /// A place at which the slope used is of another state than those on both sides of it.
  struct Point: Sendable, Hashable {
    let state: GradientHealth.State
    let x: Double
  }

  /// In ascending order, without gaps.
  private(set) var all: [Stretch] = []
  /// Where the slope used at a breakpoint is not healthy, and neither side is like it.
  private(set) var points: [Point] = []
  /// Whether they are all there are in the window; otherwise those around the cursor.
  let isWhole: Bool
  /// Whether the state changes from one Double to the next, so that there are no stretches.
  let isTooCoarse: Bool

  /// - Parameters:
  ///   - range: the window as far as the function is defined.
  ///   - focus: the cursor.
  init(of health: GradientHealth, in range: ClosedRange<Double>, focus: Double) {
    let function = health.function
    let profile = SlopeProfile(function, in: range, focus: focus)
    (isWhole, isTooCoarse) = (profile.isWhole, profile.isTooCoarse)
    guard !isTooCoarse else { return }
    let edges = profile.edges(atLevels: health.levels)
    let places = [profile.reach.lowerBound] + edges + [profile.reach.upperBound]
    for (start, end) in zip(places, places.dropFirst()) where start < end {
      let inside = start / 2 + end / 2
      guard inside > start, inside < end else { continue }
      append(Stretch(state: health.state(at: inside), start: start, end: end))
    }
    dropPoints(
      narrowerThan: min(range.halfWidth, function.shape.window.halfWidth) * 0x1p-39, of: health)
    if !all.isEmpty {
      // A last breakpoint may leave no Double between it and the end.
      all[0].start = profile.reach.lowerBound
      all[all.count - 1].end = profile.reach.upperBound
    }
    tellTouches(of: health, marks: profile.marks, pointWidth: range.halfWidth * 0x1p-7)
    addExceptions(of: health, at: profile.marks, pointWidth: range.halfWidth * 0x1p-20)
    for index in all.indices.dropLast() {
      let edge = health.exactEdge(near: all[index].end)
      (all[index].end, all[index + 1].start) = (edge, edge)
    }
    points = Self.points(of: health, beside: all)
  }

  /// The breakpoints at which the slope used is told by neither of the stretches that meet there.
  private static func points(of health: GradientHealth, beside all: [Stretch]) -> [Point] {
    health.function.shape.breakpoints.map(\.x).compactMap { x in
      let around = all.filter { $0.start <= x && x <= $0.end }
      let state = health.state(at: x)
      guard !around.isEmpty, state != .healthy, !health.function.derivative(x).isNaN,
        around.allSatisfy({ $0.state != state })
      else { return nil }
      return Point(state: state, x: x)
    }
  }

  private mutating func append(_ stretch: Stretch) {
    if let last = all.last, last.state == stretch.state, last.level == stretch.level {
      all[all.count - 1].end = stretch.end
      all[all.count - 1].exceptions += stretch.exceptions
    } else {
      all.append(stretch)
    }
  }

  /// Where the slope is a level but for rounding it is at that level, not beyond it: a stretch of its
  /// own if it can be seen, else a point of what is on both sides of it.
  private mutating func tellTouches(
    of health: GradientHealth, marks: [Double], pointWidth: Double
  ) {
    let before = all
    all = []
    for (index, stretch) in before.enumerated() {
      guard let level = health.levelByRounding(from: stretch.start, to: stretch.end) else {
        append(stretch)
        continue
      }
      let isInside = index > 0 && index < before.count - 1
      let isBetweenAlike = isInside && before[index - 1].state == before[index + 1].state
      let isPoint = stretch.end / 2 - stretch.start / 2 < pointWidth
      if isPoint && isBetweenAlike {
        all[all.count - 1].end = stretch.end
        if stretch.state != before[index - 1].state {
          all[all.count - 1].exceptions.append(Self.place(in: stretch, marks))
        }
      } else {
        var touch = stretch
        if !isPoint && stretch.state == .healthy { touch.level = level }
        append(touch)
      }
    }
  }

  /// Where a level is touched that Doubles tell only as a stretch.
  private static func place(in stretch: Stretch, _ marks: [Double]) -> Double {
    let (start, end) = (stretch.start, stretch.end)
    if start <= 0 && end >= 0 { return 0 }
    return marks.first { start <= $0 && $0 <= end } ?? start / 2 + end / 2
  }

  /// Where a slope touches a level, or a breakpoint has another than both its sides, is a point alone.
  private mutating func addExceptions(
    of health: GradientHealth, at marks: [Double], pointWidth: Double
  ) {
    for index in all.indices where all[index].state != .healthy {
      let stretch = all[index]
      let inside = marks.filter {
        $0 - stretch.start > pointWidth && stretch.end - $0 > pointWidth
          && !health.function.derivative($0).isNaN && health.state(at: $0) != stretch.state
      }
      var apart: [Double] = []
      for place in (stretch.exceptions + inside).sorted() {
        if let last = apart.last, place - last <= pointWidth {
          if place == 0 { apart[apart.count - 1] = 0 }
        } else {
          apart.append(place)
        }
      }
      all[index].exceptions = apart
    }
  }

  /// What is too narrow to be seen in the window or in the function's own is a point, not a stretch:
  /// its neighbours meet there. Beside 0, where Doubles are close, a stretch may be as narrow and yet
  /// be one.
  private mutating func dropPoints(narrowerThan least: Double, of health: GradientHealth) {
    let before = all
    all = []
    for stretch in before
    where stretch.end - stretch.start > least
      || health.isResolved(from: stretch.start, to: stretch.end)
    {
      append(stretch)
    }
    for index in all.indices.dropFirst() { all[index].start = all[index - 1].end }
  }
}

extension ClosedRange<Double> {
  /// Half the distance between the ends, which cannot overflow.
  var halfWidth: Double { upperBound / 2 - lowerBound / 2 }
}
