/// A screen's state, and what stands around it: the steps back, what was last refused, and the field
/// that is open for typing.
public struct Session<State: Equatable & Sendable>: Sendable {
  /// What undo goes back to, and what a script leads to.
  public var state: State
  public private(set) var history = UndoHistory<State>()
  /// Why the last act was refused; said until the next.
  public var refusal: String?
  /// What an act did, where that is not plain to see; said until the next.
  public var notice: String?
  public var field: Field<State>?
  /// What acts asked of the world since it was last looked at.
  public var effects: [Effect] = []
  /// The command that ran last: runs of one are undone together.
  private var lastWord: String?

  public init(_ state: State) { self.state = state }

  /// Remembers `before` as a step back, if a command of that kind has changed it.
  mutating func record(_ before: State, by word: String, _ undo: CommandInfo.Undo) {
    guard undo != .none, before != state else {
      // Another command ends a run, and what changes nothing begins none.
      if lastWord != word { lastWord = nil }
      return
    }
    defer { lastWord = word }
    if undo == .run && lastWord == word && history.canUndo { return }
    history.record(before)
  }

  mutating func undo() throws(Refusal) {
    guard let before = history.undo(from: state) else { throw Refusal("Nothing to undo.") }
    lastWord = nil
    state = before
  }

  mutating func redo() throws(Refusal) {
    guard let after = history.redo(from: state) else { throw Refusal("Nothing to redo.") }
    lastWord = nil
    state = after
  }

  /// What was asked of the world since the last time.
  mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects
  }
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
