import CNcurses

/// What curses does not switch by itself, and the bytes that undo everything in an emergency.
struct TerminalModes {
  /// Mouse buttons with drags, in decimal numbers, and bracketed paste.
  let on: [UInt8]
  /// Whether the terminal is of xterm's kind, which knows them and ignores what it does not know.
  var isXtermLike: Bool { !on.isEmpty }
  let off: [UInt8]
  /// All of it off, curses' modes too; then the main screen, with the cursor shown.
  let emergency: [UInt8]

  /// Reads the entry of the terminal that curses has been started on.
  @MainActor
  init() {
    var on = ""
    var off = ""
    // Those that know a mouse or bracketed paste at all are of xterm's kind.
    if shim_string_capability("kmous") != nil || shim_string_capability("BE") != nil {
      on = "\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?2004h"
      off = "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l"
    }
    self.on = Array(on.utf8)
    self.off = Array(off.utf8)
    // Without a main screen to go back to, a cleared one lets a last message be read.
    let back = Terminfo.string("rmcup") ?? Terminfo.string("clear") ?? []
    emergency =
      self.off
      + ["rmkx", "sgr0", "op"].flatMap { Terminfo.string($0) ?? [] }
      + back + (Terminfo.string("cnorm") ?? [])
  }
}
