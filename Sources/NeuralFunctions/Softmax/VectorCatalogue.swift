extension Catalogue {
  /// Every vector function, softmax first, in the order of the menus.
  public static let vectorFunctions: [VectorCatalogueEntry] = softmaxFunctions

  /// The vector function with this identifier or alias; letter case, `_` and spaces are forgiven.
  public static func vectorFunction(named name: String) -> VectorCatalogueEntry? {
    let wanted = normalized(name)
    return vectorFunctions.first { $0.id == wanted }
      ?? vectorFunctions.first { $0.description.aliases.contains { normalized($0) == wanted } }
  }
}

/// A vector function of the catalogue with its type erased: its metadata, and a way to make it.
public struct VectorCatalogueEntry: Sendable, Identifiable {
  public let description: FunctionDescription
  public var parameters: [ParameterDescription] { describeParameters() }
  /// How an output is written, without its index.
  public let output: Notation
  public let outputsAreProbabilities: Bool

  /// Asked when needed, as ``CatalogueEntry`` does.
  private let describeParameters: @Sendable () -> [ParameterDescription]
  private let make: @Sendable ([String: Double]) -> any VectorFunction

  public var id: String { description.identifier }

  public init<Function: VectorFunction>(_ type: Function.Type) {
    description = type.description
    describeParameters = { type.parameters.map(\.description) }
    output = type.output
    outputsAreProbabilities = type.outputsAreProbabilities
    make = { Function(parameterValues: $0) }
  }

  /// The function with these parameters, and defaults for the rest.
  ///
  /// - Throws: a ``FunctionError`` that names the parameter and what is accepted.
  public func function(
    parameters values: [String: Double] = [:]
  ) throws(FunctionError) -> any VectorFunction {
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        throw .unknownParameter(name, of: id, accepted: parameters.map(\.name))
      }
      guard parameter.accepted.contains(value) else {
        throw .parameterOutsideRange(name, value: value, accepted: parameter.accepted)
      }
    }
    return make(values)
  }

  /// The function with default parameters.
  public var defaultFunction: any VectorFunction { make([:]) }
}
