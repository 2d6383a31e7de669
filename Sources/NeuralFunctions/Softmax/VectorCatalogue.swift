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
  /// The function with default parameters.
  public let defaultFunction: any VectorFunction

  public var id: String { description.identifier }
  public var parameters: [ParameterDescription] { defaultFunction.parameters }
  /// How an output is written, without its index.
  public var output: Notation { defaultFunction.output }
  public var outputsAreProbabilities: Bool { defaultFunction.outputsAreProbabilities }

  /// The entry of a function, which may have been made at run time; its present parameters are the
  /// defaults.
  public init(_ function: some VectorFunction) {
    description = function.description
    defaultFunction = function
  }

  /// The entry of a function that is a type of its own.
  public init<Function: VectorFunction & DescribedByType>(_ type: Function.Type) {
    self.init(Function())
  }

  /// The function with these parameters, and defaults for the rest.
  ///
  /// - Throws: a ``FunctionError`` that names the parameter and what is accepted.
  public func function(
    parameters values: [String: Double] = [:]
  ) throws(FunctionError) -> any VectorFunction {
    try defaultFunction.with(parameters: values)
  }
}
