import TerminalCells

/// How each thing on screen looks, for one ``Appearance``.
///
/// Views name roles, never colours. Colour is never the only carrier of a meaning: each role
/// that matters also has its own dash, glyph, attribute or word.
public struct Theme: Sendable, Hashable {
  public let appearance: Appearance

  /// Ordinary text.
  public let text: Style
  /// The name of the thing shown, the selected tab.
  public let title: Style
  /// Frames, ticks, hints: there, but quiet.
  public let quiet: Style
  /// Keys on the hint line.
  public let key: Style
  /// The status sentence.
  public let status: Style
  /// A refusal.
  public let warning: Style
  /// The selected line of a list, the selected cell.
  public let selection: Style
  /// The field that is open for typing.
  public let field: Style

  /// The curve of f, of f′ and of f″.
  public let function: Style
  public let derivative: Style
  public let secondDerivative: Style
  /// The cursor and its markers, the tangent, the secant.
  public let cursor: Style
  public let tangent: Style
  public let secant: Style
  /// Four pinned curves.
  public let pins: [Style]
  /// Zero lines in a plot.
  public let gridline: Style

  public init(_ appearance: Appearance) {
    self.appearance = appearance
    let palette = Palette(appearance)
    text = Style()
    title = Style(nil, .bold)
    quiet = palette.style(Shades(dark: 245, light: 242), mono: .dim)
    // In the terminal's own colour: to be read even where the background was guessed wrong.
    key = Style(nil, .bold)
    status = Style()
    warning = palette.style(
      Shades(dark: 215, light: 124, dark16: 9, light16: 1, dark8: 3, light8: 1), .bold)
    selection = Style(nil, .reverse)
    field = palette.style(
      Shades(dark: 226, light: 161, dark16: 11, light16: 5, dark8: 3, light8: 5), .underline)
    // Bold blue is the lighter one in many terminals, which is that of f″.
    let hasLightBlue = appearance.colors == .sixteen && appearance.background == .light
    function = palette.style(
      Shades(dark: 51, light: 25, dark16: 14, light16: 4, dark8: 6, light8: 4),
      hasLightBlue ? [] : .bold)
    derivative = palette.style(
      Shades(dark: 214, light: 130, dark16: 11, light16: 5, dark8: 3, light8: 1))
    secondDerivative = palette.style(
      Shades(dark: 177, light: 92, dark16: 13, light16: 12, dark8: 7, light8: 5))
    cursor = palette.style(Shades(dark: 226, light: 160, dark16: 15, dark8: 7), .bold)
    tangent = palette.style(Shades(dark: 250, light: 240))
    // No colour of its own: every other is a curve's or a pin's, and its dashes and name tell it.
    secant = palette.style(Shades(dark: 255, light: 16))
    pins = Self.pins(palette)
    gridline = palette.style(Shades(dark: 238, light: 250, dark16: 8, light16: 7), mono: .dim)
  }

  /// Colours of their own. On light 16 have so few that are read well that f″ has a lighter blue than
  /// f, and the fourth pin a lighter red than the second; and eight do not have four more: there two
  /// pins each share one and differ by being bold.
  private static func pins(_ palette: Palette) -> [Style] {
    [
      palette.style(Shades(dark: 210, light: 28, dark16: 10, dark8: 2)),
      palette.style(Shades(dark: 120, light: 125, dark16: 9, light16: 1, light8: 5)),
      palette.style(
        Shades(dark: 111, light: 237, dark16: 7, light16: 8, dark8: 2), eight: .bold),
      palette.style(
        Shades(dark: 229, light: 23, dark16: 3, light16: 9, light8: 5), eight: .bold),
    ]
  }
}

extension Style {
  package init(_ foreground: Color?, _ attributes: Attributes) {
    self.init(foreground, on: nil, attributes)
  }
}

/// A role's colours, nil for the terminal's own, by the background and the number of colours.
///
/// Of 256 each reaches a contrast of 4.5 to black or white. The first 16 and 8 are what the terminal
/// makes of them: those named here reach 3 with the usual palettes, which leaves out blue and most
/// reds on black, and green, yellow and cyan on white.
private struct Shades {
  var dark: Color
  var light: Color
  var dark16: Color?
  var light16: Color?
  var dark8: Color?
  var light8: Color?
}

/// Chooses a colour by depth and background.
private struct Palette {
  let appearance: Appearance

  init(_ appearance: Appearance) { self.appearance = appearance }

  /// - Parameters:
  ///   - eight: attributes that tell more apart where there are 8 colours.
  ///   - mono: those that do where there is none; elsewhere dim text would be too faint.
  func style(
    _ shades: Shades, _ attributes: Attributes = [], eight: Attributes = [], mono: Attributes = []
  ) -> Style {
    let isDark = appearance.background == .dark
    return switch appearance.colors {
    case .palette, .direct: Style(isDark ? shades.dark : shades.light, attributes)
    case .sixteen: Style(isDark ? shades.dark16 : shades.light16, attributes)
    case .eight: Style(isDark ? shades.dark8 : shades.light8, attributes.union(eight))
    case .none: Style(nil, attributes.union(mono))
    }
  }
}
