/// One character cell: what stands in it and how it looks.
public struct Cell: Sendable, Hashable {
  /// A base character and the marks that combine with it; one column wide.
  ///
  /// A wide character takes its cell and the next one, which then holds ``continuation``.
  public var character: Character
  public var style: Style

  public init(_ character: Character = " ", _ style: Style = Style()) {
    self.character = character
    self.style = style
  }

  public static let blank = Cell()

  /// What the right half of a wide character holds.
  public static let continuation: Character = "\u{0}"
}

/// How a cell looks. Colours are the terminal's default where nil.
public struct Style: Sendable, Hashable {
  public var foreground: Color?
  public var background: Color?
  public var attributes: Attributes

  public init(
    _ foreground: Color? = nil, on background: Color? = nil, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}

/// A colour by its number in the 256-colour palette; the first 8 and 16 are the terminal's own.
public struct Color: Sendable, Hashable, ExpressibleByIntegerLiteral {
  public var index: UInt8

  public init(_ index: UInt8) { self.index = index }
  public init(integerLiteral index: UInt8) { self.index = index }
}

public struct Attributes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let underline = Attributes(rawValue: 4)
  public static let reverse = Attributes(rawValue: 8)
}
