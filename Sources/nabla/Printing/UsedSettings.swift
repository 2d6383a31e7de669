import Explorer
import NeuralFunctions

/// The target and the parameters that a function is evaluated with, those left at their defaults too:
/// a number is worth little without them.
struct UsedSettings {
  private struct Setting {
    let name: String
    let symbol: Notation
    let value: Double
  }

  private let functionName: String
  private let target: Setting?
  private let parameters: [Setting]
  private var settings: [Setting] { (target.map { [$0] } ?? []) + parameters }

  init(_ entry: CatalogueEntry, _ chosen: FunctionSettings) {
    functionName = entry.description.name
    target = entry.target.map {
      Setting(name: "target", symbol: $0.symbol, value: chosen.target ?? $0.defaultValue)
    }
    parameters = entry.parameters.map {
      Setting(
        name: $0.name, symbol: $0.symbol, value: chosen.parameters[$0.name] ?? $0.defaultValue)
    }
  }

  /// "binary cross-entropy with logits, y = 1.0"; nil where there is nothing to set.
  var caption: String? {
    guard !settings.isEmpty else { return nil }
    let values = settings.map {
      "\($0.symbol.printed) = \(OutputFormat.digits($0.value))"
    }
    return ([functionName] + values).joined(separator: ", ")
  }

  /// The columns that hold them in a table for programs. A parameter may be called "value".
  var headings: String {
    (target == nil ? "" : ",target") + parameters.map { ",parameter_" + $0.name }.joined()
  }

  var fields: String { settings.map { "," + OutputFormat.digits($0.value) }.joined() }

  var members: [(key: String, value: JSON)] {
    let values = parameters.map { (key: $0.name, value: JSON.number($0.value)) }
    return (target.map { [(key: "target", value: .number($0.value))] } ?? [])
      + (values.isEmpty ? [] : [(key: "parameters", value: .object(values))])
  }
}
