/// The bytes by which a terminal is taken over and given back.
struct TerminalModes {
  /// The other screen in its plain style, characters that replace others, keys as its entry lists
  /// them, no cursor; mouse buttons with drags, in decimal numbers, and bracketed paste.
  let on: [UInt8]
  /// All of it off; then the main screen, with the cursor shown. Also what a signal handler writes.
  let off: [UInt8]
  /// The same where others may have left the other screen already: what stands on the main one stays.
  let offKeepingScreen: [UInt8]
  /// Whether the terminal is of xterm's kind, which ignores what it does not know.
  let isXtermLike: Bool

  /// Reads the entry that terminfo has been asked for.
  init(_ commands: ScreenCommands) {
    func string(_ name: String) -> [UInt8] { Terminfo.string(name) ?? [] }
    // Those that know a mouse or bracketed paste at all are of xterm's kind.
    isXtermLike = Terminfo.string("kmous") != nil || Terminfo.string("BE") != nil
    let mouseAndPasteOn = isXtermLike ? "\u{1B}[?1002h\u{1B}[?1006h\u{1B}[?2004h" : ""
    let mouseAndPasteOff = isXtermLike ? "\u{1B}[?2004l\u{1B}[?1006l\u{1B}[?1002l" : ""
    on =
      string("smcup") + commands.style.reset + string("rmir") + string("smkx") + string("civis")
      + Array(mouseAndPasteOn.utf8)
    // Cleared, as there may be no other screen, or one that is switched off: what is written next
    // would stand in the middle of the picture.
    let plain = Array(mouseAndPasteOff.utf8) + string("rmkx") + commands.style.reset
    let back = string("rmcup") + string("cnorm")
    off = plain + commands.clear + back
    offKeepingScreen = plain + back
  }
}
