import NeuralFunctions
import Plotting
import TerminalCells

/// What stays as it is while only the cursor moves, and what is asked for again at the same place.
final class CurvesMemory: Sendable {
  struct PlotKey: Equatable {
    var area: PlotArea
    var rect: Rect
  }

  struct HeaderKey: Equatable {
    var view: CurvesModel.View
    var derivatives: CurvesModel.Derivatives
    var showsTangent: Bool
    var showsHealth: Bool
    var secant: Secant?
    var isASCII: Bool
    var namesPins: Bool
  }

  struct HeaderWidths {
    var title: Int
    var legend: Int
  }

  struct SheetKey: Equatable {
    var view: CurvesModel.View
    var derivatives: CurvesModel.Derivatives
    var area: Rect
    var appearance: Appearance
  }

  struct OverflowKey: Equatable {
    var view: CurvesModel.View
    var derivatives: CurvesModel.Derivatives
  }

  struct HealthKey: Equatable {
    var view: CurvesModel.View
    var saturation: Double
    var cursor: UInt64
  }

  struct WhyKey: Equatable {
    var view: CurvesModel.View
    var x: UInt64
    var width: Int
    var isASCII: Bool
  }

  struct PointKey: Equatable {
    var view: CurvesModel.View
    var saturation: Double
    var x: UInt64
    var direction: Int
  }

  struct MiniatureKey: Equatable {
    var function: String
    var width: Int
    var markers: MarkerSet
  }

  let header = LastValue<HeaderKey, HeaderWidths>()
  let plot = LastValue<PlotKey, PlotLayout>()
  let sheet = LastValue<SheetKey, CurveSheet>()
  let overflows = LastValue<OverflowKey, [[String]]>()
  let health = LastValue<HealthKey, GradientStretches>()
  /// A key held at the last point asks again and again.
  let nextPoint = LastValue<PointKey, PointsOfInterest.Answer>()
  let why = LastValue<WhyKey, [String]>()
  /// By place in the list.
  let miniatures = LastValues<MiniatureKey, String>()
}
