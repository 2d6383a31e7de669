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
  public let panel: Panel

  public init(
    _ name: String, in rect: Rect, title: String = "", hasFocus: Bool = false, _ panel: Panel
  ) {
    self.name = name
    self.rect = rect
    self.title = title
    self.hasFocus = hasFocus
    self.panel = panel
  }

  private var inner: Rect { rect.inset(by: 1) }

  public func draw(with painter: inout Painter) {
    guard rect.width >= 2 && rect.height >= 2 else { return }
    painter.box(rect, title: title, titleStyle: hasFocus ? painter.theme.selection : nil)
    switch panel {
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
    guard inner.contains(x: x, y: y) else { return nil }
    return switch panel {
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
