import Explorer
import NeuralFunctions
import TerminalCells
import TerminalIO
import Widgets
import Wording

/// Opens the full-screen explorer on one of its screens and runs it to its end.
struct ExplorerLauncher {
  /// What to open.
  enum Destination {
    case start
    case curves(CatalogueEntry, FunctionSettings)
    case softmax(logits: [Double]?)
  }

  let display: Display
  var request = SessionRequest()
  /// Standard input was a pipe and has been read: keys come from the terminal itself.
  var readsKeysFromTerminalDevice = false

  func run(_ destination: Destination) throws {
    // A script that is refused opens nothing.
    var bench = try request.bench(Self.screens(for: destination), display)
    try MainActor.assumeIsolated {
      let session = try session()
      bench.move(to: session.size, display.appearance(on: session.capabilities))
      bench.hasClipboard = session.takesClipboard
      var keeper = SessionKeeper(request.isPrivate ? .nowhere : .inEnvironment, from: bench)
      session.whenQuiet(for: .milliseconds(500)) { keeper.keep(bench) }
      // What the script asked of the world is done once there is a terminal.
      let begun = bench.takeEffects().compactMap { Self.reaction(to: $0, on: &bench) }
      session.run(beginningWith: begun) { event in
        bench.update(event).compactMap { Self.reaction(to: $0, on: &bench) }
      } view: { _ in
        bench.view
      }
      for remark in [session.type.remark, keeper.remark] {
        if let remark { StandardError.complain(remark) }
      }
    }
  }

  @MainActor
  private func session() throws -> TerminalSession {
    do {
      return try TerminalSession(
        color: display.color,
        input: readsKeysFromTerminalDevice || request.readsStandardInput
          ? .controllingTerminal : .standardInput,
        asksForBackground: display.background == nil)
    } catch {
      throw CommandFailure.data(error.description + ".")
    }
  }

  private static func screens(for destination: Destination) -> ([any Screen], selected: Int) {
    switch destination {
    case .start: (Workbench.screens(), 0)
    case .curves(let entry, let settings):
      (Workbench.screens(curves: CurvesScreen(entry: entry, settings: settings)), 0)
    case .softmax(let logits):
      (Workbench.screens(softmax: SoftmaxScreen(logits: logits)), 1)
    }
  }

  private static func reaction(to effect: Effect, on bench: inout Workbench) -> Reaction? {
    switch effect {
    case .quit: return .quit
    case .redraw: return .redraw
    case .wake(let wait): return .wake(after: wait)
    case .copy(let text): return .copy(text)
    case .write(let file, let text):
      do { bench.say(try ScriptFile.create(file, text)) } catch { bench.refuse(error.sentence) }
      return nil
    }
  }
}
