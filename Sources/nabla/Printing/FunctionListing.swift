import NeuralFunctions

/// What `nabla list` tells of one function.
struct FunctionListing {
  let description: FunctionDescription
  private let parameters: [ParameterDescription]
  private let target: TargetDescription?
  /// With default parameters and target; nil of a function of a vector.
  private let shape: FunctionShape?

  init(_ entry: CatalogueEntry) {
    description = entry.description
    parameters = entry.parameters
    target = entry.target
    shape = entry.defaultFunction.shape
  }

  init(_ entry: VectorCatalogueEntry) {
    description = entry.description
    parameters = entry.parameters
    target = nil
    shape = nil
  }

  // MARK: CSV

  static let header = [
    "identifier", "name", "family", "symbol", "variable", "formula", "derivative", "domain",
    "range", "parameters", "target", "source",
  ]

  /// Intervals and settings in ASCII always, as they are to be read by programs:
  /// `(-inf, inf)`, and settings as `--set` takes them.
  var csv: String {
    let formulas = [
      description.symbol, description.variable, description.formula, description.derivativeFormula,
    ]
    let settings = parameters.map { "\($0.name)=\(OutputFormat.digits($0.defaultValue))" }
    return CSV.line(
      [description.identifier, description.name, description.family.rawValue]
        + formulas.map(\.printed)
        + [
          shape?.domain.notation.ascii ?? "", shape?.range.notation.ascii ?? "",
          settings.joined(separator: " "),
          target.map { OutputFormat.digits($0.defaultValue) } ?? "", description.source,
        ])
  }

  // MARK: JSON

  var json: JSON {
    .object([
      ("identifier", .string(description.identifier)),
      ("aliases", .strings(description.aliases)),
      ("name", .string(description.name)), ("family", .string(description.family.rawValue)),
      ("symbol", Self.json(description.symbol)), ("variable", Self.json(description.variable)),
      ("formula", Self.json(description.formula)),
      ("derivative", Self.json(description.derivativeFormula)),
      ("derivation", .array(description.derivation.map(Self.json))),
      ("parameters", .array(parameters.map(Self.json))),
      ("target", target.map(Self.json) ?? .null),
      ("domain", (shape?.domain).map(Self.json) ?? .null),
      ("range", (shape?.range).map(Self.json) ?? .null),
      ("breakpoints", .array((shape?.breakpoints ?? []).map(Self.json))),
      ("use", .string(description.use)), ("remarks", .strings(description.remarks)),
      ("source", .string(description.source)), ("accuracy", .string(description.accuracy)),
    ])
  }

  private static func json(_ step: DerivationStep) -> JSON {
    .object([
      ("unicode", .string(step.notation.unicode)), ("ascii", .string(step.notation.ascii)),
      ("rule", step.rule.map(Self.json) ?? .null),
    ])
  }

  private static func json(_ notation: Notation) -> JSON {
    .object([("unicode", .string(notation.unicode)), ("ascii", .string(notation.ascii))])
  }

  private static func json(_ interval: Interval) -> JSON {
    .object([
      ("lower", .number(interval.lower)), ("upper", .number(interval.upper)),
      ("includesLower", .bool(interval.includesLower)),
      ("includesUpper", .bool(interval.includesUpper)),
    ])
  }

  private static func json(_ parameter: ParameterDescription) -> JSON {
    .object([
      ("name", .string(parameter.name)), ("symbol", json(parameter.symbol)),
      ("default", .number(parameter.defaultValue)),
      ("accepted", .string(parameter.accepted.inWords)), ("meaning", .string(parameter.meaning)),
    ])
  }

  private static func json(_ target: TargetDescription) -> JSON {
    .object([
      ("symbol", json(target.symbol)), ("default", .number(target.defaultValue)),
      ("accepted", .string(target.acceptedInWords)),
    ])
  }

  private static func json(_ point: Breakpoint) -> JSON {
    guard case .object(let note) = BreakpointNote(point).json else { return .null }
    return .object([("x", .number(point.x))] + note)
  }
}
