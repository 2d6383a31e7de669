import Wording

/// A line that was read: a command of a table, and its arguments.
public struct Order: Sendable, Hashable {
  public let word: String
  public let arguments: [Argument]

  public init(_ word: String, _ arguments: [Argument] = []) {
    self.word = word
    self.arguments = arguments
  }

  /// The line; reading it gives the same order.
  public var line: String {
    arguments.isEmpty ? word : word + " " + arguments.map(\.written).separated(by: " ")
  }
}
