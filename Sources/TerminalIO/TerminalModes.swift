import CNcurses

/// The bytes by which a terminal is taken over and given back.
struct TerminalModes {
  /// The other screen, cells in a row one after the other, keys as its entry lists them, no cursor;
  /// mouse buttons with drags, in decimal numbers, and bracketed paste.
  let on: [UInt8]
  /// All of it off; then the main screen, with the cursor shown. Also what a signal handler writes.
  let off: [UInt8]
  /// Whether the terminal is of xterm's kind, which ignores what it does not know.
  let isXtermLike: Bool

  /// Reads the terminfo entry that is the present one.
  init() {
    func strings(_ names: String...) -> [UInt8] { names.flatMap { Terminfo.string($0) ?? [] } }
    // Those that know a mouse or bracketed paste at all are of xterm's kind.
    isXtermLike = Terminfo.string("kmous") != nil || Terminfo.string("BE") != nil
    let mouseAndPasteOn = isXtermLike ? "\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?2004h" : ""
    let mouseAndPasteOff = isXtermLike ? "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l" : ""
    on = strings("smcup", "sgr0", "op", "smam", "smkx", "civis") + Array(mouseAndPasteOn.utf8)
    // Without a main screen to go back to, a cleared one lets a last message be read.
    let back = Terminfo.string("rmcup") ?? strings("clear")
    off =
      Array(mouseAndPasteOff.utf8) + strings("rmkx", "sgr0", "op") + back + strings("cnorm")
  }
}
