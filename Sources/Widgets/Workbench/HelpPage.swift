import TerminalCells
import Wording

/// Which page is open over the screen, and how far it is scrolled.
struct OpenPage: Sendable, Hashable {
  /// A command's word; nil for the keys.
  var word: String?
  var scroll = 0

  /// The line that opens it.
  var line: String {
    let name = word ?? "keys"
    return scroll == 0 && word == nil
      ? "help" : scroll == 0 ? "help \(name)" : "help \(name) \(scroll)"
  }
}

/// The `?` page: every key that works now, from the tables that handle them; or all about one command.
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
    let sections: [(String, [(label: String, text: String)])]
    if let word = page.word, let info = bench.info(of: word) {
      title = info.word
      sections = [("Line", [(info.usage, info.explanation)])] + Self.details(info)
    } else {
      title = "Keys"
      sections = [
        (bench.screen.title, Self.entries(bench.screen.keyLines)),
        ("Everywhere", Self.entries(Workbench.commands.keyLines(for: bench))),
      ]
    }
    let labels = sections.flatMap { $0.1.map { painter.width(of: $0.label) } }
    column = min((labels.max() ?? 0) + 3, width / 2)
    lines = Self.wrapped(sections, column: column, width: width, painter)
  }

  private static func entries(_ lines: [KeyLine]) -> [(label: String, text: String)] {
    lines.map { ($0.pageLabel, $0.explanation) }
  }

  private static func details(_ info: CommandInfo) -> [(String, [(label: String, text: String)])] {
    var details: [(String, [(label: String, text: String)])] = []
    if !info.grammar.slots.isEmpty {
      let accepted = info.grammar.slots.map { slot in
        (slot.name, slot.kind.accepted + (slot.isOptional ? "; may be left out" : ""))
      }
      details.append(("Accepts", accepted))
    }
    if !info.grammar.example.isEmpty {
      details.append(("Example", [(info.word + " " + info.grammar.example, "")]))
    }
    if !info.keys.isEmpty { details.append(("Keys", entries(info.keys))) }
    return details
  }

  private static func wrapped(
    _ sections: [(String, [(label: String, text: String)])], column: Int, width: Int,
    _ painter: Painter
  ) -> [Line] {
    var lines: [Line] = []
    for (heading, entries) in sections {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(heading))
      for (label, text) in entries {
        let parts = TextWrap.lines(text, width: width - column)
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
  func info(of word: String) -> CommandInfo? {
    (screen.commandInfos + Self.commands.infos).first {
      $0.word == word || $0.formerly.contains(word)
    }
  }

  mutating func openPage(_ word: String, line: Int) throws(Refusal) {
    let isKeys = word == "keys"
    guard isKeys || info(of: word) != nil else {
      let known = screen.commandInfos.map(\.word) + Self.commands.infos.map(\.word)
      let meant = NameSuggestion.nearest(to: word, among: known).map { "; did you mean \($0)?" }
      throw Refusal("There is no help on '\(NumberParser.quotable(word))'\(meant ?? ".")")
    }
    page = OpenPage(word: isKeys ? nil : word)
    scroll(by: line)
  }

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

  private mutating func scroll(by lines: Int) {
    guard let page else { return }
    let last = max(0, HelpPage(for: self, page).lines.count - max(1, size.height - 4))
    self.page?.scroll = min(last, max(0, page.scroll + lines))
  }
}
