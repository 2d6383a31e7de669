import TerminalCells
import Widgets
import Wording

/// What changes the vector and all that goes with its entries.
extension SoftmaxScreen {
  static let editing: [Row] = [
    .plain(
      "append", keys: [KeyLine(["I"], hint: "add", "add a logit of 0 after the selected one")],
      "add a logit of 0 after the selected one"
    ) { screen, _ throws(Refusal) in try screen.insert(0, at: screen.state.selectedLogit + 1) },
    .plain(
      "insert", keys: [KeyLine([.insert], "insert a logit of 0 before the selected one")],
      "insert a logit of 0 before the selected one"
    ) { screen, _ throws(Refusal) in try screen.insert(0, at: screen.state.selectedLogit) },
    .plain(
      "copy", keys: [KeyLine(["C"], "copy the selected logit")],
      "insert a copy of the selected logit"
    ) { screen, _ throws(Refusal) in
      let index = screen.state.selectedLogit
      try screen.insert(screen.state.vector.logits[index], at: index + 1)
    },
    .plain(
      "remove",
      keys: [KeyLine([.delete, .control("x")], hint: "remove", "remove the selected logit")],
      "remove the selected logit"
    ) { screen, _ throws(Refusal) in try screen.removeSelected() },
    .plain(
      "mask",
      keys: [KeyLine(["M"], "mask the logit with −inf, or restore a masked one")],
      "mask the selected logit with −inf, or restore a masked one"
    ) { screen, _ throws(Refusal) in
      let index = screen.state.selectedLogit
      try screen.change { $0.toggleMask(at: index) }
    },
  ]

  static let wholeVector: [Row] = [
    .number(
      "add", "number", example: "100",
      keys: [KeyLine(opening: ["A"], "add to every logit: softmax does not change")],
      "add a number to every logit: softmax does not change",
      field: { _, _ in FieldStart("add to every logit:", "100") },
      set: { screen, constant, _ throws(Refusal) in try screen.addToAll(constant) }),
    .number(
      "multiply", "factor", example: "2",
      keys: [KeyLine(opening: ["*"], "multiply every logit")], "multiply every logit",
      field: { _, _ in FieldStart("multiply every logit by:", "2") },
      set: { screen, factor, _ throws(Refusal) in
        try screen.change {
          $0.logits = $0.logits.map { $0 == -.infinity ? $0 : $0 * factor }
        }
      }),
    .plain(
      "sort", keys: [KeyLine(["O"], "put the logits in order, largest first")],
      "put the logits in order, largest first"
    ) { screen, _ throws(Refusal) in try screen.change { $0.sort() } },
    .general(
      "random", [.init("count", .whole(SoftmaxState.acceptedCount), isOptional: true)],
      example: "64",
      keys: [KeyLine(["R"], "random logits; the same sequence every time")],
      "random logits, as many as there are or as given; the same sequence every time"
    ) { screen, arguments, _ throws(Refusal) in try screen.randomise(count: arguments.whole(0)) },
    .plain(
      "equal", keys: [KeyLine(["U"], "make all logits equal, for uniform probabilities")],
      "make all logits equal"
    ) { screen, _ throws(Refusal) in try screen.change { $0.equalise() } },
    .plain(
      "defaults",
      keys: [
        KeyLine(
          [.backspace],
          "restore the vector at the start, or in a table the default target or Δx")
      ], "restore the vector at the start, or in a table the default target or Δx"
    ) { screen, _ throws(Refusal) in try screen.goBackToDefaults() },
  ]

  // MARK: The parts of the vector

  static let vectorState: [Row] = [
    .numbers(
      "start", count: SoftmaxState.acceptedCount, accepting: .logits, example: "2, 1, 0.1",
      "start over with this vector, which Backspace restores",
      { $0.state.start.logits },
      set: { screen, logits, _ throws(Refusal) in
        try checkLogits(logits)
        screen.state.begin(with: logits)
      }),
    .numbers(
      "x", count: SoftmaxState.acceptedCount, accepting: .logits, example: "2, 1, 0.1",
      keys: [
        KeyLine(
          opening: ["E"], hint: "type all",
          "type all logits, or in a table all of y or Δx; a list may be pasted at any time")
      ], "set all logits", field: { screen, _ in screen.listField },
      { $0.state.vector.logits },
      set: { screen, logits, _ throws(Refusal) in
        try screen.change { $0.replaceLogits(logits) }
      }),
    .numbers(
      "hidden", count: 1...4096, example: "0, 1.5, 0",
      "set the values that masked logits return to when they are unmasked",
      { screen in
        let hidden = screen.state.vector.hidden
        return hidden.contains { $0.bitPattern != 0 } ? hidden : nil
      },
      set: { screen, values, _ throws(Refusal) in
        try screen.checkCount(values, of: "hidden")
        try screen.change { $0.hide(values) }
      }),
    .number(
      "temperature", formerly: ["t"], "temperature", accepting: .positive, example: "0.5",
      keys: [KeyLine(opening: ["T"], "type a temperature")],
      "set the temperature T of softmax(x/T)",
      field: { screen, _ in
        FieldStart("temperature T =", NumberText.exact(screen.state.vector.temperature))
      }, { $0.state.vector.temperature },
      set: { screen, value, _ throws(Refusal) in
        try screen.change { $0.temperature = value }
      }),
    .numbers(
      "y", count: 1...4096, example: "0.2, 0.3, 0.5",
      "set the target of the cross-entropy, which sums to 1",
      { $0.state.vector.targetClass == nil ? $0.state.vector.targets : nil },
      set: { screen, targets, _ throws(Refusal) in try screen.setTargets(targets) }),
    .general(
      "dx", formerly: ["δx"],
      [.init("numbers", .numbers(count: 1...4096, .finite), isOptional: true)],
      example: "0.1, 0, -0.1", "set Δx; without numbers, one step of the selected logit",
      state: { screen in screen.state.vector.nudge.map { [[.numbers($0)]] } ?? [] }
    ) { screen, arguments, _ throws(Refusal) in
      if let nudge = arguments.numbers(0) { try screen.checkCount(nudge, of: "dx") }
      try screen.change { $0.nudge = arguments.numbers(0) }
    },
    .general(
      "seed", [.init("seed", .whole(0...Int.max))], example: "42",
      "set the seed of the next random vector",
      state: { [[.whole($0.state.vector.seed)]] }
    ) { screen, arguments, _ throws(Refusal) in
      try screen.change { $0.seed = arguments.whole(0) ?? 1 }
    },
    .number(
      "step", "step", accepting: .positive, example: "0.5", "set the step of a nudge",
      { $0.state.step },
      set: { screen, step, _ throws(Refusal) in
        guard let index = SoftmaxState.steps.firstIndex(of: step) else {
          let steps = SoftmaxState.steps.map { NumberText.brief($0) }
          throw Refusal("step accepts \(WordList.alternatives(steps)).")
        }
        screen.setStep(index)
      }),
  ]
}
