import NeuralFunctions
import TerminalCells
import Widgets
import Wording

/// All that can be done on the screen. Hints stand in the order of the rows, and what a script sets in
/// the order in which it must: the function before what is pinned, that before the window, and the
/// cursor last.
extension CurvesScreen {
  typealias Row = Command<CurvesScreen>

  public static let commands = CommandTable<CurvesScreen>(
    telling + functionState + movement + choosing + window + curves + health + secants + parameters
      + pins
      + derivation + digits + secantState + windowState + cursorState,
    shorthandNames: { screen, words in
      guard words.isEmpty else { return screen.settingNames(after: words) }
      return screen.model.sliders.map { $0.name + "=" } + screen.library.entries.map(\.id)
    }
  ) { screen, line throws(Refusal) in try CurvesShorthand.longForm(of: line, screen.model) }

  /// The command whose field searches the list.
  static let findWord = "find"
}

// MARK: The cursor

extension CurvesScreen {
  private static let movement: [Row] = [
    .steps(
      "move",
      keys: [
        KeyLine(
          hint: "move", "move the cursor a step", [([.left, "h"], -1), ([.right, "l"], 1)]),
        KeyLine("ten steps", [([.shift(.left), "H"], -10), ([.shift(.right), "L"], 10)]),
      ], "move the cursor right a given number of steps"
    ) { screen, steps, context in screen.move(by: steps, in: context) },
    .steps(
      "fine",
      keys: [
        KeyLine(
          "the finest step the plot shows",
          [([.control(.left), "("], -1), ([.control(.right), ")"], 1)])
      ], "move the cursor by the finest steps the plot shows"
    ) { screen, steps, context in screen.moveFinely(by: steps, in: context) },
    .general(
      "edge", [.init("side", .choice(["left", "right"]))], example: "left",
      keys: [KeyLine("to the left or right edge", [([.home], "left"), ([.end], "right")])],
      "move the cursor to an edge of the window", undo: .run
    ) { screen, arguments, _ in
      let x = screen.model.xRange
      screen.moveCursor(to: arguments.word(0) == "left" ? x.lower : x.upper)
    },
  ]

  static let cursorState: [Row] = [
    .number(
      "at", "x", example: "1.5", "put the cursor at x; the window follows it", undo: .run,
      { $0.model.isCursorInSight ? $0.state.at : nil },
      set: { screen, x, _ throws(Refusal) in try screen.goTo(x) }),
    .number(
      "cursor", "x", example: "-1.5",
      "the cursor's place where the function is not defined, or out of sight", undo: .none,
      { $0.model.isCursorInSight ? nil : $0.state.at },
      set: { screen, x, _ in
        screen.state.at = x
        screen.state.told = .place
      }),
    .choice(
      "tell", of: CurvesState.Told.allCases.map(\.rawValue),
      "what the sentence is about: the cursor, the point of note at the cursor, or gradient health",
      undo: .none, { $0.state.told.rawValue },
      set: { screen, word, _ in screen.state.told = .init(rawValue: word) ?? .place }),
  ]
}

// MARK: The function

extension CurvesScreen {
  private static let functionState: [Row] = [
    .general(
      "settings", [.init("function", functionName), .init("settings", settingsText)],
      example: "elu alpha=0.5, input-w=2",
      "set a function's parameters, its target, and w and b of its input, all at once",
      names: { $0.functionsOrSettings(after: $1) },
      state: { screen in
        screen.state.settings.all.map { [.word($0.id), .text(SettingsText.written($0.settings))] }
      }
    ) { screen, arguments, context throws(Refusal) in
      let phrase = FunctionPhrase(arguments)
      let entry = try screen.entry(named: phrase.name)
      let settings = try SettingsText.read(phrase, for: entry, context.numbers)
      screen.change { $0.settings[entry.id] = settings }
    },
    .general(
      "function",
      [.init("name", functionName), .init("settings", settingsText, isOptional: true)],
      example: "gelu",
      "choose a function, and set its parameters; the word may be left out, as in elu alpha=0.5",
      names: { $0.functionsOrSettings(after: $1) }, state: { [[.word($0.state.function)]] }
    ) { screen, arguments, context throws(Refusal) in
      let phrase = FunctionPhrase(arguments)
      let entry = try screen.entry(named: phrase.name)
      let settings = try SettingsText.read(
        phrase, for: entry, over: screen.state.settings[entry.id], context.numbers)
      screen.select(entry.id)
      if !phrase.assignments.isEmpty { try screen.apply(settings) }
    },
  ]

  static let functionName = Grammar.Slot.Kind.name("the name of a function")
  static let settingsText = Grammar.Slot.Kind.text("settings such as alpha=0.5, input-w=2")

  /// What may stand where a line names a function and then its settings.
  func functionsOrSettings(after words: [String]) -> [String] {
    words.isEmpty ? library.entries.map(\.id) : settingNames(after: words)
  }

  private static let choosing: [Row] = [
    .steps(
      "list",
      keys: [
        KeyLine(
          hint: "function", "the function before or after in the list",
          [([.up, "k"], -1), ([.down, "j"], 1)]),
        KeyLine(
          "ten functions up or down", [([.shift(.up), "K"], -10), ([.shift(.down), "J"], 10)]),
      ], "move down the list a given number of functions"
    ) { screen, places, _ in
      if let id = screen.model.listedFunction(places) { screen.select(id) }
    },
    .general(
      findWord, [.init("name", .text("a few letters of a name"), isOptional: true)],
      example: "gelu",
      keys: [KeyLine(opening: ["/"], hint: "find", "find a function by a few letters")],
      "choose the function that best matches a few letters",
      field: { _, _ in
        FieldStart("/", acts: true, limit: 64, arrows: ("list -1", "list 1"))
      },
      names: { screen, _ in
        screen.model.isSearching ? [screen.state.function] : screen.library.entries.map(\.id)
      }
    ) { screen, arguments, _ throws(Refusal) in
      guard let text = arguments.word(0) else { return }
      guard let best = screen.library.places(matching: text).first else {
        throw CurvesShorthand.nothingMatches(text)
      }
      screen.select(screen.library.entries[best].id)
    },
  ]

  func entry(named name: String) throws(Refusal) -> CatalogueEntry {
    if case .scalar(let entry) = NamedFunction(name, in: .screen, of: library.entries) {
      return entry
    }
    throw CurvesShorthand.noFunction(name, in: library)
  }
}
