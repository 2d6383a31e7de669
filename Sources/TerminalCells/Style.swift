/// How a cell looks. Colours are the terminal's default where nil.
@frozen
public struct Style: Sendable, Hashable {
  /// The foreground in the lowest 9 bits and the background in the next, each one more than its
  /// number or else 0; above them the attributes. One number is compared at once.
  @usableFromInline var bits: UInt32

  public init(
    _ foreground: Color? = nil, on background: Color? = nil, _ attributes: Attributes = []
  ) {
    bits =
      Self.packed(foreground) | Self.packed(background) << Self.backgroundShift
      | UInt32(attributes.rawValue) << Self.attributesShift
  }

  public var foreground: Color? {
    get { Self.color(bits) }
    set { bits = bits & ~Self.colorMask | Self.packed(newValue) }
  }

  public var background: Color? {
    get { Self.color(bits >> Self.backgroundShift) }
    set {
      bits =
        bits & ~(Self.colorMask << Self.backgroundShift)
        | Self.packed(newValue) << Self.backgroundShift
    }
  }

  public var attributes: Attributes {
    get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> Self.attributesShift)) }
    set {
      bits =
        bits & (1 << Self.attributesShift - 1)
        | UInt32(newValue.rawValue) << Self.attributesShift
    }
  }

  /// Whether a blank in it is to be seen: by its background, being underlined or reversed.
  @inlinable public var showsOnBlanks: Bool { bits & Self.shownOnBlanks != 0 }

  @inlinable
  public static func == (a: Style, b: Style) -> Bool { a.bits == b.bits }

  // Not stored, so that they are numbers where thousands of cells are compared.
  @inlinable static var colorMask: UInt32 { 0x1FF }
  @inlinable static var backgroundShift: UInt32 { 9 }
  @inlinable static var attributesShift: UInt32 { 18 }
  @inlinable static var shownOnBlanks: UInt32 {
    let attributes = Attributes.underline.rawValue | Attributes.reverse.rawValue
    return colorMask << backgroundShift | UInt32(attributes) << attributesShift
  }

  private static func packed(_ color: Color?) -> UInt32 { color.map { UInt32($0.index) + 1 } ?? 0 }

  private static func color(_ bits: UInt32) -> Color? {
    let number = bits & colorMask
    return number == 0 ? nil : Color(UInt8(truncatingIfNeeded: number - 1))
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
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable public static var bold: Attributes { Attributes(rawValue: 1) }
  @inlinable public static var dim: Attributes { Attributes(rawValue: 2) }
  @inlinable public static var underline: Attributes { Attributes(rawValue: 4) }
  @inlinable public static var reverse: Attributes { Attributes(rawValue: 8) }
}
