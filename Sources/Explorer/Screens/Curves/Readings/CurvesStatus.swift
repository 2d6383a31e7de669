import NeuralFunctions
import Widgets
import Wording

extension CurvesScreen {
  public var status: Status {
    if model.showsHealth && model.state.told == .health { return healthStatus }
    let readings = model.readings
    let names = landed?.names ?? []
    return Status(
      readingSentence(readings, names),
      short: shorter(readings, names))
  }

  /// In ever fewer words; pins by their names, or else by their numbers.
  private func shorter(_ readings: CurvesReadings, _ names: [String]) -> [String] {
    let numbered = landed?.shortNames ?? []
    let all = names == numbered ? [names] : [names, numbered]
    return all.map { shortSentence(readings, $0) } + all.map { shortestSentence(readings, $0) }
  }

  private func readingSentence(_ readings: CurvesReadings, _ names: [String]) -> String {
    let place = "\(model.function.name) at \(position(readings))"
    guard !readings.value.isNaN else { return "\(place) is not defined." }
    if readings.value.isInfinite && readings.breakpoint == nil {
      return "\(place) is beyond the largest Double, \(number(.greatestFiniteMagnitude))."
    }
    let value = value(readings)
    if let point = readings.breakpoint, point.isShown {
      return "\(place) is \(value): \(inWords(point)) (\(point.convention))"
        + "\(landing(names.filter { $0 != point.name }))."
    }
    return "\(place) is \(value), \(slopeInWords(readings))"
      + "\(curvature(readings))\(end(readings))\(landing(names))\(health(readings))."
  }

  /// "x = 1.25".
  private func position(_ readings: CurvesReadings) -> String {
    let x =
      model.showsAllDigits
      ? number(readings.x)
      : place(readings).withTrueMinus
    return "\(model.function.variable.unicode) = \(x)"
  }

  /// In as many digits as tell it from its neighbours in the plot, unless it is a Double next to what
  /// is meant that reads otherwise.
  private func place(_ readings: CurvesReadings) -> String {
    let digits = max(4, readings.positionDigits)
    guard readings.shownPosition == readings.x, NumberText.meantPlace(readings.x) != readings.x
    else { return NumberText.place(readings.x, digits: digits) }
    return NumberText.exact(readings.x)
  }

  /// A difference that is 0 may be so only as far as can be seen.
  private func value(_ readings: CurvesReadings) -> String {
    inWords(readings.valueReading, readings)
      + (model.function.isZeroByRounding(at: readings.x).value ? " but for rounding" : "")
  }

  /// While health is shown, that of the cursor's place.
  private func health(_ readings: CurvesReadings) -> String {
    guard model.showsHealth else { return "" }
    let state = model.health.state(at: readings.x)
    return state == .healthy ? "" : "; \(state.word) here"
  }

  /// A difference may end where its terms do, with nothing else to tell of that.
  private func end(_ readings: CurvesReadings) -> String {
    let domain = model.shape.domain
    guard model.function.terms != nil, readings.x == domain.lower || readings.x == domain.upper
    else { return "" }
    return "; its domain ends here"
  }

  private func curvature(_ readings: CurvesReadings) -> String {
    guard let jump = readings.curvatureJump else { return "" }
    let symbol = model.function.quantities.curvature.unicode
    return "; \(symbol) jumps from \(number(jump.left)) to \(number(jump.right))"
  }

  /// For narrow windows: what matters, without the name, which stands above the plot.
  private func shortSentence(_ readings: CurvesReadings, _ names: [String]) -> String {
    let name = model.function.hasAffineInput ? model.function.name + " at " : ""
    let place = name + position(readings)
    guard !readings.value.isNaN else { return "\(place): not defined." }
    if let point = readings.breakpoint, point.isShown {
      let slopes = point.derivative
      let kinds = names.isEmpty ? [point.name] : names
      if point.isSlopeByConvention {
        return "\(place): \(slopeName) used \(side(slopes.used)), both sides "
          + "\(side(slopes.left))\(landing(names.filter { $0 != point.name }))."
      }
      if point.isEndOfDomain {
        return "\(place): \(kinds.separated(by: ", ")), \(oneSided(point))."
      }
      if point.kind == .jump {
        return "\(place): \(kinds.separated(by: ", ")) from \(side(point.value.left)) to "
          + "\(side(point.value.right)), \(slopeName) \(side(slopes.used)) used."
      }
      let slopeNames = model.function.hasAffineInput ? slopeName : "slopes"
      return "\(place): \(kinds.separated(by: ", ")), \(slopeNames) "
        + "\(side(slopes.left)) | \(side(slopes.right)), \(side(slopes.used)) used."
    }
    let slope =
      model.function.isZeroByRounding(at: readings.x) == (true, true)
      ? "and so is the slope"
      : "\(slopeName) \(inWords(readings.derivativeReading, readings))"
    return "\(place): \(value(readings)), \(slope)\(end(readings))\(landing(names, isShort: true))."
  }

  /// The place and what is there: its names, or else the value.
  private func shortestSentence(_ readings: CurvesReadings, _ names: [String]) -> String {
    var kinds = names
    if kinds.isEmpty, let point = readings.breakpoint, point.isShown { kinds = [point.name] }
    let found = kinds.isEmpty ? value(readings) : kinds.separated(by: ", ")
    return "\(position(readings)): \(found)."
  }

  private func inWords(_ point: Breakpoint) -> String {
    let (values, slopes) = (point.value, point.derivative)
    if point.isEndOfDomain { return "the end of the domain, \(oneSided(point))" }
    if point.isSlopeByConvention {
      return "no break, \(slopeName) \(side(slopes.left)) on both sides, \(side(slopes.used)) used"
    }
    if point.kind == .jump {
      return "a jump from \(side(values.left)) to \(side(values.right)), \(slopeName) "
        + "\(side(slopes.used)) used"
    }
    return "a \(point.kind.name), \(slopeName) \(side(slopes.left)) left, "
      + "\(side(slopes.right)) right, \(side(slopes.used)) used"
  }

  /// What a function does at an end: "slope −2 left, −1 used", and where it jumps, to what.
  private func oneSided(_ point: Breakpoint) -> String {
    let isLeft = !point.derivative.left.isNaN
    let (slopes, values) = (point.derivative, point.value)
    let limit = isLeft ? values.left : values.right
    let word = isLeft ? "left" : "right"
    let slope = isLeft ? slopes.left : slopes.right
    let jump = limit == values.used ? "" : "\(number(limit)) just \(isLeft ? "below" : "above"), "
    return jump + "\(slopeName) \(number(slope)) \(word)"
      + (slopes.used == slope ? "" : ", \(number(slopes.used)) used")
  }

  /// "slope", or "d/dx" where that is not the slope of the function named.
  private var slopeName: String {
    model.function.hasAffineInput ? model.function.quantities.slope.unicode : "slope"
  }

  /// A one-sided limit; outside the domain there is none.
  private func side(_ value: Double) -> String { value.isNaN ? "none" : number(value) }

  private func slopeInWords(_ readings: CurvesReadings) -> String {
    let slope = readings.derivative
    let told = inWords(readings.derivativeReading, readings)
    if slope.isNaN { return "with no slope" }
    if readings.slopeUnderflows { return "its slope below the smallest Double" }
    let zero = model.function.isZeroByRounding(at: readings.x)
    if zero.slope { return zero.value ? "and so is its slope" : "flat but for rounding" }
    let isFlat = landed.map { $0.isExtremum || readings.isStationary } ?? false
    if slope == 0 || isFlat { return "flat" }
    let direction = slope > 0 ? "rising" : "falling"
    // Falling at 2 per unit, not at −2.
    let size =
      readings.derivativeReading.isTooLarge
      ? CurveReading.tooLarge : slope < 0 && told.hasPrefix("−") ? Self.negated(told) : told
    return model.function.hasAffineInput
      ? "\(direction): \(slopeName) = \(told)" : "\(direction) at \(perUnit(size))"
  }

  /// "1 + 2e−9" for "−1 − 2e−9".
  private static func negated(_ told: String) -> String {
    let rest = String(told.dropFirst())
    return rest.contains(" + ")
      ? rest.replacing(" + ", with: " − ") : rest.replacing(" − ", with: " + ")
  }

  private func perUnit(_ size: String) -> String {
    let rounding = " but for rounding"
    guard size.hasSuffix(rounding) else { return size + " per unit" }
    return size.dropLast(rounding.count) + " per unit" + rounding
  }

  private func inWords(_ reading: CurveReading, _ readings: CurvesReadings) -> String {
    reading.inWords(width: readings.leastWidth, allDigits: model.showsAllDigits)
  }

  private func number(_ value: Double) -> String {
    (model.showsAllDigits ? NumberText.exact(value) : NumberText.brief(value)).withTrueMinus
  }

  private var landed: FoundPoint? { model.landed }

  /// What was jumped to, while the cursor still stands there.
  private func landing(_ names: [String], isShort: Bool = false) -> String {
    guard !names.isEmpty else { return "" }
    // "at 0" says nothing new of 0.
    let isKnown = landed?.closedForm?.unicode == "0" && isShort
    let form = isKnown ? "" : landed?.closedForm.map { " at \($0.unicode)" } ?? ""
    return "; \(names.separated(by: ", "))\(form)"
  }
}
