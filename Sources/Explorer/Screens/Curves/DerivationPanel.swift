import NeuralFunctions
import TerminalCells

/// The steps from the definition to the derivative; beside or below them what else to know: where
/// the function is used, its range, conventions and source.
struct DerivationPanel {
  private let description: FunctionDescription
  private let shape: FunctionShape

  init(_ model: CurvesModel) {
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
    let (left, right) = columns(of: inner, isWide: rect.width >= Self.widthForTwoColumns)
    for (offset, step) in steps.enumerated() where offset < left.height {
      painter.write(step, x: left.x, y: left.y + offset, limit: left.width - 1)
    }
    let facts = about(width: right.width - 1)
    for (offset, line) in facts.enumerated() where offset < right.height {
      painter.write(line, x: right.x, y: right.y + offset, painter.theme.quiet, limit: right.width)
    }
    let hidden = max(0, steps.count - left.height) + max(0, facts.count - right.height)
    if hidden > 0 {
      painter.write(
        " \(hidden) more lines in a taller window ", endingAt: rect.maxX - 2, y: rect.maxY - 1,
        painter.theme.quiet)
    }
  }

  /// Steps and facts side by side, or one above the other.
  private func columns(of inner: Rect, isWide: Bool) -> (Rect, Rect) {
    if isWide {
      let (left, right) = inner.splitLeft(inner.width / 2)
      return (left, right)
    }
    let (top, rest) = inner.splitTop(steps.count)
    return (top, rest)
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
