import Plotting
import TerminalCells
import Wording

/// Curves and marks in world coordinates, with axes.
public struct PlotPanel: Sendable {
  public struct Curve: Sendable {
    public var name: String
    public var role: TextRole
    public var dash: Dash
    public var breaks: [Break]
    public var function: @Sendable (Double) -> Double

    public init(
      _ name: String, _ role: TextRole = .function, dash: Dash = .solid, breaks: [Break] = [],
      _ function: @escaping @Sendable (Double) -> Double
    ) {
      self.name = name
      self.role = role
      self.dash = dash
      self.breaks = breaks
      self.function = function
    }
  }

  public struct Point: Sendable, Hashable {
    public var x: Double
    public var y: Double
    public var mark: Mark
    public var role: TextRole

    public init(x: Double, y: Double, _ mark: Mark = .closedDot, _ role: TextRole = .cursor) {
      self.x = x
      self.y = y
      self.mark = mark
      self.role = role
    }
  }

  public struct Label: Sendable, Hashable {
    public var text: String
    public var x: Double
    public var y: Double
    public var role: TextRole

    public init(_ text: String, x: Double, y: Double, _ role: TextRole = .text) {
      self.text = text
      self.x = x
      self.y = y
      self.role = role
    }
  }

  public var viewport: Viewport
  public var curves: [Curve]
  /// Straight lines through a point.
  public var lines: [(x: Double, y: Double, slope: Double, role: TextRole)] = []
  public var points: [Point]
  public var labels: [Label]
  /// Where a vertical line stands.
  public var cursor: Double?
  /// Keeps what stays the same while only the cursor moves; a screen holds one for each plot.
  public var memory: PlotMemory?

  public init(
    _ viewport: Viewport, _ curves: [Curve], points: [Point] = [], labels: [Label] = [],
    cursor: Double? = nil
  ) {
    self.viewport = viewport
    self.curves = curves
    self.points = points
    self.labels = labels
    self.cursor = cursor
  }

  /// One layout for drawing and for the mouse.
  func layout(in rect: Rect, _ looks: Appearance) -> PlotLayout {
    let area = PlotArea(viewport, chrome: looks.chrome)
    guard let memory else { return area.layout(in: rect) }
    return memory.layout.value(for: .init(area: area, rect: rect)) { area.layout(in: rect) }
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    let theme = painter.theme
    var layout = layout(in: rect, theme.appearance)
    layout.area.styles = theme.plotStyles
    layout.drawAxes(into: &painter.frame)
    let projection = layout.projection
    var canvas = Canvas(layout.plot.size, markers: painter.markerSet)
    for line in lines {
      let trace = Trace.line(throughX: line.x, y: line.y, slope: line.slope, in: projection)
      canvas.draw(trace, Stroke(theme.style(line.role)))
    }
    let sampler = Sampler(projection, for: painter.markerSet)
    var ends: [(markers: [EndMarker], style: Style)] = []
    for curve in curves.reversed() {
      let style = theme.style(curve.role)
      let drawn = sampler.curve(breaks: curve.breaks, curve.function)
      canvas.draw(
        drawn.trace,
        Stroke(
          style, weight: .strong, dash: painter.theme.appearance.isASCII ? .solid : curve.dash,
          asciiGlyph: curve.asciiGlyph))
      ends.append((drawn.endMarkers, style))
    }
    canvas.render(into: &painter.frame, at: layout.plot)
    for end in ends { layout.drawEndMarkers(end.markers, end.style, into: &painter.frame) }
    if let cursor { layout.drawCursor(x: cursor, theme.quiet, into: &painter.frame) }
    for point in points {
      layout.drawMarker(
        x: point.x, y: point.y, as: point.mark, theme.style(point.role), into: &painter.frame)
    }
    for label in labels {
      guard let x = projection.column(of: label.x), let y = projection.row(of: label.y) else {
        continue
      }
      painter.write(
        label.text, x: x, y: y, theme.style(label.role), limit: max(0, layout.plot.maxX - x))
    }
  }

  func place(x: Int, y: Int, in rect: Rect, _ looks: Appearance) -> PanelPlace? {
    let layout = layout(in: rect, looks)
    guard layout.plot.contains(x: x, y: y) else { return nil }
    return .point(x: layout.projection.x(atColumn: x), y: layout.projection.y(atRow: y))
  }
}

/// What a plot remembers from frame to frame: finding ticks is half of its work.
public final class PlotMemory: Sendable {
  struct LayoutKey: Equatable {
    var area: PlotArea
    var rect: Rect
  }

  let layout = LastValue<LayoutKey, PlotLayout>()

  public init() {}
}

extension PlotPanel.Curve {
  /// Dashes that ASCII tells by other characters.
  fileprivate var asciiGlyph: Character? {
    switch dash {
    case .solid: nil
    case .dashed: "+"
    case .dotted: "x"
    case .shortDashed: "~"
    case .longDashed: "="
    case .dashDotted: "%"
    case .dashDotDotted: "&"
    }
  }
}
