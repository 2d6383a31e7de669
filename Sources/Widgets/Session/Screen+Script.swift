import Wording

/// A state as text, and what a bench of screens of all kinds may ask of one.
extension Screen {
  /// The lines, in absolute forms, that lead from a fresh screen to this one's state.
  ///
  /// Each command that sets a part of the state says how it stands; the lines of those that a fresh
  /// screen, after the lines so far, says otherwise are what it takes. (Choosing a function may move
  /// the cursor: whether a line is needed shows only when those before it have run.)
  public func script(in context: ScreenContext) -> [String] {
    var copy = fresh
    var lines: [String] = []
    let commands = Self.commands.commands
    // Once is enough unless a line undoes part of an earlier one.
    for _ in 0..<3 where copy.session.state != session.state {
      for (place, command) in commands.enumerated() {
        guard let state = command.state else { continue }
        let wanted = state(self)
        guard wanted != state(copy) else { continue }
        for arguments in wanted {
          guard (try? copy.perform(place, arguments, in: context)) != nil else { continue }
          lines.append(Order(command.info.word, arguments).line)
        }
      }
    }
    return lines
  }

  mutating func undo() throws(Refusal) { try session.undo() }
  mutating func redo() throws(Refusal) { try session.redo() }

  mutating func takeEffects() -> [Effect] { session.takeEffects() }

  mutating func clearMessages() { (session.refusal, session.notice) = (nil, nil) }
  mutating func refuse(_ refusal: Refusal) { session.refusal = refusal.sentence }
  mutating func say(_ notice: String) { session.notice = notice }

  /// What stands in the status line.
  var shownStatus: Status {
    if let refusal = session.refusal { return .refusal(refusal) }
    return session.notice.map { Status($0) } ?? status
  }

  /// The question and the text of the field that is open.
  var openField: OpenField? {
    session.field.map { OpenField(question: $0.question, editor: $0.editor) }
  }

  /// The keys that work now.
  var keyLines: [KeyLine] { Self.commands.keyLines(for: self) }

  func forEachKeyLine(_ take: (KeyLine) -> Bool) {
    Self.commands.forEachKeyLine(for: self, take)
  }

  public var commandInfos: [CommandInfo] { Self.commands.infos }

  func candidates(for line: String) -> [String] { Self.commands.candidates(for: line, of: self) }

  /// Makes what was changed since `earlier`, a value of the same screen, one step of undo.
  mutating func mergeSteps(since earlier: any Screen) {
    guard let earlier = earlier as? Self else { return }
    let state = session.state
    session = earlier.session
    session.field = nil
    session.state = state
    session.record(earlier.session.state, by: "script", .step)
  }

  func hasState(of other: any Screen) -> Bool {
    (other as? Self).map { $0.session.state == session.state } ?? false
  }

  /// All readings as JSON.
  public var readingsAsJSON: String { Self.readings.json(of: self) }
}

/// A line open for typing, and the question it answers.
public struct OpenField: Sendable, Hashable {
  public let question: String
  public let editor: LineEditor
}
