import TerminalCells
import Wording

/// The screens as tabs, with all that they share: the line after `:`, the help page, the hints and the
/// status sentence. Events in, frames out, both pure.
public struct Workbench: Sendable {
  public var appearance: Appearance {
    didSet { theme = Theme(appearance) }
  }
  public private(set) var theme: Theme
  public internal(set) var screens: [any Screen]
  public private(set) var selected: Int
  public private(set) var size: Size
  /// The help page, while it is open.
  var page: OpenPage?
  /// The line after `:`, while it is open.
  var prompt: CommandPrompt?
  var history = CommandHistory()
  var undoHistory = UndoHistory()
  public var numbers: NumberReader
  /// Whether the terminal has a clipboard that may be written.
  public var hasClipboard = true
  var effects: [Effect] = []
  let memory = WorkbenchMemory()

  /// - Parameters:
  ///   - screens: the tabs, in order.
  ///   - selected: the tab to begin with.
  public init(
    appearance: Appearance, size: Size, screens: [any Screen], selected: Int = 0,
    numbers: NumberReader = .plain
  ) {
    self.appearance = appearance
    theme = Theme(appearance)
    self.size = size
    self.screens = screens
    self.selected = screens.indices.contains(selected) ? selected : 0
    self.numbers = numbers
  }

  public var screen: any Screen { screens[selected] }

  /// Goes to a tab. What moved there, and stood still while nobody saw it, goes on.
  mutating func select(_ place: Int) {
    guard place != selected, screens.indices.contains(place) else { return }
    selected = place
    undoHistory.endRun()
    screens[place].clearMessages()
    screens[place].tick(.zero, in: context)
  }

  /// Whether a field is open, so that every character is text.
  public var isTyping: Bool { openField != nil }

  /// The line after `:`, or the field that the screen has open.
  public var openField: OpenField? {
    prompt.map { OpenField(question: ":", editor: $0.editor) } ?? screen.openField
  }

  /// What the text in the open field may mean; shown while there is any.
  public var candidates: [String] {
    prompt != nil ? promptCompletion?.words ?? [] : screen.fieldCandidates
  }

  /// The keys of the screen, or of the open field, that work now.
  public var keyLines: [KeyLine] {
    isTyping ? (prompt != nil ? Self.promptKeys : screen.fieldKeyLines) : screen.keyLines
  }

  public var isHelpOpen: Bool { page != nil }

  public var status: Status { screen.shownStatus }

  /// Says what became of something, until the next key.
  public mutating func say(_ notice: String) {
    screens[selected].say(notice)
    unfoldMessage()
  }

  /// Says why something could not be done, until the next key.
  public mutating func refuse(_ sentence: String) {
    screens[selected].refuse(Refusal(sentence))
    unfoldMessage()
  }

  /// Goes to another terminal: what was made without one is shown on one. Whether it is drawn for the back
  /// row is not for the terminal to say.
  public mutating func move(to size: Size, _ appearance: Appearance) {
    let isPresenting = self.appearance.isPresenting
    (self.size, self.appearance) = (size, appearance)
    self.appearance.isPresenting = isPresenting
    unfoldMessage()
  }

  /// What was asked of the world since it was last looked at, as by a script.
  public mutating func takeEffects() -> [Effect] {
    defer { effects = [] }
    return effects + screens[selected].takeEffects()
  }

  // MARK: Update

  /// Takes one event in.
  ///
  /// - Returns: what the world is asked to do.
  public mutating func update(_ event: Event) -> [Effect] {
    let front = self.front
    switch event {
    case .resize(let newSize): size = newSize
    case .background(let background): appearance.background = background
    case .key(let key): press(key)
    case .paste(let text): paste(text)
    case .burst(let text):
      let parts = Event.parts(ofBurst: text, isTyping: page == nil && isTyping)
      return parts.reduce(into: []) { $0 += update($1) }
    case .pasteStalled:
      screens[selected].refuse(
        Refusal("Paste in progress: waiting for the rest; Ctrl-C quits."))
    case .pasteRefused(let refusal):
      page = nil
      screens[selected].refuse(Refusal(refusal.sentence))
    case .mouse(let mouse): point(mouse)
    case .tick(let elapsed): screens[selected].tick(elapsed, in: context)
    }
    noteActs(since: front)
    unfoldMessage()
    return takeEffects()
  }

  private mutating func press(_ key: Key) {
    // Whatever is open: what is on the screen may not be what was drawn.
    if key == Self.redrawKey { return effects.append(.redraw) }
    if page != nil { return turnPage(key) }
    if prompt != nil { return typeCommand(key) }
    if screen.openField == nil, let found = Self.commands.press(key, for: self) {
      screens[selected].clearMessages()
      guard case .run(let arguments) = found.press else { return }
      let before = self
      attempt { bench throws(Refusal) in
        try Self.commands.commands[found.place].act(&bench, arguments, bench.context)
      }
      if isSame(as: before) { screens[selected].say(ReservedKeys.sentence(forIdle: key)) }
      return
    }
    if !bodyFits {
      if key == "q" { effects.append(.quit) }
      return
    }
    screens[selected].press(key, in: context)
  }

  /// Whether nothing has come of a command of the bench: nothing changed, opened, said or asked for.
  private func isSame(as before: Workbench) -> Bool {
    effects.isEmpty && prompt == nil && screen.message == nil && front == before.front
      && appearance == before.appearance
      && screens.indices.allSatisfy { screens[$0].hasState(of: before.screens[$0]) }
  }

  private mutating func paste(_ text: String) {
    // It is not hidden behind the help page.
    page = nil
    if prompt != nil {
      screens[selected].clearMessages()
      if prompt?.insert(PastedList.onOneLine(text)) == false, let editor = prompt?.editor {
        screens[selected].refuse(Refusal(editor.refusal(of: text)))
      }
    } else if bodyFits {
      screens[selected].paste(text, in: context)
    }
  }

  private mutating func point(_ mouse: Mouse) {
    if mouse.y == 0 {
      guard mouse.action == .press, page == nil else { return }
      if let index = tabRects.firstIndex(where: { $0.contains(x: mouse.x, y: mouse.y) }) {
        select(index)
      }
      if helpRange?.contains(mouse.x) == true { page = OpenPage(.keys) }
    } else if page == nil && prompt == nil && bodyFits {
      screens[selected].point(mouse, in: context)
    }
  }

  mutating func attempt(_ act: (inout Workbench) throws(Refusal) -> Void) {
    do { try act(&self) } catch { screens[selected].refuse(error) }
  }

  // MARK: Layout

  /// Tabs above, status sentence and key hints below, the screen between.
  var body: Rect {
    let (_, rest) = Rect(size).splitTop(1)
    return rest.splitBottom(1 + statusRows).rest
  }

  /// How many rows the status sentence has: two for the back row, where it is told whole, unless that would
  /// leave the screen too few.
  var statusRows: Int { appearance.isPresenting && size.height >= 16 ? 2 : 1 }

  var bodyFits: Bool {
    let needed = screen.minimumSize
    return body.width >= needed.width && body.height >= needed.height
  }

  public var context: ScreenContext {
    ScreenContext(body: body, appearance: appearance, numbers: numbers)
  }
}

/// What stays as it is from key to key.
final class WorkbenchMemory: Sendable {
  /// What the keys on the hint line follow from.
  struct HintsKey: Equatable {
    var screen: String
    /// Of the screen's commands and of those of every screen, those that are not to be had.
    var refused: [Int]
    var refusedEverywhere: [Int]
    var rect: Rect
    var appearance: Appearance
  }

  let hints = LastValue<HintsKey, Frame>()
}
