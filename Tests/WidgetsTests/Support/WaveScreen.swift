import Plotting
import TerminalCells
import Widgets
import Wording

/// A screen for tests, with one of everything: a slider and a plot that can be read, panned, searched,
/// and set moving.
struct WaveScreen: Screen {
  struct State: Equatable, Sendable {
    var amplitude = 1.0
    var cursor = 0.0
    var window: ClosedRange<Double> = -6...6
    var showsSlope = false
    var shape = "sine"
    var samples = [0.5, 0.25]
    var note = ""
    var isMoving = false
    var phase = 0.0
    /// Nil for automatic.
    var extent: Double?
  }

  static let word = "wave"
  static let title = "Wave"
  static let minimumSize = Size(width: 30, height: 6)
  static let shapes = ["sine", "square", "line"]

  var session = Session(State())
  private let plotMemory = PlotMemory()
  var fresh: WaveScreen { WaveScreen() }

  static let commands: CommandTable<WaveScreen> = CommandTable(
    [
      .choice(
        "shape", of: shapes,
        keys: [
          KeyLine(["v"], hint: "shape", "the next shape"),
          KeyLine(opening: ["V"], "type the name of a shape"),
        ],
        "the shape of the wave", { $0.session.state.shape },
        set: { screen, shape, _ in screen.session.state.shape = shape }),
      .number(
        "amplitude", "height", example: "1.5",
        keys: [KeyLine(opening: [.enter], hint: "type", "type the amplitude")],
        "set the amplitude",
        field: { screen, _ in
          FieldStart("amplitude =", NumberText.exact(screen.session.state.amplitude))
        }, { $0.session.state.amplitude },
        set: { screen, value, _ throws(Refusal) in
          guard value >= 0 else {
            throw Refusal("amplitude must not be below 0 (got \(NumberText.brief(value))).")
          }
          screen.session.state.amplitude = value
        }),
      .steps(
        "nudge",
        keys: [
          KeyLine(hint: "amplitude", "lower or raise the amplitude", [(["["], -1), (["]"], 1)]),
          KeyLine("ten steps lower or higher", [(["{"], -10), (["}"], 10)]),
        ], "change the amplitude by steps of 0.1"
      ) { screen, steps, _ in
        screen.session.state.amplitude = screen.slider.moved(by: steps)
      },
      .range(
        "x", example: "-3 3", "the window of x", { $0.session.state.window },
        set: { screen, window, _ in screen.session.state.window = window }),
      .steps(
        "pan", keys: [KeyLine(hint: "pan", "pan left and right", [([","], -1), (["."], 1)])],
        "move the window by tenths of its width"
      ) { screen, steps, _ in
        let moved = AxisRange(screen.session.state.window).panned(by: Double(steps) / 5)
        screen.session.state.window = moved.closedRange
      },
      .number(
        "at", "x", example: "1.5", "put the cursor at x", undo: .none,
        { $0.session.state.cursor },
        set: { screen, x, _ in screen.session.state.cursor = x }),
      .steps(
        "move",
        keys: [
          KeyLine(
            hint: "move", "move the cursor", [([.left, "h"], -1), ([.right, "l"], 1)])
        ], "move the cursor by steps of 0.1", undo: .none
      ) { screen, steps, _ in
        let moved = nudged(screen.session.state.cursor, by: steps, of: 0.1)
        screen.session.state.cursor = moved
      },
      .toggle(
        "slope", keys: [KeyLine(["d"], hint: "slope", "draw the slope")], "draw the slope",
        { $0.session.state.showsSlope },
        set: { screen, isOn, _ in screen.session.state.showsSlope = isOn }),
      .numbers(
        "samples", count: 1...8, accepting: .logits, example: "1, 2, -inf", "a list of numbers",
        { $0.session.state.samples },
        set: { screen, numbers, _ in screen.session.state.samples = numbers }),
      .general(
        "note", [.init("text", .text(), isOptional: true)], example: "steep here",
        "a note below the plot", state: { [[.text($0.session.state.note)]] }
      ) { screen, arguments, _ in screen.session.state.note = arguments.word(0) ?? "" },
      .name(
        "find", "name", example: "square",
        keys: [KeyLine(opening: ["/"], hint: "find", "find a shape")], "find a shape by its name",
        field: { _, _ in FieldStart("/", acts: true) }, names: { _ in shapes },
        set: { screen, name, _ throws(Refusal) in
          guard let shape = shapes.first(where: { $0.hasPrefix(name) }) else {
            throw Refusal("No shape matches '\(NumberParser.quotable(name))'.")
          }
          screen.session.state.shape = shape
        }),
      .plain(
        "flat", keys: [KeyLine(["z"], hint: "flat", "flatten the wave")], "flatten the wave",
        unless: { $0.session.state.amplitude == 0 ? "The wave is flat already." : nil }
      ) { screen, _ in screen.session.state.amplitude = 0 },
      .toggle(
        "play", keys: [KeyLine([" "], hint: "play", "let it move, or pause")], "let it move",
        undo: .none, { $0.session.state.isMoving },
        set: { screen, isOn, _ in
          screen.session.state.isMoving = isOn
          if isOn { screen.session.effects.append(.wake(after: .milliseconds(40))) }
        }),
      .general(
        "extent", [.init("extent", .either(.finite, ["auto"]))], example: "auto",
        "how far the plot reaches up and down",
        state: { [[$0.session.state.extent.map { .number($0) } ?? .word("auto")]] }
      ) { screen, arguments, _ in screen.session.state.extent = arguments.number(0) },
      .number(
        "phase", "angle", example: "0.5", "how far the wave has moved", undo: .none,
        { $0.session.state.phase },
        set: { screen, phase, _ in screen.session.state.phase = phase }),
    ],
    shorthandNames: { _, words in words.isEmpty ? shapes : [] }
  ) { _, line throws(Refusal) in
    if shapes.contains(line.lowercased()) { return "shape \(line)" }
    return (try? NumberParser.number(line)).map { _ in "at \(line)" }
  }

  static let readings = ReadingTable<WaveScreen>([
    Reading("x", "the cursor") { .number($0.session.state.cursor) },
    Reading("f", "the wave at the cursor") { .number($0.value($0.session.state.cursor)) },
    Reading("shape", "the shape of the wave") { .text($0.session.state.shape) },
    Reading("samples", "the list") { .numbers($0.session.state.samples) },
    Reading("note", "what was noted; nothing if nothing was") { screen in
      screen.session.state.note.isEmpty ? nil : .text(screen.session.state.note)
    },
  ])

  var slider: Slider {
    Slider(
      "amplitude", symbol: "A", value: session.state.amplitude, default: 1, in: 0...4, step: 0.1)
  }

  func value(_ x: Double) -> Double {
    let state = session.state
    let x = x - state.phase
    switch state.shape {
    case "square":
      return x.truncatingRemainder(dividingBy: 2).magnitude < 1
        ? state.amplitude : -state.amplitude
    case "line": return state.amplitude * x
    default: return state.amplitude * x / (1 + x * x)
    }
  }

  var status: Status {
    let (x, y) = (session.state.cursor, value(session.state.cursor))
    return Status(
      "The wave at x = \(NumberText.brief(x)) is \(NumberText.brief(y)).".withTrueMinus,
      short: [NumberText.brief(y).withTrueMinus])
  }

  func panels(in context: ScreenContext) -> [Placed] {
    let state = session.state
    let (upper, lower) = context.body.splitBottom(context.body.height > 12 ? 3 : 0)
    let (plot, side) = upper.splitRight(context.body.width > 60 ? 26 : 0)
    let this = self
    var panel = PlotPanel(
      Viewport(x: AxisRange(state.window), y: AxisRange(-2, 2)),
      [.init(state.shape) { this.value($0) }],
      points: [.init(x: state.cursor, y: value(state.cursor))], cursor: state.cursor)
    panel.memory = plotMemory
    if let extent = state.extent, extent > 0 { panel.viewport.y = AxisRange(-extent, extent) }
    if state.showsSlope {
      let slope = (value(state.cursor + 1e-6) - value(state.cursor - 1e-6)) / 2e-6
      panel.lines = [(state.cursor, value(state.cursor), slope, .quiet)]
    }
    return [
      Placed("plot", in: plot, title: state.shape, .plot(panel)),
      Placed("sliders", in: lower, title: "sliders", .sliders(SliderPanel([slider]))),
      Placed(
        "readings", in: side, title: "readings",
        .table(
          TablePanel(
            [.init("name"), .init("value", isNumber: true)],
            [
              ["x", NumberText.brief(state.cursor).withTrueMinus],
              ["f", NumberText.brief(value(state.cursor)).withTrueMinus],
            ]))),
    ].filter { !$0.rect.isEmpty }
  }

  func line(for pointing: Pointing, in context: ScreenContext) -> String? {
    switch (pointing.action, pointing.place) {
    case (.press, .point(let x, _)), (.drag, .point(let x, _)):
      Order("at", [.number(x)]).line
    case (.press, .value(_, let value)), (.drag, .value(_, let value)):
      Order("amplitude", [.number(value)]).line
    case (.wheelUp, .point): "pan -1"
    case (.wheelDown, .point): "pan 1"
    default: nil
    }
  }

  func line(forPasted text: String) throws(Refusal) -> String { "samples \(text)" }

  func opening(_ key: Key) -> (line: String, start: FieldStart)? {
    guard let sign = key.typedCharacter, "+-.".contains(sign) else { return nil }
    return ("at", FieldStart("x =", String(sign), isBegun: true))
  }

  mutating func tick(_ elapsed: Duration, in context: ScreenContext) {
    guard session.state.isMoving else { return }
    session.state.phase += elapsed / .seconds(1)
    session.effects.append(.wake(after: .milliseconds(40)))
  }
}

/// A second screen, so that there are tabs.
struct NoteScreen: Screen {
  struct State: Equatable, Sendable { var count = 0 }

  static let word = "notes"
  static let title = "Notes"
  static let minimumSize = Size(width: 20, height: 3)
  static let commands: CommandTable<NoteScreen> = CommandTable([
    .steps(
      "more", keys: [KeyLine(hint: "count", "fewer or more", [(["["], -1), (["]"], 1)])],
      "count on"
    ) { screen, steps, _ in screen.session.state.count &+= steps },
    .general(
      "count", [.init("count", .whole(Int.min...Int.max))], example: "3", "set the count",
      state: { [[.whole($0.session.state.count)]] }
    ) { screen, arguments, _ in screen.session.state.count = arguments.whole(0) ?? 0 },
  ])
  static let readings = ReadingTable<NoteScreen>([
    Reading("count", "the count") { .number(Double($0.session.state.count)) }
  ])

  var session = Session(State())
  var fresh: NoteScreen { NoteScreen() }
  var status: Status { Status("The count is \(session.state.count).") }

  func panels(in context: ScreenContext) -> [Placed] {
    [Placed("text", in: context.body, .text(TextPanel([.init("count \(session.state.count)")])))]
  }
}

extension Workbench {
  static func forTests(
    width: Int = 80, height: Int = 24, markers: Appearance.Markers = .braille,
    colors: Appearance.ColorDepth = .none
  ) -> Workbench {
    Workbench(
      appearance: Appearance(colors: colors, markers: markers),
      size: Size(width: width, height: height), screens: [WaveScreen(), NoteScreen()])
  }

  /// Plays a script of keys.
  @discardableResult
  mutating func play(_ keys: String) throws -> [Effect] {
    try KeyScript.events(keys).flatMap { update($0) }
  }

  func playing(_ keys: String) throws -> Workbench {
    var bench = self
    try bench.play(keys)
    return bench
  }

  func running(_ script: String) throws -> Workbench {
    var bench = self
    try bench.run(script)
    return bench
  }

  var wave: WaveScreen.State { (screens[0] as? WaveScreen)?.session.state ?? .init() }
  var notes: NoteScreen.State { (screens[1] as? NoteScreen)?.session.state ?? .init() }
}
