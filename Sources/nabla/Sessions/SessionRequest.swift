import TerminalCells
import TerminalIO
import Widgets
import Wording

/// In which state a session begins, and whether it is kept.
struct SessionRequest {
  /// Lines to run, and the option's value that named them.
  var script: (text: String, option: String)?
  /// Whether the script came from standard input, so that keys must come from elsewhere.
  var readsStandardInput: Bool { script.map { ScriptFile.isStandardInput($0.option) } ?? false }
  var resumes = false
  var isPrivate = false

  /// The screens in that state.
  ///
  /// - Throws: a ``CommandFailure`` that names the line at fault.
  func bench(_ screens: ([any Screen], selected: Int), _ display: Display) throws -> Workbench {
    let terminal = PrintedOutput.capabilities(display.color)
    var bench = Workbench(
      appearance: display.appearance(on: terminal), size: PrintedOutput.terminalSize ?? .usual,
      screens: screens.0, selected: screens.selected)
    if let script { try bench.run(script.text, named: script.option) }
    if resumes { bench.resume(.inEnvironment, setsAsideDamaged: !isPrivate) }
    return bench
  }
}

extension Size {
  /// What is taken where nothing says how large a picture is to be.
  static let usual = Size(width: 80, height: 24)
}

extension Workbench {
  /// Runs the lines that an option named.
  mutating func run(_ script: String, named option: String) throws {
    do { try run(script) } catch {
      let name = option.hasPrefix("@") ? String(option.dropFirst()) : "--run"
      let failure = "\(NumberParser.quotable(name, most: 80)): \(error.sentence)"
      throw option.hasPrefix("@") || ScriptFile.isStandardInput(option)
        ? CommandFailure.data(failure) : .usage(failure)
    }
  }

  /// Goes on where the last session ended, or says why it does not.
  ///
  /// - Parameter setsAsideDamaged: whether a file that cannot be run is renamed.
  mutating func resume(_ place: SavedSession.Place, setsAsideDamaged: Bool) {
    guard case .file(let saved) = place else { return say("\(SavedSession.noPlace).") }
    do {
      guard let script = try saved.read() else {
        return say("There is no earlier session to resume.")
      }
      // Even the script of a fresh session names its format.
      guard !script.isEmpty else { throw CommandFailure.data("\(saved.path) is empty.") }
      try run(script)
    } catch {
      let reason =
        (error as? Refusal)?.sentence ?? (error as? CommandFailure)?.sentence ?? "\(error)"
      let aside = setsAsideDamaged ? saved.setAside().map { " It was renamed to \($0)." } ?? "" : ""
      refuse("The last session could not be restored: \(reason)\(aside)")
    }
  }
}
