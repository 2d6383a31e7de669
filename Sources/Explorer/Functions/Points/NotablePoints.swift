import NeuralFunctions

/// What there is about a point that a cursor may be sent to; in the order in which it is told.
enum PointKind: Sendable, Hashable {
  case breakpoint(Breakpoint.Kind)
  /// The slope used is another than that on both sides, which are alike.
  case slopeByConvention
  case endOfDomain
  case zero, minimum, maximum, inflection, steepest, edgeOfSaturation
  /// With a pinned curve: its name, and its number among the pins.
  case crossing(with: String, pin: Int)

  var name: String {
    switch self {
    case .breakpoint(let kind): kind.name
    case .slopeByConvention: "slope by convention"
    case .endOfDomain: "end of the domain"
    case .zero: "zero"
    case .minimum: "minimum"
    case .maximum: "maximum"
    case .inflection: "inflection"
    case .steepest: "steepest"
    case .edgeOfSaturation: "edge of saturation"
    case .crossing(let other, _): "crossing with \(other)"
    }
  }

  var rank: Int {
    switch self {
    case .breakpoint, .slopeByConvention, .endOfDomain: 0
    case .zero: 1
    case .minimum, .maximum: 2
    case .inflection: 3
    case .steepest: 4
    case .edgeOfSaturation: 5
    case .crossing: 6
    }
  }

  init(_ kind: PointOfInterest.Kind) {
    switch kind {
    case .zero: self = .zero
    case .minimum: self = .minimum
    case .maximum: self = .maximum
    case .inflection: self = .inflection
    case .steepest: self = .steepest
    }
  }
}

extension Breakpoint {
  /// Whether the function is defined on one side alone, and has a slope there.
  var isEndOfDomain: Bool {
    kind != .pole && derivative.left.isNaN != derivative.right.isNaN
  }

  /// Whether nothing breaks but the slope that is used.
  var isSlopeByConvention: Bool { kind == .kink && derivative.left == derivative.right }

  /// The slope that the curve has here, whatever is used: nil where it has two or none.
  var curveSlope: Double? {
    let sides = [derivative.left, derivative.right].filter { !$0.isNaN }
    let isContinuous = [value.left, value.right].allSatisfy { $0.isNaN || $0 == value.used }
    guard isContinuous, isEndOfDomain || isSlopeByConvention, let slope = sides.first,
      slope.isFinite
    else { return nil }
    return slope
  }

  var name: String { PointKind(self).name }
}

extension PointKind {
  init(_ point: Breakpoint) {
    self =
      point.isEndOfDomain
      ? .endOfDomain : point.isSlopeByConvention ? .slopeByConvention : .breakpoint(point.kind)
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

/// A place with one thing that it is.
struct NotablePoint: Sendable {
  let x: Double
  let kind: PointKind
  /// Whether the library states the place; others are solved for.
  var isDeclared = false
  /// The closed form of x, where the library knows it.
  var closedForm: Notation?
}

/// Zeros, extrema, inflections and breaks of a function, found from its shape: the slope passes 0
/// where ``SlopeProfile`` says, and between two such places or breaks the value goes one way.
struct NotablePoints {
  let function: DrawnFunction
  let profile: SlopeProfile

  init(of function: DrawnFunction, in range: ClosedRange<Double>, focus: Double) {
    self.function = function
    profile = SlopeProfile(function, in: range, focus: focus)
  }

  var reach: ClosedRange<Double> { profile.reach }

  /// In no particular order; several may be at one place.
  var all: [NotablePoint] {
    guard !profile.isTooCoarse else { return declared }
    let turns = slopeEdges
    return declared + extrema(turns) + zeros(turns) + inflections
  }

  /// Where the value is 0 for itself: crossings, if it is a difference.
  var zeros: [Double] { profile.isTooCoarse ? [] : zeros(slopeEdges).map(\.x) }

  // MARK: Kinds

  private var declared: [NotablePoint] {
    let breaks = function.shape.breakpoints.flatMap { point -> [NotablePoint] in
      let place = NotablePoint(x: point.x, kind: PointKind(point), isDeclared: true)
      let sides = point.secondDerivative
      let bendsOver = point.kind == .curvatureJump && sides.left * sides.right < 0
      return bendsOver ? [place, NotablePoint(x: point.x, kind: .inflection)] : [place]
    }
    let points = function.shape.pointsOfInterest.map {
      NotablePoint(x: $0.x, kind: PointKind($0.kind), isDeclared: true, closedForm: $0.closedForm)
    }
    return (breaks + points).filter { reach.contains($0.x) }
  }

  /// The ends of stretches on which the slope keeps its sign and nothing breaks.
  private var slopeEdges: [Double] {
    let signs = profile.edges(atLevels: [0, .leastNonzeroMagnitude])
    return [reach.lowerBound] + signs + [reach.upperBound]
  }

  private func extrema(_ edges: [Double]) -> [NotablePoint] {
    SignStretches(of: function.derivative, between: edges).meetings(narrowerThan: pointWidth)
      .compactMap { meeting in
        guard meeting.changesSign, !isDead(meeting.place), brokenValue(in: meeting.place) == nil
        else { return nil }
        let x = place(in: meeting.place, of: function.derivative)
        return NotablePoint(x: x, kind: meeting.before < 0 ? .minimum : .maximum)
      }
  }

  private func zeros(_ slopeEdges: [Double]) -> [NotablePoint] {
    let inner = zip(slopeEdges, slopeEdges.dropFirst()).flatMap { start, end in
      OrderedDouble.signChanges(of: function.value, from: start.nextUp, to: end.nextDown)
    }
    let stretches = SignStretches(
      of: function.value, between: (slopeEdges + inner).sorted())
    let inside = stretches.meetings(narrowerThan: pointWidth).compactMap { meeting -> Double? in
      guard !isDead(meeting.place) else { return nil }
      if let point = brokenValue(in: meeting.place) { return point.value.used == 0 ? point.x : nil }
      let x = place(in: meeting.place, of: function.value)
      return meeting.changesSign || function.value(x) == 0 ? x : nil
    }
    let domain = function.shape.domain
    let ends = [
      (reach.lowerBound, domain.lower, stretches.outermost.lower),
      (reach.upperBound, domain.upper, stretches.outermost.upper),
    ].compactMap { end, limit, sign in
      end == limit && sign != 0 && sign != nil && function.value(end) == 0 ? end : nil
    }
    return (inside + ends).map { NotablePoint(x: $0, kind: .zero) }
  }

  /// Those of one function are declared, or repeat without end.
  private var inflections: [NotablePoint] {
    let places =
      function.parts.count == 1
      ? function.parts[0].endlessInflections(in: reach).map {
        place(in: $0.nextDown...$0, of: function.secondDerivative)
      }
      : DifferenceInflections(of: function, in: reach, narrowerThan: pointWidth).ranges.map {
        place(in: $0, of: function.secondDerivative)
      }
    let inside = places.filter(reach.contains)
    return inside.map { NotablePoint(x: $0, kind: .inflection) }
      + (function.parts.count == 1 ? steepest(of: inside) : [])
  }

  /// Of endless inflections those at which the slope is the largest that it ever is: they come back
  /// with every period, of which all are like the one that is declared.
  private func steepest(of places: [Double]) -> [NotablePoint] {
    let declared = function.shape.pointsOfInterest.filter { $0.kind == .steepest }.map(\.x)
    let slopes = places.map { function.derivative($0).magnitude }
    let neighbours = function.parts[0].endlessInflections(in: function.shape.window)
    let largest = (declared + neighbours).map { function.derivative($0).magnitude }.max()
    guard let largest else { return [] }
    return zip(places, slopes).filter { $1 >= largest * (1 - 0x1p-30) }
      .map { NotablePoint(x: $0.0, kind: .steepest) }
  }

  // MARK: Places

  /// A stretch of zeros wider than this, in a function's own window, is no point.
  private var pointWidth: Double { function.shape.window.halfWidth * 0x1p-8 }

  /// Whether a function is level between two different places because it is meant to be.
  private func isDead(_ place: ClosedRange<Double>) -> Bool {
    let middle = place.lowerBound / 2 + place.upperBound / 2
    guard middle > place.lowerBound, middle < place.upperBound else { return false }
    return function.shape.deadIntervals.contains {
      $0.lower <= place.lowerBound.nextUp && $0.upper >= place.upperBound.nextDown
    }
  }

  private func brokenValue(in place: ClosedRange<Double>) -> Breakpoint? {
    function.shape.breakpoints.first {
      place.contains($0.x) && ($0.kind == .jump || $0.kind == .pole)
    }
  }

  /// The place in a narrow stretch at which a quantity is said to be 0: where the function breaks, 0
  /// itself, or where the quantity is smallest.
  private func place(in range: ClosedRange<Double>, of quantity: (Double) -> Double) -> Double {
    if let point = function.shape.breakpoints.first(where: { range.contains($0.x) }) {
      return point.x
    }
    if range.contains(0) { return 0 }
    let middle = OrderedDouble.middle(range.lowerBound, range.upperBound)
    let places = [middle, range.lowerBound, range.upperBound]
    return places.min { quantity($0).magnitude < quantity($1).magnitude } ?? middle
  }
}
