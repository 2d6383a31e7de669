import ArgumentParser
import Explorer
import NeuralFunctions
import Wording

/// Functions to set beside the one that is asked for.
struct ComparisonOptions: ParsableArguments {
  @Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "Compare with this function, with parameters as in elu,alpha=2; may be repeated.",
      valueName: "function"))
  var others: [String] = []

  private static let most = 4

  /// The functions in the order given, the one asked for first; none where there is nothing to compare.
  func functions(
    besides entry: CatalogueEntry, _ settings: FunctionOptions
  ) throws -> [ComparedFunction] {
    guard !others.isEmpty else { return [] }
    guard others.count <= Self.most else {
      throw CommandFailure.usage(
        "that is \(others.count) functions to compare with; up to \(Self.most) are accepted.")
    }
    let own = try settings.settings(for: entry)
    let first = ComparedFunction(
      entry, try FunctionOptions.made(entry, own), parameters: own.parameters, target: own.target)
    // The target is one for all losses that do not name their own.
    return try [first] + others.map { try Self.function($0, target: own.target) }
  }

  private static func function(_ text: String, target: Double?) throws -> ComparedFunction {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let entry = try Arguments.entry(named: parts[0])
    var values = try SettableNames(entry).values(Array(parts.dropFirst())) { setting in
      let found = setting.isEmpty ? "nothing" : "'\(NumberParser.quotable(setting))'"
      return
        "--with \(NumberParser.quotable(text)): \(found) stands after a comma, where name=value is "
        + "accepted, as in elu,alpha=2."
    }
    let named = values.removeValue(forKey: SettableNames.target)
    let settings = FunctionSettings(
      parameters: values, target: named ?? (entry.target == nil ? nil : target))
    return ComparedFunction(
      entry, try FunctionOptions.made(entry, settings), parameters: values,
      target: settings.target)
  }
}

/// A function among others, named with all that it is set to.
struct ComparedFunction {
  /// As `--with` takes it: `elu,alpha=1`.
  let name: String
  let function: any ScalarFunction
  let variable: Notation

  fileprivate init(
    _ entry: CatalogueEntry, _ function: any ScalarFunction, parameters: [String: Double],
    target: Double?
  ) {
    let settings =
      (entry.target.map { [(SettableNames.target, target ?? $0.defaultValue)] } ?? [])
      + entry.parameters.map { ($0.name, parameters[$0.name] ?? $0.defaultValue) }
    name = ([entry.id] + settings.map { "\($0)=\(Self.brief($1))" }).joined(separator: ",")
    self.function = function
    variable = entry.description.variable
  }

  private static func brief(_ value: Double) -> String {
    let digits = OutputFormat.digits(value)
    return digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits
  }
}
