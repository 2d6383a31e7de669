import TerminalCells
import Widgets
import Wording

/// The steps from the definition to the derivative as far as they are told, the newest in sight; or a
/// page about the function.
struct DerivationPanel {
  private let model: CurvesModel
  private let isASCII: Bool

  init(_ model: CurvesModel, isASCII: Bool) {
    (self.model, self.isASCII) = (model, isASCII)
  }

  /// Before the steps, for the mark of the newest.
  private static let margin = 2
  /// The most columns of a line of prose.
  private static let widestProse = 100

  // MARK: Size

  /// How many rows the panel takes, its heading included: the same whatever is told and wherever the
  /// cursor is.
  ///
  /// - Parameter room: the rows that the plot does not need.
  func height(in body: Size, room: Int) -> Int {
    let steps = told(width: Self.textWidth(body.width)).steps
    let numbers = model.state.derivation?.showsNumbers == true ? steps.count : 0
    let place = body.width < 110 ? 2 : 1
    let wanted = 1 + steps.reduce(0) { $0 + $1.count } + numbers + place
    // The longest step whole, even where that leaves the plot its least.
    let longest = 1 + (steps.map(\.count).max() ?? 0) + (numbers > 0 ? 1 : 0)
    return min(wanted, max(room, min(longest, body.height - Self.leastPlot)))
  }

  /// An axis and two rows of curves.
  private static let leastPlot = 4

  private static func textWidth(_ width: Int) -> Int { width - margin - 1 }

  /// The heading and the lines of all steps, with rules, which stay while only the cursor moves.
  private func told(width: Int) -> CurvesMemory.Derivation {
    let key = CurvesMemory.DerivationKey(
      drawn: model.sight.drawn, isASCII: isASCII, width: width)
    return model.memory.derivation.value(for: key) {
      let text = DerivationText(model, isASCII: isASCII)
      return .init(
        title: text.title, width: width, rules: text.steps.map(\.rule),
        steps: DerivationLines(text.steps, width: width).steps)
    }
  }

  /// The lines of all steps, with what is told beside them.
  private func lines(width: Int, hasNumbers: Bool) -> [[DerivationLines.Line]] {
    guard hasNumbers else { return told(width: width).steps }
    let text = DerivationText(model, isASCII: isASCII, showsNumbers: true)
    return DerivationLines(text.steps, width: width).steps
  }

  /// How many pages there are about the function.
  func pages(in rect: Rect) -> Int {
    let rows = max(1, rect.height - 1)
    return max(1, (facts(in: rect).lines.count + rows - 1) / rows)
  }

  private func facts(in rect: Rect) -> (title: String, lines: [String]) {
    let facts = FunctionFacts(model, isASCII: isASCII)
    let width = min(Self.widestProse, rect.width - 1)
    return (facts.title, facts.sentences.flatMap { TextWrap.whole($0, width: width) })
  }

  // MARK: Drawing

  func draw(with painter: inout Painter, in rect: Rect) {
    guard rect.height > 0, let derivation = model.state.derivation else { return }
    if derivation.page > 0 {
      drawFacts(page: derivation.page, with: &painter, in: rect)
    } else {
      drawSteps(derivation, with: &painter, in: rect)
    }
  }

  private func drawFacts(page: Int, with painter: inout Painter, in rect: Rect) {
    let facts = facts(in: rect)
    let count = pages(in: rect)
    let page = min(page, count)
    drawHeading(
      count == 1
        ? [facts.title, "about it"]
        : ["\(facts.title): page \(page) of \(count)", "page \(page) of \(count)"],
      page == count
        ? ["W or w back to the steps", "W steps"] : ["W next page, w steps", "W next"],
      with: &painter, in: rect)
    let rows = rect.height - 1
    for (offset, line) in facts.lines.dropFirst((page - 1) * rows).prefix(rows).enumerated() {
      painter.write(line, x: rect.x, y: rect.y + 1 + offset, limit: rect.width)
    }
  }

  private func drawSteps(
    _ derivation: DerivationState, with painter: inout Painter, in rect: Rect
  ) {
    // All are laid out, so that none moves as more are told.
    let width = Self.textWidth(rect.width)
    let steps = lines(width: width, hasNumbers: derivation.showsNumbers)
    let story = self.told(width: width)
    let count = steps.count
    let told = min(derivation.told, count)
    drawHeading(
      titles(story, told: told),
      told == count
        ? [
          "Backspace back, w closes, # numbers, W about it", "Backspace back, w closes, W about it",
          "Backspace back, w closes", "w closes",
        ]
        : [
          "Space next, Backspace back, w all, # numbers, W about it",
          "Space next, Backspace back, w all", "Space next, w all", "Space next", "Space",
        ],
      with: &painter, in: rect)
    let room = Rect(x: rect.x, y: rect.y + 1, width: rect.width, height: rect.height - 1)
    drawSteps(
      Array(steps.prefix(told)), isWhole: told == count,
      hasNumbers: derivation.showsNumbers, with: &painter, in: room)
  }

  /// What the heading may say; with the rule of the newest step where that has no column.
  private func titles(_ story: CurvesMemory.Derivation, told: Int) -> [String] {
    let number = "step \(told) of \(story.steps.count)"
    if story.width < DerivationLines.leastWidth, let rule = story.rules[told - 1] {
      return ["\(number): \(rule)", "\(told) of \(story.steps.count): \(rule)"]
    }
    return ["\(story.title): \(number)", "\(model.function.name): \(number)", number]
  }

  private func drawSteps(
    _ steps: [[DerivationLines.Line]], isWhole: Bool, hasNumbers: Bool,
    with painter: inout Painter, in room: Rect
  ) {
    let lines = steps.flatMap { $0 }
    let newest = steps.last?.count ?? 0
    let place = placeLines(width: Self.textWidth(room.width))
    // What holds at the cursor is told below the steps where it does not hide the newest.
    let spare = room.height - (isWhole ? newest : lines.count)
    let shownPlace = place.count <= spare ? place : []
    let rows = room.height - shownPlace.count
    // The numbers of a step that is taller than the panel are what was asked for.
    let start = hasNumbers ? lines.count : lines.count - newest
    let first = max(0, min(start, lines.count - rows))
    let shown = lines.dropFirst(first).prefix(rows)
    for (offset, line) in shown.enumerated() {
      let isNewest = first + offset >= lines.count - newest
      let y = room.y + offset
      if first + offset == lines.count - newest {
        painter.write("▸", x: room.x, y: y, painter.theme.title)
      }
      for piece in line {
        let style =
          piece.isNote
          ? painter.theme.quiet : isNewest ? painter.theme.title : painter.theme.text
        painter.write(piece.text, x: room.x + Self.margin + piece.x, y: y, style)
      }
    }
    for (offset, line) in shownPlace.enumerated() {
      painter.write(
        line, x: room.x + Self.margin, y: room.y + shown.count + offset, painter.theme.derivative)
    }
  }

  private func placeLines(width: Int) -> [String] {
    PlaceText(model, isASCII: isASCII).text.map { TextWrap.formula($0, width: width) } ?? []
  }

  /// The heading and, at the right, what keys do: the longest of both that fit in the row.
  private func drawHeading(
    _ titles: [String], _ hints: [String], with painter: inout Painter, in rect: Rect
  ) {
    func fits(_ title: String, _ hint: String) -> Bool {
      painter.width(of: title) + 3 + painter.width(of: hint) <= rect.width - 1
    }
    let pairs = titles.flatMap { title in hints.map { (title, $0) } }
    let (title, hint) = pairs.first { fits($0.0, $0.1) } ?? (titles[titles.count - 1], "")
    painter.write(title, x: rect.x, y: rect.y, painter.theme.title, limit: rect.width - 1)
    painter.write(hint, endingAt: rect.maxX - 1, y: rect.y, painter.theme.quiet)
  }
}
