import NeuralFunctions
import Wording

/// What a name stands for that somebody typed, or copied from the code of a framework.
public enum NamedFunction {
  case scalar(CatalogueEntry)
  case vector(VectorCatalogueEntry)
  /// To choose a function silently would be to answer another question: a sentence that says where the
  /// way goes on.
  case misleading(String)

  /// Nil of a name that stands for nothing here.
  ///
  /// - Parameters:
  ///   - place: where the sentence is read.
  ///   - entries: the functions at hand.
  public init?(
    _ name: String, in place: MisleadingName.Place, of entries: [CatalogueEntry] = Catalogue.entries
  ) {
    guard name.utf8.count <= 128 else { return nil }
    let framework = FrameworkName(name)
    if let entry = entries.entry(named: name) {
      self = .scalar(entry)
    } else if let sentence = MisleadingName.sentence(for: framework, in: place) {
      self = .misleading(sentence)
    } else if let entry = Self.entry(framework, of: entries) {
      self = .scalar(entry)
    } else if let entry = Self.vectorEntry(framework) {
      self = .vector(entry)
    } else {
      return nil
    }
  }

  private static func entry(
    _ name: FrameworkName, of entries: [CatalogueEntry]
  ) -> CatalogueEntry? {
    if let entry = entries.entry(named: name.bare) { return entry }
    // The whole name goes before one without its ending: bceloss is not bce.
    return entries.first { names($0.description).contains(where: name.equals) }
      ?? entries.first { names($0.description).contains(where: name.means) }
  }

  private static func vectorEntry(_ name: FrameworkName) -> VectorCatalogueEntry? {
    Catalogue.vectorFunctions.first { names($0.description).contains(where: name.equals) }
  }

  private static func names(_ description: FunctionDescription) -> [String] {
    [description.identifier] + description.aliases
  }

  /// The name among `known` that was perhaps meant.
  public static func suggestion(for name: String, among known: [String]) -> String? {
    NameSuggestion.nearest(to: FrameworkName(name).bare, among: known)
  }
}
