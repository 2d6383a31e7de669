import TerminalCells

enum SoftmaxCommand: Sendable, Hashable {
  // The cursor.
  case moveRow(Int)
  case moveColumn(Int)
  case pageRows(Int)
  case pageColumns(Int)
  case first, last
  // The vector.
  case nudge(Int)
  case changeStep(Int)
  case type
  case open(SoftmaxModel.Prompt)
  case add, insert, duplicate, remove, mask
  case sort, randomise, equalise
  case nextVariant
  case changeTemperature(Int)
  case undo, redo, reset
  // What is shown.
  case show(SoftmaxModel.View)
  case toggleDigits
  case toggleDiagonalOnly
  case zoom(Int)
  case toggleScale
  case moreReadings
  case back
  case command
  case chooseTarget
  case advance(Int)
  case forgetNudge
}

extension SoftmaxScreen {
  typealias Row = KeyRow<SoftmaxCommand>

  /// The keys that work in every view.
  static let keymap = Keymap<SoftmaxCommand>(movement + views + editing + wholeVector)

  private static let movement: [Row] = [
    Row(
      hint: "select", "select a logit, or a row of the matrix",
      [([.up, "k"], .moveRow(-1)), ([.down, "j"], .moveRow(1))]),
    Row(
      hint: "matrix", "into the panel at the right, and back to the logits",
      [([.left, "h"], .moveColumn(-1)), ([.right, "l"], .moveColumn(1))]),
    Row(
      "ten rows up or down",
      [([.shift(.up), "K"], .moveRow(-10)), ([.shift(.down), "J"], .moveRow(10))]),
    Row(
      "ten columns left or right",
      [([.shift(.left), "H"], .moveColumn(-10)), ([.shift(.right), "L"], .moveColumn(10))]),
    Row("pan a screenful up or down", [([.pageUp], .pageRows(-1)), ([.pageDown], .pageRows(1))]),
    Row("pan a screenful left or right", [([","], .pageColumns(-1)), ([";"], .pageColumns(1))]),
    Row("first and last", [([.home], .first), ([.end], .last)]),
    Row(
      hint: "change", "lower or raise the selected entry by a step",
      [(["["], .nudge(-1)), (["]"], .nudge(1))]),
    Row(
      [.enter], hint: "type",
      "type the selected entry; a sign or a point opens it too", .type),
    Row("lower or raise it by ten steps", [(["{"], .nudge(-10)), (["}"], .nudge(10))]),
    Row("smaller or larger step", [(["("], .changeStep(-1)), ([")"], .changeStep(1))]),
  ]

  private static let views: [Row] = [
    Row(
      ["g"], hint: "loss",
      "cross-entropy and its gradient p − y, and back", .show(.loss)),
    Row(["n"], hint: "J·Δx", "J·Δx against the true change, and back", .show(.nudge)),
    Row(
      ["f"], hint: "floats",
      "naive against stable softmax in three types, and back", .show(.stability)),
    Row(["v"], hint: "variant", "softmax, log-softmax, softmin, sparsemax", .nextVariant),
    Row(
      hint: "T", "lower or raise the temperature",
      [(["<"], .changeTemperature(-1)), ([">"], .changeTemperature(1))]),
    Row(
      ["o"], hint: "only s(1−s)",
      "the classic mistake: the diagonal alone", .toggleDiagonalOnly),
    Row(hint: "zoom", "closer to the matrix, or farther", [(["z"], .zoom(1)), (["Z"], .zoom(-1))]),
    Row(["S"], hint: "scale", "colours on a linear or a signed logarithmic scale", .toggleScale),
    Row(["E"], "fix the magnitude of the strongest colour", .open(.extent)),
    Row(["p"], hint: "digits", "all digits of the outputs, or bars", .toggleDigits),
    Row(["W"], "more of the readings below, where they do not all fit", .moreReadings),
    Row(
      [":"], hint: "go to",
      "go to, set or run: 3 5 · x 1,2,3 · T 0.5 · sparsemax",
      .command),
    Row([.escape], "back to the logits, then to the matrix", .back),
  ]

  private static let editing: [Row] = [
    Row(["u"], hint: "undo", "undo", .undo),
    Row([.control("r")], "redo", .redo),
    Row(["a"], hint: "add", "add a logit of 0 after the selected one", .add),
    Row(["i", .insert], "insert a logit of 0 before the selected one", .insert),
    Row(["d"], "duplicate the selected logit", .duplicate),
    Row(["x", .delete], hint: "remove", "remove the selected logit", .remove),
    Row(["M"], "mask the logit with −inf, or give a masked one back what it was", .mask),
    Row(["t"], "type a temperature", .open(.temperature)),
  ]

  private static let wholeVector: [Row] = [
    Row(
      ["e"], hint: "type all", "type all logits; pasting a list works at any time",
      .open(.wholeVector)),
    Row(["c"], "add to every logit: softmax does not change", .open(.addConstant)),
    Row(["*"], "multiply every logit", .open(.scale)),
    Row(["s"], "sort the logits, largest first", .sort),
    Row(["r"], "random logits; the same sequence every time", .randomise),
    Row(["R"], "choose the seed of the next random vector", .open(.seed)),
    Row(["="], "make all logits equal", .equalise),
    Row([.backspace], "back to the vector at the start", .reset),
  ]

  /// The keys that a view adds.
  static let lossKeymap = Keymap<SoftmaxCommand>([
    Row(
      hint: "step", "tell the next step from L to p − y, or take one back",
      [([" "], .advance(1)), (["w"], .advance(-1))]),
    Row(["y"], hint: "target", "make the selected class the target", .chooseTarget),
    Row(["Y"], hint: "soft y", "type a soft target as a list that sums to 1", .open(.wholeTarget)),
  ])

  static let nudgeKeymap = Keymap<SoftmaxCommand>([
    Row(["N"], hint: "type Δx", "type Δx as a list", .open(.wholeNudge)),
    Row(["D"], "Δx is again one step of the selected logit", .forgetNudge),
  ])

  /// For a key that another view would understand: which, and how to get there.
  static func otherView(with key: Key) -> String? {
    if lossKeymap.command(for: key) != nil { return "the loss view, which g opens" }
    if nudgeKeymap.command(for: key) != nil { return "the J·Δx view, which n opens" }
    return nil
  }

  static let noKeymap = Keymap<SoftmaxCommand>([])

  /// The keys while a field is open.
  var typingKeys: [KeyHelp] {
    model.prompt == .command ? CommandPrompt.keys : Self.fieldKeys
  }

  static let fieldKeys: [KeyHelp] = [
    KeyHelp(keys: [[.enter]], hint: "accept", explanation: "accept what was typed"),
    KeyHelp(
      keys: [[.left], [.right]], hint: "edit",
      explanation: "edit the old value, which typing would replace"),
    KeyHelp(keys: [[.escape]], hint: "leave as it was", explanation: "leave the old value"),
  ]

  /// What the present view adds to the keys.
  var viewKeymap: Keymap<SoftmaxCommand> {
    switch model.view {
    case .loss: Self.lossKeymap
    case .nudge: Self.nudgeKeymap
    case .jacobian, .stability: Self.noKeymap
    }
  }
}
