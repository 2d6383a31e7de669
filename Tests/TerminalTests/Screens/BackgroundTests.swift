import Glibc
import Testing

/// The terminal is asked for its background where nothing else tells, and the answer is heeded.
@Suite struct BackgroundTests {
  private static let question = "\u{1B}]11;?\u{1B}\\"
  /// The curve of f on a light background, in the 256-colour palette.
  private static let lightCurve = "38;5;25m"

  private func text(_ terminal: PseudoTerminal) -> String {
    terminal.read()
    return String(decoding: terminal.output, as: UTF8.self)
  }

  @Test(arguments: [
    ("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\", true), ("\u{1B}]11;rgb:fd/f6/e3\u{7}", true),
    ("\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", false), ("\u{1B}]11;nonsense\u{1B}\\", false),
  ])
  func theAnswerChoosesTheColours(answer: String, isLight: Bool) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal()
      try await terminal.waitForStart()
      #expect(text(terminal).contains(Self.question))
      #expect(!text(terminal).contains(Self.lightCurve))
      terminal.type(answer)
      try await terminal.waitUntilIdle()
      #expect(text(terminal).contains(Self.lightCurve) == isLight)
      try await terminal.expectQuits()
      terminal.expectRestored()
    }
  }

  @Test func anAnswerNotAskedForIsIgnored() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(["--dark"])
      try await terminal.waitForStart()
      #expect(!text(terminal).contains(Self.question))
      terminal.type("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\")
      try await terminal.waitUntilIdle()
      #expect(!text(terminal).contains(Self.lightCurve))
      try await terminal.expectQuits()
    }
  }

  @Test(arguments: [
    ["TERM": "vt100"], ["TERM": "linux"], ["NO_COLOR": "1"], ["COLORFGBG": "0;15"],
  ])
  func itIsNotAskedWhereNothingWouldFollow(environment: [String: String?]) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(environment: environment)
      try await terminal.waitForStart()
      #expect(!text(terminal).contains("\u{1B}]11"))
      try await terminal.expectQuits()
    }
  }

  private static let answers = "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\\u{1B}[?62;22c"
  private static let mainScreen = "\u{1B}[?1049l"

  @Test(arguments: [60, 300, 1000, 2000], ["q", "\u{3}", "\u{1C}"])
  func anAnswerThatComesLateNeverReachesTheShell(milliseconds: Int, key: String) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(tellsAttributes: false)
      try await terminal.waitFor(Self.question)
      let asked = ContinuousClock.now
      try await terminal.waitFor("nabla")
      terminal.type(key)
      // The screen is given back at once.
      try await terminal.waitFor(Self.mainScreen, within: .seconds(1))
      try await Task.sleep(until: asked + .milliseconds(milliseconds))
      #expect(!terminal.hasExited)
      terminal.type(Self.answers + "ls\n")
      _ = try await terminal.waitForExit(within: .seconds(1))
      #expect(!terminal.text.contains("rgb:") && !terminal.text.contains("62;22"))
      // What is typed after it is the shell's.
      #expect(terminal.waitingInput == 3)
      terminal.expectRestored()
    }
  }

  /// Ctrl-C does not let the answer through, and what was typed before the answer is the shell's.
  @Test(arguments: ["", "\u{3}", "\u{3}\u{3}\u{3}", "ls\r", "l\u{3}s\u{1B}[A\u{1A}\r"])
  func whatIsTypedWhileTheAnswerIsWaitedForIsGivenBack(typed: String) async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(tellsAttributes: false)
      try await terminal.waitFor(Self.question)
      try await terminal.waitFor("nabla")
      terminal.type("q")
      try await terminal.waitFor(Self.mainScreen, within: .seconds(1))
      for byte in typed.utf8 {
        terminal.type([byte])
        try await Task.sleep(for: .milliseconds(20))
      }
      #expect(!terminal.hasExited)
      terminal.type(Self.answers + "x\n")
      _ = try await terminal.waitForExit(within: .seconds(1))
      #expect(!terminal.text.contains("rgb:") && !terminal.text.contains("62;22"))
      // The system may not permit to type it again (dev.tty.legacy_tiocsti); here it does.
      let kept = typed.utf8.filter { $0 != 3 && $0 != 0x1A }.count
      #expect(terminal.waitingInput == kept + 2)
      terminal.expectRestored()
    }
  }

  @Test func nothingIsWaitedForWhereNothingIsOwed() async throws {
    try await Gate.shared.pass {
      for answer in [Self.answers, "\u{1B}[?1;2c"] {
        let terminal = try PseudoTerminal(tellsAttributes: false)
        try await terminal.waitFor(Self.question)
        terminal.type(answer)
        try await terminal.waitForStart()
        terminal.type("q")
        _ = try await terminal.waitForExit(within: .milliseconds(500))
      }
    }
  }

  @Test func aTerminalThatNeverAnswersIsLeftAllTheSame() async throws {
    try await Gate.shared.pass {
      let terminal = try PseudoTerminal(tellsAttributes: false)
      try await terminal.waitForStart()
      terminal.type("q")
      _ = try await terminal.waitForExit(within: .seconds(4))
      terminal.expectRestored()

      // Signals end the wait.
      let killed = try PseudoTerminal(tellsAttributes: false)
      try await killed.waitForStart()
      killed.type("q")
      try await killed.waitFor(Self.mainScreen)
      killed.send(SIGTERM)
      #expect(try await killed.waitForExit(within: .milliseconds(1500)) == .killed(by: SIGTERM))
      killed.expectRestored()
    }
  }

  @Test(arguments: [60, 1000, 2000])
  func anAnswerThatComesAfterAStopNeverReachesTheShell(milliseconds: Int) async throws {
    try await Gate.shared.pass {
      let shell = try PseudoTerminal(
        program: "/bin/bash", ["--norc", "-i"], environment: ["PS1": "$ "], tellsAttributes: false)
      try await shell.waitFor("$ ")
      shell.type("$NABLA\n")
      try await shell.waitFor(Self.question)
      let asked = ContinuousClock.now
      shell.type("\u{1A}")
      try await shell.waitFor(Self.mainScreen, within: .seconds(1))
      try await Task.sleep(until: asked + .milliseconds(milliseconds))
      shell.type("\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[?62;22c")
      try await shell.waitFor("Stopped")
      // The background that was told meanwhile is heeded.
      shell.type("fg\n")
      try await shell.waitFor(Self.lightCurve)
      shell.type("q")
      try await wait(for: "the shell again") {
        shell.type("echo a\"\"b\n")
        shell.read()
        return shell.text.contains("ab\r\n")
      }
      #expect(!shell.text.contains("rgb:") && !shell.text.contains("62;22"))
      shell.send(SIGKILL)
    }
  }
}
