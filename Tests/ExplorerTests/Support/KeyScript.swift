import NeuralFunctions
import TerminalCells

@testable import Explorer
@testable import Widgets

/// Keys as a test writes them: `"/gelu<Enter>d"`, `"<S-Right>:3"`, `"<paste:1, 2>"`.
enum KeyScript {
  /// The events that `script` stands for; a count after a colon repeats a key in brackets.
  static func events(_ script: String) -> [Event] {
    var events: [Event] = []
    var rest = Substring(script)
    while let first = rest.popFirst() {
      guard first == "<", let end = rest.firstIndex(of: ">"), end > rest.startIndex else {
        events.append(.key(Key(first)))
        continue
      }
      let name = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      let event = named(name)
      events += Array(repeating: event, count: count(&rest))
    }
    return events
  }

  private static func count(_ rest: inout Substring) -> Int {
    guard rest.first == ":" else { return 1 }
    let digits = rest.dropFirst().prefix { $0.isNumber }
    guard let count = Int(digits) else { return 1 }
    rest = rest[digits.endIndex...]
    return count
  }

  private static func named(_ name: String) -> Event {
    if name.hasPrefix("paste:") { return .paste(String(name.dropFirst(6))) }
    if name.hasPrefix("S-") { return .key(Key.shift(key(String(name.dropFirst(2))))) }
    if name.hasPrefix("C-") { return .key(Key.control(key(String(name.dropFirst(2))))) }
    return .key(key(name))
  }

  private static func key(_ name: String) -> Key {
    switch name {
    case "Left": .left
    case "Right": .right
    case "Up": .up
    case "Down": .down
    case "Home": .home
    case "End": .end
    case "PgUp": .pageUp
    case "PgDn": .pageDown
    case "Enter": .enter
    case "Esc": .escape
    case "Tab": .tab
    case "BS": .backspace
    case "Del": .delete
    case "Ins": .insert
    case "lt": "<"
    default: Key(Character(name))
    }
  }
}

extension Workbench {
  /// An app for tests: no colours, so that pictures are all there is to see.
  static func forTests(
    _ screens: [any Screen] = Workbench.screens(), width: Int = 80, height: Int = 24,
    markers: Appearance.Markers = .braille, colors: Appearance.ColorDepth = .none, selected: Int = 0
  ) -> Workbench {
    Workbench(
      appearance: Appearance(colors: colors, markers: markers),
      size: Size(width: width, height: height), screens: screens, selected: selected)
  }

  /// The same with a function of the catalogue chosen.
  static func forTests(
    on id: String, width: Int = 80, height: Int = 24, markers: Appearance.Markers = .braille,
    colors: Appearance.ColorDepth = .none
  ) -> Workbench {
    forTests(
      Workbench.screens(curves: CurvesScreen(entry: Catalogue.entry(named: id)!)), width: width,
      height: height, markers: markers, colors: colors)
  }

  /// Types a script.
  ///
  /// - Returns: all effects it had.
  @discardableResult
  mutating func type(_ script: String) -> [Effect] {
    KeyScript.events(script).flatMap { update($0) }
  }

  /// The app after a script.
  func typing(_ script: String) -> Workbench {
    var app = self
    app.type(script)
    return app
  }

  var curves: CurvesModel { curvesScreen.model }

  var curvesScreen: CurvesScreen {
    screens.compactMap { $0 as? CurvesScreen }.first!
  }

  /// The status line of the picture; while a field is open, also the line where refusals stand.
  var statusLine: String {
    let frame = view
    let line = frame.text(row: size.height - 2)
    return isTyping ? line + frame.text(row: size.height - 1) : line
  }
}
