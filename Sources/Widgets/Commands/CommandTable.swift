import TerminalCells
import Wording

/// All that can be done on a screen: one table that handles keys and lines, fills the hint line, the
/// help page and the completion, writes a state as lines, and is printed in the documentation.
public struct CommandTable<Owner>: Sendable {
  /// What a line means that begins with no command: a longer spelling of it, such as `function gelu`
  /// for `gelu`; nil where it means nothing here.
  public typealias Shorthand = @Sendable (Owner, String) throws(Refusal) -> String?

  public let commands: [Command<Owner>]
  let index: CommandIndex
  /// The places of the commands that have keys and are not always to be had.
  private let guarded: [Int]
  let shorthand: Shorthand?
  /// What a line may also be, for completion and help: parameters, names.
  let shorthandNames: Command<Owner>.Names?

  public init(
    _ commands: [Command<Owner>],
    shorthandNames: Command<Owner>.Names? = nil,
    shorthand: Shorthand? = nil
  ) {
    self.commands = commands
    index = CommandIndex(commands.map(\.info))
    guarded = commands.indices.filter {
      commands[$0].objection != nil && !commands[$0].info.keys.isEmpty
    }
    self.shorthand = shorthand
    self.shorthandNames = shorthandNames
  }

  public var infos: [CommandInfo] { index.infos }

  public func place(of word: String) -> Int? { index.place(of: word) }

  // MARK: Reading

  /// The order that `line` is.
  ///
  /// Words are looked for in this order: command, then what `shorthand` knows.
  public func order(
    _ line: String, for owner: Owner, numbers: NumberReader = .plain
  ) throws(Refusal) -> Order? {
    if let order = try index.order(line, numbers: numbers) { return order }
    guard let longer = try shorthand?(owner, line) else { return nil }
    return try index.order(longer, numbers: numbers)
  }

  /// What a key does now, or why it does nothing.
  func press(_ key: Key, for owner: Owner) -> (place: Int, press: KeyLine.Press)? {
    var refused: (place: Int, press: KeyLine.Press)?
    var start = 0
    while let found = index.press(key, from: start) {
      if commands[found.place].objection?(owner) == nil { return found }
      refused = refused ?? found
      start = found.place + 1
    }
    return refused
  }

  // MARK: Showing

  /// The keys that work now, in the order of the table.
  public func keyLines(for owner: Owner) -> [KeyLine] {
    var lines: [KeyLine] = []
    forEachKeyLine(for: owner) { line in
      lines.append(line)
      return true
    }
    return lines
  }

  /// Gives `take` the keys that work now, in the order of the table, as long as it returns true.
  func forEachKeyLine(for owner: Owner, _ take: (KeyLine) -> Bool) {
    for (place, info) in index.infos.enumerated() where !info.keys.isEmpty {
      if commands[place].objection?(owner) != nil { continue }
      for line in info.keys where !take(line) { return }
    }
  }

  /// The places of the commands whose keys do not work now: ``keyLines(for:)`` follows from them.
  func refused(for owner: Owner) -> [Int] {
    guarded.filter { commands[$0].objection?(owner) != nil }
  }

  /// What may stand after `words` in a line: words and names to begin with, or a command's arguments.
  public func candidates(after words: [String], of owner: Owner) -> [String] {
    guard let first = words.first else {
      return index.infos.map(\.word) + (shorthandNames?(owner, []) ?? [])
    }
    if let place = place(of: first.lowercased()) {
      return names(at: place, after: Array(words.dropFirst()), of: owner)
    }
    return shorthandNames?(owner, words) ?? []
  }

  /// The words and names that a command accepts after these arguments.
  func names(at place: Int, after arguments: [String], of owner: Owner) -> [String] {
    let grammar = index.infos[place].grammar
    let last = grammar.slots.count - 1
    let slot = grammar.endsOpen ? min(arguments.count, last) : arguments.count
    guard grammar.slots.indices.contains(slot) else { return [] }
    return grammar.slots[slot].words + (commands[place].names?(owner, arguments) ?? [])
  }
}

/// The part of a table that does not depend on whose it is.
struct CommandIndex: Sendable {
  let infos: [CommandInfo]

  init(_ infos: [CommandInfo]) { self.infos = infos }

  func place(of word: String) -> Int? {
    infos.firstIndex { $0.word == word } ?? infos.firstIndex { $0.formerly.contains(word) }
  }

  /// The first command from a place on that has `key`.
  func press(_ key: Key, from start: Int) -> (place: Int, press: KeyLine.Press)? {
    for place in start..<infos.count {
      for line in infos[place].keys {
        for choice in line.choices where choice.keys.contains(key) {
          return (place, choice.press)
        }
      }
    }
    return nil
  }

  /// The command that `line` begins with, and its arguments; `word = 2` is `word 2`.
  func order(_ line: String, numbers: NumberReader) throws(Refusal) -> Order? {
    let trimmed = LineText.trimmed(line[...])
    let word = trimmed.prefix { !$0.isWhitespace && $0 != "=" }
    guard let place = place(of: word.lowercased()) else { return nil }
    let info = infos[place]
    var rest = LineText.trimmed(trimmed[word.endIndex...])
    if rest.first == "=" && !info.grammar.slots.isEmpty {
      rest = LineText.trimmed(rest.dropFirst())
    }
    let reader = GrammarReader(word: info.word, grammar: info.grammar, numbers: numbers)
    return Order(info.word, try reader.arguments(rest))
  }
}
