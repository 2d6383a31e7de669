import NeuralFunctions
import Plotting
import TerminalCells
import Widgets
import Wording

/// The curves of a plot, drawn but not yet laid on the screen: all that stays as it is while only
/// the cursor moves.
struct CurveSheet: Sendable {
  /// The curves with the dots at their ends.
  let cells: InkedCells
  /// The lines of which something is in the window.
  let inSight: [PlottedLine]
  /// Where the curves' names may stand, so that they are known where they are seen.
  let labels: CurveLabels

  /// Draws from the least to the most important, so that f lies on top.
  init(_ model: CurvesModel, on projection: Projection, theme: Theme) {
    var pencil = Pencil(projection, theme: theme)
    let function = model.function
    let shape = model.shape
    for (index, pin) in model.drawnPins.enumerated() {
      pencil.draw(.pin(index), pin.function.shape.breaks(.value), pin.function.value)
    }
    if model.derivatives == .second {
      pencil.draw(
        .secondDerivative, shape.breaks(.secondDerivative), function.secondDerivative)
    }
    if model.derivatives != .none {
      pencil.draw(.derivative, shape.breaks(.derivative), function.derivative)
    }
    pencil.draw(.function, shape.breaks(.value), function.value)
    cells = pencil.inked()
    inSight = pencil.inSight
    labels = Self.labels(model, cells, projection, theme: theme, inSight: inSight)
  }

  private static func labels(
    _ model: CurvesModel, _ cells: InkedCells, _ projection: Projection, theme: Theme,
    inSight: [PlottedLine]
  ) -> CurveLabels {
    var labels = CurveLabels(cells, projection)
    guard inSight.count > 1 else { return labels }
    let function = model.function
    let isASCII = theme.appearance.isPlain
    let names = function.quantities.brief.map { $0.text(ascii: isASCII) }
    func add(_ line: PlottedLine, _ texts: [String], _ function: (Double) -> Double) {
      if inSight.contains(line) { labels.add(texts, line.style(theme), function) }
    }
    add(.function, [names[0]], function.value)
    if model.derivatives != .none { add(.derivative, [names[1]], function.derivative) }
    if model.derivatives == .second {
      add(.secondDerivative, [names[2]], function.secondDerivative)
    }
    for (index, pin) in model.drawnPins.enumerated() {
      let name = isASCII ? PlainText.ascii(pin.name) : pin.name
      let texts = [name, pin.pinned.function].map { "\(index + 1) \($0)" } + ["\(index + 1)"]
      add(.pin(index), texts, pin.function.value)
    }
    return labels
  }
}

/// Draws curves on a canvas.
private struct Pencil {
  private let projection: Projection
  private let theme: Theme
  private let sampler: Sampler
  private var canvas: Canvas
  private var ends: [(marker: EndMarker, style: Style)] = []
  private(set) var inSight: [PlottedLine] = []

  init(_ projection: Projection, theme: Theme) {
    self.projection = projection
    self.theme = theme
    let markers = theme.appearance.markerSet
    canvas = Canvas(projection.area.size, markers: markers)
    sampler = Sampler(projection, for: markers)
  }

  mutating func draw(_ line: PlottedLine, _ breaks: [Break], _ function: (Double) -> Double) {
    let curve = sampler.curve(breaks: breaks, function)
    let stroke = line.stroke(theme)
    if canvas.draw(curve.trace, stroke) { inSight.append(line) }
    ends += curve.endMarkers.map { ($0, stroke.style) }
  }

  /// The end dots of all curves lie over all curves.
  func inked() -> InkedCells {
    var cells = canvas.inked()
    for (marker, style) in ends {
      cells.stamp(
        marker.isClosed ? .closedDot : .openDot, x: marker.x, y: marker.y, on: projection, style,
        chrome: theme.appearance.chrome)
    }
    return cells
  }
}

extension InkedCells {
  /// Puts a mark over a point of the plane, if that is in the window.
  mutating func stamp(
    _ mark: Mark, x: Double, y: Double, on projection: Projection, _ style: Style, chrome: Chrome
  ) {
    guard projection.viewport.x.contains(x), projection.viewport.y.contains(y) else { return }
    stamp(
      mark, at: PlotPoint(x: projection.across(x), y: projection.down(y)), style, chrome: chrome)
  }

  /// The same large, to be seen from afar.
  mutating func stampLarge(
    _ mark: Mark, x: Double, y: Double, on projection: Projection, _ style: Style, isSolid: Bool
  ) {
    guard projection.viewport.x.contains(x), projection.viewport.y.contains(y) else { return }
    stampLarge(
      mark, at: PlotPoint(x: projection.across(x), y: projection.down(y)), style, isSolid: isSolid)
  }
}
