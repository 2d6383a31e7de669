import NeuralFunctions
import TerminalCells
import Widgets

/// Curves pinned for comparison.
extension CurvesScreen {
  static let pins: [Row] = [
    .general(
      "pin",
      [
        .init("function", functionName, isOptional: true),
        .init("settings", settingsText, isOptional: true),
      ], example: "elu alpha=0.5",
      keys: [
        KeyLine(["p"], hint: "pin", "pin this curve for comparison, four at most")
      ], "pin a curve for comparison; without a name, the current one",
      names: { $0.functionsOrSettings(after: $1) },
      state: { screen in
        screen.state.pins.map { pin in
          let settings = SettingsText.written(pin.settings)
          return settings.isEmpty
            ? [.word(pin.function)] : [.word(pin.function), .text(settings)]
        }
      }
    ) { screen, arguments, context throws(Refusal) in
      guard !arguments.isEmpty else { return try screen.pinPresent() }
      let phrase = FunctionPhrase(arguments)
      let entry = try screen.entry(named: phrase.name)
      let settings = try SettingsText.read(phrase, for: entry, context.numbers)
      try screen.pin(PinnedFunction(function: entry.id, settings: settings))
    },
    .plain(
      "unpin", keys: [KeyLine(["P"], "remove the last pin")], "remove the last pin"
    ) { screen, _ throws(Refusal) in
      guard !screen.state.pins.isEmpty else {
        throw Refusal("No curve is pinned; p pins this one.")
      }
      screen.change { $0.pins.removeLast() }
    },
    .toggle(
      "difference", keys: [KeyLine(["D"], "draw the difference from the last pinned curve")],
      "draw the difference from the last pinned curve", { $0.state.showsDifference },
      set: { screen, isOn, _ throws(Refusal) in try screen.showDifference(isOn) }),
  ]

  private mutating func pinPresent() throws(Refusal) {
    let present = PinnedFunction(function: state.function, settings: model.settings)
    guard !state.pins.contains(present) else {
      let name = Pin(entry: model.entry, settings: model.settings).name
      throw Refusal("\(name) is pinned already.")
    }
    try pin(present)
  }

  /// Pins a curve that is not pinned already.
  private mutating func pin(_ pin: PinnedFunction) throws(Refusal) {
    guard !state.pins.contains(pin) else { return }
    guard state.pins.count < PinnedFunction.most else {
      throw Refusal("Four curves are pinned already; P removes the last one.")
    }
    change { $0.pins.append(pin) }
  }

  private mutating func showDifference(_ isOn: Bool) throws(Refusal) {
    guard isOn != state.showsDifference else { return }
    if isOn {
      guard model.otherPin != nil else {
        throw Refusal("A difference needs two curves: pin one with p, then choose another.")
      }
      guard model.canShowDifference else {
        throw Refusal("There is no \(model.function.variable.unicode) where both are defined.")
      }
    }
    change {
      $0.showsDifference = isOn
      $0.height = .fitted
    }
  }
}
