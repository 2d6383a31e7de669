import NeuralFunctions
import Plotting
import TerminalCells

/// What stays as it is while only the cursor moves: axes, curves, health, the list's miniatures.
final class CurvesMemory: Sendable {
  struct PlotKey: Equatable {
    var area: PlotArea
    var rect: Rect
  }

  struct SheetKey: Equatable {
    var view: CurvesModel.View
    var derivatives: CurvesModel.Derivatives
    var area: Rect
    var appearance: Appearance
  }

  struct HealthKey: Equatable {
    var view: CurvesModel.View
    var saturation: Double
  }

  struct WhyKey: Equatable {
    var view: CurvesModel.View
    var x: UInt64
    var width: Int
    var isASCII: Bool
  }

  struct MiniatureKey: Hashable {
    var entry: Int
    var width: Int
    var markers: MarkerSet
  }

  let plot = LastValue<PlotKey, PlotLayout>()
  let sheet = LastValue<SheetKey, CurveSheet>()
  let healthSentence = LastValue<HealthKey, String>()
  let why = LastValue<WhyKey, [String]>()
  let miniatures = Memo<MiniatureKey, String>(capacity: 256)
}
