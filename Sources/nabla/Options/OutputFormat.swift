import ArgumentParser

/// How a command prints its numbers.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, csv, json

  /// Shortest digits that read back as the same Double; inf, -inf and nan as words.
  static func digits(_ value: Double) -> String { value.isNaN ? "nan" : "\(value)" }

  /// A number in JSON, which has no infinities: those are strings.
  static func json(_ value: Double) -> String {
    value.isFinite ? digits(value) : "\"\(digits(value))\""
  }
}
