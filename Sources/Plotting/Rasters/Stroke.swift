import TerminalCells

/// How a curve is drawn.
public struct Stroke: Sendable, Hashable {
  public enum Weight: Sendable, Hashable {
    /// As thin as can be: one dot, and where dots are blocks as large as a curve's own, characters.
    case hair
    /// One dot thick.
    case fine
    /// Two dots thick where dots are small.
    case strong
    /// About as thick as a cell is high, to be seen from afar.
    case heavy
  }

  public var style: Style
  public var weight: Weight
  public var dash: Dash
  /// What an ASCII plot draws the curve with, an ASCII character; nil for the usual: `#` for a heavy
  /// line, `*` for a strong one, and for a fine one those that tell where in its row and how steeply it runs.
  public var asciiGlyph: Character?
  /// Whether blocks take the place of fine dots, so that it has no gaps.
  public var isSolid: Bool

  public init(
    _ style: Style = Style(), weight: Weight = .fine, dash: Dash = .solid,
    asciiGlyph: Character? = nil, isSolid: Bool = false
  ) {
    self.style = style
    self.weight = weight
    self.dash = dash
    self.asciiGlyph = asciiGlyph
    self.isSolid = isSolid
  }
}

/// Dashes, measured along the curve, so that curves can be told apart without colour.
///
/// By length on the screen rather than by columns: a steep part is then dashed as a flat one is.
public enum Dash: Sendable, Hashable, CaseIterable {
  case solid, dashed, dotted, dashDotted, longDashed, shortDashed, dashDotDotted

  /// The lengths of dashes and gaps in turn, in widths of a cell; none for a line without gaps.
  var lengths: [Double] {
    switch self {
    case .solid: []
    case .dashed: [3, 1.5]
    case .dotted: [0.5, 1.5]
    case .dashDotted: [4, 1.5, 0.5, 1.5]
    case .longDashed: [7, 2]
    case .shortDashed: [1, 1]
    case .dashDotDotted: [4, 1, 0.5, 1, 0.5, 1]
    }
  }
}
