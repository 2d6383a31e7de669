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
    let isPresenting = appearance.isPresenting
    let palette = Palette(appearance)
    let colors = isPresenting ? ColorScheme.presenting : .usual
    text = Style()
    title = Style(nil, .bold)
    // Nothing is faint that is to be read from afar.
    let faint: Attributes = isPresenting ? [] : .dim
    quiet = palette.style(colors.quiet, mono: faint)
    // In the terminal's own colour: to be read even where the background was guessed wrong.
    key = Style(nil, .bold)
    status = isPresenting ? Style(nil, [.bold, .reverse]) : Style()
    warning = palette.style(colors.warning, .bold)
    selection = Style(nil, .reverse)
    field = palette.style(colors.field, .underline)
    // Bold blue is the lighter one in many terminals, which is that of f″.
    let hasLightBlue = appearance.colors == .sixteen && appearance.background == .light
    function = palette.style(colors.function, hasLightBlue ? [] : .bold)
    derivative = palette.style(colors.derivative)
    secondDerivative = palette.style(colors.secondDerivative)
    cursor = palette.style(colors.cursor, .bold)
    tangent = palette.style(colors.tangent)
    secant = palette.style(colors.secant)
    // Where two share a colour they differ by being bold.
    let few: Attributes = isPresenting && appearance.colors == .sixteen ? .bold : []
    pins = colors.pins.enumerated().map { index, shades in
      index < 2 ? palette.style(shades) : palette.style(shades, few, eight: .bold)
    }
    gridline = palette.style(colors.gridline, mono: faint)
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
