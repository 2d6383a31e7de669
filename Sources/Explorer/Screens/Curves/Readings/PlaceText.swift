import NeuralFunctions
import Wording

/// What holds at the cursor: the derivative with the numbers put in, or the two sides of a break.
struct PlaceText {
  /// Nil where there is nothing to tell.
  let text: String?

  init(_ model: CurvesModel, isASCII: Bool) {
    let readings = model.readings
    let function = model.function
    let place =
      "at \(function.variable.text(ascii: isASCII)) = "
      + NumberText.place(readings.x, digits: max(4, readings.positionDigits)).withTrueMinus
    if let point = readings.breakpoint, point.isShown {
      let names = function.quantities.brief.map { $0.text(ascii: isASCII) }
      let values = point.kind == .jump ? "\(names[0]): \(Self.sides(point.value)); " : ""
      text = "\(place) \(values)\(names[1]): \(Self.sides(point.derivative)) (\(point.convention))"
    } else {
      text = model.substitution(isASCII: isASCII).map { "\(place): \($0.line)" }
    }
  }

  private static func sides(_ sides: OneSided) -> String {
    func text(_ value: Double) -> String {
      value.isNaN ? "none" : NumberText.brief(value).withTrueMinus
    }
    return "left \(text(sides.left)), right \(text(sides.right)), used \(text(sides.used))"
  }
}
