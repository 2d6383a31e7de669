import NeuralFunctions
import TerminalCells
import Wording

/// The numbers at the cursor.
struct CurvesReadings {
  let x: Double
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
      x: x, value: value, slope: slope, rounding: function.interceptRounding(at: x))

    let beside = [x + column, x - column].map { function.derivative($0).magnitude }
    isStationary = slope.magnitude <= min(beside[0], beside[1]) * 0x1p-60

    func digits(of reading: Double, _ quantity: (Double) -> Double) -> Int {
      model.showsAllDigits
        ? 1 : Self.digits(of: reading, beside: quantity(x + column), quantity(x - column))
    }
    valueReading = CurveReading(
      value, digits: digits(of: value, function.value),
      excess: { function.excess(over: $0, at: x) },
      isTaken: { function.parts.count > 1 || shape.range.contains($0) })
    derivativeReading = CurveReading(
      slope, digits: digits(of: slope, function.derivative),
      excess: { function.derivativeExcess(over: $0, at: x) }, isTaken: { _ in true })
    secondDerivativeReading = CurveReading(
      curvature, digits: digits(of: curvature, function.secondDerivative),
      excess: { _ in nil }, isTaken: { _ in true })
    let names = function.quantities.full.map { TextWidth.columns(of: $0.unicode) }
    leastWidth = max(7, 22 - max(7, names.max() ?? 0))
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
    if let breakpoint, breakpoint.isShown { return "none at a \(breakpoint.kind.name)" }
    if value.isNaN { return "none: no value" }
    if value.isInfinite { return "none: f is \(NumberText.word(value).withTrueMinus)" }
    if derivative.isNaN { return "none: no slope" }
    return derivative.isFinite
      ? nil : "none: f′ is \(NumberText.word(derivative).withTrueMinus)"
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
