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
    if let lines { try bench.run(try ScriptFile.text(of: lines), named: lines) }
    try press(on: &bench)
    switch format {
    case .text: try print(bench.view, .none)
    case .ansi: try print(bench.view, terminal.colorDepth)
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
    for event in events where bench.update(event).contains(.quit) { return }
  }

  private func print(_ frame: Frame, _ colors: ColorDepth) throws {
    for line in FrameText.lines(of: frame, colors: colors) { try StandardOutput.print(line) }
  }
}
