import NeuralFunctions

extension FunctionShape {
  /// The shape of f(w·x + b), where this is the shape of f.
  func after(_ input: AffineInput, of function: any ScalarFunction) -> FunctionShape {
    let w = input.weight
    guard w != 0 else { return .constant(function.value(input.bias), window: window) }
    func sides(_ sides: OneSided, scale: Double) -> OneSided {
      let (left, right) = w > 0 ? (sides.left, sides.right) : (sides.right, sides.left)
      return OneSided(left: left * scale, right: right * scale, used: sides.used * scale)
    }
    func limit(_ limit: Limit?) -> Limit? {
      limit.map { Limit(value: $0.value, derivative: $0.derivative * w) }
    }
    let ends = (limit(limitAtMinusInfinity), limit(limitAtPlusInfinity))
    let moved = breakpoints.compactMap { point in
      input.preimage(of: point.x).map { x in
        Breakpoint(
          x: x, kind: point.kind, value: sides(point.value, scale: 1),
          derivative: sides(point.derivative, scale: w),
          secondDerivative: sides(point.secondDerivative, scale: w * w),
          convention: point.convention)
      }
    }
    let points = pointsOfInterest.compactMap { point in
      input.preimage(of: point.x).map { PointOfInterest(point.kind, x: $0) }
    }
    return FunctionShape(
      domain: input.preimage(of: domain), range: range,
      breakpoints: moved.sorted { $0.x < $1.x },
      limitAtMinusInfinity: w > 0 ? ends.0 : ends.1, limitAtPlusInfinity: w > 0 ? ends.1 : ends.0,
      pointsOfInterest: points.sorted { $0.x < $1.x },
      deadIntervals: deadIntervals.map(input.preimage),
      inflectionSpacing: inflectionSpacing.map { ($0 / w).magnitude }, window: window)
  }

  /// The shape of a function that is `value` everywhere.
  private static func constant(_ value: Double, window: ClosedRange<Double>) -> FunctionShape {
    let limit = Limit(value: value, derivative: 0)
    return FunctionShape(
      range: Interval(value, value), limitAtMinusInfinity: limit, limitAtPlusInfinity: limit,
      deadIntervals: [.everything], window: window)
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

  /// What lies in both.
  func intersection(_ other: Interval) -> Interval {
    let (lower, upper) = (max(lower, other.lower), min(upper, other.upper))
    return Interval(
      lower, upper,
      includesLower: [self, other].allSatisfy { $0.lower < lower || $0.includesLower },
      includesUpper: [self, other].allSatisfy { $0.upper > upper || $0.includesUpper })
  }

  /// Whether no number lies inside.
  var isEmpty: Bool { lower > upper || lower == upper && !(includesLower && includesUpper) }
}
