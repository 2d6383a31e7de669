import NeuralFunctions
import Plotting
import TerminalCells
import Widgets

/// The plot of the Curves screen without the screen: what goes into a pipe, a file or a slide.
public struct PlotPicture: Sendable {
  /// The least size at which there is something to be seen in the box.
  public static let smallest = Size(width: 16, height: 6)
  /// How many functions may be drawn beside the first.
  public static let mostCompanions = PinnedFunction.most

  private let model: CurvesModel
  private let showsCursor: Bool

  /// - Parameters:
  ///   - derivatives: how many derivatives are drawn beside the function, 0 to 2.
  ///   - companions: functions to compare with, as if they were pinned.
  ///   - x: the window; the function's own if nil.
  ///   - y: what the window shows of it; what the curves need if nil.
  ///   - cursor: where the curves are marked and the tangent is drawn, if anywhere.
  ///   - showsHealth: whether a strip marks where the gradient is small, zero or above one.
  public init(
    _ entry: CatalogueEntry, settings: FunctionSettings = FunctionSettings(),
    derivatives: Int = 1, companions: [CatalogueEntry] = [],
    x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil, cursor: Double? = nil,
    showsHealth: Bool = false
  ) {
    var state = CurvesState(entry, settings: settings)
    state.derivatives = [.none, .first, .second].first { $0.count == derivatives } ?? .first
    showsCursor = cursor != nil
    state.showsTangent = showsCursor
    state.showsHealth = showsHealth
    state.pins = companions.prefix(PinnedFunction.most).map {
      PinnedFunction(function: $0.id, settings: FunctionSettings())
    }
    if let x { state.x = AxisRange(x) }
    if let y { state.height = .chosen(AxisRange(y)) }
    if let cursor { state.at = cursor }
    model = CurvesModel(
      state, library: Library([entry] + companions), showsAsAsked: true)
  }

  /// How far apart the ends of a range must be to be drawn; nil where they are.
  public static func leastWidth(ifTooNarrow range: ClosedRange<Double>) -> Double? {
    guard AxisRange(exactly: range) == nil else { return nil }
    return AxisRange.leastWidth(
      around: max(range.lowerBound.magnitude, range.upperBound.magnitude))
  }

  /// The stretch of x that is shown.
  public var window: ClosedRange<Double> { model.xRange.closedRange }

  /// The plot in its box, which takes all of `size`.
  public func frame(_ size: Size, appearance: Appearance) -> Frame {
    var painter = Painter(size, theme: Theme(appearance))
    let layout = CurvesLayout(
      body: Rect(size), model: model, chrome: painter.chrome, memory: model.memory,
      hasSidePanels: false, isPresenting: appearance.isPresenting)
    CurvesPlotPanel(
      model: model, layout: layout, memory: model.memory, readings: model.readings,
      showsCursor: showsCursor
    )
    .draw(with: &painter)
    return painter.finished
  }
}
