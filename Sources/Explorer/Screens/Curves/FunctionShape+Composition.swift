import NeuralFunctions

extension FunctionShape {
  /// The shape of f(w·x + b), where this is the shape of f.
  func afterAffineInput(weight w: Double, bias b: Double) -> FunctionShape {
    guard w != 0 else { return FunctionShape(range: range, window: window) }
    func inverse(_ x: Double) -> Double { (x - b) / w }
    func mapped(_ interval: Interval) -> Interval {
      let (lower, upper) = (inverse(interval.lower), inverse(interval.upper))
      return w > 0
        ? Interval(
          lower, upper, includesLower: interval.includesLower,
          includesUpper: interval.includesUpper)
        : Interval(
          upper, lower, includesLower: interval.includesUpper,
          includesUpper: interval.includesLower)
    }
    func sides(_ sides: OneSided, scale: Double) -> OneSided {
      let (left, right) = w > 0 ? (sides.left, sides.right) : (sides.right, sides.left)
      return OneSided(left: left * scale, right: right * scale, used: sides.used * scale)
    }
    return FunctionShape(
      domain: mapped(domain), range: range,
      breakpoints: breakpoints.map {
        Breakpoint(
          x: inverse($0.x), kind: $0.kind, value: sides($0.value, scale: 1),
          derivative: sides($0.derivative, scale: w),
          secondDerivative: sides($0.secondDerivative, scale: w * w), convention: $0.convention)
      }.sorted { $0.x < $1.x },
      pointsOfInterest: pointsOfInterest.map { PointOfInterest($0.kind, x: inverse($0.x)) },
      deadIntervals: deadIntervals.map(mapped), window: window)
  }

  /// The shape of f − g as far as it follows from theirs: its breakpoints and where it lives.
  func merged(with other: FunctionShape) -> FunctionShape {
    let both = Interval(
      max(domain.lower, other.domain.lower), min(domain.upper, other.domain.upper),
      includesLower: domain.includesLower && other.domain.includesLower,
      includesUpper: domain.includesUpper && other.domain.includesUpper)
    let mine = breakpoints.map { $0.minus(other.breakpoint(at: $0.x)) }
    let theirs = other.breakpoints.filter { point in !breakpoints.contains { $0.x == point.x } }
      .map(\.withUnknownSides)
    return FunctionShape(
      domain: both, range: .everything, breakpoints: (mine + theirs).sorted { $0.x < $1.x },
      window: window)
  }

  private func breakpoint(at x: Double) -> Breakpoint? { breakpoints.first { $0.x == x } }
}

extension Breakpoint {
  /// The breakpoint of a difference; one-sided values follow only where both are known.
  fileprivate func minus(_ other: Breakpoint?) -> Breakpoint {
    guard let other else { return withUnknownSides }
    func minus(_ a: OneSided, _ b: OneSided) -> OneSided {
      OneSided(left: a.left - b.left, right: a.right - b.right, used: a.used - b.used)
    }
    return Breakpoint(
      x: x, kind: kind, value: minus(value, other.value),
      derivative: minus(derivative, other.derivative),
      secondDerivative: minus(secondDerivative, other.secondDerivative), convention: convention)
  }

  /// The same place with sides to be asked of the function itself.
  fileprivate var withUnknownSides: Breakpoint {
    let unknown = OneSided(left: .nan, right: .nan, used: .nan)
    return Breakpoint(
      x: x, kind: kind, value: unknown, derivative: unknown, secondDerivative: unknown,
      convention: convention)
  }
}

extension Interval {
  /// The finite number nearest to `x` that is not outside: an end, also where that is excluded.
  /// Ends may have overflowed on their way through an affine input.
  func nearestFinite(to x: Double) -> Double {
    let largest = Double.greatestFiniteMagnitude
    func finite(_ end: Double) -> Double { min(max(end, -largest), largest) }
    return min(max(x, finite(lower)), finite(upper))
  }
}
