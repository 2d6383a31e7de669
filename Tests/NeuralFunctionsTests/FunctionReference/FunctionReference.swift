import NeuralFunctions

extension Catalogue {
  /// All functions with their formulas, conventions and sources, as one page of Markdown.
  static var reference: String {
    let families = FunctionFamily.allCases.map { family in
      let scalars = entries.filter { $0.description.family == family }.map(\.reference)
      let vectors = vectorFunctions.filter { $0.description.family == family }.map(\.reference)
      return (title: family.title, sections: scalars + vectors)
    }
    let pages = families.filter { !$0.sections.isEmpty }.map { family in
      "## \(family.title)\n\n" + family.sections.joined(separator: "\n")
    }
    return header + pages.joined(separator: "\n")
  }

  private static let header = """
    # Function reference

    Generated from the catalogue; `NABLA_RECORD=1 swift test --filter FunctionReference` rewrites
    it. Errors are in units in the last place (ulp) against correctly rounded values.


    """
}

extension FunctionFamily {
  fileprivate var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension CatalogueEntry {
  fileprivate var reference: String {
    let shape = defaultFunction.shape
    var lines = description.heading
    lines += description.facts
    lines += parameters.isEmpty ? [] : ["- Parameters: " + list(parameters.map(\.fact))]
    if let target { lines.append("- Target: \(target.fact)") }
    let condition = target.map { " for \($0.symbol.unicode) = \(number($0.defaultValue))" } ?? ""
    lines.append("- Domain: \(shape.domain.notation.unicode)\(condition)")
    lines.append("- Range: \(shape.range.notation.unicode)\(condition)")
    lines += limits(shape, variable: description.variable.unicode)
    lines += points(shape, variable: description.variable.unicode)
    lines += description.provenance
    lines += shape.breakpoints.isEmpty ? [] : [""] + table(shape.breakpoints)
    lines += description.derivationBlock
    return lines.joined(separator: "\n") + "\n"
  }

  private func limits(_ shape: FunctionShape, variable: String) -> [String] {
    let ends = [("−∞", shape.limitAtMinusInfinity), ("∞", shape.limitAtPlusInfinity)]
    return ends.compactMap { end, limit in
      limit.map {
        "- \(variable) → \(end): value \(orNone($0.value)), derivative \(orNone($0.derivative))"
      }
    }
  }

  private func points(_ shape: FunctionShape, variable: String) -> [String] {
    let texts = shape.pointsOfInterest.map { point in
      let text = point.closedForm?.unicode
      let closed = text.map { $0 == number(point.x) ? "" : " (\($0))" } ?? ""
      return "\(point.kind.rawValue) at \(variable) = \(number(point.x))\(closed)"
    }
    return texts.isEmpty ? [] : ["- Points: " + list(texts)]
  }

  private func table(_ breakpoints: [Breakpoint]) -> [String] {
    [
      "| \(description.variable.unicode) | kind | quantity | left | right | used | convention |",
      "| --- | --- | --- | --- | --- | --- | --- |",
    ]
      + breakpoints.map { point in
        let (quantity, sides) = point.brokenQuantity
        let cells = [
          number(point.x), point.kind.text, quantity, orNone(sides.left), orNone(sides.right),
          orNone(sides.used), point.convention,
        ]
        return "| " + cells.joined(separator: " | ") + " |"
      }
  }
}

extension VectorCatalogueEntry {
  fileprivate var reference: String {
    var lines = description.heading
    lines += description.facts
    lines += parameters.isEmpty ? [] : ["- Parameters: " + list(parameters.map(\.fact))]
    lines += description.provenance + description.derivationBlock
    return lines.joined(separator: "\n") + "\n"
  }
}

extension FunctionDescription {
  fileprivate var heading: [String] { ["### \(name)", ""] }

  fileprivate var facts: [String] {
    let others = aliases.isEmpty ? "" : ", also " + list(aliases.map { "`\($0)`" })
    return [
      "- Identifier: `\(identifier)`\(others)",
      "- Value: \(formula.unicode.escaped)",
      "- Derivative: \(derivativeFormula.unicode.escaped)",
    ]
  }

  fileprivate var provenance: [String] {
    ["- Accuracy: \(accuracy)", "- Use: \(use)"] + remarks.map { "- \($0.escaped)" }
      + ["- Source: \(source)"]
  }

  /// The equations, each with its rule at the right.
  fileprivate var derivationBlock: [String] {
    let width = derivation.map(\.notation.unicode.count).max() ?? 0
    let lines = derivation.map { step in
      let equation = step.notation.unicode
      guard let rule = step.rule?.unicode else { return equation }
      return equation + String(repeating: " ", count: width - equation.count + 3) + rule
    }
    return lines.isEmpty ? [] : ["", "```text"] + lines + ["```"]
  }
}

extension ParameterDescription {
  fileprivate var fact: String {
    "`\(name)` (\(symbol.unicode), default \(number(defaultValue)), "
      + "in \(accepted.notation.unicode)): \(meaning)"
  }
}

extension TargetDescription {
  fileprivate var fact: String {
    "\(symbol.unicode), \(acceptedInWords); default \(number(defaultValue))"
  }
}

extension Breakpoint {
  /// What breaks there, and its sides.
  fileprivate var brokenQuantity: (String, OneSided) {
    switch kind {
    case .jump: ("value", value)
    case .kink: ("derivative", derivative)
    case .curvatureJump: ("second derivative", secondDerivative)
    case .pole: ("value", value)
    }
  }
}

extension Breakpoint.Kind {
  fileprivate var text: String {
    switch self {
    case .jump: "jump"
    case .kink: "kink"
    case .curvatureJump: "curvature jump"
    case .pole: "pole"
    }
  }
}

extension String {
  /// Without what Markdown would take for markup.
  fileprivate var escaped: String {
    var text = ""
    for character in self {
      if "*_|<[]".contains(character) { text.append("\\") }
      text.append(character)
    }
    return text
  }
}

private func list(_ items: [String]) -> String { items.joined(separator: "; ") }

private func orNone(_ value: Double) -> String { value.isNaN ? "none" : number(value) }

/// The shortest text that reads back as `value`, with a typographic minus.
private func number(_ value: Double) -> String {
  if value.isInfinite { return value < 0 ? "−∞" : "∞" }
  let text = "\(value == 0 ? 0 : value)"
  let short = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  return String(short.map { $0 == "-" ? "−" : $0 })
}
