import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// The derivative's formula with the live numbers put in; on a breakpoint, both sides of it.
struct WhyPanel {
  let model: CurvesModel
  let readings: CurvesReadings

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    if model.isSearching {
      drawAbout(with: &painter, in: painter.panel(rect, title: "about"))
    } else if let breakpoint = readings.breakpoint,
      breakpoint.isShown
    {
      draw(breakpoint, with: &painter, in: painter.panel(rect, title: breakpoint.name))
    } else {
      drawSubstitution(with: &painter, in: painter.panel(rect, title: "why"))
    }
  }

  /// While a function is being chosen: what it is for, and where it comes from.
  private func drawAbout(with painter: inout Painter, in inner: Rect) {
    let lines = Self.aboutLines(of: model, width: inner.width - 2, height: inner.height)
    for (offset, line) in lines.enumerated() {
      painter.write(line, x: inner.x + 1, y: inner.y + offset, limit: inner.width - 1)
    }
  }

  /// Whole sentences; where there is no room for all, where the rest is.
  private static func aboutLines(of model: CurvesModel, width: Int, height: Int) -> [String] {
    let description = model.entry.description
    let all = TextWrap.lines("\(description.use) \(description.source).", width: width)
    if all.count <= height { return all }
    return fitting(TextWrap.lines(description.use, width: width), height: height)
  }

  /// Both sides of the point and what is used there; at a jump those of the value too.
  private func draw(_ point: Breakpoint, with painter: inout Painter, in inner: Rect) {
    let jumps = point.kind == .jump
    var names = model.function.quantities.brief.map(painter.spelled)
    let label = 8
    let room = inner.width - label - 1
    if jumps && painter.width(of: names[0]) + painter.width(of: names[1]) > room {
      names = ["f", painter.spelled("f′")]
    }
    let values = [point.value.left, point.value.right, point.value.used].map { side($0, width: 6) }
    let widest = values.map { painter.width(of: $0) }.max() ?? 0
    let valueWidth = jumps ? max(6, painter.width(of: names[0]), widest) + 1 : 0
    let columns = (value: inner.x + label, derivative: inner.x + label + valueWidth)
    if jumps { painter.write(names[0], x: columns.value, y: inner.y, painter.theme.function) }
    painter.write(names[1], x: columns.derivative, y: inner.y, painter.theme.derivative)
    let rows = [
      ("left", values[0], point.derivative.left), ("right", values[1], point.derivative.right),
      ("used", values[2], point.derivative.used),
    ]
    for (offset, row) in rows.enumerated() where offset + 1 < inner.height {
      let y = inner.y + 1 + offset
      painter.write(row.0, x: inner.x + 1, y: y, painter.theme.quiet)
      if jumps { painter.write(row.1, x: columns.value, y: y) }
      let width = inner.maxX - columns.derivative
      painter.write(side(row.2, width: width), x: columns.derivative, y: y, limit: width)
    }
    let convention = Self.conventionLines(of: point, width: inner.width - 2)
    for (offset, line) in Self.fitting(convention, height: inner.height - 4).enumerated() {
      painter.write(line, x: inner.x + 1, y: inner.y + 4 + offset, painter.theme.quiet)
    }
  }

  /// Where the rest of what does not fit is to be had.
  private static let wayOn = "… w tells all of it"

  private static func fitting(_ lines: [String], height: Int) -> [String] {
    lines.count <= height
      ? lines : height > 0 ? lines.prefix(height - 1) + [wayOn] : []
  }

  /// Whose choice the used slope is.
  private static func conventionLines(of point: Breakpoint, width: Int) -> [String] {
    let line = "convention: \(point.convention)"
    return TextWidth.columns(of: line) <= width
      ? [line] : TextWrap.lines(point.convention, width: width)
  }

  /// In as many columns, or as many more as three digits take.
  private func side(_ value: Double, width: Int) -> String {
    if value.isNaN { return "none" }
    let text = NumberText.brief(value)
    if text.count <= width { return text.withTrueMinus }
    let least = NumberText.width(of: [value], atLeast: width)
    return NumberText.fitting(value, width: least).withTrueMinus
  }

  private func drawSubstitution(with painter: inout Painter, in inner: Rect) {
    var lines = Self.lines(of: model, width: inner.width - 1, isASCII: painter.isASCII)
    if lines.count > inner.height && inner.height > 1 {
      // The result is what it is all for.
      lines.replaceSubrange(inner.height - 2..<lines.count - 1, with: [Self.wayOn])
    }
    for (offset, line) in lines.enumerated() where offset < inner.height {
      let isResult = offset == lines.count - 1 && offset > 0
      painter.write(
        line, x: inner.x + 1, y: inner.y + offset,
        isResult ? painter.theme.derivative : painter.theme.text, limit: inner.width - 1)
    }
  }

  /// How many rows the panel takes, frame included, to show everything.
  static func height(of model: CurvesModel, width: Int, isASCII: Bool) -> Int {
    if model.isSearching {
      return aboutLines(of: model, width: width - 4, height: .max).count + 2
    }
    if let point = model.shape.breakpoints.first(where: { $0.x == model.cursor && $0.isShown }) {
      return 4 + conventionLines(of: point, width: width - 4).count + 2
    }
    return max(4, lines(of: model, width: width - 3, isASCII: isASCII).count) + 2
  }

  /// The formula, its numbers and its result, broken into lines.
  private static func lines(of model: CurvesModel, width: Int, isASCII: Bool) -> [String] {
    if let equation = model.substitution(isASCII: isASCII) { return equation.lines(width: width) }
    let derivative = model.entry.description.derivativeFormula
    return TextWrap.lines(derivative.text(ascii: isASCII), width: width)
  }
}

extension Breakpoint {
  /// Whether there are sides to tell of: two, or two alike of which the slope used is not one.
  var isShown: Bool {
    kind == .jump || !derivative.areAlike
  }
}

extension OneSided {
  /// Whether both sides and what is used are the same, as far as it is known.
  var areAlike: Bool { left == right && (used == left || used.isNaN) }
}
