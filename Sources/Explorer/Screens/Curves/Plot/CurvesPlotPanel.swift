import NeuralFunctions
import Plotting
import TerminalCells
import Widgets
import Wording

/// The curves with their axes, the cursor on them and what is drawn through it.
struct CurvesPlotPanel {
  let model: CurvesModel
  let layout: CurvesLayout
  let memory: CurvesMemory
  let readings: CurvesReadings
  var showsCursor = true

  func draw(with painter: inout Painter) {
    let theme = painter.theme
    var plot = layout.plot
    plot.area.styles = theme.plotStyles
    painter.draw(in: plot.frame, for: plot, remembering: memory.axes) {
      plot.drawAxes(into: &$0.frame)
    }
    if showsCursor { plot.drawCursor(x: model.cursor, theme.quiet, into: &painter.frame) }
    let sheet = sheet(theme: theme)
    let lines = lines(theme: theme)
    var cells = sheet.cells
    cells.lay(under: lines.cells)
    if showsCursor { stampCursor(on: &cells, theme: theme) }
    cells.render(into: &painter.frame, at: layout.plotArea)
    drawLabels(sheet.labels, with: &painter)
    let strip = model.showsHealth ? memory.healthStrip(of: model, on: projection) : nil
    PlotHeader(
      model: model, layout: layout, inSight: sheet.inSight + lines.inSight,
      health: strip?.shown ?? []
    ).draw(with: &painter)
    strip?.draw(in: layout.plot, with: &painter)
    drawOverflows(with: &painter)
  }

  /// In the upper rows of the plot, where curves cannot be drawn.
  private func drawOverflows(with painter: inout Painter) {
    let key = CurvesMemory.OverflowKey(sight: model.sight, derivatives: model.derivatives)
    let notes = memory.overflows.value(for: key) { OverflowNotes(model).notes }
    let area = layout.plotArea
    let lines = notes.flatMap { wordings in
      let text = wordings.first { painter.width(of: $0) <= area.width - 2 }
      return text.map { [$0] }
        ?? TextWrap.lines(wordings[wordings.count - 1], width: area.width - 2)
    }
    for (row, line) in lines.prefix(area.height).enumerated() {
      painter.write(
        line, x: area.x + 1, y: area.y + row, painter.theme.warning, limit: area.width - 2)
    }
  }

  // MARK: Curves

  private var projection: Projection { layout.plot.projection }

  private func sheet(theme: Theme) -> CurveSheet {
    let key = CurvesMemory.SheetKey(
      sight: model.sight, derivatives: model.derivatives, area: layout.plotArea,
      appearance: theme.appearance)
    return memory.sheet.value(for: key) { CurveSheet(model, on: projection, theme: theme) }
  }

  /// The tangent and the secant through the cursor.
  private func lines(theme: Theme) -> (cells: InkedCells, inSight: [PlottedLine]) {
    let x = model.cursor
    var canvas = Canvas(layout.plotArea.size, markers: theme.appearance.markerSet)
    var inSight: [PlottedLine] = []
    func draw(_ line: PlottedLine, throughX x: Double, y: Double, slope: Double) {
      let trace = Trace.line(throughX: x, y: y, slope: slope, in: projection)
      if canvas.draw(trace, line.stroke(theme)) { inSight.append(line) }
    }
    if model.showsTangent && readings.reasonForNoTangent == nil {
      draw(.tangent, throughX: x, y: readings.value, slope: readings.derivative)
    }
    if let ends = model.secant?.ends(of: model.function, at: x) {
      draw(
        .secant, throughX: ends.left, y: model.function.value(ends.left),
        slope: ends.slope(of: model.function))
    }
    return (canvas.inked(), inSight)
  }

  /// Names keep clear of the cursor and its marks, so that they step aside as it passes.
  private func drawLabels(_ labels: CurveLabels, with painter: inout Painter) {
    let area = layout.plotArea
    let column = showsCursor ? projection.column(of: model.cursor).map { $0 - area.x } : nil
    let reach = painter.theme.appearance.isPresenting ? Self.largeMark / 2 : 1
    let occupied = column.map { $0 - reach..<$0 + reach + 1 } ?? 0..<0
    let frame = painter.frame
    let free: [Character] = [
      " ", layout.plot.area.chrome.zeroRow, layout.plot.area.chrome.zeroColumn,
    ]
    let placed = labels.placed(clearOf: occupied) { rect in
      (rect.x..<rect.maxX).contains {
        !free.contains(frame[area.x + $0, area.y + rect.y].character)
      }
    }
    let isPresenting = painter.theme.appearance.isPresenting
    for label in placed {
      let style = isPresenting ? label.style.bold : label.style
      painter.write(label.text, x: area.x + label.x, y: area.y + label.y, style)
    }
  }

  // MARK: Cursor

  /// How many columns a large mark takes, and twice as many as rows.
  private static let largeMark = 4

  /// Marks the values at the cursor, in the row of dots where they are.
  private func stampCursor(on cells: inout InkedCells, theme: Theme) {
    let x = model.cursor
    let chrome = layout.plot.area.chrome
    func stamp(_ mark: Mark, _ x: Double, _ y: Double, _ style: Style) {
      if theme.appearance.isPresenting && mark != .openDot {
        return cells.stampLarge(
          mark, x: x, y: y, on: projection, style, isSolid: !theme.appearance.isNarrow)
      }
      cells.stamp(mark, x: x, y: y, on: projection, style, chrome: chrome)
    }
    if let ends = model.secant?.ends(of: model.function, at: x) {
      for end in [ends.left, ends.right] where end != x {
        stamp(.openDot, end, model.function.value(end), theme.secant)
      }
    }
    let (value, derivative) = (readings.value, readings.derivative)
    guard model.derivatives != .none, projection.viewport.y.contains(derivative) else {
      return stamp(.closedDot, x, value, theme.cursor)
    }
    // Of two marks that would lie one over the other, f's is seen.
    let (down, slope) = (projection.down(value), projection.down(derivative))
    let isHidden =
      theme.appearance.isPresenting
      ? abs(down - slope) < Double(Self.largeMark / 2)
      : !theme.appearance.markerSet.separatesMarks(down, slope)
        || projection.row(of: value) == projection.row(of: derivative)
    if !isHidden { stamp(.diamond, x, derivative, theme.cursor) }
    stamp(.closedDot, x, value, theme.cursor)
  }
}

/// Which of a function's curves is drawn.
enum CurveOrder: Sendable {
  case value, derivative, secondDerivative
}

extension FunctionShape {
  /// The breakpoints as a plot of one of the curves needs them: a kink of f is a jump of f′.
  func breaks(_ order: CurveOrder) -> [Break] {
    breakpoints.map { point in
      let sides: OneSided
      let kind: Break.Kind
      switch order {
      case .value:
        sides = point.value
        kind = point.kind == .jump ? .jump : point.kind == .pole ? .pole : .kink
      case .derivative:
        sides = point.derivative
        kind = point.kind == .pole ? .pole : sides.areAlike ? .kink : .jump
      case .secondDerivative:
        sides = point.secondDerivative
        kind = point.kind == .pole ? .pole : sides.areAlike ? .kink : .jump
      }
      return Break(x: point.x, kind: kind, left: sides.left, right: sides.right, used: sides.used)
    }
  }
}
