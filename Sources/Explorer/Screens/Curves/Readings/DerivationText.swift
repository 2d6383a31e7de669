import NeuralFunctions
import Wording

/// The steps from the definition to the derivative of what is drawn, with the numbers at the cursor
/// where they are asked for, and what holds at the cursor.
struct DerivationText: Sendable {
  /// An equation, and what is told beside it.
  struct Step: Sendable {
    let equation: String
    let rule: String?
    /// The right side with the numbers at the cursor.
    var numbers: String?
  }

  let title: String
  /// The definition, with which a derivation begins, the steps, and what is written σ in them.
  var steps: [Step]

  /// - Parameter showsNumbers: whether numbers stand beside the steps.
  init(_ model: CurvesModel, isASCII: Bool, showsNumbers: Bool = false) {
    let function = model.function
    func spelled(_ notation: Notation) -> String { notation.text(ascii: isASCII) }
    title = "from \(spelled(function.call ?? function.title)) to its derivative"
    let story = Self.story(of: model)
    steps = story.map {
      Step(
        equation: ($0.part.map { $0.text(ascii: isASCII) + ": " } ?? "") + spelled($0.notation),
        rule: $0.rule.map(spelled))
    }
    guard showsNumbers else { return }
    let numbers = function.substitutedSteps(at: model.cursor)
    for (place, item) in story.enumerated() {
      guard let own = item.place, numbers.indices.contains(own), let formula = numbers[own] else {
        continue
      }
      steps[place].numbers = StepNumbersText(formula)?.text
    }
  }

  // MARK: The story

  /// A step before it is spelled.
  private struct Item {
    var notation: Notation
    var rule: Notation?
    /// Of two functions, which one it is about.
    var part: Notation?
    /// Its place in the derivation of the catalogue.
    var place: Int?
  }

  /// How many steps there are to tell.
  static func countOfSteps(of model: CurvesModel) -> Int { story(of: model).count }

  private static func story(of model: CurvesModel) -> [Item] {
    let function = model.function
    guard let terms = function.terms, let pin = model.otherPin else {
      let chain = function.chainRule.map { Item(notation: $0, rule: "chain rule") }
      return steps(model.entry.description) + [chain].compactMap { $0 }
    }
    let names = TermNames(terms.first, terms.second)
    let own = Pin(entry: model.entry, settings: model.settings)
    let parts = [Part(own, terms.first, names.first), Part(pin, terms.second, names.second)]
    return definition(of: function, names) + parts.flatMap(\.items)
  }

  /// One of the two functions of a difference.
  private struct Part {
    let pin: Pin
    let function: DrawnFunction
    let names: TermNames.Term

    init(_ pin: Pin, _ function: DrawnFunction, _ names: TermNames.Term) {
      (self.pin, self.function, self.names) = (pin, function, names)
    }

    /// "SELU", or "L₁, mean squared error" where the letter alone would not tell which of the two.
    private var title: Notation {
      let name = Notation(pin.name, ascii: PlainText.ascii(pin.name))
      return names.number.map { $0.joined(", ", name) } ?? name
    }

    var items: [Item] {
      let description = pin.entry.description
      let equations: [(Notation?, Notation)] = [
        (description.formula, "definition"), (function.chainRule, "chain rule"),
        (description.derivativeFormula, "derivative"),
      ]
      return equations.compactMap { equation, rule in
        equation.map { Item(notation: $0, rule: rule, part: title) }
      }
    }
  }

  private static func definition(of difference: DrawnFunction, _ names: TermNames) -> [Item] {
    let minus = Notation(" − ", ascii: " - ")
    func equals(_ left: Notation, _ first: Notation, _ second: Notation) -> Notation {
      left.of(difference.variable).joined(" = ", first).joined("", minus).joined("", second)
    }
    return [
      Item(
        notation: equals(difference.symbol, names.first.value, names.second.value),
        rule: "definition"),
      Item(
        notation: equals(
          difference.quantities.slope, names.first.slopeAtVariable, names.second.slopeAtVariable),
        rule: "sum rule"),
    ]
  }

  private static func steps(_ description: FunctionDescription) -> [Item] {
    let steps =
      description.derivation.isEmpty
      ? [Item(notation: description.derivativeFormula)]
      : description.derivation.enumerated().map {
        Item(notation: $1.notation, rule: $1.rule, place: $0)
      }
    let definition = description.formula
    let right = definition.unicode.split(separator: " = ", maxSplits: 1).last ?? ""
    let isThere =
      steps.first?.rule?.ascii == "definition"
      || steps.first?.notation.unicode.contains(right) == true
    var all = isThere ? steps : [Item(notation: definition, rule: "definition")] + steps
    if all.contains(where: { $0.notation.unicode.contains("σ(") }),
      description.symbol.unicode != "σ"
    {
      all.insert(
        Item(
          notation: Notation("with σ(x) = 1 / (1 + e⁻ˣ)", ascii: "with s(x) = 1 / (1 + e^-x)"),
          rule: "sigmoid"), at: 1)
    }
    return all
  }
}

extension CurvesModel {
  /// How many steps the derivation of what is drawn has.
  var countOfSteps: Int { DerivationText.countOfSteps(of: self) }

  /// Whether all of them are told.
  var isDerivationWhole: Bool {
    state.derivation.map { $0.told >= countOfSteps } ?? false
  }

  /// Whether there are numbers to put beside any step.
  var hasNumbersOfSteps: Bool {
    function.substitutedSteps(at: cursor).contains { $0 != nil }
  }
}
