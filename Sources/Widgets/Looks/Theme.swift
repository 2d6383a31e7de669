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
    quiet = palette.style(dark: 245, light: 242, eight: nil, .dim)
    // In the terminal's own colour: to be read even where the background was guessed wrong.
    key = Style(nil, .bold)
    status = Style()
    warning = palette.style(dark: 215, light: 124, eight: 1, .bold)
    selection = Style(nil, .reverse)
    field = palette.style(dark: 226, light: 161, eight: 3, .underline)
    function = palette.style(dark: 51, light: 25, eight: 6, .bold)
    derivative = palette.style(dark: 214, light: 130, eight: 3)
    secondDerivative = palette.style(dark: 177, light: 90, eight: 5)
    cursor = palette.style(dark: 226, light: 161, eight: 7, .bold)
    tangent = palette.style(dark: 250, light: 240, eight: 7)
    // No colour of its own: every other is a curve's or a pin's, and its dots and name tell it.
    secant = palette.style(dark: 255, light: 16, eight: nil)
    pins = [
      palette.style(dark: 210, light: 124, eight: 1),
      palette.style(dark: 120, light: 28, eight: 2),
      palette.style(dark: 111, light: 19, eight: 4),
      palette.style(dark: 229, light: 94, eight: 7),
    ]
    gridline = palette.style(dark: 238, light: 250, eight: nil, .dim)
  }
}

extension Style {
  package init(_ foreground: Color?, _ attributes: Attributes) {
    self.init(foreground, on: nil, attributes)
  }
}

/// Chooses a colour by depth and background.
private struct Palette {
  let appearance: Appearance

  init(_ appearance: Appearance) { self.appearance = appearance }

  /// Without colour, and where eight colours have none to give, the attributes must do.
  func style(dark: Color, light: Color, eight: Color?, _ attributes: Attributes = []) -> Style {
    switch appearance.colors {
    case .palette, .direct:
      let foreground = appearance.background == .dark ? dark : light
      return Style(foreground, attributes.subtracting(.dim))
    case .eight, .sixteen: return Style(legible(eight), attributes)
    case .none: return Style(nil, attributes)
    }
  }

  /// White on a white background would vanish: the terminal's own foreground does not.
  private func legible(_ color: Color?) -> Color? {
    guard appearance.background == .light, let color else { return color }
    switch color.index {
    case 7: return nil
    case 3: return appearance.colors == .sixteen ? 3 : 1
    case 6: return 4
    default: return color
    }
  }
}
