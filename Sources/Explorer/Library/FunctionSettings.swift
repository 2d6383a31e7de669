import NeuralFunctions

/// What a user set for one function; defaults where nothing was.
public struct FunctionSettings: Sendable, Hashable {
  public var parameters: [String: Double]
  public var target: Double?
  /// The input is weight · x + bias.
  public var weight: Double
  public var bias: Double

  public init(
    parameters: [String: Double] = [:], target: Double? = nil, weight: Double = 1,
    bias: Double = 0
  ) {
    self.parameters = parameters
    self.target = target
    self.weight = weight
    self.bias = bias
  }

  /// The same without what is set to its default anyway.
  func withoutDefaults(of entry: CatalogueEntry) -> FunctionSettings {
    var settings = self
    for parameter in entry.parameters
    where parameters[parameter.name]?.bitPattern == parameter.defaultValue.bitPattern {
      settings.parameters[parameter.name] = nil
    }
    if target?.bitPattern == entry.target?.defaultValue.bitPattern { settings.target = nil }
    return settings
  }

  /// Whether the input is more than x itself.
  var hasAffineInput: Bool { weight != 1 || bias != 0 }
}

extension CatalogueEntry {
  /// The function with settings that were checked when they were made.
  func made(with settings: FunctionSettings) -> any ScalarFunction {
    (try? function(parameters: settings.parameters, target: settings.target)) ?? defaultFunction
  }
}
