/// A function that is a type of its own: its values differ in their parameters alone.
///
/// Names, formulas and parameters are stated once, as static members. Equality and hashing come
/// from the stored properties; coding goes by the parameters' names, takes the default for one that
/// is left out, and refuses what ``DescribedFunction/setParameters(_:)`` refuses.
public protocol DescribedByType: DescribedFunction, Hashable, Codable {
  /// What the function is called, how it is written, and where it comes from.
  static var description: FunctionDescription { get }

  /// The parameters a user can set, in the order in which they are shown, and where they are.
  static var parameters: [Parameter<Self>] { get }

  /// The function with default parameters.
  init()
}

extension DescribedByType {
  public static var parameters: [Parameter<Self>] { [] }

  public var description: FunctionDescription { Self.description }
  public var parameters: [ParameterDescription] { Self.parameters.map(\.description) }

  public subscript(parameter name: String) -> Double? {
    get { Self.path(of: name).map { self[keyPath: $0] } }
    set {
      if let newValue, let path = Self.path(of: name) { self[keyPath: path] = newValue }
    }
  }

  private static func path(of name: String) -> WritableKeyPath<Self, Double>? {
    parameters.first { $0.description.name == name }?.path
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: ParameterKey.self)
    var values: [String: Double] = [:]
    for key in container.allKeys {
      values[key.stringValue] = try container.decode(Double.self, forKey: key)
    }
    self.init()
    do { try setParameters(values) } catch {
      throw corrupted(container, error)
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: ParameterKey.self)
    for parameter in Self.parameters {
      let key = ParameterKey(stringValue: parameter.description.name)
      try container.encode(self[keyPath: parameter.path], forKey: key)
    }
  }
}

/// A parameter's name as a key.
private struct ParameterKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

/// What decoding throws where a number was read and is not accepted.
func corrupted<Key>(
  _ container: KeyedDecodingContainer<Key>, _ error: some Error & CustomStringConvertible
) -> DecodingError {
  .dataCorrupted(
    DecodingError.Context(codingPath: container.codingPath, debugDescription: "\(error)"))
}
