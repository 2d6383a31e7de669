import NeuralFunctions
import TerminalCells
import Wording

extension CurvesModel {
  /// A field that is open for typing.
  enum Prompt: Sendable {
    /// `/`: the list shows what matches, the plot shows what is chosen.
    case search(LineEditor, before: View, cursorBefore: Double)
    /// `:`
    case command(CommandPrompt)
    case parameter(NumberField, Slider)

    var editor: LineEditor {
      switch self {
      case .search(let editor, _, _): editor
      case .command(let prompt): prompt.editor
      case .parameter(let field, _): field.editor
      }
    }

    func candidates(in model: CurvesModel) -> [String] {
      guard case .command(let prompt) = self else { return [] }
      return prompt.candidates(among: CurvesCommandLine.known(model))
    }

    func question(in model: CurvesModel) -> String {
      switch self {
      case .search: "/"
      case .command: ":"
      case .parameter(_, let slider): "\(slider.meaning) \(slider.symbol.unicode) ="
      }
    }
  }

  /// The places in the library of the functions that the list shows: of all, or of those that match
  /// what is typed after `/`.
  var listed: [Int] {
    guard case .search(let editor, _, _) = prompt, !editor.isEmpty else {
      return Array(library.entries.indices)
    }
    // No name is longer: the rest of a long text is not gone through for each of them.
    let query = FrameworkName(
      String(editor.string.lazy.filter { !$0.isWhitespace }.prefix(64))
    ).bare
    let scored = library.entries.indices.compactMap { index -> (index: Int, score: Int)? in
      let description = library.entries[index].description
      let names =
        [description.identifier, description.name, description.family.rawValue]
        + description.aliases
      let score = names.enumerated().compactMap { place, name in
        // The identifier counts for more than an alias or the family.
        FuzzyMatch.score(query, in: name).map { $0 - min(place, 2) }
      }.max()
      return score.map { (index, $0) }
    }
    return scored.sorted { ($1.score, $0.index) < ($0.score, $1.index) }.map(\.index)
  }

  /// The same functions by identifier.
  var listedFunctions: [String] { listed.map { library.entries[$0].id } }
}

// MARK: Keys of an open field

extension CurvesScreen {
  mutating func type(_ key: Key, in context: ScreenContext) -> [Effect] {
    switch model.prompt {
    case .search(let editor, let before, let cursor):
      typeSearch(key, editor, before: before, cursorBefore: cursor)
    case .command(let prompt): return typeCommand(key, prompt, in: context)
    case .parameter(let field, let slider): typeParameter(key, field, slider)
    case nil: break
    }
    return []
  }

  private mutating func typeSearch(
    _ key: Key, _ editor: LineEditor, before: CurvesModel.View, cursorBefore: Double
  ) {
    let typed = editor
    var editor = editor
    switch key {
    case .escape:
      model.prompt = nil
      model.change(kind: "search") { $0 = before }
      model.placeCursor(at: cursorBefore)
    case .enter:
      if model.listed.isEmpty {
        model.refusal = Self.nothingMatches(editor.string)
      } else {
        model.prompt = nil
      }
    case .up, .down: selectListed(offset: key == .up ? -1 : 1)
    case .tab:
      guard model.listedFunctions.contains(model.view.function) else { return }
      editor.replace(with: model.entry.id)
      model.prompt = .search(editor, before: before, cursorBefore: cursorBefore)
    default:
      // A full line takes no more, which is not to be searched for again and again.
      guard editor.handle(key), editor != typed else { return }
      model.prompt = .search(editor, before: before, cursorBefore: cursorBefore)
      if let best = model.listedFunctions.first { model.select(best, kind: "search") }
    }
  }

  /// Where a function is that is none of this screen's, or that a name only seems to name.
  static func pointer(for name: String) -> String? {
    switch NamedFunction(name, in: .screen) {
    case .vector(let entry):
      "\(entry.description.name) takes a vector and has its own screen: Esc, then 2."
    case .misleading(let sentence): sentence
    case .scalar, nil: nil
    }
  }

  private static func nothingMatches(_ text: String) -> String {
    if let pointer = pointer(for: text) { return pointer }
    return "No function matches '\(NumberParser.quotable(text))'; Esc leaves things as they were."
  }

  private mutating func selectListed(offset: Int) {
    let listed = model.listedFunctions
    guard !listed.isEmpty else { return }
    let place = listed.firstIndex(of: model.view.function).map { $0 + offset } ?? 0
    model.select(listed[min(listed.count - 1, max(0, place))], kind: "search")
  }

  private mutating func typeCommand(
    _ key: Key, _ prompt: CommandPrompt, in context: ScreenContext
  ) -> [Effect] {
    var prompt = prompt
    let words = CurvesCommandLine.known(model)
    switch prompt.handle(key, history: model.commandHistory, words: words) {
    case .stays: model.prompt = .command(prompt)
    case .leaves: model.prompt = nil
    case .runs(let line): run(line, in: context)
    case .asks(let effect):
      model.prompt = nil
      return [effect]
    }
    return []
  }

  private mutating func typeParameter(_ key: Key, _ field: NumberField, _ slider: Slider) {
    var field = field
    switch key {
    case .escape: model.prompt = nil
    case .enter:
      do {
        let value = try NumberParser.number(field.text)
        model.set { $0.set(slider.subject, to: value) }
        if model.refusal == nil { model.prompt = nil }
      } catch { model.refusal = error.sentence(accepting: .finite) }
    default:
      guard field.handle(key) else { return }
      model.prompt = .parameter(field, slider)
    }
  }

  // MARK: The command line

  /// Runs what was typed after `:`; what is refused stays open for mending.
  private mutating func run(_ line: String, in context: ScreenContext) {
    do {
      try perform(try CurvesCommandLine.parse(line, model), in: context)
      guard model.refusal == nil else { return }
      model.prompt = nil
      model.commandHistory.remember(line)
    } catch { model.refusal = error.sentence }
  }

  private mutating func perform(
    _ order: CurvesCommandLine, in context: ScreenContext
  ) throws(Refusal) {
    switch order {
    case .goTo(let x):
      let domain = model.shape.domain
      let variable = model.function.variable.unicode
      guard domain.contains(x) else {
        throw Refusal(
          "\(variable) = \(NumberText.brief(x)) is outside the domain; \(domain.inWords) is accepted."
        )
      }
      moveCursor(to: x, snapping: false)
    case .window(let x, let y):
      model.change {
        if let x {
          $0.viewport.x = .init(x)
          $0.wantedX = $0.viewport.x
        }
        if let y {
          $0.viewport.y = .init(y)
          $0.fitsVertically = false
        }
      }
      keepCursorInSight()
    case .function(let id): model.select(id)
    case .set(let subject, let value): model.set { $0.set(subject, to: value) }
    case .saturation(let value): model.saturation = value
    case .press(let command): perform(command, in: context)
    }
  }
}
