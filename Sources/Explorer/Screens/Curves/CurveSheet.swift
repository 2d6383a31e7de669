import NeuralFunctions
import Plotting
import TerminalCells

/// The curves of a plot, drawn but not yet laid on the screen.
struct CurveSheet: Sendable {
  struct Ends: Sendable {
    let style: Style
    let markers: [EndMarker]
  }

  private(set) var canvas: Canvas
  /// The end dots of each curve, to be drawn over all curves.
  private(set) var ends: [Ends] = []
  /// The curves' names beside them, so that they are known where they are seen.
  private(set) var labels: [CurveLabels.Label] = []
  private let sampler: Sampler

  /// Draws from the least to the most important, so that f lies on top.
  init(_ model: CurvesModel, on projection: Projection, theme: Theme) {
    let markers = theme.appearance.markerSet
    canvas = Canvas(projection.area.size, markers: markers)
    sampler = Sampler(projection, for: markers)
    for (index, pin) in model.drawnPins.enumerated() {
      let stroke = Stroke(theme.pins[index], asciiGlyph: Character("\(index + 1)"))
      add(pin.function.value, pin.function.shape.breaks(.value), stroke)
    }
    let function = model.function
    if model.derivatives == .second {
      add(
        function.secondDerivative, model.shape.breaks(.secondDerivative),
        Stroke(theme.secondDerivative, dash: .dotted, asciiGlyph: ":"))
    }
    if model.derivatives != .none {
      add(
        function.derivative, model.shape.breaks(.derivative),
        Stroke(theme.derivative, dash: .dashed, asciiGlyph: "."))
    }
    add(function.value, model.shape.breaks(.value), Stroke(theme.function))
    if model.derivatives != .none { label(model, on: projection, theme: theme) }
  }

  private mutating func label(_ model: CurvesModel, on projection: Projection, theme: Theme) {
    let function = model.function
    let isASCII = theme.appearance.isPlain
    let names = function.quantities.brief.map { $0.text(ascii: isASCII) }
    var labels = CurveLabels(canvas, projection)
    labels.place(names[0], theme.function, function.value)
    labels.place(names[1], theme.derivative, function.derivative)
    if model.derivatives == .second {
      labels.place(names[2], theme.secondDerivative, function.secondDerivative)
    }
    self.labels = labels.labels
  }

  private mutating func add(
    _ function: (Double) -> Double, _ breaks: [Break], _ stroke: Stroke
  ) {
    let curve = sampler.curve(breaks: breaks, function)
    canvas.draw(curve.trace, stroke)
    if !curve.endMarkers.isEmpty {
      ends.append(Ends(style: stroke.style, markers: curve.endMarkers))
    }
  }
}
