import TerminalCells

extension App {
  /// The whole screen at its present size, whatever that is.
  public var view: Frame {
    var painter = Painter(size, theme: theme)
    guard size.width > 0 && size.height > 0 else { return painter.frame }
    if let helpScroll {
      HelpPage(for: self).draw(with: &painter, scroll: helpScroll)
    } else if bodyFits {
      drawTabs(with: &painter)
      screen.draw(with: &painter, in: body)
      drawHints(with: &painter)
      drawStatus(with: &painter)
    } else {
      drawSizeNeeded(with: &painter)
    }
    return painter.finished
  }

  private static let name = "∇ nabla"

  /// Where the titles of the tabs stand.
  var tabRects: [Rect] {
    let painter = Painter(Size(width: 0, height: 0), theme: theme)
    var x = painter.width(of: Self.shownName(isASCII: painter.isASCII)) + 4
    return screens.indices.map { index in
      let width = painter.width(of: tabText(index))
      defer { x += width + 1 }
      return Rect(x: x, y: 0, width: width, height: 1)
    }
  }

  private static func shownName(isASCII: Bool) -> String { isASCII ? "nabla" : name }

  private func tabText(_ index: Int) -> String { " \(index + 1) \(screens[index].title) " }

  private func drawTabs(with painter: inout Painter) {
    painter.write(Self.shownName(isASCII: painter.isASCII), x: 1, y: 0, theme.title)
    for (index, rect) in tabRects.enumerated() {
      let isSelected = index == selected
      painter.write(
        tabText(index), x: rect.x, y: rect.y, isSelected ? theme.selection : theme.quiet)
    }
    if let range = helpRange { painter.write(Self.help, x: range.lowerBound, y: 0, theme.quiet) }
  }

  private static let help = "? help"

  /// The columns of the word that opens the help page, where there is room for it.
  var helpRange: Range<Int>? {
    let start = size.width - 1 - Self.help.count
    return (tabRects.last?.maxX ?? 0) + 1 < start ? start..<size.width - 1 : nil
  }

  private func drawStatus(with painter: inout Painter) {
    let status = notice ?? screen.status
    let style = status.kind == .refusal ? theme.warning : theme.status
    if let field = screen.field {
      // What was typed stays for mending; the refusal takes the line of the hints.
      draw(field, with: &painter)
      if status.kind == .refusal {
        let y = size.height - 1
        painter.frame.fill(
          Rect(x: 0, y: y, width: size.width, height: 1), with: Cell(" ", theme.text))
        painter.write(status.text, x: 1, y: y, style, limit: size.width - 2)
      }
      return
    }
    let width = size.width - 2
    let text = ([status.text] + status.shortTexts).first { painter.width(of: $0) <= width }
    painter.write(
      text ?? status.shortTexts.last ?? status.text, x: 1, y: size.height - 2, style, limit: width)
  }

  private func draw(_ field: OpenField, with painter: inout Painter) {
    let y = size.height - 2
    let start = painter.write(field.question + " ", x: 1, y: y, theme.title)
    painter.write(field.editor, x: start, y: y, width: max(1, size.width - 1 - start))
  }

  /// As many hints as fit whole; help and quit always among them.
  private func drawHints(with painter: inout Painter) {
    let candidates = screen.candidates
    if !candidates.isEmpty { return draw(candidates, with: &painter) }
    let always = screen.isTyping ? [] : Self.keymap.help.filter { $0.hint != nil }
    let widthOfAlways = always.reduce(0) { $0 + hintWidth($1, painter) }
    var x = 1
    let end = size.width - 1
    for help in screen.keys where help.hint != nil {
      let width = hintWidth(help, painter)
      if x + width + widthOfAlways > end + 2 { break }
      x = drawHint(help, x: x, with: &painter)
    }
    for help in always { x = drawHint(help, x: x, with: &painter) }
  }

  /// What an open field may mean: as many as fit whole, and then that there are more.
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

  private func hintWidth(_ help: KeyHelp, _ painter: Painter) -> Int {
    painter.width(of: help.shortLabel) + 1 + painter.width(of: help.hint ?? "") + 2
  }

  private func drawHint(_ help: KeyHelp, x: Int, with painter: inout Painter) -> Int {
    let y = size.height - 1
    let afterKeys = painter.write(help.shortLabel, x: x, y: y, theme.key)
    return painter.write(help.hint ?? "", x: afterKeys + 1, y: y, theme.quiet) + 2
  }

  private func drawSizeNeeded(with painter: inout Painter) {
    let needed = "nabla needs \(screen.minimumSize.width)×\(screen.minimumSize.height + 3)"
    let found = "this is \(size.width)×\(size.height)"
    let lines = [needed, found, "q quits"]
    let top = max(0, (size.height - lines.count) / 2)
    for (offset, line) in lines.enumerated() {
      let x = max(0, (size.width - painter.width(of: line)) / 2)
      painter.write(line, x: x, y: top + offset, offset == 0 ? theme.title : theme.quiet)
    }
  }
}
