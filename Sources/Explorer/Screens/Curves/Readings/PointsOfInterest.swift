import NeuralFunctions
import Plotting

/// A point worth jumping to, with all there is to say of it.
struct FoundPoint: Sendable, Hashable {
  var x: Double
  let kinds: [PointKind]
  /// The closed form of x, where the library knows it.
  var closedForm: Notation?

  var names: [String] { kinds.map(\.name) }

  /// The same with pins by their numbers: "crossings with pins 1, 2".
  var shortNames: [String] {
    var pins: [String] = []
    let others = kinds.compactMap { kind -> String? in
      guard case .crossing(_, let pin) = kind else { return kind.name }
      pins.append("\(pin)")
      return nil
    }
    guard !pins.isEmpty else { return others }
    let crossings = pins.count == 1 ? "crossing with pin " : "crossings with pins "
    return others + [crossings + pins.separated(by: ", ")]
  }

  /// Whether the curve is level there, though its slope at the nearest Double may not be 0.
  var isExtremum: Bool { kinds.contains(.minimum) || kinds.contains(.maximum) }
}

/// Zeros, extrema, inflections, breakpoints, edges of saturation and crossings of pinned curves, in
/// and beside the window.
struct PointsOfInterest {
  /// What a search comes to.
  enum Answer: Sendable, Equatable {
    case point(FoundPoint)
    case none
    /// None before this place; what lies further out was not searched.
    case noneUpTo(Double)
    /// The function swings from one Double to the next.
    case tooCoarse
  }

  private let model: CurvesModel
  private let crossed: [Crossed]
  /// Where the function is defined, in the window and up to its width beyond either edge.
  private let range: ClosedRange<Double>?

  /// How many stretches are looked through where points have no end.
  private static let mostStretches = 24

  init(_ model: CurvesModel) {
    self.model = model
    crossed = model.drawnPins.enumerated().compactMap { index, pin in
      // A curve that is the same everywhere is crossed nowhere.
      guard !model.function.isIdentical(to: pin.function) else { return nil }
      return Crossed(
        name: pin.name, pin: index + 1,
        difference: DrawnFunction.difference(model.function, pin.function))
    }
    let near = model.xRange.zoomed(by: 3, about: model.xRange.center)
    let domain = model.shape.domain
    let (lower, upper) = (max(near.lower, domain.lower), min(near.upper, domain.upper))
    range = lower < upper ? lower...upper : nil
  }

  /// The nearest point to the right (direction 1) or left (−1) of `x`.
  func next(from x: Double, direction: Int) -> Answer {
    guard let range else { return .none }
    var focus = x
    for _ in 0..<Self.mostStretches {
      let stretch = Stretch(model, crossed, in: range, focus: focus)
      if stretch.isTooCoarse { return focus == x ? .tooCoarse : .noneUpTo(focus) }
      let points = stretch.points
      let rounding = 4 * x.ulp
      let next =
        direction > 0
        ? points.first { $0.x > x + rounding } : points.last { $0.x < x - rounding }
      if let next { return .point(next) }
      let end = direction > 0 ? stretch.reach.upperBound : stretch.reach.lowerBound
      if end == (direction > 0 ? range.upperBound : range.lowerBound) || end == focus {
        return .none
      }
      focus = end
    }
    return .noneUpTo(focus)
  }

  /// All points near `focus`: all in reach, unless there is no end of them.
  func all(near focus: Double) -> [FoundPoint] {
    range.map { Stretch(model, crossed, in: $0, focus: focus).points } ?? []
  }
}

/// A pinned curve and how far the present one is from it.
private struct Crossed {
  let name: String
  let pin: Int
  let difference: DrawnFunction
}

/// The points on a stretch of x.
private struct Stretch {
  let reach: ClosedRange<Double>
  let isTooCoarse: Bool
  let points: [FoundPoint]

  init(
    _ model: CurvesModel, _ crossed: [Crossed],
    in range: ClosedRange<Double>, focus: Double
  ) {
    let own = NotablePoints(of: model.function, in: range, focus: focus)
    var (lower, upper) = (own.reach.lowerBound, own.reach.upperBound)
    var isTooCoarse = own.profile.isTooCoarse
    var found = own.all
    for curve in crossed {
      let difference = curve.difference
      let domain = difference.shape.domain
      let (low, high) = (max(range.lowerBound, domain.lower), min(range.upperBound, domain.upper))
      guard low < high else { continue }
      let other = NotablePoints(of: difference, in: low...high, focus: focus)
      isTooCoarse = isTooCoarse || other.profile.isTooCoarse
      if !other.profile.isWhole {
        (lower, upper) = (max(lower, other.reach.lowerBound), min(upper, other.reach.upperBound))
      }
      found += other.zeros.map {
        NotablePoint(x: $0, kind: .crossing(with: curve.name, pin: curve.pin))
      }
    }
    found += Self.edgesOfSaturation(model, in: range, focus: focus)
    self.isTooCoarse = isTooCoarse
    reach = min(lower, upper)...max(lower, upper)
    let width = min(range.halfWidth, model.shape.window.halfWidth) * 0x1p-38
    points = Self.merged(found.filter { [reach] in reach.contains($0.x) }, narrowerThan: width)
  }

  /// Where the gradient begins to be saturated or ends to be, but for breakpoints.
  private static func edgesOfSaturation(
    _ model: CurvesModel, in range: ClosedRange<Double>, focus: Double
  ) -> [NotablePoint] {
    let stretches = GradientStretches(of: model.health, in: range, focus: focus).all
    func isSmall(_ stretch: GradientStretches.Stretch) -> Bool {
      stretch.state == .saturated || stretch.state == .dead
    }
    return zip(stretches, stretches.dropFirst()).compactMap { before, after in
      // Where the slope comes down to the level but for rounding is no place of the function's.
      guard isSmall(before) != isSmall(after), before.level == nil, after.level == nil,
        !model.shape.breakpoints.contains(where: { $0.x == before.end })
      else { return nil }
      return NotablePoint(x: before.end, kind: .edgeOfSaturation)
    }
  }

  /// Points that only rounding keeps apart are one, with the names of all.
  private static func merged(
    _ points: [NotablePoint], narrowerThan width: Double
  ) -> [FoundPoint] {
    var groups: [[NotablePoint]] = []
    for point in points.sorted(by: { $0.x < $1.x }) {
      if let first = groups.last?.first, point.x - first.x <= max(width, 8 * point.x.ulp) {
        groups[groups.count - 1].append(point)
      } else {
        groups.append([point])
      }
    }
    return groups.compactMap { group in
      // A breakpoint's place is the most exact, then what is declared, then 0.
      func doubt(_ point: NotablePoint) -> Int {
        if point.kind.rank == 0 { return 0 }
        return point.isDeclared ? 1 : point.x == 0 ? 2 : 3
      }
      let ranked = group.sorted { $0.kind.rank < $1.kind.rank }
      guard let best = ranked.min(by: { doubt($0) < doubt($1) }) else { return nil }
      var kinds: [PointKind] = []
      for point in ranked where !kinds.contains(point.kind) { kinds.append(point.kind) }
      return FoundPoint(
        x: best.x, kinds: kinds, closedForm: ranked.lazy.compactMap(\.closedForm).first)
    }
  }
}
