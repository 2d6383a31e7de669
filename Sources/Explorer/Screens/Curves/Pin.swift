import NeuralFunctions
import Wording

/// A curve pinned for comparison: a function with the settings it had.
struct Pin: Sendable, Hashable {
  let entry: CatalogueEntry
  let settings: FunctionSettings
  let function: DrawnFunction

  static let most = 4

  init(entry: CatalogueEntry, settings: FunctionSettings) {
    self.entry = entry
    self.settings = settings
    function = DrawnFunction(entry, settings)
  }

  static func == (a: Pin, b: Pin) -> Bool {
    a.entry.id == b.entry.id && a.settings == b.settings
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(entry.id)
    hasher.combine(settings)
  }

  /// The function's name with what was set: "leaky ReLU α 0.2".
  var name: String {
    let sliders =
      Slider.all(of: entry, settings: settings)
      + (settings.hasAffineInput ? Slider.affineInput(settings) : [])
    let set = sliders.filter { $0.value != $0.defaultValue }
    return
      ([entry.description.name]
      + set.map { "\($0.symbol.unicode) \(NumberText.brief($0.value).withTrueMinus)" }).joined(
        separator: " ")
  }
}
