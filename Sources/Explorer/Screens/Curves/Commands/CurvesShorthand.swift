import NeuralFunctions
import Widgets
import Wording

/// Short lines, and what they are short for: `1.5`, `alpha = 0.2`, `gelu`.
enum CurvesShorthand {
  /// No name is longer.
  private static let longestName = 128

  /// - Returns: nil where the line is none.
  static func longForm(
    of line: String, _ model: CurvesModel
  ) throws(Refusal) -> String? {
    let line = String(NumberParser.trimmingBlanks(line))
    if let equals = line.firstIndex(of: "=") {
      if let longer = try functionWithSettings(line, model) { return longer }
      let name = String(NumberParser.trimmingBlanks(line[..<equals]))
      let slider = try slider(named: name, model)
      let value = String(NumberParser.trimmingBlanks(line[line.index(after: equals)...]))
      do { _ = try NumberParser.number(value) } catch {
        throw Refusal("\(slider.name): \(error.sentence(accepting: .finite))")
      }
      return "set \(slider.name) \(value)"
    }
    if case .scalar(let entry) = NamedFunction(name(line), in: .screen, of: model.library.entries) {
      return "function \(entry.id)"
    }
    do {
      _ = try NumberParser.number(line)
      return "at \(line)"
    } catch {
      // What is no number may be a name, mistyped.
      if case .tooLarge = error { throw Refusal(error.sentence(accepting: .finite)) }
    }
    if let pointer = pointer(from: line) { throw pointer }
    return nil
  }

  /// `function leaky-relu alpha=0.3` for `leaky relu alpha = 0.3`, and for several assignments without
  /// a name the present function; nil where a single parameter is set.
  private static func functionWithSettings(
    _ line: String, _ model: CurvesModel
  ) throws(Refusal) -> String? {
    guard line.utf8.count <= longestPhrase else { return nil }
    let phrase = FunctionPhrase(line)
    if phrase.name.isEmpty {
      let isSeveral =
        phrase.assignments.count > 1 && phrase.assignments.allSatisfy { $0.contains("=") }
      return isSeveral ? "function \(model.state.function) \(phrase.settings)" : nil
    }
    guard
      case .scalar(let entry) = NamedFunction(
        name(phrase.name), in: .screen, of: model.library.entries)
    else { throw noFunction(phrase.name, in: model.library) }
    return "function \(entry.id) \(phrase.settings)"
  }

  /// No function has so many parameters that its settings would be longer.
  private static let longestPhrase = 1024

  /// The words of a name, as the library spells them; nothing of what is too long to be one.
  private static func name(_ line: String) -> String {
    guard line.utf8.count <= longestName else { return "" }
    return line.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init)
      .separated(by: "-")
  }

  /// The slider that lines call `name`: by its name, its letter or its meaning.
  static func slider(
    named name: String, _ model: CurvesModel
  ) throws(Refusal) -> ParameterSlider {
    let sliders = model.sliders
    let wanted = name.lowercased()
    // squareplus has a b of its own: that of the input is found as input-b.
    if let slider = sliders.named(name)
      ?? ParameterSlider.affineInput(model.settings).first(where: { $0.name == wanted })
    {
      return slider
    }
    let names = sliders.map(\.name) + ["eps"]
    throw Refusal(
      "\(model.entry.description.name) has no parameter '\(NumberParser.quotable(name))'. "
        + "Available: \(names.separated(by: ", ")).")
  }

  // MARK: What is none of this screen's

  /// Where a function is that is none of this screen's, or that a name only seems to name.
  private static func pointer(from name: String) -> Refusal? {
    switch NamedFunction(name, in: .screen) {
    case .vector(let entry):
      Refusal("\(entry.description.name) takes a vector and has its own screen: Esc, then 2.")
    case .misleading(let sentence): Refusal(sentence)
    case .scalar, nil: nil
    }
  }

  static func noFunction(_ name: String, in library: Library) -> Refusal {
    if let pointer = pointer(from: name) { return pointer }
    let meant = NamedFunction.suggestion(for: name, among: library.entries.map(\.id))
      .map { "; did you mean \($0)?" }
    return Refusal("There is no function '\(NumberParser.quotable(name))'\(meant ?? ".")")
  }

  static func nothingMatches(_ text: String) -> Refusal {
    pointer(from: text)
      ?? Refusal(
        "No function matches '\(NumberParser.quotable(text))'; Esc leaves things as they were.")
  }
}
