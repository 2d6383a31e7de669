/// Buffers that ought to be of one length and are not.
public struct LengthMismatch: Error, Sendable, Hashable {
  /// The buffer that does not fit, as the call names it: "results".
  public var argument: String
  public var expected: Int
  public var found: Int

  public init(argument: String, expected: Int, found: Int) {
    self.argument = argument
    self.expected = expected
    self.found = found
  }
}

extension LengthMismatch: CustomStringConvertible {
  public var description: String {
    "\(argument) has length \(found); length \(expected) is needed."
  }
}

/// Refuses a buffer that is not as long as the one it goes with.
func checkLength(
  of argument: StaticString, _ found: Int, expected: Int
) throws(LengthMismatch) {
  guard found == expected else {
    throw LengthMismatch(argument: "\(argument)", expected: expected, found: found)
  }
}
