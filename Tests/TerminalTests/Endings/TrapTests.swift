import Glibc
import Testing

/// A trap on purpose, with the explorer on the screen.
@Suite struct TrapTests {
  private static let words = "Fatal error: this is the trap that was asked for"

  @Test func lastWordsAreReadOnTheNormalScreen() async throws {
    try await shell(columns: 200) { terminal in
      try await terminal.enter("echo before \"\"it; $NABLA debug-trap; echo \"status $?\"")
      try await terminal.waitFor("status 13")
      let screen = try await terminal.screen()
      #expect(screen.contains("before it") && screen.contains(Self.words))
      #expect(screen.contains("status 132") || screen.contains("status 133"))
      try await terminal.enter("stty -a | grep -c ' echo ' ; echo still \"\"here")
      try await terminal.waitFor("still here")
    }
  }

  @Test func theTerminalIsAsItWas() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(["debug-trap"])
      let status = try await terminal.waitForExit()
      #expect(status == .killed(by: SIGILL) || status == .killed(by: SIGTRAP))
      terminal.expectRestored()
      // On the main screen, not on the one that is taken away.
      let main = terminal.text.components(after: "\u{1B}[?1049l")
      #expect(main.contains(Self.words))
      #expect(terminal.text.contains("nabla"), "the explorer was on the screen")
    }
  }

  @Test func noHelpListsIt() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(["--help"])
      #expect(try await terminal.waitForExit() == .exited(0))
      #expect(terminal.text.contains("jacobian") && !terminal.text.contains("debug-trap"))
    }
  }
}

extension String {
  /// What stands after the last occurrence of `mark`; nothing if there is none.
  fileprivate func components(after mark: String) -> String {
    let (text, wanted) = (Array(utf8), Array(mark.utf8))
    guard text.count >= wanted.count else { return "" }
    let place = (0...(text.count - wanted.count)).last {
      text[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
    return place.map { String(decoding: text[($0 + wanted.count)...], as: UTF8.self) } ?? ""
  }
}
