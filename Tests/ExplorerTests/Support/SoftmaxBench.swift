import TerminalCells
import Testing

@testable import Explorer
@testable import Widgets

/// The softmax screen among the others, driven by keys.
struct SoftmaxBench {
  private(set) var app: Workbench
  private(set) var effects: [Effect] = []

  init(
    _ logits: [Double]? = nil, width: Int = 80, height: Int = 24,
    colors: Appearance.ColorDepth = .palette, background: Appearance.Background = .dark,
    markers: Appearance.Markers = .braille
  ) {
    app = Workbench(
      appearance: Appearance(colors: colors, background: background, markers: markers),
      size: Size(width: width, height: height),
      screens: Workbench.screens(softmax: SoftmaxScreen(logits: logits)), selected: 1)
  }

  /// The bench after a script of keys.
  func typing(_ script: String) -> SoftmaxBench {
    do {
      var bench = self
      for event in try KeyScript.events(script) {
        bench.effects += bench.app.update(event)
      }
      return bench
    } catch {
      Issue.record("\(error)")
      return self
    }
  }

  func pasting(_ text: String) -> SoftmaxBench { receiving(.paste(text)) }

  func receiving(_ event: Event) -> SoftmaxBench {
    var bench = self
    bench.effects += bench.app.update(event)
    return bench
  }

  var screen: SoftmaxScreen { app.softmaxScreen ?? SoftmaxScreen() }
  var sheet: SoftmaxSheet { screen.sheet }
  var state: SoftmaxState { screen.state }
  var logits: [Double] { state.vector.logits }
  var status: String { app.status.text }
  var isRefused: Bool { app.status.kind == .refusal }
  var isTyping: Bool { app.isTyping }
  var view: Frame { app.view }
  var picture: String { app.view.picture }
  /// The lines of the panel of readings.
  var reading: [String] { SoftmaxReadingPanel(sheet: sheet).lines.map(\.text) }
  var layout: SoftmaxLayout {
    SoftmaxLayout(body: app.body, sheet: sheet, appearance: app.appearance)
  }
}

extension Workbench {
  var softmax: SoftmaxState { softmaxScreen?.state ?? SoftmaxState() }

  var softmaxScreen: SoftmaxScreen? {
    screens.compactMap { $0 as? SoftmaxScreen }.first
  }
}
