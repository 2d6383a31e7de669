import TerminalCells

/// How a curve is drawn.
public struct Stroke: Sendable, Hashable {
  public var style: Style
  public var dash: Dash
  /// What an ASCII plot draws the curve with, an ASCII character; nil for those that follow the
  /// slope.
  public var asciiGlyph: Character?

  public init(_ style: Style = Style(), dash: Dash = .solid, asciiGlyph: Character? = nil) {
    self.style = style
    self.dash = dash
    self.asciiGlyph = asciiGlyph
  }
}

/// Dashes, counted along the curve, so that curves can be told apart without colour.
public enum Dash: Sendable, Hashable, CaseIterable {
  case solid, dashed, dotted, sparse

  /// How many dots are drawn of how many in a whole period; nil for a line without gaps.
  func pattern(for markers: MarkerSet) -> (drawn: Int, period: Int)? {
    switch (self, markers) {
    case (.solid, _): nil
    case (.dashed, .braille): (4, 8)
    case (.dotted, .braille): (1, 3)
    case (.sparse, .braille): (1, 5)
    case (.dashed, .ascii): (2, 3)
    case (.dotted, .ascii): (1, 2)
    case (.dashed, _): (3, 5)
    case (.dotted, _): (1, 2)
    case (.sparse, _): (1, 3)
    }
  }
}
