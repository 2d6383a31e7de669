import Explorer
import NeuralFunctions
import TerminalIO
import Widgets

/// Opens the full-screen explorer on one of its screens and runs it to its end.
struct ExplorerLauncher {
  /// What to open.
  enum Destination {
    case start
    case curves(CatalogueEntry, FunctionSettings)
    case softmax(logits: [Double]?)
  }

  let display: Display
  /// Standard input was a pipe and has been read: keys come from the terminal itself.
  var readsKeysFromTerminalDevice = false

  func run(_ destination: Destination) throws {
    let (screens, selected) = screens(for: destination)
    try MainActor.assumeIsolated {
      let session: TerminalSession
      do {
        session = try TerminalSession(
          color: display.color,
          input: readsKeysFromTerminalDevice ? .controllingTerminal : .standardInput,
          asksForBackground: display.background == nil)
      } catch let error as TerminalError {
        throw CommandFailure.data(error.description + ".")
      }
      var bench = Workbench(
        appearance: display.appearance(on: session.capabilities), size: session.size,
        screens: screens, selected: selected)
      bench.hasClipboard = session.takesClipboard
      session.run { event in
        bench.update(event).map(Self.reaction)
      } view: { _ in
        bench.view
      }
      if let remark = session.type.remark { StandardError.complain(remark) }
    }
  }

  private func screens(for destination: Destination) -> ([any Screen], selected: Int) {
    switch destination {
    case .start: (Workbench.screens(), 0)
    case .curves(let entry, let settings):
      (Workbench.screens(curves: CurvesScreen(entry: entry, settings: settings)), 0)
    case .softmax(let logits):
      (Workbench.screens(softmax: SoftmaxScreen(logits: logits)), 1)
    }
  }

  private static func reaction(to effect: Effect) -> Reaction {
    switch effect {
    case .quit: .quit
    case .redraw: .redraw
    case .wake(let wait): .wake(after: wait)
    case .copy(let text): .copy(text)
    }
  }
}
