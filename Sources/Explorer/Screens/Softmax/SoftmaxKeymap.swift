enum SoftmaxCommand: Sendable, Hashable {
  case moveRow(Int)
  case moveColumn(Int)
  case first, last
  case nudge(Int)
  case changeStep(Int)
  case open(SoftmaxModel.Prompt)
  case add, duplicate, remove
  case sort, randomise, equalise
  case nextVariant
  case changeTemperature(Int)
  case undo, redo, reset
}

extension SoftmaxScreen {
  static let keymap = Keymap<SoftmaxCommand>([
    KeyRow(
      hint: "select", "select a logit, or a row of the matrix",
      [([.up, "k"], .moveRow(-1)), ([.down, "j"], .moveRow(1))]),
    KeyRow(
      hint: "matrix", "into the matrix, along its columns, and back to the logits",
      [([.left, "h"], .moveColumn(-1)), ([.right, "l"], .moveColumn(1))]),
    KeyRow(
      "ten rows up or down",
      [([.shift(.up), "K"], .moveRow(-10)), ([.shift(.down), "J"], .moveRow(10))]),
    KeyRow(
      "ten columns left or right",
      [([.shift(.left), "H"], .moveColumn(-10)), ([.shift(.right), "L"], .moveColumn(10))]),
    KeyRow("first and last", [([.home], .first), ([.end], .last)]),
    KeyRow(
      [.enter], hint: "type a value",
      "type a value for the selected logit (a sign or a point also opens it)",
      .open(.logit)),
    KeyRow(
      hint: "nudge", "lower or raise the selected logit by a step",
      [(["["], .nudge(-1)), (["]"], .nudge(1))]),
    KeyRow("lower or raise it by ten steps", [(["{"], .nudge(-10)), (["}"], .nudge(10))]),
    KeyRow(
      "smaller or larger step", [(["("], .changeStep(-1)), ([")"], .changeStep(1))]),
    KeyRow(["a", .insert], hint: "add", "add a logit of 0 after the selected one", .add),
    KeyRow(["d"], "duplicate the selected logit", .duplicate),
    KeyRow(["x", .delete], hint: "remove", "remove the selected logit", .remove),
    KeyRow(
      ["e"], hint: "edit all", "edit the whole vector as a list; pasting one works at any time",
      .open(.wholeVector)),
    KeyRow(["v"], hint: "variant", "softmax, log-softmax, softmin, sparsemax", .nextVariant),
    KeyRow(
      hint: "T", "lower or raise the temperature",
      [(["<"], .changeTemperature(-1)), ([">"], .changeTemperature(1))]),
    KeyRow(["t"], "type a temperature", .open(.temperature)),
    KeyRow(["c"], "add a constant to every logit: softmax does not change", .open(.addConstant)),
    KeyRow(["*"], "multiply every logit", .open(.scale)),
    KeyRow(["s"], "sort the logits, largest first", .sort),
    KeyRow(["r"], "random logits; the same sequence every time", .randomise),
    KeyRow(["="], "make all logits equal", .equalise),
    KeyRow(["u"], hint: "undo", "undo", .undo),
    KeyRow([.control("r")], "redo", .redo),
    KeyRow([.backspace], "back to the vector at the start", .reset),
  ])

  /// The keys while a field is open.
  static let typingKeys: [KeyHelp] = [
    KeyHelp(keys: [[.enter]], hint: "accept", explanation: "accept what was typed"),
    KeyHelp(keys: [[.escape]], hint: "leave as it was", explanation: "leave the old value"),
  ]
}
