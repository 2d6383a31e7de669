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
  @inlinable public var showsOnBlanks: Bool { bits & (0x1FF << 9 | 0b1100 << 18) != 0 }

  @inlinable
  public static func == (a: Style, b: Style) -> Bool { a.bits == b.bits }

  private static let colorMask: UInt32 = 0x1FF
  private static let backgroundShift: UInt32 = 9
  private static let attributesShift: UInt32 = 18

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
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let underline = Attributes(rawValue: 4)
  public static let reverse = Attributes(rawValue: 8)
}
