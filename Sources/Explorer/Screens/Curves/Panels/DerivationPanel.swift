import TerminalCells
import Widgets

/// The steps from the definition to the derivative; beside or below them what else to know.
struct DerivationPanel {
  let model: CurvesModel
  let isASCII: Bool

  init(_ model: CurvesModel, isASCII: Bool) {
    (self.model, self.isASCII) = (model, isASCII)
  }

  private static let widthForTwoColumns = 100
  private static let leastFactsWidth = 36

  /// How many rows the panel takes, frame included, of a body of this size.
  func height(in body: Size) -> Int {
    let lines = lines(width: body.width - 4, for: .measuring)
    let (steps, facts) = (steps(lines).count, lines.facts.count)
    let rows = lines.columns.facts == nil ? steps + facts : max(steps, facts)
    // The steps whole, even where that leaves the plot its least; the rest as far as there is room.
    let least = min(steps + 2, body.height - 7)
    return min(rows + 2, max(least, body.height * 3 / 5))
  }

  func draw(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let inner = SidePanel.interior(of: rect).inset(horizontally: 1, vertically: 0)
    guard inner.height > 0 else { return }
    let lines = lines(width: inner.width, for: .drawing)
    painter.panel(rect, title: lines.title)
    let steps = steps(lines).map { ($0, painter.theme.text) }
    let facts = lines.facts.map { ($0, painter.theme.quiet) }
    let page = model.derivationPage
    if lines.columns.facts != nil {
      let (left, right) = inner.splitLeft(lines.columns.steps + Self.gap)
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
  private static func columns(
    for text: DerivationText, in width: Int
  ) -> (steps: Int, facts: Int?) {
    let widest = text.equations.map { TextWidth.columns(of: $0) }.max() ?? 0
    let left = max(width / 2, widest)
    let right = width - left - gap
    let hasRoom = width + 4 >= widthForTwoColumns && right >= leastFactsWidth
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

  /// For which of the widths that a frame takes lines are broken.
  private enum Purpose: Int { case measuring, drawing }

  private func lines(width: Int, for purpose: Purpose) -> DerivationLines {
    let key = CurvesMemory.DerivationKey(drawn: model.sight.drawn, isASCII: isASCII, width: width)
    return model.memory.derivation.value(at: purpose.rawValue, for: key) {
      let text = DerivationText(model, isASCII: isASCII)
      let columns = Self.columns(for: text, in: width)
      return DerivationLines(
        title: text.title, columns: columns,
        equations: text.equations.flatMap { TextWrap.formula($0, width: columns.steps) },
        facts: text.facts.flatMap {
          TextWrap.lines($0, width: columns.facts ?? columns.steps)
        })
    }
  }

  private func steps(_ lines: DerivationLines) -> [String] {
    lines.equations
      + DerivationText.here(model, isASCII: isASCII).flatMap {
        TextWrap.formula($0, width: lines.columns.steps)
      }
  }
}

/// What stays as it is while only the cursor moves.
struct DerivationLines: Sendable {
  let title: String
  /// The widths of the steps and of the facts beside them; nil if those stand below.
  let columns: (steps: Int, facts: Int?)
  let equations: [String]
  let facts: [String]
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
