import NeuralFunctions
import Plotting

/// A point worth jumping to, with the words for it.
struct FoundPoint: Sendable, Hashable {
  let x: Double
  let name: String
  /// Whether the curve is level there, though its slope at the nearest Double may not be 0.
  var isExtremum = false
  /// The closed form of x, where the library knows it.
  var closedForm: Notation?
}

/// Finds zeros, extrema, inflections, breakpoints, edges of saturation and crossings of pinned
/// curves: those the library declares exactly, the others by search in and beside the window.
struct PointsOfInterest {
  private let model: CurvesModel
  private let range: AxisRange

  private static let samples = 1200

  init(_ model: CurvesModel) {
    self.model = model
    // A window's width beyond either edge is within reach.
    range = model.xRange.zoomed(by: 3, about: model.xRange.center)
  }

  /// The nearest point to the right (direction 1) or left (−1) of `x`; where a declared and a
  /// searched point coincide, the declared one.
  func next(from x: Double, direction: Int) -> FoundPoint? {
    let tolerance = range.halfWidth * 1e-9
    let start = x + Double(direction) * tolerance
    func distance(_ point: FoundPoint) -> Double { (point.x - x) * Double(direction) }
    let known = (declared + edgesOfSaturation(around: x))
      .filter { isInReach($0.x) && distance($0) > tolerance }
      .min { distance($0) < distance($1) }
    let end = direction > 0 ? range.upper : range.lower
    let found = searched(from: start, to: end).min { distance($0) < distance($1) }
    guard let known else { return found }
    guard let found, distance(found) < distance(known) - range.halfWidth * 1e-6 else {
      return known
    }
    return found
  }

  private func isInReach(_ x: Double) -> Bool {
    range.contains(x) && model.shape.domain.contains(x)
  }

  private var declared: [FoundPoint] {
    model.shape.breakpoints.map { FoundPoint(x: $0.x, name: $0.kind.name) }
      + model.shape.pointsOfInterest.map {
        FoundPoint(
          x: $0.x, name: $0.kind.rawValue, isExtremum: $0.kind == .minimum || $0.kind == .maximum,
          closedForm: $0.closedForm)
      }
  }

  /// Where the gradient begins to be saturated or ends to be, but for breakpoints.
  private func edgesOfSaturation(around x: Double) -> [FoundPoint] {
    let domain = model.shape.domain
    let (lower, upper) = (max(range.lower, domain.lower), min(range.upper, domain.upper))
    guard lower < upper else { return [] }
    let stretches = GradientStretches(of: model.health, in: lower...upper, focus: x).all
    func isSmall(_ stretch: GradientStretches.Stretch) -> Bool {
      stretch.state == .saturated || stretch.state == .dead
    }
    return zip(stretches, stretches.dropFirst()).compactMap { before, after in
      guard isSmall(before) != isSmall(after),
        !model.shape.breakpoints.contains(where: { $0.x == before.end })
      else { return nil }
      return FoundPoint(x: before.end, name: "edge of saturation")
    }
  }

  /// The nearest point of each kind on the way from `start` to `end`.
  private func searched(from start: Double, to end: Double) -> [FoundPoint] {
    let function = model.function
    var searches: [(name: String, isExtremum: Bool, function: (Double) -> Double)] = [
      ("zero", false, function.value), ("extremum", true, function.derivative),
      ("inflection", false, function.secondDerivative),
    ]
    for pin in model.drawnPins {
      searches.append(
        ("crossing with \(pin.name)", false, { function.value($0) - pin.function.value($0) }))
    }
    return searches.compactMap { search in
      RootSearch.first(of: search.function, from: start, to: end, samples: Self.samples)
        .map {
          FoundPoint(
            x: atZero($0, of: search.function), name: search.name, isExtremum: search.isExtremum)
        }
    }.filter { isInReach($0.x) }
  }
}

extension PointsOfInterest {
  /// `root`, or 0 where that is as good and no farther away than the search can tell.
  private func atZero(_ root: Double, of function: (Double) -> Double) -> Double {
    guard root.magnitude < range.halfWidth * 0x1p-40 else { return root }
    return function(0).magnitude <= function(root).magnitude ? 0 : root
  }
}

extension Breakpoint.Kind {
  var name: String {
    switch self {
    case .jump: "jump"
    case .kink: "kink"
    case .curvatureJump: "jump of f″"
    case .pole: "pole"
    }
  }
}
