import NeuralFunctions
import Widgets

/// All that can be read off the screen, by name.
extension CurvesScreen {
  public static let readings = ReadingTable<CurvesScreen>([
    Reading("function", "the identifier of the function") { .text($0.state.function) },
    Reading("name", "the name of what is drawn") { .text($0.model.function.name) },
    Reading("x", "the cursor") { .number($0.model.cursor) },
    Reading("f", "the value at the cursor") { .number($0.numbers.value) },
    Reading("slope", "the derivative at the cursor; at a kink, the one that is used") {
      .number($0.numbers.derivative)
    },
    Reading("curvature", "the second derivative at the cursor") {
      .number($0.numbers.secondDerivative)
    },
    Reading("intercept", "the value of the tangent at x = 0, where there is a tangent") {
      $0.numbers.reasonForNoTangent == nil ? .number($0.numbers.tangent.intercept) : nil
    },
    Reading(
      "kind", "kink, jump, slope by convention or end of the domain, where the cursor stands on one"
    ) { screen in
      screen.numbers.breakpoint.flatMap { $0.isShown ? .text($0.name) : nil }
    },
    Reading("slope-left", "the slope at the left of a kink or jump") { screen in
      screen.shownBreakpoint.map { .number($0.derivative.left) }
    },
    Reading("slope-right", "the slope at the right of a kink or jump") { screen in
      screen.shownBreakpoint.map { .number($0.derivative.right) }
    },
    Reading("convention", "whose convention the slope used at a kink or jump is") { screen in
      screen.shownBreakpoint.map { .text($0.convention) }
    },
    Reading("points", "the names of the point of note that the cursor was moved to") { screen in
      screen.model.landed.map { .text($0.names.joined(separator: ", ")) }
    },
    Reading("health", "dead, saturated, healthy or amplifying, at the cursor") {
      .text($0.model.health.state(at: $0.model.cursor).word)
    },
    Reading("told", "how many steps of the derivation are told, while it is shown") { screen in
      screen.state.derivation.map { .number(Double(min($0.told, screen.model.countOfSteps))) }
    },
    Reading("steps", "of how many, while it is shown") { screen in
      screen.state.derivation.map { _ in .number(Double(screen.model.countOfSteps)) }
    },
    Reading("eps", "|f′| below this counts as saturated") { .number($0.state.saturation) },
    Reading("x-lower", "the left edge of the window") { .number($0.model.xRange.lower) },
    Reading("x-upper", "the right edge of the window") { .number($0.model.xRange.upper) },
    Reading("y-lower", "the lower edge of the window") { .number($0.model.viewport.y.lower) },
    Reading("y-upper", "the upper edge of the window") { .number($0.model.viewport.y.upper) },
    Reading("target", "the target of a loss") { $0.value(of: .target) },
    Reading("input-w", "the weight of the input w·x + b") { .number($0.model.settings.weight) },
    Reading("input-b", "the bias of the input w·x + b") { .number($0.model.settings.bias) },
    Reading("parameter", "the parameter that the keys change") { screen in
      screen.model.selectedSlider.map { .text($0.name) }
    },
    Reading("value", "the value of that parameter") { screen in
      screen.model.selectedSlider.map { .number($0.value) }
    },
    Reading("h", "the distance between the secant's points, if one is drawn") { screen in
      screen.state.secant.map { .number($0.h) }
    },
    Reading("secant", "the slope of the secant, if one is drawn") { screen in
      screen.secantSlope.map { .number($0) }
    },
    Reading("secant-error", "the slope of the secant minus the derivative") { screen in
      screen.secantSlope.map { .number($0 - screen.numbers.derivative) }
    },
    Reading("pins", "the names of the pinned curves") { screen in
      screen.model.pins.isEmpty
        ? nil : .text(screen.model.pins.map(\.name).joined(separator: ", "))
    },
    Reading("pin-f", "the values of the pinned curves at the cursor") { screen in
      .numbers(screen.model.pins.map { $0.function.value(screen.model.cursor) })
    },
    Reading("pin-slope", "the slopes of the pinned curves at the cursor") { screen in
      .numbers(screen.model.pins.map { $0.function.derivative(screen.model.cursor) })
    },
  ])

  private var numbers: CurvesReadings { model.readings }

  private var shownBreakpoint: Breakpoint? {
    numbers.breakpoint.flatMap { $0.isShown ? $0 : nil }
  }

  private var secantSlope: Double? {
    state.secant?.slope(of: model.function, at: model.cursor)
  }

  private func value(of subject: ParameterSlider.Subject) -> Reading<CurvesScreen>.Value? {
    model.sliders.first { $0.subject == subject }.map { .number($0.value) }
  }
}
