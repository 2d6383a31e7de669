/// Every function of the library: what menus, help, documentation, command line and tests loop
/// over.
///
/// A family's file lists its own members, so a new function is added in that file alone.
public enum Catalogue {
  /// All scalar functions, activations first, in the order of the menus.
  public static let entries: [CatalogueEntry] = {
    var all: [CatalogueEntry] = []
    all.reserveCapacity(families.reduce(0) { $0 + $1.count })
    for family in families { all += family }
    return all
  }()

  private static var families: [[CatalogueEntry]] {
    [
      logisticActivations,
      slowSigmoids,
      hardSigmoids,
      straightRectifiers,
      steppedRectifiers,
      parabolicRectifiers,
      exponentialRectifiers,
      smoothRectifiers,
      gaussianUnits,
      swishUnits,
      mishUnits,
      shrinkageActivations,
      elementaryActivations,
      periodicActivations,
      binaryCrossEntropyLosses,
      classProbabilityLosses,
      logitLosses,
      focalLosses,
      softMarginLosses,
      squaredErrorLosses,
      absoluteErrorLosses,
      huberLosses,
      logCoshLosses,
      quantileLosses,
      gaussianLosses,
      countLosses,
      hingeLosses,
    ]
  }

  /// The entry with this identifier or alias; letter case, `_` and spaces are forgiven.
  public static func entry(named name: String) -> CatalogueEntry? {
    let wanted = normalized(name)
    return entries.first { $0.description.identifier == wanted }
      ?? entries.first { $0.description.aliases.contains { normalized($0) == wanted } }
  }

  /// `name` spelled as identifiers are: lower case, hyphens.
  static func normalized(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
  }
}

/// A function of the catalogue with its type erased: its metadata, and a way to make it.
public struct CatalogueEntry: Sendable, Identifiable {
  public let description: FunctionDescription
  /// What can be set beside the target, in the order of the screens.
  public var parameters: [ParameterDescription] { describeParameters() }
  /// The targets a loss accepts; nil for an activation.
  public let target: TargetDescription?

  /// Asked when needed: a program that starts needs few of them, and each has its key path made.
  private let describeParameters: @Sendable () -> [ParameterDescription]
  private let make: @Sendable ([String: Double], Double) -> any ScalarFunction

  public var id: String { description.identifier }

  /// The entry of an activation.
  public init<Function: ScalarFunction>(_ type: Function.Type) {
    description = type.description
    describeParameters = { type.parameters.map(\.description) }
    target = nil
    make = { values, _ in Function(parameterValues: values) }
  }

  /// The entry of a loss, its target among what can be set.
  public init<Loss: LossFunction>(_ type: Loss.Type) {
    description = type.description
    describeParameters = { type.parameters.map(\.description) }
    target = type.target
    make = { values, target in LossAtTarget(Loss(parameterValues: values), target: target) }
  }

  /// The function with these parameters and, for a loss, this target; defaults for the rest.
  ///
  /// - Throws: a ``FunctionError`` that names the parameter and what is accepted.
  public func function(
    parameters values: [String: Double] = [:], target wanted: Double? = nil
  ) throws(FunctionError) -> any ScalarFunction {
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        throw .unknownParameter(name, of: id, accepted: parameters.map(\.name))
      }
      guard parameter.accepted.contains(value) else {
        throw .parameterOutsideRange(name, value: value, accepted: parameter.accepted)
      }
    }
    if let wanted {
      guard let target else { throw .noTarget(of: id) }
      guard target.accepts(wanted) else {
        throw .targetNotAccepted(wanted, accepted: target.acceptedInWords)
      }
    }
    let function = make(values, wanted ?? target?.defaultValue ?? 0)
    if let conflict = function.parameterConflict { throw conflict }
    return function
  }

  /// The function with default parameters and target.
  public var defaultFunction: any ScalarFunction {
    make([:], target?.defaultValue ?? 0)
  }
}

extension ScalarFunction {
  /// The function with the named parameters set, unchecked, and defaults for the rest.
  init(parameterValues values: [String: Double]) {
    self.init()
    guard !values.isEmpty else { return }
    for parameter in Self.parameters {
      if let value = values[parameter.description.name] { self[keyPath: parameter.path] = value }
    }
  }
}

extension LossFunction {
  /// The loss with the named parameters set, unchecked, and defaults for the rest.
  init(parameterValues values: [String: Double]) {
    self.init()
    guard !values.isEmpty else { return }
    for parameter in Self.parameters {
      if let value = values[parameter.description.name] { self[keyPath: parameter.path] = value }
    }
  }
}
