/// What was wrong with a call, and what is accepted instead, in one sentence.
public enum FunctionError: Error, Sendable, Hashable {
  case outsideDomain(argument: String, value: Double, accepted: Interval)
  case unknownParameter(String, of: String, accepted: [String])
  case parameterOutsideRange(String, value: Double, accepted: Interval)
  case parametersInConflict(String)
  case noTarget(of: String)
  case targetNotAccepted(Double, accepted: String)
}

extension FunctionError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .outsideDomain(let argument, let value, let accepted):
      return
        "\(argument) = \(decimal(value)) is outside the domain; \(accepted.inWords) is accepted."
    case .unknownParameter(let name, let function, let accepted):
      return accepted.isEmpty
        ? "\(function) has no parameter to set, so '\(name)' is not accepted."
        : "\(function) has no parameter '\(name)'; it has \(accepted.joined(separator: ", "))."
    case .parameterOutsideRange(let name, let value, let accepted):
      return "\(name) must be \(accepted.inWords) (got \(decimal(value)))."
    case .parametersInConflict(let sentence):
      return sentence
    case .noTarget(let function):
      return "\(function) is not a loss and has no target."
    case .targetNotAccepted(let value, let accepted):
      return "the target must be \(accepted) (got \(decimal(value)))."
    }
  }
}
