/// What curves are drawn with, from the finest to the most portable.
public enum MarkerSet: Sendable, Hashable, CaseIterable {
  /// 2 × 4 dots a cell.
  case braille
  /// 2 × 2 quarters of a cell.
  case quadrants
  /// Two halves of a cell, one above the other.
  case halfBlocks
  /// Characters chosen by the place and the slope of the curve within the cell.
  case ascii

  /// The dots that a cell is made of.
  public var dotsPerCell: (columns: Int, rows: Int) {
    switch self {
    case .braille: (2, 4)
    case .quadrants: (2, 2)
    case .halfBlocks: (1, 2)
    case .ascii: (1, 1)
    }
  }

  /// How finely a curve has to be sampled to be drawn right.
  var samplesPerCell: (columns: Int, rows: Int) {
    switch self {
    case .braille, .ascii: (2, 4)
    case .quadrants: (2, 2)
    case .halfBlocks: (1, 2)
    }
  }

  private static let quadrantGlyphs = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".unicodeScalars)
  private static let halfGlyphs = Array(" ▀▄█".unicodeScalars)
  private static let brailleBits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

  /// The bit that stands for a dot of a cell.
  func bit(column: Int, row: Int) -> UInt8 {
    switch self {
    case .braille: Self.brailleBits[(row * 2 + column) & 7]
    case .quadrants: 1 << UInt8((row * 2 + column) & 3)
    case .halfBlocks: 1 << UInt8(row & 1)
    case .ascii: 1
    }
  }

  /// The character with these dots; ASCII keeps its characters itself.
  func glyph(_ bits: UInt8) -> Unicode.Scalar {
    switch self {
    case .braille: Unicode.Scalar(0x2800 + UInt32(bits)) ?? " "
    case .quadrants: Self.quadrantGlyphs[Int(bits & 15)]
    case .halfBlocks: Self.halfGlyphs[Int(bits & 3)]
    case .ascii: " "
    }
  }
}
