import NeuralFunctions
import TerminalCells

/// The steps from the definition to the derivative; beside or below them what else to know: where
/// the function is used, its range, conventions and source.
struct DerivationPanel {
  private let description: FunctionDescription
  private let shape: FunctionShape
  /// How often more was asked for.
  private let page: Int

  init(_ model: CurvesModel) {
    page = model.derivationPage
    description = model.entry.description
    shape = model.entry.made(with: model.settings).shape
  }

  private static let widthForTwoColumns = 100

  /// How many rows the panel takes, frame included, of a body of this size.
  func height(in body: Size) -> Int {
    let rows =
      body.width >= Self.widthForTwoColumns
      ? max(steps.count, about(width: body.width / 2 - 3).count)
      : steps.count + about(width: body.width - 4).count
    // The steps whole, even where that leaves the plot its least; the rest as far as there is room.
    let least = min(steps.count + 2, body.height - 7)
    return min(rows + 2, max(least, body.height * 3 / 5))
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let inner = painter.box(rect, title: "from \(description.name) to its derivative")
      .inset(horizontally: 1, vertically: 0)
    if rect.width >= Self.widthForTwoColumns {
      let (left, right) = inner.splitLeft(inner.width / 2)
      draw(stepLines(painter), with: &painter, in: left)
      draw(factLines(painter, width: right.width - 1), with: &painter, in: right)
    } else {
      let lines = stepLines(painter) + factLines(painter, width: inner.width - 1)
      let first = Self.first(after: page, of: lines.count, height: inner.height)
      draw(Array(lines.dropFirst(first)), with: &painter, in: inner)
      if lines.count > inner.height {
        let shown = "\(first + 1)–\(min(lines.count, first + inner.height)) of \(lines.count)"
        painter.write(
          " W more: \(shown) ", endingAt: rect.maxX - 2, y: rect.maxY - 1, painter.theme.quiet)
      }
    }
  }

  /// The first line of a page; after the last page comes the first again.
  private static func first(after page: Int, of count: Int, height: Int) -> Int {
    guard height > 0, count > height else { return 0 }
    let pages = (count + height - 1) / height
    return min(page % pages * height, count - height)
  }

  private typealias StyledLine = (text: String, style: Style)

  private func stepLines(_ painter: Painter) -> [StyledLine] {
    steps.map { (painter.spelled($0), painter.theme.text) }
  }

  private func factLines(_ painter: Painter, width: Int) -> [StyledLine] {
    about(width: width).map { ($0, painter.theme.quiet) }
  }

  private func draw(_ lines: [StyledLine], with painter: inout Painter, in rect: Rect) {
    for (offset, line) in lines.prefix(rect.height).enumerated() {
      painter.write(
        line.text, x: rect.x, y: rect.y + offset, line.style, limit: rect.width - 1)
    }
  }

  private var steps: [Notation] {
    description.derivation.isEmpty
      ? [description.formula, description.derivativeFormula] : description.derivation
  }

  private func about(width: Int) -> [String] {
    var facts = [
      description.use,
      "Domain \(shape.domain.notation.unicode), range \(shape.range.notation.unicode).",
    ]
    facts += description.remarks
    facts += ["Source: \(description.source).", "Accuracy: \(description.accuracy)"]
    return facts.flatMap { TextWrap.lines($0, width: width) }
  }
}
