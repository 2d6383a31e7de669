import NeuralFunctions
import TerminalCells
import Wording

/// The numbers at the cursor.
struct CurvesReadings {
  let x: Double
  /// The number that is written for x: the one that is meant where x is that but for rounding, unless
  /// the function reads otherwise there.
  let shownPosition: Double
  let value: Double
  let derivative: Double
  let secondDerivative: Double
  /// The same as they are told.
  let valueReading: CurveReading
  let derivativeReading: CurveReading
  let secondDerivativeReading: CurveReading
  /// How many significant digits of x tell two neighbouring columns of the plot apart.
  let positionDigits: Int
  /// How far x moves from one column of the plot to the next.
  let column: Double
  /// The tangent here.
  let tangent: TangentLine
  /// The breakpoint the cursor stands on.
  let breakpoint: Breakpoint?
  /// Whether the slope is 0 in Double alone: far out on a tail, where it is smaller than any.
  let slopeUnderflows: Bool
  /// Whether the slope is 0 at the point next to which this Double lies: nothing beside what it is a
  /// column of the plot away.
  let isStationary: Bool
  /// The columns that the narrowest panel has for a number, so that sentences show no more of it.
  let leastWidth: Int

  init(_ model: CurvesModel) {
    let (function, shape, x) = (model.function, model.shape, model.cursor)
    let (value, slope, curvature) = (
      function.value(x), function.derivative(x), function.secondDerivative(x)
    )
    let column = model.xRange.halfWidth / 100
    (self.x, self.column) = (x, column)
    (self.value, derivative, secondDerivative) = (value, slope, curvature)
    positionDigits = Self.positionDigits(at: x, column: column)
    breakpoint = shape.breakpoints.first { $0.x == x }
    slopeUnderflows =
      slope == 0 && curvature == 0 && function.parts.count == 1 && shape.hasFadingTail(at: x)
    tangent = TangentLine(
      x: x, value: value, slope: breakpoint?.curveSlope ?? slope,
      rounding: function.interceptRounding(at: x))

    let beside = [x + column, x - column].map { function.derivative($0).magnitude }
    isStationary = slope.magnitude <= min(beside[0], beside[1]) * 0x1p-60

    func digits(of reading: Double, _ quantity: (Double) -> Double) -> Int {
      model.showsAllDigits
        ? 1 : Self.digits(of: reading, beside: quantity(x + column), quantity(x - column))
    }
    valueReading = .value(of: function, at: x, digits: digits(of: value, function.value))
    derivativeReading = .slope(
      of: function, at: x, digits: digits(of: slope, function.derivative))
    secondDerivativeReading = CurveReading(
      curvature, digits: digits(of: curvature, function.secondDerivative), steps: 4,
      excess: { _ in nil }, isTaken: { function.takesCurvature($0, at: x) },
      isAtPole: function.isAtPole(x))
    shownPosition = Self.shownPosition(x, function)
    let names = function.quantities.full.map { TextWidth.columns(of: $0.unicode) }
    leastWidth = max(NumberText.widthOfAny, 22 - max(7, names.max() ?? 0))
  }

  private static func shownPosition(_ x: Double, _ function: DrawnFunction) -> Double {
    let meant = NumberText.meantPlace(x)
    func isRead(_ quantity: (Double) -> Double) -> Bool {
      NumberText.readout(quantity(x)) == NumberText.readout(quantity(meant))
    }
    // Where the input of a kink is met is the breakpoint's place, whatever its last bit.
    let isBreakpoint = function.shape.breakpoints.contains { $0.x == x }
    let isMeant = isBreakpoint || isRead(function.value) && isRead(function.derivative)
    return x == meant || isMeant ? meant : x
  }

  private static func positionDigits(at x: Double, column: Double) -> Int {
    guard x != 0, x.isFinite, column > 0, column < x.magnitude else { return 1 }
    let digits = NumberText.decimalExponent(x.magnitude) - NumberText.decimalExponent(column)
    return min(17, Int(digits.rounded(.up)) + 1)
  }

  /// How many digits of `reading` change within a column of the plot, at most those of a Double.
  private static func digits(of reading: Double, beside right: Double, _ left: Double) -> Int {
    guard reading != 0, reading.isFinite else { return 1 }
    let change = max((right - reading).magnitude, (reading - left).magnitude)
    guard change > 0, change < reading.magnitude else { return 1 }
    let digits =
      NumberText.decimalExponent(reading.magnitude) - NumberText.decimalExponent(change)
    return min(17, Int(digits.rounded(.up)) + 1)
  }

  /// Why there is no tangent here, in a few words; nil where there is one.
  var reasonForNoTangent: String? {
    if let breakpoint, breakpoint.isShown, breakpoint.curveSlope == nil {
      return "none at a \(breakpoint.kind.name)"
    }
    if value.isNaN { return "none: no value" }
    func isInfinite(_ reading: CurveReading) -> String {
      reading.isTooLarge ? "too large" : "is \(NumberText.word(reading.value).withTrueMinus)"
    }
    if value.isInfinite { return "none: f \(isInfinite(valueReading))" }
    if derivative.isNaN { return "none: no slope" }
    return derivative.isFinite ? nil : "none: f′ \(isInfinite(derivativeReading))"
  }

  /// The jump of the second derivative here, where f and f′ have none.
  var curvatureJump: OneSided? {
    guard let breakpoint, !breakpoint.isShown else { return nil }
    let sides = breakpoint.secondDerivative
    return sides.left.isFinite && sides.right.isFinite && sides.left != sides.right ? sides : nil
  }
}

extension FunctionShape {
  /// Whether `x` lies beyond everything of note on a tail whose slope goes to 0 without being 0.
  fileprivate func hasFadingTail(at x: Double) -> Bool {
    guard x.isFinite, !deadIntervals.contains(where: { $0.contains(x) }) else { return false }
    let places = breakpoints.map(\.x) + pointsOfInterest.map(\.x)
    return limitAtMinusInfinity?.derivative == 0 && places.allSatisfy { x < $0 }
      || limitAtPlusInfinity?.derivative == 0 && places.allSatisfy { x > $0 }
  }
}

extension DrawnFunction {
  /// Whether it breaks at `x`, where what is infinite is so in exact arithmetic.
  fileprivate func isAtPole(_ x: Double) -> Bool {
    x.isInfinite || shape.breakpoints.contains { $0.x == x }
  }
}

extension CurveReading {
  static func value(of function: DrawnFunction, at x: Double, digits: Int = 1) -> CurveReading {
    let value = function.value(x)
    return CurveReading(
      value, digits: digits, excess: { function.excess(over: $0, at: x) },
      isExact: function.isExactly(value, at: x),
      isTaken: { function.parts.count > 1 || function.shape.range.contains($0) },
      isAtPole: function.isAtPole(x))
  }

  static func slope(of function: DrawnFunction, at x: Double, digits: Int = 1) -> CurveReading {
    CurveReading(
      function.derivative(x), digits: digits,
      excess: { function.derivativeExcess(over: $0, at: x) },
      isExact: function.hasExactSlope(at: x), isTaken: { function.takesSlope($0, at: x) },
      isAtPole: function.isAtPole(x))
  }
}
