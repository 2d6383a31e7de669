/// One character cell: what stands in it and how it looks.
///
/// Frames are made, compared and copied by the thousand for each key, so that a cell is plain bits
/// without references: it holds up to three scalars, a base and two marks that combine with it.
public struct Cell: Sendable, Hashable {
  /// Scalars of 21 bits each, the base lowest.
  private var scalars: UInt64
  public var style: Style

  public init(_ character: Character = " ", _ style: Style = Style()) {
    scalars = Self.packed(character)
    self.style = style
  }

  /// A base character and at most two marks that combine with it; further marks are dropped.
  ///
  /// A wide character takes its cell and the next one, which then holds ``continuation``.
  public var character: Character {
    get { Self.unpacked(scalars) }
    set { scalars = Self.packed(newValue) }
  }

  public static let blank = Cell()

  /// What the right half of a wide character holds.
  public static let continuation: Character = "\u{0}"

  /// Whether this is the right half of a wide character.
  public var isContinuation: Bool { scalars == 0 }

  private static let bitsPerScalar = 21

  private static func packed(_ character: Character) -> UInt64 {
    var packed: UInt64 = 0
    var shift = 0
    for scalar in character.unicodeScalars {
      packed |= UInt64(scalar.value) << shift
      shift += bitsPerScalar
      if shift == 3 * bitsPerScalar { break }
    }
    return packed
  }

  private static func unpacked(_ packed: UInt64) -> Character {
    func scalar(_ index: Int) -> Unicode.Scalar {
      let bits = UInt32(truncatingIfNeeded: packed >> (index * bitsPerScalar)) & 0x1F_FFFF
      return Unicode.Scalar(bits) ?? " "
    }
    if packed >> bitsPerScalar == 0 { return Character(scalar(0)) }
    var text = String(Character(scalar(0)))
    for index in 1..<3 where packed >> (index * bitsPerScalar) != 0 {
      text.unicodeScalars.append(scalar(index))
    }
    // What was packed from one character reads as one again.
    return text.count == 1 ? Character(text) : Character(scalar(0))
  }
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
