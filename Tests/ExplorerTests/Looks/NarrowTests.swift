import NeuralFunctions
import Plotting
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// Nothing that may be two columns wide is drawn where that is asked for.
@Suite struct NarrowTests {
  private func appearance(
    _ markers: Appearance.Markers = .braille, _ colors: Appearance.ColorDepth = .palette
  ) -> Appearance {
    var appearance = Appearance(colors: colors, markers: markers)
    appearance.isNarrow = true
    return appearance
  }

  private func ambiguous(_ frame: Frame) -> Set<Character> {
    Set(frame.cells.filter(AmbiguousWidth.contains).map(\.character))
  }

  private func frames(
    _ appearance: Appearance, keys: String, selected: Int = 0, width: Int = 120, height: Int = 40
  ) -> [Frame] {
    var app = Workbench(
      appearance: appearance, size: Size(width: width, height: height),
      screens: Workbench.screens(), selected: selected)
    var frames = [app.view]
    for key in keys {
      app.type(String(key))
      frames.append(app.view)
    }
    return frames
  }

  @Test(arguments: Appearance.Markers.allCases, [Appearance.ColorDepth.none, .direct])
  func noScreenShowsThem(markers: Appearance.Markers, colors: Appearance.ColorDepth) {
    for selected in 0...1 {
      for (width, height) in [(110, 36), (40, 12)] {
        let keys = "??dtnpgomvsfzZwxhi:"
        let frames = frames(
          appearance(markers, colors), keys: keys, selected: selected, width: width,
          height: height)
        for (index, frame) in frames.enumerated() {
          #expect(ambiguous(frame) == [], "screen \(selected), \(width), after \(index) keys")
        }
      }
    }
  }

  @Test func everyFunctionIsDrawnWithoutThem() {
    for entry in Catalogue.entries {
      let app = Workbench(
        appearance: appearance(), size: Size(width: 120, height: 40),
        screens: Workbench.screens(curves: CurvesScreen(entry: entry)))
      #expect(ambiguous(app.view) == [], "\(entry.id)")
    }
  }

  @Test func printedPlotsHoldNone() throws {
    let picture = PlotPicture(try #require(Catalogue.entries.first))
    #expect(ambiguous(picture.frame(Size(width: 80, height: 24), appearance: appearance())) == [])
  }

  /// A question mark would be no replacement.
  @Test func eachThatIsDrawnHasAReplacementOfItsOwn() {
    for selected in 0...1 {
      let shown = Set(
        frames(Appearance(), keys: "??dtngovs", selected: selected)
          .flatMap { ambiguous($0) })
      #expect(shown.count > 10)
      for character in shown {
        #expect(NarrowText.sign(character) != "?", "\(character)")
        #expect(!AmbiguousWidth.contains(NarrowText.sign(character).unicodeScalars.first!))
      }
    }
  }

  @Test func whatIsNarrowStays() throws {
    let curves = frames(appearance(), keys: "")[0]
    let text = curves.cells.map(\.character)
    #expect(text.contains("−") && text.contains { ("⠁"..."⣿").contains($0) })
    #expect(NarrowText.spelled("σ′(−1) ≤ x₀, pᵢ") == "s'(−1) <= x0, pᵢ")
    // Of some of them only some are ambiguous.
    #expect(NarrowText.spelled("x₀ x₁ x₅ a² a⁵") == "x0 x1 x5 a^2 a^5")
  }

  @Test func barsAreOfDots() {
    #expect(Bar.text(0.5, width: 4, glyphs: .halves) == "⣿⣿")
    #expect(Bar.text(0.625, width: 4, glyphs: .halves) == "⣿⣿⡇")
    #expect(Bar.text(0.001, width: 4, glyphs: .halves) == "⡇")
    var frame = Frame(Size(width: 9, height: 1))
    Bar.drawSigned(
      -0.625, extent: 1, into: &frame, in: frame.bounds, positive: Style(), negative: Style(),
      axis: Style(), glyphs: .halves)
    #expect(frame.picture == " ⢸⣿⣿|")
  }
}
