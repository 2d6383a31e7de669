import TerminalCells
import Wording

/// Lines in, and the state as lines.
extension Workbench {
  /// The format of scripts that this program writes, and the newest it reads.
  public static let scriptVersion = 1

  /// Runs all lines of `script`, as one step of undo, or none of them.
  ///
  /// - Throws: why a line is refused, and which one where there are several.
  public mutating func run(_ script: String) throws(Refusal) {
    let text = try ScriptText(script)
    var copy = self
    for line in text.lines {
      do { try copy.runLine(line.text) } catch {
        throw text.name(of: line).map { Refusal("\($0): \(error.sentence)") } ?? error
      }
      if text.lines.count > 1 { copy.endLine() }
    }
    // A single line is a step of its own kind: a cursor moved by a word is moved as by a key. One that
    // acts on another screen is a step, so that the way back leads here.
    if text.lines.count > 1 || copy.hasActedElsewhere(than: self) {
      copy.recordStep(since: self)
    } else {
      copy.noteActs(since: front)
    }
    self = copy
  }

  /// After one of several lines: what it did is part of one step, and what its act had to say was said
  /// to nobody.
  private mutating func endLine() {
    if screens[selected].takeActs().isEmpty { return }
    screens[selected].clearMessages()
  }

  /// Whether a command has changed the state of another screen than was in front.
  private func hasActedElsewhere(than earlier: Workbench) -> Bool {
    selected != earlier.selected && screens[selected].hasActed
      && !screens[selected].hasState(of: earlier.screens[selected])
  }

  /// Runs one line: of the bench, of the screen that its first word names, or of the selected screen.
  private mutating func runLine(_ line: String) throws(Refusal) {
    let (word, rest) = Self.split(line)
    if word == "nabla" { return try checkVersion(rest) }
    if let place = screens.firstIndex(where: { $0.word == word }), !rest.hasPrefix("=") {
      select(place)
      if rest.isEmpty { return }
      return try runLine(rest)
    }
    if let order = try Self.commands.order(line, for: self, numbers: numbers),
      let place = Self.commands.place(of: order.word)
    {
      return try Self.commands.commands[place].act(&self, order.arguments, context)
    }
    try runOnScreen(line)
  }

  private mutating func runOnScreen(_ line: String) throws(Refusal) {
    if try !screens[selected].run(line, in: context) { throw unknown(line) }
  }

  private func checkVersion(_ text: String) throws(Refusal) {
    guard let version = Int(text) else {
      throw Refusal("nabla accepts the number of a script's format, as in nabla 1.")
    }
    guard (1...Self.scriptVersion).contains(version) else {
      throw Refusal(
        "This script has format \(version); this program reads formats up to \(Self.scriptVersion)."
      )
    }
  }

  private func unknown(_ line: String) -> Refusal {
    let word = Self.split(line).word
    let typed = NumberParser.quotable(word.isEmpty ? line : word)
    let known = words(of: screen) + screens.map(\.word)
    if known.contains(word) {
      let rest = NumberParser.quotable(Self.split(line).rest)
      return Refusal("\(word) takes nothing after it (got '\(rest)'); separate commands with ;")
    }
    if let other = screens.first(where: { $0.word != screen.word && $0.understands(line) }) {
      return Refusal("'\(typed)' belongs to \(other.title): \(other.word) \(typed) goes there.")
    }
    if let nearest = NameSuggestion.nearest(to: word, among: known) {
      return Refusal("Unknown command '\(typed)'; did you mean \(nearest)?")
    }
    let some = screen.commandInfos.prefix(6).map(\.word).separated(by: ", ")
    return Refusal("Unknown command '\(typed)'. Available: \(some), …; help lists all.")
  }

  /// The word a line begins with, in small letters, and the rest.
  static func split(_ line: String) -> (word: String, rest: String) {
    let trimmed = LineText.trimmed(line[...])
    let word = trimmed.prefix { !$0.isWhitespace && $0 != "=" }
    return (word.lowercased(), String(LineText.trimmed(trimmed[word.endIndex...])))
  }

  // MARK: State as text

  /// The lines that lead from a fresh bench to the present state.
  public var script: [String] {
    var lines: [String] = []
    for (place, screen) in screens.enumerated() where place != selected {
      let own = screen.script(in: context)
      if !own.isEmpty { lines += [screen.word] + own }
    }
    let own = screen.script(in: context)
    if selected != 0 || !lines.isEmpty { lines.append(screen.word) }
    lines += own
    if let line = page?.line { lines.append(line) }
    return lines
  }

  /// The script as it is written to a file: its first line names the format.
  public var scriptFile: String {
    (["nabla \(Self.scriptVersion)"] + script).separated(by: "\n") + "\n"
  }

  /// The command line that reproduces the state, quoted for a POSIX shell.
  public var commandLine: String {
    script.isEmpty ? "nabla" : "nabla --run " + ShellText.quoted(script.separated(by: "; "))
  }

  /// Terminals take no more at once, and shells little more in a line.
  private static let longestShared = 8192

  mutating func share() throws(Refusal) {
    let line = commandLine
    guard line.utf8.count <= Self.longestShared else {
      throw Refusal(
        "The command line has \(line.utf8.count) bytes, and up to \(Self.longestShared) can be sent; "
          + ":save FILE writes the lines to a file for nabla --run @FILE.")
    }
    guard hasClipboard else {
      return screens[selected].say(
        "This terminal has no clipboard to send it to; the command line is \(line)")
    }
    effects.append(.copy(line))
    screens[selected].say("Sent to the terminal's clipboard: \(line)")
  }
}

/// Text in a POSIX shell's single quotes.
public enum ShellText {
  public static func quoted(_ text: String) -> String {
    "'" + text.replacing("'", with: "'\\''") + "'"
  }
}
