import Wording

/// The tangent as an equation that holds for the digits it shows: at the cursor it gives the value
/// that is read there.
struct TangentText {
  private let x: Double
  private let value: Double
  private let slope: Double
  private let variable: String
  /// How far x moves from one column of the plot to the next.
  private let column: Double

  init(_ readings: CurvesReadings, variable: String) {
    (x, value, slope) = (readings.x, readings.value, readings.derivative)
    self.variable = variable
    column = readings.column
  }

  /// How far the equation in so many digits may be off at the cursor: half a unit of the value's fourth
  /// digit or, where the terms cancel, of the intercept's last; near a zero, what the plot hides.
  private func tolerance(_ digits: Int) -> Double {
    func halfUnit(_ number: Double, _ digits: Int) -> Double {
      let power = NumberText.decimalExponent(number.magnitude).rounded(.down)
      return NumberText.power(ofTen: power - Double(digits - 1)) / 2
    }
    let rise = slope.magnitude * column
    guard value.magnitude >= rise && value != 0 else {
      return max(rise / 100, value.magnitude / 2000)
    }
    guard intercept != 0 else { return halfUnit(value, 4) }
    return max(halfUnit(value, 4), min(halfUnit(intercept, digits), value.magnitude / 1000))
  }

  /// The equation in about `digits` digits, or as many more as it needs, in at most `width` columns.
  ///
  /// - Parameter symbol: what the function is called, for the form without numbers.
  func text(digits: [Int], width: Int, symbol: String) -> String {
    for count in digits {
      let text = equation(count)
      if text.count <= width && isOnPoint(count) { return text }
    }
    // The numbers of this form stand above it; it is right whatever their digits.
    return "\(symbol) + \(symbol)′·Δ\(variable)"
  }

  private var intercept: Double { value - slope * x }

  private func equation(_ digits: Int) -> String {
    func number(_ value: Double) -> String {
      NumberText.significant(value, digits: digits).withTrueMinus
    }
    if slope == 0 { return number(intercept) }
    // Nobody writes 1x.
    let factor = slope == 1 ? "" : slope == -1 ? "−" : number(slope)
    if intercept == 0 { return factor + variable }
    return factor + variable + (intercept < 0 ? " − " : " + ") + number(intercept.magnitude)
  }

  /// Whether the numbers as they are shown give the value at the cursor.
  private func isOnPoint(_ digits: Int) -> Bool {
    func shown(_ value: Double) -> Double {
      Double(NumberText.significant(value, digits: digits)) ?? .nan
    }
    return (shown(slope) * x + shown(intercept) - value).magnitude <= tolerance(digits)
  }
}
