import TerminalCells
import Wording

extension Workbench {
  /// The whole screen at its present size, whatever that is.
  public var view: Frame {
    var painter = Painter(size, theme: theme)
    guard size.width > 0 && size.height > 0 else { return painter.frame }
    if let page {
      HelpPage(for: self, page).draw(with: &painter, scroll: page.scroll)
    } else if bodyFits {
      drawTabs(with: &painter)
      for placed in screen.panels(in: context) { placed.draw(with: &painter) }
      drawHints(with: &painter)
      drawStatus(with: &painter)
    } else {
      drawSizeNeeded(with: &painter)
    }
    return painter.finished
  }

  // MARK: Tabs

  /// Where the titles of the tabs stand.
  public var tabRects: [Rect] {
    let painter = Painter(Size(width: 0, height: 0), theme: theme)
    var x = painter.width(of: name) + 4
    return screens.indices.map { index in
      let width = painter.width(of: tabText(index))
      defer { x += width + 1 }
      return Rect(x: x, y: 0, width: width, height: 1)
    }
  }

  private var name: String { appearance.isASCII ? "nabla" : "∇ nabla" }

  private func tabText(_ index: Int) -> String { " \(index + 1) \(screens[index].title) " }

  private func drawTabs(with painter: inout Painter) {
    painter.write(name, x: 1, y: 0, theme.title)
    for (index, rect) in tabRects.enumerated() {
      let style = index == selected ? theme.selection : theme.quiet
      painter.write(tabText(index), x: rect.x, y: rect.y, style)
    }
    if let range = helpRange { painter.write(Self.help, x: range.lowerBound, y: 0, theme.quiet) }
  }

  private static let help = "? help"

  /// The columns of the word that opens the help page, where there is room for it.
  var helpRange: Range<Int>? {
    let start = size.width - 1 - Self.help.count
    return (tabRects.last?.maxX ?? 0) + 1 < start ? start..<size.width - 1 : nil
  }

  // MARK: Status

  private func drawStatus(with painter: inout Painter) {
    let last = size.height - 1
    // Worked out whenever it is asked for.
    let status = self.status
    let message = messageLines(status, painter)
    if let field = openField {
      // What was typed stays for mending; the message takes the line of the hints, and what it needs
      // above.
      let rows = drawMessage(message, status.kind, endingAt: last, with: &painter)
      drawField(field, y: last - max(1, rows), with: &painter)
    } else if drawMessage(message, status.kind, endingAt: last - 1, with: &painter) == 0 {
      drawSentence(status, endingAt: last - 1, with: &painter)
    }
  }

  /// In its fullest wording that has room.
  private func drawSentence(_ status: Status, endingAt row: Int, with painter: inout Painter) {
    let width = size.width - 2
    let top = row - statusRows + 1
    if theme.status.showsOnBlanks {
      painter.frame.fill(
        Rect(x: 0, y: top, width: size.width, height: statusRows), with: Cell(" ", theme.status))
    }
    for (offset, line) in lines(of: status, painter).enumerated() {
      painter.write(line, x: 1, y: top + offset, theme.status, limit: width)
    }
  }

  private func lines(of status: Status, _ painter: Painter) -> [String] {
    let width = size.width - 2
    if painter.width(of: status.text) <= width { return [status.text] }
    let wordings = [status.text] + status.shortTexts
    let broken = wordings.lazy.map { text in
      painter.width(of: text) <= width
        ? [text] : TextWrap.lines(painter.spelled(text), width: width)
    }
    return broken.first { lines in
      lines.count <= statusRows && lines.allSatisfy { painter.width(of: $0) <= width }
    } ?? [wordings[wordings.count - 1]]
  }

  private func drawField(_ field: OpenField, y: Int, with painter: inout Painter) {
    painter.frame.fill(Rect(x: 0, y: y, width: size.width, height: 1), with: Cell(" ", theme.text))
    let start = painter.write(field.question + " ", x: 1, y: y, theme.title)
    painter.write(field.editor, x: start, y: y, width: max(1, size.width - 1 - start))
  }

  /// Draws the rows of a message, the last of them in `row`.
  ///
  /// - Returns: how many there are.
  private func drawMessage(
    _ lines: [String], _ kind: Status.Kind, endingAt row: Int, with painter: inout Painter
  ) -> Int {
    let style = kind == .refusal ? theme.warning : theme.status
    let top = row - lines.count + 1
    painter.frame.fill(
      Rect(x: 0, y: top, width: size.width, height: lines.count),
      with: Cell(" ", kind == .refusal ? theme.text : theme.status))
    for (offset, line) in lines.enumerated() {
      painter.write(line, x: 1, y: top + offset, style, limit: size.width - 2)
    }
    return lines.count
  }

  /// What the last act had to say, in rows as wide as the window. A field that is open has no room for
  /// what is no refusal.
  private func messageLines(_ status: Status, _ painter: Painter) -> [String] {
    guard status.kind == .refusal || (status.kind == .notice && openField == nil) else {
      return []
    }
    return TextWrap.whole(painter.spelled(status.text), width: max(1, size.width - 2))
  }

  /// Opens a page for a message that would hide more than half of the screen.
  mutating func unfoldMessage() {
    guard page == nil, bodyFits, let message = screen.message,
      message.utf8.count > size.width - 2
    else { return }
    let lines = messageLines(status, Painter(Size(width: 0, height: 0), theme: theme))
    guard lines.count > max(1, body.height / 2) else { return }
    page = OpenPage(.message(message))
    screens[selected].clearMessages()
  }

  // MARK: Hints

  private func drawHints(with painter: inout Painter) {
    let candidates = candidates
    if !candidates.isEmpty { return draw(candidates, with: &painter) }
    if isTyping { return drawKeys(with: &painter) }
    let row = Rect(x: 0, y: size.height - 1, width: size.width, height: 1)
    let key = WorkbenchMemory.HintsKey(
      screen: screen.word, refused: screen.refusedCommands,
      refusedEverywhere: Self.commands.refused(for: self), rect: row, appearance: appearance)
    painter.draw(in: row, for: key, remembering: memory.hints) { drawKeys(with: &$0) }
  }

  /// As many hints as fit whole; help and quit always among them.
  private func drawKeys(with painter: inout Painter) {
    let always =
      isTyping ? [] : Self.commands.keyLines(for: self).filter { Self.isAlwaysShown($0) }
    let widthOfAlways = always.reduce(0) { $0 + hintWidth($1.shortLabel, $1, painter) }
    var x = 1
    let end = size.width - 1
    // Drawn as they come: nothing is made of those that there is no room for.
    func add(_ line: KeyLine) -> Bool {
      guard line.hint != nil else { return true }
      let label = line.shortLabel
      if x + hintWidth(label, line, painter) + widthOfAlways > end + 2 { return false }
      x = drawHint(label, line, x: x, with: &painter)
      return true
    }
    if isTyping {
      for line in keyLines where !add(line) { break }
    } else {
      screen.forEachKeyLine(add)
    }
    for line in always { x = drawHint(line.shortLabel, line, x: x, with: &painter) }
  }

  private static func isAlwaysShown(_ line: KeyLine) -> Bool {
    line.hint == "help" || line.hint == "quit"
  }

  static let promptKeys = [
    KeyLine([.enter], hint: "accept", "accept what was typed"),
    KeyLine(
      hint: "choose", "recall earlier lines", lists: [([.up], []), ([.down], [])]),
    KeyLine([.tab], hint: "complete", "complete what was typed"),
    KeyLine([.escape], hint: "leave as it was", "leave everything as it was"),
  ]

  static let searchKeys = [
    KeyLine([.enter], hint: "accept", "accept what was typed"),
    KeyLine(hint: "choose", "choose from the list", lists: [([.up], []), ([.down], [])]),
    KeyLine([.tab], hint: "complete", "complete what was typed"),
    KeyLine([.escape], hint: "leave as it was", "leave everything as it was"),
  ]

  static let fieldKeys = [
    KeyLine([.enter], hint: "accept", "accept what was typed"),
    KeyLine(
      hint: "edit", "edit the old value, which typing would replace",
      lists: [([.left], []), ([.right], [])]),
    KeyLine([.escape], hint: "leave as it was", "leave the old value"),
  ]

  /// What the line may mean: as many as fit whole, and then that there are more.
  private func draw(_ candidates: [String], with painter: inout Painter) {
    let y = size.height - 1
    var x = painter.write("Tab", x: 1, y: y, theme.key) + 1
    for (index, candidate) in candidates.enumerated() {
      let isLast = index == candidates.count - 1
      guard x + painter.width(of: candidate) + (isLast ? 0 : 3) < size.width else {
        painter.write("…", x: x, y: y, theme.quiet)
        return
      }
      x = painter.write(candidate, x: x, y: y, theme.quiet) + 2
    }
  }

  private func hintWidth(_ label: String, _ line: KeyLine, _ painter: Painter) -> Int {
    painter.width(of: label) + 1 + painter.width(of: line.hint ?? "") + 2
  }

  private func drawHint(
    _ label: String, _ line: KeyLine, x: Int, with painter: inout Painter
  ) -> Int {
    let y = size.height - 1
    let afterKeys = painter.write(label, x: x, y: y, theme.key)
    return painter.write(line.hint ?? "", x: afterKeys + 1, y: y, theme.quiet) + 2
  }

  private func drawSizeNeeded(with painter: inout Painter) {
    let needed = screen.minimumSize
    let lines = [
      "nabla needs \(needed.width)×\(needed.height + 3)", "this is \(size.width)×\(size.height)",
      "q quits",
    ]
    let top = max(0, (size.height - lines.count) / 2)
    for (offset, line) in lines.enumerated() {
      let x = max(0, (size.width - painter.width(of: line)) / 2)
      painter.write(line, x: x, y: top + offset, offset == 0 ? theme.title : theme.quiet)
    }
  }
}
