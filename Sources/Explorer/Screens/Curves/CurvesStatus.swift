import NeuralFunctions

extension CurvesScreen {
  public var status: Status {
    if let refusal = model.refusal { return .refusal(refusal) }
    let readings = CurvesReadings(model)
    if model.showsHealth {
      let health = GradientHealth(model)
      let key = CurvesMemory.HealthKey(view: model.view, saturation: model.saturation)
      return Status(
        memory.healthSentence.value(for: key) {
          health.sentence(
            in: model.viewport.x, variable: model.function.variable.unicode,
            slope: "|\(model.function.symbol.unicode)′|")
        })
    }
    return Status(readingSentence(readings))
  }

  private func readingSentence(_ readings: CurvesReadings) -> String {
    let variable = model.function.variable.unicode
    let x = NumberText.brief(readings.x, digits: max(4, readings.positionDigits)).withTrueMinus
    let place = "\(model.function.name) at \(variable) = \(x)"
    guard !readings.value.isNaN else { return "\(place) is not defined." }
    let value = number(readings.value)
    if let point = readings.breakpoint, point.isShown {
      return "\(place) is \(value): \(inWords(point)) (\(point.convention))."
    }
    return "\(place) is \(value), \(slopeInWords(readings.derivative))\(landing)."
  }

  private func inWords(_ point: Breakpoint) -> String {
    let (values, slopes) = (point.value, point.derivative)
    if point.kind == .jump {
      return "a jump from \(side(values.left)) to \(side(values.right)), slope "
        + "\(side(slopes.used)) used"
    }
    return "a \(point.kind.name), slope \(side(slopes.left)) left, "
      + "\(side(slopes.right)) right, \(side(slopes.used)) used"
  }

  /// A one-sided limit; outside the domain there is none.
  private func side(_ value: Double) -> String { value.isNaN ? "none" : number(value) }

  private func slopeInWords(_ slope: Double) -> String {
    let size = number(slope.magnitude)
    if slope.isNaN { return "with no slope" }
    if slope == 0 { return "flat" }
    return slope > 0 ? "rising at \(size) per unit" : "falling at \(size) per unit"
  }

  private func number(_ value: Double) -> String { NumberText.brief(value).withTrueMinus }

  /// What was jumped to, while the cursor still stands there.
  private var landing: String {
    guard let point = model.landed, point.x == model.cursor else { return "" }
    let form = point.closedForm.map { " at \($0.unicode)" } ?? ""
    return "; \(point.name)\(form)"
  }
}
