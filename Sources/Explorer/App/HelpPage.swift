import TerminalCells

/// The `?` page: every key that works now, from the tables that handle them.
struct HelpPage {
  enum Line: Hashable {
    case heading(String)
    case key(KeyHelp, explanation: String)
    /// More of the explanation above.
    case continuation(String)
    case blank
  }

  let lines: [Line]
  /// Where the explanations begin, in columns from the inside of the frame.
  private let column: Int

  init(for app: App) {
    let keys = app.screen.keys + App.keymap.help
    let width = max(1, app.size.width - 2)
    let painter = Painter(Size(width: 0, height: 0), theme: app.theme)
    let widest = keys.map { painter.width(of: Self.label($0)) }.max() ?? 0
    let column = min(widest + 3, width / 2)
    self.column = column
    let room = width - column
    func wrapped(_ keys: [KeyHelp]) -> [Line] {
      keys.flatMap { help -> [Line] in
        let parts = TextWrap.lines(help.explanation, width: room)
        // Keys that reach into the explanations have a line of their own.
        if painter.width(of: Self.label(help)) > column - 2 {
          return [.key(help, explanation: "")] + parts.map(Line.continuation)
        }
        return [.key(help, explanation: parts.first ?? "")]
          + parts.dropFirst().map(Line.continuation)
      }
    }
    lines =
      [.heading(app.screen.title)] + wrapped(app.screen.keys)
      + [.blank, .heading("Everywhere")] + wrapped(App.keymap.help)
  }

  func draw(with painter: inout Painter, scroll: Int) {
    let size = painter.frame.size
    let inner = painter.box(Rect(size), title: "Keys")
    let rows = max(0, inner.height - 1)
    let column = inner.x + self.column
    for (offset, line) in lines.dropFirst(scroll).prefix(rows).enumerated() {
      let y = inner.y + offset
      switch line {
      case .blank: break
      case .heading(let text): painter.write(text, x: inner.x + 1, y: y, painter.theme.title)
      case .continuation(let text):
        painter.write(text, x: column, y: y, painter.theme.text, limit: inner.maxX - column)
      case .key(let help, let explanation):
        painter.write(
          Self.label(help), x: inner.x + 1, y: y, painter.theme.key, limit: inner.width - 1)
        painter.write(
          explanation, x: column, y: y, painter.theme.text, limit: inner.maxX - column)
      }
    }
    let more = lines.count - scroll - rows
    let footer = more > 0 ? "↓ \(more) more · any other key closes" : "any key closes"
    painter.write(
      footer, x: inner.x + 1, y: inner.maxY - 1, painter.theme.quiet, limit: inner.width - 1)
  }

  /// A long row of single keys, such as the digits, is shown by its ends.
  private static func label(_ help: KeyHelp) -> String {
    guard help.keys.count > 4, let first = help.keys.first?.first, let last = help.keys.last?.first
    else { return help.longLabel }
    return "\(first.label) … \(last.label)"
  }
}
