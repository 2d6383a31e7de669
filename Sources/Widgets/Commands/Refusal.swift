/// Why an entry was refused, and what is accepted, in one sentence.
public struct Refusal: Error, Sendable, Hashable {
  public let sentence: String

  public init(_ sentence: String) { self.sentence = sentence }
}
