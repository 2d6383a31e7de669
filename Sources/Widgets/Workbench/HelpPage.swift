import TerminalCells
import Wording

/// Which page is open over the screen, and how far it is scrolled.
struct OpenPage: Sendable, Hashable {
  enum Subject: Sendable, Hashable {
    case keys
    /// The words after `help`.
    case help(String)
    /// What an act had to say, where that is longer than the window has room for.
    case message(String)
  }

  var subject: Subject
  var scroll = 0

  init(_ subject: Subject = .keys) { self.subject = subject }

  /// The line that opens it; nil for a message, which is no part of a state.
  var line: String? {
    switch subject {
    case .keys: scroll == 0 ? "help" : "help keys \(scroll)"
    case .help(let words): scroll == 0 ? "help \(words)" : "help \(words) \(scroll)"
    case .message: nil
    }
  }
}

/// A page over the screen: every key that works now, from the tables that handle them; all about one
/// word; or a long message.
struct HelpPage {
  enum Line: Hashable {
    case heading(String)
    case entry(label: String, text: String)
    /// More of the text above.
    case continuation(String)
    case blank
  }

  let title: String
  let lines: [Line]
  /// Where the explanations begin, in columns from the inside of the frame.
  private let column: Int

  init(for bench: Workbench, _ page: OpenPage) {
    let painter = Painter(Size(width: 0, height: 0), theme: bench.theme)
    let width = max(1, bench.size.width - 2)
    let topic: HelpTopic
    switch page.subject {
    case .message(let text):
      (title, column) = ("Message", 1)
      lines = TextWrap.whole(painter.spelled(text), width: width - 1).map(Line.continuation)
      return
    case .keys: topic = HelpTopic(keysOf: bench)
    case .help(let words): topic = bench.help(on: words) ?? HelpTopic(words, [])
    }
    title = topic.title
    let labels = topic.sections.flatMap { $0.entries.map { painter.width(of: $0.label) } }
    column = min((labels.max() ?? 0) + 3, width / 2)
    lines = Self.wrapped(topic.sections, column: column, width: width, painter)
  }

  private static func wrapped(
    _ sections: [HelpTopic.Section], column: Int, width: Int, _ painter: Painter
  ) -> [Line] {
    var lines: [Line] = []
    for section in sections {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(section.heading))
      for entry in section.entries {
        let label = entry.label
        let parts = TextWrap.whole(painter.spelled(entry.text), width: width - column)
        // A label that reaches into the explanations has a line of its own.
        let isLong = painter.width(of: label) > column - 2
        lines.append(.entry(label: label, text: isLong ? "" : parts.first ?? ""))
        lines += parts.dropFirst(isLong ? 0 : 1).map(Line.continuation)
      }
    }
    return lines
  }

  func draw(with painter: inout Painter, scroll: Int) {
    let size = painter.frame.size
    let inner = painter.box(Rect(size), title: title)
    let rows = max(0, inner.height - 1)
    let (theme, column) = (painter.theme, inner.x + self.column)
    for (offset, line) in lines.dropFirst(scroll).prefix(rows).enumerated() {
      let y = inner.y + offset
      switch line {
      case .blank: break
      case .heading(let text): painter.write(text, x: inner.x + 1, y: y, theme.title)
      case .continuation(let text):
        painter.write(text, x: column, y: y, theme.text, limit: inner.maxX - column)
      case .entry(let label, let text):
        painter.write(label, x: inner.x + 1, y: y, theme.key, limit: inner.width - 1)
        painter.write(text, x: column, y: y, theme.text, limit: inner.maxX - column)
      }
    }
    let more = lines.count - scroll - rows
    let footer = more > 0 ? "↓ \(more) more · any other key closes" : "any key closes"
    painter.write(
      footer, x: inner.x + 1, y: inner.maxY - 1, painter.theme.quiet, limit: inner.width - 1)
  }
}

extension Workbench {
  mutating func turnPage(_ key: Key) {
    let screenful = max(1, size.height - 4)
    switch key {
    case "q": effects.append(.quit)
    case .down, "j": scroll(by: 1)
    case .up, "k": scroll(by: -1)
    case .pageDown, " ": scroll(by: screenful)
    case .pageUp: scroll(by: -screenful)
    case .home: page?.scroll = 0
    case .end: scroll(by: Int(Int16.max))
    default: page = nil
    }
  }

  mutating func scroll(by lines: Int) {
    guard let page else { return }
    let last = max(0, HelpPage(for: self, page).lines.count - max(1, size.height - 4))
    self.page?.scroll = min(last, max(0, page.scroll + lines))
  }
}
