import Glibc
import Testing

@Suite struct SignalTests {
  static let fatal = [
    SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGPIPE, SIGXCPU, SIGVTALRM, SIGPROF,
    SIGIO, SIGPWR, SIGXFSZ, SIGSTKFLT, SIGALRM, 34, 64,
  ]

  @Test(arguments: fatal)
  func leavesTheTerminalAsItWasAndTellsWhatItDiedOf(signal: Int32) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      terminal.send(signal)
      #expect(try await terminal.waitForExit(within: .seconds(2)) == .killed(by: signal))
      terminal.expectRestored()
    }
  }

  @Test(arguments: fatal)
  func twoSignalsAreOne(signal: Int32) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      terminal.send(signal)
      terminal.send(signal)
      #expect(try await terminal.waitForExit(within: .seconds(2)) == .killed(by: signal))
      terminal.expectRestored()
    }
  }

  @Test func aSignalDuringStartUpLeavesNothingBehind() async throws {
    try await Gate.shared.pass {
      for step in 0..<40 {
        let terminal = try PseudoTerminal()
        let signal = Self.fatal[step % Self.fatal.count]
        // From before the program's first instruction until after its first frame.
        let wake = ContinuousClock.now + .microseconds(step * 500)
        while ContinuousClock.now < wake {}
        terminal.send(signal)
        #expect(try await terminal.waitForExit(within: .seconds(2)) == .killed(by: signal))
        terminal.expectRestored("after \(step * 500) µs")
      }
    }
  }

  @Test(arguments: fatal, [1, 2])
  func endsThoughTheTerminalDoesNotRead(signal: Int32, times: Int) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(columns: 200, rows: 60)
      try await terminal.waitForStart()
      try await terminal.holdUpInWriting()
      for _ in 0..<times { terminal.send(signal) }
      try await wait(for: "the program to end", within: .seconds(2)) { terminal.hasExited }
      #expect(terminal.status == .killed(by: signal))
      #expect(terminal.settings.c_lflag == terminal.settingsBefore.c_lflag)
    }
  }

  @Test(arguments: [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT])
  func aCrashLeavesTheTerminalAsItWas(signal: Int32) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      terminal.send(signal)
      #expect(try await terminal.waitForExit(within: .seconds(2)) == .killed(by: signal))
      terminal.expectRestored()
    }
  }

  @Test(arguments: [("\u{3}", SIGINT), ("\u{1C}", SIGQUIT)])
  func theKeysOfTheTerminalEndItToo(key: String, signal: Int32) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      terminal.type(key)
      #expect(try await terminal.waitForExit(within: .seconds(2)) == .killed(by: signal))
      terminal.expectRestored()
    }
  }

  /// Swift's runtime would ask the terminal what to do with a backtrace.
  @Test func quittingACommandEndsIt() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(["eval", "sigmoid", "-"])
      terminal.type("1\n")
      try await wait(for: "the first answer") {
        terminal.read()
        return String(decoding: terminal.output, as: UTF8.self).contains("0.7310585786300049")
      }
      terminal.send(SIGQUIT)
      #expect(try await terminal.waitForExit(within: .seconds(2)) == .killed(by: SIGQUIT))
    }
  }

  @Test func theCableCanBePulled() async throws {
    try await Gate.shared.pass {
      let atRest = try PseudoTerminal()
      try await atRest.waitForStart()
      atRest.hangUp()
      #expect(try await atRest.waitForExit(within: .seconds(2)) == .killed(by: SIGHUP))

      let drawing = try PseudoTerminal(columns: 200, rows: 60)
      try await drawing.waitForStart()
      for rows in 40..<60 { drawing.resize(columns: 200, rows: rows) }
      drawing.hangUp()
      #expect(try await drawing.waitForExit(within: .seconds(2)) == .killed(by: SIGHUP))

      let starting = try PseudoTerminal()
      starting.hangUp()
      let status = try await starting.waitForExit(within: .seconds(2))
      // It may not have come as far as to notice that there was a terminal.
      #expect(status == .killed(by: SIGHUP) || status == .exited(1))
    }
  }

  @Test func paintsAnewWhenItWasStoppedByForce() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      let first = terminal.output.count
      terminal.send(SIGSTOP)
      try await wait(for: "the program to stop") { terminal.statistics?.state == "T" }
      terminal.send(SIGCONT)
      try await wait(for: "a whole picture") {
        terminal.read()
        return terminal.output.count > first + first / 2
      }
      try await terminal.expectQuits()
      terminal.expectRestored()
      // What is kept on a stack, such as the window's title, is taken off as often as it was put on.
      let sent = String(decoding: terminal.output, as: UTF8.self)
      #expect(sent.ranges(of: "\u{1B}[?1049h").count == 2)
      #expect(sent.ranges(of: "\u{1B}[?1049l").count == 2)
    }
  }
}
