import NeuralFunctions
import Wording

/// A pinned curve, ready to be drawn.
struct Pin: Sendable {
  let entry: CatalogueEntry
  let pinned: PinnedFunction
  let function: DrawnFunction
  /// The function's name with what was set: "leaky ReLU α 0.2".
  let name: String

  init(entry: CatalogueEntry, settings: FunctionSettings) {
    self.entry = entry
    pinned = PinnedFunction(function: entry.id, settings: settings)
    function = DrawnFunction(entry, settings)
    name = Self.name(entry, settings)
  }

  private static func name(_ entry: CatalogueEntry, _ settings: FunctionSettings) -> String {
    let sliders =
      ParameterSlider.all(of: entry, settings: settings)
      + (settings.hasAffineInput ? ParameterSlider.affineInput(settings) : [])
    let set = sliders.filter { $0.value != $0.defaultValue }
    return
      ([entry.description.name]
      + set.map { "\($0.symbol.unicode) \(NumberText.brief($0.value).withTrueMinus)" })
      .joined(separator: " ")
  }
}
