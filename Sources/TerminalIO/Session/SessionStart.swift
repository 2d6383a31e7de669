import CNcurses
import Glibc
import TerminalCells

/// The steps of taking a terminal over.
extension TerminalSession {
  nonisolated static func environment(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }

  /// A descriptor that is closed would be given to a file opened later, and then be written to by
  /// what means standard error.
  static func openStandardDescriptors() {
    for descriptor in 0...2 where fcntl(Int32(descriptor), F_GETFD) == -1 {
      _ = Glibc.open("/dev/null", O_RDWR)
    }
  }

  /// The terminal's type, known to be one that can place its cursor.
  static func terminalType() throws(TerminalError) -> TerminalType {
    guard let name = environment("TERM"), !name.isEmpty else { throw .terminalTypeIsNotSet }
    let printable = TerminalError.printable(name)
    guard let type = TerminalType(name) else { throw .terminalTypeIsUnknown(printable) }
    guard Terminfo.capability("cup") != nil else { throw .terminalIsTooPlain(printable) }
    return type
  }

  static func open(_ source: Input) throws(TerminalError) -> (descriptor: Int32, isOurs: Bool) {
    switch source {
    case .standardInput:
      guard isatty(STDIN_FILENO) == 1 else { throw .inputIsNotATerminal }
      return (STDIN_FILENO, false)
    case .controllingTerminal:
      let descriptor = Glibc.open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
      guard descriptor >= 0 else { throw .noControllingTerminal }
      return (descriptor, true)
    }
  }

  static func capabilities(
    _ color: ColorChoice, type: String, isUTF8: Bool
  ) -> Capabilities {
    capabilities(
      color, terminal: colorDepth(), isTerminal: true, type: type, isUTF8: isUTF8)
  }

  /// What can be shown on a terminal, or on something that is none and may be read on one.
  nonisolated static func capabilities(
    _ color: ColorChoice, terminal: ColorDepth, isTerminal: Bool, type: String, isUTF8: Bool
  ) -> Capabilities {
    let noColor = environment("NO_COLOR").map { !$0.isEmpty } ?? false
    var depth =
      isTerminal
      ? color.depth(terminal: terminal, noColor: noColor)
      : color.printedDepth(terminal: terminal)
    // Asked for, but there is no way to tell the terminal.
    if isTerminal && depth == .direct && !Terminfo.colorsAreECMA48 { depth = terminal }
    return Capabilities(
      colorDepth: depth,
      isUTF8: isUTF8,
      hasBraille: isUTF8 && type != "linux" && !type.hasPrefix("linux-"),
      hasLightBackground: Capabilities.lightBackground(colorFGBG: environment("COLORFGBG")))
  }

  /// The colours of the terminal that terminfo has been asked for.
  nonisolated static func colorDepth() -> ColorDepth {
    guard Terminfo.hasColors else { return .none }
    let colors = Terminfo.number("colors")
    if environmentTellsOfDirectColor && Terminfo.colorsAreECMA48 { return .direct }
    return ColorDepth(
      colors: colors, isDirect: Terminfo.directColorBits(colors: colors) != nil)
  }

  /// Terminals whose description knows of 256 colours at most say so when they have more. GNU screen
  /// hands that on from the terminal that it runs in, but has not more itself.
  private nonisolated static var environmentTellsOfDirectColor: Bool {
    guard (environment("STY") ?? "").isEmpty, let told = environment("COLORTERM") else {
      return false
    }
    return told == "truecolor" || told == "24bit"
  }

  /// `ESCDELAY`, as all programs that use curses have it, in milliseconds.
  static func escapeDelay() -> Int {
    guard let delay = environment("ESCDELAY").flatMap({ Int($0) }) else { return 75 }
    return min(max(delay, 1), 5000)
  }

  /// Bytes that stay where they are, for the signal handlers.
  static func copy(_ bytes: [UInt8]) -> UnsafeRawBufferPointer {
    let copied = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    copied.copyBytes(from: bytes)
    return UnsafeRawBufferPointer(copied)
  }
}
