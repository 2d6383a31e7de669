import NeuralFunctions
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// The plot without its screen.
@Suite struct PlotPictureTests {
  private func entry(_ id: String) -> CatalogueEntry { Catalogue.entry(named: id)! }

  private func picture(
    _ picture: PlotPicture, width: Int = 80, height: Int = 24,
    markers: Appearance.Markers = .braille
  ) -> Frame {
    picture.frame(
      Size(width: width, height: height), appearance: Appearance(colors: .none, markers: markers))
  }

  /// A window without room for panels at the side shows the plot alone.
  @Test(arguments: Catalogue.entries.map(\.id), [Appearance.Markers.braille, .ascii])
  func isThePlotOfTheScreenWithoutTheCursor(_ id: String, markers: Appearance.Markers) {
    let app = Workbench.forTests(
      Workbench.screens(curves: CurvesScreen(entry: entry(id))), width: 60, markers: markers
    ).typing("t")
    let alone = picture(
      PlotPicture(entry(id)), width: 60, height: app.body.height, markers: markers)
    let layout = CurvesLayout(
      body: app.body, model: app.curves, chrome: markers == .ascii ? .ascii : .unicode)
    let cursor = layout.plot.projection.column(of: app.curves.cursor)
    let screen = app.view
    for y in 0..<alone.size.height {
      // The cursor's marks are wider than its line.
      for x in 0..<60 where abs(x - (cursor ?? 0)) > 2 {
        let cells = (alone[x, y], screen[x, y + app.body.y])
        // Names step aside for the cursor.
        let isName = [cells.0, cells.1].contains {
          $0.character.isLetter || "′'₀₁₂₆()[]0123456789 ".contains($0.character)
        }
        #expect(isName || cells.0 == cells.1, "\(x), \(y)")
      }
    }
  }

  @Test func saysWhatTheLettersOfTheFormulaStandFor() {
    let settings = FunctionSettings(parameters: ["gamma": 3], target: 0)
    let focal = picture(PlotPicture(entry("focal"), settings: settings))
    #expect(focal.text(row: 0).contains("focal loss  y = 0, γ = 3, α = 0.25"))
    #expect(focal.text(row: 1).contains("L(z) = −αₜ(1 − pₜ)^γ log pₜ, pₜ ="))
    let ascii = picture(PlotPicture(entry("elu")), markers: .ascii)
    #expect(ascii.text(row: 0).contains("ELU  alpha = 1  elu(x) ="))
    #expect(picture(PlotPicture(entry("relu"))).text(row: 0).contains("ReLU  r(x) ="))
  }

  @Test func drawsAsManyDerivativesAsAskedFor() {
    let legends = (0...2).map {
      picture(PlotPicture(entry("tanh"), derivatives: $0)).text(row: 0)
    }
    #expect(legends[0].contains("tanh") && !legends[0].contains("tanh′"))
    #expect(legends[1].contains("tanh′") && !legends[1].contains("tanh″"))
    #expect(legends[2].contains("tanh″"))
  }

  @Test func showsTheWindowAskedFor() {
    let frame = picture(PlotPicture(entry("tanh"), x: 10...11, y: 0...2))
    let labels = frame.text(row: frame.size.height - 1)
    #expect(labels.contains("10.0") && labels.contains("11.0"), "\(labels)")
    #expect((1..<23).contains { frame.text(row: $0).contains("2.0┤") })
    // Without a range of its own y follows the curves in the window, not in another.
    let fitted = picture(PlotPicture(entry("exponential"), x: -10 ... -8))
    #expect(!(1..<23).contains { fitted.text(row: $0).contains(" 1┤") }, "\(fitted.picture)")
  }

  @Test func comparesWithOthers() {
    let frame = picture(PlotPicture(entry("gelu"), companions: [entry("silu"), entry("relu")]))
    #expect(frame.text(row: 1).contains("1 SiLU   2 ReLU"))
    #expect((2..<22).contains { frame.text(row: $0).contains("1") })
  }

  @Test func aCursorBringsItsMarkersAndTheTangent() {
    let plain = picture(PlotPicture(entry("tanh")))
    let marked = picture(PlotPicture(entry("tanh"), cursor: 1))
    let style = Theme(Appearance(colors: .none)).cursor
    func marks(_ frame: Frame) -> Int {
      frame.cells.filter { $0.style == style && "▀■▄".contains($0.character) }.count
    }
    #expect(!plain.picture.contains("┊") && !plain.picture.contains("tangent"))
    #expect(marked.picture.contains("┊") && marks(marked) == 2 && marks(plain) == 0)
    #expect(marked.text(row: 0).contains("tangent"))
    let screen = Workbench.forTests(
      Workbench.screens(curves: CurvesScreen(entry: entry("tanh"))), width: 60)
    let alone = picture(
      PlotPicture(entry("tanh"), cursor: screen.curves.cursor), width: 60,
      height: screen.body.height)
    for y in 0..<alone.size.height {
      #expect(alone.text(row: y) == screen.view.text(row: y + screen.body.y))
    }
  }

  @Test func healthIsAStripBelowTheCurves() {
    let frame = picture(PlotPicture(entry("relu6"), showsHealth: true))
    #expect((frame.text(row: 0) + frame.text(row: 1)).contains("dead"))
    #expect(frame.text(row: 21).contains("××××"), "\(frame.picture)")
  }

  @Test func everySizeFromTheSmallestShowsACurve() {
    for size in [PlotPicture.smallest, Size(width: 20, height: 100), Size(width: 300, height: 6)] {
      for entry in Catalogue.entries {
        let frame = picture(PlotPicture(entry), width: size.width, height: size.height)
        let isDrawn = frame.cells.contains { ("\u{2801}"..."\u{28FF}").contains($0.character) }
        #expect(isDrawn, "\(entry.id) at \(size)\n\(frame.picture)")
      }
    }
  }
}
