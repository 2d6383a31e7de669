import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// What is looked at, and how.
extension SoftmaxScreen {
  static let views: [Row] = [
    .plain(
      "loss",
      keys: [KeyLine(["g"], hint: "loss", "cross-entropy and its gradient p − y, and back")],
      "show cross-entropy and its gradient p − y, or the matrix again"
    ) { screen, _ in screen.show(.loss) },
    .plain(
      "change", keys: [KeyLine(["s"], hint: "J·Δx", "J·Δx against the true change, and back")],
      "show J·Δx against the true change, or the matrix again"
    ) { screen, _ in screen.show(.nudge) },
    .plain(
      "floats",
      keys: [
        KeyLine(["F"], hint: "floats", "naive against stable softmax in three types, and back")
      ], "show naive against stable softmax in three types, or the matrix again"
    ) { screen, _ in screen.show(.stability) },
    .plain(
      "matrix", keys: [KeyLine(["d"], "the Jacobian, from any other view")], "show the Jacobian"
    ) { screen, _ in
      screen.state.view = .jacobian
      screen.state.focus = .logits
      screen.state.showsDiagonalOnly = false
    },
    .general(
      "variant",
      [
        .init("function", .name("the name of a variant"), isOptional: true),
        .init("temperature", .text("a temperature such as T=0.5"), isOptional: true),
      ], example: "sparsemax",
      keys: [KeyLine(["v"], hint: "variant", "softmax, log-softmax, softmin, sparsemax")],
      "choose the variant, and set its temperature; without a name, the next variant",
      unless: lacksVariants, names: { _, words in words.isEmpty ? variants : ["T="] },
      state: { [[.word(variants[$0.state.vector.variant])]] }
    ) { screen, arguments, context throws(Refusal) in
      var variant = (screen.state.vector.variant + 1) % variants.count
      if let name = arguments.word(0) { variant = try Self.variant(named: name) }
      let temperature = try arguments.word(1).map { text throws(Refusal) in
        try Self.temperature(in: text, context.numbers)
      }
      try screen.change { [variant] in
        $0.variant = variant
        if let temperature { $0.temperature = temperature }
      }
      screen.sayWhoseViewThisIs()
    },
    .steps(
      "warmer",
      keys: [KeyLine(hint: "T", "lower or raise the temperature", [(["<"], -1), ([">"], 1)])],
      "raise the temperature a given number of stops"
    ) { screen, steps, _ throws(Refusal) in try screen.changeTemperature(by: steps) },
    .toggle(
      "diagonal",
      keys: [KeyLine(["D"], hint: "only s(1−s)", "the classic mistake: the diagonal alone")],
      "show the classic mistake: the diagonal alone",
      unless: {
        $0.state.view == .stability
          ? "The diagonal alone is shown in the matrix; Esc goes back to it." : nil
      }, { $0.state.showsDiagonalOnly },
      set: { screen, isOn, _ in screen.state.showsDiagonalOnly = isOn }),
    .steps(
      "closer",
      keys: [KeyLine(hint: "zoom", "zoom into the matrix, or out", [(["z"], 1), (["Z"], -1)])],
      "zoom into the matrix a given number of steps", unless: isNotMatrix
    ) { screen, steps, context in screen.zoom(by: steps, in: context) },
    .plain(
      "fit", keys: [KeyLine(["f"], "the whole matrix")], "show the whole matrix",
      unless: isNotMatrix
    ) { screen, _ in screen.state.zoom = 0 },
    .plain(
      "reset", keys: [KeyLine(["r"], "reset zoom, scale and cursor")],
      "reset zoom, scale and cursor", unless: isNotMatrix
    ) { screen, _ in
      (screen.state.zoom, screen.state.isLogarithmic, screen.state.fixedExtent) = (0, nil, nil)
      screen.state.move(toRow: 0, column: 0)
    },
    .general(
      "scale",
      [.init("kind", .choice(["linear", "logarithmic", "auto"]), isOptional: true)],
      example: "logarithmic",
      keys: [KeyLine(["S"], hint: "scale", "colours on a linear or a signed logarithmic scale")],
      "the scale of the colours; without an argument, the other one", unless: isNotMatrix,
      state: { [[.word($0.scaleWord)]] }
    ) { screen, arguments, context in screen.setScale(arguments.word(0), in: context) },
    .general(
      "order", [.init("kind", .choice(SoftmaxState.Order.allCases.map(\.word)), isOptional: true)],
      example: "value",
      keys: [KeyLine(["o"], "lists by output, the largest first, or by index; x stays as it is")],
      "list the logits by output or by index, without touching x; alone, the other way",
      state: { [[.word($0.state.order.word)]] }
    ) { screen, arguments, _ in screen.setOrder(arguments.word(0)) },
    .toggle(
      "digits", keys: [KeyLine(["a"], hint: "digits", "all digits of the outputs, or bars")],
      "show all digits of the outputs", { $0.state.showsAllDigits },
      set: { screen, isOn, _ in screen.state.showsAllDigits = isOn }),
    .plain(
      "more", keys: [KeyLine(["W"], "the next page of the readings, where they do not all fit")],
      "show the next page of the readings, where they do not all fit", undo: .none
    ) { screen, context in screen.turnReadings(in: context) },
    .plain(
      "back", keys: [KeyLine([.escape], "back to the logits, then to the matrix")],
      "go back to the logits, then to the matrix", undo: .none
    ) { screen, _ in screen.goBack() },
  ]

  /// The temperature that `T = 0.5` sets.
  private static func temperature(
    in text: String, _ numbers: NumberReader
  ) throws(Refusal) -> Double {
    let sides = text.split(separator: "=", omittingEmptySubsequences: false).map {
      String(NumberParser.trimmingBlanks($0))
    }
    guard sides.count == 2, ["t", "temperature"].contains(sides[0].lowercased()) else {
      throw Refusal(
        "A variant may be followed by T=, as in sparsemax T=0.5 (got '\(NumberParser.quotable(text))')."
      )
    }
    let value: Double
    do { value = try numbers.read(sides[1]) } catch {
      throw Refusal("T: \(error.sentence(accepting: .positive))")
    }
    guard value > 0 && value.isFinite else {
      throw Refusal("T must be a finite number above 0 (got \(NumberText.brief(value))).")
    }
    return value
  }

  /// By its own name or by one of a framework's code.
  private static func variant(named name: String) throws(Refusal) -> Int {
    guard let place = variants.firstIndex(where: FrameworkName(name).equals) else {
      throw Refusal(
        "variant accepts \(WordList.alternatives(variants)) (got '\(NumberParser.quotable(name))')."
      )
    }
    return place
  }

  private static func lacksVariants(_ screen: SoftmaxScreen) -> String? {
    switch screen.state.view {
    case .loss: "The loss is that of softmax; Esc goes back to the matrix, where v works."
    case .stability: "This view is about softmax; Esc goes back to the matrix, where v works."
    case .jacobian, .nudge: nil
    }
  }

  var scaleWord: String {
    state.isLogarithmic.map { $0 ? "logarithmic" : "linear" } ?? "auto"
  }

  // MARK: What only lines set

  static let lookState: [Row] = [
    .choice(
      "view", of: SoftmaxState.View.allCases.map(\.word), "what is shown beside the logits",
      { $0.state.view.word },
      set: { screen, word, _ in
        let view = SoftmaxState.View.allCases.first { $0.word == word } ?? .jacobian
        screen.state.view = view
        screen.state.focus = .logits
      }),
    .general(
      "at", formerly: ["goto"],
      [.init("row", .whole(0...4095)), .init("column", .whole(0...4095), isOptional: true)],
      example: "3 5", "go to a logit, or to an entry of the matrix", undo: .none,
      state: { [$0.cursorArguments] }
    ) { screen, arguments, _ throws(Refusal) in
      try screen.go(toRow: arguments.whole(0) ?? 0, column: arguments.whole(1))
    },
    .general(
      "focus",
      [
        .init("side", .choice(["logits", "panel"])),
        .init("row", .whole(0...4095), isOptional: true),
      ], example: "panel", "put the cursor among the logits, or in the panel beside them",
      undo: .none, state: { [[.word($0.state.focus == .panel ? "panel" : "logits")]] }
    ) { screen, arguments, _ throws(Refusal) in
      try screen.setFocus(arguments.word(0) == "panel" ? .panel : .logits, arguments.whole(1))
    },
    .general(
      "extent", [.init("extent", .either(.positive, ["auto"]))], example: "0.25",
      "the magnitude of the strongest colour",
      state: { [[$0.state.fixedExtent.map { .number($0) } ?? .word("auto")]] }
    ) { screen, arguments, _ in screen.state.fixedExtent = arguments.number(0) },
    .general(
      "zoom",
      [
        .init("steps", .whole(-20...20)), .init("row", .whole(0...4095), isOptional: true),
        .init("column", .whole(0...4095), isOptional: true),
      ], example: "2", "zoom in by steps from the whole matrix, about an entry if one is given",
      state: { [[.whole($0.state.zoom)]] }
    ) { screen, arguments, _ throws(Refusal) in
      if let row = arguments.whole(1) { try screen.go(toRow: row, column: arguments.whole(2)) }
      screen.state.zoom = arguments.whole(0) ?? 0
    },
    .general(
      "told", [.init("steps", .whole(0...LossReadings.lastStep))], example: "3",
      "how many steps of the derivation of p − y are explained", undo: .none,
      state: { [[.whole($0.state.lossStep)]] }
    ) { screen, arguments, _ in screen.state.lossStep = arguments.whole(0) ?? 0 },
    .general(
      "readings", [.init("page", .whole(0...9999))], example: "1",
      "which page of the readings is shown, where they do not all fit", undo: .none,
      state: { [[.whole($0.state.readingPage)]] }
    ) { screen, arguments, _ in screen.state.readingPage = arguments.whole(0) ?? 0 },
    .general(
      "types", [.init("first", .whole(0...2))], example: "1",
      "the first of the three number types that is shown where they do not all fit", undo: .none,
      state: { [[.whole($0.state.firstType)]] }
    ) { screen, arguments, _ in screen.state.firstType = arguments.whole(0) ?? 0 },
  ]
}
