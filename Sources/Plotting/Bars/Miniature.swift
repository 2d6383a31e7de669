import TerminalCells

/// A function without axes, in a row or two of a list.
public enum Miniature {
  /// Draws the function over the whole of `rect`.
  public static func draw(
    _ viewport: Viewport, breaks: [Break] = [], into frame: inout Frame, in rect: Rect,
    markers: MarkerSet = .braille, _ stroke: Stroke = Stroke(), _ function: (Double) -> Double
  ) {
    let sampler = Sampler(Projection(viewport, onto: rect), for: markers)
    var canvas = Canvas(rect.size, markers: markers)
    canvas.draw(sampler.curve(breaks: breaks, function).trace, stroke)
    canvas.render(into: &frame, at: rect)
  }

  /// The function in one line of text of exactly `width` columns.
  public static func text(
    _ viewport: Viewport, breaks: [Break] = [], width: Int, markers: MarkerSet = .braille,
    _ function: (Double) -> Double
  ) -> String {
    var frame = Frame(Size(width: width, height: 1))
    let bounds = frame.bounds
    draw(
      viewport, breaks: breaks, into: &frame, in: bounds, markers: markers, Stroke(), function)
    return frame.text(row: 0)
  }
}
