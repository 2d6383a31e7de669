import CNcurses
import Glibc
import TerminalCells

/// What is known of standard output by a command that only prints, and takes no terminal over.
public enum PrintedOutput {
  /// The size of the terminal that standard output is; nil where it is none.
  public static var terminalSize: Size? {
    guard isTerminal else { return nil }
    var width: Int32 = 0
    var height: Int32 = 0
    guard shim_window_size(STDOUT_FILENO, &width, &height) else { return nil }
    return Size.bounded(width: Int(width), height: Int(height))
  }

  /// What can be shown there. A pipe or a file is taken to be read on the terminal that the
  /// environment names.
  public static func capabilities(_ color: ColorChoice) -> Capabilities {
    let type = TerminalSession.environment("TERM") ?? ""
    return TerminalSession.capabilities(
      color, terminal: colorDepth(type), isTerminal: isTerminal, type: type,
      isUTF8: TerminalLocale.isUTF8())
  }

  /// Whether something that was printed could not be written.
  public static var hasFailed: Bool { shim_stdout_has_failed() }

  private static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The colours of a type of terminal; none of one that is not known.
  private static func colorDepth(_ type: String) -> ColorDepth {
    !type.isEmpty && TerminalType(type) != nil ? TerminalSession.colorDepth() : .none
  }
}
