import NeuralFunctions
import TerminalCells
import Wording

/// What a line typed after `:` asks for.
enum SoftmaxCommandLine: Sendable, Hashable {
  /// A logit, or an entry of the matrix.
  case goTo(row: Int, column: Int?)
  /// What an open field would take.
  case fill(SoftmaxModel.Prompt, String)
  case setLogit(Int, String)
  case variant(Int)
  case step(String)
  case random(String)
  case press(SoftmaxCommand)

  /// Short enough for a line of 80 columns with what was typed.
  static let accepted = "try 3 5, x 1,2,3, T 0.5, sparsemax, random 64"

  /// Words that do what a key does.
  static let words: [(word: String, order: SoftmaxCommandLine)] = [
    ("loss", .press(.show(.loss))), ("nudge", .press(.show(.nudge))),
    ("floats", .press(.show(.stability))), ("matrix", .press(.show(.jacobian))),
    ("diagonal", .press(.toggleDiagonalOnly)), ("digits", .press(.toggleDigits)),
    ("sort", .press(.sort)), ("equal", .press(.equalise)), ("random", .press(.randomise)),
    ("mask", .press(.mask)), ("reset", .press(.reset)), ("undo", .press(.undo)),
    ("redo", .press(.redo)),
  ]

  /// Words that a number or a list follows.
  private static let settings: [String: @Sendable (String) -> SoftmaxCommandLine] = [
    "t": { .fill(.temperature, $0) }, "temperature": { .fill(.temperature, $0) },
    "x": { .fill(.wholeVector, $0) }, "y": { .fill(.wholeTarget, $0) },
    "dx": { .fill(.wholeNudge, $0) }, "Δx": { .fill(.wholeNudge, $0) },
    "add": { .fill(.addConstant, $0) }, "scale": { .fill(.scale, $0) },
    "seed": { .fill(.seed, $0) }, "extent": { .fill(.extent, $0) },
    "step": { .step($0) }, "random": { .random($0) },
  ]

  private static var variants: [String] { Catalogue.vectorFunctions.map(\.id) }

  static func parse(_ line: String) throws(Refusal) -> SoftmaxCommandLine {
    // "T=0.5" and "T 0.5" are the same. Other equals signs belong to what was pasted.
    let trimmed = line.drop { $0 == " " || $0 == "=" }
    let first = trimmed.prefix { $0 != " " && $0 != "=" }
    guard !first.isEmpty else { throw Refusal("Nothing was typed; \(accepted).") }
    let word = first.lowercased()
    let rest = String(
      NumberParser.trimmingBlanks(trimmed[first.endIndex...].drop { $0 == " " || $0 == "=" }))
    if rest.isEmpty {
      if let known = words.first(where: { $0.word == word }) { return known.order }
      let name = FrameworkName(String(first))
      if let variant = variants.firstIndex(where: name.equals) { return .variant(variant) }
    }
    if word == "goto" { return try place(rest) }
    if word == "variant" { return try variant(rest) }
    if let setting = settings[word] {
      guard !rest.isEmpty else { throw Refusal("What should \(first) be? \(example(word))") }
      return setting(rest)
    }
    if let index = logitIndex(word), !rest.isEmpty { return .setLogit(index, rest) }
    if line.utf8.count <= longestPlace,
      line.allSatisfy({ $0.isNumber || $0 == "," || $0.isWhitespace })
    {
      return try place(line)
    }
    throw unknown(line)
  }

  private static let longestPlace = 64

  /// "3", "3 5" or "3,5".
  private static func place(_ text: String) throws(Refusal) -> SoftmaxCommandLine {
    let numbers = text.split(whereSeparator: { $0 == "," || $0.isWhitespace }).map { Int($0) }
    switch (numbers.count, numbers.first ?? nil, numbers.last ?? nil) {
    case (1, let row?, _): return .goTo(row: row, column: nil)
    case (2, let row?, let column?): return .goTo(row: row, column: column)
    default: throw Refusal("A place is a logit, as in 3, or a row and a column, as in 3 5.")
    }
  }

  private static func variant(_ name: String) throws(Refusal) -> SoftmaxCommandLine {
    guard let index = variants.firstIndex(where: FrameworkName(name).equals) else {
      let names = variants.joined(separator: ", ")
      throw Refusal("The variants are \(names).")
    }
    return .variant(index)
  }

  /// "x12".
  private static func logitIndex(_ word: String) -> Int? {
    word.first == "x" ? Int(word.dropFirst()) : nil
  }

  private static func example(_ word: String) -> String {
    switch word {
    case "x", "y", "dx", "Δx": "A list is accepted, as in \(word) 1, 2, 3."
    case "random": "A number of logits is accepted, as in random 64."
    default: "A number is accepted, as in \(word) 2."
    }
  }

  private static func unknown(_ line: String) -> Refusal {
    let typed = NumberParser.quotable(line)
    if let nearest = NameSuggestion.nearest(to: line, among: known) {
      return Refusal("There is no '\(typed)'; did you mean \(nearest)?")
    }
    return Refusal("'\(typed)' is not understood; \(accepted).")
  }

  /// What a line may be, or begin with.
  static var known: [String] {
    words.map(\.word) + variants + ["goto", "step", "temperature", "seed", "extent"]
      + variants.map { "variant \($0)" }
  }
}

extension SoftmaxScreen {
  mutating func typeCommand(_ key: Key, in context: ScreenContext) -> [Effect] {
    switch model.command.handle(
      key, history: model.commandHistory, words: SoftmaxCommandLine.known)
    {
    case .stays: return []
    case .leaves:
      model.prompt = nil
      return []
    case .asks(let effect):
      model.prompt = nil
      return [effect]
    case .runs(let line):
      run(line, in: context)
      return []
    }
  }

  /// Runs what was typed after `:`; what is refused stays open for mending.
  private mutating func run(_ line: String, in context: ScreenContext) {
    do throws(Refusal) {
      let order = try SoftmaxCommandLine.parse(line)
      try perform(order, in: context)
      guard model.refusal == nil else { return }
      model.prompt = nil
      model.commandHistory.remember(line)
    } catch { model.refusal = error.sentence }
  }

  private mutating func perform(
    _ order: SoftmaxCommandLine, in context: ScreenContext
  ) throws(Refusal) {
    switch order {
    case .goTo(let row, let column): try goTo(row, column)
    case .fill(let prompt, let text): try take(text, for: prompt)
    case .setLogit(let index, let text):
      try checkIndex(index)
      let value = try Entry.logit(text)
      model.change { $0.setLogit(index, to: value) }
    case .variant(let index):
      if let objection = objection(to: .nextVariant) { throw Refusal(objection) }
      model.change { $0.variant = index }
    case .step(let text): try setStep(text)
    case .random(let text):
      let count = try Entry.count(text)
      model.change {
        $0.replaceLogits([Double](repeating: 0, count: count))
        $0.randomise()
      }
    case .press(.show(.jacobian)): (model.view, model.showsDiagonalOnly) = (.jacobian, false)
    case .press(let command): perform(command, in: context)
    }
  }

  private func checkIndex(_ index: Int) throws(Refusal) {
    guard (0..<model.count).contains(index) else {
      throw Refusal("There is no logit \(index); they are numbered 0 to \(model.count - 1).")
    }
  }

  private mutating func goTo(_ row: Int, _ column: Int?) throws(Refusal) {
    try checkIndex(row)
    model.row = row
    guard let column else {
      model.focus = .logits
      return
    }
    try checkIndex(column)
    (model.view, model.focus, model.column) = (.jacobian, .panel, column)
  }

  private mutating func setStep(_ text: String) throws(Refusal) {
    let value = try Entry.finite(text)
    guard let index = SoftmaxModel.steps.firstIndex(of: value) else {
      let steps = SoftmaxModel.steps.map { NumberText.brief($0) }.joined(separator: ", ")
      throw Refusal("A step is one of \(steps).")
    }
    model.stepIndex = index
    model.notice = "The step is now \(NumberText.brief(value))."
  }
}
