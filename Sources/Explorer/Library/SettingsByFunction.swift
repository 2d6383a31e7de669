/// What was set for each function, so that it is still there on return; nothing is kept for the others.
struct SettingsByFunction: Sendable, Hashable {
  private struct Item: Sendable, Hashable {
    let id: String
    var settings: FunctionSettings
  }

  /// By identifier, so that what was set in another order is equal.
  private var items: [Item] = []

  init() {}

  /// All that was set, in the order of identifiers.
  var all: [(id: String, settings: FunctionSettings)] { items.map { ($0.id, $0.settings) } }

  /// What was set for the function with this identifier.
  subscript(id: String) -> FunctionSettings {
    get { items.first { $0.id == id }?.settings ?? FunctionSettings() }
    set {
      let place = items.firstIndex { $0.id >= id } ?? items.count
      let isThere = place < items.count && items[place].id == id
      switch (isThere, newValue == FunctionSettings()) {
      case (true, true): items.remove(at: place)
      case (true, false): items[place].settings = newValue
      case (false, false): items.insert(Item(id: id, settings: newValue), at: place)
      case (false, true): break
      }
    }
  }
}
