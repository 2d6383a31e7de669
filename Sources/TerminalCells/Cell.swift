/// One character cell: what stands in it and how it looks.
///
/// Frames are made, compared and copied by the thousand for each key, so that a cell is plain bits
/// without references: it holds up to three scalars, a base and two marks that combine with it.
@frozen
public struct Cell: Sendable, Hashable {
  /// Scalars of 21 bits each, the base lowest.
  @usableFromInline var scalars: UInt64
  public var style: Style

  public init(_ character: Character = " ", _ style: Style = Style()) {
    scalars = Self.packed(character)
    self.style = style
  }

  /// A base character and at most two marks that combine with it; further marks are dropped.
  ///
  /// A wide character takes its cell and the next one, which then holds ``continuation``.
  public var character: Character {
    get { unpacked }
    set { scalars = Self.packed(newValue) }
  }

  /// A cell with one scalar, which is a character by itself.
  public init(scalar: Unicode.Scalar, _ style: Style) {
    scalars = UInt64(scalar.value)
    self.style = style
  }

  public static let blank = Cell()

  /// Whether nothing is to be seen in it.
  @inlinable public var isEmpty: Bool { scalars == 32 && !style.showsOnBlanks }

  /// How many scalars a cell holds at most.
  public static let mostScalars = 3

  /// The value of the base (0) or of a mark that combines with it (1, 2); zero where there is none.
  @inlinable
  public func scalar(_ index: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: scalars &>> (UInt64(index) &* 21)) & 0x1F_FFFF
  }

  // Written out, so that it is inlined where thousands are compared.
  @inlinable
  public static func == (a: Cell, b: Cell) -> Bool {
    a.scalars == b.scalars && a.style == b.style
  }

  /// What the right half of a wide character holds.
  public static let continuation: Character = "\u{0}"

  /// Whether this is the right half of a wide character.
  @inlinable public var isContinuation: Bool { scalars == 0 }

  private static let bitsPerScalar = 21

  private static func packed(_ character: Character) -> UInt64 {
    var packed: UInt64 = 0
    var shift = 0
    for scalar in character.unicodeScalars {
      packed |= UInt64(scalar.value) << shift
      shift += bitsPerScalar
      if shift == mostScalars * bitsPerScalar { break }
    }
    return packed
  }

  private var unpacked: Character {
    func unicode(_ index: Int) -> Unicode.Scalar { Unicode.Scalar(scalar(index)) ?? " " }
    if scalar(1) == 0 { return Character(unicode(0)) }
    var text = String(Character(unicode(0)))
    for index in 1..<Self.mostScalars where scalar(index) != 0 {
      text.unicodeScalars.append(unicode(index))
    }
    // What was packed from one character reads as one again.
    return text.count == 1 ? Character(text) : Character(unicode(0))
  }
}
