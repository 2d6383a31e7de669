/// A value to be printed as JSON.
enum JSON {
  case null
  case bool(Bool)
  /// Infinities and NaN, which JSON has not, are strings.
  case number(Double)
  case string(String)
  case array([JSON])
  case object([(key: String, value: JSON)])

  static func numbers(_ values: [Double]) -> JSON { .array(values.map(JSON.number)) }

  static func strings(_ values: [String]) -> JSON { .array(values.map(JSON.string)) }

  /// The value on one line. Where not all characters can be printed, those outside ASCII are escaped,
  /// which means the same.
  var text: String {
    switch self {
    case .null: return "null"
    case .bool(let value): return value ? "true" : "false"
    case .number(let value): return OutputFormat.json(value)
    case .string(let text): return Self.quoted(text)
    case .array(let values):
      return "[" + values.map(\.text).joined(separator: ", ") + "]"
    case .object(let members):
      let texts = members.map {
        "\(Self.quoted($0.key)): \($0.value.text)"
      }
      return "{" + texts.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let isASCII = PrintedCharacters.areASCII
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case _ where scalar.value < 0x20 || (isASCII && !scalar.isASCII):
        for unit in String(scalar).utf16 {
          let digits = String(unit, radix: 16)
          quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

enum CSV {
  /// Fields as one line; what holds a comma or a quotation mark is quoted.
  static func line(_ fields: [String]) -> String {
    fields.map { field in
      guard field.contains(where: { ",\"\n\r".contains($0) }) else { return field }
      return "\""
        + field.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }.joined(separator: ",")
  }
}
