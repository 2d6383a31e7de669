import NeuralFunctions
import Plotting
import TerminalCells

/// What stays as it is while only the cursor moves: axes, curves, health, the list's miniatures.
final class CurvesMemory: Sendable {
  struct PlotKey: Hashable {
    var area: PlotArea
    var rect: Rect
  }

  struct SheetKey: Hashable {
    var view: CurvesModel.View
    var derivatives: CurvesModel.Derivatives
    var area: Rect
    var appearance: Appearance
  }

  struct HealthKey: Hashable {
    var view: CurvesModel.View
    var saturation: Double
  }

  struct MiniatureKey: Hashable {
    var entry: Int
    var width: Int
    var markers: MarkerSet
  }

  let plots = Memo<PlotKey, PlotLayout>()
  let sheets = Memo<SheetKey, CurveSheet>()
  let healthSentences = Memo<HealthKey, String>()
  let miniatures = Memo<MiniatureKey, String>(capacity: 256)
}
