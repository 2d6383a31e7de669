/// The states one can go back to and forth.
public struct UndoHistory<State: Sendable & Equatable>: Sendable {
  private var past: [State] = []
  private var future: [State] = []
  /// What kind of change was recorded last: a held key is one step back, not a hundred.
  private var lastKind: String?

  private static var deepest: Int { 200 }

  public init() {}

  public var canUndo: Bool { !past.isEmpty }

  /// Remembers `state`, which is about to change; changes of the same kind in a row are one.
  public mutating func record(_ state: State, kind: String? = nil) {
    future.removeAll()
    if let kind, kind == lastKind, !past.isEmpty { return }
    lastKind = kind
    past.append(state)
    if past.count > Self.deepest { past.removeFirst() }
  }

  /// The state before the last change, `present` being kept for redo.
  public mutating func undo(from present: State) -> State? {
    lastKind = nil
    while let state = past.popLast() {
      if state == present { continue }
      future.append(present)
      return state
    }
    return nil
  }

  public mutating func redo(from present: State) -> State? {
    lastKind = nil
    guard let state = future.popLast() else { return nil }
    past.append(present)
    return state
  }
}
