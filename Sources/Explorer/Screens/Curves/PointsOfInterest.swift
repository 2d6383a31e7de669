import NeuralFunctions
import Plotting

/// A point worth jumping to, with the words for it.
struct FoundPoint: Sendable, Hashable {
  let x: Double
  let name: String
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
    range = model.viewport.x.zoomed(by: 3, about: model.viewport.x.center)
  }

  /// The nearest point to the right (direction 1) or left (−1) of `x`.
  func next(from x: Double, direction: Int) -> FoundPoint? {
    let tolerance = range.halfWidth * 1e-9
    let beyond = all.filter {
      direction > 0 ? $0.x > x + tolerance : $0.x < x - tolerance
    }
    return direction > 0 ? beyond.min { $0.x < $1.x } : beyond.max { $0.x < $1.x }
  }

  /// Every point in reach; where a declared and a searched point coincide, the declared one.
  var all: [FoundPoint] {
    var points = declared
    let nearness = range.halfWidth * 1e-6
    for point in searched where !points.contains(where: { abs($0.x - point.x) < nearness }) {
      points.append(point)
    }
    return points.filter { range.contains($0.x) && model.shape.domain.contains($0.x) }
  }

  private var declared: [FoundPoint] {
    model.shape.breakpoints.map { FoundPoint(x: $0.x, name: $0.kind.name) }
      + model.shape.pointsOfInterest.map {
        FoundPoint(x: $0.x, name: $0.kind.rawValue, closedForm: $0.closedForm)
      }
  }

  private var searched: [FoundPoint] {
    let function = model.function
    var found =
      points(named: "zero") { function.value($0) }
      + points(named: "extremum") { function.derivative($0) }
      + points(named: "inflection") { function.secondDerivative($0) }
      + points(named: "edge of saturation") { [saturation = model.saturation] in
        function.derivative($0).magnitude - saturation
      }
    for pin in model.view.pins {
      found += points(named: "crossing with \(pin.name)") {
        function.value($0) - pin.function.value($0)
      }
    }
    return found
  }

  private func points(named name: String, of function: (Double) -> Double) -> [FoundPoint] {
    RootSearch.roots(of: function, in: range, samples: Self.samples)
      .map { FoundPoint(x: $0, name: name) }
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
