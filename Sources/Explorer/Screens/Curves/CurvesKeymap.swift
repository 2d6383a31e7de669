enum CurvesCommand: Sendable, Hashable {
  enum Axes: Sendable, Hashable { case x, y, both }
  enum Step: Sendable, Hashable { case single, tenfold, pixel }

  case move(Int, Step)
  case leftEdge, rightEdge
  case selectFunction(Int)
  case pointOfInterest(Int)
  case zoom(Int, Axes)
  case pan(x: Int, y: Int)
  case fit, equalAspect, resetView
  case undo, redo
  case search, command
  case cycleDerivatives, toggleTangent, toggleHealth, toggleDigits, toggleDerivation, moreDerivation
  case toggleSecant, toggleSecantKind, changeSecant(Int)
  case changeSaturation(Int)
  case selectParameter, nudgeParameter(Int), typeParameter, resetParameters
  case toggleAffineInput
  case pin, unpin, toggleDifference
}

extension CurvesScreen {
  static let keymap = Keymap<CurvesCommand>([
    KeyRow(
      hint: "move", "move the cursor a step",
      [([.left, "h"], .move(-1, .single)), ([.right, "l"], .move(1, .single))]),
    KeyRow(
      "ten steps",
      [
        ([.shift(.left), "H"], .move(-1, .tenfold)), ([.shift(.right), "L"], .move(1, .tenfold)),
      ]),
    KeyRow(
      "the finest step the plot shows",
      [
        ([.control(.left), "("], .move(-1, .pixel)), ([.control(.right), ")"], .move(1, .pixel)),
      ]),
    KeyRow("to the left or right edge", [([.home], .leftEdge), ([.end], .rightEdge)]),
    KeyRow(
      hint: "function", "the function before or after in the list",
      [([.up, "k"], .selectFunction(-1)), ([.down, "j"], .selectFunction(1))]),
    KeyRow(
      "ten functions on",
      [
        ([.shift(.up), "K"], .selectFunction(-10)), ([.shift(.down), "J"], .selectFunction(10)),
      ]),
    KeyRow(["/"], hint: "find", "find a function by name", .search),
    KeyRow(
      hint: "zoom", "zoom in and out about the cursor",
      [(["+", "="], .zoom(1, .both)), (["-", "_"], .zoom(-1, .both))]),
    KeyRow("zoom x alone", [(["x"], .zoom(1, .x)), (["X"], .zoom(-1, .x))]),
    KeyRow("zoom y alone", [(["y"], .zoom(1, .y)), (["Y"], .zoom(-1, .y))]),
    KeyRow(
      hint: "pan", "pan left and right",
      [([","], .pan(x: -1, y: 0)), (["."], .pan(x: 1, y: 0))]),
    KeyRow(
      "pan up and down", [([.pageUp], .pan(x: 0, y: 1)), ([.pageDown], .pan(x: 0, y: -1))]),
    KeyRow(["f"], hint: "fit", "fit the y range to the curves, and keep it so", .fit),
    KeyRow(["e"], "equal units along x and y", .equalAspect),
    KeyRow(["r"], "back to the function's own window", .resetView),
    KeyRow(["d"], hint: "f′ f″", "draw f′, then f″ too, then neither", .cycleDerivatives),
    KeyRow(["t"], hint: "tangent", "draw the tangent", .toggleTangent),
    KeyRow(
      hint: "zero, kink…",
      "next or previous zero, extremum, inflection, kink, edge of saturation, crossing",
      [(["n"], .pointOfInterest(1)), (["N"], .pointOfInterest(-1))]),
    KeyRow(
      ["g"], hint: "health", "shade where the gradient is saturated, dead or amplifying",
      .toggleHealth),
    KeyRow(
      "saturated means |f′| below ε: smaller or larger ε",
      [(["<"], .changeSaturation(-1)), ([">"], .changeSaturation(1))]),
    KeyRow(["s"], hint: "secant", "draw a secant, and its error over h", .toggleSecant),
    KeyRow(
      "smaller or larger h", [([";"], .changeSecant(-1)), (["'"], .changeSecant(1))]),
    KeyRow(["S"], "forward or central secant", .toggleSecantKind),
    KeyRow(
      hint: "parameter", "lower or raise the chosen parameter",
      [(["["], .nudgeParameter(-1)), (["]"], .nudgeParameter(1))]),
    KeyRow(
      "ten steps lower or higher", [(["{"], .nudgeParameter(-10)), (["}"], .nudgeParameter(10))]),
    KeyRow(["o"], "choose the next parameter", .selectParameter),
    KeyRow(["i"], "sliders for the input w·x + b", .toggleAffineInput),
    KeyRow([.enter], "type a value for the chosen parameter", .typeParameter),
    KeyRow([.backspace], "parameters back to their defaults", .resetParameters),
    KeyRow(["p"], hint: "pin", "pin this curve to compare it with others, four at most", .pin),
    KeyRow(["P"], "take the last pin away", .unpin),
    KeyRow(["D"], "draw the difference to the last pinned curve", .toggleDifference),
    KeyRow(
      ["w"], "why: the steps from the definition to the derivative, and the numbers here",
      .toggleDerivation),
    KeyRow(["W"], "more of those steps: range, conventions, source, accuracy", .moreDerivation),
    KeyRow(["a"], "all digits", .toggleDigits),
    KeyRow(
      [":"], hint: "go to", "go to an x, or run a command: 1.5 · x -3 3 · y 0 1 · relu · alpha=0.2",
      .command),
    KeyRow(["u"], hint: "undo", "undo a change of function, window, parameters or pins", .undo),
    KeyRow([.control("r")], "redo", .redo),
  ])

  /// The keys while a field is open.
  static let typingKeys: [KeyHelp] = [
    KeyHelp(keys: [[.enter]], hint: "accept", explanation: "accept what was typed"),
    KeyHelp(keys: [[.up], [.down]], hint: "choose", explanation: "choose from the list"),
    KeyHelp(keys: [[.tab]], hint: "complete", explanation: "complete what was typed"),
    KeyHelp(keys: [[.escape]], hint: "leave as it was", explanation: "leave everything as it was"),
  ]
}
