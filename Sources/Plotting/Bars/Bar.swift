import TerminalCells

/// What bars are made of.
public enum BarGlyphs: Sendable, Hashable {
  /// Blocks down to an eighth of a cell.
  case eighths
  /// Braille dots, two columns of them in a cell.
  case halves
  case ascii

  private static let parts: [Character] = Array(" ▏▎▍▌▋▊▉█")

  /// The smallest part of a cell.
  var perCell: Int {
    switch self {
    case .eighths: 8
    case .halves: 2
    case .ascii: 1
    }
  }

  /// So many parts of a cell, from the left.
  func glyph(_ parts: Int) -> Character {
    switch self {
    case .eighths: Self.parts[min(max(parts, 0), 8)]
    case .halves: parts < 1 ? " " : parts == 1 ? "⡇" : "⣿"
    case .ascii: parts > 0 ? "#" : " "
    }
  }

  var full: Character { glyph(perCell) }

  /// The line that bars stand on, on the side where they begin.
  var axis: Character { self == .eighths ? "▏" : "|" }
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
    return String(repeating: glyphs.full, count: whole)
      + (rest > 0 ? String(glyphs.glyph(rest)) : "")
  }

  /// Draws a bar into every row of `rect`.
  public static func draw(
    _ fraction: Double, into frame: inout Frame, in rect: Rect, _ style: Style = Style(),
    glyphs: BarGlyphs = .eighths
  ) {
    let text = text(fraction, width: rect.width, glyphs: glyphs)
    for y in rect.y..<rect.maxY {
      frame.write(text, x: rect.x, y: y, style, limit: rect.width)
    }
  }

  /// Draws a bar from zero to `value` into every row of `rect`, to the left below zero; `extent`
  /// is the magnitude that fills a side.
  ///
  /// Of blocks, both sides begin at one edge between two cells, where the axis is a thin line
  /// that a bar covers; in ASCII the axis has a cell of its own.
  public static func drawSigned(
    _ value: Double, extent: Double, into frame: inout Frame, in rect: Rect,
    positive: Style = Style(), negative: Style = Style(), axis: Style = Style(),
    glyphs: BarGlyphs = .eighths
  ) {
    for y in rect.y..<rect.maxY {
      let line = Rect(x: rect.x, y: y, width: rect.width, height: 1)
      drawLine(
        value, extent: extent, into: &frame, in: line, value < 0 ? negative : positive, axis,
        glyphs)
    }
  }

  private static func drawLine(
    _ value: Double, extent: Double, into frame: inout Frame, in rect: Rect, _ style: Style,
    _ axis: Style, _ glyphs: BarGlyphs
  ) {
    guard rect.width > 0 else { return }
    let axisWidth = glyphs == .eighths ? 0 : 1
    let side = (rect.width - axisWidth) / 2
    let zero = rect.x + side
    frame.overlay(glyphs.axis, x: zero, y: rect.y, axis)
    let parts = parts(abs(value) / extent, width: side, glyphs)
    let (whole, rest) = parts.quotientAndRemainder(dividingBy: glyphs.perCell)
    let isNegative = value < 0
    // Counted from the axis, 0 being next to it.
    func column(_ step: Int) -> Int { isNegative ? zero - 1 - step : zero + axisWidth + step }
    for step in 0..<whole { frame.overlay(glyphs.full, x: column(step), y: rect.y, style) }
    guard rest > 0 else { return }
    if isNegative && glyphs == .halves {
      frame.overlay("⢸", x: column(whole), y: rect.y, style)
    } else if isNegative {
      // There are no blocks that fill a cell from the right, but reversed ones do.
      var reversed = style
      reversed.attributes.formSymmetricDifference(.reverse)
      frame.overlay(glyphs.glyph(8 - rest), x: column(whole), y: rect.y, reversed)
    } else {
      frame.overlay(glyphs.glyph(rest), x: column(whole), y: rect.y, style)
    }
  }
}
