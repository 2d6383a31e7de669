import Explorer
import NeuralFunctions
import TerminalIO

/// Opens the full-screen explorer on one of its screens and runs it to its end.
struct ExplorerLauncher {
  /// What to open.
  enum Destination {
    case curves(function: String?, parameters: [String: Double], target: Double?)
    case softmax(logits: [Double]?)

    static let start = Destination.curves(function: nil, parameters: [:], target: nil)
  }

  let display: Display
  /// Standard input was a pipe and has been read: keys come from the terminal itself.
  var readsKeysFromTerminalDevice = false

  func run(_ destination: Destination) throws {
    let (screens, selected) = try screens(for: destination)
    try MainActor.assumeIsolated {
      let session: TerminalSession
      do {
        session = try TerminalSession(
          color: display.color,
          input: readsKeysFromTerminalDevice ? .controllingTerminal : .standardInput)
      } catch let error as TerminalError {
        throw CommandFailure.data(error.description + ".")
      }
      var app = App(
        appearance: display.appearance(on: session.capabilities), size: session.size,
        screens: screens, selected: selected)
      session.run { event in
        Self.reaction(to: app.update(event))
      } view: { _ in
        app.view
      }
    }
  }

  private func screens(for destination: Destination) throws -> ([any Screen], selected: Int) {
    switch destination {
    case .curves(let name, let parameters, let target):
      guard let name else {
        guard parameters.isEmpty && target == nil else {
          throw CommandFailure.usage("--set and --target belong to a --function.")
        }
        return (App.screens(), 0)
      }
      let entry = try Arguments.entry(named: name)
      do { _ = try entry.function(parameters: parameters, target: target) } catch let error {
        throw CommandFailure.usage(error.description)
      }
      let curves = CurvesScreen(
        entry: entry, settings: FunctionSettings(parameters: parameters, target: target))
      return (App.screens(curves: curves), 0)
    case .softmax(let logits):
      return (App.screens(softmax: SoftmaxScreen(logits: logits)), 1)
    }
  }

  private static func reaction(to effects: [Effect]) -> Reaction {
    switch effects.last {
    case .quit: .quit
    case .redraw: .redraw
    case nil: .continue
    }
  }
}
