import NeuralFunctions

extension CurvesScreen {
  public var status: Status {
    if let refusal = model.refusal { return .refusal(refusal) }
    let readings = CurvesReadings(model)
    if model.showsHealth {
      let health = GradientHealth(model)
      let description = model.entry.description
      return Status(
        health.sentence(
          in: model.viewport.x, variable: description.variable.unicode,
          slope: "|\(description.symbol.unicode)′|"
        ).withTrueMinus)
    }
    return Status(readingSentence(readings).withTrueMinus)
  }

  private func readingSentence(_ readings: CurvesReadings) -> String {
    let description = model.entry.description
    let variable = description.variable.unicode
    let x = NumberText.brief(readings.x)
    let place = "\(description.name) at \(variable) = \(x)"
    guard !readings.value.isNaN else { return "\(place) is not defined." }
    let value = NumberText.brief(readings.value)
    if let point = readings.breakpoint, point.derivative.left != point.derivative.right {
      return "\(place) is \(value): a \(point.kind.name), slope "
        + "\(NumberText.brief(point.derivative.left)) left, "
        + "\(NumberText.brief(point.derivative.right)) right, "
        + "\(NumberText.brief(point.derivative.used)) used (\(point.convention))."
    }
    return "\(place) is \(value), \(slopeInWords(readings.derivative))\(landing)."
  }

  private func slopeInWords(_ slope: Double) -> String {
    let size = NumberText.brief(slope.magnitude)
    if slope.isNaN { return "with no slope" }
    if slope == 0 { return "flat" }
    return slope > 0 ? "rising at \(size) per unit" : "falling at \(size) per unit"
  }

  /// What was jumped to, while the cursor still stands there.
  private var landing: String {
    guard let point = model.landed, point.x == model.cursor else { return "" }
    let form = point.closedForm.map { " at \($0.unicode)" } ?? ""
    return "; \(point.name)\(form)"
  }
}
