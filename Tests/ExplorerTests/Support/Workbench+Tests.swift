import NeuralFunctions
import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

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

  /// Types a script of keys; one that is not understood is a failure.
  ///
  /// - Returns: all effects it had.
  @discardableResult
  mutating func type(_ script: String) -> [Effect] {
    do { return try KeyScript.events(script).flatMap { update($0) } } catch {
      Issue.record("\(error)")
      return []
    }
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
