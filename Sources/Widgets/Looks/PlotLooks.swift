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
  public var chrome: Chrome { isASCII ? .ascii : isNarrow ? .narrow : .unicode }

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
