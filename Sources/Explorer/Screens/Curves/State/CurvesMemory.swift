import NeuralFunctions
import Plotting
import TerminalCells
import Widgets

/// What stays as it is while only the cursor moves, and what is asked for again at the same place.
final class CurvesMemory: Sendable {
  struct PlotKey: Equatable {
    var area: PlotArea
    var rect: Rect
  }

  struct HeaderKey: Equatable {
    var sight: CurvesModel.Sight
    var derivatives: CurvesState.Derivatives
    var showsTangent: Bool
    var showsHealth: Bool
    var secant: Secant?
    var isASCII: Bool
    var namesPins: Bool
    var namesCurves: Bool
  }

  struct HeaderWidths {
    var title: Int
    var legend: Int
  }

  struct FitKey: Equatable {
    var sight: CurvesModel.Sight
    var derivatives: CurvesState.Derivatives
  }

  struct SheetKey: Equatable {
    var sight: CurvesModel.Sight
    var derivatives: CurvesState.Derivatives
    var area: Rect
    var appearance: Appearance
  }

  struct OverflowKey: Equatable {
    var sight: CurvesModel.Sight
    var derivatives: CurvesState.Derivatives
  }

  struct HealthKey: Equatable {
    var sight: CurvesModel.Sight
    var saturation: Double
    var cursor: UInt64
  }

  struct StripKey: Equatable {
    var health: HealthKey
    var projection: Projection
  }

  /// What is read at the cursor.
  struct ReadingKey: Equatable {
    var sight: CurvesModel.Sight
    var cursor: UInt64
    var showsAllDigits: Bool
  }

  struct SubstitutionKey: Equatable {
    var reading: ReadingKey
    var isASCII: Bool
  }

  struct DerivationKey: Equatable {
    var drawn: CurvesModel.Drawn.Key
    var isASCII: Bool
    var width: Int
  }

  struct Derivation {
    var title: String
    var width: Int
    var rules: [String?]
    var steps: [[DerivationLines.Line]]
  }

  struct ListKey: Equatable {
    var function: String
    var search: String?
    var rect: Rect
    var appearance: Appearance
  }

  struct PointKey: Equatable {
    var sight: CurvesModel.Sight
    var saturation: Double
    var x: UInt64
    var direction: Int
  }

  struct LandingKey: Equatable {
    var sight: CurvesModel.Sight
    var saturation: Double
    var cursor: UInt64
  }

  struct MiniatureKey: Equatable {
    var function: String
    var width: Int
    var markers: MarkerSet
  }

  let drawn = LastValue<CurvesModel.Drawn.Key, CurvesModel.Drawn>()
  let fit = LastValue<FitKey, AxisRange>()
  let landing = LastValue<LandingKey, FoundPoint?>()
  let header = LastValue<HeaderKey, HeaderWidths>()
  let plot = LastValue<PlotKey, PlotLayout>()
  let sheet = LastValue<SheetKey, CurveSheet>()
  let overflows = LastValue<OverflowKey, [[String]]>()
  let health = LastValue<HealthKey, GradientStretches>()
  let strip = LastValue<StripKey, HealthStrip>()
  /// A key held at the last point asks again and again.
  let nextPoint = LastValue<PointKey, PointsOfInterest.Answer>()
  let readings = LastValue<ReadingKey, CurvesReadings>()
  let substitution = LastValue<SubstitutionKey, SubstitutionText?>()
  let derivation = LastValue<DerivationKey, Derivation>()
  let axes = LastValue<PlotLayout, Frame>()
  let list = LastValue<ListKey, Frame>()
  /// By place in the list.
  let miniatures = LastValues<MiniatureKey, String>()
}
