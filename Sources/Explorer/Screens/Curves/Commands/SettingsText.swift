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

  /// The settings that a phrase names, over `settings`.
  static func read(
    _ phrase: FunctionPhrase, for entry: CatalogueEntry,
    over settings: FunctionSettings = FunctionSettings(), _ numbers: NumberReader
  ) throws(Refusal) -> FunctionSettings {
    var settings = settings
    let sliders = ParameterSlider.settable(of: entry, settings)
    var set: [ParameterSlider.Subject] = []
    for assignment in phrase.assignments {
      let sides = assignment.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, let slider = sliders.named(String(sides[0])) else {
        let names = sliders.map { $0.name + "=" }.separated(by: ", ")
        throw Refusal(
          "\(entry.id) has no setting '\(NumberParser.quotable(assignment))'. Available: \(names)."
        )
      }
      guard !set.contains(slider.subject) else {
        throw Refusal("\(entry.id) accepts \(slider.name)= once.")
      }
      set.append(slider.subject)
      let value: Double
      do { value = try numbers.read(String(sides[1])) } catch {
        throw Refusal("\(slider.name): \(error.sentence(accepting: .finite))")
      }
      settings.set(slider.subject, to: value)
    }
    return try settings.checked(for: entry)
  }
}
