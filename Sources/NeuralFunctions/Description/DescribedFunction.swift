/// What a function says of itself, and its parameters by name.
///
/// All of it belongs to the value, so that it is had of an `any ScalarFunction` too, and so that a
/// function can be made at run time. A function that is a type of its own says it once for the
/// type, by conforming to ``DescribedByType``.
public protocol DescribedFunction: Sendable {
  /// What the function is called, how it is written, and where it comes from.
  var description: FunctionDescription { get }

  /// The parameters a user can set, in the order in which they are shown.
  var parameters: [ParameterDescription] { get }

  /// The present value of the parameter of this name, nil if the function has none such.
  ///
  /// Setting checks nothing; what the function does not have, and nil, change nothing.
  subscript(parameter name: String) -> Double? { get set }

  /// Why the present parameters do not fit together, or nil if they do.
  var parameterConflict: FunctionError? { get }
}

extension DescribedFunction {
  public var parameterConflict: FunctionError? { nil }

  /// Refuses parameters outside their range, and parameters that do not fit together.
  ///
  /// Whatever is marked `throws` checks them by itself; what is not computes with them as they are,
  /// and gives NaN, or the formula's own result, where they mean nothing.
  ///
  /// - Throws: a ``FunctionError`` that names the parameter and what is accepted.
  public func checkParameters() throws(FunctionError) {
    for parameter in parameters {
      guard let value = self[parameter: parameter.name] else { continue }
      guard parameter.accepted.contains(value) else {
        throw .parameterOutsideRange(parameter.name, value: value, accepted: parameter.accepted)
      }
    }
    if let conflict = parameterConflict { throw conflict }
  }

  /// The function itself, if its parameters are accepted: `try CELU(alpha: input).checked()`.
  ///
  /// - Throws: a ``FunctionError`` that names the parameter and what is accepted.
  public func checked() throws(FunctionError) -> Self {
    try checkParameters()
    return self
  }

  /// Sets the named parameters, all or, if one is refused, none.
  ///
  /// - Throws: a ``FunctionError`` that names the parameter and what is accepted.
  public mutating func setParameters(_ values: [String: Double]) throws(FunctionError) {
    guard !values.isEmpty else { return try checkParameters() }
    let parameters = parameters
    var changed = self
    for (name, value) in values.sorted(by: { $0.key < $1.key }) {
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        throw .unknownParameter(
          name, of: description.identifier, accepted: parameters.map(\.name))
      }
      guard parameter.accepted.contains(value) else {
        throw .parameterOutsideRange(name, value: value, accepted: parameter.accepted)
      }
      changed[parameter: name] = value
    }
    try changed.checkParameters()
    self = changed
  }

  /// A copy with the named parameters set.
  ///
  /// - Throws: a ``FunctionError`` that names the parameter and what is accepted.
  public func with(parameters values: [String: Double]) throws(FunctionError) -> Self {
    var copy = self
    try copy.setParameters(values)
    return copy
  }
}
