import NeuralFunctions
import Plotting
import TerminalCells
import Wording

/// The curves with their axes, the cursor on them and what is drawn through it.
struct PlotPanel {
  let model: CurvesModel
  let layout: CurvesLayout
  let memory: CurvesMemory
  let readings: CurvesReadings
  var showsCursor = true

  func draw(with painter: inout Painter) {
    drawBox(with: &painter)
    PlotLegend(model: model, layout: layout, states: statesInSight).draw(with: &painter)
    var plot = layout.plot
    plot.area.styles = painter.theme.plotStyles
    plot.drawAxes(into: &painter.frame)
    drawLines(with: &painter)
    let sheet = sheet(theme: painter.theme)
    sheet.canvas.render(into: &painter.frame, at: layout.plotArea)
    for label in sheet.labels {
      painter.write(
        label.text, x: layout.plotArea.x + label.x, y: layout.plotArea.y + label.y, label.style)
    }
    for end in sheet.ends { plot.drawEndMarkers(end.markers, end.style, into: &painter.frame) }
    drawPinNumbers(with: &painter)
    if model.showsHealth, let stretches = memory.healthStretches(of: model) {
      HealthStrip(health: model.health, stretches: stretches)
        .draw(in: layout.plot, with: &painter)
    }
    if showsCursor { drawCursor(with: &painter) }
  }

  // MARK: Frame and legend

  /// An input w·x + b is in the title whole, whatever else has to go.
  private func drawBox(with painter: inout Painter) {
    let formula = painter.spelled(model.function.formula)
    let fields = [painter.spelled(model.function.title), settings(with: painter), formula]
    let whole = fields.filter { !$0.isEmpty }.separated(by: "  ")
    guard let call = model.function.call.map(painter.spelled) else {
      painter.box(layout.plotBox, title: whole)
      return
    }
    let room = layout.plotBox.width - 6
    let title = [whole, fields[0], call].first { painter.width(of: $0) <= room } ?? call
    painter.box(layout.plotBox, title: title)
  }

  /// What the letters of the formula stand for, where no panel tells: "y = 1, γ = 2".
  private func settings(with painter: Painter) -> String {
    guard layout.parameterPanel.isEmpty, !model.view.showsDifference else { return "" }
    return Slider.all(of: model.entry, settings: model.settings)
      .map { "\(painter.spelled($0.symbol)) = \(NumberText.brief($0.value).withTrueMinus)" }
      .separated(by: ", ")
  }

  /// Those that the strip shows; none where it is not shown.
  private var statesInSight: [GradientHealth.State] {
    guard model.showsHealth else { return [] }
    let present = memory.healthStretches(of: model)?.all.map(\.state) ?? []
    return [.saturated, .dead, .amplifying].filter(present.contains)
  }

  // MARK: Curves

  private var projection: Projection { layout.plot.projection }

  private func sheet(theme: Theme) -> CurveSheet {
    let key = CurvesMemory.SheetKey(
      view: model.view, derivatives: model.derivatives, area: layout.plotArea,
      appearance: theme.appearance)
    return memory.sheet.value(for: key) { CurveSheet(model, on: projection, theme: theme) }
  }

  /// The tangent and the secant through the cursor.
  private func drawLines(with painter: inout Painter) {
    let x = model.cursor
    let theme = painter.theme
    var canvas = Canvas(layout.plotArea.size, markers: painter.markerSet)
    if model.showsTangent && readings.reasonForNoTangent == nil {
      let line = Trace.line(
        throughX: x, y: readings.value, slope: readings.derivative, in: projection)
      canvas.draw(line, Stroke(theme.tangent, dash: .sparse, asciiGlyph: "`"))
    }
    if let secant = model.secant {
      let start = secant.ends(at: x).left
      let line = Trace.line(
        throughX: start, y: model.function.value(start),
        slope: secant.slope(of: model.function, at: x), in: projection)
      canvas.draw(line, Stroke(theme.secant, dash: .dotted, asciiGlyph: "~"))
    }
    canvas.render(into: &painter.frame, at: layout.plotArea)
  }

  /// Each pinned curve carries its number, so that it is known without colour.
  private func drawPinNumbers(with painter: inout Painter) {
    let area = layout.plotArea
    for (index, pin) in model.drawnPins.enumerated() {
      for place in 1...3 {
        let column = area.x + area.width * (4 * place - 2 + index) / 14
        let y = pin.function.value(projection.x(atColumn: column))
        guard let row = projection.row(of: y) else { continue }
        painter.write("\(index + 1)", x: column, y: row, painter.theme.pins[index])
      }
    }
  }

  // MARK: Cursor

  private func drawCursor(with painter: inout Painter) {
    let theme = painter.theme
    let x = model.cursor
    layout.plot.drawCursor(x: x, theme.quiet, into: &painter.frame)
    if let secant = model.secant {
      let (left, right) = secant.ends(at: x)
      for end in [left, right] where end != x {
        layout.plot.drawMarker(
          x: end, y: model.function.value(end), as: .openDot, theme.secant,
          into: &painter.frame)
      }
    }
    if model.derivatives == .none {
      layout.plot.drawMarker(x: x, y: readings.value, theme.cursor, into: &painter.frame)
    } else {
      layout.plot.drawMarkers(
        x: x, dot: readings.value, diamond: readings.derivative, theme.cursor,
        into: &painter.frame)
    }
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
        kind = point.kind == .pole ? .pole : sides.left == sides.right ? .kink : .jump
      case .secondDerivative:
        sides = point.secondDerivative
        kind = point.kind == .pole ? .pole : sides.left == sides.right ? .kink : .jump
      }
      return Break(x: point.x, kind: kind, left: sides.left, right: sides.right, used: sides.used)
    }
  }
}
