import NeuralFunctions
import Wording

/// The steps from the definition to the derivative of what is drawn, the numbers at the cursor, and what
/// else to know: where the function is used, its range, conventions and source.
struct DerivationText {
  let title: String
  /// The definition, with which a derivation begins, the steps, and what is written σ in them.
  let equations: [String]
  /// In sentences.
  let facts: [String]

  init(_ model: CurvesModel, isASCII: Bool) {
    let function = model.function
    func spelled(_ notation: Notation) -> String { notation.text(ascii: isASCII) }
    title = "from \(spelled(function.call ?? function.title)) to its derivative"
    if let terms = function.terms, let pin = model.otherPin {
      let names = TermNames(terms.first, terms.second)
      let own = Pin(entry: model.entry, settings: model.settings)
      let parts = [
        Part(own, terms.first, names.first), Part(pin, terms.second, names.second),
      ]
      equations =
        Self.definition(of: function, names).map(spelled)
        + parts.flatMap { part in
          part.equations.map { "\(part.title(ascii: isASCII)): \(spelled($0))" }
        }
      facts =
        ["Domain \(spelled(function.shape.domain.notation))."]
        + parts.flatMap { part in part.facts.map { "\(part.pin.name): \($0)" } }
    } else {
      let description = model.entry.description
      equations =
        (Self.steps(description) + [function.chainRule].compactMap { $0 }).map(spelled)
      facts = Self.facts(description, function.shape)
    }
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
    func title(ascii isASCII: Bool) -> String {
      let number = names.number.map { $0.text(ascii: isASCII) + ", " } ?? ""
      return number + (isASCII ? PlainText.ascii(pin.name) : pin.name)
    }

    var equations: [Notation] {
      let description = pin.entry.description
      return [description.formula, function.chainRule, description.derivativeFormula]
        .compactMap { $0 }
    }

    var facts: [String] {
      let description = pin.entry.description
      return description.remarks + ["Source: \(description.source)."]
    }
  }

  private static func definition(of difference: DrawnFunction, _ names: TermNames) -> [Notation] {
    let minus = Notation(" − ", ascii: " - ")
    func equals(_ left: Notation, _ first: Notation, _ second: Notation) -> Notation {
      left.of(difference.variable).joined(" = ", first).joined("", minus).joined("", second)
    }
    return [
      equals(difference.symbol, names.first.value, names.second.value),
      equals(
        difference.quantities.slope, names.first.slopeAtVariable, names.second.slopeAtVariable),
    ]
  }

  private static func steps(_ description: FunctionDescription) -> [Notation] {
    let steps =
      description.derivation.isEmpty
      ? [description.derivativeFormula] : description.derivation.map(\.notation)
    let definition = description.formula
    let right = definition.unicode.split(separator: " = ", maxSplits: 1).last ?? ""
    let isThere = steps.first?.unicode.contains(right) == true
    var all = isThere ? steps : [definition] + steps
    if all.contains(where: { $0.unicode.contains("σ(") }), description.symbol.unicode != "σ" {
      all.append(Notation("with σ(x) = 1 / (1 + e⁻ˣ)", ascii: "with s(x) = 1 / (1 + e^-x)"))
    }
    return all
  }

  private static func facts(_ description: FunctionDescription, _ shape: FunctionShape) -> [String]
  {
    [
      description.use,
      "Domain \(shape.domain.notation.unicode), range \(shape.range.notation.unicode).",
    ] + description.remarks
      + ["Source: \(description.source).", "Accuracy: \(description.accuracy)"]
  }

  /// The derivative with the numbers at the cursor put in, or the two sides of a break.
  static func here(_ model: CurvesModel, isASCII: Bool) -> [String] {
    let readings = model.readings
    let function = model.function
    let place =
      "at \(function.variable.text(ascii: isASCII)) = "
      + NumberText.place(readings.x, digits: max(4, readings.positionDigits)).withTrueMinus
    if let point = readings.breakpoint, point.isShown {
      let names = function.quantities.brief.map { $0.text(ascii: isASCII) }
      let values = point.kind == .jump ? "\(names[0]): \(sides(point.value)); " : ""
      return [
        "\(place) \(values)\(names[1]): \(sides(point.derivative)) (\(point.convention))"
      ]
    }
    return model.substitution(isASCII: isASCII).map { ["\(place): \($0.line)"] } ?? []
  }

  private static func sides(_ sides: OneSided) -> String {
    func text(_ value: Double) -> String {
      value.isNaN ? "none" : NumberText.brief(value).withTrueMinus
    }
    return "left \(text(sides.left)), right \(text(sides.right)), used \(text(sides.used))"
  }
}
