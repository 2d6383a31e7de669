import Plotting
import TerminalCells

/// Where the parts of the screen lie. Panels drop out as the body shrinks; the plot is the last
/// to go.
struct CurvesLayout {
  /// All that belongs to the plot but its title: the legend where it has a line of its own, axes
  /// and curves.
  let plotBox: Rect
  /// The line with the name of the function, over the full width.
  let title: Rect
  /// In the line of the title, or below it where that is too long.
  let legend: Rect
  let plot: PlotLayout
  /// The panels at the right; empty where there is no room.
  let cursorPanel: Rect
  let parameterPanel: Rect
  /// What the state of health at the cursor does to learning.
  let healthPanel: Rect
  let whyPanel: Rect
  let secantPanel: Rect
  let listPanel: Rect
  /// The steps of the derivation, over the full width.
  let derivationPanel: Rect
  /// What is read at the cursor in large digits, while that is shown instead of the panels.
  let largeReadings: Rect
  /// Whether the legend names the curves, and not the large readings.
  let namesCurves: Bool

  /// The window as it is shown: both ranges are widened so that ticks are whole cells apart.
  var viewport: Viewport { plot.area.viewport }

  /// The cells in which curves are drawn.
  var plotArea: Rect { plot.plot }

  private static let sideNeeds = 72
  private static let none = Rect(x: 0, y: 0, width: 0, height: 0)

  init(
    body: Rect, model: CurvesModel, chrome: Chrome = .unicode,
    memory: CurvesMemory = CurvesMemory(), hasSidePanels: Bool = true, isPresenting: Bool = false
  ) {
    let isASCII = chrome != .unicode
    let boxes = Self.boxes(
      in: body, model: model, isASCII: isASCII, hasSidePanels: hasSidePanels,
      isPresenting: isPresenting)
    let side = boxes.side
    derivationPanel = boxes.derivation
    plotBox = boxes.plot
    let hasReadingsBeside = isPresenting && !side.isEmpty && side.height > 1
    namesCurves = !hasReadingsBeside
    let needed = Self.headerWidths(
      of: model, isASCII: isASCII, namesPins: !side.isEmpty,
      namesCurves: namesCurves, memory: memory)
    let room = boxes.title.width - needed.title - 4
    let hasLegendBeside = needed.legend <= room && boxes.title.height == 1
    let hasLegendBelow = !hasLegendBeside && plotBox.height > 6 && needed.legend > 0
    let beside = boxes.title.splitLeft(
      hasLegendBeside ? needed.title + 2 : boxes.title.width)
    let (below, rest) = plotBox.splitTop(hasLegendBelow ? 1 : 0)
    title = beside.left
    // A legend above the plot ends well before the text of the panels.
    legend = hasLegendBeside ? beside.rest : side.isEmpty ? below : below.splitRight(2).rest
    let area = PlotArea(
      model.viewport, chrome: chrome, gutterRows: model.showsHealth ? 1 : 0,
      widensToRows: true, keepsYScale: !model.fitsVertically, widensToColumns: true)
    plot = memory.plot.value(for: .init(area: area, rect: rest)) { area.layout(in: rest) }

    let isSearching = model.isSearching
    if isPresenting {
      (cursorPanel, parameterPanel, healthPanel) = (Self.none, Self.none, Self.none)
      (whyPanel, secantPanel) = (Self.none, Self.none)
      let showsList = isSearching && hasReadingsBeside
      (largeReadings, listPanel) = showsList ? (Self.none, side) : (side, Self.none)
      return
    }
    largeReadings = Self.none
    var column = SideColumn(side)
    cursorPanel = column.take(CursorPanel.height(of: model, width: side.width))
    let parameterRows = model.sliders.isEmpty ? 0 : model.sliders.count + 2
    let wantsSecant = model.secant != nil
    parameterPanel = column.take(parameterRows, keeping: isSearching || wantsSecant ? 5 : 0)
    secantPanel =
      wantsSecant
      ? column.take(
        max(8, min(16, column.rest.height - 4)), keeping: isSearching ? 5 : 0) : Self.none
    healthPanel =
      wantsSecant || isSearching || side.isEmpty
      ? Self.none : column.take(HealthPanel.height(of: model, width: side.width))
    let whyHeight =
      wantsSecant || side.isEmpty
      ? 0
      : WhyPanel.height(of: model, width: side.width, isASCII: chrome == .ascii)
    whyPanel = column.take(
      whyHeight == 0 ? 0 : max(6, min(whyHeight, column.rest.height - 3)),
      keeping: healthPanel.isEmpty ? 3 : 6)
    listPanel = column.rest.height >= 3 ? column.rest : Self.none
  }

  /// The parts of the screen, before anything in them is measured.
  static func boxes(
    in body: Rect, model: CurvesModel, isASCII: Bool = false, hasSidePanels: Bool = true,
    isPresenting: Bool = false
  ) -> (title: Rect, plot: Rect, side: Rect, derivation: Rect) {
    let titleRows = titleRows(
      of: model, in: body.size, isASCII: isASCII, hasSettings: !hasSidePanels || isPresenting)
    let (title, below) = body.splitTop(titleRows)
    let wanted =
      model.showsDerivation
      ? DerivationPanel(model, isASCII: isASCII).height(
        in: below.size, room: below.height - neededByPlot(model, in: body.height)) : 0
    // For the back row the plot stays large; W shows the rest.
    let derivationHeight = isPresenting ? min(wanted, max(6, body.height / 3)) : wanted
    let (upper, derivation) = below.splitBottom(derivationHeight)
    if isPresenting && hasSidePanels {
      let (plot, side) = LargeReadingsPanel.division(of: upper)
      return (title, plot, side, derivation)
    }
    let leastSide = CursorPanel.leastWidth(of: model, rows: upper.height)
    let sideWidth =
      body.width < Self.sideNeeds || !hasSidePanels
      ? 0 : min(52, max(leastSide, (body.width - 10) / 3))
    let (plot, side) = upper.splitRight(sideWidth)
    return (title, plot, side, derivation)
  }

  /// The rows of the plot that the steps of a derivation leave it in any case: more in a larger body,
  /// with an axis of two rows, a legend and the marks of health.
  private static func neededByPlot(_ model: CurvesModel, in height: Int) -> Int {
    leastCurveRows(in: height) + 2 + 1 + (model.showsHealth ? 1 : 0)
  }

  /// The rows in which curves are drawn beside a derivation: 10 in a window of 24 rows, 14 in one of 30.
  static func leastCurveRows(in height: Int) -> Int { max(2, (height + 3) * 2 / 3 - 6) }

  /// More than one where the formula takes lines of its own, as far as there are rows for it.
  private static func titleRows(
    of model: CurvesModel, in body: Size, isASCII: Bool, hasSettings: Bool
  ) -> Int {
    let lines = PlotTitle(model: model, isASCII: isASCII).lines(
      width: body.width - 2, hasSettings: hasSettings || body.width < sideNeeds)
    return body.height >= 12 ? min(lines.count, 4) : 1
  }

  /// How many columns title and legend take, with all lines in sight.
  ///
  /// - Parameters:
  ///   - namesPins: whether a panel at the side names the pins.
  ///   - namesCurves: whether the legend names the curves and the pins.
  private static func headerWidths(
    of model: CurvesModel, isASCII: Bool, namesPins: Bool, namesCurves: Bool,
    memory: CurvesMemory
  ) -> CurvesMemory.HeaderWidths {
    let key = CurvesMemory.HeaderKey(
      sight: model.sight, derivatives: model.derivatives, showsTangent: model.showsTangent,
      showsHealth: model.showsHealth, secant: model.secant, isASCII: isASCII,
      namesPins: namesPins, namesCurves: namesCurves)
    return memory.header.value(for: key) {
      let title = PlotTitle(model: model, isASCII: isASCII).whole(
        hasSettings: !namesPins || !namesCurves)
      let legend = PlotLegend(
        model: model, inSight: model.shownLines,
        health: model.showsHealth ? HealthMark.all.filter { $0 != .mixed } : [], isASCII: isASCII,
        alwaysNamesPins: !namesPins, namesCurves: namesCurves)
      return .init(title: TextWidth.columns(of: title), legend: legend.shortWidth)
    }
  }
}

/// Cuts panels off a column from the top; a panel that does not fit whole is left out.
private struct SideColumn {
  var rest: Rect

  init(_ rect: Rect) { rest = rect }

  mutating func take(_ height: Int, keeping kept: Int = 0) -> Rect {
    guard height > 0, rest.height - kept >= height, rest.width > 0 else {
      return Rect(x: rest.x, y: rest.y, width: 0, height: 0)
    }
    let (top, below) = rest.splitTop(height)
    rest = below
    return top
  }
}

extension CurvesModel {
  /// The lines that are drawn where they are in the window.
  var shownLines: [PlottedLine] {
    var lines: [PlottedLine] = [.function]
    if derivatives != .none { lines.append(.derivative) }
    if derivatives == .second { lines.append(.secondDerivative) }
    lines += drawnPins.indices.map { .pin($0) }
    if showsTangent { lines.append(.tangent) }
    if secant != nil { lines.append(.secant) }
    return lines
  }
}
