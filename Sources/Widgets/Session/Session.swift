/// A screen's state, and what stands around it: what its commands did, what was last refused, and the
/// field that is open for typing.
public struct Session<State: Equatable & Sendable>: Sendable {
  /// What undo goes back to, and what a script leads to.
  public var state: State
  /// What commands did since the bench last looked, for its history.
  private var acts: [ScreenAct] = []
  /// Why the last act was refused; said until the next.
  public var refusal: String?
  /// What an act did, where that is not plain to see; said until the next.
  public var notice: String?
  public var field: Field<State>?
  /// What acts asked of the world since it was last looked at.
  public var effects: [Effect] = []

  public init(_ state: State) { self.state = state }

  /// Tells what a command did: `before` is what undo may go back to, if it changed that.
  mutating func record(_ before: State, by word: String, _ undo: CommandInfo.Undo) {
    let isStep = undo != .none && before != state
    acts.append(ScreenAct(word: word, undo: isStep ? undo : .none, before: isStep ? before : nil))
  }

  var hasActed: Bool { !acts.isEmpty }

  /// Whether the last command made a step, that is, changed the state.
  var hasMadeStep: Bool { acts.last.map { $0.undo != .none } ?? false }

  /// What commands did since the last time.
  mutating func takeActs() -> [ScreenAct] {
    guard !acts.isEmpty else { return [] }
    defer { acts = [] }
    return acts
  }

  /// What was asked of the world since the last time.
  mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }
}

/// What a command did, as far as undo has to know.
struct ScreenAct: Sendable {
  let word: String
  let undo: CommandInfo.Undo
  /// The screen's state before it; nil where there is nothing to undo.
  let before: (any Sendable)?
}

/// What an update asks of the world.
public enum Effect: Sendable, Hashable {
  case quit
  /// Draw everything anew, in case another program wrote on the terminal.
  case redraw
  /// Send a `tick` after that time, once; nothing moves without.
  case wake(after: Duration)
  /// Give the text to the terminal's clipboard.
  case copy(String)
  /// Write the text to a new file, and say what became of it with ``Workbench/say(_:)``.
  case write(file: String, text: String)
}
