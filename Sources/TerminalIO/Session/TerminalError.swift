/// Why the full-screen program cannot start here. Nothing has been written to the screen.
public enum TerminalError: Error, Hashable, CustomStringConvertible {
  /// Standard input is a pipe, a file or closed.
  case inputIsNotATerminal
  /// Standard output is a pipe, a file or closed.
  case outputIsNotATerminal
  /// `/dev/tty` cannot be opened: there is nobody to press keys.
  case noControllingTerminal
  case terminalTypeIsNotSet
  /// The terminal database has no entry of this name.
  case terminalTypeIsUnknown(String)
  /// The terminal cannot place its cursor.
  case terminalIsTooPlain(String)
  /// A session is running already; a process has one terminal.
  case sessionIsRunning
  /// The system refused something that a session cannot do without.
  case systemRefused(String)

  public var description: String {
    switch self {
    case .inputIsNotATerminal: "standard input is not a terminal"
    case .outputIsNotATerminal: "standard output is not a terminal"
    case .noControllingTerminal: "there is no terminal to read keys from (/dev/tty)"
    case .terminalTypeIsNotSet: "the environment variable TERM is not set; \(Self.wayOut)"
    case .terminalTypeIsUnknown(Self.usual):
      "the terminal type \(Self.usual) (TERM) is not known: ncurses' database is not installed"
    case .terminalTypeIsUnknown(let name):
      "the terminal type '\(name)' (TERM) is not known; \(Self.wayOut)"
    case .terminalIsTooPlain(let name):
      "the terminal type '\(name)' (TERM) is too plain; \(Self.wayOut)"
    case .sessionIsRunning: "the terminal is in use by this program already"
    case .systemRefused(let what): "the system refused \(what)"
    }
  }

  /// What nearly every terminal of today understands.
  private static let usual = "xterm-256color"
  private static let wayOut = "try TERM=\(usual) nabla"

  /// A name from the environment made fit to be shown: printable ASCII, and not for ever.
  static func printable(_ name: String) -> String {
    let shown = name.unicodeScalars.prefix(40).map { scalar -> Character in
      scalar.value >= 0x20 && scalar.value < 0x7F ? Character(scalar) : "?"
    }
    return String(shown)
  }
}
