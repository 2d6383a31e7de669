import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// The steps from the definition to the derivative; beside or below them what else to know: where
/// the function is used, its range, conventions and source.
struct DerivationPanel {
  private let description: FunctionDescription
  private let shape: FunctionShape
  private let isASCII: Bool
  /// What holds at the cursor, line by line.
  private let here: [String]
  /// How often more was asked for.
  private let page: Int

  init(_ model: CurvesModel, isASCII: Bool) {
    self.isASCII = isASCII
    page = model.derivationPage
    description = model.entry.description
    shape = model.entry.made(with: model.settings).shape
    here = Self.here(model, isASCII: isASCII)
  }

  private static let widthForTwoColumns = 100
  private static let leastFactsWidth = 36

  /// How many rows the panel takes, frame included, of a body of this size.
  func height(in body: Size) -> Int {
    let columns = columns(in: body.width - 4)
    let steps = steps(width: columns.steps).count
    let facts = facts(width: columns.facts ?? columns.steps).count
    let rows = columns.facts == nil ? steps + facts : max(steps, facts)
    // The steps whole, even where that leaves the plot its least; the rest as far as there is room.
    let least = min(steps + 2, body.height - 7)
    return min(rows + 2, max(least, body.height * 3 / 5))
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let inner = painter.panel(rect, title: "from \(description.name) to its derivative")
      .inset(horizontally: 1, vertically: 0)
    let columns = columns(in: inner.width)
    let steps = steps(width: columns.steps).map { ($0, painter.theme.text) }
    let facts = facts(width: columns.facts ?? columns.steps).map { ($0, painter.theme.quiet) }
    guard inner.height > 0 else { return }
    if columns.facts != nil {
      let (left, right) = inner.splitLeft(columns.steps + Self.gap)
      let pages = Pages(of: max(steps.count, facts.count), height: inner.height, page: page)
      draw(pages.shown(of: steps), with: &painter, in: left)
      draw(pages.shown(of: facts), with: &painter, in: right)
      tell(pages, with: &painter, in: rect)
    } else {
      let pages = Pages(of: steps.count + facts.count, height: inner.height, page: page)
      draw(pages.shown(of: steps + facts), with: &painter, in: inner)
      tell(pages, with: &painter, in: rect)
    }
  }

  // MARK: Columns and pages

  private static let gap = 2

  /// The widths of the steps and of the facts beside them; nil if those stand below, as where the
  /// longest step leaves them no room.
  private func columns(in width: Int) -> (steps: Int, facts: Int?) {
    let widest = equations.map { TextWidth.columns(of: $0) }.max() ?? 0
    let left = max(width / 2, widest)
    let right = width - left - Self.gap
    let hasRoom = width + 4 >= Self.widthForTwoColumns && right >= Self.leastFactsWidth
    return hasRoom ? (left, right) : (width, nil)
  }

  /// Says on the frame that there is more than is in sight, and which key shows it.
  private func tell(_ pages: Pages, with painter: inout Painter, in rect: Rect) {
    guard pages.areMany else { return }
    let shown = pages.shown
    painter.write(
      " W more: \(shown.lowerBound + 1)–\(shown.upperBound) of \(pages.count) ",
      endingAt: rect.maxX - 2, y: rect.maxY - 1, painter.theme.quiet)
  }

  private typealias StyledLine = (text: String, style: Style)

  private func draw(_ lines: ArraySlice<StyledLine>, with painter: inout Painter, in rect: Rect) {
    for (offset, line) in lines.prefix(rect.height).enumerated() {
      painter.write(line.text, x: rect.x, y: rect.y + offset, line.style, limit: rect.width)
    }
  }

  // MARK: Text

  /// The definition, with which a derivation begins, the steps, and what is written σ in them.
  var equations: [String] {
    let steps =
      description.derivation.isEmpty
      ? [description.derivativeFormula] : description.derivation.map(\.notation)
    let definition = description.formula
    let right = definition.unicode.split(separator: " = ", maxSplits: 1).last ?? ""
    let isThere = steps.first?.unicode.contains(right) == true
    var all = isThere ? steps : [definition] + steps
    if all.contains(where: { $0.unicode.contains("σ(") }), description.symbol.unicode != "σ" {
      all.append(Notation("with σ(x) = 1 / (1 + e⁻ˣ)", ascii: "with s(x) = 1 / (1 + e^-x)"))
    }
    return all.map { isASCII ? $0.ascii : $0.unicode }
  }

  private func steps(width: Int) -> [String] {
    (equations + here).flatMap { TextWrap.formula($0, width: width) }
  }

  /// The derivative with the numbers at the cursor put in, or the two sides of a break.
  private static func here(_ model: CurvesModel, isASCII: Bool) -> [String] {
    let readings = CurvesReadings(model)
    let variable = model.function.variable
    let place =
      "at \(isASCII ? variable.ascii : variable.unicode) = "
      + NumberText.place(readings.x, digits: max(4, readings.positionDigits)).withTrueMinus
    if let point = readings.breakpoint, point.isShown {
      let slopes = point.derivative
      func side(_ value: Double) -> String {
        value.isNaN ? "none" : NumberText.brief(value).withTrueMinus
      }
      return [
        "\(place) slopes: left \(side(slopes.left)), right \(side(slopes.right)), used "
          + "\(side(slopes.used)) (\(point.convention))"
      ]
    }
    guard let formula = model.function.substitutedDerivative(at: model.cursor) else { return [] }
    let equation = SubstitutionText(
      formula, result: readings.derivativeReading, isASCII: isASCII)
    return ["\(place): \(equation.line)"]
  }

  private func facts(width: Int) -> [String] {
    var facts = [
      description.use,
      "Domain \(shape.domain.notation.unicode), range \(shape.range.notation.unicode).",
    ]
    facts += description.remarks
    facts += ["Source: \(description.source).", "Accuracy: \(description.accuracy)"]
    return facts.flatMap { TextWrap.lines($0, width: width) }
  }
}

/// Which of so many lines are in sight of a panel that shows them page by page.
private struct Pages {
  let count: Int
  let shown: Range<Int>
  var areMany: Bool { shown.count < count }

  /// - Parameter page: after the last comes the first again.
  init(of count: Int, height: Int, page: Int) {
    self.count = count
    let rows = min(max(1, height), count)
    let pages = rows > 0 ? (count + rows - 1) / rows : 1
    let first = min(page % max(1, pages) * rows, count - rows)
    shown = first..<first + rows
  }

  /// The part of `lines` in sight; a column that ends before that stays at its end.
  func shown<Line>(of lines: [Line]) -> ArraySlice<Line> {
    let first = max(0, min(shown.lowerBound, lines.count - shown.count))
    return lines.dropFirst(first).prefix(shown.count)
  }
}
