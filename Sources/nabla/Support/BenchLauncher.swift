import TerminalIO
import Widgets

extension ExplorerLauncher {
  /// Runs screens of widgets to their end.
  func run(_ screens: [any Widgets.Screen], selected: Int = 0) throws {
    try withSession { session in
      var bench = Workbench(
        appearance: display.appearance(on: session.capabilities), size: session.size,
        screens: screens, selected: selected)
      bench.hasClipboard = session.takesClipboard
      session.run { event in
        bench.update(event).map(Self.reaction)
      } view: { _ in
        bench.view
      }
    }
  }

  private static func reaction(to effect: Widgets.Effect) -> Reaction {
    switch effect {
    case .quit: .quit
    case .redraw: .redraw
    case .wake(let wait): .wake(after: wait)
    case .copy(let text): .copy(text)
    }
  }
}
