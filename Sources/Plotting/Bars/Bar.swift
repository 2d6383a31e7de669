import TerminalCells

/// What bars are made of.
public enum BarGlyphs: Sendable, Hashable {
  /// Blocks down to an eighth of a cell.
  case eighths
  case ascii

  private static let parts: [Character] = Array(" ▏▎▍▌▋▊▉█")

  /// The smallest part of a cell.
  var perCell: Int { self == .eighths ? 8 : 1 }

  func glyph(_ part: Int) -> Character {
    self == .eighths ? Self.parts[min(max(part, 0), 8)] : part > 0 ? "#" : " "
  }
}

/// Horizontal bars.
public enum Bar {
  /// The length of a bar in parts of a cell; what is not zero is at least one part long.
  static func parts(_ fraction: Double, width: Int, _ glyphs: BarGlyphs) -> Int {
    guard fraction > 0, width > 0 else { return 0 }
    let length = min(fraction, 1) * Double(width * glyphs.perCell)
    return max(1, Int(length.rounded()))
  }

  /// A bar over `fraction` (0...1, NaN as 0) of `width` columns, without blanks at its end.
  public static func text(_ fraction: Double, width: Int, glyphs: BarGlyphs = .eighths) -> String {
    let parts = parts(fraction, width: width, glyphs)
    let (whole, rest) = parts.quotientAndRemainder(dividingBy: glyphs.perCell)
    return String(repeating: glyphs.glyph(8), count: whole)
      + (rest > 0 ? String(glyphs.glyph(rest)) : "")
  }

  /// Draws a bar into the first row of `rect`, filling the rest of the row with blanks.
  public static func draw(
    _ fraction: Double, into frame: inout Frame, in rect: Rect, _ style: Style = Style(),
    glyphs: BarGlyphs = .eighths
  ) {
    guard rect.height > 0 else { return }
    let text = text(fraction, width: rect.width, glyphs: glyphs)
    frame.write(text, x: rect.x, y: rect.y, style, limit: rect.width)
  }

  /// Draws a bar from zero to `value` into the first row of `rect`, to the left below zero, with
  /// an axis in the middle; `extent` is the magnitude that fills a side.
  public static func drawSigned(
    _ value: Double, extent: Double, into frame: inout Frame, in rect: Rect,
    positive: Style = Style(), negative: Style = Style(), axis: Style = Style(),
    glyphs: BarGlyphs = .eighths
  ) {
    guard rect.height > 0, rect.width > 0 else { return }
    let side = (rect.width - 1) / 2
    let zero = rect.x + side
    frame.overlay(glyphs == .eighths ? "│" : "|", x: zero, y: rect.y, axis)
    let parts = parts(abs(value) / extent, width: side, glyphs)
    let (whole, rest) = parts.quotientAndRemainder(dividingBy: glyphs.perCell)
    let style = value < 0 ? negative : positive
    let direction = value < 0 ? -1 : 1
    for step in 0..<whole {
      frame.overlay(glyphs.glyph(8), x: zero + direction * (step + 1), y: rect.y, style)
    }
    guard rest > 0 else { return }
    let x = zero + direction * (whole + 1)
    if value < 0 {
      // There are no blocks that fill a cell from the right, but reversed ones do.
      var reversed = style
      reversed.attributes.formSymmetricDifference(.reverse)
      frame.overlay(glyphs.glyph(8 - rest), x: x, y: rect.y, reversed)
    } else {
      frame.overlay(glyphs.glyph(rest), x: x, y: rect.y, style)
    }
  }
}
