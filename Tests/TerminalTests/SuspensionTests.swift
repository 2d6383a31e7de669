import Glibc
import Testing

@Suite struct SuspensionTests {
  @Test func theShellHasTheTerminalMeanwhile() async throws {
    try await shell { terminal in
      try await terminal.type("stty -g >before; $NABLA")
      try await terminal.press("Enter")
      try await terminal.waitForTitle("nabla")
      // The last line comes last.
      try await terminal.waitFor("q quit")
      let picture = try await terminal.screen()
      for _ in 0..<2 {
        try await terminal.press("C-z")
        try await terminal.waitFor("Stopped")
        try await terminal.type("stty -g | cmp - before && echo as \"\"before")
        try await terminal.press("Enter")
        try await terminal.waitFor("as before")
        try await terminal.type("clear; fg")
        try await terminal.press("Enter")
        try await terminal.waitUntil("the same picture again") { $0 == picture }
      }
      try await terminal.press("C-z")
      try await terminal.waitFor("Stopped")
      try await terminal.type("rm before; kill %1; wait; echo gone")
      try await terminal.press("Enter")
      try await terminal.waitFor("gone")
    }
  }

  @Test func aWindowResizedMeanwhileIsFilled() async throws {
    try await shell(columns: 80, rows: 24) { terminal in
      try await terminal.type("$NABLA")
      try await terminal.press("Enter")
      try await terminal.waitForTitle("nabla")
      // The last line comes last.
      try await terminal.waitFor("q quit")
      let picture = try await terminal.screen()
      try await terminal.press("C-z")
      try await terminal.waitFor("Stopped")
      try await terminal.resize(columns: 100, rows: 30)
      try await terminal.type("clear; fg")
      try await terminal.press("Enter")
      try await terminal.waitForTitle("nabla")
      try await terminal.waitUntil("30 rows") { lines(of: $0).count >= 30 }
      try await terminal.resize(columns: 80, rows: 24)
      try await terminal.waitUntil("the picture of 80×24") { sameButSizes($0, picture) }
      try await terminal.press("q")
      try await terminal.waitFor("$")
    }
  }

  /// The first line may tell the last event or the size in a program under construction.
  private func lines(of screen: String) -> [Substring] {
    screen.split(separator: "\n", omittingEmptySubsequences: false)
  }

  private func sameButSizes(_ one: String, _ other: String) -> Bool {
    one.split(separator: "\n").last == other.split(separator: "\n").last
  }

  @Test func settingsThatWereChangedMeanwhileStay() async throws {
    // A shell that has none of its own.
    try await shell(["dash", "-i"]) { terminal in
      try await terminal.type("$NABLA")
      try await terminal.press("Enter")
      try await terminal.waitFor("q quit")
      try await terminal.press("C-z")
      try await terminal.waitFor("Stopped")
      try await terminal.type("stty intr ^X; clear; fg")
      try await terminal.press("Enter")
      try await terminal.waitFor("q quit")
      try await terminal.press("q")
      try await terminal.waitFor("$")
      try await terminal.type("stty -a")
      try await terminal.press("Enter")
      try await terminal.waitFor("intr = ^X")
    }
  }

  @Test func stoppedByForceAndContinuedInTheBackgroundItComesBackAtOnce() async throws {
    try await shell { terminal in
      try await terminal.type("$NABLA")
      try await terminal.press("Enter")
      try await terminal.waitFor("q quit")
      let picture = try await terminal.screen()
      let process = try await terminal.process(named: "nabla")
      kill(process, SIGSTOP)
      try await terminal.waitFor("Stopped")
      try await terminal.type("clear; bg; while jobs | grep -q Running; do sleep 0.05; done; jobs")
      try await terminal.press("Enter")
      // Without the terminal it can do nothing but stop again.
      try await terminal.waitFor("Stopped")
      try await terminal.type("clear; fg")
      try await terminal.press("Enter")
      try await terminal.waitUntil("the same picture again") { $0 == picture }
      try await terminal.press("q")
      try await terminal.waitFor("$")
      try await terminal.type("echo go\"\"ne")
      try await terminal.press("Enter")
      try await terminal.waitFor("gone")
    }
  }

  @Test func whatTheShellShowsAfterAForcedStopStays() async throws {
    try await shell { terminal in
      try await terminal.type("echo be\"\"fore; $NABLA")
      try await terminal.press("Enter")
      try await terminal.waitFor("q quit")
      kill(try await terminal.process(named: "nabla"), SIGSTOP)
      try await terminal.waitFor("Stopped")
      try await terminal.type("tput rmcup; echo; echo; echo mean\"\"while")
      try await terminal.press("Enter")
      try await terminal.waitFor("meanwhile")
      try await terminal.type("fg")
      try await terminal.press("Enter")
      try await terminal.waitFor("q quit")
      try await terminal.press("q")
      try await terminal.waitFor("meanwhile")
      try await terminal.waitFor("before")
    }
  }

  @Test func endedInTheBackgroundItLeavesNoRawTerminal() async throws {
    // A shell that has no settings of its own.
    try await shell(["dash", "-i"]) { terminal in
      try await terminal.type("$NABLA")
      try await terminal.press("Enter")
      try await terminal.waitFor("q quit")
      let process = try await terminal.process(named: "nabla")
      kill(process, SIGSTOP)
      try await terminal.waitFor("Stopped")
      for signal in [SIGTERM, SIGCONT] { kill(process, signal) }
      try await terminal.waitUntil("no program") { !$0.contains("q quit") }
      try await terminal.type("stty -a")
      try await terminal.press("Enter")
      try await terminal.waitFor("echoke")
      let settings = try await terminal.screen()
      #expect(!settings.contains("-opost") && !settings.contains("-icanon"))
    }
  }

  @Test func withoutAnotherScreenThePromptStandsAlone() async throws {
    try await shell { terminal in
      try await terminal.switchAlternateScreenOff()
      try await terminal.type("$NABLA")
      try await terminal.press("Enter")
      try await terminal.waitFor("q quit")
      try await terminal.press("Right", "q")
      try await terminal.waitUntil("nothing but the prompt") { screen in
        screen.split(separator: "\n").filter { !$0.isEmpty } == ["$"]
          || screen.split(separator: "\n").filter { !$0.isEmpty } == ["$ "]
      }
    }
  }

  @Test func aTerminalWithoutAShellIsNotLeft() async throws {
    // Nobody could continue it: the system does not stop it.
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      let first = terminal.output.count
      terminal.type("\u{1A}")
      try await wait(for: "a picture after the stop that was none") {
        terminal.read()
        return terminal.output.count > first + first / 2
      }
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }
}
