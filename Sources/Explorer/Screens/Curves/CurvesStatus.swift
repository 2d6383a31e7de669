import NeuralFunctions
import Wording

extension CurvesScreen {
  public var status: Status {
    if let refusal = model.refusal { return .refusal(refusal) }
    let readings = CurvesReadings(model)
    if model.showsHealth && model.cursor == model.healthToldAt {
      return healthStatus
    }
    return Status(readingSentence(readings), short: shortSentence(readings))
  }

  private func readingSentence(_ readings: CurvesReadings) -> String {
    let variable = model.function.variable.unicode
    let x =
      model.showsAllDigits
      ? number(readings.x)
      : NumberText.position(readings.x, digits: max(4, readings.positionDigits)).withTrueMinus
    let place = "\(model.function.name) at \(variable) = \(x)"
    guard !readings.value.isNaN else { return "\(place) is not defined." }
    if readings.value.isInfinite && readings.breakpoint == nil {
      return "\(place) is beyond the largest Double, \(number(.greatestFiniteMagnitude))."
    }
    let value = value(readings)
    if let point = readings.breakpoint, point.isShown {
      return "\(place) is \(value): \(inWords(point)) (\(point.convention))."
    }
    return "\(place) is \(value), \(slopeInWords(readings))"
      + "\(curvature(readings))\(landing)\(health(readings))."
  }

  /// A difference that is 0 may be so only as far as can be seen.
  private func value(_ readings: CurvesReadings) -> String {
    number(readings.value)
      + (model.function.isZeroByRounding(at: readings.x) ? " but for rounding" : "")
  }

  /// While health is shown, that of the cursor's place.
  private func health(_ readings: CurvesReadings) -> String {
    guard model.showsHealth else { return "" }
    let state = model.health.state(at: readings.x)
    return state == .healthy ? "" : "; \(state.word) here"
  }

  private func curvature(_ readings: CurvesReadings) -> String {
    guard let jump = readings.curvatureJump else { return "" }
    let symbol = model.function.quantities.curvature.unicode
    return "; \(symbol) jumps from \(number(jump.left)) to \(number(jump.right))"
  }

  /// For narrow windows: what matters, without the name, which stands above the plot.
  private func shortSentence(_ readings: CurvesReadings) -> String {
    let name = model.function.hasAffineInput ? model.function.name + " at " : ""
    let place = "\(name)\(model.function.variable.unicode) = \(number(readings.x)):"
    guard !readings.value.isNaN else { return "\(place) not defined." }
    if let point = readings.breakpoint, point.isShown {
      let slopes = point.derivative
      let name = model.function.hasAffineInput ? slopeName : "slopes"
      return "\(place) \(point.kind.name), \(name) \(side(slopes.left)) | \(side(slopes.right)), "
        + "\(side(slopes.used)) used."
    }
    return "\(place) \(number(readings.value)), \(slopeName) \(number(readings.derivative))."
  }

  private func inWords(_ point: Breakpoint) -> String {
    let (values, slopes) = (point.value, point.derivative)
    if point.kind == .jump {
      return "a jump from \(side(values.left)) to \(side(values.right)), \(slopeName) "
        + "\(side(slopes.used)) used"
    }
    return "a \(point.kind.name), \(slopeName) \(side(slopes.left)) left, "
      + "\(side(slopes.right)) right, \(side(slopes.used)) used"
  }

  /// "slope", or "d/dx" where that is not the slope of the function named.
  private var slopeName: String {
    model.function.hasAffineInput ? model.function.quantities.slope.unicode : "slope"
  }

  /// A one-sided limit; outside the domain there is none.
  private func side(_ value: Double) -> String { value.isNaN ? "none" : number(value) }

  private func slopeInWords(_ readings: CurvesReadings) -> String {
    let slope = readings.derivative
    let size = number(slope.magnitude)
    if slope.isNaN { return "with no slope" }
    if readings.slopeUnderflows { return "its slope below the smallest Double" }
    if slope == 0 || landed?.isExtremum == true { return "flat" }
    let direction = slope > 0 ? "rising" : "falling"
    return model.function.hasAffineInput
      ? "\(direction): \(slopeName) = \(number(slope))" : "\(direction) at \(size) per unit"
  }

  private func number(_ value: Double) -> String {
    (model.showsAllDigits ? NumberText.exact(value) : NumberText.brief(value)).withTrueMinus
  }

  private var landed: FoundPoint? {
    model.landed.flatMap { $0.x == model.cursor ? $0 : nil }
  }

  /// What was jumped to, while the cursor still stands there.
  private var landing: String {
    guard let point = landed else { return "" }
    let form = point.closedForm.map { " at \($0.unicode)" } ?? ""
    return "; \(point.names.separated(by: ", "))\(form)"
  }
}
