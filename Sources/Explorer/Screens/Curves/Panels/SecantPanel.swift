import NeuralFunctions
import Plotting
import TerminalCells
import Widgets
import Wording

/// The secant's slope against the true derivative, and the error over h: a V, whose right arm is
/// truncation and whose left arm is rounding. Where nothing is truncated there is no right arm.
struct SecantPanel {
  let model: CurvesModel

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty, let secant = model.secant else { return }
    let kind = secant.kind == .forward ? "forward" : "central"
    let inner = painter.panel(rect, title: "secant: log-log error")
    let slope = secant.slope(of: model.function, at: model.cursor)
    let error = slope - model.function.derivative(model.cursor)
    let h = NumberText.brief(secant.h).withTrueMinus
    let fits = inner.width - 21 >= painter.width(of: h)
    var rows = [
      (kind, NumberText.readout(slope, width: 9), fits ? "h" : "", fits ? h : ""),
      ("error", NumberText.fitting(error, width: 9, most: 3), "", ""),
    ]
    // Never cut: where it has no room beside the slope, it has a line of its own.
    if !fits { rows.append(("h", h, "", "")) }
    for (offset, row) in rows.enumerated() where offset < inner.height {
      let y = inner.y + offset
      painter.write(row.0, x: inner.x + 1, y: y, painter.theme.quiet)
      painter.write(row.1.withTrueMinus, x: inner.x + 9, y: y, painter.theme.secant, limit: 10)
      painter.write(row.2, x: inner.x + 19, y: y, painter.theme.quiet)
      painter.write(row.3, x: inner.x + 21, y: y, painter.theme.cursor, limit: inner.width - 21)
    }
    drawErrors(secant, with: &painter, in: inner.splitTop(rows.count).rest)
  }

  /// The common logarithm of the error's size over that of h.
  private func drawErrors(_ secant: Secant, with painter: inout Painter, in rect: Rect) {
    let errors = secant.errors(of: model.function, at: model.cursor)
    let (label, plot) = rect.splitTop(1)
    if label.height > 0 { drawArms(errors, with: &painter, in: label) }
    guard plot.height >= 3 else { return }
    let points = errors.map {
      (Double($0.halfDecades) / 2, NumberText.decimalExponent($0.size))
    }
    guard let low = points.map(\.1).min(), let high = points.map(\.1).max() else { return }
    let y = AxisRange.fitting([low, high], margin: 0.1)
    let viewport = Viewport(
      x: AxisRange(Double(Secant.smallest) / 2, Double(Secant.largest) / 2), y: y)
    let layout = PlotArea(
      viewport, chrome: painter.chrome, styles: painter.theme.plotStyles,
      widensToRows: true, widensToColumns: true
    )
    .layout(in: plot)
    layout.drawAxes(into: &painter.frame)
    // The chosen h comes last, so that no neighbour hides it.
    let chosen = Double(secant.halfDecades) / 2
    for (h, error) in points.filter({ $0.0 != chosen }) + points.filter({ $0.0 == chosen }) {
      layout.drawMarker(
        x: h, y: error, as: h == chosen ? .closedDot : .openDot,
        h == chosen ? painter.theme.cursor : painter.theme.secant, into: &painter.frame)
    }
  }

  /// What each arm of the V is, above it.
  private func drawArms(
    _ errors: [Secant.ErrorPoint], with painter: inout Painter, in rect: Rect
  ) {
    guard model.function.derivative(model.cursor).isFinite else { return }
    let style = painter.theme.quiet
    let (x, width) = (rect.x + 1, rect.width - 2)
    if let secant = model.secant, secant.slope(of: model.function, at: model.cursor).isNaN {
      painter.write("x + h is outside", x: x, y: rect.y, style, limit: width)
    } else if errors.isEmpty {
      painter.write("no error at any h", x: x, y: rect.y, style, limit: width)
    } else if errors.allSatisfy(\.isRounding) {
      painter.write("rounding only", x: x, y: rect.y, style, limit: width)
    } else {
      let right = "truncation"
      if errors.contains(where: \.isRounding) {
        painter.write("rounding", x: x, y: rect.y, style, limit: width)
      }
      painter.write(right, x: max(x, x + width - right.count), y: rect.y, style, limit: width)
    }
  }
}
