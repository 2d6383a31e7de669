import TerminalCells

/// What is shown in a box on the screen: a description in its own units, made of values and never of
/// a screen's state. Character cells are one rendering of it.
public enum Panel: Sendable {
  case text(TextPanel)
  case table(TablePanel)
  case bars(BarsPanel)
  case sliders(SliderPanel)
  case plot(PlotPanel)
  case heatmap(HeatmapPanel)
  case contours(ContourPanel)
  case boxes(BoxPanel)
  /// What no panel describes yet, drawn as it likes in all of its rectangle, frame included.
  case drawn(DrawnPanel)
}

/// A panel that draws itself and knows what lies where: for what no other panel describes.
public struct DrawnPanel: Sendable {
  public var draw: @Sendable (inout Painter, Rect) -> Void
  /// What lies under a cell of the screen.
  public var place: @Sendable (_ x: Int, _ y: Int, Rect, Appearance) -> PanelPlace?

  public init(
    place: @escaping @Sendable (_ x: Int, _ y: Int, Rect, Appearance) -> PanelPlace? = {
      _, _, _, _ in nil
    },
    draw: @escaping @Sendable (inout Painter, Rect) -> Void
  ) {
    self.draw = draw
    self.place = place
  }
}

/// What of a panel lies under a place, in its own units.
public enum PanelPlace: Sendable, Hashable {
  /// A line, a row, a bar, a slider or a box, from 0.
  case item(Int)
  /// A value on the line of a slider.
  case value(Int, Double)
  /// A cell of a table or an entry of a matrix.
  case entry(row: Int, column: Int)
  /// A point in world coordinates.
  case point(x: Double, y: Double)
}

/// A panel with its place on the screen: for layout, drawing and the mouse alike.
public struct Placed: Sendable {
  /// What the screen calls it.
  public let name: String
  public let rect: Rect
  public let title: String
  /// Whether keys go to it: its title stands out.
  public let hasFocus: Bool
  /// Whether a box is drawn around it; without one the panel has all of the rectangle, untitled.
  public let isFramed: Bool
  public let panel: Panel

  public init(
    _ name: String, in rect: Rect, title: String = "", hasFocus: Bool = false,
    isFramed: Bool = true, _ panel: Panel
  ) {
    self.name = name
    self.rect = rect
    self.title = title
    self.hasFocus = hasFocus
    self.isFramed = isFramed
    self.panel = panel
  }

  private var inner: Rect { isFramed ? rect.inset(by: 1) : rect }

  public func draw(with painter: inout Painter) {
    if case .drawn(let panel) = panel { return panel.draw(&painter, rect) }
    if isFramed {
      guard rect.width >= 2 && rect.height >= 2 else { return }
      painter.box(rect, title: title, titleStyle: hasFocus ? painter.theme.selection : nil)
    }
    switch panel {
    case .drawn: break
    case .text(let panel): panel.draw(with: &painter, in: inner)
    case .table(let panel): panel.draw(with: &painter, in: inner)
    case .bars(let panel): panel.draw(with: &painter, in: inner)
    case .sliders(let panel): panel.draw(with: &painter, in: inner)
    case .plot(let panel): panel.draw(with: &painter, in: inner)
    case .heatmap(let panel): panel.draw(with: &painter, in: inner)
    case .contours(let panel): panel.draw(with: &painter, in: inner)
    case .boxes(let panel): panel.draw(with: &painter, in: inner)
    }
  }

  /// What lies under a cell of the screen; nil for the frame and for what is nothing.
  public func place(x: Int, y: Int, looks: Appearance) -> PanelPlace? {
    if case .drawn(let panel) = panel {
      return rect.contains(x: x, y: y) ? panel.place(x, y, rect, looks) : nil
    }
    guard inner.contains(x: x, y: y) else { return nil }
    return switch panel {
    case .drawn: nil
    case .text(let panel): panel.place(x: x, y: y, in: inner)
    case .table(let panel): panel.place(x: x, y: y, in: inner)
    case .bars(let panel): panel.place(x: x, y: y, in: inner)
    case .sliders(let panel): panel.place(x: x, y: y, in: inner)
    case .plot(let panel): panel.place(x: x, y: y, in: inner, looks)
    case .heatmap(let panel): panel.place(x: x, y: y, in: inner, looks)
    case .contours(let panel): panel.place(x: x, y: y, in: inner, looks)
    case .boxes(let panel): panel.place(x: x, y: y, in: inner, looks)
    }
  }
}

/// How text in a panel looks: roles, never colours.
public enum TextRole: Sendable, Hashable {
  case text, title, quiet, key, warning, selection
  case function, derivative, secondDerivative, cursor
  case pin(Int)
}

extension Theme {
  public func style(_ role: TextRole) -> Style {
    switch role {
    case .text: text
    case .title: title
    case .quiet: quiet
    case .key: key
    case .warning: warning
    case .selection: selection
    case .function: function
    case .derivative: derivative
    case .secondDerivative: secondDerivative
    case .cursor: cursor
    case .pin(let index): pins[((index % pins.count) + pins.count) % pins.count]
    }
  }
}
