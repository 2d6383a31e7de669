import Glibc
import Testing

extension PseudoTerminal {
  /// Everything is as it was: the settings, the main screen, the cursor, mouse and paste modes.
  func expectRestored(
    _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation
  ) {
    read()
    #expect(
      SentModes(output).left == [], "modes are left on \(what)", sourceLocation: sourceLocation)
    let before = settingsBefore
    let after = settings
    let isSame =
      before.c_iflag == after.c_iflag && before.c_oflag == after.c_oflag
      && before.c_cflag == after.c_cflag && before.c_lflag == after.c_lflag
      && controlCharacters(before) == controlCharacters(after)
    #expect(isSame, "the settings are not as they were \(what)", sourceLocation: sourceLocation)
  }

  private func controlCharacters(_ settings: termios) -> [UInt8] {
    withUnsafeBytes(of: settings.c_cc) { Array($0) }
  }

  /// It quits when it is asked to, in the normal way.
  func expectQuits(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let status = try await quit()
    #expect(status == .exited(0), "\(tail)", sourceLocation: sourceLocation)
  }

  /// Leaves whatever is open by Escape, and quits by `q`.
  @discardableResult
  func quit() async throws -> ExitStatus {
    for _ in 0..<40 where !hasExited {
      type("\u{1B}")
      // Together, the two would be Alt-q: the Escape has to have been taken alone.
      try await waitUntilIdle()
      if hasExited { break }
      type("q")
      try? await wait(for: "the program to end", within: .milliseconds(150)) {
        read()
        return hasExited
      }
    }
    return try await waitForExit(within: .seconds(5))
  }
}
