import Explorer
import NeuralFunctions

/// Turns what was typed on the command line into functions and numbers, or says what is wrong.
enum Arguments {
  /// Values may begin with a minus sign, so unknown options arrive among them.
  static func rejectOptions(in values: [String]) throws {
    for value in values where value.hasPrefix("-") && value != "-" {
      let rest = value.dropFirst()
      guard let first = rest.first, !first.isNumber, first != ".", !isNumberWord(rest) else {
        continue
      }
      throw CommandFailure.usage("'\(value)' is neither an option nor a number; see --help.")
    }
  }

  private static func isNumberWord(_ text: some StringProtocol) -> Bool {
    text.split(separator: ",").first.map { ["inf", "nan"].contains($0.lowercased()) } ?? false
  }

  /// Values without the `--` with which a careful shell user keeps them from being options.
  static func values(_ arguments: [String]) -> [String] {
    arguments.first == "--" ? Array(arguments.dropFirst()) : arguments
  }

  static func number(_ text: String) throws -> Double {
    do { return try NumberParser.number(text) } catch {
      throw CommandFailure.usage(error.description)
    }
  }

  static func entry(named name: String) throws -> CatalogueEntry {
    if let entry = Catalogue.entry(named: name) { return entry }
    if let vector = Catalogue.vectorFunction(named: name) {
      throw CommandFailure.usage(
        "\(vector.id) takes a vector, not a number; see 'nabla jacobian' and 'nabla softmax'.")
    }
    throw unknownFunction(name, known: Catalogue.entries.map(\.id))
  }

  static func unknownFunction(_ name: String, known: [String]) -> CommandFailure {
    let hint = NameSuggestion.nearest(to: name, among: known).map { "did you mean \($0)?" }
    return .usage(
      "there is no function '\(name)'; \(hint ?? "'nabla list' prints all of them.")")
  }

  /// The parameters of `--set name=value`.
  static func parameters(_ settings: [String]) throws -> [String: Double] {
    var values: [String: Double] = [:]
    for setting in settings {
      guard let equals = setting.firstIndex(of: "=") else {
        throw CommandFailure.usage("--set \(setting): name=value is accepted, as in alpha=0.1.")
      }
      let name = setting[..<equals].lowercased()
      values[name] = try number(String(setting[setting.index(after: equals)...]))
    }
    return values
  }
}
