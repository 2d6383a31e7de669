import NeuralFunctions
import TerminalCells

/// The derivative's formula with the live numbers put in; on a breakpoint, both sides of it.
struct WhyPanel {
  let model: CurvesModel
  let readings: CurvesReadings

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    if model.isSearching {
      drawAbout(with: &painter, in: painter.box(rect, title: "about"))
    } else if let breakpoint = readings.breakpoint,
      breakpoint.derivative.left != breakpoint.derivative.right
    {
      draw(breakpoint, with: &painter, in: painter.box(rect, title: breakpoint.kind.name))
    } else {
      drawSubstitution(with: &painter, in: painter.box(rect, title: "why"))
    }
  }

  /// While a function is being chosen: what it is for, and where it comes from.
  private func drawAbout(with painter: inout Painter, in inner: Rect) {
    let description = model.entry.description
    let lines = TextWrap.lines(
      "\(description.use) \(description.source).", width: inner.width - 2)
    for (offset, line) in lines.enumerated() where offset < inner.height {
      painter.write(line, x: inner.x + 1, y: inner.y + offset, limit: inner.width - 1)
    }
  }

  private func draw(_ point: Breakpoint, with painter: inout Painter, in inner: Rect) {
    let sides = point.derivative
    let symbol = painter.spelled(model.function.symbol)
    let rows = [
      ("left", NumberText.brief(sides.left)), ("right", NumberText.brief(sides.right)),
      ("used", "\(NumberText.brief(sides.used)) · \(point.convention)"),
    ]
    painter.write("\(symbol)′ here", x: inner.x + 1, y: inner.y, painter.theme.derivative)
    for (offset, row) in rows.enumerated() where offset + 1 < inner.height {
      let y = inner.y + 1 + offset
      painter.write(row.0, x: inner.x + 1, y: y, painter.theme.quiet)
      painter.write(row.1.withTrueMinus, x: inner.x + 8, y: y, limit: inner.maxX - inner.x - 8)
    }
  }

  private func drawSubstitution(with painter: inout Painter, in inner: Rect) {
    guard let formula = model.function.substitutedDerivative(at: readings.x) else {
      painter.write(
        model.entry.description.derivativeFormula, x: inner.x + 1, y: inner.y,
        limit: inner.width - 1)
      return
    }
    let equation = SubstitutionText(formula, isASCII: painter.isASCII)
    let indent = inner.x + 1
    painter.write(equation.formula, x: indent, y: inner.y, limit: inner.width - 1)
    let equals = max(0, min(equation.columnOfEquals, 8))
    var y = inner.y + 1
    for line in equation.substitutionLines(width: inner.width - equals - 3) where y < inner.maxY - 1
    {
      let isFirst = y == inner.y + 1
      painter.write((isFirst ? "= " : "  ") + line, x: indent + equals, y: y)
      y += 1
    }
    guard y < inner.maxY, !equation.saysTheResult else { return }
    painter.write("= \(equation.result)", x: indent + equals, y: y, painter.theme.derivative)
  }
}

/// A substituted formula as lines of text.
///
/// Numbers show five significant digits and the result four, so that what is seen multiplies out
/// to what is seen; where terms cancel they show as many more as cancel.
struct SubstitutionText {
  let formula: String
  let result: String
  private let words: [String]

  init(_ substituted: SubstitutedFormula, isASCII: Bool) {
    formula = isASCII ? substituted.formula.ascii : substituted.formula.unicode
    result = NumberText.brief(substituted.result, digits: 4).withTrueMinus
    let digits = Self.digits(for: substituted)
    let text = substituted.substitution.pieces.map { piece in
      switch piece {
      case .text(let text): return text
      case .number(let value):
        let number = NumberText.brief(value, digits: digits).withTrueMinus
        return value < 0 ? "(\(number))" : number
      }
    }.joined()
    words = text.split(separator: " ").map(String.init)
  }

  private static func digits(for substituted: SubstitutedFormula) -> Int {
    var largest = 0.0
    var isSum = false
    for piece in substituted.substitution.pieces {
      switch piece {
      case .text(let text): isSum = isSum || text.contains { "+−".contains($0) }
      case .number(let value): largest = max(largest, value.magnitude)
      }
    }
    let size = substituted.result.magnitude
    guard isSum, largest.isFinite, size > 0, size < largest else { return 5 }
    let cancelled = NumberText.decimalExponent(largest) - NumberText.decimalExponent(size)
    return 5 + Int(min(12, cancelled.rounded(.down)))
  }

  /// Whether the substitution is a number already.
  var saysTheResult: Bool { words == [result] }

  /// Where the equals sign of the formula stands.
  var columnOfEquals: Int {
    formula.firstIndex(of: "=").map { formula.distance(from: formula.startIndex, to: $0) } ?? 0
  }

  /// The substitution broken between words into lines of at most `width` columns.
  func substitutionLines(width: Int) -> [String] {
    TextWrap.lines(words.joined(separator: " "), width: width)
  }
}
