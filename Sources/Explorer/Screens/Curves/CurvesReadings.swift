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
    let column = model.xRange.halfWidth / 100
    if x != 0 && x.isFinite && column > 0 && column < x.magnitude {
      let digits = NumberText.decimalExponent(x.magnitude) - NumberText.decimalExponent(column)
      positionDigits = min(17, Int(digits.rounded(.up)) + 1)
    }
    let shape = model.shape
    breakpoint = shape.breakpoints.first { [x] in $0.x == x }
    slopeUnderflows =
      derivative == 0 && secondDerivative == 0 && model.function.parts.count == 1
      && shape.hasFadingTail(at: x)
  }

  /// How many significant digits of x tell two neighbouring columns of the plot apart.
  private(set) var positionDigits = 1

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

  /// The tangent as an equation in `variable`, or nil where there is none.
  func tangent(variable: String, number: (Double) -> String) -> String? {
    guard reasonForNoTangent == nil else { return nil }
    if derivative == 0 { return number(intercept) }
    let rise = coefficient(derivative, number) + variable
    if intercept == 0 { return rise }
    return rise + (intercept < 0 ? " − " : " + ") + number(intercept.magnitude)
  }

  /// Nobody writes 1x.
  private func coefficient(_ slope: Double, _ number: (Double) -> String) -> String {
    slope == 1 ? "" : slope == -1 ? "−" : number(slope)
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
