import NeuralFunctions
import Wording

/// The numbers at the cursor.
struct CurvesReadings {
  let x: Double
  let value: Double
  let derivative: Double
  let secondDerivative: Double
  /// The breakpoint the cursor stands on.
  let breakpoint: Breakpoint?
  /// Whether the slope is 0 in Double alone: far out on a tail, where it is smaller than any.
  let slopeUnderflows: Bool

  init(_ model: CurvesModel) {
    x = model.cursor
    value = model.function.value(x)
    derivative = model.function.derivative(x)
    secondDerivative = model.function.secondDerivative(x)
    column = model.xRange.halfWidth / 100
    if x != 0 && x.isFinite && column > 0 && column < x.magnitude {
      let digits = NumberText.decimalExponent(x.magnitude) - NumberText.decimalExponent(column)
      positionDigits = min(17, Int(digits.rounded(.up)) + 1)
    }
    let shape = model.shape
    breakpoint = shape.breakpoints.first { [x] in $0.x == x }
    slopeUnderflows =
      derivative == 0 && secondDerivative == 0 && model.function.parts.count == 1
      && shape.hasFadingTail(at: x)
    if !model.showsAllDigits {
      let function = model.function
      valueDigits = digits(of: value) { function.value($0) }
      derivativeDigits = digits(of: derivative) { function.derivative($0) }
      secondDerivativeDigits = digits(of: secondDerivative) { function.secondDerivative($0) }
    }
  }

  /// How many significant digits of x tell two neighbouring columns of the plot apart.
  private(set) var positionDigits = 1
  /// The same of what is read there: how many of its digits move with x.
  private(set) var valueDigits = 1
  private(set) var derivativeDigits = 1
  private(set) var secondDerivativeDigits = 1
  /// How far x moves from one column of the plot to the next.
  let column: Double

  /// How many digits of `reading` change within a column of the plot, at most those of a Double.
  private func digits(of reading: Double, _ function: (Double) -> Double) -> Int {
    guard reading != 0, reading.isFinite else { return 1 }
    let change = max(
      (function(x + column) - reading).magnitude, (reading - function(x - column)).magnitude)
    guard change > 0, change < reading.magnitude else { return 1 }
    let digits =
      NumberText.decimalExponent(reading.magnitude) - NumberText.decimalExponent(change)
    return min(17, Int(digits.rounded(.up)) + 1)
  }

  /// Why there is no tangent here, in a few words; nil where there is one.
  var reasonForNoTangent: String? {
    if let breakpoint, breakpoint.isShown { return "none at a \(breakpoint.kind.name)" }
    return derivative.isFinite && intercept.isFinite ? nil : "none"
  }

  /// The jump of the second derivative here, where f and f′ have none.
  var curvatureJump: OneSided? {
    guard let breakpoint, !breakpoint.isShown else { return nil }
    let sides = breakpoint.secondDerivative
    return sides.left.isFinite && sides.right.isFinite && sides.left != sides.right ? sides : nil
  }

  /// Where the tangent meets x = 0.
  var intercept: Double { value - derivative * x }
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
