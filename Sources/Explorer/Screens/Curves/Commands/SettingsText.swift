import NeuralFunctions
import Widgets
import Wording

/// Settings of a function as a text: "alpha=0.5, input-w=2".
enum SettingsText {
  static func written(_ settings: FunctionSettings) -> String {
    var parts: [(name: String, value: Double)] = []
    if let target = settings.target { parts.append(("target", target)) }
    parts += settings.parameters.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    if settings.weight != 1 { parts.append(("input-w", settings.weight)) }
    if settings.bias != 0 { parts.append(("input-b", settings.bias)) }
    return parts.map { $0.name + "=" + NumberSpelling.exact($0.value) }.separated(by: ", ")
  }

  /// Defaults for what the text does not name.
  static func read(
    _ text: String, for entry: CatalogueEntry
  ) throws(Refusal) -> FunctionSettings {
    var settings = FunctionSettings()
    let sliders =
      ParameterSlider.all(of: entry, settings: settings) + ParameterSlider.affineInput(settings)
    for part in text.split(whereSeparator: { $0 == "," || $0.isWhitespace }) {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let slider = sliders.first(where: { $0.name == sides[0] }) else {
        let names = sliders.map { $0.name + "=" }
        throw Refusal(
          "\(entry.id) accepts \(names.separated(by: ", ")) (got '\(NumberParser.quotable(part))')."
        )
      }
      do { settings.set(slider.subject, to: try NumberParser.number(String(sides[1]))) } catch {
        throw Refusal(error.sentence(accepting: .finite))
      }
    }
    return try settings.checked(for: entry)
  }
}
