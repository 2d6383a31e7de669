import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// Parameters, targets and the input w·x + b.
extension CurvesScreen {
  static let parameters: [Row] = [
    .steps(
      "nudge",
      keys: [
        KeyLine(
          hint: "parameter", "lower or raise the chosen parameter", [(["["], -1), (["]"], 1)]),
        KeyLine("ten steps lower or higher", [(["{"], -10), (["}"], 10)]),
      ], "raise the chosen parameter a given number of steps"
    ) { screen, steps, _ throws(Refusal) in
      let slider = try screen.chosenSlider()
      try screen.set(slider, to: slider.moved(by: steps))
    },
    .toggle(
      "input", keys: [KeyLine(["i"], "sliders for the input w·x + b")],
      "show sliders for the input w·x + b", { $0.state.showsAffineInput },
      set: { screen, isOn, _ in screen.change { $0.showsAffineInput = isOn } }),
    .general(
      "choose", [.init("parameter", .name("the name of a parameter"), isOptional: true)],
      example: "alpha",
      keys: [KeyLine(["o"], "choose the next parameter")],
      "choose the parameter that the keys change; without a name, the next one", undo: .none,
      names: { screen, _ in screen.model.sliders.map(\.name) },
      state: { screen in screen.state.chosenSlider.map { [[.word($0)]] } ?? [] }
    ) { screen, arguments, _ throws(Refusal) in
      try screen.choose(arguments.word(0))
    },
    .number(
      "parameter", "value", example: "0.2",
      keys: [KeyLine(opening: [.enter], "type a value for the chosen parameter")],
      "set the chosen parameter", unless: { $0.reasonForNoParameter },
      field: { screen, _ in
        guard let slider = screen.model.selectedSlider else { return FieldStart("parameter") }
        return FieldStart(
          "\(slider.meaning) \(slider.symbol.unicode) =", NumberText.exact(slider.value))
      },
      set: { screen, value, _ throws(Refusal) in
        try screen.set(try screen.chosenSlider(), to: value)
      }),
    .plain(
      "defaults", keys: [KeyLine([.backspace], "parameters back to their defaults")],
      "set all parameters of the function to their defaults"
    ) { screen, _ throws(Refusal) in try screen.apply(FunctionSettings()) },
    .general(
      "set",
      [.init("parameter", .name("the name of a parameter")), .init("value", .number(.finite))],
      example: "alpha 0.2",
      "set a parameter by its name; alpha = 0.2 is short for it",
      names: { screen, words in words.isEmpty ? screen.model.sliders.map(\.name) : [] }
    ) { screen, arguments, _ throws(Refusal) in
      let slider = try CurvesShorthand.slider(named: arguments.word(0) ?? "", screen.model)
      try screen.set(slider, to: arguments.number(1) ?? .nan)
    },
    .number(
      "input-w", "weight", example: "2", "set the weight w of the input w·x + b",
      set: { screen, value, _ throws(Refusal) in
        try screen.setInput(.weight, to: value)
      }),
    .number(
      "input-b", "bias", example: "-1", "set the bias b of the input w·x + b",
      set: { screen, value, _ throws(Refusal) in try screen.setInput(.bias, to: value) }),
  ]

  /// Why there is nothing to set.
  private var reasonForNoParameter: String? {
    model.sliders.isEmpty ? "\(model.entry.description.name) has no parameter to set." : nil
  }

  private func chosenSlider() throws(Refusal) -> ParameterSlider {
    guard let slider = model.selectedSlider else { throw Refusal(reasonForNoParameter ?? "") }
    return slider
  }

  /// - Parameter name: nil for the next one.
  private mutating func choose(_ name: String?) throws(Refusal) {
    let sliders = model.sliders
    let chosen = try chosenSlider()
    let place = sliders.firstIndex(of: chosen) ?? 0
    let next =
      if let name { try CurvesShorthand.slider(named: name, model).name } else {
        sliders[(place + 1) % sliders.count].name
      }
    change { $0.chosenSlider = next }
  }

  mutating func set(_ slider: ParameterSlider, to value: Double) throws(Refusal) {
    var next = model.settings
    next.set(slider.subject, to: value)
    try apply(next)
  }

  private mutating func setInput(
    _ subject: ParameterSlider.Subject, to value: Double
  ) throws(Refusal) {
    var next = model.settings
    next.set(subject, to: value)
    try apply(next)
  }
}
