import NeuralFunctions
import Wording

/// A parameter of the present function, the target of a loss, or w or b of the input, with its present
/// value.
struct ParameterSlider: Sendable, Hashable {
  enum Subject: Sendable, Hashable {
    case target
    case parameter(String)
    /// w and b of the input w·x + b.
    case weight, bias
  }

  let subject: Subject
  /// The name that lines know it by.
  let name: String
  let symbol: Notation
  let meaning: String
  let value: Double
  let defaultValue: Double
  let range: ClosedRange<Double>
  let step: Double

  static func all(of entry: CatalogueEntry, settings: FunctionSettings) -> [ParameterSlider] {
    let target = entry.target.map { target in
      ParameterSlider(
        subject: .target, name: "target", symbol: target.symbol, meaning: "target",
        value: settings.target ?? target.defaultValue, defaultValue: target.defaultValue,
        range: target.slider, step: target.step)
    }
    let parameters = entry.parameters.map { parameter in
      ParameterSlider(
        subject: .parameter(parameter.name), name: parameter.name, symbol: parameter.symbol,
        meaning: parameter.meaning,
        value: settings.parameters[parameter.name] ?? parameter.defaultValue,
        defaultValue: parameter.defaultValue, range: parameter.slider, step: parameter.step)
    }
    return (target.map { [$0] } ?? []) + parameters
  }

  /// The sliders of the input w·x + b.
  static func affineInput(_ settings: FunctionSettings) -> [ParameterSlider] {
    [
      ParameterSlider(
        subject: .weight, name: "input-w", symbol: "w", meaning: "weight", value: settings.weight,
        defaultValue: 1, range: -4...4, step: 0.1),
      ParameterSlider(
        subject: .bias, name: "input-b", symbol: "b", meaning: "bias", value: settings.bias,
        defaultValue: 0, range: -6...6, step: 0.1),
    ]
  }

  /// All that can be set of a function, the input among it.
  static func settable(
    of entry: CatalogueEntry, _ settings: FunctionSettings
  ) -> [ParameterSlider] {
    all(of: entry, settings: settings) + affineInput(settings)
  }

  /// The value some steps further, inside the slider's range unless it was outside before.
  func moved(by steps: Int) -> Double {
    let next = nudged(value, by: steps, of: step)
    let reach = min(range.lowerBound, value)...max(range.upperBound, value)
    return min(max(next, reach.lowerBound), reach.upperBound)
  }
}

extension [ParameterSlider] {
  /// The one that lines call `name`: by its name, its letter or its meaning.
  func named(_ name: String) -> ParameterSlider? {
    let wanted = name.lowercased()
    return first { $0.name == wanted } ?? first { $0.symbol.unicode == name }
      ?? first { $0.meaning == wanted }
  }
}

extension FunctionSettings {
  mutating func set(_ subject: ParameterSlider.Subject, to value: Double) {
    // Never −0, which is no other setting than 0.
    let value = value + 0
    switch subject {
    case .target: target = value
    case .parameter(let name): parameters[name] = value
    case .weight: weight = value
    case .bias: bias = value
    }
  }
}
