import NeuralFunctions

extension FunctionShape {
  /// The shape of `first` − `second`: it breaks where either does, unless both breaks cancel.
  init(differenceOf first: DrawnFunction, _ second: DrawnFunction) {
    let shapes = (first.shape, second.shape)
    var domain = shapes.0.domain.intersection(shapes.1.domain)
    // Breaks of both that only rounding keeps apart are one.
    var places: [Double] = []
    for x in (shapes.0.breakpoints + shapes.1.breakpoints).map(\.x).sorted() {
      if let last = places.last, x - last <= 4 * x.ulp { continue }
      places.append(x)
    }
    var breakpoints: [Breakpoint] = []
    for x in places where domain.contains(x) {
      guard let point = Breakpoint(at: x, ofDifference: first, second, in: domain) else { continue }
      // ∞ − ∞ at an end: the difference lives up to there.
      if point.value.used.isNaN && x == domain.lower {
        domain.includesLower = false
      } else if point.value.used.isNaN && x == domain.upper {
        domain.includesUpper = false
      } else if !point.isSmoothEnd {
        breakpoints.append(point)
      }
    }
    func limit(_ first: Limit?, _ second: Limit?) -> Limit? {
      guard let first, let second else { return nil }
      return Limit(
        value: first.value - second.value, derivative: first.derivative - second.derivative)
    }
    self.init(
      domain: domain, range: .everything, breakpoints: breakpoints,
      limitAtMinusInfinity: limit(shapes.0.limitAtMinusInfinity, shapes.1.limitAtMinusInfinity),
      limitAtPlusInfinity: limit(shapes.0.limitAtPlusInfinity, shapes.1.limitAtPlusInfinity),
      deadIntervals: Self.deadIntervals(first, second, between: places, in: domain),
      window: shapes.0.window)
  }

  /// The breakpoint at `x`, or one that is no farther away than rounding.
  func breakpoint(near x: Double) -> Breakpoint? {
    breakpoints.filter { ($0.x - x).magnitude <= 4 * x.ulp }
      .min { ($0.x - x).magnitude < ($1.x - x).magnitude }
  }

  /// Where both rise alike: between breakpoints, as straight lines, or everywhere.
  private static func deadIntervals(
    _ first: DrawnFunction, _ second: DrawnFunction, between places: [Double], in domain: Interval
  ) -> [Interval] {
    guard !domain.isEmpty else { return [] }
    if first.isIdentical(to: second) { return [domain] }
    let inside = places.filter { $0 > domain.lower && $0 < domain.upper }
    let ends = [domain.lower] + inside + [domain.upper]
    return zip(ends, ends.dropFirst()).compactMap { lower, upper in
      guard lower < upper, let slope = first.constantSlope(from: lower, to: upper),
        slope == second.constantSlope(from: lower, to: upper)
      else { return nil }
      return Interval(lower, upper)
    }
  }
}

extension Breakpoint {
  /// What the difference of two functions does at `x`, or nil where nothing breaks.
  init?(
    at x: Double, ofDifference first: DrawnFunction, _ second: DrawnFunction, in domain: Interval
  ) {
    let points = (first.sides(at: x), second.sides(at: x))
    func difference(_ quantity: (Breakpoint) -> OneSided, used: Double) -> OneSided {
      let (a, b) = (quantity(points.0), quantity(points.1))
      return OneSided(
        left: x > domain.lower ? RoundingFloor.difference(a.left, b.left) : .nan,
        right: x < domain.upper ? RoundingFloor.difference(a.right, b.right) : .nan, used: used)
    }
    let value = difference(\.value, used: points.0.value.used - points.1.value.used)
    let derivative = difference(
      \.derivative, used: points.0.derivative.used - points.1.derivative.used)
    let second = difference(
      \.secondDerivative, used: points.0.secondDerivative.used - points.1.secondDerivative.used)
    guard let kind = Kind(value, derivative, second) else { return nil }
    self.init(
      x: x, kind: kind, value: value, derivative: derivative, secondDerivative: second,
      convention: Self.convention(points.0, points.1))
  }

  /// Whether the function only ends here, with the value and slope that it comes in with.
  fileprivate var isSmoothEnd: Bool { isEndOfDomain && derivative.used == curveSlope }

  /// Whose choices the used slopes are, of those of the two that have one.
  private static func convention(_ first: Breakpoint, _ second: Breakpoint) -> String {
    let all = [first, second].map(\.convention).filter { !$0.isEmpty }
    return all.count == 2 && all[0] != all[1] ? "\(all[0]); \(all[1])" : all.first ?? ""
  }
}

extension Breakpoint.Kind {
  /// The first quantity that breaks, or nil if none does.
  fileprivate init?(_ value: OneSided, _ derivative: OneSided, _ second: OneSided) {
    // ∞ − ∞ is not known.
    if value.isUnbounded || derivative.isUnbounded || value.used.isNaN {
      self = .pole
    } else if value.breaks {
      self = .jump
    } else if derivative.breaks {
      self = .kink
    } else if second.breaks {
      self = .curvatureJump
    } else {
      return nil
    }
  }
}

extension OneSided {
  private var all: [Double] { [left, right, used] }

  fileprivate var isUnbounded: Bool { all.contains(where: \.isInfinite) }

  /// Whether sides differ; outside the domain there is none.
  fileprivate var breaks: Bool {
    let known = all.filter { !$0.isNaN }
    return known.contains { $0 != known[0] }
  }
}
