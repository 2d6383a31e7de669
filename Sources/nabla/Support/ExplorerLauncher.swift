import Explorer
import NeuralFunctions
import TerminalIO

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
    try withSession { session in
      var app = App(
        appearance: display.appearance(on: session.capabilities), size: session.size,
        screens: screens, selected: selected)
      session.run { event in
        Self.reactions(to: app.update(event))
      } view: { _ in
        app.view
      }
    }
  }

  /// Takes the terminal over for as long as `body` runs.
  func withSession(_ body: @MainActor (TerminalSession) -> Void) throws {
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
      body(session)
      if let remark = session.type.remark { StandardError.complain(remark) }
    }
  }

  private func screens(for destination: Destination) -> ([any Screen], selected: Int) {
    switch destination {
    case .start: (App.screens(), 0)
    case .curves(let entry, let settings):
      (App.screens(curves: CurvesScreen(entry: entry, settings: settings)), 0)
    case .softmax(let logits):
      (App.screens(softmax: SoftmaxScreen(logits: logits)), 1)
    }
  }

  private static func reactions(to effects: [Effect]) -> [Reaction] {
    effects.compactMap {
      switch $0 {
      case .quit: .quit
      case .redraw: .redraw
      case .help: nil
      }
    }
  }
}
