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
    guard rect.height > 1 else { return drawOneLine(with: &painter, in: rect) }
    let inner = painter.box(rect, title: title)
    let wrapped = wrapped(to: inner.width - 2) { painter.width(of: $0) }
    for (offset, line) in whole(wrapped, in: inner.height).enumerated() {
      painter.write(
        line.text, x: inner.x + 1, y: inner.y + offset, style(line.weight, painter.theme),
        limit: inner.width - 2)
    }
  }

  /// The lines it takes to show all in a panel that wide.
  func height(width: Int) -> Int {
    wrapped(to: width - 4) { TextWidth.columns(of: $0) }.joined().count
  }

  /// The lines for which there is room from the first word to the last; a number cut in two would
  /// be another number. The first is shown in any case, remarks only after all the rest.
  private func whole(_ wrapped: [[Line]], in height: Int) -> [Line] {
    var shown: [Line] = []
    var isMissingSome = false
    for (index, parts) in wrapped.enumerated() {
      let isRemark = parts.first?.weight == .quiet
      if index == 0 || (shown.count + parts.count <= height && !(isRemark && isMissingSome)) {
        shown += parts.prefix(height - shown.count)
      } else {
        isMissingSome = true
      }
    }
    return shown
  }

  /// Without a box there is room for what matters most: the first line, or its result alone.
  private func drawOneLine(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty, let line = lines.first else { return }
    let parts = line.text.split(separator: " = ").map(String.init)
    let ends = [parts.first, parts.last].compactMap { $0 }.joined(separator: " = ")
    let room = rect.width - 2
    let isEquation = parts.count > 2 && model.view != .stability
    let text = painter.width(of: line.text) <= room || !isEquation ? line.text : ends
    painter.write(
      text, x: rect.x + 1, y: rect.y, style(line.weight, painter.theme), limit: room)
  }

  /// Each line broken between words; the rest of one is indented.
  private func wrapped(to width: Int, measure: (String) -> Int) -> [[Line]] {
    lines.map { line in
      var texts: [String] = []
      for word in line.text.split(separator: " ", omittingEmptySubsequences: false) {
        if let last = texts.last, measure(last + " " + word) <= width {
          texts[texts.count - 1] = last + " " + word
        } else {
          texts.append(texts.isEmpty ? String(word) : "    " + word)
        }
      }
      return texts.map { Line($0, line.weight) }
    }
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
