import NeuralFunctions
import Wording

/// The difference of two functions, point by point, as far as Doubles tell it.
struct FunctionDifference: Sendable {
  let first: DrawnFunction
  let second: DrawnFunction
  /// Whether they differ by more than a constant: otherwise all between their slopes is rounding.
  private let areDistinct: Bool

  init(_ first: DrawnFunction, _ second: DrawnFunction) {
    (self.first, self.second) = (first, second)
    areDistinct = !first.isIdentical(to: second)
  }

  func value(_ x: Double) -> Double {
    let (a, b) = (first.value(x), second.value(x))
    if !areDistinct && isCovered(a, b, order: 0, at: x) { return 0 }
    // Where one of the two knows how far it is from the other, that has digits of its own.
    if a != 0, b != 0, (a - b).magnitude < Self.few * a.magnitude.ulp {
      if second.isExactly(b, at: x), let rest = first.excess(over: b, at: x) { return rest }
      if first.isExactly(a, at: x), let rest = second.excess(over: a, at: x) { return -rest }
      let level = a.rounded()
      if (a - level).magnitude < Self.few * a.magnitude.ulp,
        let own = first.excess(over: level, at: x), let other = second.excess(over: level, at: x)
      {
        return own - other
      }
    }
    return RoundingFloor.resolvedDifference(a, b)
  }

  func derivative(_ x: Double) -> Double {
    let (a, b) = (first.derivative(x), second.derivative(x))
    if !areDistinct && isCovered(a, b, order: 1, at: x) { return 0 }
    let level = a.rounded()
    if level != 0, a.isFinite, (a - b).magnitude < Self.few * a.magnitude.ulp,
      (a - level).magnitude < Self.few * a.magnitude.ulp,
      let own = first.slopeExcess(over: level, at: x),
      let other = second.slopeExcess(over: level, at: x)
    {
      return own - other
    }
    return RoundingFloor.resolvedDifference(a, b)
  }

  func secondDerivative(_ x: Double) -> Double {
    let (a, b) = (first.secondDerivative(x), second.secondDerivative(x))
    return isCovered(a, b, order: 2, at: x) ? 0 : a - b
  }

  /// Fewer steps between Doubles than this tell less of a difference than the functions may know.
  private static let few = 0x1p40

  private func isCovered(_ a: Double, _ b: Double, order: Int, at x: Double) -> Bool {
    RoundingFloor.covers(a, b, order: order) {
      max(first.size(order, at: x), second.size(order, at: x))
    }
  }

  /// Whether value and slope are 0 at `x` only as far as rounding lets one see: of two functions that
  /// are not the same there.
  func isZeroByRounding(at x: Double) -> (value: Bool, slope: Bool) {
    guard areDistinct else { return (false, false) }
    let (values, slopes) = (
      (first.value(x), second.value(x)), (first.derivative(x), second.derivative(x))
    )
    let bends = (first.secondDerivative(x), second.secondDerivative(x))
    // Where both are equal and rise alike, but bend differently, they only come near to each other.
    let comesNear = bends.0 != bends.1 && x != 0
    let rise = derivative(x)
    let slope = rise == 0 && (slopes.0 != slopes.1 || comesNear && slopes.0 != 0)
    let isClose = comesNear && (rise * x).magnitude <= values.0.magnitude.ulp
    let value = self.value(x) == 0 && (values.0 != values.1 || isClose && values.0 != 0)
    return (value, slope)
  }
}

extension DrawnFunction {
  /// Whether the value is x or its opposite, which has no rounding.
  func isExactly(_ value: Double, at x: Double) -> Bool {
    value.magnitude == x.magnitude && derivative(x).magnitude == 1 && secondDerivative(x) == 0
      && hasStraightStretch(at: x)
  }

  /// Whether the slope of a parabola at `x` has no rounding: a power of two times the distance from a
  /// vertex of few digits, with nothing lost in the subtraction.
  func hasExactSlope(at x: Double) -> Bool {
    let (slope, bend) = (derivative(x), secondDerivative(x))
    guard parts.count == 1, bend != 0, bend.isFinite, thirdDerivative(x) == 0,
      bend.significand == 1
    else { return false }
    let distance = slope / bend
    let vertex = x - distance
    return x - vertex == distance && vertex + distance == x
      && NumberText.meantPlace(vertex) == vertex
      && DecimalNumber(shortest: vertex.magnitude).digitCount <= 4
  }

  /// Whether the function is straight between the breakpoints around `x`.
  func hasStraightStretch(at x: Double) -> Bool {
    let breaks = shape.breakpoints.map(\.x)
    let (lower, upper) = (
      breaks.last { $0 <= x } ?? shape.domain.lower, breaks.first { $0 > x } ?? shape.domain.upper
    )
    return lower < upper && constantSlope(from: lower, to: upper) != nil
  }

  /// Whether the slope is the whole number that its Double is, not only next to it: where the function
  /// is straight, at a point that it declares, and where the slope is on its way.
  func takesSlope(_ slope: Double, at x: Double) -> Bool {
    slope == 0 || isMeant(slope, change: secondDerivative(x), at: x) || hasStraightStretch(at: x)
  }

  /// The same of the second derivative.
  func takesCurvature(_ curvature: Double, at x: Double) -> Bool {
    let change = thirdDerivative(x)
    return curvature == 0 || change == 0 || isMeant(curvature, change: change, at: x)
  }

  private func isMeant(_ number: Double, change: Double, at x: Double) -> Bool {
    guard parts.count == 1, x != 0 else { return true }
    return (change * x).magnitude > 8 * number.magnitude.ulp
      || shape.breakpoints.contains { $0.x == x } || shape.pointsOfInterest.contains { $0.x == x }
  }

  /// How far the slope is from `level`: nothing where the function is straight.
  fileprivate func slopeExcess(over level: Double, at x: Double) -> Double? {
    if let excess = derivativeExcess(over: level, at: x) { return excess }
    return secondDerivative(x) == 0 && hasStraightStretch(at: x) ? derivative(x) - level : nil
  }
}
