import NeuralFunctions
import Wording

/// A parameter of the present function, or the target of a loss, with its present value.
struct Slider: Sendable, Hashable {
  enum Subject: Sendable, Hashable {
    case target
    case parameter(String)
    /// w and b of the input w·x + b.
    case weight, bias
  }

  let subject: Subject
  /// The name that `:name=value` sets.
  let name: String
  let symbol: Notation
  let meaning: String
  let value: Double
  let defaultValue: Double
  let range: ClosedRange<Double>
  let step: Double
  let accepted: String

  static func all(of entry: CatalogueEntry, settings: FunctionSettings) -> [Slider] {
    let target = entry.target.map { target in
      Slider(
        subject: .target, name: "y", symbol: target.symbol, meaning: "target",
        value: settings.target ?? target.defaultValue, defaultValue: target.defaultValue,
        range: target.slider, step: target.step, accepted: target.acceptedInWords)
    }
    let parameters = entry.parameters.map { parameter in
      Slider(
        subject: .parameter(parameter.name), name: parameter.name, symbol: parameter.symbol,
        meaning: parameter.meaning,
        value: settings.parameters[parameter.name] ?? parameter.defaultValue,
        defaultValue: parameter.defaultValue, range: parameter.slider, step: parameter.step,
        accepted: parameter.accepted.inWords)
    }
    return (target.map { [$0] } ?? []) + parameters
  }

  /// The sliders of the input w·x + b.
  static func affineInput(_ settings: FunctionSettings) -> [Slider] {
    [
      Slider(
        subject: .weight, name: "w", symbol: "w", meaning: "weight", value: settings.weight,
        defaultValue: 1, range: -4...4, step: 0.1, accepted: Interval.finite.inWords),
      Slider(
        subject: .bias, name: "b", symbol: "b", meaning: "bias", value: settings.bias,
        defaultValue: 0, range: -6...6, step: 0.1, accepted: Interval.finite.inWords),
    ]
  }

  /// The value some steps further, inside the slider's range unless it was outside before.
  func moved(by steps: Int) -> Double {
    let next = nudged(value, by: steps, of: step)
    let reach = min(range.lowerBound, value)...max(range.upperBound, value)
    return min(max(next, reach.lowerBound), reach.upperBound)
  }
}

extension FunctionSettings {
  mutating func set(_ subject: Slider.Subject, to value: Double?) {
    switch subject {
    case .target: target = value
    case .parameter(let name): parameters[name] = value
    case .weight: weight = value ?? 1
    case .bias: bias = value ?? 0
    }
  }
}
