import TerminalCells

/// The `?` page: every key that works now, from the tables that handle them.
struct HelpPage {
  enum Line: Hashable {
    case heading(String)
    case key(KeyHelp)
    case blank
  }

  let lines: [Line]

  init(for app: App) {
    lines =
      [.heading(app.screen.title)] + app.screen.keys.map(Line.key)
      + [.blank, .heading("Everywhere")] + App.keymap.help.map(Line.key)
  }

  func draw(with painter: inout Painter, scroll: Int) {
    let size = painter.frame.size
    let inner = painter.box(Rect(size), title: "Keys")
    let rows = max(0, inner.height - 1)
    let widest = lines.map { labelWidth($0, painter) }.max() ?? 0
    let column = inner.x + min(widest + 3, inner.width / 2)
    for (offset, line) in lines.dropFirst(scroll).prefix(rows).enumerated() {
      let y = inner.y + offset
      switch line {
      case .blank: break
      case .heading(let text): painter.write(text, x: inner.x + 1, y: y, painter.theme.title)
      case .key(let help):
        painter.write(
          Self.label(help), x: inner.x + 1, y: y, painter.theme.key, limit: column - inner.x - 2)
        painter.write(
          help.explanation, x: column, y: y, painter.theme.text, limit: inner.maxX - column)
      }
    }
    let more = lines.count - scroll - rows
    let footer = more > 0 ? "↓ \(more) more · any other key closes" : "any key closes"
    painter.write(
      footer, x: inner.x + 1, y: inner.maxY - 1, painter.theme.quiet, limit: inner.width - 1)
  }

  private func labelWidth(_ line: Line, _ painter: Painter) -> Int {
    if case .key(let help) = line { painter.width(of: Self.label(help)) } else { 0 }
  }

  /// A long row of single keys, such as the digits, is shown by its ends.
  private static func label(_ help: KeyHelp) -> String {
    guard help.keys.count > 4, let first = help.keys.first?.first, let last = help.keys.last?.first
    else { return help.longLabel }
    return "\(first.label) … \(last.label)"
  }
}
