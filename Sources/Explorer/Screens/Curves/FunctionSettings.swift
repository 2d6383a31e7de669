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

  /// Whether the input is more than x itself.
  var hasAffineInput: Bool { weight != 1 || bias != 0 }
}

extension CatalogueEntry {
  /// The function with settings that were checked when they were made.
  func made(with settings: FunctionSettings) -> any ScalarFunction {
    (try? function(parameters: settings.parameters, target: settings.target)) ?? defaultFunction
  }
}
