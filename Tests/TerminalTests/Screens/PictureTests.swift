import Glibc
import Testing

/// What stands on a real terminal is what the program means to show.
@Suite struct PictureTests {
  @Test func startsAndGivesTheScreenBack() async throws {
    try await shell { terminal in
      try await terminal.enter("echo was \"\"here; $NABLA")
      try await terminal.waitForTitle("nabla")
      try await terminal.type("q")
      try await terminal.waitFor("was here")
    }
  }

  @Test(arguments: [(20, 5), (40, 12), (80, 24), (200, 60)])
  func fitsInto(columns: Int, rows: Int) async throws {
    try await terminal("nabla", columns: columns, rows: rows) { terminal in
      try await terminal.waitUntil("a picture") { !$0.allSatisfy(\.isWhitespace) }
      let lines = try await terminal.screen().split(separator: "\n")
      #expect(lines.count <= rows && lines.allSatisfy { $0.count <= columns })
    }
  }

  @Test func changesAddUpToTheWholePicture() async throws {
    try await terminal("nabla") { terminal in
      try await terminal.waitForTitle("nabla")
      for keys in [["Right", "Right", "Down"], ["S-Left", "Tab", "?"], ["Escape", "Up"]] {
        for key in keys { try await terminal.press(key) }
      }
      let process = try await terminal.process(named: "nabla")
      let before = try await settled(terminal)
      // Whatever is on the screen is drawn again from nothing, with no event that changes it.
      kill(process, SIGCONT)
      let after = try await settled(terminal)
      // Line by line, so that a fault is told in a line.
      #expect(after.lines.count == before.lines.count)
      for (row, (old, new)) in zip(before.lines, after.lines).enumerated() {
        #expect(new == old, "row \(row)")
      }
    }
  }

  /// The screen once it has been the same for a while.
  private func settled(_ terminal: Terminal) async throws -> StyledScreen {
    var last = ""
    var times = 0
    try await wait(for: "a picture that stays", seen: terminal.screen) {
      let now = try await terminal.styledScreen()
      times = now == last ? times + 1 : 0
      last = now
      return times >= 10
    }
    return StyledScreen(last)
  }

  @Test func lastWordsAreReadOnTheNormalScreen() async throws {
    try await shell { terminal in
      try await terminal.enter("$NABLA")
      try await terminal.waitForTitle("nabla")
      let process = try await terminal.process(named: "nabla")
      kill(process, SIGSEGV)
      try await terminal.waitFor("Segmentation fault")
      try await terminal.enter("echo still \"\"here")
      try await terminal.waitFor("still here")
      #expect(try await !terminal.screen().prefix { $0 != "\n" }.hasPrefix("nabla"))
    }
  }
}
