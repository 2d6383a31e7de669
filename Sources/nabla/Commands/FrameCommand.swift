import ArgumentParser
import Explorer
import TerminalCells
import TerminalIO
import Widgets
import Wording

/// `nabla frame`: what the explorer shows after some lines and keys, without a terminal.
struct FrameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame", abstract: "Print what the explorer shows after lines and keys.",
    discussion: """
      The lines are those of the explorer's : line, one per line or separated by ;. The keys are \
      characters, "text" and names as in <Down>, <S-Right*3>, <C-r>, <Space>, <paste:1, 2> and \
      <click:12,3>. Formats: text, ansi (with colours), script (the lines that lead to the same state) \
      and readings (JSON).
      """)

  @Option(
    name: .customLong("run"),
    help: ArgumentHelp(
      "Run these lines, those of a file with @FILE, or of standard input with -.",
      valueName: "lines"))
  var lines: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Press these keys, as in 'l l <Down> g'.", valueName: "keys"))
  var keys: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Columns and rows, as in 100x30; 80x24 by default.", valueName: "size"))
  var size: String?

  @Option(help: "What to print: text, ansi, script or readings.")
  var format: Format = .text

  @OptionGroup var display: DisplayOptions

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, ansi, script, readings
  }

  func run() throws {
    let display = try display.display
    var terminal = PrintedOutput.capabilities(display.color)
    terminal.hasBraille = true
    if format == .ansi && terminal.colorDepth == .none && display.color == .auto {
      terminal.colorDepth = .twoHundredFiftySix
    }
    var bench = Workbench(
      appearance: display.appearance(on: terminal),
      size: try size.map { try ScreenSize.size($0, least: .init(width: 1, height: 1)) } ?? .usual,
      screens: Workbench.screens())
    bench.hasClipboard = false
    if let lines {
      try bench.run(try ScriptFile.text(of: lines), named: lines)
      guard try goesOn(after: bench.takeEffects(), on: &bench) else {
        return try printed(bench, terminal.colorDepth)
      }
    }
    try press(on: &bench)
    try printed(bench, terminal.colorDepth)
  }

  private func printed(_ bench: Workbench, _ colors: ColorDepth) throws {
    switch format {
    case .text: try print(bench.view, .none)
    case .ansi: try print(bench.view, colors)
    case .script: try StandardOutput.write(bench.scriptFile)
    case .readings: try StandardOutput.print(bench.screen.readingsAsJSON)
    }
  }

  /// What the keys do, until one of them quits; a tick is given when the keys say so, and time stands
  /// still between.
  private func press(on bench: inout Workbench) throws {
    let events: [Event]
    do { events = try KeyScript.events(keys ?? "") } catch {
      throw CommandFailure.usage("--keys: \(error.description)")
    }
    for event in events {
      guard try goesOn(after: bench.update(event), on: &bench) else { return }
    }
  }

  /// Writes the files that `save` asks for, as the explorer does.
  ///
  /// - Returns: whether nothing quits.
  /// - Throws: why a file could not be written.
  private func goesOn(after effects: [Effect], on bench: inout Workbench) throws -> Bool {
    for effect in effects {
      guard case .write(let file, let text) = effect else { continue }
      bench.say(try ScriptFile.create(file, text))
    }
    return !effects.contains(.quit)
  }

  private func print(_ frame: Frame, _ colors: ColorDepth) throws {
    for line in FrameText.lines(of: frame, colors: colors) { try StandardOutput.print(line) }
  }
}
