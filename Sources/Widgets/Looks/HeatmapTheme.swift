import Plotting
import TerminalCells

extension Theme {
  /// How many levels the heatmap's colours tell apart on either side of zero.
  public var heatmapLevels: Int {
    switch appearance.colors {
    case .direct where appearance.isPresenting: 9
    case .direct: SmoothRamp.ramp(on: appearance.background).levels
    case .palette: 9
    // As many as there are shades.
    case .sixteen, .eight, .none: 4
    }
  }

  /// Blue below zero, orange above: told apart with any of the common colour-vision deficiencies.
  ///
  /// Signs stand beside the colours; where colours are too few, shades say how large an entry is.
  public var heatmapPalette: HeatmapPalette {
    let colors = HeatmapColors(appearance)
    // Once for each level, not for each cell.
    let last = heatmapLevels
    let styles = (-last...last).map { level in
      guard let background = colors.background(level) else { return Style() }
      return Style(colors.foreground(on: background), on: background)
    }
    let hasRamp = appearance.colors >= .palette
    let shades = (-last...last).map { Style(colors.shade($0)) }
    let shade: @Sendable (Int) -> Style = { shades[min(max($0, -last), last) + last] }
    return HeatmapPalette(
      glyphs: appearance.isASCII ? .ascii : appearance.isNarrow ? .narrow : .unicode,
      shade: hasRamp ? nil : shade
    ) { level in
      styles[min(max(level, -last), last) + last]
    }
  }
}

/// The colours of the levels.
private struct HeatmapColors: Sendable {
  private let appearance: Appearance

  init(_ appearance: Appearance) { self.appearance = appearance }

  // Ever lighter on a dark background and ever darker on a light one, so that order is seen as order.
  private static let darkBelow: [Color] = [18, 19, 25, 26, 32, 33, 39, 45, 51]
  private static let darkAbove: [Color] = [58, 94, 130, 166, 172, 208, 214, 220, 226]
  private static let lightBelow: [Color] = [153, 117, 75, 33, 26, 25, 19, 18, 17]
  private static let lightAbove: [Color] = [223, 216, 215, 209, 208, 172, 166, 130, 94]

  // Those among them on which black or white reaches a contrast of 7.
  private static let presentedDarkBelow: [Color] = [17, 18, 19, 20, 24, 38, 39, 45, 51]
  private static let presentedDarkAbove: [Color] = [52, 88, 124, 172, 208, 214, 220, 226, 229]
  private static let presentedLightBelow: [Color] = [195, 153, 117, 75, 39, 24, 19, 18, 17]
  private static let presentedLightAbove: [Color] = [223, 216, 215, 209, 208, 172, 124, 88, 52]

  func background(_ level: Int) -> Color? {
    if appearance.isPresenting { return presentedBackground(level) }
    let place = level.magnitude
    switch appearance.colors {
    case .none: return nil
    case .eight: return level == 0 ? nil : level < 0 ? 4 : 3
    case .sixteen:
      if level == 0 { return nil }
      return place <= 2 ? (level < 0 ? 4 : 3) : (level < 0 ? 12 : 11)
    case .direct:
      let ramp = SmoothRamp.ramp(on: appearance.background)
      if level == 0 { return ramp.zero }
      return (level < 0 ? ramp.below : ramp.above)[min(Int(place), ramp.levels) - 1]
    case .palette:
      let isDark = appearance.background == .dark
      if level == 0 { return isDark ? 236 : 254 }
      let below = isDark ? Self.darkBelow : Self.lightBelow
      let above = isDark ? Self.darkAbove : Self.lightAbove
      return (level < 0 ? below : above)[min(Int(place), below.count) - 1]
    }
  }

  /// Of 16 and 8 colours none is sure to be read on, nor to be told from the background: signs and shades
  /// do without.
  private func presentedBackground(_ level: Int) -> Color? {
    guard appearance.colors >= .palette else { return nil }
    let isDark = appearance.background == .dark
    if level == 0 { return isDark ? 236 : 254 }
    let below = isDark ? Self.presentedDarkBelow : Self.presentedLightBelow
    let above = isDark ? Self.presentedDarkAbove : Self.presentedLightAbove
    return (level < 0 ? below : above)[min(Int(level.magnitude), below.count) - 1]
  }

  /// The colour of a sign and its shade on the terminal's own background: dark blue on black and
  /// yellow on white would hardly be seen.
  func shade(_ level: Int) -> Color? {
    guard level != 0, !appearance.isPresenting else { return nil }
    switch (appearance.colors, appearance.background) {
    case (.none, _): return nil
    case (.sixteen, .dark): return level < 0 ? 12 : 11
    case (_, .dark): return level < 0 ? 6 : 3
    case (_, .light): return level < 0 ? 4 : 1
    }
  }

  /// Black or white, whichever contrasts more.
  func foreground(on background: Color) -> Color {
    if let index = background.index, index < 16 { return [3, 11, 12].contains(index) ? 0 : 7 }
    // The contrasts with black and with white are equal at a luminance of 0.179 (WCAG 2).
    return background.relativeLuminance > 0.179 ? 16 : 231
  }
}

extension Color {
  /// The relative luminance (WCAG 2) of a colour of the 6 × 6 × 6 cube or the grey ramp, or of one that
  /// is known by its components.
  package var relativeLuminance: Double {
    guard let channels else { return 0 }
    // The square stands in for the exact transfer curve: the choice of black or white is the same.
    let linear = channels.map { (Double($0) / 255) * (Double($0) / 255) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// Red, green and blue; nil where they are the terminal's own.
  private var channels: [Int]? {
    if let (red, green, blue) = components { return [Int(red), Int(green), Int(blue)] }
    guard let index, index >= 16 else { return nil }
    if index >= 232 { return Array(repeating: 8 + 10 * (Int(index) - 232), count: 3) }
    let steps = [0, 95, 135, 175, 215, 255]
    let cube = Int(index) - 16
    return [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]]
  }
}
