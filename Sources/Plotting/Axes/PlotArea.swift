import TerminalCells

/// A plot's surroundings: axes with ticks and labels at the left and the bottom, zero lines, and
/// rows for strips below the curves.
public struct PlotArea: Sendable, Hashable {
  public struct Styles: Sendable, Hashable {
    public var axis: Style
    public var label: Style
    public var zero: Style

    public init(axis: Style = Style(), label: Style = Style(), zero: Style = Style()) {
      self.axis = axis
      self.label = label
      self.zero = zero
    }
  }

  public var viewport: Viewport
  public var chrome: Chrome
  public var styles: Styles
  /// Rows kept free between the curves and the x axis.
  public var gutterRows: Int
  /// The least distance of two y ticks in rows; nil for what suits the height.
  public var rowsPerTick: Int?
  /// Whether the y range may be widened so that its ticks stand at the same place of rows, the middle if
  /// they can, and equally many apart.
  public var widensToRows: Bool
  /// Whether ranges that are equally large are widened equally, so that the picture keeps its size as the
  /// window moves; ticks then stand anywhere in their rows.
  public var keepsYScale: Bool
  /// Whether the x range may be widened likewise, by columns.
  public var widensToColumns: Bool

  public init(
    _ viewport: Viewport, chrome: Chrome = .unicode, styles: Styles = Styles(),
    gutterRows: Int = 0, rowsPerTick: Int? = nil, widensToRows: Bool = false,
    keepsYScale: Bool = false, widensToColumns: Bool = false
  ) {
    self.viewport = viewport
    self.chrome = chrome
    self.styles = styles
    self.gutterRows = gutterRows
    self.rowsPerTick = rowsPerTick
    self.widensToRows = widensToRows
    self.keepsYScale = keepsYScale
    self.widensToColumns = widensToColumns
  }

  private static let widthForMargin = 24

  /// Divides `rect`; what does not fit is left out: the gutter, then labels, then axes.
  public func layout(in rect: Rect) -> PlotLayout {
    let gutter = rect.height >= 8 ? max(0, min(gutterRows, rect.height / 4)) : 0
    let hasXAxis = rect.height >= 5 && rect.width >= 8
    var inside = hasXAxis ? rect.splitBottom(2).rest : rect
    let height = inside.height - gutter
    var area = self
    var yTicks = area.yTicks(rows: height)
    if rect.width < yTicks.labelWidth + 12 { yTicks = .none }
    let hasYAxis = rect.width >= 8
    if yTicks.offset != nil && height >= 4 {
      inside = inside.splitTop(1).rest
      let offset = yTicks.offset
      yTicks = area.yTicks(rows: height - 1)
      yTicks.offset = yTicks.offset ?? offset
    }
    if hasYAxis { inside = inside.splitLeft(yTicks.labelWidth + 1).rest }
    // Room for the last tick's label to stand below its tick.
    if hasXAxis && rect.width >= Self.widthForMargin { inside = inside.splitRight(1).rest }
    let (plot, strip) = inside.splitBottom(gutter)
    let xTicks =
      hasXAxis
      ? area.xTicks(columns: plot.width, overhang: (plot.x - rect.x, rect.maxX - plot.maxX))
      : .none
    return PlotLayout(
      area: area, frame: rect, plot: plot, gutter: strip, hasXAxis: hasXAxis, hasYAxis: hasYAxis,
      xTicks: xTicks, yTicks: yTicks)
  }

  /// The ticks of so many rows, to which the window is widened where it may be.
  private mutating func yTicks(rows: Int) -> Ticks {
    let spacing = rowsPerTick ?? (rows < 32 ? 2 : 3)
    if widensToRows,
      let found = CellTicks.vertical(
        viewport.y, rows: rows, spacing: spacing, keepsScale: keepsYScale, minus: chrome.minus)
    {
      viewport.y = found.range
      return found.ticks
    }
    return .vertical(
      viewport.y, height: rows, spacing: rowsPerTick ?? (rows < 20 ? 2 : 3), minus: chrome.minus)
  }

  private mutating func xTicks(columns: Int, overhang: (left: Int, right: Int)) -> Ticks {
    if widensToColumns,
      let found = CellTicks.horizontal(
        viewport.x, columns: columns, gap: columns < 40 ? 2 : 3, minus: chrome.minus)
    {
      viewport.x = found.range
      return found.ticks
    }
    return .horizontal(viewport.x, width: columns, overhang: overhang, minus: chrome.minus)
  }
}

/// Where the parts of a plot lie.
public struct PlotLayout: Sendable, Hashable {
  public var area: PlotArea
  /// All of it.
  public let frame: Rect
  /// The cells that curves are drawn in.
  public let plot: Rect
  /// The strips between the curves and the x axis.
  public let gutter: Rect
  public let hasXAxis: Bool
  public let hasYAxis: Bool
  public let xTicks: Ticks
  public let yTicks: Ticks

  /// From the plane to the frame and back, for curves, cursor and mouse.
  public var projection: Projection { Projection(area.viewport, onto: plot) }

  /// Draws axes, ticks, labels and zero lines; the zero lines go under the curves, so this is first.
  public func drawAxes(into frame: inout Frame) {
    drawZeroLines(into: &frame)
    if hasYAxis { drawYAxis(into: &frame) }
    if hasXAxis { drawXAxis(into: &frame) }
  }

  private func drawZeroLines(into frame: inout Frame) {
    let chrome = area.chrome
    let (inRow, inColumn) = (
      Cell(chrome.zeroRow, area.styles.zero), Cell(chrome.zeroColumn, area.styles.zero)
    )
    if let row = projection.row(of: 0) {
      for x in zeroLine(
        plot.x..<plot.maxX, through: projection.column(of: 0),
        spacing: chrome.zeroRowSpacing)
      { frame.overlay(inRow, x: x, y: row) }
    }
    // At the very left the axis is the zero line.
    if let column = projection.column(of: 0), column > plot.x || !hasYAxis {
      for y in zeroLine(
        plot.y..<plot.maxY, through: projection.row(of: 0),
        spacing: chrome.zeroColumnSpacing)
      { frame.overlay(inColumn, x: column, y: y) }
    }
  }

  /// Every so many cells of a line, so that one stands in the origin.
  private func zeroLine(
    _ cells: Range<Int>, through origin: Int?, spacing: Int
  ) -> StrideTo<Int> {
    let step = max(1, spacing)
    let phase = origin.map { ($0 - cells.lowerBound) % step } ?? 0
    return stride(from: cells.lowerBound + phase, to: cells.upperBound, by: step)
  }

  private func drawYAxis(into frame: inout Frame) {
    let chrome = area.chrome
    let x = plot.x - 1
    let axis = Cell(chrome.yAxis, area.styles.axis)
    for y in plot.y..<gutter.maxY { frame.overlay(axis, x: x, y: y) }
    for tick in yTicks.ticks {
      guard let row = projection.row(of: tick.value) else { continue }
      frame.overlay(chrome.yTick, x: x, y: row, area.styles.axis)
      frame.write(tick.label, x: x - tick.label.count, y: row, area.styles.label)
    }
    if let offset = yTicks.offset {
      frame.write(
        offset, x: self.frame.x, y: plot.y - 1, area.styles.label, limit: self.frame.width)
    }
  }

  private func drawXAxis(into frame: inout Frame) {
    let chrome = area.chrome
    let y = gutter.maxY
    if hasYAxis { frame.overlay(chrome.corner, x: plot.x - 1, y: y, area.styles.axis) }
    let axis = Cell(chrome.xAxis, area.styles.axis)
    for x in plot.x..<plot.maxX { frame.overlay(axis, x: x, y: y) }
    for tick in xTicks.ticks {
      guard let column = projection.column(of: tick.value) else { continue }
      frame.overlay(chrome.xTick, x: column, y: y, area.styles.axis)
      let label = Ticks.labelSpan(
        of: tick.label.count, at: column, in: self.frame.x..<plot.maxX)
      frame.write(tick.label, x: label.lowerBound, y: y + 1, area.styles.label)
    }
    if let offset = xTicks.offset {
      frame.write(
        offset, x: max(plot.x, plot.maxX - offset.count), y: y, area.styles.label,
        limit: plot.width)
    }
  }
}
