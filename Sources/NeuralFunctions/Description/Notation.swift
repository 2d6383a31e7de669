/// A piece of mathematics as text, in Unicode and in plain ASCII.
public struct Notation: Sendable, Hashable, ExpressibleByStringLiteral {
  public let unicode: String
  public let ascii: String

  public init(_ unicode: String, ascii: String) {
    self.unicode = unicode
    self.ascii = ascii
  }

  /// The same text in both, which must then be ASCII.
  public init(stringLiteral text: String) {
    self.init(text, ascii: text)
  }

  /// The text for a terminal that does or does not show Unicode.
  public func text(ascii wantsASCII: Bool) -> String { wantsASCII ? ascii : unicode }
}
