import TerminalCells
import Widgets
import Wording

/// What is drawn and told of the function.
extension CurvesScreen {
  static let curves: [Row] = [
    .choice(
      "derivatives", of: CurvesState.Derivatives.allCases.map(\.rawValue),
      keys: [KeyLine(["d"], hint: "f′ f″", "draw f′, then f″ too, then neither")],
      "which derivatives are drawn beside f", { $0.state.derivatives.rawValue },
      set: { screen, word, _ in
        screen.state.derivatives = .init(rawValue: word) ?? .first
      }),
    .toggle(
      "tangent", keys: [KeyLine(["t"], hint: "tangent", "draw the tangent")], "draw the tangent",
      { $0.state.showsTangent }, set: { screen, isOn, _ in screen.state.showsTangent = isOn }),
    .steps(
      "next",
      keys: [
        KeyLine(
          hint: "zero, kink…",
          "next or previous zero, extremum, inflection, kink, edge of saturation, crossing",
          [(["n"], 1), (["N"], -1)])
      ], "move right a given number of points of note"
    ) { screen, steps, _ throws(Refusal) in try screen.jump(by: steps) },
  ]

  static let health: [Row] = [
    .toggle(
      "health",
      keys: [
        KeyLine(
          ["g"], hint: "health", "shade where the gradient is saturated, dead or amplifying")
      ], "shade where the gradient is saturated, dead or amplifying", { $0.state.showsHealth },
      set: { screen, isOn, _ in
        screen.state.showsHealth = isOn
        screen.state.told = isOn ? .health : .place
      }),
    .number(
      "eps", formerly: ["epsilon", "ε"], "limit", accepting: .positive,
      example: "0.01",
      "the ε below which |f′| counts as saturated", { $0.state.saturation },
      set: { screen, value, _ in screen.state.saturation = value }),
    .steps(
      "saturation",
      keys: [
        KeyLine("make ε smaller or larger: |f′| < ε is saturated", [(["<"], -1), ([">"], 1)])
      ], "make ε larger a given number of stops"
    ) { screen, steps, _ in screen.changeSaturation(by: steps) },
  ]

  static let secants: [Row] = [
    .toggle(
      "secant", keys: [KeyLine(["s"], hint: "secant", "draw a secant, and its error over h")],
      "draw a secant, and its error over h", { $0.state.secant != nil },
      set: { screen, isOn, _ in
        screen.state.secant = isOn ? screen.state.secant ?? Secant() : nil
      }),
    .steps(
      "secant-h", keys: [KeyLine("make h smaller or larger", [([";"], -1), (["'"], 1)])],
      "make the secant's h larger by half decades"
    ) { screen, steps, _ in
      var secant = screen.state.secant ?? Secant()
      secant.halfDecades = min(Secant.largest, max(Secant.smallest, secant.halfDecades + steps))
      screen.state.secant = secant
    },
    .general(
      "secant-kind", [.init("kind", .choice(["forward", "central"]), isOptional: true)],
      example: "central", keys: [KeyLine(["S"], "forward or central secant")],
      "the kind of secant; without an argument, the other kind",
      state: { screen in screen.state.secant.map { [[.word($0.kind.rawValue)]] } ?? [] }
    ) { screen, arguments, _ in
      var secant = screen.state.secant ?? Secant()
      let other = secant.kind == .forward ? Secant.Kind.central : .forward
      // Where none is drawn, the first press draws one.
      let next = screen.state.secant == nil ? secant.kind : other
      secant.kind = arguments.word(0).flatMap { Secant.Kind(rawValue: $0) } ?? next
      screen.state.secant = secant
    },
  ]

  static let secantState: [Row] = [
    .number(
      "h", "distance", accepting: .positive, example: "0.001",
      "how far apart the points of the secant are",
      { $0.state.secant?.h },
      set: { screen, h, _ throws(Refusal) in
        guard let halfDecades = Secant.halfDecades(of: h) else {
          throw Refusal("h accepts 1 or 3 times a power of ten, from 1e-16 to 100.")
        }
        var secant = screen.state.secant ?? Secant()
        secant.halfDecades = halfDecades
        screen.state.secant = secant
      })
  ]

  static let digits: [Row] = [
    .toggle(
      "digits", keys: [KeyLine(["a"], "all digits")], "show all digits",
      { $0.state.showsAllDigits }, set: { screen, isOn, _ in screen.state.showsAllDigits = isOn })
  ]

  private mutating func changeSaturation(by steps: Int) {
    let ladder = [1e-6, 1e-5, 1e-4, 1e-3, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5]
    for _ in 0..<min(ladder.count, abs(steps)) {
      let now = state.saturation
      let next = steps > 0 ? ladder.first { $0 > now } : ladder.last { $0 < now }
      state.saturation = next ?? now
    }
    state.showsHealth = true
    state.told = .health
  }
}
