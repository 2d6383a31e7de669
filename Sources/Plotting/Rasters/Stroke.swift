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

/// Dashes, measured along the curve, so that curves can be told apart without colour.
public enum Dash: Sendable, Hashable, CaseIterable {
  case solid, dashed, dotted, sparse

  /// The length drawn and the length of a whole period, in dots; nil for a line without gaps.
  func pattern(for markers: MarkerSet) -> (drawn: Double, period: Double)? {
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
