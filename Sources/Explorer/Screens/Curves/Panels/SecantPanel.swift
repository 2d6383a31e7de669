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
    let ends = secant.ends(of: model.function, at: model.cursor)
    let kind = ends?.way.rawValue ?? secant.kind.rawValue
    let inner = painter.panel(
      rect,
      title: painter.fitting(
        [
          "secant: log₁₀ |error| over log₁₀ h", "log₁₀ |error| over log₁₀ h",
          "log |error| over log h",
        ],
        width: rect.width - 1))
    let slope = ends?.slope(of: model.function) ?? .nan
    let error = slope - model.function.derivative(model.cursor)
    let h = NumberText.brief(secant.h).withTrueMinus
    let texts = [
      NumberText.readout(slope, width: NumberText.width(of: [slope], atLeast: 9)),
      NumberText.fitting(error, width: NumberText.width(of: [error], atLeast: 9), most: 3),
    ]
    let fits = inner.width - 22 >= painter.width(of: h) && texts[0].count <= 9
    var rows = [
      (kind, slope.isNaN ? "none" : texts[0], fits ? "h" : "", fits ? h : ""),
      ("error", error.isNaN ? "none" : texts[1], "", ""),
    ]
    // Never cut: where it has no room beside the slope, it has a line of its own.
    if !fits { rows.append(("h", h, "", "")) }
    for (offset, row) in rows.enumerated() where offset < inner.height {
      let y = inner.y + offset
      painter.write(row.0, x: inner.x + 1, y: y, painter.theme.quiet)
      painter.write(row.1.withTrueMinus, x: inner.x + 10, y: y, painter.theme.secant, limit: 10)
      painter.write(row.2, x: inner.x + 20, y: y, painter.theme.quiet)
      painter.write(row.3, x: inner.x + 22, y: y, painter.theme.cursor, limit: inner.width - 22)
    }
    drawErrors(secant, with: &painter, in: inner.splitTop(rows.count).rest)
  }

  /// The common logarithm of the error's size over that of h.
  private func drawErrors(_ secant: Secant, with painter: inout Painter, in rect: Rect) {
    let errors = secant.errors(of: model.function, at: model.cursor)
    let (label, below) = rect.splitTop(1)
    if label.height > 0 { drawArms(errors, with: &painter, in: label) }
    guard below.height >= 3 else { return }
    // Its axes are named where that leaves curves a few rows.
    let isNamed = below.height >= 6 && !errors.isEmpty
    let (plot, names) = below.splitBottom(isNamed ? 1 : 0)
    if isNamed {
      let text = painter.fitting(
        ["up: log₁₀ |error|, right: log₁₀ h", "↑ log |error|  → log h", "↑ |error| → h"],
        width: names.width - 1)
      painter.write(text, endingAt: names.maxX - 1, y: names.y, painter.theme.quiet)
    }
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
    let style = painter.theme.quiet
    let (x, width) = (rect.x + 1, rect.width - 2)
    if let remark {
      painter.write(remark, x: x, y: rect.y, style, limit: width)
    } else if !model.function.derivative(model.cursor).isFinite {
      painter.write("f′ is not finite here", x: x, y: rect.y, style, limit: width)
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

  /// Why there is no secant or no V, and what to press; nil where there is nothing to say.
  private var remark: String? {
    let (function, x) = (model.function, model.cursor)
    guard let ends = model.secant?.ends(of: function, at: x) else { return "outside: ; for less h" }
    if ends.left == ends.right { return "x + h = x: ' for more" }
    if let point = function.shape.breakpoints.first(where: { $0.x == x }),
      let limit = ends.limit(at: point)
    {
      return "h → 0 gives \(NumberText.brief(limit, digits: 3).withTrueMinus)"
    }
    return ends.slope(of: function).isNaN ? "f is not finite there" : nil
  }
}
