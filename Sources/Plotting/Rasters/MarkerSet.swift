/// What curves are drawn with, from the finest to the most portable.
public enum MarkerSet: Sendable, Hashable, CaseIterable {
  /// 2 × 4 dots a cell.
  case braille
  /// 2 × 3 sixths of a cell, of Unicode 13.
  case sextants
  /// 2 × 2 quarters of a cell.
  case quadrants
  /// Two halves of a cell, one above the other.
  case halfBlocks
  /// Characters of one cell each.
  case ascii

  /// The dots that a cell is made of.
  public var dotsPerCell: (columns: Int, rows: Int) {
    switch self {
    case .braille: (2, 4)
    case .sextants: (2, 3)
    case .quadrants: (2, 2)
    case .halfBlocks: (1, 2)
    case .ascii: (1, 1)
    }
  }

  /// How finely a curve has to be sampled to be drawn right.
  var samplesPerCell: (columns: Int, rows: Int) {
    self == .ascii ? (2, 4) : dotsPerCell
  }

  /// Whether a dot is so small that a line of them is a fine one.
  var hasFineDots: Bool { self == .braille }

  /// The height of a cell, counted in widths of a cell.
  static let cellHeight = 2.0

  /// The height and the width of a dot, in widths of a cell.
  var dotSize: (width: Double, height: Double) {
    let (columns, rows) = dotsPerCell
    return (1 / Double(columns), Self.cellHeight / Double(rows))
  }

  /// Half the thickness of a strong line, in widths of a cell: two dots of Braille, where a dot is
  /// small, and half the height of a cell with blocks.
  var strongRadius: Double {
    switch self {
    case .braille: 0.5
    case .sextants: 2.0 / 3
    case .quadrants, .halfBlocks: 0.5
    case .ascii: 0
    }
  }

  /// Half the thickness of a heavy line, in widths of a cell: as thick as a cell is high. Of characters it
  /// is one row, or where it is steep two columns.
  var heavyRadius: Double { self == .ascii ? 0.75 : 1 }

  /// The part of a cell in which a point is marked in the middle, so that the mark covers the point's
  /// row of dots; none where that is the upper or the lower half.
  var middleOfCell: Range<Double> {
    switch self {
    case .braille: 0.375..<0.625
    case .sextants: 1.0 / 3..<2.0 / 3
    case .quadrants, .halfBlocks, .ascii: 0.5..<0.5
    }
  }

  /// Whether the marks of two points of a column stay apart, of which the heights are given in cells.
  public func separatesMarks(_ a: Double, _ b: Double) -> Bool {
    guard !hasFineDots && self != .ascii else { return abs(a - b) >= 0.75 }
    let rows = [a, b].map { ($0 * Double(dotsPerCell.rows) + 0x1p-20).rounded(.down) }
    return abs(rows[0] - rows[1]) >= 2
  }

  private static let quadrantGlyphs = Array(" ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█".unicodeScalars)
  private static let halfGlyphs = Array(" ▀▄█".unicodeScalars)
  private static let brailleBits: [UInt8] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

  /// The bit that stands for a dot of a cell.
  func bit(column: Int, row: Int) -> UInt8 {
    switch self {
    case .braille: Self.brailleBits[(row * 2 + column) & 7]
    case .sextants: 1 << UInt8((row * 2 + column) % 6)
    case .quadrants: 1 << UInt8((row * 2 + column) & 3)
    case .halfBlocks: 1 << UInt8(row & 1)
    case .ascii: 1
    }
  }

  /// The character with these dots; ASCII keeps its characters itself.
  func glyph(_ bits: UInt8) -> Unicode.Scalar {
    switch self {
    case .braille: Unicode.Scalar(0x2800 + UInt32(bits)) ?? " "
    case .sextants: Self.sextant(bits & 63)
    case .quadrants: Self.quadrantGlyphs[Int(bits & 15)]
    case .halfBlocks: Self.halfGlyphs[Int(bits & 3)]
    case .ascii: " "
    }
  }

  /// The code of the quarters of a cell in which there are fine dots; 0 where dots are blocks as it is.
  func solidCode(_ bits: UInt8) -> UInt16 {
    guard self == .braille else { return 0 }
    let quarters: [UInt8] = [0x03, 0x18, 0x44, 0xA0]
    var lit = 0
    for (place, dots) in quarters.enumerated() where bits & dots != 0 { lit |= 1 << place }
    return UInt16(truncatingIfNeeded: Self.quadrantGlyphs[lit].value)
  }

  /// The sextants stand in order in Unicode, but for four that it had before.
  private static func sextant(_ bits: UInt8) -> Unicode.Scalar {
    switch bits {
    case 0: " "
    case 21: "▌"
    case 42: "▐"
    case 63: "█"
    default:
      Unicode.Scalar(0x1FB00 + UInt32(bits) - (bits > 42 ? 3 : bits > 21 ? 2 : 1)) ?? " "
    }
  }
}
