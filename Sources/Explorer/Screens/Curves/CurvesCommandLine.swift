import NeuralFunctions
import Wording

/// What a line typed after `:` asks for.
enum CurvesCommandLine: Sendable, Hashable {
  case goTo(Double)
  case window(x: ClosedRange<Double>?, y: ClosedRange<Double>?)
  /// By identifier.
  case function(String)
  case set(Slider.Subject, Double)
  case saturation(Double)
  case press(CurvesCommand)

  /// Bytes of a line: enough for two numbers, however they are written.
  static let longest = 16_384

  static let accepted = "try 1.5, x -3 3, gelu, alpha=0.2"

  /// Words that do what a key does.
  static let words: [(word: String, command: CurvesCommand)] = [
    ("fit", .fit), ("reset", .resetView), ("equal", .equalAspect), ("pin", .pin),
    ("unpin", .unpin), ("difference", .toggleDifference), ("input", .toggleAffineInput),
    ("secant", .toggleSecant), ("health", .toggleHealth),
    ("tangent", .toggleTangent), ("why", .toggleDerivation), ("digits", .toggleDigits),
    ("undo", .undo), ("redo", .redo), ("defaults", .resetParameters),
  ]

  static func parse(_ line: String, _ model: CurvesModel) throws(Refusal) -> CurvesCommandLine {
    if let equals = line.firstIndex(of: "=") {
      return try setting(
        String(NumberParser.trimmingBlanks(line[..<equals])),
        to: String(line[line.index(after: equals)...]), sliders: model.sliders)
    }
    let fields = line.split(whereSeparator: { $0.isWhitespace || $0 == "," }).map(String.init)
    guard let first = fields.first else { throw Refusal("Nothing was typed; \(accepted).") }
    let rest = Array(fields.dropFirst())
    if (first == "x" || first == "y") && !rest.isEmpty {
      let range = try window(rest, example: "\(first) -3 3")
      return first == "x" ? .window(x: range, y: nil) : .window(x: nil, y: range)
    }
    if rest.isEmpty, let command = words.first(where: { $0.word == first.lowercased() }) {
      return .press(command.command)
    }
    let name = fields.joined(separator: "-")
    if case .scalar(let entry) = NamedFunction(name, in: .screen, of: model.library.entries) {
      return .function(entry.id)
    }
    if fields.count == 1 {
      do { return .goTo(try position(first)) } catch {
        // What is no number may be a name, mistyped.
        if case .tooLarge = error { throw Refusal(error.sentence(accepting: .finite)) }
      }
    }
    throw unknown(line, model.library)
  }

  private static func position(_ text: String) throws(NumberParser.Failure) -> Double {
    let x = try NumberParser.number(text)
    guard x.isFinite else { throw .notANumber(text) }
    return x
  }

  private static func unknown(_ line: String, _ library: Library) -> Refusal {
    if let pointer = CurvesScreen.pointer(for: line) { return Refusal(pointer) }
    let known = library.entries.map(\.id) + words.map(\.word)
    if let nearest = NamedFunction.suggestion(for: line, among: known) {
      return Refusal("There is no '\(NumberParser.quotable(line))'; did you mean \(nearest)?")
    }
    return Refusal("'\(NumberParser.quotable(line))' is not understood; \(accepted).")
  }

  private static func window(
    _ fields: [String], example: String
  ) throws(Refusal) -> ClosedRange<Double> {
    guard fields.count == 2 else {
      throw Refusal("A window takes two numbers, as in \(example).")
    }
    let low = try number(fields[0])
    let high = try number(fields[1])
    guard low.isFinite && high.isFinite && low < high else {
      throw Refusal("A window takes two finite numbers, the smaller first, as in \(example).")
    }
    return low...high
  }

  private static func setting(
    _ name: String, to text: String, sliders: [Slider]
  ) throws(Refusal) -> CurvesCommandLine {
    let value = try number(text)
    if ["eps", "epsilon", "ε"].contains(name.lowercased()) {
      guard value > 0 && value.isFinite else { throw Refusal("ε is a finite number above 0.") }
      return .saturation(value)
    }
    let wanted = name.lowercased() == "target" ? "y" : name
    guard
      // squareplus has a b of its own: that of the input is found as bias.
      let slider = sliders.first(where: { $0.name == wanted })
        ?? sliders.first(where: { $0.symbol.unicode == wanted })
        ?? sliders.first(where: { $0.meaning == wanted })
    else {
      let names = sliders.map(\.name) + ["eps"]
      throw Refusal(
        "There is no parameter '\(NumberParser.quotable(name))' here; \(names.joined(separator: ", ")) can be set."
      )
    }
    return .set(slider.subject, value)
  }

  private static func number(_ text: String) throws(Refusal) -> Double {
    do { return try NumberParser.number(text) } catch {
      throw Refusal(error.sentence(accepting: .finite))
    }
  }

  /// What a line may be, or begin with.
  static func known(_ model: CurvesModel) -> [String] {
    words.map(\.word) + model.sliders.map { $0.name + "=" } + model.library.entries.map(\.id)
  }
}
