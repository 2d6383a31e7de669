import Wording

/// All there is to tell of a word: what `:help WORD` shows.
public struct HelpTopic: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let label: String
    public let text: String

    public init(_ label: String, _ text: String) { (self.label, self.text) = (label, text) }
  }

  public struct Section: Sendable, Hashable {
    public let heading: String
    public let entries: [Entry]

    public init(_ heading: String, _ entries: [Entry]) {
      (self.heading, self.entries) = (heading, entries)
    }
  }

  public let title: String
  /// Those with nothing in them are left out.
  public let sections: [Section]

  public init(_ title: String, _ sections: [Section]) {
    self.title = title
    self.sections = sections.filter { !$0.entries.isEmpty }
  }

  /// About a command.
  public init(_ info: CommandInfo) {
    let accepted = info.grammar.slots.map { slot in
      Entry(slot.label, slot.kind.accepted + (slot.isOptional ? "; optional" : ""))
    }
    let example = info.grammar.example
    self.init(
      info.word,
      [
        Section(Self.line, [Entry(info.usage, info.explanation)]),
        Section("Accepts", accepted),
        Section(Self.example, example.isEmpty ? [] : [Entry("\(info.word) \(example)", "")]),
        Section("Keys", info.keys.map { Entry($0.pageLabel, $0.explanation) }),
      ])
  }

  /// The headings of what can be typed.
  public static let line = "Line"
  static let example = "Example"

  /// The same for another screen than that in front, whose word lines then begin with.
  func led(by word: String) -> HelpTopic {
    HelpTopic(
      word + " " + title,
      sections.map { section in
        guard [Self.line, Self.example].contains(section.heading) else { return section }
        return Section(
          section.heading, section.entries.map { Entry(word + " " + $0.label, $0.text) })
      })
  }

  /// About the keys that work now.
  init(keysOf bench: Workbench) {
    func entries(_ lines: [KeyLine]) -> [Entry] {
      lines.map { Entry($0.pageLabel, $0.explanation) }
    }
    self.init(
      "Keys",
      [
        Section(bench.screen.title, entries(bench.screen.keyLines)),
        Section("Everywhere", entries(Workbench.commands.keyLines(for: bench))),
      ])
  }

  /// About a screen: all lines that act on it.
  init(_ screen: any Screen) {
    self.init(
      screen.word,
      [
        Section(
          Self.line,
          [
            Entry(screen.word, "go to \(screen.title)"),
            Entry("\(screen.word) LINE", "go there and run a line, as below"),
          ]),
        Section(
          "Lines of \(screen.title)",
          screen.commandInfos.map { Entry($0.usage, $0.explanation) }),
      ])
  }
}

extension Workbench {
  /// What there is to tell of the words after `help`: of a screen, a command, or a name; and of those of
  /// another screen after its word.
  func help(on words: String) -> HelpTopic? {
    let (first, rest) = Self.split(words)
    if let other = screens.first(where: { $0.word == first }) {
      return rest.isEmpty ? HelpTopic(other) : help(on: rest, of: other)
    }
    return help(on: words, of: screen)
      ?? screens.lazy.compactMap { help(on: words, of: $0) }.first
  }

  private func help(on word: String, of other: any Screen) -> HelpTopic? {
    if let place = Self.commands.place(of: word.lowercased()) {
      return HelpTopic(Self.commands.infos[place])
    }
    let topic = other.help(on: word, in: context)
    return other.word == screen.word ? topic : topic?.led(by: other.word)
  }

  /// The words that there is help on.
  var helpWords: [String] {
    words(of: screen).map { $0.hasSuffix("=") ? String($0.dropLast()) : $0 } + screens.map(\.word)
  }

  /// Opens the page on what stands after `help`, from a line on if a number follows.
  mutating func openPage(_ text: String) throws(Refusal) {
    var words = LineText.words(text[...])
    var scroll = 0
    if words.count > 1, let line = words.last.flatMap({ Int($0) }), line >= 0 {
      scroll = min(line, Int(Int16.max))
      words.removeLast()
    }
    let name = words.separated(by: " ").lowercased()
    if name.isEmpty || name == "keys" {
      page = OpenPage(.keys)
    } else if help(on: name) != nil {
      page = OpenPage(.help(name))
    } else {
      let meant = NameSuggestion.nearest(to: name, among: helpWords).map { "; did you mean \($0)?" }
      throw Refusal("There is no help on '\(NumberParser.quotable(name))'\(meant ?? ".")")
    }
    self.scroll(by: scroll)
  }
}
