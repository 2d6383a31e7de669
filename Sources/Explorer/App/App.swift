import TerminalCells

/// The whole explorer without a terminal: events in, frames out, both pure.
public struct App: Sendable {
  public private(set) var appearance: Appearance {
    didSet { theme = Theme(appearance) }
  }
  public private(set) var theme: Theme
  public private(set) var screens: [any Screen]
  public private(set) var selected: Int
  public private(set) var size: Size
  /// How far the help page is scrolled; nil while it is closed.
  public private(set) var helpScroll: Int?
  /// What is to be said before anything the screen says, until something is done.
  private(set) var notice: Status?

  /// - Parameters:
  ///   - screens: the tabs, in order; see ``screens(curves:softmax:)``.
  ///   - selected: the tab to begin with.
  public init(
    appearance: Appearance, size: Size, screens: [any Screen] = App.screens(),
    selected: Int = 0
  ) {
    self.appearance = appearance
    theme = Theme(appearance)
    self.size = size
    self.screens = screens
    self.selected = screens.indices.contains(selected) ? selected : 0
  }

  public var screen: any Screen { screens[selected] }

  // MARK: Update

  /// Takes one event in.
  ///
  /// - Returns: what the world is asked to do.
  public mutating func update(_ event: Event) -> [Effect] {
    if case .resize(let newSize) = event { size = newSize }
    if case .background(let background) = event {
      appearance.background = background
      return []
    }
    if case .burst(let text) = event {
      // A line that is accepted closes its field: what comes after it is no text for it any more.
      let parts = Event.parts(ofBurst: text, isTyping: helpScroll == nil && screen.isTyping)
      return parts.reduce(into: []) { $0 += update($1) }
    }
    if tellsOfPaste(event) { return [] }
    if case .key(let key) = event {
      if key == .control("l") { return [.redraw] }
      if helpScroll != nil { return updateHelp(key) }
      if !screen.isTyping, let command = Self.keymap.command(for: key) { return perform(command) }
      if !bodyFits { return key == "q" ? [.quit] : [] }
    }
    if case .mouse(let mouse) = event, mouse.y == 0 {
      return selectTab(under: mouse)
    }
    let effects = screens[selected].update(event, in: context)
    if effects.contains(.help) { helpScroll = 0 }
    return effects.filter { $0 != .help }
  }

  /// A paste, taken or not, is not hidden behind the help page.
  private mutating func tellsOfPaste(_ event: Event) -> Bool {
    switch event {
    case .pasteStalled:
      notice = .refusal("A paste has begun, and its rest is waited for; Ctrl-C quits.")
      return true
    case .pasteRefused(let refusal):
      (notice, helpScroll) = (.refusal(refusal.sentence), nil)
      return true
    case .paste:
      (notice, helpScroll) = (nil, nil)
      return false
    case .key, .mouse:
      notice = nil
      return false
    case .burst, .resize, .background, .tick: return false
    }
  }

  private mutating func perform(_ command: AppCommand) -> [Effect] {
    switch command {
    case .selectTab(let index):
      if screens.indices.contains(index) { selected = index }
    case .moveTab(let offset):
      selected = (selected + offset + screens.count) % screens.count
    case .help: helpScroll = 0
    case .cycleMarkers:
      appearance.markers = appearance.nextMarkers
      notice = Status("Curves are drawn with \(appearance.markers.inWords); m changes that.")
    case .toggleBackground:
      appearance.background = appearance.background == .dark ? .light : .dark
    case .quit: return [.quit]
    }
    return []
  }

  private mutating func updateHelp(_ key: Key) -> [Effect] {
    let page = max(1, size.height - 4)
    switch key {
    case "q": return [.quit]
    case .down, "j": scrollHelp(by: 1)
    case .up, "k": scrollHelp(by: -1)
    case .pageDown, " ": scrollHelp(by: page)
    case .pageUp: scrollHelp(by: -page)
    case .home: helpScroll = 0
    case .end: scrollHelp(by: Int(Int16.max))
    default: helpScroll = nil
    }
    return []
  }

  private mutating func scrollHelp(by lines: Int) {
    let last = max(0, HelpPage(for: self).lines.count - max(1, size.height - 4))
    helpScroll = min(last, max(0, (helpScroll ?? 0) + lines))
  }

  private mutating func selectTab(under mouse: Mouse) -> [Effect] {
    guard mouse.action == .press, helpScroll == nil else { return [] }
    if let index = tabRects.firstIndex(where: { $0.contains(x: mouse.x, y: mouse.y) }) {
      selected = index
    }
    if helpRange?.contains(mouse.x) == true { helpScroll = 0 }
    return []
  }

  // MARK: Layout

  /// Tabs above, status sentence and key hints below, the screen between.
  var body: Rect {
    let (_, rest) = Rect(size).splitTop(1)
    return rest.splitBottom(2).rest
  }

  var bodyFits: Bool {
    body.width >= screen.minimumSize.width && body.height >= screen.minimumSize.height
  }

  private var context: ScreenContext { ScreenContext(body: body, appearance: appearance) }
}
