import NeuralFunctions
import TerminalCells
import Wording

/// The derivative's formula with the live numbers put in; on a breakpoint, both sides of it.
struct WhyPanel {
  let model: CurvesModel
  let readings: CurvesReadings
  let memory: CurvesMemory

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    if model.isSearching {
      drawAbout(with: &painter, in: painter.panel(rect, title: "about"))
    } else if let breakpoint = readings.breakpoint,
      breakpoint.isShown
    {
      draw(breakpoint, with: &painter, in: painter.panel(rect, title: breakpoint.kind.name))
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
    let use = TextWrap.lines(description.use, width: width)
    if use.count <= height { return use }
    return use.prefix(max(0, height - 1)) + ["… w tells all of it"]
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
    let valueWidth = jumps ? max(7, painter.width(of: names[0]) + 1) : 0
    let columns = (value: inner.x + label, derivative: inner.x + label + valueWidth)
    if jumps { painter.write(names[0], x: columns.value, y: inner.y, painter.theme.function) }
    painter.write(names[1], x: columns.derivative, y: inner.y, painter.theme.derivative)
    let rows = [
      ("left", point.value.left, point.derivative.left),
      ("right", point.value.right, point.derivative.right),
      ("used", point.value.used, point.derivative.used),
    ]
    for (offset, row) in rows.enumerated() where offset + 1 < inner.height {
      let y = inner.y + 1 + offset
      painter.write(row.0, x: inner.x + 1, y: y, painter.theme.quiet)
      if jumps { painter.write(side(row.1, width: 6), x: columns.value, y: y) }
      let width = inner.maxX - columns.derivative
      painter.write(side(row.2, width: width), x: columns.derivative, y: y, limit: width)
    }
    let convention = Self.conventionLines(of: point, width: inner.width - 2)
    for (offset, line) in convention.enumerated() where offset + 4 < inner.height {
      painter.write(line, x: inner.x + 1, y: inner.y + 4 + offset, painter.theme.quiet)
    }
  }

  /// Whose choice the used slope is.
  private static func conventionLines(of point: Breakpoint, width: Int) -> [String] {
    let line = "convention: \(point.convention)"
    return TextWidth.columns(of: line) <= width
      ? [line] : TextWrap.lines(point.convention, width: width)
  }

  private func side(_ value: Double, width: Int) -> String {
    let text = NumberText.brief(value)
    let fits = text.count <= width
    return value.isNaN
      ? "none" : (fits ? text : NumberText.fitting(value, width: width)).withTrueMinus
  }

  private func drawSubstitution(with painter: inout Painter, in inner: Rect) {
    var lines = Self.lines(
      of: model, width: inner.width - 1, isASCII: painter.isASCII, memory: memory)
    if lines.count > inner.height && inner.height > 2 {
      // The result is what it is all for.
      let hidden = inner.height - 2..<lines.count - 1
      let indent = lines[lines.count - 1].prefix { $0 == " " }
      lines.replaceSubrange(hidden, with: [indent + (painter.isASCII ? "  ..." : "  …")])
    }
    for (offset, line) in lines.enumerated() where offset < inner.height {
      let isResult = offset == lines.count - 1 && offset > 0
      painter.write(
        line, x: inner.x + 1, y: inner.y + offset,
        isResult ? painter.theme.derivative : painter.theme.text, limit: inner.width - 1)
    }
  }

  /// How many rows the panel takes, frame included, to show everything.
  static func height(
    of model: CurvesModel, width: Int, isASCII: Bool, memory: CurvesMemory
  ) -> Int {
    if model.isSearching {
      return aboutLines(of: model, width: width - 4, height: .max).count + 2
    }
    if let point = model.shape.breakpoints.first(where: { $0.x == model.cursor && $0.isShown }) {
      return 4 + conventionLines(of: point, width: width - 4).count + 2
    }
    return max(4, lines(of: model, width: width - 3, isASCII: isASCII, memory: memory).count) + 2
  }

  private static func lines(
    of model: CurvesModel, width: Int, isASCII: Bool, memory: CurvesMemory
  ) -> [String] {
    let key = CurvesMemory.WhyKey(
      view: model.view, x: model.cursor.bitPattern, width: width, isASCII: isASCII)
    return memory.why.value(for: key) { makeLines(of: model, width: width, isASCII: isASCII) }
  }

  /// The formula, its numbers and its result, broken into lines.
  private static func makeLines(of model: CurvesModel, width: Int, isASCII: Bool) -> [String] {
    guard let formula = model.function.substitutedDerivative(at: model.cursor) else {
      let derivative = model.entry.description.derivativeFormula
      return TextWrap.lines(derivative.text(ascii: isASCII), width: width)
    }
    let equation = SubstitutionText(formula, isASCII: isASCII)
    let indent = String(repeating: " ", count: max(0, min(equation.columnOfEquals, 8)))
    var lines = TextWrap.formula(equation.formula, width: width)
    let substitution = equation.substitutionLines(width: width - indent.count - 2)
    for (offset, line) in substitution.enumerated() {
      lines.append(indent + (offset == 0 ? "= " : "  ") + line)
    }
    if !equation.saysTheResult { lines.append(indent + "= \(equation.result)") }
    return lines
  }
}

extension Breakpoint {
  /// Whether there are two sides to tell of.
  var isShown: Bool {
    kind == .jump || derivative.left != derivative.right
  }
}

/// A substituted formula as lines of text.
///
/// Numbers show five significant digits, the result four of a product and five of a sum, so that what
/// is seen gives what is seen; where terms cancel they show more than cancel, and the result four.
struct SubstitutionText {
  let formula: String
  let result: String
  private let words: [String]

  init(_ substituted: SubstitutedFormula, isASCII: Bool) {
    formula = isASCII ? substituted.formula.ascii : substituted.formula.unicode
    let isSum = Self.isSum(substituted)
    let digits = Self.digits(for: substituted, isSum: isSum)
    let resultDigits = isSum && digits == 5 ? 5 : 4
    result = NumberText.significant(substituted.result, digits: resultDigits).withTrueMinus
    let pieces = substituted.substitution.pieces
    var text = ""
    for index in pieces.indices {
      switch pieces[index] {
      case .text(let piece): text += piece
      case .number(let value):
        let number = NumberText.significant(value, digits: digits).withTrueMinus
        text += value < 0 && !Self.isEnclosed(index, in: pieces) ? "(\(number))" : number
      }
    }
    words = text.split(separator: " ").map(String.init)
  }

  /// Whether a number stands alone in parentheses already, as in exp(x).
  private static func isEnclosed(_ index: Int, in pieces: [Substitution.Piece]) -> Bool {
    guard index > 0, index + 1 < pieces.count, case .text(let before) = pieces[index - 1],
      case .text(let after) = pieces[index + 1]
    else { return false }
    return before.hasSuffix("(") && after.hasPrefix(")")
  }

  private static func isSum(_ substituted: SubstitutedFormula) -> Bool {
    substituted.substitution.pieces.contains {
      if case .text(let text) = $0 { text.contains { "+−".contains($0) } } else { false }
    }
  }

  private static func digits(for substituted: SubstitutedFormula, isSum: Bool) -> Int {
    let largest = substituted.substitution.pieces.reduce(0.0) {
      if case .number(let value) = $1 { max($0, value.magnitude) } else { $0 }
    }
    let size = substituted.result.magnitude
    guard isSum, largest.isFinite, size > 0, size < largest else { return 5 }
    let cancelled = NumberText.decimalExponent(largest) - NumberText.decimalExponent(size)
    // One more than cancels, so that the rounding of two terms does not show in the result.
    return cancelled < 1 ? 5 : 6 + Int(min(11, cancelled.rounded(.down)))
  }

  /// Whether the substitution is a number already.
  var saysTheResult: Bool { words == [result] }

  /// Where the equals sign of the formula stands.
  var columnOfEquals: Int {
    formula.firstIndex(of: "=").map { formula.distance(from: formula.startIndex, to: $0) } ?? 0
  }

  /// The substitution broken between words into lines of at most `width` columns.
  func substitutionLines(width: Int) -> [String] {
    TextWrap.equation(words, width: width)
  }
}
