import TerminalCells
import Wording

/// Lines in, and the state as lines.
extension Workbench {
  /// The format of scripts that this program writes, and the newest it reads.
  public static let scriptVersion = 1

  /// Runs all lines of `script`, as one step of undo, or none of them.
  ///
  /// - Throws: why a line is refused, with its number where there are several.
  public mutating func run(_ script: String) throws(Refusal) {
    let lines = try ScriptText(script).lines
    var copy = self
    for line in lines {
      do { try copy.runLine(line.text) } catch {
        throw lines.count == 1 ? error : Refusal("Line \(line.number): \(error.sentence)")
      }
    }
    // A single line is a step of its own kind: a cursor moved by a word is moved as by a key.
    let isScript = lines.count > 1
    for place in copy.screens.indices
    where isScript && !copy.screens[place].hasState(of: screens[place]) {
      copy.screens[place].mergeSteps(since: screens[place])
    }
    self = copy
  }

  /// Runs one line: of the bench, of the screen that its first word names, or of the selected screen.
  private mutating func runLine(_ line: String) throws(Refusal) {
    let (word, rest) = Self.split(line)
    if word == "nabla" { return try checkVersion(rest) }
    if let place = screens.firstIndex(where: { $0.word == word }), !rest.hasPrefix("=") {
      select(place)
      if rest.isEmpty { return }
      return try runOnScreen(rest)
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
        "This script is of format \(version); this program reads formats up to \(Self.scriptVersion)."
      )
    }
  }

  private func unknown(_ line: String) -> Refusal {
    let word = Self.split(line).word
    let typed = NumberParser.quotable(word.isEmpty ? line : word)
    let known = candidates(for: "")
    if known.contains(word) {
      let rest = NumberParser.quotable(Self.split(line).rest)
      return Refusal("\(word) takes nothing after it here (got '\(rest)'); ; separates commands.")
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

  /// What a line may be, or begin with.
  func candidates(for line: String) -> [String] {
    let own = Self.commands.candidates(for: line, of: self)
    let screens = line.contains(where: \.isWhitespace) ? [] : self.screens.map(\.word)
    return screen.candidates(for: line) + screens + own
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
    if let page { lines.append(page.line) }
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
        "The command line has \(line.utf8.count) bytes; up to \(Self.longestShared) are sent; "
          + ":save FILE writes the lines to a file, for nabla --run @FILE.")
    }
    guard hasClipboard else {
      return screens[selected].say("This terminal has no clipboard: \(line)")
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
