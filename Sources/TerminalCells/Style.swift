/// How a cell looks. Colours are the terminal's default where nil.
@frozen
public struct Style: Sendable, Hashable {
  /// The foreground in the lowest 25 bits and the background in the next, 0 where there is none;
  /// above them the attributes. One number is compared at once.
  @usableFromInline var bits: UInt64

  public init(
    _ foreground: Color? = nil, on background: Color? = nil, _ attributes: Attributes = []
  ) {
    bits =
      Self.packed(foreground) | Self.packed(background) << Self.backgroundShift
      | UInt64(attributes.rawValue) << Self.attributesShift
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
        | UInt64(newValue.rawValue) << Self.attributesShift
    }
  }

  /// A number that is the same for equal styles alone.
  @inlinable public var number: UInt64 { bits }

  /// Whether a blank in it is to be seen: by its background, being underlined or reversed.
  @inlinable public var showsOnBlanks: Bool { bits & Self.shownOnBlanks != 0 }

  @inlinable
  public static func == (a: Style, b: Style) -> Bool { a.bits == b.bits }

  // Not stored, so that they are numbers where thousands of cells are compared.
  @inlinable static var colorMask: UInt64 { 0x1FF_FFFF }
  @inlinable static var backgroundShift: UInt64 { 25 }
  @inlinable static var attributesShift: UInt64 { 50 }
  @inlinable static var shownOnBlanks: UInt64 {
    let attributes = Attributes.underline.rawValue | Attributes.reverse.rawValue
    return colorMask << backgroundShift | UInt64(attributes) << attributesShift
  }

  private static func packed(_ color: Color?) -> UInt64 { color.map { UInt64($0.code) } ?? 0 }

  private static func color(_ bits: UInt64) -> Color? {
    let code = UInt32(truncatingIfNeeded: bits & colorMask)
    return code == 0 ? nil : Color(code: code)
  }
}

/// A colour: by its number in the 256-colour palette, of which the first 16 are the terminal's own,
/// or by its red, green and blue.
public struct Color: Sendable, Hashable, ExpressibleByIntegerLiteral {
  /// One more than the number in the palette, or the components below a bit that says so; never 0.
  fileprivate let code: UInt32

  public init(_ index: UInt8) { code = UInt32(index) + 1 }
  public init(integerLiteral index: UInt8) { self.init(index) }

  public init(red: UInt8, green: UInt8, blue: UInt8) {
    code = Self.componentsBit | UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue)
  }

  fileprivate init(code: UInt32) { self.code = code }

  /// Its number in the palette; nil where its components say what it is.
  public var index: UInt8? { isOfComponents ? nil : UInt8(code - 1) }

  /// Its red, green and blue; nil where its number in the palette says what it is.
  public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
    guard isOfComponents else { return nil }
    return (
      UInt8(truncatingIfNeeded: code >> 16), UInt8(truncatingIfNeeded: code >> 8),
      UInt8(truncatingIfNeeded: code)
    )
  }

  private var isOfComponents: Bool { code & Self.componentsBit != 0 }
  private static let componentsBit: UInt32 = 1 << 24
}

public struct Attributes: OptionSet, Sendable, Hashable {
  public let rawValue: UInt8
  @inlinable public init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable public static var bold: Attributes { Attributes(rawValue: 1) }
  @inlinable public static var dim: Attributes { Attributes(rawValue: 2) }
  @inlinable public static var underline: Attributes { Attributes(rawValue: 4) }
  @inlinable public static var reverse: Attributes { Attributes(rawValue: 8) }
}
