import NeuralFunctions
import TerminalCells

/// The numbers behind the present view, line by line: the first lines matter most.
struct SoftmaxReadingPanel {
  /// A line and how it looks.
  struct Line {
    enum Weight { case strong, plain, quiet, warning }

    let text: String
    let weight: Weight

    init(_ text: String, _ weight: Weight = .plain) {
      self.text = text
      self.weight = weight
    }
  }

  let model: SoftmaxModel

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let inner = painter.box(rect, title: title)
    let wrapped = lines.flatMap { wrap($0, to: inner.width - 2, painter) }
    let shown = wrapped.count <= inner.height ? wrapped : lines
    for (offset, line) in shown.prefix(inner.height).enumerated() {
      painter.write(
        line.text, x: inner.x + 1, y: inner.y + offset, style(line.weight, painter.theme),
        limit: inner.width - 2)
    }
  }

  /// A line broken between words; the rest of it is indented.
  private func wrap(_ line: Line, to width: Int, _ painter: Painter) -> [Line] {
    var texts: [String] = []
    for word in line.text.split(separator: " ", omittingEmptySubsequences: false) {
      if let last = texts.last, painter.width(of: last) + 1 + painter.width(of: word) <= width {
        texts[texts.count - 1] = last + " " + word
      } else {
        texts.append(texts.isEmpty ? String(word) : "    " + word)
      }
    }
    return texts.map { Line($0, line.weight) }
  }

  private func style(_ weight: Line.Weight, _ theme: Theme) -> Style {
    switch weight {
    case .strong: theme.title
    case .plain: theme.text
    case .quiet: theme.quiet
    case .warning: theme.warning
    }
  }

  private var title: String {
    switch model.detail {
    case .jacobian: model.showsDiagonalOnly ? "the classic mistake: s(1 − s)" : "this entry"
    case .nudge: "J·Δx"
    case .loss: "from the loss to p − y (Space steps)"
    case .stability: "where inf and nan come from"
    }
  }

  var lines: [Line] {
    switch model.detail {
    case .jacobian:
      model.showsDiagonalOnly
        ? DiagonalMistake(model).lines : JacobianReading(model).lines
    case .nudge(let readings): NudgeExplanation(model, readings).lines
    case .loss(let readings): LossDerivation(model, readings).lines
    case .stability(let readings): StabilityExplanation(model, readings).lines
    }
  }
}
