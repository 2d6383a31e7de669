/// The bytes by which a terminal is taken over and given back, beside those of ncurses.
struct TerminalModes {
  /// After ncurses has taken the screen over: the plain style and characters, whatever others have left
  /// behind, keys as the terminal's entry lists them; mouse buttons with drags, in decimal numbers, and
  /// bracketed paste.
  let on: [UInt8]
  /// All of it off; then the main screen, with the cursor shown: what ncurses would write, too, but
  /// known beforehand, as a signal handler writes it.
  let off: [UInt8]
  /// The same where others may have left the other screen already: what stands on the main one stays.
  let offKeepingScreen: [UInt8]
  /// Whether the terminal is of xterm's kind, which ignores what it does not know.
  let isXtermLike: Bool

  /// Reads the entry that terminfo has been asked for.
  init() {
    func string(_ name: String) -> [UInt8] { Terminfo.string(name) ?? [] }
    // Those that know a mouse or bracketed paste at all are of xterm's kind.
    isXtermLike = Terminfo.string("kmous") != nil || Terminfo.string("BE") != nil
    let mouseAndPasteOn = isXtermLike ? "\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?2004h" : ""
    let mouseAndPasteOff = isXtermLike ? "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l" : ""
    let reset = Terminfo.reset
    on = reset + string("smkx") + Array(mouseAndPasteOn.utf8)
    // Cleared, as there may be no other screen, or one that is switched off: what is written next
    // would stand in the middle of the picture.
    let plain = Array(mouseAndPasteOff.utf8) + string("rmkx") + reset
    let back = string("rmcup") + string("cnorm")
    off = plain + Terminfo.clear + back
    offKeepingScreen = plain + back
  }
}
