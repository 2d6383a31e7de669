import Glibc
import Testing

@Suite struct SuspensionTests {
  private func start(_ line: String = "$NABLA", in terminal: Terminal) async throws {
    try await terminal.enter(line)
    // The last line comes last.
    try await terminal.waitFor("q quit")
  }

  private func stop(in terminal: Terminal) async throws {
    try await terminal.press("C-z")
    try await terminal.waitFor("Stopped")
  }

  /// So that the program learns of it only once it is continued.
  @discardableResult
  private func stopByForce(in terminal: Terminal) async throws -> pid_t {
    let process = try await terminal.process(named: "nabla")
    kill(process, SIGSTOP)
    try await terminal.waitFor("Stopped")
    return process
  }

  @Test func theShellHasTheTerminalMeanwhile() async throws {
    try await shell { terminal in
      try await start("stty -g >before; $NABLA", in: terminal)
      let picture = try await terminal.screen()
      for _ in 0..<2 {
        try await stop(in: terminal)
        try await terminal.enter("stty -g | cmp - before && echo as \"\"before")
        try await terminal.waitFor("as before")
        try await terminal.enter("clear; fg")
        try await terminal.waitUntil("the same picture again") { $0 == picture }
      }
      try await stop(in: terminal)
      try await terminal.enter("rm before; kill %1; wait; echo gone")
      try await terminal.waitFor("gone")
    }
  }

  @Test func aWindowResizedMeanwhileIsFilled() async throws {
    try await shell(columns: 80, rows: 24) { terminal in
      try await start(in: terminal)
      let picture = try await terminal.screen()
      try await stop(in: terminal)
      try await terminal.resize(columns: 100, rows: 30)
      try await terminal.enter("clear; fg")
      try await terminal.waitForTitle("nabla")
      try await terminal.waitUntil("30 rows") { lines(of: $0).count >= 30 }
      try await terminal.resize(columns: 80, rows: 24)
      try await terminal.waitUntil("the picture of 80×24") { $0 == picture }
      try await terminal.press("q")
      try await terminal.waitFor("$")
    }
  }

  private func lines(of screen: String) -> [Substring] {
    screen.split(separator: "\n", omittingEmptySubsequences: false)
  }

  @Test func settingsThatWereChangedMeanwhileStay() async throws {
    // A shell that has none of its own.
    try await shell(["dash", "-i"]) { terminal in
      try await start(in: terminal)
      try await stop(in: terminal)
      try await terminal.enter("stty intr ^X; clear; fg")
      try await terminal.waitFor("q quit")
      try await terminal.press("q")
      try await terminal.waitFor("$")
      try await terminal.enter("stty -a")
      try await terminal.waitFor("intr = ^X")
    }
  }

  @Test func stoppedByForceAndContinuedInTheBackgroundItComesBackAtOnce() async throws {
    try await shell { terminal in
      try await start(in: terminal)
      let picture = try await terminal.screen()
      try await stopByForce(in: terminal)
      try await terminal.enter("clear; bg; while jobs | grep -q Running; do sleep 0.05; done; jobs")
      // Without the terminal it can do nothing but stop again.
      try await terminal.waitFor("Stopped")
      try await terminal.enter("clear; fg")
      try await terminal.waitUntil("the same picture again") { $0 == picture }
      try await terminal.press("q")
      try await terminal.waitFor("$")
      try await terminal.enter("echo go\"\"ne")
      try await terminal.waitFor("gone")
    }
  }

  @Test func whatTheShellShowsAfterAForcedStopStays() async throws {
    try await shell { terminal in
      try await start("echo be\"\"fore; $NABLA", in: terminal)
      try await stopByForce(in: terminal)
      try await terminal.enter("tput rmcup; echo; echo; echo mean\"\"while")
      try await terminal.waitFor("meanwhile")
      try await terminal.enter("fg")
      try await terminal.waitFor("q quit")
      try await terminal.press("q")
      try await terminal.waitFor("meanwhile")
      try await terminal.waitFor("before")
    }
  }

  @Test func endedInTheBackgroundItLeavesNoRawTerminal() async throws {
    // A shell that has no settings of its own.
    try await shell(["dash", "-i"]) { terminal in
      try await start(in: terminal)
      let process = try await stopByForce(in: terminal)
      for signal in [SIGTERM, SIGCONT] { kill(process, signal) }
      try await terminal.waitUntil("no program") { !$0.contains("q quit") }
      try await terminal.enter("stty -a")
      try await terminal.waitFor("echoke")
      let settings = try await terminal.screen()
      #expect(!settings.contains("-opost") && !settings.contains("-icanon"))
    }
  }

  @Test func withoutAnotherScreenThePromptStandsAlone() async throws {
    try await shell { terminal in
      try await terminal.switchAlternateScreenOff()
      try await start(in: terminal)
      try await terminal.press("Right", "q")
      try await terminal.waitUntil("nothing but the prompt") {
        $0.filter { !$0.isWhitespace } == "$"
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
