import TerminalCells

/// What the levels of a heatmap look like; the caller's theme decides.
public struct HeatmapPalette: Sendable {
  /// The style of a level: its colour is the background, and the foreground is what text on it
  /// takes.
  public var style: @Sendable (_ level: Int) -> Style
  /// The style of a level's sign and shade, where there are too few colours to tell levels apart
  /// or none at all; nil where the background alone does.
  public var shade: (@Sendable (_ level: Int) -> Style)?
  public var glyphs: Glyphs
  /// The style of the cell under the cursor, made from that of its level, whose colour it keeps.
  public var cursor: @Sendable (Style) -> Style

  public init(
    glyphs: Glyphs = .unicode, shade: (@Sendable (_ level: Int) -> Style)? = nil,
    cursor: @escaping @Sendable (Style) -> Style = HeatmapPalette.marked,
    style: @escaping @Sendable (_ level: Int) -> Style
  ) {
    self.style = style
    self.shade = shade
    self.glyphs = glyphs
    self.cursor = cursor
  }

  /// A colour keeps telling its level and the text on it is bold; without one the cell is reversed.
  public static let marked: @Sendable (Style) -> Style = { style in
    let change: Attributes = style.background == nil ? .reverse : .bold
    return Style(
      style.foreground, on: style.background, style.attributes.symmetricDifference(change))
  }

  /// The characters that stand for signs and magnitudes.
  public struct Glyphs: Sendable, Hashable {
    public var plus: Character
    public var minus: Character
    public var zero: Character
    public var plusMinus = "+-"
    /// From weak to strong.
    public var shades: [Character]
    /// What marks an entry that has only one cell, or a part of one.
    public var cursor: Character
    /// The upper half of a cell, for two pixels in one; nil where there is none.
    public var upperHalf: Character?

    public static let unicode = Glyphs(
      plus: "+", minus: "−", zero: "·", plusMinus: "±", shades: Array("░▒▓█"), cursor: "◆",
      upperHalf: "▀")
    /// One column wide on every terminal.
    public static let narrow = Glyphs(
      plus: "+", minus: "−", zero: ".", shades: Array("░⢕⣾⣿"), cursor: "@", upperHalf: nil)
    public static let ascii = Glyphs(
      plus: "+", minus: "-", zero: ".", shades: Array(":=%#"), cursor: "@", upperHalf: nil)

    func sign(_ level: Int) -> Character { level == 0 ? zero : level < 0 ? minus : plus }

    /// The shade of a level of a scale with `levels` on either side; blank for zero alone.
    func shade(_ level: Int, of levels: Int) -> Character {
      guard level != 0, !shades.isEmpty else { return " " }
      let magnitude = min(abs(level), levels)
      return shades[min(shades.count - 1, (magnitude - 1) * shades.count / max(1, levels))]
    }

  }

  /// Whether levels are told apart by shades, not by colours.
  public var isShaded: Bool { shade != nil || style(1).background == nil }

  /// How a level is written in `width` columns, in entries without numbers and in their key alike:
  /// its sign, and beside it its shade where there is no colour to tell how large it is.
  ///
  /// - Parameter hasSign: whether it has a sign of its own, see ``needsSign(_:after:)``.
  func mark(_ level: Int, of levels: Int, width: Int, hasSign: Bool = true) -> [Character] {
    guard width > 0 else { return [] }
    let rest = isShaded ? glyphs.shade(level, of: levels) : " "
    return [hasSign ? glyphs.sign(level) : rest]
      + [Character](repeating: rest, count: width - 1)
  }

  /// Whether a level has its sign written beside that of its neighbour to the left: among shades a sign
  /// holds until the next, as one in each entry would drown them. On colours each has its own.
  func needsSign(_ level: Int, after neighbour: Int?) -> Bool {
    guard isShaded, let neighbour, level != 0 else { return true }
    return level.signum() != neighbour.signum()
  }

  /// The style of a level where entries hold no number.
  func pixelStyle(_ level: Int) -> Style { shade?(level) ?? style(level) }
}
