import NeuralFunctions
import Plotting

@testable import Explorer

/// States with window and cursor wherever a test puts them.
extension CurvesModel {
  init(_ entry: CatalogueEntry?, settings: FunctionSettings = FunctionSettings()) {
    self.init(CurvesState(entry ?? Library().first, settings: settings), showsAsAsked: true)
  }

  private mutating func edit(_ edit: (inout CurvesState) -> Void) {
    var state = self.state
    edit(&state)
    self = CurvesModel(state, library: library, showsAsAsked: true)
  }

  mutating func placeCursor(at x: Double, snapping: Bool = true) {
    let place = snapping ? shape.nearestPlace(to: x, seenIn: xRange) : x
    edit { $0.at = place }
  }

  mutating func setWindow(x: AxisRange) { edit { $0.x = x } }
}
