import NeuralFunctions
import TerminalCells

/// The steps from the definition to the derivative; beside or below them what else to know: where
/// the function is used, its range, conventions and source.
struct DerivationPanel {
  private let description: FunctionDescription
  private let shape: FunctionShape
  private let isASCII: Bool
  /// How often more was asked for.
  private let page: Int

  init(_ model: CurvesModel, isASCII: Bool) {
    self.isASCII = isASCII
    page = model.derivationPage
    description = model.entry.description
    shape = model.entry.made(with: model.settings).shape
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
    if columns.facts != nil {
      let (left, right) = inner.splitLeft(columns.steps + Self.gap)
      draw(steps, with: &painter, in: left)
      draw(facts, with: &painter, in: right)
    } else {
      draw(page(of: steps + facts, with: &painter, in: rect), with: &painter, in: inner)
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

  /// What is in sight of lines that may be more than the rows inside `rect`; it says so on the frame.
  private func page(
    of lines: [StyledLine], with painter: inout Painter, in rect: Rect
  ) -> [StyledLine] {
    let height = rect.height - 2
    guard height > 0, lines.count > height else { return lines }
    let pages = (lines.count + height - 1) / height
    // After the last page comes the first again.
    let first = min(page % pages * height, lines.count - height)
    let shown = "\(first + 1)–\(first + height) of \(lines.count)"
    painter.write(
      " W more: \(shown) ", endingAt: rect.maxX - 2, y: rect.maxY - 1, painter.theme.quiet)
    return Array(lines[first..<first + height])
  }

  private typealias StyledLine = (text: String, style: Style)

  private func draw(_ lines: [StyledLine], with painter: inout Painter, in rect: Rect) {
    for (offset, line) in lines.prefix(rect.height).enumerated() {
      painter.write(line.text, x: rect.x, y: rect.y + offset, line.style, limit: rect.width)
    }
  }

  // MARK: Text

  private var equations: [String] {
    let steps =
      description.derivation.isEmpty
      ? [description.formula, description.derivativeFormula] : description.derivation
    return steps.map { isASCII ? $0.ascii : $0.unicode }
  }

  private func steps(width: Int) -> [String] {
    equations.flatMap { TextWrap.formula($0, width: width) }
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
