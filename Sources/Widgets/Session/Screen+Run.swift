import TerminalCells

/// Running commands: the one way in which a screen's state changes.
extension Screen {
  /// Runs what `line` says, or says why not; what is refused leaves the state as it was.
  ///
  /// - Returns: whether the screen knows such a line.
  public mutating func run(_ line: String, in context: ScreenContext) throws(Refusal) -> Bool {
    guard
      let order = try Self.commands.order(line, for: self, numbers: context.numbers),
      let place = Self.commands.place(of: order.word)
    else { return false }
    try perform(place, order.arguments, in: context)
    return true
  }

  mutating func perform(
    _ place: Int, _ arguments: [Argument], in context: ScreenContext
  ) throws(Refusal) {
    let command = Self.commands.commands[place]
    // What sets a part of the state absolutely does so at any time: a script's order must not matter.
    let isAbsolute = command.state != nil && !arguments.isEmpty
    if !isAbsolute, let objection = command.objection?(self) { throw Refusal(objection) }
    let before = session.state
    do {
      try command.act(&self, arguments, context)
    } catch {
      session.state = before
      throw error
    }
    record(before, by: command.info.word, command.info.undo)
  }

  private mutating func record(_ before: State, by word: String, _ undo: CommandInfo.Undo) {
    session.record(
      before, by: word, Self.isStep(from: before, to: session.state) ? undo : .none)
  }

  // MARK: Keys

  /// Does what a key is for.
  public mutating func press(_ key: Key, in context: ScreenContext) {
    session.refusal = nil
    session.notice = nil
    if session.field != nil { return type(key, in: context) }
    do {
      if let found = Self.commands.press(key, for: self) {
        switch found.press {
        case .run(let arguments):
          let before = session.state
          try perform(found.place, arguments, in: context)
          sayIfNothingChanged(since: before, by: key)
        case .open: try open(found.place, in: context)
        }
      } else if let opening = opening(key) {
        session.field = Field(line: opening.line, opening.start, before: session.state)
      } else {
        session.refusal = ReservedKeys.sentence(forUnbound: key)
      }
    } catch { session.refusal = error.sentence }
  }

  /// A key that did nothing says so, unless its act did.
  private mutating func sayIfNothingChanged(since before: State, by key: Key) {
    let isQuiet = session.notice == nil && session.refusal == nil && session.effects.isEmpty
    // A step has changed something: states are compared only where none was made.
    guard isQuiet, !session.hasMadeStep, session.state == before else { return }
    session.notice = ReservedKeys.sentence(forIdle: key)
  }

  private mutating func open(_ place: Int, in context: ScreenContext) throws(Refusal) {
    let command = Self.commands.commands[place]
    if let objection = command.objection?(self) { throw Refusal(objection) }
    let word = command.info.word
    let start = command.field?(self, context) ?? FieldStart(word)
    session.field = Field(line: start.line ?? word, start, before: session.state)
  }

  /// Text pasted as a whole.
  public mutating func paste(_ text: String, in context: ScreenContext) {
    session.refusal = nil
    session.notice = nil
    if session.field != nil {
      if session.field?.insert(text) == true {
        actAtOnce(in: context)
      } else {
        session.refusal = session.field?.refusal(of: text)
      }
      return
    }
    do {
      let line = try line(forPasted: text)
      if try !run(line, in: context) { session.refusal = "That paste is not understood here." }
    } catch { session.refusal = error.sentence }
  }

  /// What the mouse did: a click on something is the line that says so.
  public mutating func point(_ mouse: Mouse, in context: ScreenContext) {
    guard session.field == nil else { return }
    let placed = panels(in: context).last { $0.rect.contains(x: mouse.x, y: mouse.y) }
    guard let placed else { return }
    let pointing = Pointing(
      action: mouse.action, panel: placed.name,
      place: placed.place(x: mouse.x, y: mouse.y, looks: context.appearance))
    guard let line = line(for: pointing, in: context) else { return }
    session.refusal = nil
    session.notice = nil
    do { _ = try run(line, in: context) } catch { session.refusal = error.sentence }
  }

  // MARK: Typing

  // The field is edited in place: a copy for each key would take time that grows with the square of a
  // flood.
  private mutating func type(_ key: Key, in context: ScreenContext) {
    switch key {
    case .escape:
      if let field = session.field, field.start.acts { session.state = field.before }
      session.field = nil
    case .enter: _ = accept(in: context)
    case .tab: complete(in: context)
    case .up, .down:
      guard let start = session.field?.start, let arrows = start.arrows else { return }
      guard start.acts || accept(in: context) else { return }
      attempt(key == .up ? arrows.up : arrows.down, in: context)
      // A search is one step, however it went on: Enter makes it.
      if start.acts { _ = session.takeActs() }
    default:
      guard session.field?.start.acts == true else {
        _ = session.field?.handle(key)
        return
      }
      let text = session.field?.editor
      guard session.field?.handle(key) == true, session.field?.editor != text else { return }
      actAtOnce(in: context)
    }
  }

  /// Completes a name that was begun.
  private mutating func complete(in context: ScreenContext) {
    let names = fieldNames
    guard let field = session.field,
      // One name is what is meant, however it was begun.
      let completed = WordCompletion.completion(of: field.text, among: names)
        ?? (names.count == 1 ? names.first : nil)
    else { return }
    session.field?.replace(with: completed)
    actAtOnce(in: context)
  }

  /// The names that the open field's command accepts, once something was typed.
  private var fieldNames: [String] {
    guard let field = session.field, !field.text.isEmpty,
      field.text.utf8.count <= Workbench.longestWord,
      let place = Self.commands.place(of: Self.split(field.line).word)
    else { return [] }
    let words = LineText.words(Self.split(field.line).rest[...])
    return Self.commands.names(at: place, after: words, of: self)
  }

  /// The names that begin with what was typed; where it acts at once, what it means is seen already.
  var fieldCandidates: [String] {
    guard let field = session.field, !field.start.acts else { return [] }
    return WordCompletion.matches(of: field.text, among: fieldNames)
  }

  /// The keys of the open field.
  var fieldKeyLines: [KeyLine] {
    session.field?.start.acts == true ? Workbench.searchKeys : Workbench.fieldKeys
  }

  /// Runs the field's command; what is refused stays open for mending.
  ///
  /// - Returns: whether it was accepted.
  private mutating func accept(in context: ScreenContext) -> Bool {
    guard let field = session.field else { return false }
    if field.start.acts { return acceptReached(field, in: context) }
    do {
      guard try runField(field, in: context) else { return false }
      session.field = nil
      return true
    } catch {
      session.refusal = error.sentence
      return false
    }
  }

  /// Accepts what was typed and acted at once, and the arrows that went on from there.
  private mutating func acceptReached(
    _ field: Field<State>, in context: ScreenContext
  ) -> Bool {
    var trial = self
    trial.session.state = field.before
    do {
      guard try trial.runField(field, in: context) else { return false }
    } catch {
      session.refusal = error.sentence
      return false
    }
    session.field = nil
    record(field.before, by: Self.split(field.line).word, .step)
    return true
  }

  /// Where what is typed acts at once, from the state in which the field was opened.
  private mutating func actAtOnce(in context: ScreenContext) {
    guard let field = session.field, field.start.acts else { return }
    session.state = field.before
    let before = session
    do { _ = try runField(field, in: context) } catch { session = before }
    // Only Enter makes a step of it.
    let state = session.state
    session = before
    session.state = state
  }

  private mutating func runField(
    _ field: Field<State>, in context: ScreenContext
  ) throws(Refusal) -> Bool {
    let (word, fixed) = Self.split(field.line)
    guard let place = Self.commands.place(of: word) else { return false }
    let info = Self.commands.infos[place]
    let reader = GrammarReader(word: word, grammar: info.grammar, numbers: context.numbers)
    let text = fixed.isEmpty ? field.text : fixed + " " + field.text
    try perform(place, try reader.arguments(text[...]), in: context)
    return true
  }

  private static func split(_ line: String) -> (word: String, rest: String) {
    guard let space = line.firstIndex(of: " ") else { return (line, "") }
    return (String(line[..<space]), String(line[line.index(after: space)...]))
  }

  private mutating func attempt(_ line: String, in context: ScreenContext) {
    do { _ = try run(line, in: context) } catch { session.refusal = error.sentence }
  }
}
