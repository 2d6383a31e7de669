import Glibc
import TerminalCells

/// The terminal while a full-screen program has it.
///
/// From ``init(color:input:)`` to ``end()`` the screen is the program's; whatever happens between,
/// signals and crashes included, it is given back as it was found. A process has one at a time.
@MainActor
public final class TerminalSession {
  /// Where keys are read from.
  public enum Input: Sendable, Hashable {
    case standardInput
    /// `/dev/tty`: for when standard input was a pipe, and has been read.
    case controllingTerminal
  }

  /// The type of the terminal, as the database knows it.
  public let type: TerminalType
  /// What the terminal can show.
  public let capabilities: Capabilities
  /// Its size now; changes together with the event that says so.
  public internal(set) var size: Size

  let input: Int32
  let pipe: SignalPipe
  var decoder: InputDecoder
  let screen: CursesScreen
  private let modes: TerminalModes
  private let ownsInput: Bool
  private let handlers: SignalHandlers
  var question = BackgroundQuestion()
  /// Events that came while nobody was there for them.
  var postponed: [Event] = []
  var wakeUp = WakeUp()
  var quietTime: QuietTime?
  /// When bytes last came: what they left unfinished has its patience from there.
  var lastInput = ContinuousClock.now
  private var hasEnded = false
  /// Reports of it may still be on their way when the session ends.
  var hasUsedMouse = false

  /// Takes the terminal over. Nothing is shown until the first frame is.
  ///
  /// - Parameters:
  ///   - color: what the user asked for; `NO_COLOR` is looked at here.
  ///   - input: where keys come from.
  ///   - asksForBackground: whether to ask the terminal if its background is light, where nothing
  ///     else tells; the answer comes as an event.
  /// - Throws: a ``TerminalError`` when there is no terminal that will do; it is then untouched.
  public init(
    color: ColorChoice = .auto, input source: Input = .standardInput,
    asksForBackground: Bool = false
  ) throws(TerminalError) {
    guard emergency == nil else { throw .sessionIsRunning }
    Self.openStandardDescriptors()
    type = try Self.terminalType()
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNotATerminal }
    pipe = try SignalPipe()
    let (input, ownsInput) = try Self.open(source)
    self.input = input
    self.ownsInput = ownsInput
    let isUTF8 = TerminalLocale.adopt(environment: Self.environment)
    var settings = termios()
    tcgetattr(input, &settings)
    decoder = InputDecoder(keys: KeySequences(capability: Terminfo.string))
    decoder.escapeDelay = Self.escapeDelay()
    capabilities = Self.capabilities(color, type: type.name, isUTF8: isUTF8)
    modes = TerminalModes()
    size = Size.window(STDOUT_FILENO)
    let description = ScreenDescription.terminfo(
      name: type.name, size: size, colors: capabilities.colorDepth)

    Emergency(
      input: input, output: STDOUT_FILENO, settings: settings, bytes: Self.copy(modes.off),
      bytesInBackground: Self.copy(modes.offKeepingScreen),
      pipe: pipe.writing
    ).layOut()
    // From here on a signal is kept until the event loop runs. Before ncurses starts, which would
    // install handlers of its own where there are none: theirs call what no handler may.
    handlers = SignalHandlers.install()
    guard let screen = CursesScreen(description, isUTF8: isUTF8) else {
      handlers.remove()
      Emergency.forget()
      throw .systemRefused("ncurses a screen")
    }
    self.screen = screen
    emergency?.pointee.diversion = .begin()
    enterScreen()
    if asksForBackground && lacksBackground { question.ask() }
    atexit {
      if let emergency { EmergencyExit.restore(emergency, discardingOutput: false) }
    }
  }

  /// Whether it is not known, matters, and can be asked for.
  private var lacksBackground: Bool {
    // The Linux console has a mouse, by a daemon, but shows what it does not understand.
    capabilities.colorDepth != .none && capabilities.hasLightBackground == nil
      && modes.isXtermLike && !type.name.hasPrefix("linux")
  }

  /// Whether there is a clipboard to write to, as far as can be told: what is no terminal of xterm's
  /// kind may show what it is sent.
  public var takesClipboard: Bool { modes.isXtermLike && !type.name.hasPrefix("linux") }

  /// Sends a text to the terminal's clipboard; whether it took it, no terminal tells.
  func copy(_ text: String) {
    guard takesClipboard else { return }
    let isInTmux = Self.environment("TMUX")?.isEmpty == false
    let bytes = ClipboardSequence.bytes(copying: text, isInTmux: isInTmux)
    DescriptorWriter.write(bytes, to: STDOUT_FILENO)
  }

  /// Has `act` done once nothing has happened for `wait`, and before the process stops or ends, however
  /// it does unless by force: only where something has happened since the last time.
  public func whenQuiet(for wait: Duration, _ act: @escaping () -> Void) {
    quietTime = QuietTime(wait, act: act)
  }

  /// Shows a frame. Only what differs from the one before is sent.
  public func present(_ frame: Frame) {
    screen.show(frame, on: size) { DescriptorWriter.write($0, to: STDOUT_FILENO) }
  }

  /// Gives the terminal back. Does nothing the second time.
  public func end() {
    guard !hasEnded, let state = emergency else { return }
    hasEnded = true
    leaveScreen(discardingReports: hasUsedMouse)
    state.pointee.diversion.end()
    state.pointee.diversion = .none
    handlers.remove()
    let signal = state.pointee.fatalSignal
    Emergency.forget()
    screen.close()
    pipe.close()
    if ownsInput { close(input) }
    quietTime?.actAtOnce()
    // One that came after the last look.
    if signal != 0 { EmergencyExit.die(by: signal) }
  }
}

extension TerminalSession {
  /// Back to the main screen, as the shell knows it: at once, while the settings wait for answers that
  /// the terminal owes.
  ///
  /// - Parameter discardingReports: whether reports of the mouse may be on their way.
  func leaveScreen(discardingReports: Bool = false) {
    guard let state = emergency, state.pointee.isOnScreen else { return }
    // Unlike in an emergency: should the terminal not read, its handler has everything left to do.
    DescriptorWriter.write(state.pointee.farewell, to: STDOUT_FILENO)
    screen.leave()
    state.pointee.isOnScreen = false
    // Before a wait, which may be cut short by force.
    quietTime?.actAtOnce()
    let typed = awaitAnswer()
    state.pointee.restoreSettings()
    state.pointee.hasSettings = false
    if state.pointee.isInBackground { return }
    if discardingReports { tcflush(input, TCIFLUSH) }
    typed.giveBack(to: input)
  }

  /// The settings may have been changed for good while the shell had the terminal.
  func readSettings() {
    guard let state = emergency, !state.pointee.isOnScreen else { return }
    tcgetattr(input, &state.pointee.settings)
  }

  /// The screen is ours, or ours again, and nothing is known of what stands on it.
  func enterScreen() {
    guard let state = emergency else { return }
    // Never entered twice: where the cursor was, and what the window's title, is kept on a stack.
    if state.pointee.isOnScreen {
      DescriptorWriter.write(state.pointee.bytesInBackground, to: STDOUT_FILENO)
      screen.leave()
    }
    state.pointee.isOnScreen = true
    state.pointee.hasSettings = true
    var settings = state.pointee.rawSettings
    tcsetattr(input, TCSANOW, &settings)
    screen.enter { DescriptorWriter.write($0, to: STDOUT_FILENO) }
    DescriptorWriter.write(modes.on, to: STDOUT_FILENO)
  }
}
