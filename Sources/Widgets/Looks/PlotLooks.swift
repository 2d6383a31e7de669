import Plotting

extension Theme {
  public var plotStyles: PlotArea.Styles {
    PlotArea.Styles(axis: quiet, label: quiet, zero: gridline)
  }
}

extension Painter {
  public var chrome: Chrome { theme.appearance.chrome }

  public var markerSet: MarkerSet { theme.appearance.markerSet }
}

extension Appearance {
  public var chrome: Chrome {
    var chrome: Chrome = isASCII ? .ascii : isNarrow ? .narrow : .unicode
    // Among blocks a square is told from the curve by its colour alone, and those of narrow terminals
    // are made of dots.
    if markers != .braille && (colors == .none || isNarrow) { chrome.squares = nil }
    return chrome
  }

  public var markerSet: MarkerSet {
    switch markers {
    case .braille: .braille
    case .sextants: .sextants
    case .blocks: .quadrants
    case .halfBlocks: .halfBlocks
    case .ascii: .ascii
    }
  }
}
