import TerminalCells

@testable import Explorer

/// The softmax screen in an app of its own, driven by keys.
struct SoftmaxBench {
  private(set) var app: App
  private(set) var effects: [Effect] = []

  init(
    _ logits: [Double]? = nil, width: Int = 80, height: Int = 24,
    colors: Appearance.ColorDepth = .palette, background: Appearance.Background = .dark,
    markers: Appearance.Markers = .braille
  ) {
    app = App(
      appearance: Appearance(colors: colors, background: background, markers: markers),
      size: Size(width: width, height: height),
      screens: App.screens(softmax: SoftmaxScreen(logits: logits)), selected: 1)
  }

  /// The bench after typing: plain characters, and names in angle brackets as in
  /// `"<enter>3<enter>u"`; `<ctrl-r>` and `<shift-right>` take a modifier.
  func typing(_ script: String) -> SoftmaxBench {
    var bench = self
    var rest = Substring(script)
    while let character = rest.popFirst() {
      var key = Key(character)
      if character == "<", let end = rest.firstIndex(of: ">"),
        let named = Self.named(rest[..<end])
      {
        key = named
        rest = rest[rest.index(after: end)...]
      }
      bench.effects += bench.app.update(.key(key))
    }
    return bench
  }

  func pasting(_ text: String) -> SoftmaxBench { receiving(.paste(text)) }

  func receiving(_ event: Event) -> SoftmaxBench {
    var bench = self
    bench.effects += bench.app.update(event)
    return bench
  }

  var model: SoftmaxModel { (app.screen as? SoftmaxScreen)?.model ?? SoftmaxModel() }
  var logits: [Double] { model.vector.logits }
  var status: String { app.screen.status.text }
  var isRefused: Bool { app.screen.status.kind == .refusal }
  var picture: String { app.view.picture }
  /// The lines of the panel of readings.
  var reading: [String] { SoftmaxReadingPanel(model: model).lines.map(\.text) }

  private static func named(_ name: some StringProtocol) -> Key? {
    if name.hasPrefix("ctrl-"), let last = name.last { return .control(Key(last)) }
    if name.hasPrefix("shift-") { return named(name.dropFirst(6)).map { .shift($0) } }
    let keys: [String: Key] = [
      "enter": .enter, "esc": .escape, "up": .up, "down": .down, "left": .left, "right": .right,
      "home": .home, "end": .end, "pageup": .pageUp, "pagedown": .pageDown, "delete": .delete,
      "insert": .insert, "backspace": .backspace, "space": " ", "less": "<", "tab": .tab,
    ]
    return keys[String(name)]
  }
}
