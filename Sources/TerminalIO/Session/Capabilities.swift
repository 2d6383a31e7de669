import TerminalCells

extension ColorDepth {
  /// The depth of a terminal with `count` colours in its terminfo entry.
  init(colors count: Int, isDirect: Bool) {
    switch count {
    case _ where isDirect && count > 256: self = .direct
    case ..<8: self = .none
    case 8..<16: self = .eight
    case 16..<256: self = .sixteen
    default: self = .twoHundredFiftySix
    }
  }
}

/// What this terminal, in this locale and as the user asked, can show.
public struct Capabilities: Sendable, Hashable {
  public var colorDepth: ColorDepth
  /// Whether characters outside ASCII can be shown at all.
  public var isUTF8: Bool
  /// Whether Braille patterns can be shown: the Linux console's fonts have none.
  public var hasBraille: Bool
  /// Whether the background is light, where the environment tells (`COLORFGBG`).
  public var hasLightBackground: Bool?

  public init(
    colorDepth: ColorDepth, isUTF8: Bool, hasBraille: Bool, hasLightBackground: Bool? = nil
  ) {
    self.colorDepth = colorDepth
    self.isUTF8 = isUTF8
    self.hasBraille = hasBraille
    self.hasLightBackground = hasLightBackground
  }

  /// Reads `COLORFGBG`, which is "foreground;background" or "foreground;other;background".
  static func lightBackground(colorFGBG: String?) -> Bool? {
    guard let last = colorFGBG?.split(separator: ";").last, let index = Int(last) else {
      return nil
    }
    // White, and the bright colours but for bright black, are light.
    return switch index {
    case 7, 9...15: true
    case 0...6, 8: false
    default: nil
    }
  }
}
