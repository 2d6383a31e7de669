import NeuralFunctions
import TerminalCells
import Widgets

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

  let sheet: SoftmaxSheet

  func draw(with painter: inout Painter, in rect: Rect) {
    guard rect.height > 1 else { return drawOneLine(with: &painter, in: rect) }
    let inner = painter.box(rect, title: title)
    let wrapped = wrapped(to: inner.width - 2) { painter.width(of: $0) }
    let pages = pages(wrapped, height: inner.height)
    let page = sheet.readingPage % pages.count
    for (offset, line) in pages[page].enumerated() {
      painter.write(
        line.text, x: inner.x + 1, y: inner.y + offset, style(line.weight, painter.theme),
        limit: inner.width - 2)
    }
    guard pages.count > 1 else { return }
    painter.write(
      " \(Self.wayOn(page, of: pages.count)) ", endingAt: rect.maxX - 1, y: rect.maxY - 1,
      painter.theme.quiet)
  }

  /// How to come by what there is no room for.
  private static func wayOn(_ page: Int, of count: Int) -> String {
    "W more: \(page + 1) of \(count)"
  }

  /// The lines it takes to show all in a panel that wide.
  func height(width: Int) -> Int {
    wrapped(to: width - 4) { TextWidth.columns(of: $0) }.joined().count
  }

  /// All of it, as many whole lines at a time as there is room for: a number cut in two would be
  /// another number. Remarks come after all the rest.
  private func pages(_ wrapped: [[Line]], height: Int) -> [[Line]] {
    var pages: [[Line]] = []
    var rest = wrapped
    while !rest.isEmpty {
      var page: [Line] = []
      var left: [[Line]] = []
      for (index, parts) in rest.enumerated() {
        let isRemark = parts.first?.weight == .quiet
        let fits = page.count + parts.count <= height && !(isRemark && !left.isEmpty)
        if fits {
          page += parts
        } else if index == 0 {
          page += parts.prefix(height)
          left.append(Array(parts.dropFirst(height)))
        } else {
          left.append(parts)
        }
      }
      pages.append(page)
      rest = left.filter { !$0.isEmpty }
    }
    return pages.isEmpty ? [[]] : pages
  }

  /// Without a box there is room for a line at a time, what matters most first: a line that is too
  /// long gives its result alone, or goes on in the next.
  private func drawOneLine(with painter: inout Painter, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let room = roomInOneLine(rect, painter)
    let parts = parts(to: room, painter)
    guard !parts.isEmpty else { return }
    let page = sheet.readingPage % parts.count
    let line = parts[page]
    painter.write(
      line.text, x: rect.x + 1, y: rect.y, style(line.weight, painter.theme), limit: room)
    guard parts.count > 1 else { return }
    painter.write(
      Self.wayOn(page, of: parts.count), endingAt: rect.maxX - 1, y: rect.y, painter.theme.quiet)
  }

  private func roomInOneLine(_ rect: Rect, _ painter: Painter) -> Int {
    rect.width - 3 - painter.width(of: Self.wayOn(0, of: 10))
  }

  private func parts(to room: Int, _ painter: Painter) -> [Line] {
    lines.flatMap { shortened($0, to: room) { painter.width(of: $0) } }
  }

  /// How many pages there are to turn.
  func countOfPages(in rect: Rect, _ painter: Painter) -> Int {
    guard rect.height > 1 else {
      return max(1, rect.isEmpty ? 0 : parts(to: roomInOneLine(rect, painter), painter).count)
    }
    let inner = rect.inset(horizontally: 1, vertically: 1)
    return pages(wrapped(to: inner.width - 2) { painter.width(of: $0) }, height: inner.height).count
  }

  private func shortened(_ line: Line, to room: Int, measure: (String) -> Int) -> [Line] {
    if measure(line.text) <= room { return [line] }
    let parts = line.text.split(separator: " = ").map(String.init)
    let ends = [parts.first, parts.last].compactMap { $0 }.joined(separator: " = ")
    if parts.count > 2, sheet.view != .stability, measure(ends) <= room {
      return [Line(ends, line.weight)]
    }
    return broken(line, to: room, measure: measure)
  }

  /// Each line broken between words; the rest of one is indented.
  private func wrapped(to width: Int, measure: (String) -> Int) -> [[Line]] {
    lines.map { broken($0, to: width, measure: measure) }
  }

  private func broken(_ line: Line, to width: Int, measure: (String) -> Int) -> [Line] {
    if measure(line.text) <= width { return [line] }
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

  private func style(_ weight: Line.Weight, _ theme: Theme) -> Style {
    switch weight {
    case .strong: theme.title
    case .plain: theme.text
    case .quiet: theme.quiet
    case .warning: theme.warning
    }
  }

  private var title: String {
    switch sheet.detail {
    case .jacobian: sheet.showsDiagonalOnly ? "the classic mistake: s(1 − s)" : "this entry"
    case .nudge: "J·Δx"
    case .loss: "from the loss to p − y (Space steps)"
    case .stability: "where inf and nan come from"
    }
  }

  var lines: [Line] {
    switch sheet.detail {
    case .jacobian:
      sheet.showsDiagonalOnly
        ? DiagonalMistake(sheet).lines : JacobianReading(sheet).lines
    case .nudge(let readings): NudgeExplanation(sheet, readings).lines
    case .loss(let readings): LossDerivation(sheet, readings).lines
    case .stability(let readings): StabilityExplanation(sheet, readings).lines
    }
  }
}
