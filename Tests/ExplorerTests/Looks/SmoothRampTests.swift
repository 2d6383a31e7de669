import Plotting
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// What the heatmap's ramp promises, computed.
@Suite(.serialized) struct SmoothRampTests {
  private static let backgrounds = Appearance.Background.allCases

  /// The largest step of a side over the smallest.
  private func unevenness(_ side: [Color]) -> Double {
    let places = side.map { LinearColor($0).okLab }
    let steps = zip(places, places.dropFirst()).map { from, to in
      zip(from, to).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
    }
    return steps.max()! / steps.min()!
  }

  @Test(arguments: backgrounds)
  func stepsAreEvenAndThereAreMany(background: Appearance.Background) {
    let ramp = SmoothRamp.ramp(on: background)
    #expect(ramp.levels >= 32 && ramp.above.count == ramp.below.count)
    for side in [ramp.below, ramp.above] { #expect(unevenness(side) <= 1.5) }
  }

  @Test(arguments: backgrounds)
  func moreStepsWouldNotBeEven(background: Appearance.Background) {
    let levels = SmoothRamp.ramp(on: background).levels
    for more in (levels + 1)...(levels + 40) {
      let finer = SmoothRamp.ramp(on: background, levels: more)
      #expect(max(unevenness(finer.below), unevenness(finer.above)) > 1.5, "\(more)")
    }
  }

  @Test(arguments: backgrounds)
  func bothSignsAreEquallyLightAndEverStronger(background: Appearance.Background) {
    let ramp = SmoothRamp.ramp(on: background)
    let lightness = [ramp.below, ramp.above].map { $0.map { LinearColor($0).cieLab[0] } }
    for (below, above) in zip(lightness[0], lightness[1]) { #expect(abs(below - above) <= 2) }
    for side in lightness {
      let isOrdered = zip(side, side.dropFirst()).allSatisfy {
        background == .dark ? $0 < $1 : $0 > $1
      }
      #expect(isOrdered)
    }
  }

  @Test(arguments: backgrounds)
  func signsKeepApartWhateverConesAreMissing(background: Appearance.Background) {
    let ramp = SmoothRamp.ramp(on: background)
    for level in [ramp.levels / 2 - 1, ramp.levels - 1] {
      let colors = [ramp.below[level], ramp.above[level]].map { LinearColor($0) }
      for deficiency in LinearColor.Deficiency.allCases {
        let seen = colors.map { $0.seen(with: deficiency).cieLab }
        #expect(colorDifference(seen[0], seen[1]) >= 20, "\(deficiency) at \(level)")
      }
    }
  }

  @Test func differencesAreThoseOfThePublishedData() {
    // Of the data that Sharma, Wu and Dalal publish to test by.
    let pairs: [([Double], [Double], Double)] = [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425),
      ([50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195),
      ([50, 2.5, 0], [61, -5, 29], 22.8977),
      ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
      ([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373),
      ([2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082),
    ]
    for (first, second, difference) in pairs {
      #expect(abs(colorDifference(first, second) - difference) < 5e-5)
    }
  }

  @Test func eachLevelHasAColourOfItsOwnAndTextThatIsRead() {
    for background in Self.backgrounds {
      let theme = Theme(Appearance(colors: .direct, background: background))
      let last = theme.heatmapLevels
      let styles = (-last...last).map { theme.heatmapPalette.style($0) }
      #expect(Set(styles.compactMap(\.background)).count == 2 * last + 1)
      for style in styles {
        let lights = [style.foreground!, style.background!].map(\.relativeLuminance).sorted()
        // The least that WCAG 2 asks of large text, and of graphics.
        #expect((lights[1] + 0.05) / (lights[0] + 0.05) >= 3)
      }
    }
  }

  @Test func theColorBarShowsTheRamp() {
    let theme = Theme(Appearance(colors: .direct))
    let scale = DivergingScale(extent: 1, levels: theme.heatmapLevels)
    var frame = Frame(Size(width: 120, height: 2))
    ColorBar(scale: scale, palette: theme.heatmapPalette).draw(into: &frame, in: frame.bounds)
    let shown = (0..<frame.size.width).compactMap { frame[$0, 0].style.background }
    let ramp = SmoothRamp.ramp(on: .dark)
    #expect(shown == ramp.below.reversed() + [ramp.zero] + ramp.above)
  }
}
