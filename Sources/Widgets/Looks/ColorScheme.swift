import TerminalCells

/// A role's colours, nil for the terminal's own, by the background and the number of colours.
struct Shades {
  var dark: Color
  var light: Color
  var dark16: Color?
  var light16: Color?
  var dark8: Color?
  var light8: Color?
}

/// The colours of all roles that have one of their own.
struct ColorScheme {
  var quiet: Shades
  var warning: Shades
  var field: Shades
  var function: Shades
  var derivative: Shades
  var secondDerivative: Shades
  var cursor: Shades
  var tangent: Shades
  /// No colour of its own: every other is a curve's or a pin's, and its dashes and name tell it.
  var secant: Shades
  var pins: [Shades]
  var gridline: Shades

  /// Of 256 each colour reaches a contrast of 4.5 to black or white. The first 16 and 8 are what the
  /// terminal makes of them: those named here reach 3 with the usual palettes, which leaves out blue and
  /// most reds on black, and green, yellow and cyan on white.
  ///
  /// On light 16 have so few that are read well that f″ has a lighter blue than f, and the fourth pin a
  /// lighter red than the second; and eight do not have four more than the curves: there two pins each
  /// share one.
  static let usual = ColorScheme(
    quiet: Shades(dark: 245, light: 242),
    warning: Shades(dark: 215, light: 124, dark16: 9, light16: 1, dark8: 3, light8: 1),
    field: Shades(dark: 226, light: 161, dark16: 11, light16: 5, dark8: 3, light8: 5),
    function: Shades(dark: 51, light: 25, dark16: 14, light16: 4, dark8: 6, light8: 4),
    derivative: Shades(dark: 214, light: 130, dark16: 11, light16: 5, dark8: 3, light8: 1),
    secondDerivative: Shades(dark: 177, light: 92, dark16: 13, light16: 12, dark8: 7, light8: 5),
    cursor: Shades(dark: 226, light: 160, dark16: 15, dark8: 7),
    tangent: Shades(dark: 250, light: 240), secant: Shades(dark: 255, light: 16),
    pins: [
      Shades(dark: 210, light: 28, dark16: 10, dark8: 2),
      Shades(dark: 120, light: 125, dark16: 9, light16: 1, light8: 5),
      Shades(dark: 111, light: 237, dark16: 7, light16: 8, dark8: 2),
      Shades(dark: 229, light: 23, dark16: 3, light16: 9, light8: 5),
    ],
    gridline: Shades(dark: 238, light: 250, dark16: 8, light16: 7))

  /// For a projector, which takes from every contrast: of 256 each colour reaches 7, and of 16 and 8 those
  /// named here reach 4.5 with the usual palettes. Of 8 none does on black, where strokes and names alone
  /// tell curves apart.
  static let presenting = ColorScheme(
    quiet: Shades(dark: 252, light: 238),
    warning: Shades(dark: 215, light: 124, dark16: 11, light16: 1, light8: 1),
    field: Shades(dark: 226, light: 89, dark16: 11, light16: 5, light8: 5),
    function: Shades(dark: 51, light: 19, dark16: 14, light16: 4, light8: 4),
    derivative: Shades(dark: 214, light: 124, dark16: 11, light16: 1, light8: 1),
    secondDerivative: Shades(dark: 177, light: 90, dark16: 10, light16: 5, light8: 5),
    cursor: Shades(dark: 226, light: 16, dark16: 15, dark8: 7),
    tangent: Shades(dark: 252, light: 238), secant: Shades(dark: 255, light: 16),
    pins: [
      Shades(dark: 210, light: 22, dark16: 15),
      Shades(dark: 120, light: 125, dark16: 7, light16: 5, light8: 5),
      Shades(dark: 111, light: 237, dark16: 15),
      Shades(dark: 229, light: 23, dark16: 7, light16: 5, light8: 5),
    ],
    gridline: Shades(dark: 244, light: 246, dark16: 8, light16: 8))
}
