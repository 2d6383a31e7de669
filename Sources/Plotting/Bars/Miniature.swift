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
    if markers != .braille && markers != .ascii {
      return bars(viewport, width: width, function)
    }
    var frame = Frame(Size(width: width, height: 1))
    let bounds = frame.bounds
    draw(
      viewport, breaks: breaks, into: &frame, in: bounds, markers: markers, Stroke(), function)
    return frame.text(row: 0)
  }

  private static let eighths: [Character] = Array("▁▂▃▄▅▆▇█")

  /// A bar a column: blocks have but two rows in a line of text, bars have eight heights.
  private static func bars(
    _ viewport: Viewport, width: Int, _ function: (Double) -> Double
  ) -> String {
    let area = Rect(x: 0, y: 0, width: width, height: eighths.count)
    let projection = Projection(viewport, onto: area)
    return String(
      (0..<area.width).map { column -> Character in
        let y = function(projection.x(atColumn: column))
        return projection.row(of: y).map { eighths[eighths.count - 1 - $0] } ?? " "
      })
  }
}
