import NeuralFunctions
import TestSupport
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// Whole frames against pictures that were looked at.
@Suite struct ExplorerPictureTests {
  private func curves(
    _ id: String, _ script: String = "", width: Int = 80, height: Int = 24,
    markers: Appearance.Markers = .braille
  ) -> Frame {
    // A library of its own: what else the catalogue holds changes no picture.
    let entry = Catalogue.entry(named: id)!
    let screen = CurvesScreen(entry: entry, library: Library([entry]))
    return Workbench.forTests(
      Workbench.screens(curves: screen), width: width, height: height, markers: markers
    ).typing(script).view
  }

  @Test(arguments: Catalogue.entries.map(\.id))
  func everyCurveOfTheCatalogue(_ id: String) {
    expectPicture(curves(id), "\(id)-braille")
    expectPicture(curves(id, markers: .ascii), "\(id)-ascii")
  }

  @Test func aWideWindowShowsEveryPanel() {
    expectPicture(curves("elu", "gpsw", width: 120, height: 36), "elu-120x36")
  }

  @Test func aNarrowWindowKeepsThePlot() {
    expectPicture(curves("tanh", width: 40, height: 12), "tanh-40x12")
  }

  @Test func theListOfFunctions() {
    let ids = ["sigmoid", "tanh", "relu", "leaky-relu", "elu", "gelu", "sin", "bce", "mse"]
    let screen = CurvesScreen(library: Library(ids.map { Catalogue.entry(named: $0)! }))
    let app = Workbench.forTests(Workbench.screens(curves: screen), height: 36)
    expectPicture(app.typing("jj").view, "list")
    expectPicture(app.typing("/lu").view, "list-search")
  }

  @Test func theHelpPage() {
    expectPicture(Workbench.forTests(height: 64).typing("?").view, "help")
  }
}
