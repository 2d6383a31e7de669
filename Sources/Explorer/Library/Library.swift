import NeuralFunctions

/// The functions at hand, in the order of the list: those of the catalogue, and any made at run time.
///
/// A function is known by its identifier, which stays the same whatever else the library holds.
public struct Library: Sendable {
  public let entries: [CatalogueEntry]

  /// - Parameter entries: one at the least; of two with one identifier the first is found.
  public init(_ entries: [CatalogueEntry] = Catalogue.entries) {
    precondition(!entries.isEmpty, "a library has a function to begin with")
    self.entries = entries
  }

  /// The function to begin with.
  public var first: CatalogueEntry { entries[0] }

  /// The function with this identifier.
  public func entry(_ id: String) -> CatalogueEntry? { entries.first { $0.id == id } }
}
