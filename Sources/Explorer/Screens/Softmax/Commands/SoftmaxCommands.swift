import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// All that can be done on the screen. Hints stand in the order of the rows, and what a script sets in
/// the order in which it must: the vector before what belongs to its entries, the view before the
/// cursor.
extension SoftmaxScreen {
  typealias Row = Command<SoftmaxScreen>

  public static let commands = CommandTable<SoftmaxScreen>(
    lossRows + movement + nudging + views + editing + wholeVector + vectorState + lookState,
    shorthandNames: { _, words in
      words.isEmpty ? variants : words.count == 1 && variants.contains(words[0]) ? ["T="] : []
    }
  ) { _, line throws(Refusal) in SoftmaxShorthand(line)?.longForm }

  static let variants = Catalogue.vectorFunctions.map(\.id)
}

// MARK: The loss

extension SoftmaxScreen {
  private static let lossRows: [Row] = [
    .steps(
      "tell",
      keys: [KeyLine([" "], hint: "step", "explain the next step from L to p − y")],
      "explain a given number of further steps of the derivation of p − y", undo: .none,
      unless: isNotLoss
    ) { screen, steps, _ in screen.tell(screen.state.lossStep + steps) },
    .steps(
      "untell",
      keys: [KeyLine([.backspace], "go back a step, while steps from L to p − y are told")],
      "take back a given number of steps of the derivation of p − y", undo: .none,
      unless: isNothingTold
    ) { screen, steps, _ in screen.tell(screen.state.lossStep - steps) },
    .plain(
      "why", keys: [KeyLine(["w"], hint: "why", "explain all steps from L to p − y, or none")],
      "explain all steps of the derivation of p − y, or none", undo: .none, unless: isNotLoss
    ) { screen, _ in
      screen.tell(screen.state.lossStep == LossReadings.lastStep ? 0 : LossReadings.lastStep)
    },
    .general(
      "class", [.init("class", .whole(0...4095), isOptional: true)], example: "2",
      keys: [KeyLine(["c"], hint: "target", "make the selected class the target")],
      "make a class the target; without a number, the selected one", unless: isNotLoss,
      state: { screen in screen.state.vector.targetClass.map { [[.whole($0)]] } ?? [] }
    ) { screen, arguments, _ throws(Refusal) in
      let index = arguments.whole(0) ?? screen.state.row
      try screen.check(index)
      try screen.change { $0.targets = SoftmaxState.Vector.oneHot(index, count: $0.logits.count) }
    },
  ]

  /// In the table of targets Backspace is that of the table.
  private static func isNothingTold(_ screen: SoftmaxScreen) -> String? {
    if let reason = isNotLoss(screen) { return reason }
    return screen.state.lossStep == 0 || screen.state.focus == .panel
      ? "No step is told that one could go back from." : nil
  }

  private static func isNotLoss(_ screen: SoftmaxScreen) -> String? {
    screen.state.view == .loss
      ? nil : "The target and the steps to p − y belong to the loss, which g opens."
  }
}

// MARK: The cursor

extension SoftmaxScreen {
  private static let movement: [Row] = [
    .steps(
      "row",
      keys: [
        KeyLine(
          hint: "select", "select a logit, or a row of the matrix",
          [([.up, "k"], -1), ([.down, "j"], 1)]),
        KeyLine("ten rows up or down", [([.shift(.up), "K"], -10), ([.shift(.down), "J"], 10)]),
      ], "move down a given number of rows", undo: .none
    ) { screen, rows, _ in screen.moveRow(by: rows) },
    .steps(
      "column",
      keys: [
        KeyLine(
          hint: "matrix", "into the panel at the right, and back to the logits",
          [([.left, "h"], -1), ([.right, "l"], 1)]),
        KeyLine(
          "ten columns left or right",
          [([.shift(.left), "H"], -10), ([.shift(.right), "L"], 10)]),
      ], "move right a given number of columns", undo: .none
    ) { screen, columns, context in screen.moveColumn(by: columns, in: context) },
    .steps(
      "page", keys: [KeyLine("pan a screenful up or down", [([.pageUp], -1), ([.pageDown], 1)])],
      "move down a given number of screenfuls", undo: .none
    ) { screen, pages, context in screen.pageRows(by: pages, in: context) },
    .steps(
      "pan", keys: [KeyLine("pan a screenful left or right", [([","], -1), (["."], 1)])],
      "pan the matrix right a given number of screenfuls", undo: .none, unless: isNotMatrix
    ) { screen, pages, context in screen.pageColumns(by: pages, in: context) },
    .plain("first", keys: [KeyLine([.home], "the first entry")], "the first entry", undo: .none) {
      screen, _ in screen.moveToEnd(0)
    },
    .plain("last", keys: [KeyLine([.end], "the last entry")], "the last entry", undo: .none) {
      screen, _ in screen.moveToEnd(screen.state.count - 1)
    },
    .steps(
      "next",
      keys: [
        KeyLine(
          "the next of the ten largest outputs, or in the matrix of the row’s strongest entries",
          [(["n"], 1), (["N"], -1)])
      ], "move through the ten largest outputs, or the strongest entries of the row", undo: .none
    ) { screen, steps, _ in screen.moveAlongStrongest(by: steps) },
    .plain(
      "largest", keys: [KeyLine(["^"], "the largest output, from anywhere")],
      "go to the largest output", undo: .none
    ) { screen, _ in screen.moveToLargest() },
    .plain(
      "strongest",
      keys: [KeyLine(["!"], "the strongest entry of the whole matrix, from anywhere")],
      "go to the strongest entry of the whole matrix", undo: .none
    ) { screen, _ in screen.moveToStrongest() },
  ]

  static func isNotMatrix(_ screen: SoftmaxScreen) -> String? {
    screen.state.view == .jacobian
      ? nil : "Colours, zoom and panning belong to the matrix; Esc goes back to it."
  }
}

// MARK: The entry at the cursor

extension SoftmaxScreen {
  private static let nudging: [Row] = [
    .steps(
      "nudge",
      keys: [
        KeyLine(
          hint: "change", "lower or raise the selected entry by a step", [(["["], -1), (["]"], 1)]),
        KeyLine("lower or raise it by ten steps", [(["{"], -10), (["}"], 10)]),
      ], "raise the selected entry a given number of steps"
    ) { screen, steps, _ throws(Refusal) in try screen.changeEntry(by: steps) },
    .general(
      "entry", [.init("value", .text("a number, or a list of logits"))], example: "2.5",
      keys: [
        KeyLine(
          opening: [.enter], hint: "type",
          "type a value for the selected entry; typing a sign does that, too")
      ], "set the selected entry; a list replaces the logits",
      field: { screen, _ in screen.entryField(screen.entryText) }
    ) { screen, arguments, context throws(Refusal) in
      try screen.setEntry(arguments.word(0) ?? "", context.numbers)
    },
    .general(
      "logit",
      [
        .init("index", .whole(0...4095)),
        .init("value", .text("a number, -inf, or a list of logits")),
      ], example: "1 2.5",
      "set a logit by its number; x1 = 2.5 is short for it, and a list replaces all logits"
    ) { screen, arguments, context throws(Refusal) in
      try screen.setLogit(arguments.whole(0) ?? 0, arguments.word(1) ?? "", context.numbers)
    },
    .general(
      "target", [.init("class", .whole(0...4095)), .init("value", .number(.finite))],
      example: "1 0.25",
      "set an entry of y; y1 = 0.25 is short for it, and the others share the rest"
    ) { screen, arguments, _ throws(Refusal) in
      try screen.setTarget(arguments.whole(0) ?? 0, arguments.number(1) ?? .nan)
    },
    .general(
      "delta", [.init("index", .whole(0...4095)), .init("value", .number(.finite))],
      example: "1 0.5", "set an entry of Δx; dx1 = 0.5 is short for it"
    ) { screen, arguments, _ throws(Refusal) in
      try screen.setDelta(arguments.whole(0) ?? 0, arguments.number(1) ?? .nan)
    },
    .steps(
      "coarser", keys: [KeyLine("make the step smaller or larger", [([";"], -1), (["'"], 1)])],
      "make the step of a nudge larger"
    ) { screen, steps, _ in
      let last = SoftmaxState.steps.count - 1
      screen.setStep(min(last, max(0, screen.state.stepIndex + steps)))
    },
  ]
}
