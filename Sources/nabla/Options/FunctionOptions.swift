import ArgumentParser
import Explorer
import NeuralFunctions
import Wording

/// Parameters and target of a function.
struct FunctionOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "Set a parameter by its name or letter, as in alpha=0.1; may be repeated.",
      valueName: "name=value"))
  var settings: [String] = []

  @Option(parsing: .unconditional, help: "The target y of a loss.")
  var target: String?

  var isEmpty: Bool { settings.isEmpty && target == nil }

  /// What was asked for, checked against what the function accepts.
  func settings(for entry: CatalogueEntry) throws -> FunctionSettings {
    var values = try SettableNames(entry).values(settings)
    let set = values.removeValue(forKey: SettableNames.target)
    guard set == nil || target == nil else {
      throw CommandFailure.usage("the target is set by --target or by --set y, not by both.")
    }
    let settings = FunctionSettings(
      parameters: values, target: try target.map { try Self.target($0, of: entry) } ?? set)
    _ = try Self.made(entry, settings)
    return settings
  }

  /// The function with these settings.
  func function(of entry: CatalogueEntry) throws -> any ScalarFunction {
    try Self.made(entry, try settings(for: entry))
  }

  /// That a loss accepts other targets is said by the loss.
  private static func target(_ text: String, of entry: CatalogueEntry) throws -> Double {
    try Arguments.number(text, accepted: entry.target?.acceptedInWords ?? "a finite number")
  }

  /// The function with these settings, and what they are.
  func functionInUse(of entry: CatalogueEntry) throws -> (any ScalarFunction, UsedSettings) {
    let settings = try settings(for: entry)
    return (try Self.made(entry, settings), UsedSettings(entry, settings))
  }

  static func made(
    _ entry: CatalogueEntry, _ settings: FunctionSettings
  ) throws -> any ScalarFunction {
    do {
      return try entry.function(parameters: settings.parameters, target: settings.target)
    } catch {
      throw CommandFailure.usage(error.description)
    }
  }
}

/// The names that `--set` knows of a function: its parameters, by name or letter, and `y` for the
/// target of a loss.
struct SettableNames {
  /// What the target is called among the values.
  static let target = "y"

  private let owner: String
  private let names: [(name: String, symbol: Notation, accepted: String)]

  init(_ entry: CatalogueEntry) {
    owner = entry.id
    names =
      (entry.target.map { [(Self.target, $0.symbol, $0.acceptedInWords)] } ?? [])
      + entry.parameters.map { ($0.name, $0.symbol, $0.accepted.inWords) }
  }

  init(_ entry: VectorCatalogueEntry) {
    owner = entry.id
    names = entry.parameters.map { ($0.name, $0.symbol, $0.accepted.inWords) }
  }

  /// The values of settings `name=value`, by the parameters' names.
  func values(_ settings: [String]) throws -> [String: Double] {
    try values(settings) { setting in
      "--set \(NumberParser.quotable(setting)): name=value is accepted, as in alpha=0.1."
    }
  }

  /// - Parameter refusal: what is said of a setting that is none.
  func values(
    _ settings: [String], _ refusal: (String) -> String
  ) throws -> [String: Double] {
    var values: [String: Double] = [:]
    for setting in settings {
      guard let equals = setting.firstIndex(of: "=") else {
        throw CommandFailure.usage(refusal(setting))
      }
      let (name, accepted) = try parameter(meantBy: String(setting[..<equals]))
      guard values[name] == nil else { throw CommandFailure.usage("\(name) is set twice.") }
      values[name] = try Arguments.number(
        String(setting[setting.index(after: equals)...]), accepted: accepted)
    }
    return values
  }

  private func parameter(
    meantBy typed: String
  ) throws -> (name: String, accepted: String) {
    let wanted = typed.lowercased() == "target" ? Self.target : typed.lowercased()
    if let known = names.first(where: {
      [$0.symbol.unicode, $0.symbol.ascii].contains(typed) || $0.name == wanted
    }) {
      return (known.name, known.accepted)
    }
    let quoted = NumberParser.quotable(typed)
    throw CommandFailure.usage(
      names.isEmpty
        ? "\(owner) has no parameter to set, so '\(quoted)' is not accepted."
        : "\(owner) has no parameter '\(quoted)'; \(accepted) can be set.")
  }

  /// "alpha (or α), gamma (or γ)".
  private var accepted: String {
    return names.map { name, symbol, _ in
      let letter = symbol.printed
      return letter == name ? name : "\(name) (or \(letter))"
    }.joined(separator: ", ")
  }
}
