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
      cappingActivations,
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
      weightedLogitLosses,
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
    entries.entry(named: name)
  }

  /// The loss with this identifier or alias and these parameters, defaults for the rest; nil if
  /// there is no loss of this name.
  ///
  /// - Throws: a ``FunctionError`` that names the parameter and what is accepted.
  public static func loss(
    named name: String, parameters values: [String: Double] = [:]
  ) throws(FunctionError) -> (any LossFunction)? {
    guard let entry = entry(named: name), entry.target != nil else { return nil }
    return try entry.loss(parameters: values)
  }

  /// `name` spelled as identifiers are: lower case, hyphens.
  static func normalized(_ name: String) -> String {
    String(name.lowercased().map { $0 == "_" || $0 == " " ? "-" : $0 })
  }
}

extension [CatalogueEntry] {
  /// The entry with this identifier or alias; letter case, `_` and spaces are forgiven.
  public func entry(named name: String) -> CatalogueEntry? {
    let wanted = Catalogue.normalized(name)
    return first { $0.description.identifier == wanted }
      ?? first { $0.description.aliases.contains { Catalogue.normalized($0) == wanted } }
  }
}

/// A function of the catalogue with its type erased: its metadata, and a way to make it.
public struct CatalogueEntry: Sendable, Identifiable {
  public let description: FunctionDescription
  private let prototype: Prototype

  /// The function with default parameters, from which others are made.
  private enum Prototype {
    case activation(any ScalarFunction)
    case loss(any LossFunction)
  }

  public var id: String { description.identifier }

  /// What can be set beside the target, in the order of the screens.
  public var parameters: [ParameterDescription] {
    switch prototype {
    case .activation(let function): function.parameters
    case .loss(let loss): loss.parameters
    }
  }

  /// The targets a loss accepts; nil for an activation.
  public var target: TargetDescription? { defaultLoss?.target }

  /// The entry of an activation, which may have been made at run time; its present parameters are
  /// the defaults.
  public init(_ function: some ScalarFunction) {
    description = function.description
    prototype = .activation(function)
  }

  /// The entry of a loss, its target among what can be set.
  public init(_ loss: some LossFunction) {
    description = loss.description
    prototype = .loss(loss)
  }

  /// The entry of an activation that is a type of its own.
  public init<Function: ScalarFunction & DescribedByType>(_ type: Function.Type) {
    self.init(Function())
  }

  /// The entry of a loss that is a type of its own.
  public init<Loss: LossFunction & DescribedByType>(_ type: Loss.Type) { self.init(Loss()) }

  /// The function with these parameters and, for a loss, this target; defaults for the rest.
  ///
  /// - Throws: a ``FunctionError`` that names the parameter and what is accepted.
  public func function(
    parameters values: [String: Double] = [:], target wanted: Double? = nil
  ) throws(FunctionError) -> any ScalarFunction {
    switch prototype {
    case .activation(let function):
      let made = try function.with(parameters: values)
      if wanted != nil { throw .noTarget(of: id) }
      return made
    case .loss(let loss):
      let made = try loss.with(parameters: values)
      if let wanted { try loss.checkTarget(wanted) }
      return made.fixed(at: wanted ?? loss.target.defaultValue)
    }
  }

  /// The loss with these parameters, its target still open; defaults for the rest.
  ///
  /// - Throws: a ``FunctionError`` that names the parameter and what is accepted, and for an
  ///   activation ``FunctionError/noTarget(of:)``.
  public func loss(
    parameters values: [String: Double] = [:]
  ) throws(FunctionError) -> any LossFunction {
    guard case .loss(let loss) = prototype else { throw .noTarget(of: id) }
    return try loss.with(parameters: values)
  }

  /// The function with default parameters and target.
  public var defaultFunction: any ScalarFunction {
    switch prototype {
    case .activation(let function): function
    case .loss(let loss): loss.fixed(at: loss.target.defaultValue)
    }
  }

  /// The loss with default parameters; nil for an activation.
  public var defaultLoss: (any LossFunction)? {
    if case .loss(let loss) = prototype { loss } else { nil }
  }
}

extension LossFunction {
  /// ``LossAtTarget`` with its type erased.
  fileprivate func fixed(at target: Double) -> any ScalarFunction {
    LossAtTarget(self, target: target)
  }
}
