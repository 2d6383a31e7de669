import Wording

/// Something a screen shows, by name: for its panels, for scripts that ask, and for lessons.
public struct Reading<Owner>: Sendable {
  public enum Value: Sendable {
    case number(Double)
    case text(String)
    case toggle(Bool)
    /// Read by place: `p[0]`.
    case numbers([Double])
  }

  public let name: String
  public let explanation: String
  /// Nil where there is nothing to read.
  public let value: @Sendable (Owner) -> Value?

  public init(
    _ name: String, _ explanation: String, _ value: @escaping @Sendable (Owner) -> Value?
  ) {
    self.name = name
    self.explanation = explanation
    self.value = value
  }
}

/// The readings of a screen.
public struct ReadingTable<Owner>: Sendable {
  public let readings: [Reading<Owner>]

  public init(_ readings: [Reading<Owner>]) { self.readings = readings }

  /// What `name` reads: `slope`, or `p[0]` for one of several numbers.
  public func value(_ name: String, of owner: Owner) -> Reading<Owner>.Value? {
    guard let bracket = name.firstIndex(of: "["), name.last == "]" else {
      return readings.first { $0.name == name }?.value(owner)
    }
    guard let place = Int(name[name.index(after: bracket)...].dropLast()),
      let reading = readings.first(where: { $0.name == name[..<bracket] }),
      case .numbers(let values)? = reading.value(owner), values.indices.contains(place)
    else { return nil }
    return .number(values[place])
  }

  /// All that can be read now, in the order of the table.
  public func values(of owner: Owner) -> [(name: String, value: Reading<Owner>.Value)] {
    var values: [(String, Reading<Owner>.Value)] = []
    for reading in readings {
      if let value = reading.value(owner) { values.append((reading.name, value)) }
    }
    return values
  }

  /// The same as JSON; what JSON has no number for is a word.
  public func json(of owner: Owner) -> String {
    let members = values(of: owner).map { "  \(JSONText.string($0.name)): \(json($0.value))" }
    return members.isEmpty ? "{}" : "{\n" + members.separated(by: ",\n") + "\n}"
  }

  private func json(_ value: Reading<Owner>.Value) -> String {
    switch value {
    case .number(let number): JSONText.number(number)
    case .text(let text): JSONText.string(text)
    case .toggle(let isOn): isOn ? "true" : "false"
    case .numbers(let numbers):
      "[" + numbers.map { JSONText.number($0) }.separated(by: ", ") + "]"
    }
  }
}

/// Values as JSON writes them.
enum JSONText {
  static func number(_ value: Double) -> String {
    value.isFinite ? NumberText.exact(value) : string(NumberText.word(value))
  }

  static func string(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
