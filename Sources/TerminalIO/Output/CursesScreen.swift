import CNcurses
import Glibc
import TerminalCells

/// The screen as ncurses drives it: frames go in where they changed, and what ncurses then writes comes
/// out in one piece.
///
/// A process has one at a time. It belongs to the session, which is on the main actor; saying so here
/// again would have it checked in every closure.
final class CursesScreen {
  private let screen: OpaquePointer
  private let output: GatheredOutput
  private var contents: WindowContents
  private var mustRepaint = false

  /// Starts ncurses; nothing is shown yet.
  ///
  /// - Returns: nil if the system or ncurses refuses.
  init?(_ description: ScreenDescription, isUTF8: Bool) {
    guard let output = GatheredOutput() else { return nil }
    guard let screen = Self.start(description, output) else {
      output.close()
      return nil
    }
    self.screen = screen
    self.output = output
    var colors = ColorNumbering.none
    if description.colors != .none, start_color() == OK, use_default_colors() == OK {
      colors = Self.numbering(description)
    }
    let looks = Looks(description, colors: colors, pairLimit: Int(shim_color_pair_count()))
    contents = WindowContents(looks, isUTF8: isUTF8, scrollsAtEnd: description.scrollsAtEnd)
    typeahead(-1)
    curs_set(0)
    leaveok(shim_next_screen(), true)
    // Curses thinks itself on the terminal since it started, and at first writes each movement of the
    // cursor by itself. Both end here.
    leave()
  }

  /// - Returns: nil if ncurses has no room.
  private static func start(
    _ description: ScreenDescription, _ output: GatheredOutput
  ) -> OpaquePointer? {
    // Found there before any database.
    let before = getenv("TERMINFO").map { String(cString: $0) }
    setenv("TERMINFO", CompiledDescription(description).text, 1)
    defer {
      if let before { setenv("TERMINFO", before, 1) } else { unsetenv("TERMINFO") }
    }
    use_env(false)
    return newterm(description.name, output.file, shim_stdin())
  }

  /// An ncurses that was built to ignore TERMINFO goes by its database: there is the palette at least.
  private static func numbering(_ description: ScreenDescription) -> ColorNumbering {
    let count = Int(shim_color_count())
    if count == description.colors.count { return description.colors }
    return Terminfo.directColorBits(colors: count) == nil ? .palette(min(count, 256)) : .none
  }

  /// Takes the terminal's screen over and clears it.
  func enter(_ send: (UnsafeRawBufferPointer) -> Void) {
    werase(shim_next_screen())
    contents.forget()
    mustRepaint = false
    doupdate()
    output.take(send)
  }

  /// Tells ncurses that the screen is left. By which bytes it is given back is ``TerminalModes``'s, as
  /// a signal handler has to know them too; those of ncurses are dropped.
  func leave() {
    endwin()
    output.take { _ in }
  }

  /// Whether the screen is to be written though nothing may have changed.
  var isStale: Bool { mustRepaint || contents.isUnknown }

  /// Takes it that nothing is known of what stands on the screen: the next frame is sent whole.
  func invalidate() { mustRepaint = true }

  /// The terminal has another size now, and shows nothing that is known.
  func resize(to size: Size) {
    resize_term(Int32(size.height), Int32(size.width))
    contents.forget()
    mustRepaint = true
  }

  /// Gives `send` the bytes that show `frame`, clipped to a screen of `size`: all in one piece, so
  /// that no half of a frame is seen on a slow line, or none at all where nothing has changed.
  func show(_ frame: Frame, on size: Size, _ send: (UnsafeRawBufferPointer) -> Void) {
    guard let window = shim_next_screen() else { return }
    let flush = mustRepaint ? nil : { _ = doupdate() }
    if !contents.put(frame, on: size, in: window, flush: flush) {
      // No colour pair was left: they are given out anew, for this frame alone. What stands on the
      // screen in colours that mean others now is written again.
      contents.forgetColors()
      mustRepaint = true
      _ = contents.put(frame, on: size, in: window)
    }
    if mustRepaint { clearok(shim_physical_screen(), true) }
    mustRepaint = false
    doupdate()
    output.take(send)
  }

  func close() {
    delscreen(screen)
    output.close()
  }
}
