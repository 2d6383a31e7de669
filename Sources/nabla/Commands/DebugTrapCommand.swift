import ArgumentParser
import Explorer
import TerminalIO
import struct Widgets.Workbench

/// `nabla debug-trap`, which no help lists: traps with the explorer on the screen, so that tests can
/// see what becomes of the terminal and of a trap's last words.
struct DebugTrapCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "debug-trap", abstract: "Trap after the first frame.", shouldDisplay: false)

  @OptionGroup var display: DisplayOptions

  func run() throws {
    let display = try display.display
    try MainActor.assumeIsolated { try showFrame(display) }
    fatalError("this is the trap that was asked for")
  }

  @MainActor
  private func showFrame(_ display: Display) throws {
    let session: TerminalSession
    do {
      session = try TerminalSession(color: display.color)
    } catch {
      throw CommandFailure.data(error.description + ".")
    }
    let appearance = display.appearance(on: session.capabilities)
    let bench = Workbench(
      appearance: appearance, size: session.size, screens: Workbench.screens())
    session.present(bench.view)
  }
}
