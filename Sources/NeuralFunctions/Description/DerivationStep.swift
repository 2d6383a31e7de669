/// An equation on the way from a definition to its derivative, and what leads to it.
public struct DerivationStep: Sendable, Hashable {
  public let notation: Notation
  /// The rule by which it follows from the step before, such as "chain rule"; nil where none is named.
  public let rule: Notation?

  /// - Parameters:
  ///   - unicode: the equation; one that begins with "=" goes on from the step before.
  ///   - ascii: the same in plain ASCII.
  ///   - rule: what leads to it from the step before.
  public init(_ unicode: String, ascii: String, by rule: Notation? = nil) {
    notation = Notation(unicode, ascii: ascii)
    self.rule = rule
  }
}
