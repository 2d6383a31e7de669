import TerminalCells
import Widgets

/// A screen of widgets as a tab of the app, with what a workbench adds to it, until all screens are.
struct HostedScreen: Screen {
  private(set) var bench: Workbench

  init(_ screen: any Widgets.Screen) {
    bench = Workbench(
      appearance: Appearance(), size: Size(width: 0, height: 0), screens: [screen])
  }

  var title: String { bench.screen.title }
  var minimumSize: Size { bench.screen.minimumSize }
  var field: OpenField? { bench.openField.map { OpenField($0.question, $0.editor) } }
  var candidates: [String] { bench.candidates }

  var keys: [KeyHelp] {
    let own = bench.keyLines.map(Self.help)
    guard !bench.isTyping else { return own }
    let taken = App.keymap.help.flatMap(\.keys).flatMap { $0 }
    let everywhere = Workbench.commands.keyLines(for: bench).map(Self.help)
    return own + everywhere.filter { !taken.contains($0.keys[0][0]) }
  }

  private static func help(_ line: KeyLine) -> KeyHelp {
    KeyHelp(keys: line.choices.map(\.keys), hint: line.hint, explanation: line.explanation)
  }

  var status: Status {
    let status = bench.status
    var shown = Status(status.text, kind: status.kind == .refusal ? .refusal : .reading)
    shown.shortTexts = status.shortTexts
    return shown
  }

  mutating func update(_ event: Event, in context: ScreenContext) -> [Effect] {
    if bench.appearance != context.appearance { bench.appearance = context.appearance }
    let size = Size(width: context.body.width, height: context.body.height + 3)
    if size != bench.size { _ = bench.update(.resize(size)) }
    var effects: [Effect] = bench.update(event).compactMap {
      switch $0 {
      case .quit: .quit
      case .redraw: .redraw
      case .wake, .copy: nil
      }
    }
    if bench.isHelpOpen {
      _ = bench.update(.key(.escape))
      effects.append(.help)
    }
    return effects
  }

  func draw(with painter: inout Painter, in body: Rect) {
    let context = Widgets.ScreenContext(body: body, appearance: painter.theme.appearance)
    for placed in bench.screen.panels(in: context) { placed.draw(with: &painter) }
  }
}
