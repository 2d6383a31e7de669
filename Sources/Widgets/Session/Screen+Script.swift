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

  /// The state, for a history of screens of all kinds.
  var anyState: any Sendable { session.state }

  /// Whether commands did anything since that was last looked at.
  var hasActed: Bool { session.hasActed }

  mutating func takeActs() -> [ScreenAct] { session.takeActs() }

  /// Goes back, or forth again, to a state that this screen had.
  mutating func restore(_ state: any Sendable) {
    guard let state = state as? State else { return }
    session.state = state
    closeField()
    clearMessages()
  }

  mutating func closeField() { session.field = nil }

  mutating func takeEffects() -> [Effect] { session.takeEffects() }

  mutating func clearMessages() { (session.refusal, session.notice) = (nil, nil) }
  mutating func refuse(_ refusal: Refusal) { session.refusal = refusal.sentence }
  mutating func say(_ notice: String) { session.notice = notice }

  /// What stands in the status line.
  var shownStatus: Status {
    if let refusal = session.refusal { return .refusal(refusal) }
    return session.notice.map { Status($0, kind: .notice) } ?? status
  }

  /// What the last act had to say, or why it was refused.
  var message: String? { session.refusal ?? session.notice }

  /// The question and the text of the field that is open.
  var openField: OpenField? {
    session.field.map { OpenField(question: $0.question, editor: $0.editor) }
  }

  /// The keys that work now.
  var keyLines: [KeyLine] { Self.commands.keyLines(for: self) }

  func forEachKeyLine(_ take: (KeyLine) -> Bool) {
    Self.commands.forEachKeyLine(for: self, take)
  }

  /// The places in the table of the commands whose keys do not work now.
  var refusedCommands: [Int] { Self.commands.refused(for: self) }

  public var commandInfos: [CommandInfo] { Self.commands.infos }

  /// What may stand after `words` in a line.
  func candidates(after words: [String]) -> [String] {
    Self.commands.candidates(after: words, of: self)
  }

  /// Whether the screen knows the word that `line` begins with.
  func understands(_ line: String) -> Bool {
    let word = Workbench.split(line).word
    guard word.first?.isLetter == true else { return false }
    if Self.commands.place(of: word) != nil { return true }
    return (try? Self.commands.order(line, for: self)) ?? nil != nil
  }

  func hasState(of other: any Screen) -> Bool {
    (other as? Self).map { $0.session.state == session.state } ?? false
  }

  func hasState(_ state: any Sendable) -> Bool { (state as? State) == session.state }

  /// What the screen has to tell of a word: of a command, or of a name that lines may have.
  func help(on word: String, in context: ScreenContext) -> HelpTopic? {
    if let place = Self.commands.place(of: word.lowercased()) {
      return HelpTopic(Self.commands.infos[place])
    }
    return topic(word, in: context)
  }

  /// The names and explanations of all that can be read.
  var readingInfos: [(name: String, explanation: String)] {
    Self.readings.readings.map { ($0.name, $0.explanation) }
  }

  /// All readings as JSON.
  public var readingsAsJSON: String { Self.readings.json(of: self) }
}

/// A line open for typing, and the question it answers.
public struct OpenField: Sendable, Hashable {
  public let question: String
  public let editor: LineEditor
}
