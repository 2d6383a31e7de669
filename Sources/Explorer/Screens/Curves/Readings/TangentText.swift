import NeuralFunctions
import Wording

/// The tangent at a point, f + f′·Δx.
struct TangentLine: Sendable, Hashable {
  let x: Double
  let value: Double
  let slope: Double
  /// Where it meets x = 0, as the number that is meant where the rounding of f and f′ allows for it:
  /// exactly 0 where that is all there is. Not finite where it is beyond the largest Double.
  let intercept: Double

  /// - Parameter rounding: how far f − x·f′ may be off because f and f′ are rounded.
  init(x: Double, value: Double, slope: Double, rounding: Double) {
    (self.x, self.value, self.slope) = (x, value, slope)
    intercept = Self.meant(Self.difference(value, x, slope), within: rounding)
  }

  /// value − x·slope, rounded once: with the product and the subtraction made good.
  private static func difference(_ value: Double, _ x: Double, _ slope: Double) -> Double {
    let product = slope * x
    let lost = (-product).addingProduct(slope, x)
    let sum = value - product
    let back = sum - value
    let rest = (value - (sum - back)) + (-product - back)
    let whole = sum + (rest - lost)
    return whole.isNaN ? sum : whole
  }

  /// The number of fewest digits, three at least, that is as near.
  private static func meant(_ number: Double, within rounding: Double) -> Double {
    guard number.isFinite, number.magnitude > rounding else { return number.isFinite ? 0 : number }
    let shortest = DecimalNumber(shortest: number)
    let candidates = (3...15).lazy.map {
      DecimalNumber(rounding: number, digits: $0, shortest: shortest).value
    }
    return candidates.first { ($0 - number).magnitude <= rounding } ?? number
  }

  /// Where it meets y = 0.
  var root: Double { x - value / slope }
}

/// The tangent as an equation that holds for the digits it shows: at the cursor it gives the value
/// that is read there.
struct TangentText {
  private let line: TangentLine
  private let variable: String
  /// What the value and the slope are called, from the fullest names to the shortest: "σ" and "σ′"; of an
  /// input w·x + b "σ(…)" and "d/dx", which is not σ′.
  private let names: [(value: String, slope: String)]
  /// How far x moves from one column of the plot to the next.
  private let column: Double

  init(
    _ readings: CurvesReadings, of function: DrawnFunction, spelled: (Notation) -> String
  ) {
    line = readings.tangent
    variable = spelled(function.variable)
    let full = function.quantities.brief.map(spelled)
    names = [
      (full[0], full[1]),
      ("f", function.hasAffineInput ? full[1] : spelled(Notation("f′", ascii: "f'"))),
    ]
    column = readings.column
  }

  /// The equation in the first of so many digits in which it fits and is right, or else the form
  /// without numbers.
  func text(digits: [Int], width: Int) -> String {
    for count in digits {
      let text = line.intercept.isFinite ? equation(count) : equationByRoot(count)
      if text.count <= width && isOnPoint(count) { return text }
    }
    // The numbers of this form stand above it; it is right whatever their digits.
    let inWords = names.map { "\($0.value) + \($0.slope)·Δ\(variable)" }
    return inWords.first { $0.count <= width } ?? inWords[inWords.count - 1]
  }

  private func number(_ value: Double, _ digits: Int) -> String {
    NumberText.significant(value, digits: digits).withTrueMinus
  }

  /// "0.7311x + 0.25"
  private func equation(_ digits: Int) -> String {
    let (slope, intercept) = (line.slope, line.intercept)
    if slope == 0 { return number(intercept, digits) }
    // Nobody writes 1x.
    let factor = slope == 1 ? "" : slope == -1 ? "−" : number(slope, digits)
    if intercept == 0 { return factor + variable }
    return factor + variable + (intercept < 0 ? " − " : " + ") + number(intercept.magnitude, digits)
  }

  /// "8.22e307(x − 708)", where the other form has no number for its second term.
  private func equationByRoot(_ digits: Int) -> String {
    let root = line.root
    return number(line.slope, digits) + "(\(variable)"
      + (root < 0 ? " + " : " − ") + number(root.magnitude, digits) + ")"
  }

  /// Whether the numbers as they are shown give the value at the cursor.
  private func isOnPoint(_ digits: Int) -> Bool {
    func shown(_ value: Double) -> Double {
      Double(NumberText.significant(value, digits: digits)) ?? .nan
    }
    let found =
      line.intercept.isFinite
      ? shown(line.slope) * line.x + shown(line.intercept)
      : shown(line.slope) * (line.x - shown(line.root))
    return (found - line.value).magnitude <= tolerance(digits)
  }

  /// How far the equation in so many digits may be off at the cursor: half a unit of the value's fourth
  /// digit or, where the terms cancel, of the intercept's last; near a zero, what the plot hides.
  private func tolerance(_ digits: Int) -> Double {
    func halfUnit(_ number: Double, _ digits: Int) -> Double {
      let power = NumberText.decimalExponent(number.magnitude).rounded(.down)
      return NumberText.power(ofTen: power - Double(digits - 1)) / 2
    }
    let size = line.value.magnitude
    let rise = line.slope.magnitude * column
    guard size >= rise && size != 0 else { return max(rise / 100, size / 2000) }
    guard line.intercept.isFinite else { return size / 1000 }
    guard line.intercept != 0 else { return halfUnit(size, 4) }
    return max(halfUnit(size, 4), min(halfUnit(line.intercept, digits), size / 1000))
  }
}
