import Plotting
import TerminalCells
import Widgets
import Wording

/// The window.
extension CurvesScreen {
  static let window: [Row] = [
    .general(
      "zoom",
      [
        .init("steps", .whole(-1_000_000...1_000_000), isOptional: true),
        .init("x", .number(.finite), isOptional: true),
        .init("y", .number(.finite), isOptional: true),
      ], example: "2",
      keys: [
        KeyLine(
          hint: "zoom", "zoom in and out about the cursor",
          [(["+", "=", "z"], 1), (["-", "_", "Z"], -1)])
      ], "zoom in a given number of steps about the cursor, or about a point", undo: .run
    ) { screen, arguments, context in
      screen.zoom(
        by: arguments.whole(0) ?? 1, .both, about: (arguments.number(1), arguments.number(2)),
        in: context)
    },
    .steps(
      "zoom-x", keys: [KeyLine("zoom x alone", [(["x"], 1), (["X"], -1)])], "zoom x alone"
    ) { screen, steps, context in screen.zoom(by: steps, .x, in: context) },
    .steps(
      "zoom-y", keys: [KeyLine("zoom y alone", [(["y"], 1), (["Y"], -1)])], "zoom y alone"
    ) { screen, steps, context in screen.zoom(by: steps, .y, in: context) },
    .steps(
      "pan", keys: [KeyLine(hint: "pan", "pan left and right", [([","], -1), (["."], 1)])],
      "move the window right by tenths of its width"
    ) { screen, steps, context in screen.pan(x: steps, y: 0, in: context) },
    .steps(
      "pan-y", keys: [KeyLine("pan up and down", [([.pageUp], 1), ([.pageDown], -1)])],
      "move the window up by tenths of its height"
    ) { screen, steps, context in screen.pan(x: 0, y: steps, in: context) },
    .plain(
      "fit",
      keys: [KeyLine(["f"], hint: "fit", "fit the y range to the curves, also when they change")],
      "fit the y range to the curves, also when they change"
    ) { screen, _ in screen.change { $0.height = .fitted } },
    .plain(
      "equal", keys: [KeyLine(["e"], "equal units along x and y")], "equal units along x and y"
    ) { screen, context in screen.equaliseAspect(in: context) },
    .plain(
      "reset", keys: [KeyLine(["r"], "back to the function's own window")],
      "go back to the function's own window"
    ) { screen, _ in screen.resetView() },
  ]

  static let windowState: [Row] = [
    .range(
      "x", example: "-3 3", "the range of x that is shown",
      { $0.state.x?.closedRange },
      set: { screen, range, _ throws(Refusal) in
        screen.setWindow(x: try window("x", range))
      }),
    .general(
      "y", [.init("lower", .number(.finite)), .init("upper", .number(.finite), isOptional: true)],
      example: "-1 2", "the range of y that is shown; a single number is the target of a loss",
      state: { screen in
        guard case .chosen(let y) = screen.state.height else { return [] }
        return [[.number(y.lower), .number(y.upper)]]
      }
    ) { screen, arguments, _ throws(Refusal) in
      guard let upper = arguments.number(1) else {
        return try screen.setTarget(arguments.number(0) ?? .nan)
      }
      let y = try heightRange("y", arguments.number(0) ?? .nan, upper)
      screen.change { $0.height = .chosen(y) }
    },
    .general(
      "hold", [.init("lower", .number(.finite)), .init("upper", .number(.finite))],
      example: "-1 2",
      "keep this y range while w and b of the input change",
      state: { screen in
        guard case .held(let y) = screen.state.height else { return [] }
        return [[.number(y.lower), .number(y.upper)]]
      }
    ) { screen, arguments, _ throws(Refusal) in
      let y = try heightRange("hold", arguments.number(0) ?? .nan, arguments.number(1) ?? .nan)
      screen.change(keepsHeight: true) { $0.height = .held(y) }
    },
  ]

  private static func heightRange(
    _ word: String, _ lower: Double, _ upper: Double
  ) throws(Refusal) -> AxisRange {
    guard lower < upper else {
      throw Refusal("\(word) accepts two numbers, the smaller first, as in \(word) -3 3.")
    }
    return try window(word, (lower + 0)...(upper + 0))
  }

  /// The window that was asked for, or a refusal where it is too narrow to be drawn.
  private static func window(
    _ word: String, _ range: ClosedRange<Double>
  ) throws(Refusal) -> AxisRange {
    if let window = AxisRange(exactly: range) { return window }
    let largest = max(range.lowerBound.magnitude, range.upperBound.magnitude)
    let least = NumberText.brief(AxisRange.leastWidth(around: largest))
    throw Refusal("\(word) accepts two numbers at least \(least) apart there.")
  }

  /// `y = 0.5` is the target of a loss, whose letter is y.
  private mutating func setTarget(_ value: Double) throws(Refusal) {
    guard let slider = model.sliders.first(where: { $0.subject == .target }) else {
      throw Refusal(
        "y accepts two numbers, the smaller first, as in y -3 3; "
          + "\(model.entry.description.name) has no parameter y.")
    }
    try set(slider, to: value)
  }
}
