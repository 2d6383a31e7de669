import NeuralFunctions
import Wording

/// What else to know of what is drawn, in sentences: use, range, conventions, source and accuracy.
struct FunctionFacts {
  let title: String
  let sentences: [String]

  init(_ model: CurvesModel, isASCII: Bool) {
    let function = model.function
    func spelled(_ text: String) -> String { isASCII ? PlainText.ascii(text) : text }
    title = "about \(spelled(function.terms == nil ? model.entry.description.name : function.name))"
    let health = model.showsHealth ? HealthEffect.all(model) : []
    let facts: [String]
    if function.terms != nil, let pin = model.otherPin {
      let own = Pin(entry: model.entry, settings: model.settings)
      facts =
        ["Domain \(function.shape.domain.notation.unicode)."]
        + [own, pin].flatMap { part in
          let description = part.entry.description
          return (description.remarks + ["Source: \(description.source)."])
            .map { "\(part.name): \($0)" }
        }
    } else {
      facts = Self.facts(model.entry.description, function.shape)
    }
    sentences = (health + facts).map(spelled)
  }

  private static func facts(_ description: FunctionDescription, _ shape: FunctionShape) -> [String]
  {
    [
      description.use,
      "Domain \(shape.domain.notation.unicode), range \(shape.range.notation.unicode).",
    ] + description.remarks
      + ["Source: \(description.source).", "Accuracy: \(description.accuracy)"]
  }
}
