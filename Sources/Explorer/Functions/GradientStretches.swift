import NeuralFunctions

/// Where on a stretch of x a gradient passing back through a function shrinks, dies or grows.
struct GradientStretches {
  /// A part of the axis in which the state is the same.
  struct Stretch: Sendable, Hashable {
    let state: GradientHealth.State
    var start: Double
    var end: Double
  }

  /// In ascending order, without gaps.
  private(set) var all: [Stretch] = []
  /// Whether they are all there are in the window; otherwise those around the cursor.
  let isWhole: Bool
  /// Whether the state changes from one Double to the next, so that there are no stretches.
  let isTooCoarse: Bool

  /// Whether the first and the last stretch go on as what Doubles can no longer tell.
  private(set) var hasTails = (left: false, right: false)

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
    dropPoints(narrowerThan: min(range.halfWidth, function.shape.window.halfWidth) * 0x1p-39)
    if !all.isEmpty {
      // A last breakpoint may leave no Double between it and the end.
      all[0].start = profile.reach.lowerBound
      all[all.count - 1].end = profile.reach.upperBound
    }
    dropTouches(of: health)
    for index in all.indices.dropLast() {
      let edge = health.exactEdge(near: all[index].end)
      (all[index].end, all[index + 1].start) = (edge, edge)
    }
  }

  private mutating func append(_ stretch: Stretch) {
    if let last = all.last, last.state == stretch.state {
      all[all.count - 1].end = stretch.end
    } else {
      all.append(stretch)
    }
  }

  /// Where the slope is a level but for rounding there is no stretch of its own: what is beside it goes
  /// on, to the other side of the point or to the end of the window.
  private mutating func dropTouches(of health: GradientHealth) {
    let last = all.count - 1
    let touches = all.indices.map {
      health.isLevelByRounding(from: all[$0].start, to: all[$0].end)
    }
    guard touches.contains(true), touches.contains(false) else { return }
    let before = all
    all = []
    var start: Double?
    for (index, stretch) in before.enumerated() {
      let isAlone =
        index > 0 && index < last && before[index - 1].state != before[index + 1].state
      if touches[index] && !isAlone {
        if all.isEmpty {
          start = start ?? stretch.start
        } else {
          all[all.count - 1].end = stretch.end
        }
        continue
      }
      append(Stretch(state: stretch.state, start: start ?? stretch.start, end: stretch.end))
      start = nil
    }
    hasTails = (touches[0], touches[last])
  }

  /// What is too narrow to be seen in the window or in the function's own is a point, not a stretch:
  /// its neighbours meet there.
  private mutating func dropPoints(narrowerThan least: Double) {
    let before = all
    all = []
    for stretch in before where stretch.end - stretch.start > least { append(stretch) }
    for index in all.indices.dropFirst() { all[index].start = all[index - 1].end }
  }
}

extension ClosedRange<Double> {
  /// Half the distance between the ends, which cannot overflow.
  var halfWidth: Double { upperBound / 2 - lowerBound / 2 }
}
