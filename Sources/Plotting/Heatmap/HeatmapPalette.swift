import TerminalCells

/// What the levels of a heatmap look like; the caller's theme decides.
public struct HeatmapPalette: Sendable {
  /// The style of a level: its colour is the background, and the foreground is what text on it
  /// takes. Without backgrounds the heatmap is shaded with characters.
  public var style: @Sendable (_ level: Int) -> Style
  public var glyphs: Glyphs
  /// The style of the cell under the cursor, made from that of its level.
  public var cursor: @Sendable (Style) -> Style

  public init(
    glyphs: Glyphs = .unicode,
    cursor: @escaping @Sendable (Style) -> Style = {
      Style($0.foreground, on: $0.background, $0.attributes.symmetricDifference(.reverse))
    },
    style: @escaping @Sendable (_ level: Int) -> Style
  ) {
    self.style = style
    self.glyphs = glyphs
    self.cursor = cursor
  }

  /// The characters that stand for signs and magnitudes.
  public struct Glyphs: Sendable, Hashable {
    public var plus: Character
    public var minus: Character
    public var zero: Character
    /// From weak to strong.
    public var shades: [Character]
    /// What stands for negative values where there is no room for a sign beside the shade.
    public var negativeShades: [Character]
    /// The upper half of a cell, for two pixels in one; nil where there is none.
    public var upperHalf: Character?

    public static let unicode = Glyphs(
      plus: "+", minus: "−", zero: "·", shades: Array("░▒▓█"), negativeShades: Array("-=≡"),
      upperHalf: "▀")
    public static let ascii = Glyphs(
      plus: "+", minus: "-", zero: ".", shades: Array(":+*#"), negativeShades: Array("-=%"),
      upperHalf: nil)

    func sign(_ level: Int) -> Character { level == 0 ? zero : level < 0 ? minus : plus }

    /// The shade of a level of a scale with `levels` on either side.
    func shade(_ level: Int, of levels: Int, signed: Bool) -> Character {
      if level == 0 { return signed ? zero : " " }
      let row = signed && level < 0 ? negativeShades : shades
      guard !row.isEmpty else { return sign(level) }
      let magnitude = min(abs(level), levels)
      return row[min(row.count - 1, (magnitude - 1) * row.count / max(1, levels))]
    }
  }

  /// Whether the levels have colours of their own.
  func hasColor(_ scale: DivergingScale) -> Bool { style(scale.levels).background != nil }
}
